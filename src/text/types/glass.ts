/**
 * What a device says on its own screen. The firmware reads this part of the catalogue and no other, and the page shows
 * the same sentences beside the device. Each fits on 128 x 64 pixels, and a test measures it.
 */
import type { Activity, Outcome, Stage } from '../../protocol/public-state.ts';
import type { EntryMessages } from './entry.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

type Shown = Pick<StageSentences, 'title'> & { readonly body: string };

export interface GlassMessages {
  readonly neverShare: string;
  /** What device and page say at a stage. */
  readonly stage: (stage: Stage, facts: StageFacts) => StageSentences;
  /** Over a word: its number, and of how many. */
  readonly wordPlace: (activity: Activity, position: number, total: number) => string;
  readonly sameAs: (activity: Activity, earlier: number) => string;
  readonly confirm: {
    /** The person picks the word at a position; how far that is, only the glass says (H1). */
    readonly question: (activity: Activity, position: number, total: number) => string;
    readonly seeAgain: string;
    readonly wrong: (activity: Activity, position: number) => StageSentences;
    readonly shown: (activity: Activity, position: number) => Pick<StageSentences, 'title' | 'right'>;
  };
  readonly pin: {
    readonly done: string;
    readonly remove: string;
    /** Below "Enter your PIN". */
    readonly tries: (left: number) => string;
    readonly wrong: (left: number) => string;
  };
  readonly dice: {
    readonly remove: string;
    /** `wordCount`: of the phrase that the rolls are for. */
    readonly place: (position: number, total: number, wordCount: number) => string;
    /** Before the number of the roll that was entered last. */
    readonly last: (position: number) => string;
    readonly all: (rolls: number) => StageSentences;
    readonly flaws: Record<'biased' | 'patterned', StageSentences>;
  };
  readonly entry: EntryMessages;
  readonly file: {
    readonly restore: (walletId: string) => string;
    readonly results: (
      walletId: string,
    ) => Record<Extract<Outcome, 'match' | 'no-match' | 'other-wallet'>, Shown>;
  };
  readonly seedQr: {
    readonly size: (modules: number, blocks: number) => readonly [string, string];
    readonly place: (position: number, total: number) => string;
  };
  /** Over an address, which fills the screen: whose it is. Drawn small. */
  readonly addresses: Readonly<Record<'ethereum' | 'bitcoin', StageSentences>>;
  readonly rename: (name: string) => string;
  /** A device that is to speak another language asks in the one that it speaks, then in the other. */
  readonly language: {
    /** What the language calls itself. At most 12 letters. */
    readonly name: string;
    /** Below the title of `consent`. `other`: what the other language calls itself. */
    readonly leave: (other: string) => string;
    /** Below the same title, in the language that the device is to speak from now on: this one. */
    readonly take: string;
  };
  /** Of a device at rest: a label, in quotation marks. */
  readonly name: (name: string) => string;
  /** What the person agreed to, in few words, on the screens that follow; `undefined` where nobody asked. */
  readonly agreed: (
    activity: Activity,
    asked: Pick<StageFacts, 'wordCount' | 'entropyCheck' | 'dice'>,
  ) => string | undefined;
  /** The title of a device at rest that has no name. */
  readonly home: string;
  /** Of a device that no maker vouches for. */
  readonly selfBuilt: string;
  readonly faulty: Shown;
}
