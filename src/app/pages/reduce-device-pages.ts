/** The pages that a person walks through without the device: what can be done with a wallet, and two questions. */
import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import { isWordCount } from '../../protocol/public-state.ts';
import { isCheckRange } from '../../devices/hostblind/entropy-check/entropy-outcome.ts';
import type { ChosenFile, QuizStep, SettingsPage } from '../../elements/shared/page-events.ts';
import { isPresetName } from '../../protocol/device-names.ts';
import {
  canDo,
  hasOpenWallet,
  offersCopies,
  offersSettings,
  offersSigning,
  type Wish,
} from '../../session/offers.ts';
import { isSigning } from '../../session/progress.ts';
import type { DeviceFacts, Session } from '../../session/state.ts';
import {
  devicePage,
  emptyDevicePage,
  signingPage,
  type AppEvent,
  type AppState,
  type FilePage,
  type LengthPage,
  type Page,
  type Quiz,
  type ReducedApp,
  type Settings,
} from './pages.ts';
import { pass } from './follow-session.ts';

/** What a page asks the device for, by its name. */
const ceremonyOfPage = {
  rename: 'rename',
  wipe: 'wipe',
  'check-file': 'check-file',
} as const satisfies Partial<Record<SettingsPage, CeremonyKind>>;

function isOffered(device: DeviceFacts, page: SettingsPage): boolean {
  if (page === 'menu' || page === 'records') return true;
  return page === 'copies' ? offersCopies(device) : canDo(device, ceremonyOfPage[page]);
}

function settings(page: SettingsPage): Settings {
  return { kind: 'settings', page, chosen: undefined, file: undefined };
}

/**
 * What the page that is shown asks the device for, filled with what was chosen on it; `undefined` when it is not
 * about that. Reveal comes after the two questions, and wipe after the page that says what is lost.
 */
function wishOf(page: Page, ceremony: CeremonyKind): Wish | undefined {
  switch (page.kind) {
    case 'choose-length':
      return page.purpose === ceremony ? wishForWords(page) : undefined;
    case 'choose-file':
      return wishWithFile(page.file, ceremony, 'restore-file');
    case 'quiz':
      return page.step === 'done' && ceremony === 'reveal' ? { kind: ceremony } : undefined;
    case 'settings':
      return wishOfSettings(page, ceremony);
    // The end of a backup leads on to the proof that it opens what it should.
    case 'celebration':
      return ceremony === 'addresses' ? { kind: ceremony } : undefined;
    case 'device':
      return isRepeated(ceremony) ? { kind: ceremony } : undefined;
    default:
      return undefined;
  }
}

/** What is asked of the device again right where it ended, with nothing to choose before. */
type Repeated = CeremonyKind & ('check' | 'change-pin' | 'seed-qr' | 'backup-file' | 'addresses');

const repeated: ReadonlySet<CeremonyKind> = new Set<Repeated>([
  'check',
  'change-pin',
  'seed-qr',
  'backup-file',
  'addresses',
]);

const isRepeated = (ceremony: CeremonyKind): ceremony is Repeated => repeated.has(ceremony);

function wishOfSettings({ page, chosen, file }: Settings, ceremony: CeremonyKind): Wish | undefined {
  switch (page) {
    case 'menu':
      return ceremony === 'check' || ceremony === 'change-pin' ? { kind: ceremony } : undefined;
    case 'copies':
      return ceremony === 'backup-file' || ceremony === 'seed-qr' ? { kind: ceremony } : undefined;
    case 'check-file':
      return wishWithFile(file, ceremony, page);
    case 'wipe':
      return ceremony === page ? { kind: page } : undefined;
    case 'rename':
      return ceremony === page && chosen !== undefined ? { kind: page, name: chosen } : undefined;
    case 'records':
      return undefined;
  }
}

function wishWithFile(
  file: ChosenFile | undefined,
  asked: CeremonyKind,
  kind: 'check-file' | 'restore-file',
): Wish | undefined {
  return asked === kind && file !== undefined ? { kind, file: file.bytes } : undefined;
}

function wishForWords({ purpose, wordCount, options }: LengthPage): Wish {
  if (purpose !== 'create') return { kind: purpose, wordCount };
  return { kind: purpose, wordCount, dice: options?.dice, range: options?.range };
}

function nextStep(step: QuizStep): QuizStep {
  return step === 'start' ? 0 : step === 0 ? 1 : 'done';
}

/** `undefined` for an event that is not about the page that is shown. */
export function reduceDevicePages(
  state: AppState,
  session: Session,
  event: AppEvent,
): ReducedApp | undefined {
  const { page } = state;
  if (event.kind === 'ask') {
    const wish = wishOf(page, event.ceremony);
    return wish === undefined ? undefined : pass(state, { kind: 'start', wish });
  }
  switch (page.kind) {
    case 'choose-length':
      return onLength(state, page, session, event);
    case 'choose-file':
      return onRestoreFile(state, page, session, event);
    case 'settings':
      return onSettings(state, page, session, event);
    case 'quiz':
      return onQuiz(state, page, event);
    case 'sign-message':
      return event.kind === 'back' ? leaveSigning(state, session) : undefined;
    default:
      return onDevicePage(state, session, event);
  }
}

