/** The local chain behind HTTP, as a node has it, for pages from anywhere. Loopback only. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalChain } from './local-chain.ts';

export interface ChainServer {
  readonly url: string;
  readonly close: () => void;
}

interface Call {
  readonly id: unknown;
  readonly method: string;
  readonly params?: unknown;
}

async function readCall(request: IncomingMessage): Promise<Call> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return JSON.parse(text) as Call;
}

async function answer(chain: LocalChain, { id, ...call }: Call): Promise<object> {
  try {
    return { jsonrpc: '2.0', id, result: await chain.request(call) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { jsonrpc: '2.0', id, error: { code: -32_000, message } };
  }
}

/** `port`: a free one without. */
export async function serveChain(chain: LocalChain, port = 0): Promise<ChainServer> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method !== 'POST') {
      response.writeHead(204).end();
      return;
    }
    readCall(request)
      .then((call) => answer(chain, call))
      .then(
        (reply) => response.setHeader('content-type', 'application/json').end(JSON.stringify(reply)),
        () => response.writeHead(400).end(),
      );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
