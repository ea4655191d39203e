/**
 * The walls between the rooms: the linter refuses what a room's row doesn't allow. Every ordered pair of rooms is tried, in one run of
 * the linter, and every package against every room.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAllowed, roomOf, rowFor, rows, targetOf } from '../lint/walls.mjs';

const root = resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.includes('wall-'))
    .map((name) => posix.join(folder, name));
}

const files = ['src', 'firmware-sim', 'tests/kit', 'tests/reference-device'].flatMap(sources);
const rooms = rows.map(({ room }) => room);

/** One real file of each room, to be imported. */
const sample = new Map(rooms.map((room) => [room, files.find((file) => roomOf(file) === room) ?? '']));

const packages = [...new Set(rows.flatMap((row) => row.packages ?? []))].map((name) =>
  name === 'node:*' ? 'node:fs' : name,
);

/** Lints texts as if each were a file of its room; gives the refused lines of each, from 1. */
function refusedLines(texts: ReadonlyMap<string, string>): Map<string, Set<number>> {
  const scratches: string[] = [];
  const written: string[] = [];
  try {
    for (const [room, text] of texts) {
      const file = sample.get(room) ?? '';
      const scratch = mkdtempSync(join(root, dirname(file), 'wall-'));
      scratches.push(scratch);
      // Under the same name, since a room may be a single file.
      const path = join(scratch, posix.basename(file));
      writeFileSync(path, text);
      written.push(path);
    }
    const refused = new Map([...texts.keys()].map((room) => [room, new Set<number>()]));
    for (const { code, filename, labels } of lint(written)) {
      if (code !== 'hostblind(walls)') continue;
      const at = written.indexOf(resolve(root, filename));
      const room = [...texts.keys()][at];
      if (room !== undefined) refused.get(room)?.add(labels[0]?.span.line ?? 0);
    }
    return refused;
  } finally {
    for (const scratch of scratches) rmSync(scratch, { recursive: true });
  }
}

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

function lint(paths: readonly string[]): readonly Diagnostic[] {
  const command = [join(root, 'node_modules/.bin/oxlint'), '--no-ignore', '--format=json', ...paths] as const;
  try {
    return parse(
      execFileSync(command[0], command.slice(1), { cwd: root, maxBuffer: 2 ** 28, stdio: 'pipe' }),
    );
  } catch (failure) {
    return parse((failure as { stdout: Uint8Array }).stdout);
  }
}

function parse(output: Uint8Array): readonly Diagnostic[] {
  return (JSON.parse(new TextDecoder().decode(output)) as { diagnostics: Diagnostic[] }).diagnostics;
}

/** The way from a room's folder to a file, as an import says it. */
function specifier(room: string, file: string): string {
  const path = posix.relative(posix.dirname(sample.get(room) ?? ''), file);
  return path.startsWith('.') ? path : `./${path}`;
}

