/** The ceremonies after the first backup, each as what a host asks for and what a person does then. */
import { responseData } from '../../src/protocol/apdu.ts';
import type { CeremonyRequest } from '../../src/protocol/ceremonies.ts';
import { encodeReadFileRequest } from '../../src/protocol/commands/read-file.ts';
import type { Outcome, WalletState } from '../../src/protocol/public-state.ts';
import {
  agree,
  checkBackupFile,
  choosePin,
  confirmWord,
  copySquares,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  makeBackupFile,
  restoreBackupFile,
  reveal,
  revealSeedQr,
  tap,
  wipe,
  type Action,
  type Person,
} from './person.ts';
import { createTestDevice, createTestStorage, seededRandom, type TestDevice } from './test-device.ts';

export const lifePin = '1357';
export const newPin = '8642';

export interface LifeScript {
  readonly name: string;
  readonly request: CeremonyRequest;
  /** What the device must hold before. */
  readonly before: Exclude<WalletState, 'unfinished-backup'>;
  readonly after: Exclude<WalletState, 'unfinished-backup'>;
  readonly outcome: Outcome;
  person(paper: readonly string[]): Person<void>;
}

function* revealAndConfirm(paper: readonly string[]): Person<void> {
  yield* agree('Show words?');
  yield* enterPin(lifePin);
  yield* reveal();
  for (let position = 1; position <= paper.length; position += 1) yield* tap('right');
  yield* expectScreen('All seen?');
  yield* tap('both');
  for (let position = 1; position <= paper.length; position += 1) yield* confirmWord(position, paper);
}

function* check(paper: readonly string[], method: 'letters' | 'halving'): Person<void> {
  yield* agree('Check backup?');
  yield* enterPin(lifePin);
  yield* enterWords(paper, method);
  yield* tap('right');
}

function* restore(paper: readonly string[], method: 'letters' | 'halving'): Person<void> {
  yield* agree('Restore?');
  yield* enterWords(paper, method);
  yield* choosePin(newPin);
  yield* expectScreen('Restored');
  yield* tap('right');
}

function* changePin(): Person<void> {
  yield* agree('Change PIN?');
  yield* enterPin(lifePin);
  yield* choosePin(newPin);
}

function* wipeDevice(): Person<void> {
  yield* agree('Wipe device?');
  yield* wipe();
}

function* seedQr(format: 'standard' | 'compact'): Person<void> {
  yield* agree('Show SeedQR?');
  yield* enterPin(lifePin);
  yield* revealSeedQr(format);
  yield* copySquares();
  yield* tap('right');
}

/** A backup file, and the code on the paper that belongs to it. */
export interface LifeFile {
  readonly file: Uint8Array;
  readonly code: readonly string[];
}

/** Makes a file of the wallet that `prepared` stores. */
export function fileOf(prepared: Prepared, seed?: string): LifeFile {
  const device = switchedOn(prepared.image, seed);
  device.person(enterPin(lifePin));
  device.start({ kind: 'backup-file' });
  const code = device.person(makeBackupFile(lifePin));
  return { file: responseData(device.exchange(encodeReadFileRequest())), code };
}

/** The file of the wallet that `backedUpImage()` stores. */
export const lifeFile: LifeFile = fileOf(backedUpImage());

const kept = { before: 'backed-up', after: 'backed-up' } as const;

export const lifeScripts: readonly LifeScript[] = [
  { name: 'reveal', request: { kind: 'reveal' }, ...kept, outcome: 'completed', person: revealAndConfirm },
  ...(['letters', 'halving'] as const).map((method): LifeScript => ({
    name: `check by ${method}`,
    request: { kind: 'check' },
    ...kept,
    outcome: 'match',
    person: (paper) => check(paper, method),
  })),
  ...(['letters', 'halving'] as const).map((method): LifeScript => ({
    name: `restore by ${method}`,
    request: { kind: 'restore', wordCount: 12 },
    before: 'empty',
    after: 'backed-up',
    outcome: 'completed',
    person: (paper) => restore(paper, method),
  })),
  ...(['standard', 'compact'] as const).map((format): LifeScript => ({
    name: `${format} SeedQR`,
    request: { kind: 'seed-qr' },
    ...kept,
    outcome: 'completed',
    person: () => seedQr(format),
  })),
  { name: 'change PIN', request: { kind: 'change-pin' }, ...kept, outcome: 'completed', person: changePin },
  {
    name: 'wipe',
    request: { kind: 'wipe' },
    before: 'backed-up',
    after: 'empty',
    outcome: 'completed',
    person: wipeDevice,
  },
  {
    name: 'rename',
    request: { kind: 'rename', name: 'Desk' },
    ...kept,
    outcome: 'completed',
    person: () => agree('Rename?'),
  },
  {
    name: 'backup file',
    request: { kind: 'backup-file' },
    ...kept,
    outcome: 'completed',
    *person() {
      yield* makeBackupFile(lifePin);
    },
  },
  {
    name: 'check file',
    request: { kind: 'check-file', file: lifeFile.file },
    ...kept,
    outcome: 'match',
    person: () => checkBackupFile(lifePin, lifeFile.code, 'The file is good'),
  },
  {
    name: 'restore file by letters',
    request: { kind: 'restore-file', file: lifeFile.file },
    before: 'empty',
    after: 'backed-up',
    outcome: 'completed',
    person: () => restoreBackupFile(newPin, lifeFile.code, 'letters'),
  },
];

export interface Prepared {
  readonly image: Uint8Array;
  readonly paper: readonly string[];
}

/** The storage of a device that was backed up under `lifePin`; `phrase` names the phrase. */
export function backedUpImage(phrase = 'life'): Prepared {
  const device = createTestDevice({ random: seededRandom({ all: 'shared', phrase }) });
  device.startCreate(12);
  const paper = device.person(createWallet(12, lifePin));
  return { image: device.storage.bytes.slice(), paper };
}

/** A device on a copy of what another one stored, just switched on. */
export function switchedOn(image: Uint8Array, seed = 'switched on'): TestDevice {
  const storage = createTestStorage();
  storage.bytes.set(image);
  return createTestDevice({ storage, random: seededRandom({ all: seed }) });
}

/** The device that a script begins with: unlocked, or without a wallet; the host has not asked yet. */
export function readyFor(script: LifeScript, { image }: Prepared): TestDevice {
  if (script.before === 'empty') return createTestDevice({ random: seededRandom({ all: 'empty' }) });
  const device = switchedOn(image);
  device.person(enterPin(lifePin));
  return device;
}

/** Runs a script to its end; `before` is called ahead of every action that is no mere look. */
export function playScript(
  device: TestDevice,
  script: LifeScript,
  paper: readonly string[],
  before: (action: Action) => void = () => undefined,
): void {
  device.start(script.request);
  const person = script.person(paper);
  let step = person.next();
  while (step.done !== true) {
    if (step.value.kind !== 'look') before(step.value);
    step = person.next(device.fingers(step.value));
  }
}
