/** The commands of `hostblind`, each from its command line to its exit code. */
import { errorCode } from '../protocol/errors.ts';
import { errorMessages } from '../text/errors.ts';
import { nodeHid } from '../transport/node-hid/node-hid.ts';
import type { Run } from './command-line.ts';
import { links } from './command-line.ts';
import { connectorFor } from './connect.ts';
import { create } from './create.ts';
import { families } from './families.ts';
import { terminalText } from '../text/terminal.ts';
import type { ExitName } from './exit-codes.ts';
import { openRecords } from './open-records.ts';
import type { Output } from './output.ts';
import { createHostblindSigner } from '../devices/hostblind/hostblind-signer.ts';
import { recomputeInline } from '../devices/hostblind/entropy-check/recompute-inline.ts';
import { createSession } from '../session/create-session.ts';
import { startTimer } from '../transport/timer.ts';
import { describeDevice, deviceRecord, openDevice, type OpenedDevice } from './opened-device.ts';
import { describeStatus, fractionOf } from './progress.ts';
import { openingOn } from './wrong-service.ts';

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
        output.answer(describeStatus(state), { progress: fractionOf(state), ...state });
        return 'done';
      });
    case 'cancel':
      return withDevice(options, signal, async ({ signer }) => {
        await signer.cancel({ signal });
        output.answer([terminalText.cancelled], {
          event: 'result',
          outcome: 'cancelled',
        });
        return 'done';
      });
    case 'create': {
      const connector = connectorFor(options.link ?? 'usb', options);
      const { wordCount, candidates, dice, forgetWallet } = options;
      const kept = openRecords(options.records);
      if (!kept.usable()) output.note('not-kept', terminalText.notes['not-kept']);
      const session = createSession({
        connectors: [connector],
        createSigner: (transport) => createHostblindSigner(transport, { openRecomputer: recomputeInline }),
        families: families.map(({ family }) => family),
        clock: { now: () => Date.now(), after: startTimer },
        records: kept.records,
        rememberLink: () => undefined,
      });
      const opening = { link: options.link ?? 'usb', port: options.port };
      const parts = { opening, wordCount, candidates, dice, forgetWallet, output, startTimer, signal };
      return create({ ...parts, session, families, link: connector.kind });
    }
  }
}

async function withDevice(
  options: Run,
  signal: AbortSignal,
  use: (session: OpenedDevice) => Promise<ExitName>,
): Promise<ExitName> {
  const link = options.link ?? 'usb';
  const connector = connectorFor(link, options);
  const session = await openingOn({ link, port: options.port }, async () =>
    openDevice(await connector.open({ signal }), signal),
  );
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

/** Every device that a link reaches. A link that can't be used here ends it if it was asked for, and is named if not. */
async function list(options: Run, output: Output, signal: AbortSignal): Promise<ExitName> {
  const found: Listed[] = [];
  for (const link of options.link === undefined ? links : [options.link]) {
    try {
      found.push(...(link === 'usb' ? listUsb() : await listSimulator(link, options, signal)));
    } catch (error) {
      const code = errorCode(error);
      if (options.link !== undefined || code === undefined || code === 'aborted') throw error;
      output.note('unavailable', `--link ${link}: ${errorMessages[code].when} ${errorMessages[code].todo}`);
    }
  }
  const lines = found.map(({ link, path, title }) => `${link.padEnd(8)} ${path.padEnd(22)} ${title}`);
  output.answer(found.length === 0 ? [terminalText.noDevice] : lines, { devices: found });
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
  const session = await openingOn({ link, port: options.port }, () => openDevice(transport, signal));
  await session.close();
  return [{ link, path: '127.0.0.1', title: terminalText.links[link] }];
}

function hexWord(value: number): string {
  return value.toString(16).padStart(4, '0');
}
