/** What a state of the app is to a person while no device is in use. `viewOf` says the same of it, and of all others. */
import type { AppState } from './pages/pages.ts';
import { messages } from '../text/app.ts';
import type { View } from './view.ts';

export function firstViewOf({ page }: AppState): View {
  return {
    screen: `page:${page.kind}`,
    simulator: undefined,
    connection: 'none',
    backup: undefined,
    device: undefined,
    name: undefined,
    framed: false,
    docked: false,
    stepper:
      page.kind !== 'choose' ? undefined : { step: 'prepare', titles: messages.steps, complete: false },
    swapped: undefined,
    cutShort: undefined,
    records: page.kind === 'records',
    notice: undefined,
    walletChange: undefined,
    followed: undefined,
    announcement: undefined,
  };
}
