/** The pages that a person walks through without the device: what can be done with a wallet, and two questions. */
import type { CeremonyKind, CeremonyRequest } from '../protocol/ceremonies.ts';
import type { Capability } from '../protocol/commands/info.ts';
import { isWordCount } from '../protocol/public-state.ts';
import { isCheckRange } from '../signer/entropy-outcome.ts';
import { isPresetName } from './device-names.ts';
import type { CeremonyEvent, Reduced } from './events.ts';
import type {
  CeremonyState,
  ChosenFile,
  DeviceFacts,
  KnownWallet,
  QuizStep,
  Session,
  SettingsPage,
  Task,
} from './state.ts';

export const chooseLength: Extract<Task, { kind: 'choose-length' }> = {
  kind: 'choose-length',
  purpose: 'create',
  wordCount: 24,
  allLengths: false,
};

/** What "Security & privacy" holds, in its order. */
export const settingsCeremonies = [
  'reveal',
  'check',
  'change-pin',
  'rename',
  'wipe',
] as const satisfies readonly (CeremonyKind & Capability)[];
export type SettingsCeremony = (typeof settingsCeremonies)[number];

/** What the firmware of this device can do; an older one can do nothing of it. */
export function settingsOf({ capabilities }: Pick<DeviceFacts, 'capabilities'>): readonly SettingsCeremony[] {
  return settingsCeremonies.filter((ceremony) => capabilities.includes(ceremony));
}

/** Whether there is anything to see on the page of copies. */
export function offersCopies({ capabilities }: Pick<DeviceFacts, 'capabilities'>): boolean {
  return capabilities.includes('backup-file') || capabilities.includes('seed-qr');
}

/** Whether the device can do a ceremony; the three of the backup file come together. */
function canDo({ capabilities }: Pick<DeviceFacts, 'capabilities'>, ceremony: CeremonyKind): boolean {
  const needed = ceremony === 'check-file' || ceremony === 'restore-file' ? 'backup-file' : ceremony;
  return capabilities.includes(needed);
}

type Settings = Extract<Task, { kind: 'settings' }>;

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

function settings(wallet: KnownWallet, particulars: Partial<Settings> = {}): Task {
  return {
    kind: 'settings',
    page: 'menu',
    wallet,
    name: undefined,
    chosen: undefined,
    file: undefined,
    ...particulars,
  };
}

/**
 * What the page that is shown asks the device for, filled with what was chosen on it; `undefined` when it is not
 * about that. Reveal comes after the two questions, and wipe after the page that says what is lost.
 */
export function requestOf({ task, device }: Session, ceremony: CeremonyKind): CeremonyRequest | undefined {
  if (!canDo(device, ceremony)) return undefined;
  switch (task.kind) {
    case 'choose-length':
      return task.purpose === ceremony ? requestAnew(task, device) : undefined;
    case 'choose-file':
      return requestWithFile(task.file, ceremony, 'restore-file');
    case 'quiz':
      return task.step === 'done' && ceremony === 'reveal' ? { kind: ceremony } : undefined;
    case 'settings':
      if (task.page === 'menu')
        return ceremony === 'check' || ceremony === 'change-pin' ? { kind: ceremony } : undefined;
      if (task.page === 'records') return undefined;
      if (task.page === 'copies')
        return ceremony === 'backup-file' || ceremony === 'seed-qr' ? { kind: ceremony } : undefined;
      if (task.page === 'check-file') return requestWithFile(task.file, ceremony, task.page);
      if (ceremonyOfPage[task.page] !== ceremony) return undefined;
      if (ceremony === 'wipe') return { kind: ceremony };
      return task.chosen === undefined ? undefined : { kind: 'rename', name: task.chosen };
    default:
      return undefined;
  }
}

function requestWithFile(
  file: ChosenFile | undefined,
  asked: CeremonyKind,
  kind: 'check-file' | 'restore-file',
): CeremonyRequest | undefined {
  return asked === kind && file !== undefined ? { kind, file: file.bytes } : undefined;
}

/** A new wallet is always checked where the device can be: nobody has to ask for it. */
function requestAnew(
  { purpose, wordCount, options }: Extract<Task, { kind: 'choose-length' }>,
  { capabilities }: DeviceFacts,
): CeremonyRequest {
  if (purpose === 'restore' || !capabilities.includes('entropy-check')) return { kind: purpose, wordCount };
  return { kind: purpose, wordCount, entropyCheck: true, ...(options?.dice === true ? { dice: true } : {}) };
}

