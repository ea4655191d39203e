/** What a device says while words are entered, reviewed and judged. */
import type { Activity } from '../../protocol/public-state.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';

export interface EntryMessages {
  /** On the wheel of letters and in a list of words: takes the last letter away. At least two letters long, in the large font. */
  readonly remove: string;
  /** Below a list of words: moves the bar, and chooses where it is. */
  readonly listFoot: { readonly left: string; readonly both: string; readonly right: string };
  /** Below the wheel of letters: turns it one way or the other, and enters the letter in front. */
  readonly wheelFoot: { readonly left: string; readonly both: string; readonly right: string };
  /** Below two halves of the list, beside "11/11". */
  readonly halvesBack: string;
  /** At a word that was entered before. */
  readonly enteredFoot: { readonly left: string; readonly both: string; readonly right: string };
  readonly leave: StageSentences;
  readonly allLookedAt: (activity: Activity) => StageSentences;
  /** A restore whose checksum is wrong; where the words have the checksum of a backup code, they may be one. */
  readonly dontFit: (mayBeCode: boolean) => StageSentences;
  /** A backup code that cannot be right, or does not open the file. */
  readonly wrongCode: (why: 'phrase' | 'checksum' | 'file') => StageSentences;
  /** The wallet of the words is not the one on the form. */
  readonly anotherWallet: StageSentences;
  /** Above the digits of a wallet ID. */
  readonly walletIdLabel: string;
  /** Before a restored wallet is stored; its ID stands between title and buttons. */
  readonly compare: StageSentences;
  /**
   * In place of the body that says what is wrong, where neighbours exchanged would make the checksum right: one pair or
   * two, which can be chance. Up to three lines on the glass, as the next two.
   */
  readonly maybeSwapped: (activity: Activity, positions: readonly number[]) => string;
  readonly sameTwice: (activity: Activity, position: number) => string;
  /** In a check, where the device knows that the words are not the wallet's. */
  readonly mayBeCode: string;
  readonly match: StageSentences;
  readonly noMatch: {
    readonly word: (position: number) => StageSentences;
    readonly swapped: (position: number) => StageSentences;
    readonly 'left-out': (position: number) => StageSentences;
    readonly extra: (position: number) => StageSentences;
    readonly several: (position: number, count: number) => StageSentences;
  };
}
