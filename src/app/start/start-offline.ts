/** Has the service worker installed beside the app, whose first view doesn't wait for it, and tells whether the page works offline. */
import { startTimer } from '../../transport/timer.ts';
import type { WorkerContainer } from '../../offline/page.ts';

/** `workers` is absent where the browser has none. */
export async function startOffline(
  workers: WorkerContainer | undefined,
  tell: (works: boolean) => void,
): Promise<void> {
  if (workers === undefined) return;
  const { installWorker, worksOffline } = await import('../../offline/page.ts');
  const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
  const page = { workers, script, after: startTimer };
  await installWorker(page);
  tell(await worksOffline(page));
}
