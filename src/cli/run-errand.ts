/** The commands that ask something of a device: from the command line to a session, and a file if there is one. */
import { recomputeInline } from '../devices/hostblind/entropy-check/recompute-inline.ts';
import { createHostblindSigner } from '../devices/hostblind/hostblind-signer.ts';
import { createSession } from '../session/create-session.ts';
import type { Wish } from '../session/offers.ts';
import { codedError } from '../protocol/errors.ts';
import { ceremonyText } from '../text/terminal/ceremonies.ts';
import { terminalText } from '../text/terminal/terminal.ts';
import { startTimer } from '../transport/timer.ts';
import { readBackupSource } from './backup-source.ts';
import { expectBackupOf, openBackupTarget, targetProblem, type BackupTarget } from './backup-target.ts';
import { errandFor, newWallet, unfinishedBackup, type Errand } from './ceremony/errand.ts';
import type { Saved } from './ceremony/finish.ts';
import { runCeremony } from './ceremony/run-ceremony.ts';
import type { Run } from './command-line.ts';
import { connectorFor } from './connect.ts';
import { aboutFamily, families } from './families.ts';
import type { CeremonyCommand } from './flags.ts';
import { openRecords } from './open-records.ts';
import { issuersFor } from './roots.ts';
import type { ExitName } from './terminal/exit-codes.ts';
import type { Keyboard } from './terminal/keyboard.ts';
import type { Output } from './terminal/output.ts';
import { openingOn } from './wrong-service.ts';

export interface RunSurroundings {
  readonly output: Output;
  /** `undefined`: nobody can be asked. */
  readonly keyboard: Keyboard | undefined;
  readonly signal: AbortSignal;
  /** Calls it when the program ends, however it ends. */
  readonly atExit: (then: () => void) => void;
}

function fromFile(kind: 'check-file' | 'restore-file', path: string): Errand {
  const { bytes, walletId } = readBackupSource(path);
  return errandFor({ kind, file: bytes }, kind === 'check-file' ? walletId : undefined);
}

function errandOf(command: CeremonyCommand, options: Run): Errand {
  const { wordCount, candidates: range, dice, file, name } = options;
  switch (command) {
    case 'create':
      return newWallet({ kind: command, wordCount, dice, range });
    case 'resume':
      return unfinishedBackup;
    case 'restore':
    case 'identify':
      return errandFor({ kind: command, wordCount });
    case 'check-file':
    case 'restore-file':
      return fromFile(command, file);
    case 'language':
      return errandFor({ kind: command, tag: options.language ?? '' });
    case 'rename':
      return errandFor({ kind: command, name: name ?? '' });
    default:
      return errandFor({ kind: command } satisfies Wish);
  }
}

/** What is asked here first, where somebody is there to answer. */
function expectConfirmed(command: CeremonyCommand, { yes }: Run, keyboard: Keyboard | undefined): void {
  if ((command === 'reveal' || command === 'wipe') && !yes && keyboard === undefined)
    throw codedError('usage', terminalText.usage.sayYes(command));
}

interface Saving {
  readonly saved: Saved;
  readonly saveFile: (file: Uint8Array, walletId: string) => Promise<void>;
}

function savingTo(target: BackupTarget): Saving {
  let problem: string | undefined;
  return {
    saved: { path: target.path, problem: () => problem },
    async saveFile(file, walletId) {
      await Promise.resolve();
      problem = ceremonyText.strangeFile;
      expectBackupOf(file, walletId);
      try {
        target.write(file);
      } catch (error) {
        problem = ceremonyText.saveProblem(target.path, targetProblem(error));
        throw error;
      }
      problem = undefined;
    },
  };
}

export async function runErrand(
  command: CeremonyCommand,
  options: Run,
  { output, keyboard, signal, atExit }: RunSurroundings,
): Promise<ExitName> {
  expectConfirmed(command, options, keyboard);
  const errand = errandOf(command, options);
  const connector = connectorFor(options.link ?? 'usb', options);
  const issuers = await issuersFor(options.roots);
  const target = command === 'backup-file' ? openBackupTarget(options.file, options.force) : undefined;
  if (target !== undefined) atExit(() => target.discard());
  const kept = openRecords(options.records);
  const usable = kept.usable();
  if (!usable) output.note('not-kept', terminalText.notes['not-kept']);
  const saving = target === undefined ? undefined : savingTo(target);
  const session = createSession({
    connectors: [connector],
    createSigner: (transport) =>
      createHostblindSigner(transport, { openRecomputer: recomputeInline, issuers }),
    families: families.map(({ family }) => family),
    clock: { now: () => Date.now(), after: startTimer },
    records: kept.records,
    rememberLink: () => undefined,
    saveFile: saving?.saveFile,
  });
  const opening = { link: options.link ?? 'usb', port: options.port };
  try {
    return await runCeremony({
      session,
      errand,
      link: connector.kind,
      output,
      keyboard,
      confirmed: options.yes,
      forgetWallet: options.forgetWallet,
      aboutFamily: (family) => aboutFamily(family, families),
      whenUnmet: (ending) => openingOn(opening, ending),
      saved: saving?.saved,
      now: () => Date.now(),
      startTimer,
      signal,
    });
  } finally {
    target?.discard();
    // What was learnt at the very end is written too.
    await kept.records.load().catch(() => undefined);
    if (usable && kept.records.view.problem !== undefined)
      output.note('not-kept', terminalText.notes['not-kept']);
  }
}
