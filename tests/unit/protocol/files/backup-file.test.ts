/** The layout of a backup file, by its published vectors and against an implementation that shares no code. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { entropyToMnemonic, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import {
  backupFileLength,
  backupFileName,
  encodeBackupFile,
  encodeFileHeader,
  parseBackupFile,
  type Sha256,
} from '../../../../src/protocol/files/backup-file.ts';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { wordCounts } from '../../../../src/protocol/public-state.ts';
import { codeEntropy, hchacha20, openIndependently } from '../../../fixtures/data/independent-backup-file.ts';
import { walletIdOfPhrase } from '../../../fixtures/devices/entropy-host.ts';
import vectors from '../../../../docs/vectors/backup-file.json' with { type: 'json' };

const sha256: Sha256 = (body) => Uint8Array.from(createHash('sha256').update(body).digest());
const read = (bytes: Uint8Array): ReturnType<typeof parseBackupFile> => parseBackupFile(bytes, sha256);
const wholeFile = fromHex(vectors.files[0]?.file ?? '');

describe('HChaCha20 of these tests', () => {
  it('gives what draft-irtf-cfrg-xchacha-03 gives in section 2.2.1', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
    const nonce = Buffer.from('000000090000004a0000000031415927', 'hex');
    expect(hchacha20(key, nonce).toString('hex')).toBe(
      '82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc',
    );
  });
});

describe('the published vectors', () => {
  it('cover every number of words, in every version', () => {
    expect(vectors.files.map(({ wordCount }) => wordCount)).toEqual(wordCounts);
    expect(vectors.earlierFiles.map(({ wordCount }) => wordCount)).toEqual([...wordCounts, ...wordCounts]);
  });

  it('have codes that are no recovery phrase, since version 2', () => {
    const isPhrase = ({ code }: { code: string }) => validateMnemonic(code, wordlist);
    expect(vectors.files.filter(isPhrase)).toEqual([]);
    expect(vectors.earlierFiles.map(isPhrase)).toEqual(
      vectors.earlierFiles.map(({ version }) => version === 1),
    );
  });

  it.each([...vectors.files, ...vectors.earlierFiles])(
    'are opened by independent code (version $version, $wordCount words)',
    (vector) => {
      const opened = openIndependently(fromHex(vector.file), vector.code);
      expect(opened).toEqual({
        entropy: vector.entropy,
        padding: '00'.repeat(32 - vector.entropy.length / 2),
        key: vector.key,
        walletId: vector.walletId,
      });
      expect(entropyToMnemonic(fromHex(vector.entropy), wordlist)).toBe(vector.phrase);
      expect(toHex(codeEntropy(vector.code, vector.version))).toBe(vector.codeEntropy);
      // Earlier versions name it by the BIP-32 master public key.
      expect(walletIdOfPhrase(vector.phrase) === vector.walletId).toBe(vector.version === 3);
    },
  );

  it.each([...vectors.files, ...vectors.earlierFiles])(
    'have a header that a host reads (version $version, $wordCount words)',
    (vector) => {
      const bytes = fromHex(vector.file);
      expect(bytes).toHaveLength(backupFileLength);
      const file = read(bytes);
      if (typeof file === 'string') throw new Error(file);
      expect({
        ...file,
        walletId: toHex(file.walletId),
        salt: toHex(file.salt),
        nonce: toHex(file.nonce),
      }).toEqual({
        version: vector.version,
        wordCount: vector.wordCount,
        walletId: vector.walletId,
        rounds: Math.log2(vector.rounds),
        salt: vector.salt,
        nonce: vector.nonce,
        bound: fromHex(vector.associatedData),
        sealed: bytes.slice(68, 116),
      });
      expect(toHex(encodeFileHeader(file))).toBe(vector.associatedData);
      expect(encodeBackupFile(file.bound, file.sealed, sha256)).toEqual(bytes);
    },
  );

  it.each(vectors.refused)('refuse $why: $problem', ({ file, problem }) => {
    expect(read(fromHex(file))).toBe(problem);
  });
});

describe('any bytes', () => {
  it('are read or refused, and never crash', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      // Near misses: the whole file with something changed, cut or added.
      fc
        .tuple(fc.nat(123), fc.nat(255), fc.nat(130))
        .map(([at, value, length]) =>
          Uint8Array.of(...wholeFile.with(at, value), ...new Uint8Array(6)).slice(0, length),
        ),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        const file = read(bytes);
        const same = toHex(bytes) === toHex(wholeFile);
        expect(typeof file === 'string').toBe(!same);
      }),
      { numRuns: 2000 },
    );
  });

  it('cut anywhere are cut, or too short to be told for a backup file', () => {
    for (let length = 0; length < backupFileLength; length += 1)
      expect(read(wholeFile.slice(0, length))).toBe(length === 0 ? 'not-a-backup' : 'cut');
  });

  it('with one bit flipped are never taken for whole', () => {
    for (let bit = 0; bit < backupFileLength * 8; bit += 1) {
      const bytes = wholeFile.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // Of version 3, two flips give an earlier version, whose checksum is wrong.
      const known = [1, 2].includes(bytes[8] ?? 0);
      const expected = bit < 64 ? 'not-a-backup' : bit < 72 && !known ? 'newer-version' : 'damaged';
      expect(read(bytes)).toBe(expected);
    }
  });
});

describe('the name of a file', () => {
  it('begins with eight digits of the wallet ID', () => {
    expect(backupFileName('ca982de93b97c673978ca5edeb234651')).toBe('hostblind-ca982de9.hbbackup');
  });
});
