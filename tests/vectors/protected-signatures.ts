/** `protected-signatures.json`: for a device that signs with a nonce that a host has a part in, and for the host's check. */
import { noncePoint, signCommitted } from '../../firmware-sim/core/vault/signing/sign-committed.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { commitmentTag, tweakTag } from '../../src/protocol/host-nonce.ts';
import { commitmentOf } from '../fixtures/data/independent-commitment.ts';
import type { Vectors } from './files.ts';

/** What covers a key while it's at work, and leaves no trace in the signature. */
const cover = (length: number): Uint8Array => new Uint8Array(length).fill(0xa5);
const repeated = (byte: number): string => toHex(new Uint8Array(32).fill(byte));
const counting = (from: number): string => toHex(Uint8Array.from({ length: 32 }, (_, at) => from + at));

const order = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141';
const inputs = [
  { key: counting(1), digest: counting(0x40), hostNonce: counting(0x80) },
  { key: counting(1), digest: counting(0x40), hostNonce: counting(0x81) },
  { key: counting(1), digest: counting(0x41), hostNonce: counting(0x80) },
  { key: counting(2), digest: counting(0x40), hostNonce: counting(0x80) },
  // The lowest key and the highest; digests at and over the order.
  { key: repeated(0).slice(0, -1) + '1', digest: repeated(0), hostNonce: repeated(0) },
  { key: order.slice(0, -1) + '0', digest: order, hostNonce: repeated(0xff) },
  { key: repeated(0x55), digest: repeated(0xff), hostNonce: repeated(0x88) },
];

export function protectedSignatureVectors(): Vectors {
  return {
    description:
      'Signatures on secp256k1 whose nonce a host has a part in: what it commits to, the point that the device answers first, and the signature.',
    tags: { commitment: commitmentTag, tweak: tweakTag },
    vectors: inputs.map(({ key, digest, hostNonce }) => {
      const commitment = commitmentOf(fromHex(hostNonce));
      const parts = [fromHex(key), fromHex(digest), commitment] as const;
      const signature = signCommitted(...parts, fromHex(hostNonce), cover);
      if (signature === undefined) throw new Error('a number that was committed to is signed for');
      return {
        key,
        digest,
        hostNonce,
        commitment: toHex(commitment),
        point: toHex(noncePoint(...parts, cover)),
        r: toHex(signature.r),
        s: toHex(signature.s),
        parity: signature.parity,
      };
    }),
  };
}
