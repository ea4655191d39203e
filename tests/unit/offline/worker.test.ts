import { createHash, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cacheName, type Precache } from '../../../src/offline/precache.ts';
import { createWorker, type OfflineWorker } from '../../../src/offline/worker.ts';
import { createFakeCaches } from '../../fixtures/fakes/fake-caches.ts';

const scope = 'https://example.com/wallet/';
const policies: Readonly<Record<string, string>> = {
  [`${scope}simulator.html`]: "default-src 'none'; sandbox allow-scripts",
};

const sha256 = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest();
const bodyOf = (version: string, url: string): string => `${version} of ${url}`;

function versionOf(version: string): Precache {
  const files = ['', `assets/app-${version}.js`, 'simulator.html'];
  const hashes = files.map((path) => sha256(bodyOf(version, scope + path)));
  return {
    version,
    files,
    content: sha256(Buffer.concat(hashes)).toString('base64'),
    simulator: 'simulator.html',
  };
}

/** An origin with a server and open pages, in which one version after the other is installed. */
function createOrigin() {
  const caches = createFakeCaches();
  const state = {
    missing: '',
    changed: '',
    policies,
    pages: [] as string[],
    asked: [] as [string, RequestInit | undefined][],
  };
  const told: string[] = [];
  const worker = (version: string): OfflineWorker =>
    createWorker(
      {
        scope,
        caches,
        async fetch(asked, options) {
          const url = typeof asked === 'string' ? asked : asked.url;
          state.asked.push([url, options]);
          if (url === state.missing) return new Response('none', { status: 404 });
          const policy = state.policies[url];
          const headers = policy === undefined ? {} : { 'Content-Security-Policy': policy };
          return new Response(bodyOf(url === state.changed ? 'another' : version, url), { headers });
        },
        digest: (bytes) => webcrypto.subtle.digest('SHA-256', bytes),
        skipWaiting: async () => void told.push(`skip ${version}`),
        clients: {
          claim: async () => void told.push(`claim ${version}`),
          matchAll: async () => state.pages.map((url) => ({ url })),
        },
      },
      versionOf(version),
    );
  return { caches, state, told, worker };
}

const names = (...versions: string[]): string[] => versions.map((version) => cacheName(scope, { version }));

const request = (path: string, options?: RequestInit): Request & { readonly mode: RequestMode } =>
  new Request(`${scope}${path}`, options);

describe('installing', () => {
  it('keeps every file, from the server itself, and only as it was built', async () => {
    const { caches, state, worker } = createOrigin();
    await worker('1').install();
    expect(caches.content()).toEqual({
      [names('1')[0] ?? '']: [scope, `${scope}assets/app-1.js`, `${scope}simulator.html`],
    });
    expect(state.asked).toContainEqual([`${scope}simulator.html`, { cache: 'reload', redirect: 'error' }]);
    expect(state.asked).toHaveLength(3);
  });

  it('leaves nothing behind when a file is missing, and the version before as it was', async () => {
    const { caches, state, worker } = createOrigin();
    await worker('1').install();
    state.missing = `${scope}assets/app-2.js`;
    await expect(worker('2').install()).rejects.toThrow('assets/app-2.js');
    expect(await caches.keys()).toEqual(names('1'));
    // The same version again, as after a server that went back to it: what is in use stays.
    state.missing = scope;
    await expect(worker('1').install()).rejects.toThrow();
    expect(await caches.keys()).toEqual(names('1'));
  });
});

it('keeps nothing of a site where one file isn’t what was built', async () => {
  for (const path of ['', 'assets/app-1.js', 'simulator.html']) {
    const { caches, state, worker } = createOrigin();
    state.changed = scope + path;
    await expect(worker('1').install(), path).rejects.toThrow('not as built');
    expect(await caches.keys()).toEqual([]);
  }
});

