/** Ledger's own recordings of typed data: the same commands give the signature that their app gave, or a digest that it signed. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import { mnemonicToSeedSync } from '@scure/bip39';
import { describe, expect, it } from 'vitest';
import { createTypedData } from '../../../../../../firmware-sim/core/apps/ethereum/typed-data/typed-data.ts';
import { typedDataInEnglish } from '../../../../../../src/text/en/apps/typed-data.ts';
import { byteAt, concatBytes, toHex } from '../../../../../../src/protocol/bytes.ts';
import { independentHash } from '../../../../../fixtures/ethereum/independent-typed-data.ts';
import {
  recordedMessages,
  recordings,
  type Recording,
} from '../../../../../fixtures/ethereum/ledger-recordings.ts';
import { feed } from '../../../../../fixtures/ethereum/typed-data-stream.ts';

// Speculos' default seed, which its users know by heart.
const phrase =
  'glory promote mansion idle axis finger extra february uncover one trip resource lawn turtle enact monster seven myth punch hobby comfort wild raise skin';
const key = HDKey.fromMasterSeed(mnemonicToSeedSync(phrase)).derive("m/44'/60'/0'/0/0");
const path = '058000002c8000003c800000000000000000000000';
const address = '0xdad77910dbdfde764fc21fcd4e74d71bbaca6d8d';

interface Signed {
  readonly name: string;
  readonly digest: Uint8Array;
  /** v, r, s. */
  readonly signature: Uint8Array;
}

/** What is signed of a recording: its definitions and values alone. Filters say how to show them, and here all is shown. */
function signedIn({ name, exchanges }: Recording): Signed {
  const reader = createTypedData(typedDataInEnglish);
  for (const { command } of exchanges) {
    const [, instruction = 0, p1 = 0, p2 = 0] = command;
    if (instruction !== 0x1a && instruction !== 0x1c) continue;
    expect(feed(reader, [{ instruction, p1, p2, data: command.slice(5) }])).toBe(0x9000);
  }
  const last = exchanges.at(-1) ?? expect.fail('an empty recording');
  expect(toHex(last.command)).toBe(`e00c000115${path}`);
  const request = reader.finish();
  if (typeof request === 'number') return expect.fail(`${name}: ${request}`);
  return { name, digest: request.digest, signature: last.response.slice(0, 65) };
}

/** RFC 6979, the lower s, and 27 or 28 before both. */
function sign(digest: Uint8Array): Uint8Array {
  const signed = secp256k1.sign(digest, key.privateKey ?? expect.fail('no key'), {
    prehash: false,
    format: 'recovered',
  });
  return concatBytes(Uint8Array.of(27 + byteAt(signed, 0)), signed.subarray(1));
}

function signerOf({ digest, signature }: Signed): string {
  const recoverable = concatBytes(Uint8Array.of(byteAt(signature, 0) - 27), signature.subarray(1));
  const point = secp256k1.recoverPublicKey(recoverable, digest, { prehash: false });
  const uncompressed = secp256k1.Point.fromBytes(point).toBytes(false);
  return `0x${toHex(keccak_256(uncompressed.subarray(1)).subarray(12))}`;
}

const typed = recordings.filter(({ exchanges }) => exchanges.some(({ command }) => command[1] === 0x0c));
const all = typed.map(signedIn);
const own = all.filter((signed) => signerOf(signed) === address);
const others = all.filter((signed) => !own.includes(signed));

describe('Ledger’s recordings of typed data', () => {
  it('are all accepted, and give what was signed', () => {
    expect(all.length).toBe(44);
    expect(own.length).toBe(29);
  });

  it('have the digests that another library gives for what was recorded', () => {
    const digests = new Set(recordedMessages.map(independentHash));
    expect(all.filter(({ digest }) => !digests.has(toHex(digest))).map(({ name }) => name)).toEqual([]);
  });

  it.each(own)('have the same signature, byte for byte: $name', ({ digest, signature }) => {
    expect(toHex(sign(digest))).toBe(toHex(signature));
  });

  it('are signed by few others, which no wrong digest would give', () => {
    const counts = new Map<string, number>();
    for (const signed of others) counts.set(signerOf(signed), (counts.get(signerOf(signed)) ?? 0) + 1);
    const repeated = [...counts.values()].filter((count) => count > 1);
    expect(repeated.length).toBe(2);
    expect(repeated.reduce((sum, count) => sum + count, 0)).toBe(11);
  });
});
