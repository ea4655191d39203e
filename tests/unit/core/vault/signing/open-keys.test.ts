/** The keys below a few roots: BIP-32's own, and those of a second implementation with private keys all the way down. */
import { randomBytes } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKeys } from '../../../../../firmware-sim/core/vault/signing/open-keys.ts';
import { signTaproot } from '../../../../../firmware-sim/core/vault/signing/sign-taproot.ts';
import type {
  KeyPath,
  KeyRing,
  PublicKey,
  Signature,
} from '../../../../../firmware-sim/core/signing-keys.ts';
import { concatBytes, fromHex, toHex } from '../../../../../src/protocol/bytes.ts';

const draw = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const hardened = 0x8000_0000;

/** As papers write it: `44'/60'/0`. */
const pathOf = (text: string): KeyPath =>
  text
    .split('/')
    .map((level) => (level.endsWith("'") ? hardened + Number(level.slice(0, -1)) : Number(level)));
const textOf = (path: KeyPath): string =>
  `m/${path.map((index) => (index >= hardened ? `${index - hardened}'` : String(index))).join('/')}`;

const ethereum = pathOf("44'/60'");
const other = pathOf("45'");
const roots = [ethereum, other];

const compressed = ({ point }: PublicKey): string =>
  toHex(concatBytes(Uint8Array.of(2 + ((point[64] ?? 0) & 1)), point.subarray(1, 33)));
const recovered = ({ r, s, parity }: Signature): string => toHex(concatBytes(Uint8Array.of(parity), r, s));

/** The chains of BIP-32's test vectors that begin with a hardened step; the second vector has none. */
const vectors = [
  {
    seed: '000102030405060708090a0b0c0d0e0f',
    root: "0'",
    keys: {
      "0'": 'xpub68Gmy5EdvgibQVfPdqkBBCHxA5htiqg55crXYuXoQRKfDBFA1WEjWgP6LHhwBZeNK1VTsfTFUHCdrfp1bgwQ9xv5ski8PX9rL2dZXvgGDnw',
      "0'/1":
        'xpub6ASuArnXKPbfEwhqN6e3mwBcDTgzisQN1wXN9BJcM47sSikHjJf3UFHKkNAWbWMiGj7Wf5uMash7SyYq527Hqck2AxYysAA7xmALppuCkwQ',
      "0'/1/2'":
        'xpub6D4BDPcP2GT577Vvch3R8wDkScZWzQzMMUm3PWbmWvVJrZwQY4VUNgqFJPMM3No2dFDFGTsxxpG5uJh7n7epu4trkrX7x7DogT5Uv6fcLW5',
      "0'/1/2'/2":
        'xpub6FHa3pjLCk84BayeJxFW2SP4XRrFd1JYnxeLeU8EqN3vDfZmbqBqaGJAyiLjTAwm6ZLRQUMv1ZACTj37sR62cfN7fe5JnJ7dh8zL4fiyLHV',
      "0'/1/2'/2/1000000000":
        'xpub6H1LXWLaKsWFhvm6RVpEL9P4KfRZSW7abD2ttkWP3SSQvnyA8FSVqNTEcYFgJS2UaFcxupHiYkro49S8yGasTvXEYBVPamhGW6cFJodrTHy',
    },
  },
  {
    // Keys that begin with zeros.
    seed: '4b381541583be4423346c643850da4b320e46a87ae3d2a4e6da11eba819cd4acba45d239319ac14f863b8d5ab5a0d0c64d2e8a1e7d1457df2e5a3c51c73235be',
    root: "0'",
    keys: {
      "0'": 'xpub68NZiKmJWnxxS6aaHmn81bvJeTESw724CRDs6HbuccFQN9Ku14VQrADWgqbhhTHBaohPX4CjNLf9fq9MYo6oDaPPLPxSb7gwQN3ih19Zm4Y',
    },
  },
  {
    seed: '3ddd5602285899a946114506157c7997e5444528f3003f6134712147db19b678',
    root: "0'",
    keys: {
      "0'": 'xpub69AUMk3qDBi3uW1sXgjCmVjJ2G6WQoYSnNHyzkmdCHEhSZ4tBok37xfFEqHd2AddP56Tqp4o56AePAgCjYdvpW2PU2jbUPFKsav5ut6Ch1m',
      "0'/1'":
        'xpub6BJA1jSqiukeaesWfxe6sNK9CCGaujFFSJLomWHprUL9DePQ4JDkM5d88n49sMGJxrhpjazuXYWdMf17C9T5XnxkopaeS7jGk1GyyVziaMt',
    },
  },
] as const;

const chains = vectors.flatMap(({ seed, root, keys }) =>
  Object.entries(keys).map(([path, extended]) => ({ seed, root, path, extended })),
);

const index = fc.oneof(
  fc.constantFrom(0, 1, hardened - 1, hardened, 2 * hardened - 1),
  fc.nat(2 * hardened - 1),
);
const path = fc
  .tuple(fc.constantFrom(...roots), fc.array(index, { maxLength: 4 }))
  .map(([root, steps]) => [...root, ...steps]);
