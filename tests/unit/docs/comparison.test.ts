/** The comparison names tests: each of them must be there. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(resolve(root, 'docs/comparison.md'), 'utf8');
const section = page.slice(page.indexOf('\n## From MetaMask'), page.indexOf('\n## Beside hardware'));
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/comparison.md', () => {
  it('has a row for each step of MetaMask', () => {
    expect(rows).toHaveLength(21);
  });

  it.each(rows.map((row) => [row[1], row[4] ?? '']))('%s: its tests exist', (_, tests) => {
    const named = [...tests.matchAll(/`([^`]+\.test\.ts)`(?: "([^"]+)")?/g)];
    expect(named).not.toEqual([]);
    for (const [, file = '', title] of named) {
      const path = resolve(root, 'tests', file);
      expect(existsSync(path), file).toBe(true);
      if (title !== undefined) expect(readFileSync(path, 'utf8')).toContain(title);
    }
  });
});
