/**
 * `npm start`: serves the built site on loopback and says where.
 * `--port N` or `PORT`: where to listen (24256; 0 for any). `--wire-port N` or `WIRE_PORT`: the wire port of a
 * `firmware-sim` process that the page may connect to (9997). Ends with exit code 0 at Ctrl-C, with 1 when it can't serve.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultWirePort } from '../protocol/wire-socket.ts';
import { loopback, sitePort } from './ports.ts';
import { createSiteServer, listenOn } from './site-server.ts';

function readPort(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new RangeError(`${name} must be a port number from 0 to 65535, not "${text}"`);
  return port;
}

/** What to do, instead of an error's code. It never picks another port: a bookmark would open someone else's page. */
function explain(error: unknown, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return `port ${port} is taken. End the program that has it, or choose another port: npm start -- --port ${sitePort + 2}`;
  if (code === 'EACCES')
    return `port ${port} isn't open to you. Choose another one: npm start -- --port ${sitePort}`;
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'wire-port': { type: 'string' } },
  });
  const [portName, portText] =
    values.port === undefined ? ['PORT', process.env['PORT'] ?? String(sitePort)] : ['--port', values.port];
  const port = readPort(portName, portText);
  const wirePort = readPort(
    values['wire-port'] === undefined ? 'WIRE_PORT' : '--wire-port',
    values['wire-port'] ?? process.env['WIRE_PORT'] ?? String(defaultWirePort),
  );
  const server = await createSiteServer({ root: resolve(import.meta.dirname, '../../dist'), wirePort });
  const used = await listenOn(server, port).catch((error: unknown) => {
    throw new Error(explain(error, port), { cause: error });
  });
  const query = wirePort === defaultWirePort ? '' : `?process=${wirePort}`;
  console.log(`Hostblind is at http://${loopback}:${used}/${query} (Ctrl-C stops it)`);
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // A file that was listed at the start and isn't there any more.
  process.once('uncaughtException', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'ENOENT'
        ? 'Hostblind stopped: the app was built again while it was served. Start it again.'
        : `Hostblind stopped: ${error.message}`,
    );
    process.exit(1);
  });
}

try {
  await main();
} catch (error) {
  console.error(`Hostblind could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
