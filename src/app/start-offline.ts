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

/** Under a worker the page first asks it; a new version may be there. Without one, the first view doesn't wait. */
export function startOffline({ workers, begin, tell }: OfflineStart): void {
  const controlled = workers !== undefined && workers.controller !== null;
  if (!controlled) begin();
  if (workers === undefined) return;
  const works = async (): Promise<boolean> => {
    const { installWorker, settleVersion } = await import('../offline/page.ts');
    const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
    const page = { workers, script, after: startTimer };
    return controlled ? settleVersion(page, () => location.reload()) : installWorker(page);
  };
  // Where it may keep nothing, a browser refuses; the page then says nothing of it.
  void works()
    .then(tell, () => {})
    .then(() => {
      if (controlled) begin();
    });
}
