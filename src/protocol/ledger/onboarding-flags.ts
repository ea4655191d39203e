/**
 * The four flag bytes in the answer to getVersion: what a stock Ledger says about itself, and which screen of its
 * set-up it shows. There is no field for a word, and no other command returns one.
 */
import { byteAt } from '../bytes.ts';

export const flagBytes = 4;

/** The screens of the set-up; the position is the code in byte 3. */
export const onboardingScreens = [
  'welcome-1',
  'welcome-2',
  'welcome-3',
  'welcome-4',
  'welcome-reminder',
  'set-up-choice',
  'pin',
  'new-words',
  'confirm-words',
  'restore-words',
  'safety-warnings',
  'ready',
  'choose-name',
  /** Ledger Recover, the subscription. */
  'restore-by-recover',
  'restore-choice',
  /** Genuine check and update by Ledger's own app, before the set-up. */
  'early-check',
  /** From a Ledger Recovery Key card. */
  'restore-by-key',
] as const;
export type OnboardingScreen = (typeof onboardingScreens)[number];

/** The word counts a stock Ledger knows; the position is the code in bits 5 and 6 of byte 2. Code 3 is reserved. */
export const ledgerWordCounts = [24, 18, 12] as const;
export type LedgerWordCount = (typeof ledgerWordCounts)[number];

/** Byte 0, by mask. */
const generalMasks = {
  pinValidated: 0x80,
  mcuSerialNumber: 0x40,
  ledgerCertificate: 0x20,
  customAuthorityAllowed: 0x10,
  secureConnectionAllowed: 0x08,
  onboarded: 0x04,
  mcuCodeSigned: 0x02,
  recoveryMode: 0x01,
} as const;
type GeneralFlag = keyof typeof generalMasks;
const generalFlags = Object.keys(generalMasks) as GeneralFlag[];

export interface OnboardingFlags extends Readonly<Record<GeneralFlag, boolean>> {
  readonly endorsementInSlot1: boolean;
  readonly endorsementInSlot2: boolean;
  /** `undefined` for the reserved code. Meaningful while words are shown, confirmed or entered. */
  readonly wordCount: LedgerWordCount | undefined;
  /** From 0 to 31; it can go backwards, and a host that polls can miss values. */
  readonly wordIndex: number;
  /** `undefined` for a code that is not known here. */
  readonly screen: OnboardingScreen | undefined;
  /** Byte 3 as it came. */
  readonly screenCode: number;
}

/** Reads the first four bytes; `undefined` when there are fewer, as on very old firmware. */
export function decodeOnboardingFlags(flags: Uint8Array): OnboardingFlags | undefined {
  if (flags.length < flagBytes) return undefined;
  const [general, endorsements, words, screenCode] = [0, 1, 2, 3].map((at) => byteAt(flags, at)) as [
    number,
    number,
    number,
    number,
  ];
  const generals = Object.fromEntries(
    generalFlags.map((name) => [name, (general & generalMasks[name]) !== 0]),
  ) as Record<GeneralFlag, boolean>;
  return {
    ...generals,
    endorsementInSlot1: (endorsements & 0x01) !== 0,
    endorsementInSlot2: (endorsements & 0x02) !== 0,
    wordCount: ledgerWordCounts[(words & 0x60) >>> 5],
    wordIndex: words & 0x1f,
    screen: onboardingScreens[screenCode],
    screenCode,
  };
}

export type FlagFields = Partial<Omit<OnboardingFlags, 'screenCode' | 'screen'>> & {
  readonly screen: OnboardingScreen;
};

/** What is left out is zero; a word count left out is 24, whose code is zero. */
export function encodeOnboardingFlags(fields: FlagFields): Uint8Array {
  const general = generalFlags.reduce(
    (sum, name) => (fields[name] === true ? sum | generalMasks[name] : sum),
    0,
  );
  const endorsements =
    (fields.endorsementInSlot1 === true ? 0x01 : 0) | (fields.endorsementInSlot2 === true ? 0x02 : 0);
  const countCode = ledgerWordCounts.indexOf(fields.wordCount ?? 24);
  const words = (countCode << 5) | ((fields.wordIndex ?? 0) & 0x1f);
  return Uint8Array.of(general, endorsements, words, onboardingScreens.indexOf(fields.screen));
}
