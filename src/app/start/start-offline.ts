/**
 * Has the service worker installed beside the app, whose first view doesn't wait for it; tells whether the page works offline, and
 * whether a new version waits.
 */
import { startTimer } from '../../transport/timer.ts';
import type { WorkerContainer } from '../../offline/page.ts';
import type { UpdateBrowser } from '../../offline/update.ts';

export interface OfflineEnds {
  readonly tell: (works: boolean) => void;
  readonly follow: (browser: UpdateBrowser) => void;
  readonly reload: () => void;
}

/** `workers` is absent where the browser has none. */
export async function startOffline(
  workers: WorkerContainer | undefined,
  { tell, follow, reload }: OfflineEnds,
): Promise<void> {
  if (workers === undefined) return;
  const { askWorker, installWorker, worksOffline } = await import('../../offline/page.ts');
  const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
  const page = { workers, script, after: startTimer };
  await installWorker(page);
  const registration = await workers.getRegistration();
  // Before the question, whose answer may take its time.
  if (registration !== undefined)
    follow({
      registration,
      onTakenOver: (listener) => workers.addEventListener('controllerchange', listener),
      ask: (worker, message) => askWorker(worker, message, page),
      reload,
    });
  tell(await worksOffline(page));
}
