import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longFiles } from '../../longest-first.mjs';

describe('the files that begin first', () => {
  it.each(longFiles)('%s is there', (file) => {
    expect(existsSync(resolve(import.meta.dirname, '../..', file))).toBe(true);
  });
});
