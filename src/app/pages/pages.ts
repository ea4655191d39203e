/** The pages of this app, over a device session that knows none of them. Plain data. */
import type { ErrorCode } from '../../protocol/errors.ts';
import type { WordCount } from '../../protocol/public-state.ts';
import type {
  Aside,
  ChosenFile,
  CreateOptions,
  Intent,
  PageEvent,
  Purpose,
  QuizOrder,
  QuizStep,
  SettingsPage,
} from '../../elements/shared/page-events.ts';
import type { PresetName } from '../../protocol/device-names.ts';
import type { Effect, SessionEvent } from '../../session/events.ts';
import { initialState, type DeviceFacts, type SessionState } from '../../session/state.ts';
import type { LinkKind } from '../../transport/transport.ts';

/** The pages before a device is opened. */
export type FirstPage =
  | { readonly kind: 'welcome' }
  /** What must be known before, once a browser. */
  | { readonly kind: 'introduction'; readonly intent: Intent }
  /** `link`: the way that had the problem. What to do depends on it. */
  | {
      readonly kind: 'choose';
      readonly problem: ErrorCode | undefined;
      readonly link?: LinkKind | undefined;
    };

/** For a device without a wallet: the person chooses how many words. */
export interface LengthPage {
  readonly kind: 'choose-length';
  readonly purpose: Purpose;
  readonly wordCount: WordCount;
  readonly allLengths: boolean;
  /** Absent: as usual. */
  readonly options?: CreateOptions | undefined;
}

/** For a device without a wallet: the person chooses a backup file to restore from. */
export interface FilePage {
  readonly kind: 'choose-file';
  readonly file: ChosenFile | undefined;
}

/** `chosen` is what the device is to be called, `file` what is to be checked. */
export interface Settings {
  readonly kind: 'settings';
  readonly page: SettingsPage;
  readonly chosen: PresetName | undefined;
  readonly file?: ChosenFile | undefined;
  /** Opened from the device's home: back leads there. */
  readonly fromHome?: true | undefined;
}

/** `answered` is the answer to the question of this step, for as long as its explanation is shown. */
export interface Quiz {
  readonly kind: 'quiz';
  readonly step: QuizStep;
  readonly order: QuizOrder;
  readonly answered: 'right' | 'wrong' | undefined;
  /** Opened from the device's home, or from how a ceremony ended. */
  readonly fromHome?: true | undefined;
}

export type Page =
  | FirstPage
  /** What this computer keeps, seen without a device; `from` is where the person goes back to. */
  | { readonly kind: 'records'; readonly from: FirstPage }
  /** The code for what was asked for on `from` is on its way, or didn't arrive. */
  | { readonly kind: 'loading'; readonly from: Page; readonly failed: boolean }
  /** A message is written, signed on the device, and its signature shown. Where that is, the session knows. */
  | { readonly kind: 'sign-message' }
  /** The end of the way to a backup, shown once. */
  | { readonly kind: 'celebration' }
  /** The person went back from a device to a page before it: whether they mean it. */
  | { readonly kind: 'leave'; readonly to: FirstPage }
  /** What the session is about. */
  | { readonly kind: 'device' }
  | LengthPage
  | FilePage
  | Settings
  | Quiz;

export interface AppState {
  readonly session: SessionState;
  readonly page: Page;
  /** Over the page, which goes on behind it. */
  readonly aside?: Aside | undefined;
  /** Absent: what most people want. */
  readonly intent?: Intent | undefined;
  /** The wallet whose celebration was shown, 32 hexadecimal digits: it's shown once. */
  readonly celebrated?: string | undefined;
  /** A device on the page ended with the page before this one, and its wallet with it. */
  readonly frameEnded?: true | undefined;
  /** The introduction was read in this browser, and agreed to. */
  readonly introduced?: true | undefined;
}

export type AppEvent =
  | SessionEvent
  | PageEvent
  | { readonly kind: 'quiz-drawn'; readonly order: QuizOrder }
  /** The person went through the browser's history, to a page that was shown before. */
  | { readonly kind: 'go'; readonly page: Page };

export type AppEffect =
  | Effect
  /** Draws in which order the answers of the two questions stand. */
  | { readonly kind: 'draw-quiz' }
  | { readonly kind: 'keep-introduced' };

export type ReducedApp = readonly [AppState, readonly AppEffect[]];

export const initialApp: AppState = { session: initialState, page: { kind: 'welcome' } };

export const devicePage: Page = { kind: 'device' };

export const signingPage: Page = { kind: 'sign-message' };

export const newWalletPage: LengthPage = {
  kind: 'choose-length',
  purpose: 'create',
  wordCount: 24,
  allLengths: false,
};

/** What a person can do with a device without a wallet, as far as it can: what they came for, or a new one. */
export function emptyDevicePage(
  { capabilities }: Pick<DeviceFacts, 'capabilities'>,
  intent?: Intent,
): LengthPage {
  const wanted = intent === 'restore' && capabilities.includes('restore');
  return capabilities.includes('create') && !wanted
    ? newWalletPage
    : { ...newWalletPage, purpose: 'restore' };
}

export function isFirstPage(page: Page): page is FirstPage {
  return ['welcome', 'introduction', 'choose'].includes(page.kind);
}
