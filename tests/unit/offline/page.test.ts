import { describe, expect, it } from 'vitest';
import {
  aloneTimeout,
  installWorker,
  settleVersion,
  takeOverTimeout,
  worksOffline,
  worksTimeout,
  type WorkerContainer,
} from '../../../src/offline/page.ts';
import type { PageMessage } from '../../../src/offline/precache.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';

const script = 'https://example.com/assets/app-1.js';

type Answers = Partial<Record<PageMessage['kind'], boolean>>;

/** A worker that answers so, and says nothing where nothing is given. */
function fakeWorker(answers: Answers, onTakeOver: () => void = () => {}) {
  const heard: PageMessage[] = [];
  return {
    heard,
    postMessage(message: PageMessage, ports: readonly MessagePort[] = []) {
      heard.push(message);
      const answer = answers[message.kind];
      if (answer !== undefined) ports[0]?.postMessage(answer);
      if (message.kind === 'take-over') onTakeOver();
    },
  };
}

type FakeWorker = ReturnType<typeof fakeWorker>;

function fakeContainer(controller: FakeWorker | null, waiting: FakeWorker | null = null) {
  const listeners = new Set<() => void>();
  const registered: string[] = [];
  const container: { -readonly [Key in keyof WorkerContainer]: WorkerContainer[Key] } = {
    controller: controller as WorkerContainer['controller'],
    getRegistration: async () => ({ waiting: waiting as WorkerContainer['controller'] }),
    register: async (address) => void registered.push(address),
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  };
  const takeControl = (worker: FakeWorker): void => {
    container.controller = worker as unknown as WorkerContainer['controller'];
    for (const listener of listeners) listener();
  };
  return { container, registered, takeControl, listeners };
}

function pageWith(container: WorkerContainer) {
  const timer = createManualTimer();
  const reloads: string[] = [];
  const page = { workers: container, script, after: timer.startTimer };
  return { timer, page, reloads, reload: () => void reloads.push('reload') };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('a page under its worker', () => {
  it.each([true, false])('is told whether it works offline: %s', async (works) => {
    const controller = fakeWorker({ works });
    const { container } = fakeContainer(controller);
    const { page, reload } = pageWith(container);
    await settleVersion(page, reload);
    expect(controller.heard).toEqual([]);
    expect(await worksOffline(page)).toBe(works);
    expect(controller.heard).toEqual([{ kind: 'works', script }]);
  });

  it('promises nothing when the worker doesn’t answer in time', async () => {
    const { container } = fakeContainer(fakeWorker({}));
    const { page, timer } = pageWith(container);
    const answer = worksOffline(page);
    await settled();
    timer.advance(worksTimeout);
    expect(await answer).toBe(false);
  });

  it('takes up a new version that waits, and loads again before it has begun', async () => {
    const controller = fakeWorker({ works: true });
    const waiting = fakeWorker({ alone: true, works: true }, () => takeControl(waiting));
    const { container, takeControl } = fakeContainer(controller, waiting);
    const { page, reloads, reload } = pageWith(container);
    let begun = false;
    void settleVersion(page, reload).then(() => (begun = true));
    await settled();
    expect(waiting.heard.map(({ kind }) => kind)).toEqual(['alone', 'take-over']);
    expect([reloads, begun]).toEqual([['reload'], false]);
  });

  it('leaves a new version waiting while another page is open, or it says nothing', async () => {
    for (const answers of [{ alone: false }, {}]) {
      const waiting = fakeWorker(answers);
      const { container } = fakeContainer(fakeWorker({ works: true }), waiting);
      const { page, timer, reloads, reload } = pageWith(container);
      const answer = settleVersion(page, reload);
      await settled();
      timer.advance(aloneTimeout);
      await answer;
      expect(await worksOffline(page)).toBe(true);
      expect(waiting.heard).toEqual([{ kind: 'alone' }]);
      expect(reloads).toEqual([]);
    }
  });

  it('begins with the version that it is when the new one doesn’t come', async () => {
    const waiting = fakeWorker({ alone: true });
    const { container, listeners } = fakeContainer(fakeWorker({ works: true }), waiting);
    const { page, timer, reloads, reload } = pageWith(container);
    const answer = settleVersion(page, reload);
    await settled();
    timer.advance(takeOverTimeout);
    await answer;
    expect(await worksOffline(page)).toBe(true);
    expect(reloads).toEqual([]);
    expect(listeners.size).toBe(0);
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
