/** The walls between the rooms and the layers: the linter refuses an import through them, and nothing gets round. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Lints one file with `text` in a folder of the project; gives what the linter said, or `clean`. */
function lint(folder: string, text: string): string {
  const scratch = mkdtempSync(join(root, folder, 'wall-'));
  try {
    const file = join(scratch, 'trespasser.ts');
    writeFileSync(file, text);
    execFileSync(join(root, 'node_modules/.bin/oxlint'), ['--no-ignore', file], { cwd: root, stdio: 'pipe' });
    return 'clean';
  } catch (failure) {
    return String((failure as { stdout?: Uint8Array }).stdout ?? failure);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const trespasses: readonly [folder: string, from: string][] = [
  ['firmware-sim/core/wire', '../../vault/vault.ts'],
  ['firmware-sim/core/wire', '../../glass/glass.ts'],
  ['firmware-sim/core/wire', '@scure/bip39'],
  ['firmware-sim/core/wire', '@noble/hashes/sha2.js'],
  ['firmware-sim/core/wire', '../../firmware.ts'],
  ['firmware-sim/core/wire', '../../../boards/node/simulator.ts'],
  ['firmware-sim/core/wire', 'node:fs'],
  ['firmware-sim/core/vault', 'node:crypto'],
  ['firmware-sim/core/glass', '../../wire/dispatch.ts'],
  ['firmware-sim/core/glass', '../../../../src/protocol/apdu.ts'],
  ['firmware-sim/core/glass', '../../../../src/protocol/commands/status.ts'],
  ['firmware-sim/core/vault', '../../glass/glass.ts'],
  ['firmware-sim/core/vault', '../../wire/dispatch.ts'],
  ['firmware-sim/core/vault', '../../../../src/signer/signer.ts'],
  ['firmware-sim/bench', '../../../src/ui/hb-app.ts'],
  ['firmware-sim/bench', '../../core/vault/vault.ts'],
  ['firmware-sim/boards/node', '../../../core/vault/phrase.ts'],
  ['firmware-sim/boards/node', '../../../../src/site/headers.ts'],
  ['firmware-sim/core/vault', '../../../malicious/names.ts'],
  ['firmware-sim/boards/browser', '../../../malicious/malicious-firmware.ts'],
  ['firmware-sim/malicious', '../../boards/node/device.ts'],
  ['firmware-sim/malicious', 'node:fs'],
  ['src/site', '../../../firmware-sim/core/firmware.ts'],
  ['src/protocol', '../../transport/transport.ts'],
  ['src/transport', '../../signer/signer.ts'],
  ['src/signer', '../../ceremony/state.ts'],
  ['src/ceremony', '../../ui/hb-app.ts'],
  ['src/ceremony', '../../protocol/apdu.ts'],
  ['src/ui', '../../../firmware-sim/core/firmware.ts'],
  ['src/ui', '../../transport/webhid.ts'],
  ['src/ui', '../../transport/webusb.ts'],
  ['src/ui', '../../transport/node-hid.ts'],
  ['src/transport', '../../cli/run.ts'],
  ['src/ceremony', '../../cli/run.ts'],
  ['src/cli', '../../ui/hb-app.ts'],
  ['src/cli', '../../../firmware-sim/core/firmware.ts'],
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** The project's files that a file imports, types not counted. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const named = text.matchAll(/(?:import|export)\s+(?!type\b)[^;'"]*?from\s+['"](\.[^'"]+)['"]/g);
  const bare = text.matchAll(/import\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...named, ...bare].map(([, path = '']) => {
    // What the bundler is asked for stands behind a question mark: a worker's file is reached like any other.
    const [name = ''] = path.split('?');
    return relative(root, resolve(root, dirname(file), name));
  });
}

function reach(file: string, seen = new Set<string>()): Set<string> {
  for (const imported of importsOf(file)) {
    if (seen.has(imported)) continue;
    seen.add(imported);
    reach(imported, seen);
  }
  return seen;
}

describe('walls', () => {
  it.each(trespasses)('%s may not import %s', (folder, from) => {
    expect(lint(folder, `import * as trespass from '${from}';\nexport const used = trespass;\n`)).toContain(
      'no-restricted-imports',
    );
  });

  it('lets through what is allowed', () => {
    const text =
      "import { statusWords } from '../../../../src/protocol/status-words.ts';\nexport const used = statusWords;\n";
    expect(lint('firmware-sim/core/wire', text)).toBe('clean');
  });

  it('no file of wire/ reaches the vault, by any way round', () => {
    for (const file of sources('firmware-sim/core/wire')) {
      expect(
        [...reach(file)].filter((reached) => reached.includes('/vault/') || reached.includes('/glass/')),
      ).toEqual([]);
    }
  });

  it('no page reaches a device that cheats', () => {
    for (const page of ['src/simulator.ts', 'src/main.ts', 'firmware-sim/boards/browser/simulator-page.ts']) {
      const reached = [...reach(page)];
      expect(reached.length).toBeGreaterThan(10);
      expect(reached.filter((file) => file.includes('malicious'))).toEqual([]);
    }
    // The check bites: the process does reach it, and only when it is asked for.
    expect([...reach('firmware-sim/boards/node/main.ts')]).toContain(
      'firmware-sim/malicious/malicious-firmware.ts',
    );
  });

  it('src imports firmware-sim in the simulator page and nowhere else', () => {
    const importers = sources('src').filter((file) =>
      importsOf(file).some((imported) => imported.startsWith('firmware-sim/')),
    );
    expect(importers).toEqual(['src/simulator.ts']);
  });

  it('the core reaches no clock, timer, promise, randomness or I/O of its own', () => {
    const forbidden = [
      'Date.now()',
      'setTimeout(() => 0)',
      'new Date()',
      'Math.random()',
      'fetch("")',
      'Promise.resolve()',
    ];
    for (const expression of forbidden) {
      expect(lint('firmware-sim/core/glass', `export const used = ${expression};\n`)).toMatch(
        /no-restricted-(globals|properties)/,
      );
    }
  });
});
