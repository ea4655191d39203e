/**
 * `npm start`: serves the built site on loopback and says where.
 * `--port N` or `PORT`: where to listen (5173, or the next free port). `--wire-port N` or `WIRE_PORT`: the wire
 * port of a `firmware-sim` process that the page may connect to (9997).
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultWirePort } from '../protocol/wire-socket.ts';
import { createStaticServer, listenNear, loopback } from './static-server.ts';

const defaultPort = 5173;

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new RangeError(`${name} must be a port number from 0 to 65535, not "${text}"`);
  return port;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'wire-port': { type: 'string' } },
  });
  const port = readPort('--port', values.port ?? process.env['PORT'] ?? String(defaultPort));
  const wirePort = readPort(
    '--wire-port',
    values['wire-port'] ?? process.env['WIRE_PORT'] ?? String(defaultWirePort),
  );
  const server = await createStaticServer({ root: resolve(import.meta.dirname, '../../dist'), wirePort });
  const used = await listenNear(server, port);
  const query = wirePort === defaultWirePort ? '' : `?process=${wirePort}`;
  console.log(`Hostblind is at http://${loopback}:${used}/${query} (Ctrl-C stops it)`);
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  console.error(`Hostblind could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
