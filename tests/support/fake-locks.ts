/** Asking and giving back both take a task, in the order of the calls: as in a browser, nothing is immediate. */
function laterTask(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A `LockManager` with exclusive locks, as the Web Locks specification describes them; shared by "tabs" of a test. */
export function createFakeLocks(): LockManager {
  const queues = new Map<string, (() => void)[]>();
  const held = new Set<string>();

  const run = async (name: string, callback: LockGrantedCallback<unknown>): Promise<unknown> => {
    held.add(name);
    try {
      return await callback({ name, mode: 'exclusive' });
    } finally {
      await laterTask();
      held.delete(name);
      queues.get(name)?.shift()?.();
    }
  };

  const request = async (
    name: string,
    options: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    await laterTask();
    options.signal?.throwIfAborted();
    if (!held.has(name)) return run(name, callback);
    if (options.ifAvailable === true) return callback(null);
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    await new Promise<void>((resolve, reject) => {
      queue.push(resolve);
      options.signal?.addEventListener('abort', () => {
        queue.splice(queue.indexOf(resolve), 1);
        reject(new DOMException('given up', 'AbortError'));
      });
    });
    return run(name, callback);
  };

  const fake = {
    request: (name: string, ...rest: [LockOptions, LockGrantedCallback<unknown>]) => request(name, ...rest),
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })), pending: [] }),
  };
  return fake as unknown as LockManager;
}