/** From the wallet, or from the end of a ceremony with it. */
function onDevicePage(state: AppState, session: Session, event: AppEvent): ReducedApp | undefined {
  const { task, device } = session;
  if (!hasOpenWallet(session)) return undefined;
  if (event.kind === 'next' && state.page.kind === 'celebration') return show(state, devicePage);
  if (event.kind === 'open-quiz') return canDo(device, 'reveal') ? openQuiz(state, true) : undefined;
  if (task.kind === 'backed-up' && event.kind === 'open-signing')
    return offersSigning(device) ? show(state, signingPage) : undefined;
  if (task.kind === 'backed-up' && event.kind === 'open-settings') return openSettings(state, session);
  if (event.kind !== 'open-page' || !isOffered(device, event.page)) return undefined;
  return show(state, { ...settings(event.page), fromHome: true });
}

/** Whatever was written or signed is gone with the page. Before the device has answered, nobody leaves. */
function leaveSigning(state: AppState, session: Session): ReducedApp | undefined {
  if (isSigning(session)) return undefined;
  return pass({ ...state, page: devicePage }, { kind: 'end-signing' });
}

function openQuiz(state: AppState, fromHome?: true): ReducedApp {
  const quiz: Quiz = { kind: 'quiz', step: 'start', order: [true, true], answered: undefined, fromHome };
  return [{ ...state, page: quiz }, [{ kind: 'draw-quiz' }]];
}

function show(state: AppState, page: Page): ReducedApp {
  return [{ ...state, page }, []];
}

function openSettings(state: AppState, { device }: Session): ReducedApp | undefined {
  if (!offersSettings(device)) return undefined;
  const [asked, effects] = pass(state, { kind: 'read-name' });
  return [{ ...asked, page: settings('menu') }, effects];
}

function onLength(
  state: AppState,
  page: LengthPage,
  { device }: Session,
  event: AppEvent,
): ReducedApp | undefined {
  switch (event.kind) {
    case 'set-length':
      return isWordCount(event.wordCount) ? show(state, { ...page, wordCount: event.wordCount }) : undefined;
    case 'set-options': {
      const { range, dice } = event.options;
      const offered = device.capabilities.includes('entropy-check') && isCheckRange(range);
      return offered ? show(state, { ...page, options: { range, dice } }) : undefined;
    }
    case 'show-all-lengths':
      return show(state, { ...page, allLengths: true });
    case 'set-purpose':
      return canDo(device, event.purpose) ? show(state, { ...page, purpose: event.purpose }) : undefined;
    case 'open-restore-file':
      return canDo(device, 'restore-file')
        ? show(state, { kind: 'choose-file', file: undefined })
        : undefined;
    default:
      return undefined;
  }
}

function onRestoreFile(
  state: AppState,
  page: FilePage,
  { device }: Session,
  event: AppEvent,
): ReducedApp | undefined {
  switch (event.kind) {
    case 'choose-file':
      return show(state, { ...page, file: event.file });
    case 'back':
      return show(state, emptyDevicePage(device, state.intent));
    default:
      return undefined;
  }
}

function onSettings(
  state: AppState,
  shown: Settings,
  { device }: Session,
  event: AppEvent,
): ReducedApp | undefined {
  const { page } = shown;
  switch (event.kind) {
    case 'open-page':
      if (!isOffered(device, event.page)) return undefined;
      return show(state, { ...settings(event.page), fromHome: shown.fromHome });
    case 'choose-name':
      if (page !== 'rename' || (event.name !== undefined && !isPresetName(event.name))) return undefined;
      return show(state, { ...shown, chosen: event.name });
    case 'choose-file':
      return page === 'check-file' ? show(state, { ...shown, file: event.file }) : undefined;
    case 'open-quiz':
      return page === 'menu' && canDo(device, 'reveal') ? openQuiz(state) : undefined;
    case 'back':
      if (page === 'check-file') return show(state, { ...settings('copies'), fromHome: shown.fromHome });
      return show(state, page === 'menu' || shown.fromHome === true ? devicePage : settings('menu'));
    default:
      return undefined;
  }
}

function onQuiz(state: AppState, page: Quiz, event: AppEvent): ReducedApp | undefined {
  const { step, answered } = page;
  switch (event.kind) {
    case 'quiz-drawn':
      return step === 'start' ? show(state, { ...page, order: event.order }) : undefined;
    case 'answer':
      if (typeof step !== 'number' || answered !== undefined) return undefined;
      return show(state, { ...page, answered: event.right ? 'right' : 'wrong' });
    case 'next':
      if (answered === 'wrong') return show(state, { ...page, answered: undefined });
      if (step === 'done' || (step !== 'start' && answered === undefined)) return undefined;
      return show(state, { ...page, step: nextStep(step), answered: undefined });
    case 'back':
      return show(state, page.fromHome === true ? devicePage : settings('menu'));
    default:
      return undefined;
  }
}
