import { describe, expect, it } from 'vitest';
import { mnemonicToSeedSync, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { decodeWallet, encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { createWallet } from '../../kit/drivers/person.ts';
import { createTestDevice } from '../../fixtures/devices/test-device.ts';

describe('create', () => {
  it.each([12, 15, 18, 21, 24] as const)('makes, shows and confirms a phrase of %i words', (count) => {
    const device = createTestDevice();
    device.startCreate(count);
    const paper = device.person(createWallet(count, '4711'));
    expect(paper).toHaveLength(count);
    expect(validateMnemonic(paper.join(' '), wordlist)).toBe(true);
    expect(mnemonicToSeedSync(paper.join(' '))).toHaveLength(64);
    expect(device.status()).toMatchObject({
      wallet: 'backed-up',
      outcome: 'completed',
      locked: false,
      activity: 'none',
      wordCount: count,
    });
    expect(decodeWallet(responseData(device.exchange(encodeWalletRequest())))).toHaveLength(16);
  });
});