const seed = fc.uint8Array({ minLength: 64, maxLength: 64 });
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('keys below roots', () => {
  it.each(chains)('are those of BIP-32: m/$path of $seed', ({ seed: vector, root, path: at, extended }) => {
    const expected = HDKey.fromExtendedKey(extended);
    const key = openKeys(fromHex(vector), [pathOf(root)], draw).publicKey(pathOf(at));
    expect(compressed(key)).toBe(toHex(expected.publicKey ?? new Uint8Array()));
    expect(toHex(key.chainCode)).toBe(toHex(expected.chainCode ?? new Uint8Array()));
  });

  it('have the public keys and signatures that another implementation makes', () => {
    fc.assert(
      fc.property(seed, path, digest, (secret, at, hash) => {
        const before = toHex(secret);
        const keys = openKeys(secret, roots, draw);
        const { privateKey, publicKey, chainCode } = HDKey.fromMasterSeed(secret).derive(textOf(at));
        if (privateKey === null || publicKey === null || chainCode === null) throw new Error('no such key');
        const made = keys.publicKey(at);
        expect(toHex(made.point)).toBe(toHex(secp256k1.Point.fromBytes(publicKey).toBytes(false)));
        expect(toHex(made.chainCode)).toBe(toHex(chainCode));
        const master = HDKey.fromMasterSeed(secret);
        const above = master.derive(textOf(at.slice(0, -1)).replace(/\/$/, ''));
        expect(Buffer.from(made.parent).readUInt32BE()).toBe(above.fingerprint);
        expect(Buffer.from(made.master).readUInt32BE()).toBe(master.fingerprint);
        const signature = keys.sign(at, hash);
        expect(recovered(signature)).toBe(
          toHex(secp256k1.sign(hash, privateKey, { prehash: false, format: 'recovered' })),
        );
        // A key of Taproot is another, made of this one: `sign-taproot.test.ts` makes it again.
        const byTaproot = signTaproot(privateKey.slice(), hash, draw);
        expect(toHex(keys.signTaproot(at, hash))).toBe(toHex(byTaproot));
        // They stay the caller's.
        expect(toHex(secret)).toBe(before);
      }),
      { numRuns: 40 },
    );
  });

  it('go on for ten levels, and are the same each time', () => {
    const keys = openKeys(new Uint8Array(64).fill(7), roots, draw);
    const deepest = [...ethereum, hardened, 0, hardened + 1, 1, 2, 3, 4, 5];
    const { publicKey } = HDKey.fromMasterSeed(new Uint8Array(64).fill(7)).derive(textOf(deepest));
    expect(compressed(keys.publicKey(deepest))).toBe(toHex(publicKey ?? new Uint8Array()));
    expect(keys.publicKey(deepest)).toEqual(keys.publicKey(deepest));
    expect(keys.sign(deepest, new Uint8Array(32))).toEqual(keys.sign(deepest, new Uint8Array(32)));
    expect(() => keys.publicKey([...deepest, 0])).toThrow(RangeError);
  });

  it('may lie below a root of another', () => {
    const nested = openKeys(new Uint8Array(64), [ethereum, [...ethereum, hardened]], draw);
    const plain = openKeys(new Uint8Array(64), [ethereum], draw);
    const at = [...ethereum, hardened, 0];
    expect(nested.publicKey(at)).toEqual(plain.publicKey(at));
  });

  it('do not change when what they were opened with does', () => {
    const secret = new Uint8Array(64).fill(1);
    const root = [...ethereum];
    const keys = openKeys(secret, [root], draw);
    const before = keys.publicKey(ethereum);
    secret.fill(0);
    root[1] = hardened;
    expect(keys.publicKey(ethereum)).toEqual(before);
  });
});

/** What no ring of these roots gives. */
const refused: readonly (readonly [string, KeyPath])[] = [
  ['the master key', []],
  ['above a root', pathOf("44'")],
  ['beside a root', pathOf("44'/61'")],
  ['beside a root, and deep', pathOf("44'/61'/0'/0/0")],
  ['a step that should be hardened', pathOf("44'/60/0'")],
  ['a root at another place', pathOf("0'/44'/60'")],
  ['eleven levels', pathOf("44'/60'/0/0/0/0/0/0/0/0/0")],
  ['an index below zero', [...ethereum, -1]],
  ['an index past four bytes', [...ethereum, 2 * hardened]],
  ['half an index', [...ethereum, 0.5]],
  ['no number', [...ethereum, Number.NaN]],
];

describe('what keys are refused', () => {
  const secret = new Uint8Array(64).map((_, at) => at + 1);
  const keys = openKeys(secret, roots, draw);
  const calls: readonly (readonly [string, (ring: KeyRing, at: KeyPath) => unknown])[] = [
    ['a public key', (ring, at) => ring.publicKey(at)],
    ['a signature', (ring, at) => ring.sign(at, new Uint8Array(32))],
    ['a signature of Taproot', (ring, at) => ring.signTaproot(at, new Uint8Array(32))],
  ];

  it.each(refused)('is a path that isn’t below a root: %s', (_, at) => {
    for (const [, call] of calls) {
      expect(() => call(keys, at)).toThrow(new RangeError('no such path below the roots of these keys'));
    }
  });

  it.each([0, 31, 33, 64])('is a digest of %i bytes', (length) => {
    expect(() => keys.sign(ethereum, new Uint8Array(length))).toThrow(RangeError);
    expect(() => keys.signTaproot(ethereum, new Uint8Array(length))).toThrow(RangeError);
  });

  it.each([
    ['no step', []],
    ['a step that isn’t hardened', pathOf("44'/60")],
    ['a first step that isn’t', pathOf("44/60'")],
    ['eleven steps', Array.from({ length: 11 }, () => hardened)],
    ['an index past four bytes', [2 * hardened]],
    ['half an index', [hardened + 0.5]],
  ])('are all that are asked for with a root of %s', (_, root) => {
    expect(() => openKeys(secret, [ethereum, root], draw)).toThrow(RangeError);
  });

  it.each(calls)('is %s of closed keys', (_, call) => {
    const closed = openKeys(secret, roots, draw);
    closed.close();
    closed.close();
    expect(() => call(closed, ethereum)).toThrow('the keys are closed');
  });

  it('is every path where there is no root', () => {
    expect(() => openKeys(secret, [], draw).publicKey(ethereum)).toThrow(RangeError);
  });
});
