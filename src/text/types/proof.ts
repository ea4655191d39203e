/** What is loaded with a device: whose it is, its entropy check, every alarm; what happened, what it means, what to do. */
import type { AlarmReason } from '../../session/trust/alarm.ts';
import type { DeviceFacts, UnprovenReason } from '../../session/state.ts';
import type { EntropyProof } from '../../records/book.ts';
import type { NoticeText } from './app.ts';

/** What a check that passed has found. */
export type Found = Pick<EntropyProof, 'opened' | 'range' | 'unfinishedBefore'>;

/** Of a device that no maker vouches for. `claims`: what it says of itself. */
export interface StrangerText extends NoticeText {
  readonly accept: string;
  readonly claims: readonly { readonly name: string; readonly value: string }[];
}

type Made = Pick<DeviceFacts, 'proof' | 'maker' | 'product' | 'addedRoot'>;

export interface ProofTexts {
  /** What a device is called, in quotation marks where nobody but itself says so. */
  readonly deviceTitle: (device: Made) => string;
  /** What it proved. */
  readonly deviceProof: (device: Made) => string;
  readonly strangerText: (device: Made) => StrangerText;
  readonly alarmText: (reason: AlarmReason) => NoticeText;
  /**
   * The check had no result, which says nothing about the device. `count`: the checks in a row that led to no wallet,
   * with this one; one that this page could not compute is not among them.
   */
  readonly unprovenText: (reason: UnprovenReason, count: number) => NoticeText;
  /** While the check runs: how many candidates were opened. */
  readonly progress: (opened: number) => string;
  /** A check that this page finds under way. */
  readonly attached: string;
  readonly passed: (found: Found) => string;
  readonly row: string;
  readonly rowProven: (found: Found, date: string) => string;
  readonly rowUnproven: string;
  /** What the check proved, and how likely a cheat was to get through. */
  readonly proven: (found: Found) => string;
  /** Whether the chances of the tries add up to certainty: anybody may have got through. */
  readonly provesNothing: (found: Found) => boolean;
  readonly noCapability: string;
  /** The counterpart of a forgotten password. */
  readonly forgottenPin: NoticeText;
}
