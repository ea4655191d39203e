/** Schnorr signatures: BIP-340's own, and those of a second implementation, which is given the key that BIP-341 makes of the wallet's. */
import { randomBytes } from 'node:crypto';
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taprootKey } from '../../../../../firmware-sim/core/chains/bitcoin-address.ts';
import { signSchnorr } from '../../../../../firmware-sim/core/vault/signing/sign-schnorr.ts';
import { signTaproot } from '../../../../../firmware-sim/core/vault/signing/sign-taproot.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { tweakedKey } from '../../../../fixtures/data/independent-taproot.ts';

const draw = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** SEC 2, section 2.4.1. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
const zeros = new Uint8Array(32);

const anyKey = fc.oneof(fc.constantFrom(1n, 2n, order - 1n), fc.bigInt({ min: 1n, max: order - 1n }));
const anyDigest = fc.oneof(
  fc.constantFrom(zeros, new Uint8Array(32).fill(0xff)),
  fc.uint8Array({ minLength: 32, maxLength: 32 }),
);

/** Of BIP-341's test vectors for wallets: keys, tweaked already, digests, and signatures with nothing random in them. */
const spending = [
  [
    '2405b971772ad26915c8dcdf10f238753a9b837e5f8e6a86fd7c0cce5b7296d9',
    '2514a6272f85cfa0f45eb907fcb0d121b808ed37c6ea160a5a9046ed5526d555',
    'ed7c1647cb97379e76892be0cacff57ec4a7102aa24296ca39af7541246d8ff14d38958d4cc1e2e478e4d4a764bbfd835b16d4e314b72937b29833060b87276c',
  ],
  [
    'ea260c3b10e60f6de018455cd0278f2f5b7e454be1999572789e6a9565d26080',
    '325a644af47e8a5a2591cda0ab0723978537318f10e6a63d4eed783b96a71a4d',
    '052aedffc554b41f52b521071793a6b88d6dbca9dba94cf34c83696de0c1ec35ca9c5ed4ab28059bd606a4f3a657eec0bb96661d42921b5f50a95ad33675b54f',
  ],
  [
    '97323385e57015b75b0339a549c56a948eb961555973f0951f555ae6039ef00d',
    'bf013ea93474aa67815b1b6cc441d23b64fa310911d991e713cd34c7f5d46669',
    'ff45f742a876139946a149ab4d9185574b98dc919d2eb6754f8abaa59d18b025637a3aa043b91817739554f4ed2026cf8022dbd83e351ce1fabc272841d2510a',
  ],
  [
    'a8e7aa924f0d58854185a490e6c41f6efb7b675c0f3331b7f14b549400b4d501',
    '4f900a0bae3f1446fd48490c2958b5a023228f01661cda3496a11da502a7f7ef',
    'b4010dd48a617db09926f729e79c33ae0b4e94b79f04a1ae93ede6315eb3669de185a17d2b0ac9ee09fd4c64b678a0b61a0a86fa888a273c8511be83bfd6810f',
  ],
  [
    '241c14f2639d0d7139282aa6abde28dd8a067baa9d633e4e7230287ec2d02901',
    '15f25c298eb5cdc7eb1d638dd2d45c97c4c59dcaec6679cfc16ad84f30876b85',
    'a3785919a2ce3c4ce26f298c3d51619bc474ae24014bcdd31328cd8cfbab2eff3395fa0a16fe5f486d12f22a9cedded5ae74feb4bbe5351346508c5405bcfee0',
  ],
  [
    '65b6000cd2bfa6b7cf736767a8955760e62b6649058cbc970b7c0871d786346b',
    'cd292de50313804dabe4685e83f923d2969577191a3e1d2882220dca88cbeb10',
    'ea0c6ba90763c2d3a296ad82ba45881abb4f426b3f87af162dd24d5109edc1cdd11915095ba47c3a9963dc1e6c432939872bc49212fe34c632cd3ab9fed429c4',
  ],
  [
    'ec18ce6af99f43815db543f47b8af5ff5df3b2cb7315c955aa4a86e8143d2bf5',
    'cccb739eca6c13a8a89e6e5cd317ffe55669bbda23f2fd37b0f18755e008edd2',
    'bbc9584a11074e83bc8c6759ec55401f0ae7b03ef290c3139814f545b58a9f8127258000874f44bc46db7646322107d4d86aec8e73b8719a61fff761d75b5dd9',
  ],
] as const;

