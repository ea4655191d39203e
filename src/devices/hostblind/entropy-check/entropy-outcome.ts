/** How an entropy check can go, and what it can find. Only a failure is an alarm: the rest has innocent reasons. */

/** Candidates are opened from 1 up to this many, when nobody asks for more. */
export const usualRange = 8;

/** What a person can choose from: a larger range takes longer, and lets a cheat through less often. */
export const checkRanges = [8, 16, 32, 64] as const;

export function isCheckRange(range: number): boolean {
  return (checkRanges as readonly number[]).includes(range);
}

/** What a device did that an honest one never does. */
export const entropyFailures = [
  /** An answer that is not laid out as the protocol asks. */
  'malformed',
  /** A candidate's number is not one more than the one before. */
  'wrong-number',
  /** A commitment, a device's part or a wallet ID came twice. */
  'reused',
  /** The opened part is constant, which no random source gives. */
  'bad-part',
  /** The opened part is not the one that was committed to. */
  'bad-commitment',
  /** The two parts do not give the wallet ID that the device named before. */
  'wrong-wallet-id',
  /** It stands at the check and will not continue it: not commit, not take a part, not open, not keep. */
  'refused',
  /** It went on to the PIN without the check, or before the host said which candidate to keep. */
  'skipped',
] as const;
export type EntropyFailure = (typeof entropyFailures)[number];

/** Why there is no result. None of them says anything about the device. */
export const entropyGaps = [
  /** The person stopped on the device. */
  'stopped',
  /** A host asked the device to stop, or the device waited too long for one. */
  'cancelled',
  'disconnected',
  'timeout',
  /** The device found a fault in itself. */
  'device-fault',
  /** The device is in something else by now. */
  'interrupted',
  /** This computer could not recompute: the page's worker did not start, or failed. */
  'not-computed',
] as const;
export type EntropyGap = (typeof entropyGaps)[number];

/** What is known once all the drawn candidates were opened and found right. */
export interface EntropyEvidence {
  /** The kept candidate's wallet ID, 16 bytes. */
  readonly walletId: Uint8Array;
  /** How many candidates were opened. */
  readonly opened: number;
  /** It was drawn from 1 to this number: a device that cheats on one candidate gets away with it once in `range`. */
  readonly range: number;
}

export type EntropyStep =
  /** So many candidates were opened and are right. */
  | { readonly kind: 'opened'; readonly opened: number }
  /** All were right: the device is about to be asked to keep this one. Store the wallet ID now. */
  | ({ readonly kind: 'keeping' } & EntropyEvidence)
  | ({ readonly kind: 'proven' } & EntropyEvidence)
  | { readonly kind: 'unfinished'; readonly gap: EntropyGap }
  | { readonly kind: 'failed'; readonly failure: EntropyFailure };
