/**
 * The app's own English texts, whole sentences, in one typed catalogue: a translation is a second object of this
 * type. What device and app say alike comes from `src/text/en/sentences.ts`.
 */
import type { Ending, Attested, WaitReason } from '../../session/state.ts';
import type { BackupState, Step } from '../../session/progress.ts';
import type { WordCount } from '../../protocol/public-state.ts';
import type { PageLinkKind } from '../../transport/transport.ts';

export interface NoticeText {
  readonly title: string;
  readonly body: readonly string[];
}

/** Marked in `index.html`: what stands there before the app does. */
export interface PageMessages {
  readonly title: string;
  readonly description: string;
  readonly noScript: string;
}

export interface Messages {
  readonly wordmark: string;
  readonly simulatorBadge: string;
  readonly simulatorFrameTitle: string;
  readonly footer: string;
  /** Once everything that the page may ever load is kept in the browser. */
  readonly footerOffline: string;
  readonly progressLabel: string;
  readonly steps: Record<Step, string>;
  readonly stepOf: (index: number, total: number, name: string) => string;
  readonly stepDone: string;
  readonly connection: { connected: string; connecting: string; lost: string; none: string };
  readonly welcome: {
    title: string;
    lead: string;
    points: readonly { title: string; body: string }[];
    useSimulator: string;
    useDevice: string;
    simulatorHint: string;
  };
  /** The backup of the wallet on the connected device, and of those on the devices that this browser remembers. */
  readonly backup: {
    readonly label: string;
    readonly states: Record<BackupState, string>;
    /** How many devices there are, and how many of them aren't backed up, failed their last check, or are due for one. */
    readonly remembered: (
      devices: number,
      of: { readonly unfinished: number; readonly failed: number; readonly unchecked: number },
    ) => string;
    readonly records: string;
  };
  /** While the code of a page is on its way. */
  readonly loading: NoticeText;
  readonly privacy: NoticeText & { next: string };
  readonly terms: NoticeText & { next: string };
  readonly back: string;
  readonly choose: {
    title: string;
    lead: string;
    links: Record<PageLinkKind, { title: string; body: string }>;
    noWebHid: string;
  };
  readonly problem: {
    noWebHid: NoticeText;
    permissionDenied: NoticeText;
    udevTitle: (file: string) => string;
    /** What to do depends on what doesn't answer: a simulator has no cable. */
    notFound: Record<PageLinkKind, NoticeText>;
    chooserBlocked: NoticeText;
  };
  readonly opening: Record<PageLinkKind, NoticeText> & { identify: NoticeText };
  readonly waiting: Record<WaitReason, NoticeText>;
  readonly refused: { title: string; retry: string };
  /** Said as long as the particulars are not there (`messages-proof.ts`). */
  readonly alarm: NoticeText & { forget: string };
  readonly unverified: NoticeText & { accept: string };
  readonly lost: {
    readonly device: NoticeText & { readonly long: string };
    readonly simulator: NoticeText & { readonly long: string };
    readonly frame: NoticeText & { readonly long: string };
    readonly reconnecting: string;
    readonly retry: string;
  };
  readonly swapped: string;
  /** The way to the page of blank forms; its own texts come with it. */
  readonly forms: { open: string; hint: string; loading: string };
  /** A known device has another wallet than before, or none. The reasons: `messages-wallet.ts`. */
  readonly wallet: Record<
    'changed' | 'gone' | 'before' | 'now' | 'none' | 'unfinished' | 'accept' | 'stop',
    string
  >;
  readonly chooseAnother: string;
  readonly cancel: string;
  readonly cancelling: string;
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
  readonly checking: NoticeText;
  readonly lookAtDevice: string;
  readonly attached: string;
  readonly after: Record<Ending, string>;
  readonly buttons: { title: string; left: string; right: string; both: string; unused: string };
  readonly drawing: string;
  readonly panel: {
    title: string;
    before: string;
    firmware: (version: string) => string;
    proof: Record<Attested, string>;
  };
  readonly wordProgress: (position: number, total: number) => string;
  readonly triesLeft: (count: number) => string;
  /** The counterpart of a forgotten password. */
  readonly forgottenPin: NoticeText;
  readonly resting: { locked: NoticeText; unfinished: NoticeText };
  readonly again: string;
  readonly goOn: string;
  readonly readingWallet: NoticeText;
  readonly backedUp: {
    title: string;
    lead: string;
    known: string;
    walletId: string;
    date: string;
    device: string;
    words: string;
    wordCount: (count: number) => string;
    unknownDate: string;
    simulator: (model: string) => string;
    simulatorOnly: string;
    keepTitle: string;
    keep: readonly string[];
    finish: string;
  };
}
