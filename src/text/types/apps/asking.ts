/** What the glass says around an app's questions: to open one, to let it know keys, to read and to sign. */

/** A screen of the glass, as `protocol/stage-facts.ts` has it. */
interface Screen {
  readonly title: string;
  readonly body?: string;
  readonly left?: string;
  readonly right?: string;
}

export interface AskingMessages {
  /** On the home screen: leads to the apps. */
  readonly apps: string;
  /** Its left button leads home from the last app, and to the next one from the others: `nextApp`. */
  readonly choose: (app: string) => Screen;
  readonly nextApp: string;
  /** Of an app that is open, and waits. */
  readonly ready: (app: string) => Screen;
  /** A program that isn't named wants public keys. With a chain code, one tells all addresses there will ever be. */
  readonly allow: (app: string) => Screen;
  /** Before a review: how it is read. */
  readonly review: Screen;
  readonly back: string;
  readonly next: string;
  readonly reject: string;
  /** After the last thing to be read, below the app's question; and the button that is held. */
  readonly hold: string;
  readonly sign: string;
  /** Before and after an address that the person compares. */
  readonly compare: Screen;
  readonly same: Screen;
  readonly refused: string;
  /** Behind a title: which of the screens that it takes. */
  readonly place: (at: number, of: number) => string;
}
