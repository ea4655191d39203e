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

/** Why the bench refuses a request, or `undefined`. The bench shows words: only its own page may read it. */
export function benchRefusal(request: IncomingMessage): string | undefined {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (!hostAllowed(request)) return 'Address the bench as 127.0.0.1 or localhost, with its port.';
  if (origin !== undefined && origin !== `http://${host}`) {
    return 'The bench shows the words on the device: no page but its own may use it.';
  }
  // A page can ask for an image or a frame without an Origin header; the browser then says where it comes from.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'The bench is not reachable from other pages. Type its address into the address bar.';
  }
  return undefined;
}

/** `scheme://host[:port]` of an http or https address without a path; `undefined` for anything else. */
export function readOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { origin, protocol, href } = new URL(text);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && href === `${origin}/` ? origin : undefined;
}

/** Whether a page of this origin may open the wire: loopback pages and those that were allowed by name. */
export function wireOriginAllowed(origin: string | undefined, allowed: readonly string[]): boolean {
  // Programs that are not browsers send no Origin.
  if (origin === undefined) return true;
  const read = readOrigin(origin);
  if (read === undefined) return false;
  return loopbackNames.includes(new URL(read).hostname) || allowed.includes(read);
}
