/**
 * Who may speak to a port on this computer. Any web page can make a browser send requests to 127.0.0.1, by address
 * or through a name of its own that points there, so the headers that a page cannot forge are looked at.
 */
import type { IncomingMessage } from 'node:http';

const loopbackNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether the request names this port as its host: not the case after DNS rebinding. */
export function hostAllowed(request: IncomingMessage): boolean {
  const host = request.headers.host?.toLowerCase();
  const port = request.socket.localPort;
  return loopbackNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/**
 * Whether a browser sent this. A page can't leave out what its browser adds: `Sec-…` headers (Fetch Metadata, client
 * hints), the origin, cookies, where it comes from, and a name that begins with Mozilla where it is old and has no
 * Fetch Metadata.
 *
 * One of them comes from programs too: Node's own `fetch` sends `Sec-Fetch-Mode: cors`, and nothing else of that kind.
 * A browser sends `Sec-Fetch-Site` and `Sec-Fetch-Dest` beside it, always, so that this one alone is let through.
 */
function isFromBrowser({ headers }: IncomingMessage): boolean {
  for (const name in headers) {
    if (name.startsWith('sec-') && !(name === 'sec-fetch-mode' && headers[name] === 'cors')) return true;
  }
  const { origin, cookie, referer, 'user-agent': agent } = headers;
  return (
    origin !== undefined ||
    cookie !== undefined ||
    referer !== undefined ||
    agent?.startsWith('Mozilla/') === true
  );
}

const wrongHost = 'Address the bench as 127.0.0.1 or localhost, with its port.';

/**
 * Why the bench refuses a request, or `undefined`. The bench shows words, and an origin is shared by all who ever
 * served this port: a page that another server left open is of "the same origin". So it is for programs alone.
 */
export function benchRefusal(request: IncomingMessage): string | undefined {
  if (!hostAllowed(request)) return wrongHost;
  return isFromBrowser(request)
    ? 'The bench shows the words on the device: it is for programs, and no browser may use it. --device-window prints the address of a page.'
    : undefined;
}

/** Why the device window's own path refuses a request, or `undefined`: who knows the path may come from it, or type it. */
export function windowRefusal(request: IncomingMessage): string | undefined {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (!hostAllowed(request)) return wrongHost;
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
  return isOwnPage && isOwnSite ? undefined : 'No page but the device window itself may use this address.';
}

/** `scheme://host[:port]` of an http or https address without a path; `undefined` for anything else. */
export function readOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { origin, protocol, href } = new URL(text);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && href === `${origin}/` ? origin : undefined;
}

/**
 * Which pages may open the wire. Those that were allowed by name; and of the pages on this computer the first one that
 * asks, which is the app that the person opened, by whatever port it is served: another one is another program's.
 */
export interface WireOrigins {
  /** Asks, and holds the place of the app for the first page on this computer. */
  admit(origin: string | undefined): boolean;
}

export function createWireOrigins(allowed: readonly string[]): WireOrigins {
  let app: string | undefined;
  return {
    admit(origin) {
      // Programs that are not browsers send no Origin.
      if (origin === undefined) return true;
      const read = readOrigin(origin);
      if (read === undefined) return false;
      if (allowed.includes(read)) return true;
      const { protocol, hostname, port } = new URL(read);
      if (!loopbackNames.includes(hostname)) return false;
      // 127.0.0.1 and localhost are two names of one server.
      const server = `${protocol}//:${port}`;
      app ??= server;
      return app === server;
    },
  };
}
