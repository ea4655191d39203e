/**
 * The app's own English texts, whole sentences, in one typed catalogue: a translation is a second object of this
 * type. What device and app say alike comes from `src/text/en/sentences.ts`.
 */
import type { Ending, WaitReason } from '../../session/state.ts';
import type { BackupState, Step } from '../../session/progress.ts';
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
  /** The page itself holds the English one: it is said where no language loads. */
  readonly notLoaded: string;
}

export interface Messages {
  readonly wordmark: string;
  /** A device, by the name that the person gave it. */
  readonly deviceCalled: (name: string) => string;
  /** By what is known: the device is one, or it's reached as simulators are. */
  readonly simulatorBadge: Record<'device' | 'link', string>;
  readonly simulatorFrameTitle: string;
  readonly footer: string;
  /** Once everything that the page may ever load is kept in the browser. */
  readonly footerOffline: string;
  /** The ways to the pages over whatever is shown; `asideLoading` stands in the place of one that is on its way. */
  readonly asides: Record<'preferences' | 'help', string>;
  readonly asideLoading: string;
  /** Where the browser can. */
  readonly install: string;
  /** Of this app; using it loads the page again. */
  readonly newVersion: Record<'ready' | 'otherPages' | 'use', string>;
  readonly progressLabel: string;
  readonly steps: Record<Step, string>;
  readonly stepOf: (index: number, total: number, name: string) => string;
  readonly stepDone: string;
  readonly connection: { connected: string; connecting: string; lost: string; none: string };
  readonly welcome: {
    title: string;
    lead: string;
    points: readonly { title: string; body: string }[];
    /** The ways in, side by side. */
    choices: Record<'create' | 'restore' | 'try', { title: string; body: string }>;
    /** For a device that has a wallet already. */
    manage: string;
    noUsb: NoticeText;
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
  /** The device on this page ended with the page, and a wallet with it. */
  readonly frameEnded: NoticeText;
  /** Asked before a device is let go by the browser's Back. */
  readonly leave: {
    title: string;
    /** By what is lost: a device on this page, or nothing. */
    body: Record<'frame' | 'device', string>;
    leave: string;
    stay: string;
  };
  /** The code of a page didn't arrive. */
  readonly loadFailed: NoticeText & { retry: string };
  /** Shown once a browser, before anything else. */
  readonly introduction: {
    title: string;
    points: Record<'privacy' | 'terms' | 'pin' | 'words', { title: string; body: string }>;
    /** The person ticks that they understood; `missing`: they didn't, and want to continue. */
    tick: string;
    missing: string;
    next: string;
  };
  /** While a file is dragged over the page, and where one is chosen. */
  readonly dropFile: string;
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
  /** Said as long as the particulars are not there (`en/proof.ts`). */
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
  /** Takes back what another program asks on the device. */
  readonly withdraw: string;
  readonly cancelling: string;
  readonly checking: NoticeText;
  readonly lookAtDevice: string;
  readonly attached: string;
  /** Above its PIN: why it asks for it again. */
  readonly lockedItself: string;
  readonly after: Record<Ending, string>;
  readonly panel: {
    title: string;
    before: string;
    firmware: (version: string) => string;
  };
  readonly wordProgress: (position: number, total: number) => string;
  readonly triesLeft: (count: number) => string;
  readonly resting: { locked: NoticeText; unfinished: NoticeText };
  readonly again: string;
  readonly goOn: string;
  readonly readingWallet: NoticeText;
  readonly backedUp: {
    title: string;
    lead: string;
    known: string;
  };
}
