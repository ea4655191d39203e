/** The texts of "Security & privacy": what can be done with a wallet that is backed up, and two questions. */
import type { SettingsCeremony } from '../../session/offers.ts';
import type { Comparison } from '../../session/state.ts';

export interface SettingsMessages {
  readonly open: string;
  readonly title: string;
  readonly lead: string;
  readonly rows: Record<SettingsCeremony, { title: string; body: string }>;
  readonly copies: { title: string; body: string };
  readonly named: (name: string) => string;
  readonly unnamed: string;
  readonly lastChecked: string;
  readonly neverChecked: string;
  readonly remind: string;
  readonly remindAgain: string;
  /** Of a restored wallet: its ID beside the one on the form. `known`: this computer knew it. */
  readonly compare: { question: string; answers: Record<Comparison, string>; known: string };
  /** Of a check that failed, in place of its day. */
  readonly failed: { row: string; on: (date: string) => string };
  readonly records: { title: string; body: string };
  readonly restore: {
    offer: string;
    title: string;
    lead: string;
    ask: string;
    needs: string;
    instead: string;
    offerFile: string;
  };
  readonly rename: {
    title: string;
    lead: string;
    legend: string;
    keep: string;
    ask: string;
    keepAsk: string;
  };
}
