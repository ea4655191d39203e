import { describe, expect, it } from 'vitest';
import { cutShort } from '../../../src/session/cut-short.ts';
import { reduce } from '../../../src/session/reduce.ts';
import { initialState, type SessionState, type Session } from '../../../src/session/state.ts';
import { screenOf } from '../../../src/app/view.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import type { Activity, PublicState, WalletState } from '../../../src/protocol/public-state.ts';
import { cutShortText } from '../../../src/app/notices.ts';
import { connecting } from '../../fixtures/data/ceremony-arbitraries.ts';
import { emptyStatus, onDevice, usbDevice } from '../../fixtures/screens/screens.ts';

const during = (activity: Activity, more: Partial<PublicState> = {}): PublicState => ({
  ...emptyStatus,
  ceremony: 3,
  activity,
  stage: 'consent',
  ...more,
});

/** Right after power-on: no ceremony has begun. */
const switchedOn = (wallet: WalletState): PublicState => ({
  ...emptyStatus,
  wallet,
  ceremony: 0,
  ...(wallet === 'empty'
    ? {}
    : wallet === 'backed-up'
      ? { locked: true, activity: 'unlock', stage: 'enter-pin' }
      : { locked: true, activity: 'resume', stage: 'unfinished' }),
});

const backedUp = { wallet: 'backed-up' } as const;
const unfinished = { wallet: 'unfinished-backup' } as const;

describe('what a power cut ended', () => {
  it.each([
    ['create before its PIN', during('create'), 'empty', 'create'],
    ['create at its words', during('create', unfinished), 'unfinished-backup', 'backup'],
    ['create at its PIN, which was set just then', during('create'), 'unfinished-backup', 'backup'],
    ['create at its last press', during('create', backedUp), 'backed-up', undefined],
    ['resume', during('resume', unfinished), 'unfinished-backup', 'backup'],
    [
      'resume, nothing chosen',
      during('resume', { ...unfinished, stage: 'unfinished' }),
      'unfinished-backup',
      undefined,
    ],
    ['resume, discarded just then', during('resume', unfinished), 'empty', undefined],
    ['restore', during('restore'), 'empty', 'restore'],
    ['restore, stored just then', during('restore'), 'backed-up', undefined],
    ['restore from a file', during('restore-file'), 'empty', 'restore-file'],
    ['restore from a file, stored just then', during('restore-file'), 'backed-up', undefined],
    ['SeedQR', during('seed-qr', backedUp), 'backed-up', 'seed-qr'],
    ['addresses', during('addresses', backedUp), 'backed-up', 'addresses'],
    ['addresses of a paper', during('identify'), 'empty', 'identify'],
    ['backup file', during('backup-file', backedUp), 'backed-up', 'backup-file'],
    ['check of a file', during('check-file', backedUp), 'backed-up', 'check-file'],
    ['reveal', during('reveal', backedUp), 'backed-up', 'reveal'],
    ['check', during('check', backedUp), 'backed-up', 'check'],
    ['change PIN', during('change-pin', backedUp), 'backed-up', 'change-pin'],
    ['wipe', during('wipe', backedUp), 'backed-up', 'wipe'],
    ['wipe, deleted just then', during('wipe', backedUp), 'empty', undefined],
    ['rename', during('rename', backedUp), 'backed-up', 'rename'],
    ['rename of an empty device', during('rename'), 'empty', 'rename'],
    ['unlock', during('unlock', { ...backedUp, ceremony: 0 }), 'backed-up', undefined],
    ['nothing', during('none', { ...backedUp, stage: 'idle' }), 'backed-up', undefined],
    ['the news that wrong PINs wiped', during('unlock', { stage: 'wiped', ceremony: 0 }), 'empty', 'wiped'],
  ] as const)('%s', (_name, previous, wallet, expected) => {
    expect(cutShort(previous, switchedOn(wallet))).toBe(expected);
  });

  it('is nothing while the device stays on', () => {
    const previous = during('check', backedUp);
    expect(cutShort(previous, { ...previous, stage: 'enter-words' })).toBeUndefined();
    expect(
      cutShort(previous, { ...previous, activity: 'none', stage: 'idle', outcome: 'match' }),
    ).toBeUndefined();
    const wiped = during('check', { stage: 'wiped' });
    expect(cutShort(wiped, { ...emptyStatus, ceremony: 3, outcome: 'wiped' })).toBeUndefined();
  });
});

