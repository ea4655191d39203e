/** A device that is plugged in again is a new chance, where the person was told to do just that. */
import { initialState } from '../../../src/session/state.ts';
import { describe, expect, it } from 'vitest';
import { reduce } from '../../../src/session/reduce.ts';
import type { SessionState } from '../../../src/session/state.ts';

const pluggedIn = { kind: 'plugged-in', link: 'webhid' } as const;
const reopening = [
  { kind: 'opening', link: 'webhid', attempt: 'reopen' },
  [{ kind: 'reopen', link: 'webhid' }],
];

describe('plugged in again', () => {
  it('after a failure or a refusal: it is opened without a click', () => {
    expect(reduce({ kind: 'refused', link: 'webhid', code: 'timeout' }, pluggedIn)).toEqual(reopening);
    expect(reduce({ kind: 'idle', problem: 'permission-denied' }, pluggedIn)).toEqual(reopening);
  });

  it.each<SessionState>([
    initialState,
    { kind: 'idle', problem: undefined },
    { kind: 'refused', link: 'simulator-process', code: 'timeout' },
    { kind: 'alarm', link: 'webhid', reason: 'attestation', simulator: false },
  ])('in %j nothing happens: nobody has asked for it', (state) => {
    expect(reduce(state, pluggedIn)).toEqual([state, []]);
  });
});
