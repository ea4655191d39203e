import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  copyBytes,
  copyIndexes,
  secretBytes,
  secretIndexes,
  takeOver,
} from '../../../../../firmware-sim/core/vault/memory/secret-bytes.ts';

const core = resolve(import.meta.dirname, '../../../../../firmware-sim/core');
/** Where phrase, entropy and PIN are held. */
const holders = [
  'vault/phrase/phrase.ts',
  'vault/storage/sealing.ts',
  'vault/phrase/prefixes.ts',
  'vault/phrase/question.ts',
  'glass/flows/pin.ts',
  'glass/flows/enter-words.ts',
  'glass/flows/letter-wheel.ts',
];

describe('arrays for secrets', () => {
  it('are zero at first, of the length that was asked for', () => {
    expect(secretBytes(3)).toEqual(Uint8Array.of(0, 0, 0));
    expect(secretIndexes(2)).toEqual(Uint16Array.of(0, 0));
  });

  it('are copied in whole or in part, into memory of their own', () => {
    const bytes = Uint8Array.of(1, 2, 3, 4);
    const copy = copyBytes(bytes);
    expect(copy).toEqual(bytes);
    expect(copyBytes(bytes, 1, 3)).toEqual(Uint8Array.of(2, 3));
    const indexes = copyIndexes(Uint16Array.of(7, 2047));
    expect(indexes).toEqual(Uint16Array.of(7, 2047));
    bytes.fill(9);
    expect(copy[0]).toBe(1);
    expect(copy.buffer.byteLength).toBe(4);
  });

  it('take over what a library made, and overwrite it there', () => {
    const made = Uint8Array.of(5, 6);
    expect(takeOver(made)).toEqual(Uint8Array.of(5, 6));
    expect(made).toEqual(Uint8Array.of(0, 0));
  });

  // A small array that V8 keeps among its objects is copied where nobody can overwrite it: see secret-bytes.ts.
  it.each(holders)('are the only ones that %s makes', (file) => {
    const source = readFileSync(resolve(core, file), 'utf8');
    expect(source).toMatch(/secretBytes|secretIndexes|copyBytes|copyIndexes/);
    expect(source).not.toMatch(/new Uint(8|16)Array\(/);
  });
});