describe('every ordered pair of rooms', () => {
  const trespass = (from: string): string =>
    [
      ...rooms.map(
        (room, index) => `import * as room${index} from '${specifier(from, sample.get(room) ?? '')}';`,
      ),
      ...packages.map((name, index) => `import * as package${index} from '${name}';`),
    ].join('\n');
  let refused = new Map<string, Set<number>>();
  beforeAll(() => {
    refused = refusedLines(new Map(rooms.map((room) => [room, trespass(room)])));
  });

  it.each(rooms)('%s imports what its row names', (from) => {
    const row = rows.find(({ room }) => room === from);
    const expected = [
      ...rooms.map((room) => room !== from && row?.rooms.includes(room) !== true),
      ...packages.map((name) => row?.packages?.includes(name === 'node:fs' ? 'node:*' : name) !== true),
    ].flatMap((isRefused, index) => (isRefused ? [index + 1] : []));
    expect([...(refused.get(from) ?? [])].sort((a, b) => a - b)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(rooms.length / 2);
  });
});

describe('the rows', () => {
  it('cover every folder', () => {
    expect(files.filter((file) => rowFor(file) === undefined)).toEqual([]);
    expect(rooms.filter((room) => sample.get(room) === '')).toEqual([]);
    expect(new Set(rooms).size).toBe(rooms.length);
  });

  it('a folder without a row may import nothing', () => {
    const folder = join(root, 'src/wallless');
    mkdirSync(folder);
    try {
      writeFileSync(
        join(folder, 'a.ts'),
        "import { toHex } from '../protocol/bytes.ts';\nexport const used = toHex;\n",
      );
      expect(lint([join(folder, 'a.ts')]).map(({ code }) => code)).toContain('hostblind(walls)');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  // Written down a second time, by hand: what must stay refused whatever becomes of the rows.
  it.each([
    ['firmware-sim/core/wire', 'firmware-sim/core/vault/vault.ts'],
    ['firmware-sim/core/wire', 'firmware-sim/core/vault/phrase/phrase.ts'],
    ['firmware-sim/core/wire', 'firmware-sim/core/glass/glass.ts'],
    ['firmware-sim/core/wire', 'firmware-sim/core/firmware.ts'],
    ['firmware-sim/core/wire', 'firmware-sim/cli/simulator.ts'],
    ['firmware-sim/core/wire', 'src/records/book.ts'],
    ['firmware-sim/core/wire', 'src/cli/run.ts'],
    ['firmware-sim/core/wire', '@scure/bip39'],
    ['firmware-sim/core/wire', '@noble/hashes/sha2.js'],
    ['firmware-sim/core/wire', 'node:fs'],
    ['firmware-sim/core/vault', 'node:crypto'],
    ['firmware-sim/core/vault', 'src/records/database.ts'],
    ['firmware-sim/core/vault', 'firmware-sim/core/glass/glass.ts'],
    ['firmware-sim/core/vault', 'firmware-sim/core/wire/dispatch.ts'],
    ['firmware-sim/core/vault/phrase', 'src/devices/hostblind/polling.ts'],
    ['firmware-sim/core/vault/storage', 'firmware-sim/malicious/names.ts'],
    ['firmware-sim/core/glass', 'firmware-sim/core/wire/dispatch.ts'],
    ['firmware-sim/core/glass/flows', 'src/protocol/apdu/apdu.ts'],
    ['firmware-sim/core/glass/flows', 'src/protocol/commands/status.ts'],
    ['firmware-sim/ports/rest', 'src/app/hb-app.ts'],
    ['firmware-sim/ports/rest', 'firmware-sim/core/vault/vault.ts'],
    ['firmware-sim/ports/usbip', 'firmware-sim/core/vault/vault.ts'],
    ['firmware-sim/device', 'firmware-sim/core/vault/phrase/phrase.ts'],
    ['firmware-sim/device', 'firmware-sim/ports/rest/bench-server.ts'],
    ['firmware-sim/device', 'firmware-sim/cli/simulator.ts'],
    ['firmware-sim/cli', 'src/site/headers.ts'],
    ['firmware-sim/vendors/ledger', 'node:http'],
    ['firmware-sim/boards/browser', 'firmware-sim/malicious/malicious-firmware.ts'],
    ['firmware-sim/malicious', 'firmware-sim/device/device.ts'],
    ['firmware-sim/malicious', 'node:fs'],
    ['src/site', 'firmware-sim/core/firmware.ts'],
    ['src/site', 'src/elements/header/hb-header.ts'],
    ['src/protocol', 'src/transport/transport.ts'],
    ['src/protocol', 'src/records/book.ts'],
    ['src/protocol', 'src/site/headers.ts'],
    ['src/transport', 'src/devices/hostblind/polling.ts'],
    ['src/transport', 'src/records/book.ts'],
    ['src/transport', 'src/cli/run.ts'],
    ['src/devices/hostblind', 'src/session/state.ts'],
    ['src/devices/hostblind', 'src/records/book.ts'],
    ['src/devices/hostblind', 'src/site/headers.ts'],
    ['src/session', 'src/app/hb-app.ts'],
    ['src/session', 'src/protocol/apdu/apdu.ts'],
    ['src/session', 'src/transport/webhid/webhid.ts'],
    ['src/session', 'src/cli/run.ts'],
    ['src/elements/*', 'firmware-sim/core/firmware.ts'],
    ['src/elements/*', 'src/transport/webhid/webhid.ts'],
    ['src/elements/*', 'src/transport/webusb/webusb.ts'],
    ['src/elements/*', 'src/transport/node-hid/node-hid.ts'],
    ['src/elements/*', 'src/protocol/apdu/apdu.ts'],
    ['src/app', 'firmware-sim/core/firmware.ts'],
    ['src/app', 'src/transport/node-hid/node-hid.ts'],
    ['src/app', 'src/cli/run.ts'],
    ['src/cli', 'src/app/hb-app.ts'],
    ['src/cli', 'firmware-sim/core/firmware.ts'],
  ])('%s never imports %s', (room, reached) => {
    const row = rows.find((candidate) => candidate.room === room);
    const from = sample.get(room) ?? '';
    const name = /^(src|firmware-sim)\//.test(reached) ? specifier(room, reached) : reached;
    const target = targetOf(from, name);
    expect([row !== undefined, target !== undefined]).toEqual([true, true]);
    if (row !== undefined && target !== undefined) expect(isAllowed(row, target)).toBe(false);
  });
});

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

describe('what a room reaches in the end', () => {
  it('no file of wire/ reaches the vault, by any way round', () => {
    for (const file of sources('firmware-sim/core/wire')) {
      expect(
        [...reach(file)].filter((reached) => reached.includes('/vault/') || reached.includes('/glass/')),
      ).toEqual([]);
    }
  });

  it('no page reaches a device that cheats', () => {
    for (const page of [
      'src/app/simulator.ts',
      'src/app/main.ts',
      'firmware-sim/boards/browser/simulator-page.ts',
    ]) {
      const reached = [...reach(page)];
      expect(reached.length).toBeGreaterThan(10);
      expect(reached.filter((file) => file.includes('malicious'))).toEqual([]);
    }
    // The check bites: the process does reach it, and only when it is asked for.
    expect([...reach('firmware-sim/cli/main.ts')]).toContain('firmware-sim/malicious/malicious-firmware.ts');
  });

  it('what serves the built site reaches nothing that builds it', () => {
    const builds = (file: string): boolean =>
      /^import \{.*\} from 'vite';$/m.test(readFileSync(resolve(root, file), 'utf8'));
    const reached = [...reach('src/site/site-server.ts')];
    expect(reached).toContain('src/site/offline-worker.ts');
    expect(reached.filter(builds)).toEqual([]);
    expect(builds('src/site/worker-code.ts')).toBe(true);
  });

  it('src imports firmware-sim in the simulator page and nowhere else', () => {
    const importers = sources('src').filter((file) =>
      importsOf(file).some((imported) => imported.startsWith('firmware-sim/')),
    );
    expect(importers).toEqual(['src/app/simulator.ts']);
  });

  it('the core reaches no clock, timer, promise, randomness or I/O of its own', () => {
    const scratch = mkdtempSync(join(root, 'firmware-sim/core/glass', 'wall-'));
    const forbidden = [
      'Date.now()',
      'setTimeout(() => 0)',
      'new Date()',
      'Math.random()',
      'fetch("")',
      'Promise.resolve()',
    ];
    try {
      const file = join(scratch, 'a.ts');
      writeFileSync(
        file,
        forbidden.map((expression, index) => `export const a${index} = ${expression};`).join('\n'),
      );
      const lines = lint([file])
        .filter(({ code }) => /no-restricted-(globals|properties)/.test(code))
        .map(({ labels }) => labels[0]?.span.line);
      expect([...new Set(lines)].sort((one, other) => Number(one) - Number(other))).toEqual(
        forbidden.map((_, index) => index + 1),
      );
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});
