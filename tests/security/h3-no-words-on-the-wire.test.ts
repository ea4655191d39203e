/** H3: no command accepts or returns words, word indexes or entropy. */
import { describe, expect, it } from 'vitest';
import { mnemonicToEntropy, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { encodeCommand } from '../../src/protocol/apdu/apdu.ts';
import { readU16, toHex } from '../../src/protocol/bytes.ts';
import { encodeAttestRequest } from '../../src/protocol/commands/attest.ts';
import { encodeNameRequest } from '../../src/protocol/commands/name.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { hostblindClass, instructions } from '../../src/protocol/apdu/instructions.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import { lifeFile } from '../fixtures/drivers/life-scripts.ts';
import {
  agree,
  createWallet,
  enterPin,
  enterWords,
  runPerson,
  tap,
  agreeToName,
} from '../kit/drivers/person.ts';
import { createTestDevice } from '../fixtures/devices/test-device.ts';

/** The longest answer of each command in bytes, status word not counted: none could carry a phrase unnoticed. */
const longestAnswer: Readonly<Record<keyof typeof instructions, number>> = {
  info: 24,
  status: 12,
  cancel: 0,
  attest: 92,
  wallet: 16,
  name: 16,
  readFile: 124,
  certificate: 197,
  // A language's tag, how many there are, and the tags.
  languages: 3 + 2 * 2,
  create: 0,
  // A commitment; of a candidate its wallet ID, or the device part, which discards it.
  commit: 33,
  entropy: 16,
  open: 32,
  keep: 0,
  reveal: 0,
  check: 0,
  restore: 0,
  changePin: 0,
  wipe: 0,
  rename: 0,
  seedQr: 0,
  backupFile: 0,
  checkFile: 0,
  restoreFile: 0,
  language: 0,
  addresses: 0,
  identify: 0,
  // Of a device with apps alone: tests/security/h1-signing.test.ts.
  protect: 0,
  nonce: 0,
};

/** The lengths of data in bytes that a command accepts; a name of 16 bytes is shown to the person before it counts. */
const acceptedLengths: Partial<Record<keyof typeof instructions, readonly number[]>> = {
  attest: [32],
  create: [2],
  // The host's own part, at stage `entropy` only: there is none in this test.
  entropy: [],
  restore: [1],
  identify: [1],
  rename: Array.from({ length: 12 }, (_, index) => index + 1),
  checkFile: [124],
  restoreFile: [124],
  // Of a language that there is: the person reads what it's called before it counts.
  language: [],
};

describe('H3 no words on the wire', () => {
  it('answers twenty-seven instructions of its class and no other', () => {
    const device = createTestDevice();
    const answered = Array.from({ length: 256 }, (_, ins) => ins).filter((ins) => {
      const response = device.exchange(encodeCommand(hostblindClass, ins));
      return readU16(response, response.length - 2) !== statusWords.unknownInstruction;
    });
    const { protect, nonce, ...others } = instructions;
    expect(answered).toEqual(Object.values(others));
    expect(answered).not.toContain(protect);
    expect(answered).not.toContain(nonce);
    expect(answered).toHaveLength(27);
  });

  it('takes a challenge, word count, name or encrypted file, and bounds every answer', () => {
    const empty = createTestDevice();
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, '1234'));
    // A name of letters, and of what the person may have been led to give: the longest there is.
    device.start({ kind: 'rename', name: 'abcdefghijkl' });
    device.person(agreeToName('1234'));
    for (const [name, ins] of Object.entries(instructions)) {
      const command = name as keyof typeof instructions;
      for (const each of [empty, device]) {
        const accepted: number[] = [];
        const lengths = Array.from({ length: 256 }, (_, length) => {
          // Filled with 12, a word count, or with a letter: what each command is most willing to take.
          const data = new Uint8Array(length).fill(command === 'rename' ? 0x61 : 12);
          if (command === 'create') data[1] = 0;
          // Whole from its first byte to its checksum: any other length of it is bad data.
          if (command === 'checkFile' || command === 'restoreFile') data.set(lifeFile.file.slice(0, length));
          const response = each.exchange(encodeCommand(hostblindClass, ins, data));
          if (readU16(response, response.length - 2) === statusWords.ok && length > 0) accepted.push(length);
          // What was begun is declined, so that the next length meets the same device.
          if (each.status().stage === 'consent') each.person(tap('left'));
          return response.length - 2;
        });
        expect(Math.max(...lengths)).toBeLessThanOrEqual(longestAnswer[command]);
        const needsEmpty = ['create', 'restore', 'restoreFile', 'identify'].includes(command);
        const startable = command === 'checkFile' ? each === device : each === empty || !needsEmpty;
        expect([command, accepted]).toEqual([command, startable ? (acceptedLengths[command] ?? []) : []]);
      }
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
      // The words are entered twice more: once by letters, with a poll after every press, and once by halving.
      for (const method of ['letters', 'halving'] as const) {
        device.start({ kind: 'check' });
        runPerson(
          (function* check() {
            yield* agree('Check backup?');
            yield* enterPin('246810');
            yield* enterWords(paper, method);
            yield* tap('right');
          })(),
          (action) => {
            const lines = device.fingers(action);
            if (action.kind !== 'look') exchange(encodeStatusRequest());
            return lines;
          },
        );
        expect(device.status().outcome).toBe('match');
      }
      exchange(encodeWalletRequest());
      exchange(encodeNameRequest());
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
