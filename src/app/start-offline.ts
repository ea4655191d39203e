/** When the app begins beside its service worker, whose code comes later: most of a first visit's script is wanted before it. */
import { startTimer } from '../transport/timer.ts';
import type { WorkerContainer } from '../offline/page.ts';

export interface OfflineStart {
  /** Absent where the browser has none. */
  readonly workers: WorkerContainer | undefined;
  readonly begin: () => void;
  /** Called once it is known whether the page works offline. */
  readonly tell: (works: boolean) => void;
}

/** Under a worker the page first asks for a new version, which may wait. Without one, the first view doesn't wait. */
export function startOffline({ workers, begin, tell }: OfflineStart): void {
  const controlled = workers !== undefined && workers.controller !== null;
  if (!controlled) begin();
  if (workers === undefined) return;
  const settle = async () => {
    const { installWorker, settleVersion, worksOffline } = await import('../offline/page.ts');
    const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
    const page = { workers, script, after: startTimer };
    await (controlled ? settleVersion(page, () => location.reload()) : installWorker(page));
    return async () => tell(await worksOffline(page));
  };
  const start = (): void => {
    if (controlled) begin();
  };
  // Where it may keep nothing, a browser refuses; the page then says nothing of it.
  void settle().then((ask) => {
    start();
    void ask();
  }, start);
}
