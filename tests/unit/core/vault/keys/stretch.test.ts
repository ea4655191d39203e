import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchKey as nodesAccelerator } from '../../../../../firmware-sim/device/stretch-key.ts';
import type { StretchHash } from '../../../../../firmware-sim/core/board.ts';
import { openBackupFile } from '../../../../../firmware-sim/core/vault/copies/backup-file.ts';
import { phraseFromEntropy } from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';
import { stretchInSoftware, stretchOf } from '../../../../../firmware-sim/core/vault/keys/stretch.ts';
import { openVault } from '../../../../../firmware-sim/core/vault/vault.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { createCoreBoard, countingBytes } from '../../../../fixtures/devices/core-board.ts';
import { rememberedStretch } from '../../../../fixtures/devices/remembered-stretch.ts';
import vectors from '../../../../../docs/vectors/backup-file.json' with { type: 'json' };
import published from '../../../../fixtures/data/vectors/bip39-english.json' with { type: 'json' };

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** RFC 7914, section 11: PBKDF2-HMAC-SHA-256. */
const rfc7914 = [
  {
    password: 'passwd',
    salt: 'salt',
    rounds: 1,
    key:
      '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc' +
      '49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
  },
  {
    password: 'Password',
    salt: 'NaCl',
    rounds: 80_000,
    key:
      '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56' +
      'a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
  },
];

describe.each([
  ['in JavaScript', stretchInSoftware],
  ["on Node's accelerator", nodesAccelerator],
  ['on the accelerator of the tests', rememberedStretch],
])('stretching a key %s', (_, stretch) => {
  it.each(rfc7914)('makes the key of RFC 7914 for $password', ({ password, salt, rounds, key }) => {
    expect(toHex(stretch('sha256', ascii(password), ascii(salt), rounds, 64))).toBe(key);
  });

  // BIP-39 stretches with HMAC-SHA-512; its vectors have a passphrase.
  it.each(published.vectors)('makes the published seed of $entropy', ({ mnemonic, seed }) => {
    const salt = ascii(`mnemonic${published.passphrase}`);
    expect(toHex(stretch('sha512', ascii(mnemonic), salt, 2048, 64))).toBe(seed);
  });

  it('leaves its inputs alone, and each answer has memory of its own', () => {
    const password = ascii('4711');
    const salt = countingBytes(16);
    const first = stretch('sha256', password, salt, 3, 32);
    const second = stretch('sha256', password, salt, 3, 32);
    expect([password, salt]).toEqual([ascii('4711'), countingBytes(16)]);
    expect(first).toEqual(second);
    expect(first.constructor).toBe(Uint8Array);
    for (const answer of [first, second]) expect(answer.buffer.byteLength).toBe(answer.length);
    first.fill(0);
    expect(stretch('sha256', password, salt, 3, 32)).toEqual(second);
  });
});

describe('stretchOf', () => {
  it("takes the board's accelerator, and stretches itself without one", () => {
    expect(stretchOf({ stretchKey: nodesAccelerator })).toBe(nodesAccelerator);
    expect(stretchOf({})).toBe(stretchInSoftware);
    expect(stretchOf({ stretchKey: undefined })).toBe(stretchInSoftware);
  });

  it('gives the same key either way, whatever goes in', () => {
    const inputs = fc.record({
      hash: fc.constantFrom<StretchHash>('sha256', 'sha512'),
      // Longer than a block of either hash, too: HMAC hashes such a password first.
      password: fc.uint8Array({ maxLength: 300 }),
      salt: fc.uint8Array({ maxLength: 300 }),
      rounds: fc.integer({ min: 1, max: 20 }),
      length: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(inputs, ({ hash, password, salt, rounds, length }) => {
        const here = stretchInSoftware(hash, password, salt, rounds, length);
        expect(nodesAccelerator(hash, password, salt, rounds, length)).toEqual(here);
      }),
    );
  });
});

describe('a board with an accelerator', () => {
  const pin = (): Uint8Array => Uint8Array.of(4, 7, 1, 1);

  it('opens what a board without one has sealed, and the other way round', () => {
    for (const accelerated of [true, false]) {
      const board = createCoreBoard({ accelerated });
      openVault(board).create(pin(), 12).close();
      const other = openVault(createCoreBoard({ storage: board.stored, accelerated: !accelerated }));
      expect(other.unlock(Uint8Array.of(4, 7, 1, 2))).toEqual({ kind: 'wrong', triesLeft: 2 });
      expect(other.unlock(pin()).kind).toBe('open');
    }
  });

  it.each(vectors.files)('opens a file of $wordCount words like one without', ({ file, codeEntropy }) => {
    const [bytes, codePhrase] = [fromHex(file), phraseFromEntropy(fromHex(codeEntropy))];
    const vault = openVault(createCoreBoard());
    const found = vault.openFile(bytes, codePhrase);
    expect(found).toBeInstanceOf(Uint16Array);
    expect(found).toEqual(openBackupFile(bytes, codePhrase));
    expect(vault.openFile(bytes, phraseFromEntropy(new Uint8Array(16)))).toBe('wrong-code');
  });
});
