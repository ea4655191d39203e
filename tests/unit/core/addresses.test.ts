/** The addresses on the glass: of the wallet that is stored, and of words on a paper, on a device without one. */
import { mnemonicToSeedSync } from '@scure/bip39';
import { describe, expect, it } from 'vitest';
import { readU16, toHex } from '../../../src/protocol/bytes.ts';
import { addressPaths } from '../../../src/protocol/address-paths.ts';
import type { CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { decodeInfo, encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import { wordCounts } from '../../../src/protocol/public-state.ts';
import { ethereumAddressOf, paysTo } from '../../fixtures/data/independent-addresses.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';
import { withWrongChecksum } from '../../fixtures/data/wrong-checksum.ts';
import {
  agree,
  changeWords,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  leaveStopped,
  readAddresses,
  tap,
  type Person,
} from '../../kit/drivers/person.ts';

const pin = '4711';
const paper = [...Array<string>(11).fill('abandon'), 'about'];
const published = {
  ethereum: '0x9858EfFD232B4033E47d90003D41EC34EcaEda94',
  bitcoin: 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu',
};

const stored = (device: TestDevice): string => toHex(device.storage.bytes);
const answer = (device: TestDevice, request: CeremonyRequest): number => {
  const response = device.exchange(encodeCeremonyRequest(request));
  return readU16(response, response.length - 2);
};
const capabilities = (device: TestDevice): readonly string[] =>
  decodeInfo(device.exchange(encodeInfoRequest()).subarray(0, -2)).capabilities;

function* identify(words: readonly string[], method: 'letters' | 'halving' = 'halving'): Person<void> {
  yield* agree('Which wallet?');
  yield* enterWords(words, method);
}

describe('the addresses of the stored wallet', () => {
  it.each(wordCounts)('are those of its %d words, behind the PIN', (wordCount) => {
    const device = createTestDevice({ random: seededRandom({ all: `addresses ${wordCount}` }) });
    device.startCreate(wordCount);
    const words = device.person(createWallet(wordCount, pin));
    const before = stored(device);
    device.start({ kind: 'addresses' });
    device.person(agree('Addresses?'));
    expect(device.status().stage).toBe('enter-pin');
    expect(device.lines().some((text) => /^0x|^bc1/.test(text))).toBe(false);
    device.person(enterPin(pin));
    expect(device.status()).toMatchObject({
      activity: 'addresses',
      stage: 'addresses',
      position: 0,
      total: 0,
    });
    const { ethereum, bitcoin } = device.person(readAddresses());
    const seed = mnemonicToSeedSync(words.join(' '));
    expect(ethereum).toBe(ethereumAddressOf(seed, addressPaths.ethereum));
    expect(paysTo(bitcoin, seed, addressPaths.bitcoin)).toBe(true);
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'completed', wallet: 'backed-up' });
    // The PIN counted its try, and took it back.
    expect(stored(device)).toBe(before);
  });

  it('can be gone back to, and left at the beginning only', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, pin));
    device.start({ kind: 'addresses' });
    device.person(agree('Addresses?'));
    device.person(enterPin(pin));
    const titles = ['right', 'right', 'left', 'left', 'left'].map((gesture) => {
      device.person(tap(gesture as 'left' | 'right'));
      return device.lines()[0];
    });
    expect(titles).toEqual([
      'Ethereum, account 1',
      'Bitcoin, account 1',
      'Ethereum, account 1',
      'Addresses',
      'Backed up',
    ]);
    expect(device.status().outcome).toBe('stopped');
  });

  it.each([
    ['of a device without a wallet', (device: TestDevice) => device, 'notInThisState'],
    [
      'of a backup that is unfinished',
      (device: TestDevice) => {
        device.startCreate(12);
        device.person(agree('New wallet?'));
        device.person(choosePin(pin));
        device.exchange(encodeCancelRequest());
        device.person(leaveStopped());
        return device;
      },
      'busy',
    ],
    [
      'of a device that waits for its PIN',
      (device: TestDevice) => {
        device.startCreate(12);
        device.person(createWallet(12, pin));
        return device.replug();
      },
      'locked',
    ],
  ] as const)('are not shown %s (H4)', (_, lead, word) => {
    const device = lead(createTestDevice());
    expect(answer(device, { kind: 'addresses' })).toBe(statusWords[word]);
    expect(device.lines().join(' ')).not.toMatch(/0x|bc1/);
  });
});

