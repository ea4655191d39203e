/** Set-up of a test file while tests are mapped: keeps which blocks ran, and how long the file took. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect } from 'vitest';

declare global {
  var probed: Set<string> | undefined;
}

globalThis.probed = new Set();
const begun = performance.now();

afterAll(() => {
  const folder = process.env['MUTATION_MAP'];
  if (folder === undefined) return;
  const test = relative(process.cwd(), expect.getState().testPath ?? '');
  const reached = {
    test,
    tookMs: Math.round(performance.now() - begun),
    blocks: [...(globalThis.probed ?? [])],
  };
  writeFileSync(join(folder, createHash('sha256').update(test).digest('hex')), JSON.stringify(reached));
});
