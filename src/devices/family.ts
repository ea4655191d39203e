/**
 * What a family of devices is that leads through its own set-up and says where it stands: how it is found, what its readings mean, and
 * what a person may ask of it. Pure, but for the client. What the page shows of it is in the family's folder of elements.
 */
import type { StartTimer } from '../transport/timer.ts';
import type { LinkKind, Transport } from '../transport/transport.ts';
import type { Step } from './steps.ts';

/** `silent`: an answer is out for longer than usual, and is still waited for. */
export type Sighting<Reading> =
  { readonly kind: 'reading'; readonly reading: Reading } | { readonly kind: 'silent' };

interface AskOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Every promise and iterable may fail with a `HostblindError`; `disconnected` and `timeout` end the transport. */
export interface FamilyClient<Reading> {
  /** The device's first reading; `undefined` when it is none of this family, so that the next one can ask. */
  probe(options?: AskOptions): Promise<Reading | undefined>;
  /** Yields the reading now and whenever it changes, and `silent` while an answer is late. Never ends by itself. */
  watch(options?: AskOptions): AsyncIterable<Sighting<Reading>>;
  /** Closes the open app. The device may disconnect. */
  quitApp(options?: AskOptions): Promise<void>;
}

/** How long a device of the family is given. */
export interface Patience {
  /** Between two attempts to reach a device that is away. */
  readonly retryMs: number;
  /** So many failures in a row, and not fewer, mean that the device is lost. */
  readonly strikesBeforeLost: number;
  /** That a device may be quiet while it computes, and that "keep waiting" grants. */
  readonly quietLimitMs: number;
}

/** `Seen`: what was seen of one device, as plain data without a field for a word. */
export interface Family<Seen, Reading> {
  /** Lower case and hyphens; names the family's screens. */
  readonly id: string;
  readonly patience: Patience;
  readonly connect: (
    transport: Transport,
    options: { readonly startTimer: StartTimer },
  ) => FamilyClient<Reading>;
  /** A device has answered for the first time. */
  readonly begin: (reading: Reading) => Seen;
  readonly next: (seen: Seen, reading: Reading) => Seen;
  /** What was said of the first device doesn't hold for the one that this reading is of. */
  readonly isAnother: (seen: Seen, reading: Reading) => boolean;
  /** The device was gone altogether, and what comes back may be another one. */
  readonly afterAbsence: (seen: Seen) => Seen;
  /** It may stop answering from here without being lost. */
  readonly mayGoQuiet: (seen: Seen) => boolean;
  /** It has its wallet: the person can leave. */
  readonly isDone: (seen: Seen) => boolean;
  /** It says of itself that it is a simulator (H10). */
  readonly isSimulator: (seen: Seen) => boolean;
  readonly step: (seen: Seen, view: GuidedView) => Step;
  /** Names the screen while the device leads, per step and not per word. */
  readonly screen: (seen: Seen) => string;
  /** The open app is asked to close; `undefined` where none is open, or it was asked already. */
  readonly askedToQuit: (seen: Seen) => Seen | undefined;
  readonly quitFailed: (seen: Seen) => Seen;
}

/**
 * `here`: it answers. `silent`: an answer is late and still waited for. `away`: the link broke; `strikes` counts the
 * failures in a row, and the session keeps trying whatever is shown.
 */
export type GuidedContact =
  | { readonly kind: 'here' }
  | { readonly kind: 'silent' }
  | {
      readonly kind: 'away';
      readonly strikes: number;
      readonly attempt: 'pause' | 'reopen' | 'identify';
      /** The person said that they keep waiting. */
      readonly patient: boolean;
      /** The time that a quiet device, or a patient person, is given is over. */
      readonly expired: boolean;
    };

/** What is shown: the guide; the same while the device is quiet because it computes; or that it is lost. */
export type GuidedView = 'guide' | 'quiet' | 'waiting' | 'lost';

/** One device of a family, as the family reads it. */
export interface Guided<Seen> {
  readonly link: LinkKind;
  /** Another device answered in the place of the one before. */
  readonly swapped: boolean;
  readonly seen: Seen;
  readonly contact: GuidedContact;
}

declare const sealed: unique symbol;

/** What only its family can read: the session passes it on. */
export interface SealedSeen {
  readonly [sealed]: 'seen';
}
export interface SealedReading {
  readonly [sealed]: 'reading';
}

/** A family as the session and the programs know it. */
export type AnyFamily = Family<SealedSeen, SealedReading>;

/** A device that leads, in a session. */
export interface GuidedState extends Guided<SealedSeen> {
  readonly kind: 'guided';
  readonly family: AnyFamily;
}

export interface FamilySeal<Seen, Reading> {
  readonly family: AnyFamily;
  /** What was seen of a device of this family; `undefined` for one of another family. */
  readonly open: (state: GuidedState) => Guided<Seen> | undefined;
  readonly seal: (device: Guided<Seen>) => GuidedState;
  readonly sealReading: (reading: Reading) => SealedReading;
}

/** Hides what a family's devices say from everybody else: the one place where the types of a family are taken away and given back. */
export function sealFamily<Seen, Reading>(parts: Family<Seen, Reading>): FamilySeal<Seen, Reading> {
  const family = parts as unknown as AnyFamily;
  return {
    family,
    open: (state) =>
      state.family === family ? { ...state, seen: state.seen as unknown as Seen } : undefined,
    seal: (device) => ({
      ...device,
      kind: 'guided',
      family,
      seen: device.seen as unknown as SealedSeen,
    }),
    sealReading: (reading) => reading as unknown as SealedReading,
  };
}

export function guidedView<Seen>(
  family: Pick<Family<Seen, never>, 'patience' | 'mayGoQuiet'>,
  { seen, contact }: Pick<Guided<Seen>, 'seen' | 'contact'>,
): GuidedView {
  if (contact.kind === 'here') return 'guide';
  const quiet = family.mayGoQuiet(seen);
  if (contact.kind === 'silent') return quiet ? 'quiet' : 'guide';
  if (contact.expired) return 'lost';
  if (quiet) return 'quiet';
  if (contact.patient) return 'waiting';
  return contact.strikes < family.patience.strikesBeforeLost ? 'guide' : 'lost';
}

/** Names the screen, for the focus and for the announcements. */
export function guidedScreen(state: GuidedState): string {
  const { family } = state;
  const view = guidedView(family, state);
  return `${family.id}:${view === 'guide' ? family.screen(state.seen) : view}`;
}
