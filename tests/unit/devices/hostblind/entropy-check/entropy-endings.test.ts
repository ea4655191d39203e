/** What a device says of itself after it broke off a check: only what it did wrong is held against it. */
import { describe, expect, it } from 'vitest';
import { endingOf } from '../../../../../src/devices/hostblind/entropy-check/entropy-endings.ts';
import { HostblindError } from '../../../../../src/protocol/errors.ts';
import type { PublicState } from '../../../../../src/protocol/public-state.ts';
import { emptyStatus } from '../../../../fixtures/screens/screens.ts';

const refusal = new HostblindError('not-in-this-state');
const endingAt = (state: Partial<PublicState>) =>
  endingOf(refusal, () => Promise.resolve({ ...emptyStatus, ...state }));

describe('a device that refuses to go on, and then says that it', () => {
  it.each<[string, Partial<PublicState>, string]>([
    ['ended in a fault', { outcome: 'fault' }, 'device-fault'],
    ['shows a fault', { activity: 'create', stage: 'fault' }, 'device-fault'],
    ['was stopped by its person', { outcome: 'stopped' }, 'stopped'],
    ['was cancelled', { outcome: 'cancelled' }, 'cancelled'],
    ['does something else', { activity: 'rename', stage: 'consent' }, 'interrupted'],
    ['knows of nothing', {}, 'interrupted'],
  ])('%s: the check is unfinished, and the device has failed nothing', async (_, state, gap) => {
    expect(await endingAt(state)).toEqual({ kind: 'unfinished', gap });
  });

  it.each<[string, Partial<PublicState>, string]>([
    ['stands at the check', { activity: 'create', stage: 'entropy' }, 'refused'],
    ['went past it', { activity: 'create', stage: 'choose-pin' }, 'skipped'],
    ['has a wallet', { activity: 'create', stage: 'consent', wallet: 'unfinished-backup' }, 'skipped'],
  ])('%s: it has failed', async (_, state, failure) => {
    expect(await endingAt(state)).toEqual({ kind: 'failed', failure });
  });

  it('nothing, because the link is gone: unfinished', async () => {
    const gone = () => Promise.reject(new HostblindError('disconnected'));
    expect(await endingOf(refusal, gone)).toEqual({ kind: 'unfinished', gap: 'disconnected' });
  });
});
