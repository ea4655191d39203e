/** The wire's way to the candidates of the entropy check: each step in its turn, and only at stage `entropy`. */
import type { DeviceState } from './device-state.ts';
import type { Candidates } from './vault/entropy/candidates.ts';
import type { Vault } from './vault/vault.ts';
import type { EntropyControl, Refusal } from './wire/control.ts';

export interface EntropyLoop {
  /** Tells the flow that the host took a step. */
  candidate(step: 'mixed' | 'kept'): void;
  /** Ends the ceremony as a fault of the device. */
  fail(fault: unknown): void;
}

export function createEntropyControl(vault: Vault, state: DeviceState, loop: EntropyLoop): EntropyControl {
  /** Takes a step; one that is refused changes nothing and does not count as a sign of life. */
  const take = <Result>(
    step: (candidates: Candidates) => Result,
    told: 'mixed' | 'kept',
  ): Result | Refusal => {
    if (state.activity === 'unlock') return 'locked';
    const candidates = state.stage === 'entropy' ? vault.phraseSource()?.candidates() : undefined;
    if (candidates === undefined) return 'notInThisState';
    let result: Result;
    try {
      result = step(candidates);
    } catch (fault) {
      // The random source failed: no candidate, and the ceremony ends where it is.
      loop.fail(fault);
      return 'deviceFault';
    }
    if (result !== 'notInThisState' && result !== 'badData') loop.candidate(told);
    return result;
  };
  return {
    commit: () => take((candidates) => candidates.commit(), 'mixed'),
    mix: (hostPart) => take((candidates) => candidates.mix(hostPart), 'mixed'),
    open: (walletId) => take((candidates) => candidates.open(walletId), 'mixed'),
    keep: (walletId) => take((candidates) => candidates.keep(walletId), 'kept'),
  };
}
