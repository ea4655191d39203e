/** The pages of this app, over a device session that knows none of them. Plain data. */
import type { ErrorCode } from '../../protocol/errors.ts';
import type { WordCount } from '../../protocol/public-state.ts';
import type {
  ChosenFile,
  CreateOptions,
  PageEvent,
  Purpose,
  QuizOrder,
  QuizStep,
  SettingsPage,
} from '../../elements/shared/page-events.ts';
import type { PresetName } from '../../protocol/device-names.ts';
import type { Effect, SessionEvent } from '../../session/events.ts';
import { initialState, type SessionState } from '../../session/state.ts';
import type { LinkKind } from '../../transport/transport.ts';

/** The pages before a device is opened. */
export type FirstPage =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'privacy'; readonly intended: LinkKind | undefined }
  | { readonly kind: 'terms'; readonly intended: LinkKind | undefined }
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
}

/** `answered` is the answer to the question of this step, for as long as its explanation is shown. */
export interface Quiz {
  readonly kind: 'quiz';
  readonly step: QuizStep;
  readonly order: QuizOrder;
  readonly answered: 'right' | 'wrong' | undefined;
}

export type Page =
  | FirstPage
  /** What this computer keeps, seen without a device; `from` is where the person goes back to. */
  | { readonly kind: 'records'; readonly from: FirstPage }
  /** What the session is about. */
  | { readonly kind: 'device' }
  | LengthPage
  | FilePage
  | Settings
  | Quiz;

export interface AppState {
  readonly session: SessionState;
  readonly page: Page;
}

export type AppEvent = SessionEvent | PageEvent | { readonly kind: 'quiz-drawn'; readonly order: QuizOrder };

export type AppEffect =
  | Effect
  /** Draws in which order the answers of the two questions stand. */
  | { readonly kind: 'draw-quiz' };

export type ReducedApp = readonly [AppState, readonly AppEffect[]];

export const initialApp: AppState = { session: initialState, page: { kind: 'welcome' } };

export const devicePage: Page = { kind: 'device' };

export const newWalletPage: LengthPage = {
  kind: 'choose-length',
  purpose: 'create',
  wordCount: 24,
  allLengths: false,
};

export function isFirstPage(page: Page): page is FirstPage {
  return ['welcome', 'privacy', 'terms', 'choose'].includes(page.kind);
}
