import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answerTimeout,
  installWorker,
  worksOffline,
  type WorkerContainer,
} from '../../../src/offline/page.ts';
import type { PageMessage } from '../../../src/offline/precache.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';

const script = 'https://example.com/assets/app-1.js';

type Answers = Partial<Record<PageMessage['kind'], boolean>>;

/** A worker that answers so, and says nothing where nothing is given. */
function fakeWorker(answers: Answers) {
  const heard: PageMessage[] = [];
  return {
    heard,
    postMessage(message: PageMessage, ports: readonly MessagePort[] = []) {
      heard.push(message);
      const answer = answers[message.kind];
      if (answer !== undefined) ports[0]?.postMessage(answer);
    },
  };
}

type FakeWorker = ReturnType<typeof fakeWorker>;

function fakeContainer(controller: FakeWorker | null) {
  const listeners = new Set<() => void>();
  const registered: string[] = [];
  const container: { -readonly [Key in keyof WorkerContainer]: WorkerContainer[Key] } = {
    controller: controller as WorkerContainer['controller'],
    register: async (address) => void registered.push(address),
    getRegistration: async () => undefined,
    addEventListener: (_, listener) => void listeners.add(listener),
  };
  const takeControl = (worker: FakeWorker): void => {
    container.controller = worker as unknown as WorkerContainer['controller'];
    for (const listener of listeners) listener();
  };
  return { container, registered, takeControl };
}

function pageWith(container: WorkerContainer) {
  const timer = createManualTimer();
  const page = { workers: container, script, after: timer.startTimer };
  return { timer, page };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('a page under its worker', () => {
  it.each([true, false])('is told whether it works offline: %s', async (works) => {
    const controller = fakeWorker({ works });
    const { container, registered } = fakeContainer(controller);
    const { page } = pageWith(container);
    await installWorker(page);
    // The browser looks for a newer one by itself.
    expect([controller.heard, registered]).toEqual([[], []]);
    expect(await worksOffline(page)).toBe(works);
    expect(controller.heard).toEqual([{ kind: 'works', script }]);
  });

  it('promises nothing when the worker doesn’t answer in time', async () => {
    const { container } = fakeContainer(fakeWorker({}));
    const { page, timer } = pageWith(container);
    const answer = worksOffline(page);
    await settled();
    timer.advance(answerTimeout);
    expect(await answer).toBe(false);
  });
});

describe('a page without a worker', () => {
  it('has it installed, and says nothing of offline before it is in control', async () => {
    const { container, registered, takeControl } = fakeContainer(null);
    const { page } = pageWith(container);
    let inControl = false;
    void installWorker(page).then(() => (inControl = true));
    await settled();
    expect(registered).toEqual(['./hostblind-offline.js']);
    expect([inControl, await worksOffline(page)]).toEqual([false, false]);
    takeControl(fakeWorker({ works: true }));
    await settled();
    expect([inControl, await worksOffline(page)]).toEqual([true, true]);
  });

  it('passes on that the browser refuses', async () => {
    const { container } = fakeContainer(null);
    container.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
    await expect(installWorker(pageWith(container).page)).rejects.toThrow('no');
  });
});

describe('under Trusted Types', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('one policy lets through the address of our worker, and no other', async () => {
    const made: [name: string, createScriptURL: (address: string) => string][] = [];
    vi.stubGlobal('trustedTypes', {
      createPolicy(name: string, rules: { createScriptURL: (address: string) => string }) {
        made.push([name, rules.createScriptURL]);
        return { createScriptURL: (address: string) => `trusted ${rules.createScriptURL(address)}` };
      },
    });
    vi.resetModules();
    const fresh = await import('../../../src/offline/page.ts');
    const { container, registered, takeControl } = fakeContainer(null);
    const installed = fresh.installWorker(pageWith(container).page);
    await settled();
    takeControl(fakeWorker({}));
    await installed;
    expect(registered).toEqual(['trusted ./hostblind-offline.js']);
    const [[name, createScriptURL] = []] = made;
    expect([name, made.length]).toEqual(['hostblind-offline', 1]);
    for (const other of ['./other.js', 'https://evil.example/hostblind-offline.js', ''])
      expect(() => createScriptURL?.(other)).toThrow(TypeError);
  });
});
