/** Every ceremony as a run that a test can break at any point: where it begins, who presses what, how it ends. */
import { toHex } from '../../../src/protocol/bytes.ts';
import { encodeCeremonyRequest, type CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { Outcome, WalletState } from '../../../src/protocol/public-state.ts';
import { openVault } from '../../../firmware-sim/core/vault/vault.ts';
import type { Board } from '../../../firmware-sim/core/board.ts';
import { createCoreBoard } from '../core-board.ts';
import { stepsOf } from '../recorder.ts';
import { play, type Step } from '../script.ts';
import { createTestDevice, createTestStorage, type TestDevice } from '../test-device.ts';
import { createEntropyHost, someRolls } from './entropy-script.ts';
import { halvingPress, pilot, shownWord, wordToEnter, type Intent } from './pilot.ts';
import { quickRandom } from './quick-random.ts';
import { createShelf } from './run-twins.ts';
import { strangersCode, strangersFile } from './strangers-file.ts';
import { rightPin } from './twin-scripts.ts';
import { viewOf } from './twins.ts';

export const changedPin = '8642';

export interface CeremonyRun {
  readonly name: string;
  readonly before: WalletState;
  readonly after: WalletState;
  readonly outcome: Outcome;
  /** `undefined` for what a device begins by itself at power-on. */
  readonly request: CeremonyRequest | undefined;
  readonly intent: Intent;
  /** One of these PINs opens the wallet wherever the run is broken off. */
  readonly opensWith: readonly string[];
}

const shelf = createShelf();
export const stored = shelf.backedUp(0, 12);
const { file, code } = shelf.file(0, 12, 'its code');

const intent = (change: Partial<Intent> = {}): Intent => ({
  pin: rightPin,
  newPin: changedPin,
  repeatedPin: changedPin,
  paper: stored.paper,
  code,
  rolls: someRolls,
  entry: 'halving',
  unfinished: 'resume',
  seen: 'confirm',
  ...change,
});

const kept = { before: 'backed-up', after: 'backed-up', opensWith: [rightPin] } as const;

const made = { before: 'empty', after: 'backed-up', outcome: 'completed', opensWith: [changedPin] } as const;
const create = { kind: 'create', wordCount: 12 } as const;

export const ceremonyRuns: readonly CeremonyRun[] = [
  { name: 'create', ...made, request: create, intent: intent() },
  {
    name: 'create with the entropy check',
    ...made,
    request: { ...create, entropyCheck: true },
    intent: intent(),
  },
  { name: 'create with dice', ...made, request: { ...create, dice: true }, intent: intent() },
  {
    name: 'create with dice and the entropy check',
    ...made,
    request: { ...create, dice: true, entropyCheck: true },
    intent: intent(),
  },
  { name: 'restore from a file', ...made, request: { kind: 'restore-file', file }, intent: intent() },
  ...(['letters', 'halving'] as const).map((entry): CeremonyRun => ({
    name: `restore by ${entry}`,
    ...made,
    request: { kind: 'restore', wordCount: 12 },
    intent: intent({ entry }),
  })),
  {
    name: 'resume',
    before: 'unfinished-backup',
    after: 'backed-up',
    outcome: 'completed',
    request: undefined,
    intent: intent(),
    opensWith: [rightPin],
  },
  {
    name: 'discard',
    before: 'unfinished-backup',
    after: 'empty',
    outcome: 'discarded',
    request: undefined,
    intent: intent({ unfinished: 'discard' }),
    opensWith: [rightPin],
  },
  { name: 'unlock', ...kept, outcome: 'none', request: undefined, intent: intent() },
  {
    name: 'three wrong PINs',
    before: 'backed-up',
    after: 'empty',
    outcome: 'wiped',
    request: undefined,
    intent: intent({ pin: '0000' }),
    opensWith: [rightPin],
  },
  { name: 'reveal', ...kept, outcome: 'completed', request: { kind: 'reveal' }, intent: intent() },
  ...(['letters', 'halving'] as const).map((entry): CeremonyRun => ({
    name: `check by ${entry}`,
    ...kept,
    outcome: 'match',
    request: { kind: 'check' },
    intent: intent({ entry }),
  })),
  ...(['letters', 'halving'] as const).map((entry): CeremonyRun => ({
    name: entry === 'letters' ? 'standard SeedQR' : 'compact SeedQR',
    ...kept,
    outcome: 'completed',
    request: { kind: 'seed-qr' },
    intent: intent({ entry }),
  })),
  { name: 'backup file', ...kept, outcome: 'completed', request: { kind: 'backup-file' }, intent: intent() },
  {
    name: 'check file',
    ...kept,
    outcome: 'match',
    request: { kind: 'check-file', file },
    intent: intent(),
  },
  {
    name: 'check file, with another code',
    ...kept,
    outcome: 'wrong-code',
    request: { kind: 'check-file', file },
    intent: intent({ code: strangersCode }),
  },
  {
    name: 'check the file of another wallet',
    ...kept,
    outcome: 'other-wallet',
    request: { kind: 'check-file', file: strangersFile },
    intent: intent(),
  },
  {
    name: 'change PIN',
    ...kept,
    outcome: 'completed',
    request: { kind: 'change-pin' },
    intent: intent(),
    opensWith: [rightPin, changedPin],
  },
  {
    name: 'wipe',
    before: 'backed-up',
    after: 'empty',
    outcome: 'completed',
    request: { kind: 'wipe' },
    intent: intent(),
    opensWith: [rightPin],
  },
  {
    name: 'rename',
    ...kept,
    outcome: 'completed',
    request: { kind: 'rename', name: 'Desk' },
    intent: intent(),
  },
];

/** A new storage with what the device of a run holds before it. */
export function storageBefore({ before }: Pick<CeremonyRun, 'before'>) {
  const storage = createTestStorage();
  if (before === 'backed-up') storage.bytes.set(stored.image);
  if (before === 'unfinished-backup') storage.bytes.set(shelf.unfinished(0, 12));
  return storage;
}

/** The same phrase in every run, so that whatever opens can be told to be the right wallet. */
export function soundRandom(): Board['random'] {
  return quickRandom({ all: 'faults', phrase: 'phrase 0' });
}

/** Unlocks and asks, as often as the run needs; stops at "fault"; throws after 1,200 presses. */
export function playRun(
  device: TestDevice,
  run: CeremonyRun,
  act: (device: TestDevice, steps: readonly Step[]) => void = (each, steps) => void play(each, steps),
): void {
  let asked = run.request === undefined;
  const nextOfCheck = createEntropyHost();
  // Of a phrase or a code that is new the person writes down what the glass shows.
  const written: string[] = [];
  for (let presses = 0; presses < 1_200; presses += 1) {
    const status = device.status();
    if (status.stage === 'fault') return;
    const view = viewOf(device, status);
    const shown = shownWord(view);
    if (shown !== undefined) written[shown.position - 1] = shown.word;
    const action = pilot(view, { ...run.intent, written });
    if (status.stage === 'entropy') {
      device.exchange(nextOfCheck());
    } else if (action.kind === 'none') {
      if (asked || run.request === undefined) return;
      device.exchange(encodeCeremonyRequest(run.request));
      asked = true;
    } else if (action.kind === 'halve') {
      const word = wordToEnter(view.lines[0] ?? '', run.intent);
      act(device, stepsOf({ kind: 'tap', gesture: halvingPress(view.lines, word) }));
    } else {
      act(device, stepsOf(action));
    }
  }
  throw new Error(`${run.name} does not come to an end`);
}

/**
 * The wallet id that one of the PINs opens, in hexadecimal; `empty` without a wallet, `closed` if none opens it. On a
 * copy: a wrong PIN costs that one a try.
 */
export function openedBy(image: Uint8Array, pins: readonly string[]): string {
  const storage = createTestStorage();
  storage.bytes.set(image);
  const vault = openVault(createCoreBoard({ storage, random: quickRandom({ all: 'opening' }) }));
  if (vault.state() === 'empty') return 'empty';
  for (const pin of pins) {
    const opened = vault.unlock(Uint8Array.from(pin, Number));
    if (opened.kind === 'open') return toHex(opened.wallet.walletId);
    if (opened.kind === 'wiped') break;
  }
  return 'closed';
}

/** What a run that keeps a wallet, restores it or draws its phrase must open. */
export const theWallet = openedBy(stored.image, [rightPin]);

/** As above; a phrase with dice or a host's part in it is another one, and the same in every run of that name. */
export function walletOf(run: CeremonyRun): string {
  const { request } = run;
  if (request?.kind !== 'create' || (request.dice !== true && request.entropyCheck !== true))
    return theWallet;
  const storage = storageBefore(run);
  playRun(createTestDevice({ storage, random: soundRandom() }), run);
  return openedBy(storage.bytes, run.opensWith);
}
