import { describe, expect, it } from 'vitest';
import { createTabLock } from '../../../src/transport/tab-lock.ts';
import { createDeniedLocks, createFakeLocks } from '../../fixtures/fakes/fake-locks.ts';

describe('one tab owns a device', () => {
  it('the second tab is told that another tab has it', async () => {
    const locks = createFakeLocks();
    const [first, second] = [createTabLock('device', locks), createTabLock('device', locks)];
    const giveBack = await first.take();
    await expect(second.take()).rejects.toMatchObject({
      code: 'in-use',
      message: 'in-use (another tab)',
    });
    await giveBack();
    await (
      await second.take()
    )();
  });

  it('the same tab can take it again right after giving it back', async () => {
    const lock = createTabLock('device', createFakeLocks());
    const giveBack = await lock.take();
    void giveBack();
    await expect(lock.take()).resolves.toBeTypeOf('function');
  });

  it('locks of different links do not meet', async () => {
    const locks = createFakeLocks();
    await createTabLock('one', locks).take();
    await expect(createTabLock('other', locks).take()).resolves.toBeTypeOf('function');
  });

  it('waiting settles when the owner lets go, and keeps nothing', async () => {
    const locks = createFakeLocks();
    const giveBack = await createTabLock('device', locks).take();
    const waiter = createTabLock('device', locks);
    let free = false;
    const waiting = waiter.waitUntilFree().then(() => {
      free = true;
    });
    await expect(waiter.take()).rejects.toMatchObject({ code: 'in-use' });
    expect(free).toBe(false);
    await giveBack();
    await waiting;
    await expect(waiter.take()).resolves.toBeTypeOf('function');
  });

  it('waiting can be given up', async () => {
    const locks = createFakeLocks();
    await createTabLock('device', locks).take();
    const controller = new AbortController();
    const waiting = createTabLock('device', locks).waitUntilFree(controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    const givenUp = createTabLock('device', locks).waitUntilFree(AbortSignal.abort());
    await expect(givenUp).rejects.toMatchObject({ code: 'aborted' });
  });

  it('a browser without Web Locks goes on without', async () => {
    const lock = createTabLock('device', undefined);
    await lock.waitUntilFree();
    await (
      await lock.take()
    )();
    await expect(lock.take()).resolves.toBeTypeOf('function');
  });

  it.each([
    ['rejects', createDeniedLocks()],
    [
      'throws',
      {
        request() {
          throw new DOMException('The request was denied.', 'SecurityError');
        },
      } as unknown as LockManager,
    ],
  ])('a page that may keep no site data goes on without, where the browser %s', async (_how, denied) => {
    const lock = createTabLock('device', denied);
    await lock.waitUntilFree();
    const giveBack = await lock.take();
    await giveBack();
    await expect(lock.take()).resolves.toBeTypeOf('function');
  });

  it('another refusal of the browser is not taken for that', async () => {
    const broken = {
      request: () => Promise.reject(new DOMException('gone', 'InvalidStateError')),
    } as unknown as LockManager;
    await expect(createTabLock('device', broken).take()).rejects.toThrow('gone');
  });
});
