/**
 * Another program on the port of a simulator: what it answers is no device's, and advice about cables helps nobody.
 * Found at the first exchange; a device that has answered once is a device.
 */
import { get } from 'node:http';
import { errorCode, type ErrorCode } from '../protocol/errors.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import { defaultWirePort } from '../protocol/wire-socket.ts';
import type { LinkName, Run } from './command-line.ts';
import { inOwnWords } from './terminal/own-words.ts';

const defaultApduPort = 9999;

const probeMs = 2000;

/** What a port says to a plain request over HTTP; `undefined` when nothing listens there. */
function probe(port: number): Promise<'wire' | 'other' | undefined> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/', timeout: probeMs, agent: false }, (reply) => {
      // The wire of a simulator says so, and asks for an upgrade.
      resolve(reply.statusCode === 426 && reply.headers.upgrade === 'websocket' ? 'wire' : 'other');
      reply.destroy();
    });
    request.on('timeout', () => request.destroy(Object.assign(new Error('silent'), { code: 'SILENT' })));
    request.on('error', (error) => {
      resolve('code' in error && error.code === 'ECONNREFUSED' ? undefined : 'other');
    });
  });
}

/** Codes of a first exchange that no simulator causes; what is refused was at least understood. */
const strange: readonly (ErrorCode | undefined)[] = ['bad-response', 'timeout'];

/** The error of an opening as it is, or as that of another service on the port. */
async function explained(error: unknown, link: 'process' | 'tcp', port: number): Promise<unknown> {
  const code = errorCode(error);
  const isElsewhere =
    strange.includes(code) ||
    (link === 'tcp' && code === 'disconnected') ||
    (link === 'process' && code === 'not-found' && (await probe(port)) === 'other');
  if (code === undefined || !isElsewhere) return error;
  return inOwnWords(
    code,
    terminalText.otherService(`127.0.0.1:${port}`, code === 'disconnected'),
    terminalText.portPrinted(link === 'tcp' ? 'apdu' : 'wire'),
    error,
  );
}

/** Opens, and tells another service on the port of a simulator from a device that went away. */
export async function openingOn<Opened>(
  { link, port }: { readonly link: LinkName } & Pick<Run, 'port'>,
  open: () => Promise<Opened>,
): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (link === 'usb') throw error;
    throw await explained(error, link, port ?? (link === 'tcp' ? defaultApduPort : defaultWirePort));
  }
}
