/** A device that is plugged in again is a new chance, where the person was told to do just that. */
import { describe, expect, it } from 'vitest';
import { reduce } from '../../../src/ceremony/reduce.ts';
import type { CeremonyState } from '../../../src/ceremony/state.ts';

const pluggedIn = { kind: 'plugged-in', link: 'webhid' } as const;
const reopening = [
  { kind: 'opening', link: 'webhid', attempt: 'reopen' },
  [{ kind: 'reopen', link: 'webhid' }],
];

describe('plugged in again', () => {
  it('after a failure or a refusal: it is opened without a click', () => {
    expect(reduce({ kind: 'refused', link: 'webhid', code: 'timeout' }, pluggedIn)).toEqual(reopening);
    expect(reduce({ kind: 'choose', problem: 'permission-denied' }, pluggedIn)).toEqual(reopening);
  });

  it.each<CeremonyState>([
    { kind: 'welcome' },
    { kind: 'terms', intended: undefined },
    { kind: 'choose', problem: undefined },
    { kind: 'refused', link: 'simulator-process', code: 'timeout' },
    { kind: 'alarm', link: 'webhid', reason: 'attestation', simulator: false },
  ])('in %j nothing happens: nobody has asked for it', (state) => {
    expect(reduce(state, pluggedIn)).toEqual([state, []]);
  });
});
