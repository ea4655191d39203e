/**
 * A transaction as it's in the chain, of which a coin is spent. Its hash names it, so what its outputs pay is as certain as the coin's name:
 * without it, a host could understate a coin and have the difference given away as a fee.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../../../../../src/protocol/bytes.ts';
import { createByteReader, readAmount, type ByteReader } from './byte-reader.ts';

export interface CoinOutput {
  /** In satoshis. */
  readonly amount: bigint;
  readonly script: Uint8Array;
}

export interface PreviousTransaction {
  /** 32 bytes, in the order in which transactions are written. */
  readonly txid: Uint8Array;
  readonly outputs: readonly CoinOutput[];
}

const wordLength = 4;
/** Txid and number of an output. */
const outpointLength = 36;

/** An amount, and what it pays to. */
export function readCoinOutput(reader: ByteReader): CoinOutput | undefined {
  const amount = readAmount(reader.take(8));
  const script = reader.varBytes();
  return amount === undefined || script === undefined ? undefined : { amount, script };
}

/** How many inputs were read. */
function readInputs(reader: ByteReader): number | undefined {
  const count = reader.varint();
  // None: the mark of the other form, or nothing that a chain takes.
  if (count === undefined || count === 0) return undefined;
  for (let at = 0; at < count; at += 1) {
    const isWhole =
      reader.take(outpointLength) !== undefined &&
      reader.varBytes() !== undefined &&
      reader.take(wordLength) !== undefined;
    if (!isWhole) return undefined;
  }
  return count;
}

function readOutputs(reader: ByteReader): readonly CoinOutput[] | undefined {
  const count = reader.varint();
  if (count === undefined || count === 0) return undefined;
  const outputs: CoinOutput[] = [];
  for (let at = 0; at < count; at += 1) {
    const output = readCoinOutput(reader);
    if (output === undefined) return undefined;
    outputs.push(output);
  }
  return outputs;
}

/** Whether there is one of each input, and anything in them: an empty one has a shorter form. */
function passWitness(reader: ByteReader, inputs: number): boolean {
  let items = 0;
  for (let input = 0; input < inputs; input += 1) {
    const count = reader.varint();
    if (count === undefined) return false;
    for (let at = 0; at < count; at += 1) if (reader.varBytes() === undefined) return false;
    items += count;
  }
  return items > 0;
}

/** Of both forms: with a witness behind the mark and flag of BIP-144, or without. `undefined` for anything else, or more than one. */
export function parsePreviousTransaction(bytes: Uint8Array): PreviousTransaction | undefined {
  const reader = createByteReader(bytes);
  const version = reader.take(wordLength);
  const hasWitness = reader.next() === 0;
  if (hasWitness && reader.take(2)?.[1] !== 1) return undefined;
  const start = reader.position();
  const inputs = readInputs(reader);
  const outputs = inputs === undefined ? undefined : readOutputs(reader);
  const body = bytes.subarray(start, reader.position());
  if (version === undefined || inputs === undefined || outputs === undefined) return undefined;
  if (hasWitness && !passWitness(reader, inputs)) return undefined;
  const locktime = reader.take(wordLength);
  if (locktime === undefined || !reader.isAtEnd()) return undefined;
  return { txid: sha256(sha256(concatBytes(version, body, locktime))), outputs };
}
