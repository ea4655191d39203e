import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Precache } from '../../../src/offline/precache.ts';
import { precacheOf, readWorker, workerScript, type BuiltFile } from '../../../src/site/offline-worker.ts';

const file = (name: string, text: string): BuiltFile => ({ name, bytes: new TextEncoder().encode(text) });
const site = [file('index.html', 'page'), file('simulator.html', 'simulator'), file('assets/a.js', 'a')];
const code = 'result = precache;';

const precacheIn = (script: string): Precache =>
  runInNewContext(`let result; ${script}; result`, {}) as Precache;

describe('what the worker keeps', () => {
  it('is every file, and one hash of what they hold; the page is where the app is', () => {
    const { files, content, simulator } = precacheOf(site, code, 'headers');
    const hash = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
    expect(files).toEqual(['', 'assets/a.js', 'simulator.html']);
    const whole = Buffer.concat(['page', 'a', 'simulator'].map(hash));
    expect(content).toBe(hash(whole).toString('base64'));
    expect(files).toContain(simulator);
  });

  it('has another version when a file, a header or the worker changes, and only then', () => {
    const version = (files: readonly BuiltFile[], worker: string, headers: string): string =>
      precacheOf(files, worker, headers).version;
    const first = version(site, code, 'headers');
    expect(version(site.toReversed(), code, 'headers')).toBe(first);
    const others = [
      version([...site.slice(1), file('index.html', 'Page')], code, 'headers'),
      version([...site, file('b.js', '')], code, 'headers'),
      version(site, `${code} `, 'headers'),
      version(site, code, 'Headers'),
    ];
    expect(new Set([first, ...others]).size).toBe(5);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is in the script, which is another one under a server with other headers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hostblind-worker-'));
    try {
      const precache = precacheOf(site, code, 'headers');
      writeFileSync(join(folder, 'hostblind-offline.js'), workerScript(precache, code));
      expect(precacheIn(workerScript(precache, code))).toEqual(precache);
      const served = await Promise.all(
        [1111, 1111, 2222].map((wirePort) => readWorker(folder, { wirePort })),
      );
      expect(served[0]).toBe(served[1]);
      expect(served[0]).not.toBe(served[2]);
      const { version, ...rest } = precacheIn(served[0] ?? '');
      expect(version).toMatch(new RegExp(`^${precache.version}-[0-9a-f]{16}$`));
      expect({ ...rest, version: precache.version }).toEqual(precache);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
