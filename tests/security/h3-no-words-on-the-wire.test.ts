/** H3: no command accepts or returns words, word indexes or entropy. */
import { describe, expect, it } from 'vitest';
import { mnemonicToEntropy, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { encodeCommand } from '../../src/protocol/apdu.ts';
import { readU16, toHex } from '../../src/protocol/bytes.ts';
import { encodeAttestRequest } from '../../src/protocol/commands/attest.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { hostblindClass, instructions } from '../../src/protocol/instructions.ts';
import { statusWords } from '../../src/protocol/status-words.ts';
import { createWallet, runPerson } from '../support/person.ts';
import { createTestDevice } from '../support/test-device.ts';

/** The longest answer of each command in bytes, status word not counted: none could carry a phrase unnoticed. */
const longestAnswer: Readonly<Record<keyof typeof instructions, number>> = {
  info: 24,
  status: 12,
  cancel: 0,
  attest: 212,
  wallet: 16,
  create: 0,
};

describe('H3 no words on the wire', () => {
  it('answers six instructions of its class and no other', () => {
    const device = createTestDevice();
    const answered = Array.from({ length: 256 }, (_, ins) => ins).filter((ins) => {
      const response = device.exchange(encodeCommand(hostblindClass, ins));
      return readU16(response, response.length - 2) !== statusWords.unknownInstruction;
    });
    expect(answered).toEqual(Object.values(instructions));
  });

  it('gives answers of fixed length, and takes at most a challenge of 32 bytes', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, '1234'));
    for (const [name, ins] of Object.entries(instructions)) {
      const lengths = Array.from({ length: 256 }, (_, length) => {
        const response = device.exchange(encodeCommand(hostblindClass, ins, new Uint8Array(length)));
        const ok = readU16(response, response.length - 2) === statusWords.ok;
        if (ok && length > 0) expect([name, length]).toEqual(['attest', 32]);
        return response.length - 2;
      });
      expect(Math.max(...lengths)).toBeLessThanOrEqual(longestAnswer[name as keyof typeof instructions]);
    }
  });

  it.each([12, 24] as const)(
    'nothing that crosses holds a word, an index pair, entropy or seed (%i words)',
    (count) => {
      const device = createTestDevice();
      const crossed: string[] = [];
      const exchange = (command: Uint8Array): void =>
        void crossed.push(toHex(command), toHex(device.exchange(command)));
      device.startCreate(count);
      const paper = runPerson(createWallet(count, '246810'), (action) => {
        const lines = device.fingers(action);
        if (action.kind !== 'look') exchange(encodeStatusRequest());
        return lines;
      });
      exchange(encodeWalletRequest());
      exchange(encodeAttestRequest(new Uint8Array(32).fill(1)));
      const wire = crossed.join(' ');

      const phrase = paper.join(' ');
      const entropy = mnemonicToEntropy(phrase, wordlist);
      const indexes = paper.map((word) => wordlist.indexOf(word));
      const forbidden = [
        ...paper.map((word) => toHex(Uint8Array.from(word, (letter) => letter.charCodeAt(0)))),
        toHex(entropy.slice(0, 4)),
        toHex(entropy.slice(-4)),
        toHex(mnemonicToSeedSync(phrase).slice(0, 4)),
        ...indexes
          .slice(1)
          .map((index, at) => [indexes[at] ?? 0, index].map((n) => n.toString(16).padStart(4, '0')).join('')),
      ];
      for (const secret of forbidden) expect(wire.includes(secret)).toBe(false);
    },
  );
});
