/** The same source gives the same site, byte for byte: built once more, in another folder, at another time. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { builtHashes } from '../../src/site/built-files.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

it('a second build, in another folder, has the same files with the same bytes', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'hostblind-again-'));
  try {
    for (const name of ['src', 'firmware-sim', 'tests', 'package.json', 'tsconfig.json', 'vite.config.ts'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    // Links to its files: a link to the folder would lead a bundler back here, and to other names.
    await run('cp', ['-al', join(root, 'node_modules'), copy]);
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: copy,
      // Not a test's environment: there Vite builds for tests.
      env: { PATH: process.env['PATH'], TZ: 'Pacific/Auckland', LC_ALL: 'C' },
    });
    const again = await builtHashes(join(copy, 'dist'));
    expect(again.length).toBeGreaterThan(20);
    expect(again).toEqual(await builtHashes(join(root, 'dist')));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