function show(session: Session, task: Task): Reduced<CeremonyState> {
  return [{ kind: 'connected', session: { ...session, task } }, []];
}

function nextStep(step: QuizStep): QuizStep {
  return step === 'start' ? 0 : step === 0 ? 1 : 'done';
}

/** `undefined` for an event that means nothing on the page that is shown. */
export function reducePages(session: Session, event: CeremonyEvent): Reduced<CeremonyState> | undefined {
  switch (session.task.kind) {
    case 'choose-length':
      return onLength(session, session.task, event);
    case 'choose-file':
      return onRestoreFile(session, event);
    case 'backed-up':
      if (event.kind !== 'open-settings' || settingsOf(session.device).length === 0) return undefined;
      return [
        { kind: 'connected', session: { ...session, task: settings(session.task.wallet) } },
        session.device.capabilities.includes('rename') ? [{ kind: 'read-name' }] : [],
      ];
    case 'settings':
      return onSettings(session, session.task, event);
    case 'quiz':
      return onQuiz(session, session.task, event);
    default:
      return undefined;
  }
}

function onLength(
  session: Session,
  task: Extract<Task, { kind: 'choose-length' }>,
  event: CeremonyEvent,
): Reduced<CeremonyState> | undefined {
  switch (event.kind) {
    case 'set-length':
      return isWordCount(event.wordCount)
        ? show(session, { ...task, wordCount: event.wordCount })
        : undefined;
    case 'set-options': {
      const { range, dice } = event.options;
      const offered = session.device.capabilities.includes('entropy-check') && isCheckRange(range);
      return offered ? show(session, { ...task, options: { range, dice } }) : undefined;
    }
    case 'show-all-lengths':
      return show(session, { ...task, allLengths: true });
    case 'set-purpose':
      return session.device.capabilities.includes(event.purpose)
        ? show(session, { ...task, purpose: event.purpose })
        : undefined;
    case 'open-restore-file':
      return canDo(session.device, 'restore-file')
        ? show(session, { kind: 'choose-file', file: undefined })
        : undefined;
    default:
      return undefined;
  }
}

function onRestoreFile(session: Session, event: CeremonyEvent): Reduced<CeremonyState> | undefined {
  switch (event.kind) {
    case 'choose-file':
      return show(session, { kind: 'choose-file', file: event.file });
    case 'back':
      return show(session, chooseLength);
    default:
      return undefined;
  }
}

function onSettings(
  session: Session,
  task: Settings,
  event: CeremonyEvent,
): Reduced<CeremonyState> | undefined {
  const { wallet, page, name } = task;
  const offered = settingsOf(session.device);
  switch (event.kind) {
    case 'name-read':
      return show(session, { ...task, name: event.name });
    case 'open-page':
      if (!isOffered(session.device, event.page)) return undefined;
      return show(session, settings(wallet, { page: event.page, name }));
    case 'choose-name':
      if (page !== 'rename' || (event.name !== undefined && !isPresetName(event.name))) return undefined;
      return show(session, { ...task, chosen: event.name });
    case 'choose-file':
      return page === 'check-file' ? show(session, { ...task, file: event.file }) : undefined;
    case 'open-quiz':
      if (page !== 'menu' || !offered.includes('reveal')) return undefined;
      return [
        {
          kind: 'connected',
          session: {
            ...session,
            task: { kind: 'quiz', wallet, step: 'start', order: [true, true], answered: undefined },
          },
        },
        [{ kind: 'draw-quiz' }],
      ];
    case 'back':
      if (page === 'menu') return show(session, { kind: 'backed-up', wallet });
      return show(session, settings(wallet, { name, page: page === 'check-file' ? 'copies' : 'menu' }));
    default:
      return undefined;
  }
}

function onQuiz(
  session: Session,
  task: Extract<Task, { kind: 'quiz' }>,
  event: CeremonyEvent,
): Reduced<CeremonyState> | undefined {
  const { step, answered } = task;
  switch (event.kind) {
    case 'quiz-drawn':
      return step === 'start' ? show(session, { ...task, order: event.order }) : undefined;
    case 'answer':
      if (typeof step !== 'number' || answered !== undefined) return undefined;
      return show(session, { ...task, answered: event.right ? 'right' : 'wrong' });
    case 'next':
      if (answered === 'wrong') return show(session, { ...task, answered: undefined });
      if (step === 'done' || (step !== 'start' && answered === undefined)) return undefined;
      return show(session, { ...task, step: nextStep(step), answered: undefined });
    case 'back':
      return show(session, settings(task.wallet));
    default:
      return undefined;
  }
}
