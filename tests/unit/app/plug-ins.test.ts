import { expect, it } from 'vitest';
import { initialApp, type AppEvent, type AppState } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { followPlugIns } from '../../../src/app/start/plug-ins.ts';
import { createMachine } from '../../../src/session/machine.ts';

function open(initial: AppState) {
  const app = createMachine<AppState, AppEvent, object>({ initial, reduce: reduceApp, run: () => {} });
  const listeners: (() => void)[] = [];
  followPlugIns(app, [
    { kind: 'webhid', onPlugIn: (plugged) => listeners.push(plugged) },
    { kind: 'simulator-frame' },
  ]);
  return { app, listeners };
}

it('nothing listens to devices before one is about to be chosen, and then once', () => {
  const { app, listeners } = open({ ...initialApp, introduced: true });
  app.dispatch({ kind: 'open-records' });
  app.dispatch({ kind: 'back' });
  expect(listeners).toHaveLength(0);
  app.dispatch({ kind: 'begin', intent: 'manage' });
  app.dispatch({ kind: 'choose', link: 'webhid' });
  app.dispatch({ kind: 'open-failed', code: 'not-found' });
  expect(listeners).toHaveLength(1);
  listeners[0]?.();
  expect(app.state.session).toMatchObject({ kind: 'opening', link: 'webhid' });
});

it('a page that begins with a device listens at once', () => {
  expect(open({ ...initialApp, page: { kind: 'choose', problem: undefined } }).listeners).toHaveLength(1);
});
