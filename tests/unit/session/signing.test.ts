/** A message that the device signs: asked for, read, and what comes of it; nobody follows the device meanwhile. */
import { describe, expect, it } from 'vitest';
import { HostblindError, type ErrorCode } from '../../../src/protocol/errors.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { createSession } from '../../../src/session/create-session.ts';
import type { SignMessage } from '../../../src/session/device-work.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import type { Session, SessionState } from '../../../src/session/state.ts';
import { createScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import { kindsOf } from '../../fixtures/screens/effects.ts';
import {
  checkedDevice,
  emptyStatus,
  knownWallet,
  sessionWith,
  signedMessage,
  signRequest as request,
} from '../../fixtures/screens/screens.ts';

const backedUp = { ...emptyStatus, wallet: 'backed-up' } as const;
const ask: SessionEvent = { kind: 'sign-message', request };
const signed: SessionEvent = { kind: 'message-signed', ...signedMessage };

function home(session: Partial<Session> = {}): SessionState {
  const there = { status: backedUp, device: checkedDevice, ...session };
  return { kind: 'connected', session: sessionWith({ kind: 'backed-up', wallet: knownWallet }, there) };
}

function walk(events: readonly SessionEvent[], from: SessionState) {
  let state = from;
  const asked = events.flatMap((event) => {
    const [next, effects] = reduce(state, event);
    state = next;
    return kindsOf(effects);
  });
  return { state, asked };
}

const signingOf = (state: SessionState) =>
  state.kind === 'connected' || state.kind === 'lost' ? state.session.signing : undefined;

describe('a message to sign', () => {
  it('is asked for once, and followed step by step to its signature', () => {
    const { state, asked } = walk([ask, ask, { kind: 'signing-step', step: 'reading' }], home());
    expect(asked).toEqual(['sign-message']);
    expect(signingOf(state)).toEqual({ kind: 'running', request, step: 'reading' });
    const after = walk([signed], state);
    expect(signingOf(after.state)).toEqual({ kind: 'signed', request, ...signedMessage });
    expect(after.asked).toEqual(['follow']);
    expect(signingOf(walk([{ kind: 'end-signing' }], after.state).state)).toBeUndefined();
  });

  it('is kept beside why there is no signature, and can be asked for again', () => {
    const { state, asked } = walk([ask, { kind: 'signing-failed', code: 'declined' }], home());
    expect(signingOf(state)).toEqual({ kind: 'failed', request, code: 'declined' });
    expect(asked).toEqual(['sign-message', 'follow']);
    expect(walk([ask], state).asked).toEqual(['sign-message']);
  });

  it.each([
    ['without protected signatures', home({ device: { ...checkedDevice, capabilities: ['apps'] } })],
    ['without apps', home({ device: { ...checkedDevice, capabilities: ['protected-signatures'] } })],
    [
      'away from home',
      { kind: 'connected', session: sessionWith({ kind: 'resting' }, { device: checkedDevice }) },
    ],
  ] as const)('is not asked of a device %s', (_, state) => {
    expect(walk([ask], state)).toEqual({ state, asked: [] });
  });

  it('leaves no way but the device’s own, and no ceremony beside it', () => {
    const { state } = walk([ask], home());
    const others: readonly SessionEvent[] = [
      { kind: 'end-signing' },
      { kind: 'start', wish: { kind: 'check' } },
    ];
    expect(walk(others, state)).toEqual({ state, asked: [] });
    // Nothing gets through behind a question: a word to stop would hold the device for as long.
    expect(walk([{ kind: 'stop' }], state).asked).toEqual(['close', 'remember']);
    expect(walk([{ kind: 'choose-another' }], state).asked).toEqual(['close', 'remember']);
  });

  it('is there again after the cable was out, and no late answer counts', () => {
    const { state, asked } = walk([ask, { kind: 'disconnected' }], home());
    expect(asked).toContain('close');
    expect(signingOf(state)).toEqual({ kind: 'failed', request, code: 'disconnected' });
    const back = walk(
      [
        signed,
        { kind: 'timer', name: 'retry' },
        { kind: 'opened' },
        { kind: 'identified', device: checkedDevice },
        signed,
      ],
      state,
    );
    expect(signingOf(back.state)).toMatchObject({ kind: 'failed', code: 'disconnected' });
    const other = { ...checkedDevice, deviceId: 'ff'.repeat(16) };
    const swapped = walk(
      [{ kind: 'timer', name: 'retry' }, { kind: 'opened' }, { kind: 'identified', device: other }],
      state,
    );
    expect(signingOf(swapped.state)).toBeUndefined();
  });

  it.each(['number-ignored', 'other-key'] as const)('H8: raises the alarm: %s', (reason) => {
    const { state, asked } = walk([ask, { kind: 'proof-failed', reason }], home());
    expect(state).toMatchObject({ kind: 'alarm', reason });
    expect(asked).toEqual(['sign-message', 'stop-and-close']);
  });
});

/** A session at home, whose signing a test answers. */
async function atWork() {
  const device = createScriptedDevice();
  device.capabilities = capabilities;
  device.become(backedUp);
  let settle:
    { resolve: (value: typeof signedMessage) => void; reject: (error: unknown) => void } | undefined;
  const calls: Parameters<SignMessage>[] = [];
  const session = createSession({
    connectors: [device.connector],
    createSigner: device.createSigner,
    clock: { now: () => 0, after: createManualTimer().startTimer },
    records: createMemoryRecords().store,
    rememberLink: () => {},
    signMessage: (...call) => {
      calls.push(call);
      return new Promise((resolve, reject) => (settle = { resolve, reject }));
    },
  });
  const until = (fits: (state: SessionState) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!fits(session.state)) return;
        stop();
        resolve();
      };
      const stop = session.subscribe(look);
      look();
    });
  const isHome = (state: SessionState): boolean =>
    state.kind === 'connected' && state.session.task.kind === 'backed-up';
  session.dispatch({ kind: 'choose', link: 'webhid' });
  await until(isHome);
  session.dispatch(ask);
  return {
    device,
    session,
    calls,
    until,
    sign: () => settle?.resolve(signedMessage),
    fail: (code: ErrorCode) => settle?.reject(new HostblindError(code)),
  };
}

