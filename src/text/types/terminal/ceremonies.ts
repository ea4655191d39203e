/** What the terminal program says around a ceremony, where the page has a button, a list or a download. */

/** What happened, and what to do now. */
interface Told {
  readonly when: string;
  readonly todo: string;
}

/** Why a device isn't asked for what the person wants. */
export type Unfit =
  | 'no-wallet'
  | 'has-wallet'
  /** A wallet is there, and its backup isn't done. */
  | 'unfinished'
  /** There is no backup to resume. */
  | 'nothing-unfinished';

/** What is wrong with a file that a backup is to be written to. */
export type TargetProblem =
  | { readonly kind: 'exists' | 'folder' }
  /** By the system's code, such as ENOSPC. */
  | { readonly kind: 'system'; readonly code: string };

export interface TerminalCeremonyMessages {
  readonly backedUp: string;
  /** It ended without a wallet, and the device doesn't say how. */
  readonly nothing: string;
  /** Beside an ending, while an unfinished backup waits on the device. */
  readonly toFinish: string;
  /** Somebody else asked the device to stop: this program doesn't while it runs. */
  readonly cancelled: string;
  readonly unfit: Readonly<Record<Unfit, Told>>;
  /** What the device speaks, in the person's language. */
  readonly language: {
    readonly already: (language: string) => string;
    readonly unknown: (spoken: readonly string[]) => string;
  };
  /** What is asked here before the device is. */
  readonly sure: Readonly<Record<'reveal' | 'wipe', string>>;
  /** One small letter each. y and n answer in every language beside them, so neither may mean the opposite. */
  readonly answerKeys: { readonly yes: string; readonly no: string };
  /** After a question: the keys that answer it, with the usual one large. */
  readonly yesNo: string;
  /** The keys for three answers. */
  readonly threeKeys: (answers: {
    readonly yes: string;
    readonly no: string;
    readonly none: string;
  }) => string;
  /** The person has said no to a question here. */
  readonly left: string;
  readonly interrupted: Readonly<
    Record<
      /** A ceremony of this program is under way on the device. */
      | 'ours'
      /** The same, and the device isn't connected. */
      | 'away'
      /** Nothing, or a ceremony of somebody else's. */
      | 'nothing',
      string
    >
  >;
  /** Words from the paper didn't fit: what to do now. */
  readonly doubtNext: string;
  /** A check that matched couldn't be kept. */
  readonly notNoted: string;
  /** Of a restored wallet. */
  readonly knownWallet: string;
  /** A restored wallet whose ID nobody was asked about. */
  readonly compareYourself: string;
  /** The form has another ID: what to do now. */
  readonly differentNext: string;
  /** Of two wallets, beside each other. */
  readonly ids: { readonly onDevice: string; readonly inFile: string };
  readonly savedTo: (path: string) => string;
  readonly checkLater: (path: string) => string;
  readonly tryToSaveAgain: string;
  readonly saveProblem: (path: string, problem: TargetProblem) => string;
  /** The device gave something else than a backup file of its wallet. */
  readonly strangeFile: string;
  readonly openProblem: (path: string, problem: TargetProblem) => Told;
  /** A backup file that can't be read, by the system's code. */
  readonly unreadable: (path: string, code: string) => string;
}
