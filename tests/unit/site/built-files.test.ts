/** Whether a site serves what was built. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { builtHashes, differingFiles } from '../../../src/site/built-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostblind-built-'));
afterAll(() => rmSync(folder, { recursive: true }));

const contents: Readonly<Record<string, string>> = {
  'assets/app.js': 'app',
  'hostblind-offline.js': 'const precache={"version":"0a1b"};',
  'index.html': 'page',
};
mkdirSync(join(folder, 'assets'));
for (const [name, content] of Object.entries({
  ...contents,
  'assets/app.js.br': 'packed',
  _headers: 'table',
}))
  writeFileSync(join(folder, name), content);

const site = 'http://127.0.0.1:1/app/';

/** What it serves, by path; the page at its root. */
function serving(changes: Readonly<Record<string, string | undefined>> = {}) {
  const served: Readonly<Record<string, string | undefined>> = { ...contents, ...changes };
  return async (address: string): Promise<Response> => {
    const content = served[address.slice(site.length) || 'index.html'];
    return Promise.resolve(content === undefined ? new Response('', { status: 404 }) : new Response(content));
  };
}

it('lists what a browser can be sent, with the hashes that sha256sum would give', async () => {
  const built = await builtHashes(folder);
  expect(built.map(({ name }) => name)).toEqual(Object.keys(contents));
  expect(built[0]?.hash).toBe('a172cedcae47474b615c54d510a5d84a8dea3032e958587430b413538be3f333');
});

it('finds each file that a site changed or lacks, and none where it serves them all', async () => {
  const built = await builtHashes(folder);
  expect(await differingFiles(built, site, serving())).toEqual([]);
  const changed = serving({ 'index.html': 'page!', 'assets/app.js': undefined });
  expect(await differingFiles(built, site, changed)).toEqual(['assets/app.js', 'index.html']);
});

it('allows a server to name its headers in the worker’s version, and nothing else', async () => {
  const built = await builtHashes(folder);
  const headers = { 'hostblind-offline.js': 'const precache={"version":"0a1b-77"};' };
  expect(await differingFiles(built, site, serving(headers))).toEqual([]);
  const other = { 'hostblind-offline.js': 'const precache={"version":"0a1c-77"};' };
  expect(await differingFiles(built, site, serving(other))).toEqual(['hostblind-offline.js']);
});
