/**
 * A paper with a mistake on it, entered as it stands: the device says that it cannot be right, or whose wallet it is, keeps
 * what was entered, and stores nothing. A person who follows the alphabet never gets a wallet of other words.
 */
import { entropyToMnemonic, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it, vi } from 'vitest';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import {
  agree,
  changeWords,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  tap,
  leaveStopped,
} from '../../kit/drivers/person.ts';
import { wrongCode } from '../../fixtures/data/wrong-code.ts';
import { createTestDevice, type TestDevice } from '../../fixtures/devices/test-device.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const pin = '4711';
const methods = ['halving', 'letters'] as const;
const paperOf = (length: number): string[] =>
  entropyToMnemonic(
    Uint8Array.from({ length }, (_, at) => at * 37 + 11),
    wordlist,
  ).split(' ');
const twelve = paperOf(16);
const fits = (words: readonly string[]): boolean => validateMnemonic(words.join(' '), wordlist);
const swapped = (words: readonly string[], at: number): string[] =>
  words.with(at, words[at + 1] ?? '').with(at + 1, words[at] ?? '');

function entered(paper: readonly string[], method: (typeof methods)[number] = 'halving'): TestDevice {
  const device = createTestDevice();
  device.start({ kind: 'restore', wordCount: paper.length === 24 ? 24 : 12 });
  device.person(agree('Restore?'));
  device.person(enterWords(paper, method));
  return device;
}

const body = (device: TestDevice): string => device.lines().slice(1, -2).join(' ');

/** The wallet ID that the glass shows, without its gaps. */
const shownId = (device: TestDevice): string => device.lines().slice(2, 4).join('').replaceAll(' ', '');

/** Stops at the screen that says what is wrong; the device must then be as it came. */
function stopAndFindNothing(device: TestDevice, before: string): void {
  device.person(tap('left'));
  device.person(expectScreen('Stop entering?'));
  device.person(tap('right'));
  expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'stopped', activity: 'none' });
  expect(toHex(device.storage.bytes)).toBe(before);
}

describe.each(methods)('one wrong word, entered by %s', (method) => {
  it.each([12, 24])('at any of %i places ends in a screen that says so, and an empty device', (count) => {
    const right = paperOf(count === 24 ? 32 : 16);
    for (const [at, word] of right.entries()) {
      if (count === 24 && at % 4 > 0 && at < 22) continue;
      const other = wordlist[(wordlist.indexOf(word) + 1 + at * 167) % 2048] ?? '';
      const paper = right.with(at, other);
      const before = toHex(createTestDevice().storage.bytes);
      const device = entered(paper, method);
      expect(device.status()).toMatchObject({ wallet: 'empty', activity: 'restore' });
      if (fits(paper)) {
        // By chance it is a phrase: whose, the person sees before anything is stored.
        device.person(expectScreen('On your form?'));
        device.person(tap('left'));
        device.person(expectScreen('Another wallet'));
      } else {
        expect(device.status()).toMatchObject({ stage: 'enter-words', position: 0, total: 0 });
        device.person(expectScreen("Words don't fit"));
        expect(body(device)).toMatch(/^At least one is wrong|may be swapped\. Compare them first\.$/);
      }
      stopAndFindNothing(device, before);
    }
  });

  it('the last one is entered as any other, and never replaced by one that fits', () => {
    for (const last of ['abandon', 'zoo', ...wordlist.filter((_, index) => index % 683 === 5)]) {
      const paper = twelve.with(11, last);
      const device = entered(paper, method);
      const title = fits(paper) ? 'On your form?' : "Words don't fit";
      expect(device.lines()[0]).toBe(title);
    }
  });

  it('is found by looking again, and the right wallet is restored', () => {
    const device = entered(twelve.with(4, twelve[4] === 'zoo' ? 'zone' : 'zoo'), method);
    const isChance = device.lines()[0] === 'On your form?';
    if (isChance) device.person(tap('left'));
    device.person(tap('right'));
    device.person(changeWords(twelve, method));
    device.person(expectScreen('On your form?'));
    const id = shownId(device);
    device.person(choosePin(pin));
    device.person(expectScreen('Restored'));
    expect(shownId(device)).toBe(id);
    device.person(tap('right'));
    expect(toHex(responseData(device.exchange(encodeWalletRequest())))).toBe(id);
    expect(device.status()).toMatchObject({ wallet: 'backed-up', outcome: 'completed' });
  });
});

