/** Single values, as command `1C` brings them: each in the form that its type has, and no other. */
import { toHex } from '../../../../../src/protocol/bytes.ts';
import type { IntegerType, LeafType, LeafValue } from './types.ts';

/** Sent without its leading zeros, or with them; a negative one fills its type, which alone tells it from a positive one. */
function parseInteger(type: IntegerType, bytes: Uint8Array): LeafValue | undefined {
  if (bytes.length > type.size) return undefined;
  const unsigned = bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
  const value =
    type.kind === 'int' && bytes.length === type.size ? BigInt.asIntN(type.size * 8, unsigned) : unsigned;
  return { kind: 'integer', value, type };
}

/** Whole UTF-8 alone has one text: anything else would have to be shown, and hashed, as something that it isn't. */
function parseText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function parseLeaf(type: LeafType, bytes: Uint8Array): LeafValue | undefined {
  if (type.kind === 'int' || type.kind === 'uint') return parseInteger(type, bytes);
  if (type.kind === 'fixed-bytes')
    return bytes.length === type.size ? { kind: 'fixed-bytes', bytes } : undefined;
  if (type.kind === 'address') return bytes.length === 20 ? { kind: 'address', bytes } : undefined;
  if (type.kind === 'bytes') return { kind: 'bytes', bytes };
  if (type.kind === 'bool') {
    const [value] = bytes;
    if (bytes.length !== 1 || (value !== 0 && value !== 1)) return undefined;
    return { kind: 'bool', value: value === 1 };
  }
  const text = parseText(bytes);
  return text === undefined ? undefined : { kind: 'string', text };
}
