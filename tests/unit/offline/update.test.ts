import { describe, expect, it } from 'vitest';
import type { Worker } from '../../../src/offline/page.ts';
import type { PageMessage } from '../../../src/offline/precache.ts';
import { createUpdateOffer } from '../../../src/offline/update.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A page with a worker, beside which the browser may install another one. */
function createPage({ waiting }: { waiting: boolean }) {
  const worker: Worker = { postMessage: () => {} };
  const found = new Set<() => void>();
  const changed = new Set<() => void>();
  const takenOver = new Set<() => void>();
  const asked: [Worker, PageMessage][] = [];
  const page = { answer: true, reloads: 0, states: [] as string[] };
  const registration = {
    waiting: waiting ? worker : null,
    installing: null as { addEventListener(type: 'statechange', listener: () => void): void } | null,
    addEventListener: (_: 'updatefound', listener: () => void) => void found.add(listener),
  };
  const offer = createUpdateOffer();
  offer.subscribe(() => page.states.push(offer.state));
  offer.follow({
    registration,
    onTakenOver: (listener) => void takenOver.add(listener),
    ask: async (asking, message) => {
      asked.push([asking, message]);
      return page.answer;
    },
    reload: () => (page.reloads += 1),
  });
  return {
    asked,
    offer,
    page,
    worker,
    /** The browser finds one, and has it installed or not. */
    install: (succeeds: boolean): void => {
      registration.installing = { addEventListener: (_, listener) => void changed.add(listener) };
      for (const listener of found) listener();
      registration.installing = null;
      if (succeeds) registration.waiting = worker;
      for (const listener of changed) listener();
    },
    takeOver: () => takenOver.forEach((listener) => listener()),
  };
}

describe('a new version', () => {
  it('is offered when one waits already, and when one is installed later', () => {
    expect(createPage({ waiting: true }).offer.state).toBe('ready');
    const { install, offer, page } = createPage({ waiting: false });
    expect(offer.state).toBe('none');
    install(false);
    expect(offer.state).toBe('none');
    install(true);
    expect([offer.state, page.states]).toEqual(['ready', ['ready']]);
  });

  it('is taken when it is asked for, and the page is loaded again then', async () => {
    const { asked, offer, page, takeOver, worker } = createPage({ waiting: true });
    offer.ask();
    await settled();
    expect(asked).toEqual([[worker, { kind: 'take-over' }]]);
    expect(page.reloads).toBe(0);
    takeOver();
    expect(page.reloads).toBe(1);
  });

  it('is asked for again after the other pages are closed', async () => {
    const { offer, page, takeOver } = createPage({ waiting: true });
    page.answer = false;
    offer.ask();
    await settled();
    expect(offer.state).toBe('other-pages');
    takeOver();
    expect(page.reloads).toBe(0);
    page.answer = true;
    offer.ask();
    await settled();
    takeOver();
    expect(page.reloads).toBe(1);
  });

  it('never loads a page again that nobody asked in', () => {
    const { page, takeOver } = createPage({ waiting: true });
    takeOver();
    expect(page.reloads).toBe(0);
  });

  it('takes nothing where none waits any more', () => {
    const { asked, offer } = createPage({ waiting: false });
    offer.ask();
    createUpdateOffer().ask();
    expect([offer.state, asked]).toEqual(['none', []]);
  });
});