describe('a restore of words that do not fit', () => {
  it.each([
    ['abandon twelve times', Array<string>(12).fill('abandon')],
    ['zoo 24 times', Array<string>(24).fill('zoo')],
  ])('of %s says so in place of choosing a PIN', (_, paper) => {
    const device = entered(paper);
    device.person(expectScreen("Words don't fit"));
    expect(body(device)).toContain('1 and 2 are the same');
    device.person(tap('right'));
    device.person(expectScreen(`Word 1 of ${paper.length}`));
  });

  it('says which neighbours may be swapped, where few pairs fit', () => {
    const hinted = Array.from({ length: 23 }, (_, at) => swapped(paperOf(32), at)).filter((paper) => {
      if (fits(paper)) return false;
      const at = paper.findIndex((word, index) => word !== paperOf(32)[index]);
      return body(entered(paper)).includes(`${at + 1} and ${at + 2}`);
    });
    expect(hinted.length).toBeGreaterThan(18);
  });

  it('names no pair where the exchange of none would help', () => {
    const device = entered(twelve.with(3, 'zoo').with(8, 'zoo'));
    const pairs = Array.from({ length: 11 }, (_, at) =>
      fits(swapped(twelve.with(3, 'zoo').with(8, 'zoo'), at)),
    ).filter(Boolean).length;
    expect(device.lines()[0]).toBe("Words don't fit");
    expect(body(device).includes('may be swapped')).toBe(pairs === 1 || pairs === 2);
    device.person(tap('right'));
    expect(device.lines()[0]).toBe('Word 1 of 12');
  });

  it('recognises the code words of a backup file', () => {
    const device = entered(wrongCode);
    device.person(expectScreen("Words don't fit"));
    expect(body(device)).toContain('the code words of a backup file');
  });

  it('is cancelled by a host as any entry, and leaves nothing', () => {
    const device = entered(twelve.toReversed());
    device.exchange(encodeCancelRequest());
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'cancelled' });
    expect(device.lines().join(' ')).not.toContain(twelve[0]);
  });
});

describe('a check of a paper with a mistake', () => {
  const checking = () => {
    const device = createTestDevice();
    device.startCreate(12);
    const paper = device.person(createWallet(12, pin));
    const check = (words: readonly string[]): void => {
      device.start({ kind: 'check' });
      device.person(agree('Check backup?'));
      device.person(enterPin(pin));
      device.person(enterWords(words, 'halving'));
    };
    return { device, paper, check };
  };

  it('says exactly what differs', () => {
    const { device, paper, check } = checking();
    const other = wordlist.find((word) => !paper.includes(word)) ?? '';
    const without = (at: number): string[] => [...paper.toSpliced(at, 1), other];
    const withExtra = (at: number): string[] => paper.toSpliced(at, 0, other).slice(0, 12);
    for (const [words, says] of [
      [paper.with(0, other), "Word 1 isn't this wallet's."],
      [paper.with(11, other), "Word 12 isn't this wallet's."],
      [swapped(paper, 3), 'Words 4 and 5 are swapped.'],
      [swapped(paper, 10), 'Words 11 and 12 are swapped.'],
      [without(4), 'Word 5 was left out.'],
      [withExtra(4), 'Word 5 is one too many.'],
      [paper.with(1, other).with(6, other), '2 words differ, the first is word 2.'],
    ] as const) {
      check(words);
      device.person(expectScreen('No match'));
      expect(body(device)).toContain(says);
      device.person(tap('right'));
      expect(device.status()).toMatchObject({ outcome: 'no-match', wallet: 'backed-up', activity: 'none' });
    }
  });

  it('says of several words that may be a code so, on the same screen', () => {
    const { device, check } = checking();
    check(wrongCode);
    device.person(expectScreen('No match'));
    expect(body(device)).toContain('code words of a backup file');
    device.person(tap('left'));
    device.person(expectScreen('Word 1 of 12'));
  });

  it('is a match once a slip of the finger is changed, and the paper was right', () => {
    const { device, paper, check } = checking();
    check(swapped(paper, 5));
    device.person(tap('left'));
    device.person(changeWords(paper, 'halving'));
    device.person(expectScreen('They match'));
    device.person(tap('right'));
    expect(device.status().outcome).toBe('match');
  });

  it.each(['a stop', 'a cancel'])('stays a mismatch when %s follows what the device said', (end) => {
    const { device, paper, check } = checking();
    check(swapped(paper, 5));
    device.person(tap('left'));
    device.person(expectScreen('Word 1 of 12'));
    if (end === 'a cancel') {
      device.exchange(encodeCancelRequest());
      device.person(leaveStopped());
    } else {
      device.person(tap('left'));
      device.person(tap('right'));
    }
    expect(device.status()).toMatchObject({ outcome: 'no-match', activity: 'none', wallet: 'backed-up' });
  });
});
