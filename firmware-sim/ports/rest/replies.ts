/** The shapes of replies that clients of Speculos know. */
import { STATUS_CODES, type ServerResponse } from 'node:http';

/** On every reply: never cached, never taken for another type, never readable or embedded by another page. */
const commonHeaders = {
  'Cache-Control': 'no-cache,no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** JSON with a space after each comma and colon, as Python writes it: some clients compare lines as text. */
export function spacedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spacedJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${spacedJson(field)}`);
  return `{${fields.join(', ')}}`;
}

export interface Reply {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export function send(response: ServerResponse, { status = 200, type, body, headers }: Reply): void {
  response.writeHead(status, {
    ...commonHeaders,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  send(response, { status, type: 'application/json', body: `${spacedJson(value)}\n` });
}

export function sendSentence(response: ServerResponse, status: number, sentence: string): void {
  send(response, { status, type: 'text/plain; charset=utf-8', body: `${sentence}\n` });
}

/** The page that a wrong address or method gets. */
export function sendErrorPage(
  response: ServerResponse,
  status: number,
  headers?: Readonly<Record<string, string>>,
): void {
  const title = `${status} ${STATUS_CODES[status]}`;
  const body = `<!doctype html>\n<html lang="en">\n<title>${title}</title>\n<h1>${title}</h1>\n</html>\n`;
  send(response, {
    status,
    type: 'text/html; charset=utf-8',
    body,
    ...(headers === undefined ? {} : { headers }),
  });
}

/** Whole at once, yet chunked: what a client of a streamed reply reads. */
export function sendChunked(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { ...commonHeaders, 'Content-Type': type, 'Transfer-Encoding': 'chunked' });
  response.end(body);
}

/** A client that stops reading may have so many bytes waiting before its stream is cut. */
const maximumStreamBacklog = 1 << 20;

/** Starts a stream of server-sent events, headers at once. The returned function sends one event in one chunk. */
export function startEventStream(response: ServerResponse): (json: string) => void {
  response.writeHead(200, {
    ...commonHeaders,
    'Content-Type': 'text/event-stream',
    'Transfer-Encoding': 'chunked',
  });
  response.flushHeaders();
  return (json) => {
    if (response.writableLength > maximumStreamBacklog) response.destroy();
    else response.write(`data: ${json}\n\n`);
  };
}