describe('taking over while a page is open', () => {
  it('happens in the only page, and in no other case', async () => {
    const { state, told, worker } = createOrigin();
    const takeOver = () => worker('2').receive({ kind: 'take-over' });
    state.pages = [scope, `${scope}?process=4321`];
    expect([await takeOver(), told]).toEqual([false, []]);
    // Another app's page on the same origin is no business of ours.
    state.pages = ['https://example.com/other/', scope];
    expect([await takeOver(), told]).toEqual([true, ['skip 2']]);
  });
});

describe('one version after the other', () => {
  it('the old one stays until the new one is in control; others’ caches stay', async () => {
    const { caches, told, worker } = createOrigin();
    await caches.open('another-project');
    await worker('1').install();
    await worker('1').activate();
    const second = worker('2');
    await second.install();
    expect(await caches.keys()).toEqual(['another-project', ...names('1', '2')]);
    await second.activate();
    expect(await caches.keys()).toEqual(['another-project', ...names('2')]);
    expect(told).toEqual(['claim 1', 'claim 2']);
  });
});

describe('answering', () => {
  it('gives what was kept with the headers that came with it, and asks nobody', async () => {
    const { state, worker } = createOrigin();
    const one = worker('1');
    await one.install();
    state.asked = [];
    const answer = await one.answer(request('simulator.html'));
    expect(answer?.headers.get('Content-Security-Policy')).toContain('sandbox allow-scripts');
    expect(await answer?.text()).toBe(`1 of ${scope}simulator.html`);
    expect(state.asked).toEqual([]);
  });

  it('leaves everything else to the network, and keeps nothing of it', async () => {
    const { caches, state, worker } = createOrigin();
    const one = worker('1');
    await one.install();
    const before = caches.content();
    state.asked = [];
    for (const path of ['assets/app-2.js', 'hostblind-offline.js', 'simulator.html?1'])
      expect(one.answer(request(path)), path).toBeUndefined();
    expect(one.answer(request('', { method: 'POST' }))).toBeUndefined();
    expect([state.asked, caches.content()]).toEqual([[], before]);
  });

  it('asks the server for what the browser dropped, and keeps none of it', async () => {
    const { caches, worker } = createOrigin();
    const one = worker('1');
    await one.install();
    caches.drop(names('1')[0] ?? '', `${scope}assets/app-1.js`);
    const before = caches.content();
    expect(await (await one.answer(request('assets/app-1.js')))?.text()).toContain('assets/app-1.js');
    expect(caches.content()).toEqual(before);
  });
});

describe('whether a page works offline', () => {
  const script = `${scope}assets/app-1.js`;
  async function installed() {
    const origin = createOrigin();
    const one = origin.worker('1');
    await one.install();
    return { ...origin, works: (page = script) => one.receive({ kind: 'works', script: page }) };
  }

  it('yes, when all is kept and its script is of this version', async () => {
    const { works } = await installed();
    expect(await works()).toBe(true);
    for (const other of [
      `${scope}assets/app-2.js`,
      'https://example.org/wallet/assets/app-1.js',
      scope.slice(1),
      '',
    ])
      expect(await works(other), other).toBe(false);
  });

  it('no, when anything is gone', async () => {
    for (const path of ['', 'assets/app-1.js', 'simulator.html']) {
      const { caches, works } = await installed();
      caches.drop(names('1')[0] ?? '', `${scope}${path}`);
      expect(await works(), path).toBe(false);
    }
    const { caches, works } = await installed();
    await caches.delete(names('1')[0] ?? '');
    expect(await works()).toBe(false);
    // Who only asks makes nothing.
    expect(await caches.keys()).toEqual([]);
  });

  it('no, where the simulator’s page came without a policy that isolates it', async () => {
    const origin = createOrigin();
    origin.state.policies = {};
    const one = origin.worker('1');
    await one.install();
    expect(await one.receive({ kind: 'works', script })).toBe(false);
  });
});
