/** What is said of the wallet on a device, and of what was just done with it. */
import type { NoticeText } from './app.ts';

export interface WalletMessages {
  readonly save: {
    again: string;
    retry: string;
    /** Of the file; `write` asks for it on the paper. */
    name: string;
    write: string;
  };
  /** Shown while a page is fetched. */
  readonly loading: string;
  readonly noted: (date: string) => string;
  /** Of a wallet that came back just now. `same` and `none` are said once it was compared, or can't be. */
  readonly restored: {
    title: string;
    ask: string;
    same: string;
    none: string;
  };
  /** Of a wallet whose paper didn't fit. `other…`: its ID isn't the one on the form. */
  readonly doubt: {
    title: string;
    lead: (date: string | undefined) => string;
    otherTitle: string;
    otherLead: string;
    show: string;
    check: string;
  };
  readonly tryAgain: string;
  readonly wipe: NoticeText & { ask: string; keep: string };
}