describe('a signature of BIP-340', () => {
  it('is the one of its test vectors with nothing random in it', () => {
    const signature = signSchnorr(bytesOf(3n), zeros, draw);
    expect(toHex(signature).toUpperCase()).toBe(
      'E907831F80848D1069A5371B402410364BDF1C5F8307B0084C55F1CE2DCA8215' +
        '25F66A4A85EA8B71E482A74F382D2CE5EBEEE8FDB2172F477DF4900D310536C0',
    );
  });

  it.each(spending)('is the one of BIP-341’s test vectors: %s', (tweaked, digest, signature) => {
    expect(toHex(signSchnorr(fromHex(tweaked), fromHex(digest), draw))).toBe(signature);
  });

  it('is what another implementation gives for zeros in place of randomness', () => {
    const parities = new Set<string>();
    fc.assert(
      fc.property(anyKey, anyDigest, (secret, hash) => {
        const signature = signSchnorr(bytesOf(secret), hash, draw);
        expect(toHex(signature)).toBe(toHex(schnorr.sign(hash, bytesOf(secret), zeros)));
        parities.add(toHex(secp256k1.getPublicKey(bytesOf(secret), true)).slice(0, 2));
      }),
      { numRuns: 120 },
    );
    expect(parities.size).toBe(2);
  });
});

describe('a signature by the key of a Taproot output', () => {
  it('is the one of BIP-341’s test vectors where the output has no script', () => {
    const [[, digest, signature]] = spending;
    const key = fromHex('6b973d88838f27366ed61c9ad6367663045cb456e28335c109e30717ae0c6baa');
    expect(toHex(signTaproot(key, fromHex(digest), draw))).toBe(signature);
  });

  it('is what another implementation gives with the key tweaked for no script', () => {
    const parities = new Set<string>();
    fc.assert(
      fc.property(anyKey, anyDigest, (secret, hash) => {
        const signature = signTaproot(bytesOf(secret), hash, draw);
        const tweaked = tweakedKey(bytesOf(secret));
        expect(toHex(signature)).toBe(toHex(schnorr.sign(hash, tweaked, zeros)));
        const output = taprootKey(secp256k1.getPublicKey(bytesOf(secret), true));
        expect(schnorr.verify(signature, hash, output)).toBe(true);
        parities.add(toHex(secp256k1.getPublicKey(tweaked, true)).slice(0, 2));
      }),
      { numRuns: 120 },
    );
    expect(parities.size).toBe(2);
  });

  it('does not depend on what is drawn, which is erased', () => {
    const drawn: Uint8Array[] = [];
    const first = signTaproot(bytesOf(0x1234n), zeros, (length) => {
      const bytes = draw(length);
      drawn.push(bytes);
      return bytes;
    });
    expect(signTaproot(bytesOf(0x1234n), zeros, (length) => new Uint8Array(length).fill(0xff))).toEqual(
      first,
    );
    // For the wallet's key, the tweaked one and the nonce.
    expect(drawn).toHaveLength(3);
    expect(drawn.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('leaves key and digest as they were', () => {
    const [secret, hash] = [bytesOf(order - 5n), new Uint8Array(32).fill(7)];
    signTaproot(secret, hash, draw);
    expect([toHex(secret), toHex(hash)]).toEqual([toHex(bytesOf(order - 5n)), '07'.repeat(32)]);
  });
});
