/** The texts of "Security & privacy": what can be done with a wallet that is backed up, and two questions. */
import type { WordCount } from '../../protocol/public-state.ts';
import type { SettingsCeremony } from '../../session/offers.ts';
import type { Comparison } from '../../session/state.ts';

export interface SettingsMessages {
  readonly deviceLanguage: {
    /** `language`: by its name in the reader's. */
    readonly speaks: (language: string) => string;
    /** A button: that the device speak the reader's. */
    readonly ask: string;
  };
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
  /** A device with a wallet that is backed up: where a person comes back to. */
  readonly home: {
    /** Of a device without a name. */
    title: string;
    /** How the backup stands. `backedUp` and `checked` name the day. */
    states: {
      backedUp: (date: string) => string;
      checked: (date: string) => string;
      /** The device says so, and this computer wasn't there. */
      known: string;
      never: string;
      due: string;
    };
    reveal: string;
    addresses: string;
    sign: string;
    records: string;
    /** Of a device with apps: what they are for, and that nothing is signed unseen. */
    apps: string;
    details: string;
    disconnect: string;
  };
  /** Of a wallet that is or was in a simulator, or on a device that is reached as simulators are. */
  readonly simulated: Record<'device' | 'link', string>;
  /** What to do once a wallet is backed up. */
  readonly next: { title: string; advice: readonly string[] };
  /** What is said of a wallet that is backed up. */
  readonly receipt: {
    walletId: string;
    date: string;
    device: string;
    words: string;
    wordCount: (count: number) => string;
    unknownDate: string;
    finish: string;
  };
  /** How long a new phrase is to be. */
  readonly length: {
    title: string;
    lead: string;
    legend: string;
    option: (wordCount: WordCount) => string;
    hint: Partial<Record<WordCount, string>>;
    others: string;
    create: string;
    needs: string;
  };
  readonly restore: {
    offer: string;
    title: string;
    lead: string;
    ask: string;
    needs: string;
    instead: string;
    offerFile: string;
    /** Of a device that can make no wallet in either way. */
    neither: { title: string; lead: string };
  };
  /** Which addresses words open, without a wallet. */
  readonly identify: { offer: string; title: string; lead: string; ask: string };
  readonly rename: {
    title: string;
    lead: string;
    legend: string;
    keep: string;
    ask: string;
    keepAsk: string;
  };
}