const status = (of: PublicState): SessionEvent => ({ kind: 'status', status: of });

const pluggedInAgain: readonly SessionEvent[] = [
  { kind: 'disconnected' },
  { kind: 'timer', name: 'retry' },
  { kind: 'opened' },
  { kind: 'identified', device: usbDevice },
];

function walk(...events: readonly SessionEvent[]): SessionState {
  return [...connecting, ...events].reduce<SessionState>(
    (state, event) => reduce(state, event)[0],
    initialState,
  );
}

function sessionOf(state: SessionState): Session {
  if (state.kind !== 'connected') throw new Error(`not connected: ${state.kind}`);
  return state.session;
}

describe('a page that saw the ceremony', () => {
  it('leads who was restoring back to that, with the length that they had chosen', () => {
    const state = walk(
      status(emptyStatus),
      { kind: 'start', wish: { kind: 'restore', wordCount: 12 } },
      status(during('restore', { stage: 'enter-words' })),
      ...pluggedInAgain,
      status(switchedOn('empty')),
    );
    expect(sessionOf(state).task).toEqual({ kind: 'empty', restoring: { wordCount: 12 } });
    expect(cutShortText(onDevice(state))).toContain('kept none of the words you entered');
  });

  it('says what became of it until the device begins something else', () => {
    const locked = switchedOn('backed-up');
    const cut = [
      status({ ...emptyStatus, ...backedUp }),
      status(during('change-pin', { ...backedUp, stage: 'choose-pin' })),
      ...pluggedInAgain,
      status(locked),
    ];
    expect(cutShortText(onDevice(walk(...cut)))).toContain('If not, use the old one');
    const unlocked = status({ ...locked, locked: false, activity: 'none', stage: 'idle' });
    expect(cutShortText(onDevice(walk(...cut, unlocked)))).toContain('If not, use the old one');
    expect(
      cutShortText(onDevice(walk(...cut, unlocked, status(during('check', { ...backedUp, ceremony: 1 }))))),
    ).toBeUndefined();
  });

  it('says nothing of it while the device is away, or when there is nothing to say', () => {
    const state = walk(status({ ...emptyStatus, ...backedUp }), status(during('check', backedUp)));
    expect(cutShortText(onDevice(state))).toBeUndefined();
    expect(cutShortText(onDevice(reduce(state, { kind: 'disconnected' })[0]))).toBeUndefined();
  });
});

describe('a computer that slept for ten minutes in the middle of a question', () => {
  it('finds the device where it was, on the same screen, and raises no alarm', () => {
    const words = during('reveal', { ...backedUp, stage: 'words', position: 5, total: 24 });
    const before = walk(status({ ...emptyStatus, ...backedUp }), status(words));
    // On waking up the time for the answer is long over, and the link is opened again.
    const [lost] = reduce(before, { kind: 'following-failed', code: 'timeout' });
    expect(screenOf(onDevice(lost))).toBe(screenOf(onDevice(before)));
    const back = [...pluggedInAgain.slice(1), status(words)].reduce<SessionState>(
      (state, event) => reduce(state, event)[0],
      lost,
    );
    expect(back).toEqual(before);
    expect(cutShortText(onDevice(back))).toBeUndefined();
  });
});

describe('a page that meets a device for the first time', () => {
  it('says that wrong PINs deleted its wallet, and leads on from there', () => {
    const state = walk(status({ ...emptyStatus, ceremony: 2, outcome: 'wiped' }));
    expect(sessionOf(state).task).toEqual({ kind: 'ended', activity: 'none', outcome: 'wiped' });
    expect(sessionOf(reduce(state, { kind: 'continue' })[0]).task.kind).toBe('empty');
  });
});
