/** What a build writes at its end: the service worker, whose version is of all that the site is, and compressed files. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { securityHeadersPlugin } from '../../../src/site/vite-plugin.ts';

const source = resolve(import.meta.dirname, '../../../src/app');
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** The end of a build of a site with these headers: Vite's own hooks, on a page of one line. */
async function built(headers: string) {
  const folder = mkdtempSync(join(tmpdir(), 'hostblind-built-'));
  folders.push(folder);
  const page = `<!doctype html>${'app '.repeat(200)}`;
  const { configResolved, writeBundle } = securityHeadersPlugin();
  await build({
    configFile: false,
    root: source,
    logLevel: 'silent',
    plugins: [
      { name: 'no-app', resolveId: (id) => (id === 'no-app' ? id : null), load: () => 'export {};' },
      { name: 'the-end', ...(configResolved && { configResolved }), ...(writeBundle && { writeBundle }) },
      {
        name: 'the-site',
        generateBundle() {
          this.emitFile({ type: 'asset', fileName: 'index.html', source: page });
          this.emitFile({ type: 'asset', fileName: '_headers', source: headers });
        },
      },
    ],
    build: { outDir: folder, emptyOutDir: false, rolldownOptions: { input: 'no-app' } },
  });
  const worker = readFileSync(join(folder, 'hostblind-offline.js'), 'utf8');
  return { folder, worker, version: /"version":"([0-9a-f]+)"/.exec(worker)?.[1] };
}

describe('a build', () => {
  it('makes another version of the site when nothing but a header is new', async () => {
    const [first, same, other] = [await built('A: 1'), await built('A: 1'), await built('A: 2')];
    expect(first.version).toMatch(/^[0-9a-f]{16}$/);
    expect(same.version).toBe(first.version);
    expect(other.version).not.toBe(first.version);
  });

  it('keeps the page offline but not the host’s file, and packs what it can', async () => {
    const { folder, worker } = await built('A: 1');
    expect(worker).toContain('"files":[""');
    expect(worker).not.toContain('_headers');
    for (const name of ['index.html.br', 'index.html.gz']) expect(existsSync(join(folder, name))).toBe(true);
    // The worker is sent with headers that the build doesn't know: it stays as it is.
    expect(existsSync(join(folder, 'hostblind-offline.js.br'))).toBe(false);
  });
});
