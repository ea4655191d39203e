/**
 * A device that is plugged in is taken up, once one is wanted. Not before: a browser doesn't keep a page for its Back that has
 * listened to devices.
 */
import type { Machine } from '../../session/machine.ts';
import type { LinkKind } from '../../transport/transport.ts';
import type { AppEvent, AppState } from '../pages/pages.ts';

interface Plugged {
  readonly kind: LinkKind;
  onPlugIn?(plugged: () => void): unknown;
}

export function followPlugIns(app: Machine<AppState, AppEvent>, connectors: readonly Plugged[]): void {
  let listens = false;
  const look = (): void => {
    const { page, session } = app.state;
    if (listens || (session.kind === 'idle' && page.kind !== 'choose')) return;
    listens = true;
    for (const connector of connectors)
      connector.onPlugIn?.(() => app.dispatch({ kind: 'plugged-in', link: connector.kind }));
  };
  app.subscribe(look);
  look();
}
