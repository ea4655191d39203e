/** What a stock Ledger's status word means to the app that follows it. */
import { readU16 } from '../bytes.ts';
import { HostblindError } from '../errors.ts';

export type LedgerCondition =
  | 'ok'
  | 'locked'
  /** Class or instruction unknown: an app is open, or none is where one is needed. */
  | 'unsupported'
  | 'bootloader'
  | 'recovery-mode'
  | 'busy'
  /** The device's own menu is in front, and every command is refused until it is closed. */
  | 'menu-open'
  | 'other';

const conditions: ReadonlyMap<number, LedgerCondition> = new Map([
  [0x9000, 'ok'],
  [0x5515, 'locked'],
  [0x6982, 'locked'],
  [0x5303, 'locked'],
  // Reported of old Nano X firmware.
  [0x6b0c, 'locked'],
  [0x6e00, 'unsupported'],
  [0x6d00, 'unsupported'],
  [0x6e01, 'bootloader'],
  [0x662f, 'recovery-mode'],
  [0x6601, 'busy'],
  [0x6901, 'menu-open'],
]);

export interface LedgerAnswer {
  readonly condition: LedgerCondition;
  readonly data: Uint8Array;
}

/** Splits a response; throws `bad-response` where there is no status word. */
export function ledgerAnswer(response: Uint8Array): LedgerAnswer {
  if (response.length < 2) throw new HostblindError('bad-response', { detail: `${response.length} bytes` });
  const status = readU16(response, response.length - 2);
  return { condition: conditions.get(status) ?? 'other', data: response.slice(0, -2) };
}
