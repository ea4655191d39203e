/** What a PSBT says of a coin that is spent, and what is known of the coin for certain. */
import { equalBytes } from '../../../../../src/protocol/bytes.ts';
import type { AddressKind } from '../../../chains/bitcoin-address.ts';
import { createByteReader, readU32 } from './byte-reader.ts';
import type { EntryLengths, KnownEntries, PsbtMap } from './maps.ts';
import { derivationLengths, taprootDerivationLengths, type Account } from './own-keys.ts';
import { parsePreviousTransaction, readCoinOutput, type CoinOutput } from './previous-transaction.ts';
import type { PsbtRefusal, SpentCoin } from './transaction.ts';

const type = {
  previousTransaction: 0x00,
  witnessOutput: 0x01,
  sighash: 0x03,
  derivation: 0x06,
  previousTxid: 0x0e,
  outputIndex: 0x0f,
  sequence: 0x10,
  requiredTime: 0x11,
  requiredHeight: 0x12,
  taprootDerivation: 0x16,
} as const;

/** As long as nodes pass on, in bytes (400,000 units of weight). */
const longestTransaction = 400_000;
const longestScript = 10_000;
const txidLength = 32;

const word: EntryLengths = { data: 0, value: 4 };

export const knownOfCoin: KnownEntries = new Map([
  [type.previousTransaction, { data: 0, value: longestTransaction }],
  [type.witnessOutput, { data: 0, value: longestScript + 11 }],
  [type.sighash, word],
  [type.derivation, derivationLengths],
  [type.previousTxid, { data: 0, value: txidLength }],
  [type.outputIndex, word],
  [type.sequence, word],
  [type.taprootDerivation, taprootDerivationLengths],
]);

/** Those that ask for no time of their own (BIP-68); the lowest says that the transaction may be replaced (BIP-125). */
const sequences: readonly (number | undefined)[] = [0xffff_fffd, 0xffff_fffe, 0xffff_ffff];

function readSequence(map: PsbtMap): number | 'locktime' | 'wrong' {
  if (map.has(type.requiredTime) || map.has(type.requiredHeight)) return 'locktime';
  if (!map.has(type.sequence)) return 0xffff_ffff;
  const sequence = readU32(map.value(type.sequence));
  if (sequence === undefined) return 'wrong';
  return sequences.includes(sequence) ? sequence : 'locktime';
}

function readSighash(map: PsbtMap, kind: AddressKind): 0 | 1 | 'sighash' | 'wrong' {
  if (!map.has(type.sighash)) return kind === 'tr' ? 0 : 1;
  const sighash = readU32(map.value(type.sighash));
  if (sighash === undefined) return 'wrong';
  if (sighash === 0 && kind === 'tr') return 0;
  return sighash === 1 ? 1 : 'sighash';
}

interface CoinName {
  readonly txid: Uint8Array;
  readonly vout: number;
}

function readName(map: PsbtMap): CoinName | undefined {
  const txid = map.value(type.previousTxid);
  const vout = readU32(map.value(type.outputIndex));
  return txid?.length === txidLength && vout !== undefined ? { txid, vout } : undefined;
}

/** The output itself, out of the transaction that the coin's name is the hash of. */
function outputOf(bytes: Uint8Array, { txid, vout }: CoinName): CoinOutput | undefined {
  const previous = parsePreviousTransaction(bytes);
  return previous && equalBytes(previous.txid, txid) ? previous.outputs[vout] : undefined;
}

function parseCoinOutput(bytes: Uint8Array): CoinOutput | undefined {
  const reader = createByteReader(bytes);
  const output = readCoinOutput(reader);
  return reader.isAtEnd() ? output : undefined;
}

const isSame = (left: CoinOutput, right: CoinOutput): boolean =>
  left.amount === right.amount && equalBytes(left.script, right.script);

/**
 * What is spent. A signature of Taproot's is of all amounts and scripts, and good for nothing where the host was wrong about one; every
 * other kind needs the transaction before.
 */
function readSpent(map: PsbtMap, kind: AddressKind, name: CoinName): CoinOutput | 'previous' | 'wrong' {
  const said = map.value(type.witnessOutput);
  const claimed = said && parseCoinOutput(said);
  if (said !== undefined && claimed === undefined) return 'wrong';
  const bytes = map.value(type.previousTransaction);
  if (bytes === undefined) return kind === 'tr' && claimed !== undefined ? claimed : 'previous';
  const output = outputOf(bytes, name);
  if (output === undefined || (claimed !== undefined && !isSame(output, claimed))) return 'wrong';
  return output;
}

export function readCoin(map: PsbtMap, account: Account): SpentCoin | PsbtRefusal | 'wrong' {
  const { kind } = account;
  const name = readName(map);
  if (name === undefined) return 'wrong';
  const sequence = readSequence(map);
  if (typeof sequence === 'string') return sequence;
  const sighash = readSighash(map, kind);
  if (typeof sighash === 'string') return sighash;
  const own = account.ownKey(map.entries(kind === 'tr' ? type.taprootDerivation : type.derivation));
  if (own === undefined) return 'foreignCoin';
  const spent = readSpent(map, kind, name);
  if (typeof spent === 'string') return spent;
  if (!equalBytes(spent.script, own.script)) return 'foreignCoin';
  const { path, key, script } = own;
  return { ...name, sequence, amount: spent.amount, script, path, key, sighash };
}
