/** The commands of `hostblind`, each from its command line to its exit code. */
import { isCode } from '../protocol/errors.ts';
import { encodeExport } from '../records/export.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import { startTimer } from '../transport/timer.ts';
import type { Run } from './command-line.ts';
import { connectorFor } from './connect.ts';
import { isCeremony } from './flags.ts';
import { listDevices } from './list-devices.ts';
import { recordLines } from './list-records.ts';
import { openRecords } from './open-records.ts';
import {
  describeDevice,
  describeMemory,
  introduceDevice,
  deviceRecord,
  openDevice,
  proofOf,
  recollect,
  type OpenedDevice,
} from './opened-device.ts';
import { issuersFor } from './roots.ts';
import { runErrand, type RunSurroundings } from './run-errand.ts';
import type { ExitName } from './terminal/exit-codes.ts';
import type { Output } from './terminal/output.ts';
import { describeStatus, fractionOf } from './terminal/progress.ts';
import { openingOn } from './wrong-service.ts';

export async function run(options: Run, surroundings: RunSurroundings): Promise<ExitName> {
  const { command } = options;
  if (isCeremony(command)) return runErrand(command, options, surroundings);
  const { output, signal } = surroundings;
  switch (command) {
    case 'list':
      return listDevices(options, output, signal);
    case 'info':
      return withDevice(options, signal, (session) => showInfo(session, options, output, signal));
    case 'records':
      return showRecords(options, output);
    case 'sign-message':
      return signHere(options, output, signal);
    case 'status':
      return withDevice(options, signal, async ({ signer }) => {
        const state = await signer.status({ signal });
        output.answer(describeStatus(state), { progress: fractionOf(state), ...state });
        return 'done';
      });
    case 'cancel':
      return withDevice(options, signal, async ({ signer }) => {
        try {
          await signer.cancel({ signal });
        } catch (error) {
          if (!isCode(error, 'not-in-this-state')) throw error;
          const text = terminalText.nothingToCancel;
          output.answer([text], { event: 'result', outcome: 'nothing-to-cancel' });
          return 'notNow';
        }
        output.answer([terminalText.cancelled], {
          event: 'result',
          outcome: 'cancelled',
        });
        return 'done';
      });
    default: {
      // Loaded when it's asked for: no other command needs the kit.
      const { conform } = await import('./conform.ts');
      return conform(options, output, signal);
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
  const issuers = await issuersFor(options.roots);
  const session = await openingOn({ link, port: options.port }, async () =>
    openDevice(await connector.open({ signal }), signal, issuers),
  );
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

async function signHere(options: Run, output: Output, signal: AbortSignal): Promise<ExitName> {
  // Loaded when it's asked for: no other command needs a curve.
  const { readMessage, standardInput } = await import('./signing/message-source.ts');
  const { signOnDevice } = await import('./signing/sign-message.ts');
  const message =
    options.message === standardInput ? await readMessage(process.stdin, signal) : options.message;
  const connector = connectorFor(options.link ?? 'usb', options);
  const { records } = openRecords(options.records);
  const book = await records.load();
  return withDevice(options, signal, async (device) => {
    if (!(await introduceDevice(device, connector.kind, book, output, signal))) return 'doNotUse';
    return signOnDevice({
      transport: device.transport,
      signer: device.signer,
      request: { account: options.account, message },
      output,
      reopen: () => connector.open(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      startTimer,
      signal,
    });
  });
}

/** What is remembered is read, and nothing is kept. */
async function showInfo(
  session: OpenedDevice,
  options: Run,
  output: Output,
  signal: AbortSignal,
): Promise<ExitName> {
  const { info } = session;
  const proof = await proofOf(session, signal);
  const { records } = openRecords(options.records);
  const { kind } = connectorFor(options.link ?? 'usb', options);
  const memory = recollect(kind, info, proof, await records.load());
  output.answer(
    [...describeDevice(info, proof), ...describeMemory(memory, Date.now())],
    deviceRecord(info, proof, memory),
  );
  return proof?.kind === 'failed' || memory.alarm !== undefined ? 'doNotUse' : 'done';
}

async function showRecords(options: Run, output: Output): Promise<ExitName> {
  const { records, path, usable } = openRecords(options.records);
  if (!usable()) output.note('not-kept', terminalText.notes['not-kept']);
  const book = await records.load();
  const now = Date.now();
  const exported = JSON.parse(encodeExport(book, new Date(now).toISOString())) as object;
  output.answer(recordLines(records.view, path, now), exported);
  return 'done';
}
