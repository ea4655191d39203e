/** What is signed of typed data: a hash over the types and values of domain and message (EIP-712). */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes, fromHex } from '../../../../../src/protocol/bytes.ts';
import { encodeType } from './type-graph.ts';
import type { StructTypes, StructValue, TypedMessage, TypedValue } from './types.ts';

const wordLength = 32;
const utf8 = new TextEncoder();

function word(value: bigint): Uint8Array {
  return fromHex(
    BigInt.asUintN(wordLength * 8, value)
      .toString(16)
      .padStart(wordLength * 2, '0'),
  );
}

/** Zeros before what is shorter, such as an address, or after it, as Solidity's `bytes4` has them. */
function padded(bytes: Uint8Array, side: 'before' | 'after'): Uint8Array {
  const zeros = new Uint8Array(wordLength - bytes.length);
  return side === 'before' ? concatBytes(zeros, bytes) : concatBytes(bytes, zeros);
}

type TypeHash = (name: string) => Uint8Array;

function typeHashesOf(types: StructTypes): TypeHash {
  const known = new Map<string, Uint8Array>();
  return (name) => {
    const hash = known.get(name) ?? keccak_256(utf8.encode(encodeType(types, name)));
    known.set(name, hash);
    return hash;
  };
}

function hashStruct({ name, members }: StructValue, typeHash: TypeHash): Uint8Array {
  return keccak_256(concatBytes(typeHash(name), ...members.map(({ value }) => encode(value, typeHash))));
}

/** 32 bytes for each value. */
function encode(value: TypedValue, typeHash: TypeHash): Uint8Array {
  switch (value.kind) {
    case 'struct':
      return hashStruct(value, typeHash);
    case 'array':
      return keccak_256(concatBytes(...value.elements.map((element) => encode(element, typeHash))));
    case 'integer':
      return word(value.value);
    case 'bool':
      return word(value.value ? 1n : 0n);
    case 'address':
      return padded(value.bytes, 'before');
    case 'fixed-bytes':
      return padded(value.bytes, 'after');
    case 'bytes':
      return keccak_256(value.bytes);
    case 'string':
      return keccak_256(utf8.encode(value.text));
  }
}

export function hashTypedMessage({ types, domain, message }: TypedMessage): Uint8Array {
  const typeHash = typeHashesOf(types);
  const prefix = Uint8Array.of(0x19, 0x01);
  return keccak_256(concatBytes(prefix, hashStruct(domain, typeHash), hashStruct(message, typeHash)));
}
