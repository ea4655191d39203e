/** Definitions of structs, as command `1A` brings them: bytes to types, strictly. */
import type { ArrayLength, FieldType, LeafType, StructField } from './types.ts';

/** What the description byte's upper bits say. */
const isArray = 0x80;
const hasSize = 0x40;
const unused = 0x30;

/** No brackets, commas or spaces: the text of a type is hashed, and must be read in one way only. Some apps name types with a colon. */
const structName = /^[A-Za-z_$][\w$:.-]*$/;
const fieldName = /^[\w$-]+$/;
/** A struct by such a name would read as a value. */
const leafName = /^(?:u?int\d*|bytes\d*|address|bool|string)$/;

function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** A struct's name; `undefined` for what can't be one. */
export function parseStructName(data: Uint8Array): string | undefined {
  const name = textOf(data);
  return structName.test(name) && !leafName.test(name) ? name : undefined;
}

interface Cursor {
  byte(): number | undefined;
  /** A byte that says how many follow, and these. */
  counted(): Uint8Array | undefined;
  isAtEnd(): boolean;
}

function cursorOver(data: Uint8Array): Cursor {
  let at = 0;
  const byte = () => {
    const value = data[at];
    if (value !== undefined) at += 1;
    return value;
  };
  return {
    byte,
    counted() {
      const length = byte();
      if (length === undefined || at + length > data.length) return undefined;
      at += length;
      return data.subarray(at - length, at);
    },
    isAtEnd: () => at === data.length,
  };
}

function leafOf(code: number, size: number | undefined): LeafType | undefined {
  const isSize = size !== undefined && size >= 1 && size <= 32;
  if (code === 1) return isSize ? { kind: 'int', size } : undefined;
  if (code === 2) return isSize ? { kind: 'uint', size } : undefined;
  if (code === 6) return isSize ? { kind: 'fixed-bytes', size } : undefined;
  if (size !== undefined) return undefined;
  if (code === 3) return { kind: 'address' };
  if (code === 4) return { kind: 'bool' };
  if (code === 5) return { kind: 'string' };
  return code === 7 ? { kind: 'bytes' } : undefined;
}

function readBase(cursor: Cursor, description: number): FieldType['base'] | undefined {
  const code = description & 0x0f;
  if (code !== 0) {
    const isSized = (description & hasSize) !== 0;
    const size = isSized ? cursor.byte() : undefined;
    return isSized && size === undefined ? undefined : leafOf(code, size);
  }
  const written = (description & hasSize) === 0 ? cursor.counted() : undefined;
  const name = written && parseStructName(written);
  return name === undefined ? undefined : { kind: 'struct', name };
}

function readLevels(cursor: Cursor): readonly ArrayLength[] | undefined {
  const count = cursor.byte();
  if (count === undefined || count === 0) return undefined;
  const levels: ArrayLength[] = [];
  while (levels.length < count) {
    const kind = cursor.byte();
    const length = kind === 0 ? 'any' : kind === 1 ? cursor.byte() : undefined;
    if (length === undefined) return undefined;
    levels.push(length);
  }
  return levels;
}

/** One field of a struct: its type and its name, and nothing after them. */
export function parseStructField(data: Uint8Array): StructField | undefined {
  const cursor = cursorOver(data);
  const description = cursor.byte();
  if (description === undefined || (description & unused) !== 0) return undefined;
  const base = readBase(cursor, description);
  if (base === undefined) return undefined;
  const levels = (description & isArray) === 0 ? [] : readLevels(cursor);
  if (levels === undefined) return undefined;
  const written = cursor.counted();
  if (written === undefined || !cursor.isAtEnd()) return undefined;
  const name = textOf(written);
  return fieldName.test(name) ? { name, type: { base, levels } } : undefined;
}
