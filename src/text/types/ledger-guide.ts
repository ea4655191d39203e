/**
 * What the page says while a stock Ledger leads: per screen, and as that model is operated. The device's own texts
 * are Ledger's and differ between firmware versions, so these say what to do there and quote nothing.
 */
import type { LedgerReading } from '../../devices/ledger/reading.ts';
import type { LedgerWay } from '../../devices/ledger/ledger-state.ts';

export type Onboarding = Extract<LedgerReading, { kind: 'onboarding' }>;

export interface LedgerSentences {
  readonly title: string;
  readonly explain: string;
  /** What the two buttons do now; empty on a touch screen. */
  readonly left?: string | undefined;
  readonly right?: string | undefined;
  readonly both?: string | undefined;
  /** What a finger does now; empty on a model with buttons. */
  readonly touch?: string | undefined;
}

/** What is done at a screen, by buttons and by touch. */
export interface LedgerOperationTexts {
  readonly buttons: Pick<LedgerSentences, 'left' | 'right' | 'both'>;
  readonly touch: string;
}

export interface LedgerGuide {
  /** What the page says about a reading of the set-up. */
  readonly sentences: (reading: Onboarding, way: LedgerWay) => LedgerSentences;
}

declare module './catalogue.ts' {
  interface Catalogue {
    readonly ledgerGuide: LedgerGuide;
  }
}
