/** Two makers' devices: the words of one restore on the other, and so do its backup files. */
import { describe, expect, it } from 'vitest';
import {
  agree,
  changeWords,
  checkBackupFile,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  makeBackupFile,
  restoreBackupFile,
  tap,
} from '../../kit/drivers/person.ts';
import {
  createTestDevice,
  createTestStorage,
  seededRandom,
  type TestDevice,
} from '../../fixtures/devices/test-device.ts';
import {
  createOf,
  referenceDevice,
  storageWith,
  toHex,
  type Reference,
} from '../../fixtures/reference/reference.ts';
import type { WordCount } from '../../../src/protocol/public-state.ts';

const pin = '1234';
const counts: readonly WordCount[] = [12, 15, 18, 21, 24];
const walletCommand = 'c805000000';

const ask = (device: TestDevice, command: string): string => {
  const answer = toHex(device.exchange(Uint8Array.from(Buffer.from(command, 'hex'))));
  expect(answer.slice(-4)).toBe('9000');
  return answer.slice(0, -4);
};

const ours = (seed = 'two makers'): TestDevice =>
  createTestDevice({ storage: createTestStorage(4_096), random: seededRandom({ all: seed }) });

function ourWallet(words: WordCount): { device: TestDevice; paper: string[] } {
  const device = ours();
  device.startCreate(words);
  return { device, paper: device.person(createWallet(words, pin)) };
}

async function theirWallet(words: WordCount): Promise<Reference> {
  const reference = referenceDevice();
  reference.ask(createOf(words));
  await reference.does('agree', `choose-pin ${pin}`, 'reveal', 'confirm-words', 'next');
  return reference;
}

function* restoring(words: readonly string[]) {
  yield* agree('Restore?');
  yield* enterWords(words, 'halving', 'Word');
  yield* expectScreen('On your form?');
  yield* tap('right');
  yield* choosePin(pin);
  yield* expectScreen('Restored');
  yield* tap('right');
}

describe.each(counts)('a wallet of %i words', (words) => {
  it('of ours is the same one there', async () => {
    const { device, paper } = ourWallet(words);
    const there = referenceDevice({ storage: await storageWith(paper.join(' '), pin, 'backed-up') });
    await there.does(`pin ${pin}`);
    expect(there.ask(walletCommand)).toBe(ask(device, walletCommand));
  });

  it('of theirs is the same one here', async () => {
    const there = await theirWallet(words);
    const device = ours();
    device.start({ kind: 'restore', wordCount: words });
    device.person(restoring(there.written()));
    expect(ask(device, walletCommand)).toBe(there.ask(walletCommand));
  });

  it('is in a file that either opens', async () => {
    const there = await theirWallet(words);
    const walletId = there.ask(walletCommand);
    const paper = [...there.written()];
    there.ask('c827000000');
    await there.does('agree', `pin ${pin}`, 'reveal', 'confirm-words', 'next');
    const file = there.ask('c807000000');
    const device = ours();
    device.start({ kind: 'restore-file', file: Uint8Array.from(Buffer.from(file, 'hex')) });
    device.person(restoreBackupFile(pin, there.written()));
    expect(ask(device, walletCommand)).toBe(walletId);

    device.start({ kind: 'backup-file' });
    const code = device.person(makeBackupFile(pin));
    const ourFile = ask(device, 'c807000000');
    device.start({ kind: 'check-file', file: Uint8Array.from(Buffer.from(ourFile, 'hex')) });
    device.person(checkBackupFile(pin, code, 'The file is good'));
    there.ask(`c82800007c${ourFile}`);
    await there.does('agree', `pin ${pin}`, `enter-code ${code.join(' ')}`);
    expect(there.device.screen.title).toBe('The file is good');
    await there.does('next');
    there.ask('c824000000');
    await there.does('agree', 'hold');
    there.ask(`c82900007c${ourFile}`);
    await there.does('agree', `enter-code ${code.join(' ')}`, `choose-pin ${pin}`, 'next');
    expect(there.ask(walletCommand)).toBe(walletId);
    there.ask('c820000000');
    await there.does('agree', `pin ${pin}`, 'reveal');
    expect(there.written().join() === paper.join()).toBe(true);
  });
});

/** What no table of edges says: the same steps at both, and the same is told. */
describe('after words that were corrected', () => {
  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
  const swapped = (right: readonly string[]): string[] => [right[1] ?? '', right[0] ?? '', ...right.slice(2)];
  const corrected = (right: readonly string[]): string[] => [
    ...right.slice(0, 2).flatMap((word) => ['both', `enter ${word}`]),
    ...right.slice(2).map(() => 'next'),
    'next',
  ];

  async function both(seed?: string): Promise<{ device: TestDevice; there: Reference }> {
    const device = ours(seed);
    device.start({ kind: 'restore', wordCount: 12 });
    device.person(restoring(words));
    const there = referenceDevice();
    there.ask('c8220000010c');
    await there.does('agree', `enter-words ${words.join(' ')}`, 'next', `choose-pin ${pin}`, 'next');
    return { device, there };
  }
  const expectSame = (device: TestDevice, there: Reference, title: string): void => {
    expect({ title: device.lines()[0], status: ask(device, 'c802000000') }).toEqual({
      title,
      status: there.status(),
    });
    expect(there.device.screen.title).toBe(title);
  };

  it('a check that a host cancels at the match ends as the mismatch before', async () => {
    const { device, there } = await both();
    device.start({ kind: 'check' });
    device.person(agree('Check backup?'));
    device.person(enterPin(pin));
    device.person(enterWords(swapped(words), 'halving'));
    there.ask('c821000000');
    await there.does('agree', `pin ${pin}`, `enter-words ${swapped(words).join(' ')}`);
    expectSame(device, there, 'No match');
    device.person(tap('left'));
    device.person(changeWords(words, 'halving'));
    await there.does('left', ...corrected(words));
    expectSame(device, there, 'They match');
    ask(device, 'c803000000');
    there.ask('c803000000');
    expectSame(device, there, 'Stopped');
    expect(there.status().slice(14, 16)).toBe('09');
  });

  it('a check of a file is cancelled at the match, after a wrong code', async () => {
    const { device, there } = await both('b');
    device.start({ kind: 'backup-file' });
    const code = device.person(makeBackupFile(pin));
    const file = ask(device, 'c807000000');
    device.start({ kind: 'check-file', file: Uint8Array.from(Buffer.from(file, 'hex')) });
    device.person(agree('Check file?'));
    device.person(enterPin(pin));
    device.person(enterWords(swapped(code), 'halving', 'Code word'));
    there.ask('c820000000');
    await there.does('decline');
    there.ask(`c82800007c${file}`);
    await there.does('agree', `pin ${pin}`, `enter-code ${swapped(code).join(' ')}`);
    expectSame(device, there, 'Wrong code');
    device.person(tap('left'));
    await there.does('left');
    expectSame(device, there, 'Code word 1 of 12');
    device.person(changeWords(code, 'halving', 'Code word'));
    await there.does(...corrected(code));
    expectSame(device, there, 'The file is good');
    ask(device, 'c803000000');
    there.ask('c803000000');
    expectSame(device, there, 'Stopped');
    expect(there.status().slice(14, 16)).toBe('03');
  });
});
