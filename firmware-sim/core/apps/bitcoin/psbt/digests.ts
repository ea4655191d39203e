/**
 * What the signatures of a transaction are of, each of them of all that it says: as it was from the beginning (for P2PKH), by BIP-143
 * (for P2WPKH, bare or in P2SH) and by BIP-341 (for Taproot's keys, without an annex).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../../../../../src/protocol/bytes.ts';
import { bitcoinScript } from '../../../chains/bitcoin-address.ts';
import { taggedHash } from '../../../chains/tagged-hash.ts';
import { writeVarint } from '../host/varint.ts';
import type { PaidOutput, SpendingTransaction, SpentCoin } from './transaction.ts';

const twice = (...parts: readonly Uint8Array[]): Uint8Array => sha256(sha256(concatBytes(...parts)));

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function u64(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

const scriptBytes = (script: Uint8Array): Uint8Array => concatBytes(writeVarint(script.length), script);

const outpoint = ({ txid, vout }: SpentCoin): Uint8Array => concatBytes(txid, u32(vout));

const outputBytes = ({ amount, script }: PaidOutput): Uint8Array =>
  concatBytes(u64(amount), scriptBytes(script));

const noScript = new Uint8Array();

/** The transaction, with a script in each of its inputs. */
function written(
  { version, locktime, coins, outputs }: SpendingTransaction,
  scriptOf: (coin: SpentCoin) => Uint8Array,
): Uint8Array {
  return concatBytes(
    u32(version),
    writeVarint(coins.length),
    ...coins.map((coin) => concatBytes(outpoint(coin), scriptBytes(scriptOf(coin)), u32(coin.sequence))),
    writeVarint(outputs.length),
    ...outputs.map(outputBytes),
    u32(locktime),
  );
}

/** 32 bytes. `at`: the coin's place. */
export type DigestOf = (coin: SpentCoin, at: number) => Uint8Array;

/** Every input is without a script but the one that is signed, which has that of the coin. */
function legacyDigests(transaction: SpendingTransaction): DigestOf {
  return (signed) =>
    twice(
      written(transaction, (coin) => (coin === signed ? coin.script : noScript)),
      u32(signed.sighash),
    );
}

/** BIP-143. */
function witnessDigests({ version, locktime, coins, outputs }: SpendingTransaction): DigestOf {
  const before = concatBytes(
    u32(version),
    twice(...coins.map(outpoint)),
    twice(...coins.map(({ sequence }) => u32(sequence))),
  );
  const after = concatBytes(twice(...outputs.map(outputBytes)), u32(locktime));
  return (coin) =>
    twice(
      before,
      outpoint(coin),
      scriptBytes(bitcoinScript('pkh', coin.key)),
      u64(coin.amount),
      u32(coin.sequence),
      after,
      u32(coin.sighash),
    );
}

/** BIP-341. */
function taprootDigests({ version, locktime, coins, outputs }: SpendingTransaction): DigestOf {
  const once = (...parts: readonly Uint8Array[]): Uint8Array => sha256(concatBytes(...parts));
  const common = concatBytes(
    u32(version),
    u32(locktime),
    once(...coins.map(outpoint)),
    once(...coins.map(({ amount }) => u64(amount))),
    once(...coins.map(({ script }) => scriptBytes(script))),
    once(...coins.map(({ sequence }) => u32(sequence))),
    once(...outputs.map(outputBytes)),
  );
  // A version of what is hashed before it, and behind it that a key spends, without an annex.
  const [epoch, spendType] = [0, 0];
  return ({ sighash }, at) =>
    taggedHash('TapSighash', Uint8Array.of(epoch, sighash), common, Uint8Array.of(spendType), u32(at));
}

const digestsOfKind = {
  pkh: legacyDigests,
  'sh-wpkh': witnessDigests,
  wpkh: witnessDigests,
  tr: taprootDigests,
} as const;

/** What is signed for each of its coins. */
export function digestsOf(transaction: SpendingTransaction): DigestOf {
  return digestsOfKind[transaction.kind](transaction);
}

/** The id of the transaction while nothing is signed, 32 bytes, in the order in which transactions are written. */
export function unsignedId(transaction: SpendingTransaction): Uint8Array {
  return twice(written(transaction, () => noScript));
}
