/** The commands of `hostblind`, each from its command line to its exit code. */
import { HostblindError } from '../protocol/errors.ts';
import { nodeHid } from '../transport/node-hid.ts';
import type { Run } from './command-line.ts';
import { links } from './command-line.ts';
import { connectorFor } from './connect.ts';
import { create } from './create.ts';
import type { ExitName } from './exit-codes.ts';
import type { Output } from './output.ts';
import { describeDevice, deviceRecord, startSession, type Session } from './session.ts';
import { bar, fractionOf, sentenceOf } from './progress.ts';

export async function run(options: Run, output: Output, signal: AbortSignal): Promise<ExitName> {
  switch (options.command) {
    case 'list':
      return list(options, output, signal);
    case 'info':
      return withDevice(options, signal, async (session) => {
        const proof = await session.signer.verify({ signal });
        output.answer(describeDevice(session.info, proof), deviceRecord(session.info, proof));
        return proof.kind === 'failed' ? 'doNotUse' : 'done';
      });
    case 'status':
      return withDevice(options, signal, async ({ signer }) => {
        const state = await signer.status({ signal });
        const lines = [
          `${bar(fractionOf(state))} ${sentenceOf(state)}`,
          `wallet        ${state.wallet}${state.locked ? ', locked' : ''}`,
          `PIN tries     ${state.triesLeft}`,
        ];
        output.answer(lines, { progress: fractionOf(state), ...state });
        return 'done';
      });
    case 'cancel':
      return withDevice(options, signal, async ({ signer }) => {
        await signer.cancel({ signal });
        output.answer(['The device was asked to stop, and stopped.'], {
          event: 'result',
          outcome: 'cancelled',
        });
        return 'done';
      });
    case 'create': {
      const connector = connectorFor(options.link ?? 'usb', options);
      const { wordCount, candidates, dice } = options;
      return create({ connector, output, signal, wordCount, candidates, dice });
    }
  }
}

async function withDevice(
  options: Run,
  signal: AbortSignal,
  use: (session: Session) => Promise<ExitName>,
): Promise<ExitName> {
  const connector = connectorFor(options.link ?? 'usb', options);
  const session = await startSession(await connector.open({ signal }), signal);
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

interface Listed {
  readonly link: string;
  readonly path: string;
  readonly title: string;
}

/** Every device that a link reaches; a link that cannot be used here is passed over, unless it was asked for. */
async function list(options: Run, output: Output, signal: AbortSignal): Promise<ExitName> {
  const found: Listed[] = [];
  for (const link of options.link === undefined ? links : [options.link]) {
    try {
      found.push(...(link === 'usb' ? listUsb() : await listSimulator(link, options, signal)));
    } catch (error) {
      if (options.link !== undefined || !(error instanceof HostblindError)) throw error;
    }
  }
  const lines = found.map(({ link, path, title }) => `${link.padEnd(8)} ${path.padEnd(22)} ${title}`);
  output.answer(found.length === 0 ? ['No device is there.'] : lines, { devices: found });
  return found.length === 0 ? 'noDevice' : 'done';
}

function listUsb(): Listed[] {
  return nodeHid()
    .list()
    .map(({ path, manufacturer = '', product = '', vendorId, productId }) => ({
      link: 'usb',
      path,
      title: `${manufacturer} ${product} (${hexWord(vendorId)}:${hexWord(productId)})`.trim(),
    }));
}

async function listSimulator(link: 'process' | 'tcp', options: Run, signal: AbortSignal): Promise<Listed[]> {
  const connector = connectorFor(link, options);
  const transport = await connector.reopen({ signal });
  if (transport === undefined) return [];
  const session = await startSession(transport, signal);
  await session.close();
  return [{ link, path: '127.0.0.1', title: connector.title }];
}

function hexWord(value: number): string {
  return value.toString(16).padStart(4, '0');
}
