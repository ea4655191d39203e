/** H4: a new wallet gives out nothing before every word has been confirmed; only the device says "backed up". */
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { readU16 } from '../../src/protocol/bytes.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import { slotLength } from '../../firmware-sim/core/vault/storage/slots.ts';
import { recordLength } from '../../firmware-sim/core/vault/storage/record.ts';
import {
  agreeToNewWallet,
  askedPosition,
  choosePin,
  confirmWord,
  createWallet,
  enterPin,
  expectScreen,
  mistakeWord,
  reveal,
  runPerson,
  tap,
  writeWordsDown,
} from '../kit/drivers/person.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';

function walletAnswer(device: TestDevice): number {
  const response = device.exchange(encodeWalletRequest());
  return readU16(response, response.length - 2);
}

describe('H4 unusable until backed up', () => {
  it('refuses the wallet ID until the last press of the backup, and gives it after', () => {
    const device = createTestDevice();
    device.startCreate(12);
    let refused = 0;
    runPerson(createWallet(12, '5555'), (action) => {
      if (action.kind !== 'look') {
        expect(walletAnswer(device)).toBe(statusWords.notInThisState);
        refused += 1;
      }
      return device.fingers(action);
    });
    expect(refused).toBeGreaterThan(80);
    expect(walletAnswer(device)).toBe(statusWords.ok);
  });

  it('isn’t backed up before the last word, even after a mistake in that word', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(
      (function* slipAtTheEnd() {
        yield* agreeToNewWallet();
        yield* choosePin('1234');
        yield* reveal();
        const paper = yield* writeWordsDown(12);
        yield* tap('right');
        for (let position = 1; position < 12; position += 1) yield* confirmWord(position, paper);
        expect(device.status().wallet).toBe('unfinished-backup');
        yield* mistakeWord(12, paper);
        expect(device.status().wallet).toBe('unfinished-backup');
        // The round is void, so all words are asked again.
        expect(yield* askedPosition()).toBe(1);
        for (let position = 1; position < 12; position += 1) yield* confirmWord(position, paper);
        expect(device.status().wallet).toBe('unfinished-backup');
        yield* confirmWord(12, paper);
        expect(device.status().wallet).toBe('backed-up');
      })(),
    );
  });

  it('rejects storage edited from "unfinished" to "backed up" with valid checksums', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(
      (function* untilTheWords() {
        yield* agreeToNewWallet();
        yield* choosePin('1234');
        yield* reveal();
      })(),
    );
    const { bytes } = device.storage;
    const length = slotLength(recordLength);
    for (const start of [0, bytes.length / 2]) {
      expect(bytes[start + 9]).toBe(1);
      bytes[start + 9] = 2;
      bytes.set(sha256(bytes.slice(start, start + length - 32)), start + length - 32);
    }
    const edited = device.replug();
    expect(edited.status()).toMatchObject({ wallet: 'backed-up', locked: true });
    expect(walletAnswer(edited)).toBe(statusWords.locked);
    edited.person(
      (function* rightPinOpensNothing() {
        yield* enterPin('1234');
        yield* expectScreen('Wrong PIN');
      })(),
    );
    expect(walletAnswer(edited)).toBe(statusWords.locked);
  });

  it('after power-on the wallet ID waits for the PIN', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, '5555'));
    const again = device.replug();
    expect(walletAnswer(again)).toBe(statusWords.locked);
    again.person(enterPin('5555'));
    expect(walletAnswer(again)).toBe(statusWords.ok);
  });
});
