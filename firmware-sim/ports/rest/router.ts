/** Finds the handler of a request, reads the body before it, and turns refusals into replies. */
import { isCode } from '../../../src/protocol/errors.ts';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendErrorPage, sendJson, sendSentence } from './replies.ts';
import { benchRefusal, windowRefusal } from './request-guard.ts';

export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  /** At most `maximumBodyLength` bytes; empty for a GET. */
  readonly body: Uint8Array;
}

export type Handler = (call: Call) => void | Promise<void>;
type Method = 'GET' | 'POST' | 'DELETE';
export type Routes = Readonly<Record<string, Partial<Record<Method, Handler>>>>;

const maximumBodyLength = 1 << 16;
const notUnderstood = 'The browser (or proxy) sent a request that this server could not understand.';
const noQuery = new URLSearchParams();

/** The JSON in a body, whatever its Content-Type. Throws `SyntaxError`. */
export function parseJson(body: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
}

/** A handler of a JSON body. Unparseable: 400 with a message. Another shape: 400 with what is wrong. */
export function jsonHandler(handle: (body: unknown, call: Call) => void | Promise<void>): Handler {
  return async (call) => {
    let body: unknown;
    try {
      body = parseJson(call.body);
    } catch {
      sendJson(call.response, { message: notUnderstood }, 400);
      return;
    }
    try {
      await handle(body, call);
    } catch (error) {
      if (!isCode(error, 'invalid-body')) throw error;
      const explained = `${error.message}\n\nSee docs/bench.md for what this address takes.`;
      sendJson(call.response, { error: explained }, 400);
    }
  };
}

function withBody(request: IncomingMessage, response: ServerResponse, use: (body: Uint8Array) => void): void {
  const chunks: Uint8Array[] = [];
  let length = 0;
  request.on('data', (chunk: Uint8Array) => {
    length += chunk.length;
    if (length <= maximumBodyLength) chunks.push(chunk);
  });
  request.on('end', () => {
    if (length <= maximumBodyLength) use(Buffer.concat(chunks));
    else sendSentence(response, 413, `A body has at most ${maximumBodyLength} bytes.`);
  });
}

function refuseMethod(
  response: ServerResponse,
  handlers: Partial<Record<Method, Handler>> | undefined,
): void {
  // Speculos serves files at every other address, so there an unknown POST meets GET's methods.
  const methods = handlers === undefined ? ['GET'] : Object.keys(handlers);
  const allow = ['OPTIONS', ...methods, ...(methods.includes('GET') ? ['HEAD'] : [])];
  sendErrorPage(response, 405, { Allow: allow.join(', ') });
}

export interface RouterParts {
  /** For programs. */
  readonly routes: Routes;
  /** For the device window, at paths that it alone knows. */
  readonly windowRoutes: Routes;
  /** Gets what a handler threw that is no refusal: a device whose storage fails must not live on. */
  readonly onFault: (fault: unknown) => void;
}

export function createRouter({ routes, windowRoutes, onFault }: RouterParts): RequestListener {
  return (request, response) => {
    const address = request.url ?? '/';
    const queryStart = address.indexOf('?');
    const path = queryStart < 0 ? address : address.slice(0, queryStart);
    const ofWindow = Object.hasOwn(windowRoutes, path) ? windowRoutes[path] : undefined;
    const refusal = ofWindow === undefined ? benchRefusal(request) : windowRefusal(request);
    if (refusal !== undefined) {
      sendSentence(response, 403, refusal);
      return;
    }
    const query = queryStart < 0 ? noQuery : new URLSearchParams(address.slice(queryStart));
    const handlers = ofWindow ?? (Object.hasOwn(routes, path) ? routes[path] : undefined);
    const call = (handler: Handler, body: Uint8Array): void => {
      void (async () => handler({ request, response, query, body }))().catch(onFault);
    };
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        if (handlers?.GET === undefined) sendErrorPage(response, 404);
        else call(handlers.GET, new Uint8Array());
        break;
      case 'POST':
      case 'DELETE': {
        const handler = handlers?.[request.method];
        if (handler === undefined) refuseMethod(response, handlers);
        else withBody(request, response, (body) => call(handler, body));
        break;
      }
      case 'OPTIONS':
        response.writeHead(200, { Allow: 'OPTIONS, GET, HEAD, POST, DELETE', 'Content-Length': 0 }).end();
        break;
      default:
        refuseMethod(response, handlers);
    }
  };
}
