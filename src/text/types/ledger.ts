/** What the page says about stock Ledgers beside the sentences of their screens: one catalogue, whole sentences. */
import type { Step } from '../../devices/steps.ts';
import type { LedgerReading } from '../../devices/ledger/reading.ts';
import type { NoticeText } from './app.ts';

/** Readings that there is one thing to say about, and nothing to follow. */
export type StillLedger = Exclude<LedgerReading['kind'], 'onboarding' | 'set-up'>;

export interface LedgerMessages {
  readonly stock: string;
  /** What a terminal says when it meets one. */
  readonly terminal: string;
  readonly unchecked: string;
  readonly simulated: string;
  readonly steps: { readonly create: Record<Step, string>; readonly restore: Record<Step, string> };
  /** Never a flat "void": a device of the same model in place of the first one looks just the same. */
  readonly restarted: string;
  readonly swapped: string;
  readonly soonQuiet: string;
  readonly quiet: NoticeText;
  readonly waiting: string;
  readonly lost: NoticeText & { long: string; keepWaiting: string; choose: string };
  readonly reconnecting: string;
  readonly conditions: Record<StillLedger, NoticeText>;
  readonly quitApp: string;
  readonly quitting: string;
  /** What the device calls its open app; `undefined` for what is no name. */
  readonly appOpen: (app: string | undefined) => string | undefined;
  readonly ready: {
    readonly title: Record<'new' | 'restore' | 'other' | 'before', string>;
    readonly lead: Record<'new' | 'restore' | 'other' | 'before', string>;
    readonly seen: (wordCount: number) => string;
    readonly facts: { device: string; firmware: string; words: string };
    readonly wordsSeen: (wordCount: number) => string;
    readonly notKnownTitle: string;
    /** What can be done with a stock Ledger from here and what can't, said before anyone relies on it. */
    readonly capabilities: readonly {
      readonly able: boolean;
      readonly what: string;
      /** Where it can't be done here, where it can. */
      readonly how: string;
    }[];
    readonly can: string;
    readonly cannot: string;
    readonly keepTitle: string;
    readonly keep: readonly string[];
    readonly simulatorOnly: string;
    readonly finish: string;
  };
}

declare module './catalogue.ts' {
  interface Catalogue {
    readonly ledger: LedgerMessages;
  }
}
