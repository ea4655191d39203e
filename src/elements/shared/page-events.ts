/**
 * What a person can ask for on a page, beside what they can ask of a session. No type here can carry a word; a session's message to be
 * signed is the one text that a person types, and the page that takes it refuses a recovery phrase.
 */
import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import type { WordCount } from '../../protocol/public-state.ts';
import type { PresetName } from '../../protocol/device-names.ts';
import type { PersonEvent } from '../../session/events.ts';

/** What a person who wants more than the usual may ask for with a new wallet. */
export interface CreateOptions {
  /** Candidates are opened from 1 up to this many. */
  readonly range: number;
  /** The person rolls dice on the device. */
  readonly dice: boolean;
}

/** An encrypted backup file that the person has chosen; it was looked through, and is whole. */
export interface ChosenFile {
  /** What the file is called on this computer. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What its header says, 32 hexadecimal digits; the code has not vouched for it. Absent in an earlier file. */
  readonly walletId: string | undefined;
}

/** What the person came for, as they chose on the first page. `manage`: what is on a device already. */
export type Intent = 'create' | 'restore' | 'try' | 'manage';

/** What a device without a wallet can be asked for. */
export type Purpose = CeremonyKind & ('create' | 'restore' | 'identify');

export type SettingsPage = 'menu' | 'rename' | 'wipe' | 'copies' | 'check-file' | 'records';

/** Where the person is in the two questions about self-custody. They teach; they keep nobody out. */
export type QuizStep = 'start' | 0 | 1 | 'done';

/** For each of the two questions, whether its right answer stands first. */
export type QuizOrder = readonly [boolean, boolean];

/** A page over whatever the app shows, which goes on behind it: it needs no device. */
export type Aside = 'preferences' | 'help';

/** Something the person did on a page that the device has no part in. */
export type PageEvent =
  | { readonly kind: 'begin'; readonly intent: Intent }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  /** Lets the device go, after the page has asked. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'set-length'; readonly wordCount: WordCount }
  | { readonly kind: 'show-all-lengths' }
  | { readonly kind: 'set-options'; readonly options: CreateOptions }
  /** New words, or the words on a paper, for a device without a wallet. */
  | { readonly kind: 'set-purpose'; readonly purpose: Purpose }
  /** Asks the device for what this page is about; the length and the name are those chosen on the page. */
  | { readonly kind: 'ask'; readonly ceremony: CeremonyKind }
  | { readonly kind: 'open-settings' }
  | { readonly kind: 'open-page'; readonly page: SettingsPage }
  /** `undefined`: the name stays as it is. */
  | { readonly kind: 'choose-name'; readonly name: PresetName | undefined }
  /** For an empty device: the page on which a backup file is chosen. */
  | { readonly kind: 'open-restore-file' }
  /** `undefined`: none that is whole. */
  | { readonly kind: 'choose-file'; readonly file: ChosenFile | undefined }
  | { readonly kind: 'open-quiz' }
  /** Where a message is written, which the device then signs. */
  | { readonly kind: 'open-signing' }
  /** What this computer keeps, before a device is chosen. */
  | { readonly kind: 'open-records' }
  | { readonly kind: 'open-aside'; readonly aside: Aside }
  | { readonly kind: 'close-aside' }
  | { readonly kind: 'answer'; readonly right: boolean };

export type PersonRequest = PersonEvent | PageEvent;