describe('which wallet a paper is', () => {
  it.each(['letters', 'halving'] as const)('is shown once its words are entered by %s', (method) => {
    const device = createTestDevice();
    const before = stored(device);
    const writes = device.storage.log.length;
    device.start({ kind: 'identify', wordCount: 12 });
    device.person(identify(paper, method));
    expect(device.status()).toMatchObject({ activity: 'identify', stage: 'addresses', wallet: 'empty' });
    expect(device.person(readAddresses())).toEqual(published);
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'completed', wallet: 'empty' });
    expect(stored(device)).toBe(before);
    expect(device.storage.log).toHaveLength(writes);
  });

  it('is not told of words that don’t fit: they’re refused as in a restore', () => {
    const device = createTestDevice();
    device.start({ kind: 'identify', wordCount: 12 });
    device.person(identify(withWrongChecksum(paper)));
    expect(device.lines()[0]).toBe("Words don't fit");
    expect(device.status().stage).toBe('enter-words');
    device.person(tap('right'));
    device.person(changeWords(paper, 'halving'));
    expect(device.person(readAddresses())).toEqual(published);
  });

  it('keeps nothing of words that don’t fit and are left', () => {
    const device = createTestDevice();
    const before = stored(device);
    device.start({ kind: 'identify', wordCount: 12 });
    device.person(identify(withWrongChecksum(paper)));
    device.person(tap('left'));
    device.person(expectScreen('Stop entering?'));
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'stopped', wallet: 'empty' });
    expect(stored(device)).toBe(before);
  });

  it('is asked of a device without a wallet only', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, pin));
    expect(answer(device, { kind: 'identify', wordCount: 12 })).toBe(statusWords.notInThisState);
  });

  it('ends as a fault where the random source fails, and shows no address', () => {
    let broken = false;
    const sound = seededRandom({ all: 'sound' });
    const device = createTestDevice({
      random: (purpose, length) =>
        broken && purpose === 'curve' ? new Uint8Array(length) : sound(purpose, length),
    });
    broken = true;
    device.start({ kind: 'identify', wordCount: 12 });
    // Words that no other test derives from: nothing is remembered of them.
    device.person(identify([...Array<string>(11).fill('zoo'), 'wrong']));
    expect(device.lines()[0]).toBe('Device fault');
    expect(device.status()).toMatchObject({ stage: 'fault', outcome: 'fault', wallet: 'empty' });
  });
});

describe('a board that derives no addresses', () => {
  const without = (): TestDevice => createTestDevice({ addresses: () => undefined });

  it('says so, and answers as if there were no such command, in every state', () => {
    const device = without();
    expect(capabilities(createTestDevice())).toContain('addresses');
    expect(capabilities(device)).not.toContain('addresses');
    const requests: readonly CeremonyRequest[] = [{ kind: 'addresses' }, { kind: 'identify', wordCount: 12 }];
    for (const request of requests) expect(answer(device, request)).toBe(statusWords.unknownInstruction);
    device.startCreate(12);
    for (const request of requests) expect(answer(device, request)).toBe(statusWords.unknownInstruction);
    device.person(createWallet(12, pin));
    for (const request of requests) expect(answer(device, request)).toBe(statusWords.unknownInstruction);
  });

  it('has them once it derives them: a frame is handed that after its start', () => {
    let derives = false;
    const device = createTestDevice({
      addresses: () => (derives ? () => ({ ethereum: '0xAb', bitcoin: 'bc1qxy' }) : undefined),
    });
    expect(capabilities(device)).not.toContain('addresses');
    derives = true;
    expect(capabilities(device)).toContain('addresses');
    device.start({ kind: 'identify', wordCount: 12 });
    device.person(identify(paper));
    expect(device.person(readAddresses())).toEqual({ ethereum: '0xAb', bitcoin: 'bc1qxy' });
  });
});
