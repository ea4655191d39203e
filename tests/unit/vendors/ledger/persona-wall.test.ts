/** The persona's wire cannot leak what it cannot reach: nothing that it imports, however far, knows words or glass. */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');

function importsOf(file: string): string[] {
  const text = readFileSync(resolve(root, file), 'utf8');
  return [...text.matchAll(/(?:import|export)\s+(?!type\b)[^;]*?from\s+'([^']+)'/g)].map(([, path = '']) =>
    path.startsWith('.') ? relative(root, resolve(root, dirname(file), path)) : path,
  );
}

function reach(file: string, seen = new Set<string>()): Set<string> {
  for (const imported of importsOf(file)) {
    if (seen.has(imported)) continue;
    seen.add(imported);
    if (imported.endsWith('.ts')) reach(imported, seen);
  }
  return seen;
}

it('reaches the protocol and the persona’s plain state, and nothing else', () => {
  const reached = [...reach('firmware-sim/vendors/ledger/persona-wire.ts')];
  expect(reached.length).toBeGreaterThan(5);
  const allowed = /^(src\/protocol\/|firmware-sim\/vendors\/ledger\/persona-(model|state)\.ts$)/;
  expect(reached.filter((file) => !allowed.test(file))).toEqual([]);
  // The check bites: the file that shows words does reach the vault.
  expect([...reach('firmware-sim/vendors/ledger/persona-words.ts')].join(' ')).toContain(
    'core/vault/phrase/phrase.ts',
  );
});
