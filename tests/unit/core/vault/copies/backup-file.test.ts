/** The encrypted file as the vault makes and opens it. */
import { describe, expect, it } from 'vitest';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import {
  isWholeBackupFile,
  newBackupFile,
  openBackupFile,
  readBackupFile,
  sealBackupFile,
  writtenRounds,
} from '../../../../../firmware-sim/core/vault/copies/backup-file.ts';
import {
  phraseFromEntropy,
  walletIdFromPhrase,
  wordText,
} from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBackupFile, fewestRounds, mostRounds } from '../../../../../src/protocol/files/backup-file.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { createCoreBoard, countingBytes } from '../../../../fixtures/devices/core-board.ts';
import { codeEntropy, openIndependently } from '../../../../fixtures/data/independent-backup-file.ts';
import vectors from '../../../../../docs/vectors/backup-file.json' with { type: 'json' };

const codeOf = (code: string): Uint16Array =>
  Uint16Array.from(code.split(' '), (word) => wordlist.indexOf(word));
const wrongCode = phraseFromEntropy(new Uint8Array(16));
const secretOf = (length: number) => {
  const entropy = countingBytes(length);
  return { entropy, walletId: walletIdFromPhrase(phraseFromEntropy(entropy)) };
};

describe('sealBackupFile', () => {
  it.each([...vectors.files, ...vectors.earlierFiles])('makes the published file $#', (vector) => {
    const { file, entropy, codeEntropy } = vector;
    expect(toHex(sealBackupFile(fromHex(entropy), fromHex(codeEntropy), readBackupFile(fromHex(file))))).toBe(
      file,
    );
  });
});

describe('openBackupFile', () => {
  it.each([...vectors.files, ...vectors.earlierFiles])(
    'finds the phrase in the published file $#',
    (vector) => {
      const phrase = openBackupFile(fromHex(vector.file), codeOf(vector.code));
      if (typeof phrase === 'string') throw new Error(phrase);
      expect([...phrase].map(wordText).join(' ') === vector.phrase).toBe(true);
    },
  );

  it('tells a wrong code, and one that differs in its last word alone', () => {
    const [{ file, codeEntropy } = { file: '', codeEntropy: '' }] = vectors.files;
    expect(openBackupFile(fromHex(file), wrongCode)).toBe('wrong-code');
    const entropy = fromHex(codeEntropy);
    entropy[15] = (entropy[15] ?? 0) ^ 1;
    expect(openBackupFile(fromHex(file), phraseFromEntropy(entropy))).toBe('wrong-code');
  });

  it('authenticates every header byte: after any change the code opens nothing', () => {
    const [{ file, code, entropy, codeEntropy } = { file: '', code: '', entropy: '', codeEntropy: '' }] =
      vectors.files;
    const header = readBackupFile(fromHex(file));
    const changes = [
      { version: 1 as const },
      { wordCount: 15 as const },
      { rounds: 16 },
      { walletId: header.walletId.with(15, 0) },
      { salt: header.salt.with(0, 0) },
      { nonce: header.nonce.with(23, 0) },
    ];
    for (const change of changes) {
      // A whole file with the checksum of its own, whose sealed part is the old one: as somebody would forge it.
      const forged = sealBackupFile(fromHex(entropy), fromHex(codeEntropy), { ...header, ...change });
      forged.set(header.sealed, 68);
      const checked = rechecked(forged);
      expect(isWholeBackupFile(checked)).toBe(true);
      expect(openBackupFile(checked, codeOf(code))).toBe('wrong-code');
    }
  });

  it('recognizes a file that holds another wallet than it names, or padding not zero', () => {
    const code = new Uint8Array(16);
    const { entropy } = secretOf(16);
    const header = {
      version: 3 as const,
      wordCount: 12 as const,
      walletId: countingBytes(16),
      rounds: 16,
      salt: countingBytes(16),
      nonce: countingBytes(24),
    };
    expect(openBackupFile(sealBackupFile(entropy, code, header), wrongCode)).toBe('no-match');
    const named = { ...header, walletId: secretOf(16).walletId };
    expect(openBackupFile(sealBackupFile(entropy, code, named), wrongCode)).toEqual(
      phraseFromEntropy(entropy),
    );
    const padded = Uint8Array.of(...entropy, 1);
    expect(openBackupFile(sealBackupFile(padded, code, named), wrongCode)).toBe('no-match');
  });

  it('throws for what the wire would not let through', () => {
    expect(() => openBackupFile(new Uint8Array(124), wrongCode)).toThrow(RangeError);
    expect(isWholeBackupFile(new Uint8Array(124))).toBe(false);
  });
});

/** The checksum made right again. */
function rechecked(file: Uint8Array): Uint8Array {
  const { bound, sealed } = { bound: file.slice(0, 68), sealed: file.slice(68, 116) };
  return encodeBackupFile(bound, sealed, sha256);
}

describe('newBackupFile', () => {
  it.each([16, 20, 24, 28, 32])(
    'draws a code of 128 bits, and its file is opened by it alone (%i bytes)',
    (length) => {
      const board = createCoreBoard();
      const secret = secretOf(length);
      const made = newBackupFile(board, secret);
      expect(board.draws.map(({ purpose, length: drawn }) => [purpose, drawn])).toEqual([
        ['backup-code', 16],
      ]);
      expect(made.wordCount).toBe(12);
      const code = Array.from({ length: 12 }, (_, index) => made.word(index + 1));
      expect(Uint8Array.from(codeEntropy(code.join(' '), 3))).toEqual(board.draws[0]?.bytes);
      expect(readBackupFile(made.seal()).version).toBe(3);
      board.draws.length = 1;
      const file = made.seal();
      expect(board.draws.slice(1).map(({ purpose, length: drawn }) => [purpose, drawn])).toEqual([
        ['seal', 16],
        ['seal', 24],
      ]);
      expect(file).toHaveLength(124);
      expect(openIndependently(file, code.join(' '))).toMatchObject({
        entropy: toHex(secret.entropy),
        walletId: toHex(secret.walletId),
      });
      expect(readBackupFile(file).rounds).toBe(writtenRounds);
      expect(openBackupFile(file, wrongCode)).toBe('wrong-code');
      made.close();
      expect(board.draws[0]?.bytes).toEqual(new Uint8Array(16));
      // The secret is the wallet's, which erases it.
      expect(secret.entropy).toEqual(countingBytes(length));
    },
  );

  it('draws another code, salt and nonce each time', () => {
    const board = createCoreBoard();
    const [one, two] = [newBackupFile(board, secretOf(16)), newBackupFile(board, secretOf(16))];
    const words = [one, two].map((made) =>
      Array.from({ length: 12 }, (_, at) => made.word(at + 1)).join(' '),
    );
    expect(words[0] === words[1]).toBe(false);
    const files = [one.seal(), two.seal()].map(readBackupFile);
    expect(new Set(files.map(({ salt }) => toHex(salt))).size).toBe(2);
    expect(new Set(files.map(({ nonce }) => toHex(nonce))).size).toBe(2);
  });

  it('stops at a code that cannot be random', () => {
    const board = createCoreBoard({ random: (_, length) => new Uint8Array(length).fill(9) });
    expect(() => newBackupFile(board, secretOf(16))).toThrow('device fault: random-source');
  });

  it('writes a cost that it reads', () => {
    expect(writtenRounds).toBeGreaterThanOrEqual(fewestRounds);
    expect(writtenRounds).toBeLessThanOrEqual(mostRounds);
  });
});
