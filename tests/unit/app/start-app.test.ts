/** The first pages are there before the code for what leads a device; nothing that is asked for meanwhile is lost. */
import { describe, expect, it } from 'vitest';
import { initialApp, type AppEvent, type AppState } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { startApp, type App } from '../../../src/app/start/start-app.ts';

/** A rest that arrives when the test says so, and notes what it is given. */
function setUp(initial: AppState = initialApp) {
  const loads: { arrive(): void; fail(): void }[] = [];
  const dispatched: AppEvent[] = [];
  const given: AppState[] = [];
  const kept: string[] = [];
  const whole = (from: AppState): App => {
    given.push(from);
    return { state: from, dispatch: (event) => void dispatched.push(event), subscribe: () => () => {} };
  };
  const app = startApp({
    initial,
    load: () =>
      new Promise((resolve, reject) => {
        loads.push({ arrive: () => resolve(whole), fail: () => reject(new Error('offline')) });
      }),
    keepIntroduced: () => kept.push('introduced'),
  });
  return { app, loads, dispatched, given, kept };
}

const choose = { kind: 'choose', link: 'webhid' } as const;
const toChoice: readonly AppEvent[] = [{ kind: 'begin', intent: 'create' }, { kind: 'next' }];
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an app whose rest is on its way', () => {
  it('leads through its first pages, and the rest goes on from there', async () => {
    const { app, loads, given, kept, dispatched } = setUp();
    const seen: string[] = [];
    app.subscribe(() => seen.push(app.state.page.kind));
    app.prepare();
    app.prepare();
    expect(loads).toHaveLength(1);
    for (const event of toChoice) app.dispatch(event);
    expect(app.state.page.kind).toBe('choose');
    expect(kept).toEqual(['introduced']);
    loads[0]?.arrive();
    await settled();
    expect(given[0]).toMatchObject({ page: { kind: 'choose' }, intent: 'create', introduced: true });
    expect(dispatched).toEqual([]);
    app.dispatch(choose);
    expect(dispatched).toEqual([choose]);
    expect(seen).toEqual(['introduction', 'choose', 'choose']);
  });

  it('keeps what was asked of a device, says that it loads, and asks once it can', async () => {
    const { app, loads, given, dispatched } = setUp();
    for (const event of [...toChoice, choose]) app.dispatch(event);
    expect(app.state.page).toMatchObject({ kind: 'loading', failed: false });
    expect(loads).toHaveLength(1);
    loads[0]?.arrive();
    await settled();
    expect(given[0]?.page.kind).toBe('choose');
    expect(dispatched).toEqual([choose]);
  });

  it.each([
    ['who was here before', { ...initialApp, introduced: true }, []],
    ['who is new', initialApp, [{ kind: 'next' }]],
  ] as const)('takes one to the simulator %s, however late the rest is', async (_, initial, more) => {
    const { app, loads, given, dispatched } = setUp(initial);
    for (const event of [{ kind: 'begin', intent: 'try' } as const, ...more]) app.dispatch(event);
    expect(app.state.page.kind).toBe('loading');
    loads[0]?.arrive();
    await settled();
    const [state] = given;
    const [event] = dispatched;
    if (state === undefined || event === undefined) return expect.fail('nothing arrived');
    // What the rest makes of it.
    const [{ session }] = reduceApp(state, event);
    expect(session).toMatchObject({ kind: 'opening', link: 'simulator-frame' });
  });

  it('says when the rest can’t be loaded, and tries again', async () => {
    const { app, loads, dispatched } = setUp();
    for (const event of [...toChoice, choose]) app.dispatch(event);
    loads[0]?.fail();
    await settled();
    expect(app.state.page).toMatchObject({ kind: 'loading', failed: true });
    app.dispatch({ kind: 'next' });
    expect(app.state.page).toMatchObject({ kind: 'loading', failed: false });
    loads[1]?.arrive();
    await settled();
    expect(dispatched).toEqual([choose]);
  });

  it('asks for nothing that the person has gone back from', async () => {
    const { app, loads, given, dispatched } = setUp();
    for (const event of [...toChoice, choose, { kind: 'back' }] as const) app.dispatch(event);
    expect(app.state.page.kind).toBe('choose');
    loads[0]?.arrive();
    await settled();
    expect(given[0]?.page.kind).toBe('choose');
    expect(dispatched).toEqual([]);
  });

  it('does not say that the rest failed before anybody asked for it', async () => {
    const { app, loads } = setUp();
    app.prepare();
    loads[0]?.fail();
    await settled();
    expect(app.state).toEqual(initialApp);
    app.prepare();
    expect(loads).toHaveLength(2);
  });
});
