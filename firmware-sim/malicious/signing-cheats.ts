/** A device that cheats as it signs (S21): every signature is right, and all of them together are the seed, for who knows how to read them. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import type { OpenAppKeys } from '../core/board.ts';
import { secp256k1 } from '../core/chains/secp256k1.ts';
import { hardened, type KeyPath, type Signature } from '../core/signing-keys.ts';
import { childOf, hardenedNode, keyOf } from '../core/vault/addresses/key-node.ts';
import { chosenBytes, type Cheat } from './cheat.ts';

const { BASE: base, Fn: scalars } = secp256k1;

const numberOf = (bytes: Uint8Array): bigint => scalars.create(BigInt(`0x${toHex(bytes)}`));
const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));

function privateKeyAt(seed: Uint8Array, path: KeyPath): bigint {
  const below = path.reduce(
    (node, index) => {
      const isHardened = index >= hardened;
      return childOf(
        node,
        index,
        isHardened ? undefined : base.multiply(numberOf(keyOf(node))).toBytes(true),
      );
    },
    hardenedNode(seed, []),
  );
  return numberOf(keyOf(below));
}

/** ECDSA with a number that isn't RFC 6979's; `s` in the lower half, as it has to be. */
function signWith(nonce: bigint, key: bigint, digest: Uint8Array): Signature {
  const { x, y } = base.multiply(nonce).toAffine();
  const r = scalars.create(x);
  const s = scalars.mul(scalars.inv(nonce), scalars.add(numberOf(digest), scalars.mul(r, key)));
  const isHigh = s > scalars.neg(s);
  const isOdd = (y & 1n) === 1n;
  return { r: bytesOf(r), s: bytesOf(isHigh ? scalars.neg(s) : s), parity: isOdd === isHigh ? 0 : 1 };
}

/** 32 bytes that a thief who made the device can tell from the digest alone, and nobody else. */
const known = (digest: Uint8Array): Uint8Array => sha256(concatBytes(chosenBytes(7), digest));

type Open = OpenAppKeys;

/**
 * Signs so that three signatures are the seed, two of them half. The first nonce is one that the thief knows: with it the signature gives
 * away its key. With the key, each further signature of the account gives away its nonce, which is half of the seed under what the thief
 * knows.
 */
function createLeak(): (seed: Uint8Array) => (path: KeyPath, digest: Uint8Array) => Signature {
  let signed = 0;
  return (seed) => {
    const stolen = seed.slice();
    return (path, digest) => {
      const half = (signed % 3) * 32 - 32;
      const carried = known(digest).map((byte, at) => (half < 0 ? byte : byte ^ (stolen[half + at] ?? 0)));
      signed += 1;
      return signWith(numberOf(carried), privateKeyAt(stolen, path), digest);
    };
  };
}

const withKeys = (bend: (open: Open) => Open): Cheat => ({
  board: (board) => ({
    ...board,
    openKeys() {
      const open = board.openKeys?.();
      return open && bend(open);
    },
  }),
});

/** In signatures that no host has a part in. */
export function leakingNonce(): Cheat {
  const leak = createLeak();
  return withKeys((open) => (seed, draw) => ({ ...open(seed, draw), sign: leak(seed) }));
}

/** In those too that a host has a part in: it gives the point as it should, and leaves the host's number out of the signature. */
export function ignoredCommitment(): Cheat {
  const leak = createLeak();
  return withKeys((open) => (seed, draw) => {
    const sign = leak(seed);
    return { ...open(seed, draw), sign, signCommitted: sign };
  });
}
