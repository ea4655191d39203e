import type { Effect } from '../../src/ceremony/events.ts';

/** Without what is merely kept for the record; `recording.test.ts` and `reduce-wallet.test.ts` test that. */
export function asksOf(effects: readonly Effect[]): readonly Effect[] {
  return effects.filter(({ kind }) => kind !== 'record' && kind !== 'see-device');
}

/** Without what is remembered of the device's own trustworthiness; `reduce-check.test.ts` tests that. */
export function withoutTrust(effects: readonly Effect[]): readonly Effect[] {
  return effects.filter(({ kind }) => kind !== 'pin' && kind !== 'trust');
}

export function kindsOf(effects: readonly Effect[]): readonly Effect['kind'][] {
  return effects.map(({ kind }) => kind);
}