const becomes = (kind: string) => (state: SessionState) => signingOf(state)?.kind === kind;

describe('a device that signs', () => {
  it('is not followed until it has answered, and is from then on', async () => {
    const { device, session, calls, until, sign } = await atWork();
    const [call] = calls;
    expect(call?.[1]).toEqual(request);
    expect(
      device.open.has(
        call?.[0] ?? {
          exchange: () => Promise.reject(),
          onDisconnect: () => () => {},
          close: () => Promise.resolve(),
        },
      ),
    ).toBe(true);
    call?.[2].onStep('reading');
    expect(signingOf(session.state)).toMatchObject({ step: 'reading' });
    device.become({ locked: true, activity: 'unlock', stage: 'enter-pin' });
    // Whatever would have been reported is, before the next turn of the loop.
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.state).toMatchObject({ session: { task: { kind: 'backed-up' } } });
    sign();
    await until(becomes('signed'));
    await until((state) => state.kind === 'connected' && state.session.task.kind === 'following');
  });

  it.each(['declined', 'locked', 'busy', 'cannot-protect'] as const)(
    'says why it didn’t: %s',
    async (code) => {
      const { session, until, fail } = await atWork();
      fail(code);
      await until(becomes('failed'));
      expect(signingOf(session.state)).toEqual({ kind: 'failed', request, code });
    },
  );

  it.each(['number-ignored', 'other-key'] as const)('is an alarm: %s', async (code) => {
    const { session, until, fail } = await atWork();
    fail(code);
    await until(({ kind }) => kind === 'alarm');
    expect(session.state).toMatchObject({ reason: code });
  });

  it.each(['disconnected', 'timeout'] as const)('is lost with its message kept: %s', async (code) => {
    const { session, until, fail } = await atWork();
    fail(code);
    await until(({ kind }) => kind === 'lost');
    expect(signingOf(session.state)).toEqual({ kind: 'failed', request, code: 'disconnected' });
  });

  it('is let go of at once when the person leaves, and told so', async () => {
    const { device, session, calls } = await atWork();
    session.dispatch({ kind: 'choose-another' });
    expect(calls[0]?.[2].signal.aborted).toBe(true);
    await session.closed();
    expect(device.open.size).toBe(0);
    expect(device.asked).not.toContain('cancel');
  });
});
