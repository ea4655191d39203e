import { describe, expect, it } from 'vitest';
import {
  guardPage,
  type OwnWorker,
  type RefusedPage,
  type Workers,
} from '../../../src/app/start/page-guard.ts';

const scope = 'http://127.0.0.1:24256/';
const own = `${scope}worker.js`;
const foreign = `${scope}sw.js`;

interface Fake {
  readonly workers: Workers;
  readonly left: () => readonly string[];
  /** Scopes of what was unregistered. */
  readonly removed: () => readonly string[];
  takeOver(scriptURL: string): void;
}

/** A browser that has these workers registered, of which one may control the page. */
function browserWith(registered: readonly string[], controlling?: string, scopes = [scope]): Fake {
  let kept = [...registered];
  let controller = controlling === undefined ? null : { scriptURL: controlling };
  const listeners: (() => void)[] = [];
  const removed: string[] = [];
  return {
    left: () => kept,
    removed: () => removed,
    takeOver(scriptURL) {
      controller = { scriptURL };
      kept.push(scriptURL);
      for (const listener of listeners) listener();
    },
    workers: {
      get controller() {
        return controller;
      },
      addEventListener: (_, listener) => void listeners.push(listener),
      getRegistrations: async () =>
        kept.map((scriptURL, at) => {
          const states = { active: null, waiting: null, installing: null };
          const [state] = (['active', 'waiting', 'installing'] as const).slice(at % 3);
          return {
            ...states,
            scope: scopes[at % scopes.length] ?? scope,
            [state ?? 'active']: { scriptURL },
            unregister: async () => {
              removed.push(scopes[at % scopes.length] ?? scope);
              kept = kept.filter((one) => one !== scriptURL);
              return true;
            },
          };
        }),
    },
  };
}

function guard(workers: Workers | undefined, { framed = false, hasOwn = true } = {}) {
  const ownWorker: OwnWorker | undefined = hasOwn ? { scriptURL: own, scope } : undefined;
  const shown: RefusedPage[] = [];
  const refused = guardPage({ framed, workers, ownWorker, refuse: (refusal) => shown.push(refusal) });
  return { refused, shown };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('guardPage', () => {
  it('lets a page of its own run, with our worker or none', () => {
    for (const workers of [undefined, browserWith([]).workers, browserWith([own], own).workers])
      expect(guard(workers)).toEqual({ refused: undefined, shown: [] });
  });

  it('refuses to run inside another page', () => {
    for (const workers of [undefined, browserWith([own], own).workers])
      expect(guard(workers, { framed: true })).toEqual({ refused: 'framed', shown: ['framed'] });
  });

  it('refuses to run under another worker, and removes it', async () => {
    const browser = browserWith([foreign, own], foreign);
    expect(guard(browser.workers)).toEqual({ refused: 'foreign-worker', shown: ['foreign-worker'] });
    await settled();
    expect(browser.left()).toEqual([own]);
  });

  it('takes no worker for its own where it has none', () => {
    expect(guard(browserWith([own], own).workers, { hasOwn: false }).refused).toBe('foreign-worker');
  });

  it('knows our worker by its whole address, and at its own scope alone', async () => {
    for (const alike of [`${own}?1`, `${scope}old/worker.js`, 'http://127.0.0.1:24257/worker.js'])
      expect(guard(browserWith([alike], alike).workers).refused, alike).toBe('foreign-worker');
    const scopes = [scope, `${scope}simulator.html`];
    const browser = browserWith([own, own], own, scopes);
    expect(guard(browser.workers).refused).toBeUndefined();
    await settled();
    expect(browser.removed()).toEqual([`${scope}simulator.html`]);
  });

  it('removes a worker that would control the next page, at any stage, and runs', async () => {
    const browser = browserWith([foreign, `${foreign}?2`, `${foreign}?3`]);
    expect(guard(browser.workers).refused).toBeUndefined();
    await settled();
    expect(browser.left()).toEqual([]);
  });

  it('notices a worker that takes over an open page', async () => {
    const browser = browserWith([]);
    const { shown } = guard(browser.workers);
    await settled();
    browser.takeOver(foreign);
    expect(shown).toEqual(['foreign-worker']);
    await settled();
    expect(browser.left()).toEqual([]);
    const honest = browserWith([]);
    const calm = guard(honest.workers);
    honest.takeOver(own);
    expect(calm.shown).toEqual([]);
  });

  it('runs where the browser forbids to look', async () => {
    const { workers } = browserWith([]);
    const forbidding = {
      ...workers,
      controller: null,
      getRegistrations: () => Promise.reject(new Error('no')),
    };
    expect(guard(forbidding).refused).toBeUndefined();
    await settled();
  });
});
