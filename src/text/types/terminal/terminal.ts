/** What `hostblind` says in a terminal, beside the sentences that it shares with device and app. */
import type {
  AttestationResult,
  RootsProblem,
} from '../../../devices/hostblind/attestation/attestation-outcome.ts';
import type { DeviceKind, DeviceMake } from '../../../protocol/device-make.ts';
import type { EntropyProof } from '../../../records/book.ts';
import type { UnprovenReason } from '../../../session/state.ts';
import type { AlarmReason } from '../../../session/trust/alarm.ts';

type Exit =
  | 'done'
  | 'fault'
  | 'usage'
  | 'noDevice'
  | 'notAllowed'
  | 'notFinished'
  | 'notNow'
  | 'link'
  | 'doNotUse'
  | 'outputLost'
  | 'notConforming'
  | 'notMatching'
  | 'badFile'
  | 'interrupted';

/** What stands before a value. */
type Label =
  | 'device'
  | 'kind'
  | 'firmware'
  | 'deviceId'
  | 'can'
  | 'proof'
  | 'name'
  | 'walletId'
  | 'wallet'
  | 'tries'
  | 'backup'
  | 'backedUp'
  | 'checked'
  | 'checks'
  | 'known'
  | 'lastSeen'
  | 'file'
  | 'address'
  | 'signature';

/** Of a signature, from the app that is opened to the check of what comes back. */
type SigningMoment = 'opening' | 'consent' | 'reading' | 'finishing';

export interface TerminalMessages {
  readonly exits: Readonly<Record<Exit, string>>;
  readonly notes: Readonly<
    Record<
      | 'simulator'
      | 'simulator-link'
      | 'unknown-maker'
      | 'self-built'
      | 'cannot-prove'
      | 'not-checked'
      | 'back'
      | 'other-device'
      | 'not-kept'
      | 'locked'
      | 'busy'
      | 'asked',
      string
    >
  >;
  readonly labels: Readonly<Record<Label, string>>;
  /** `state`: of its backup. `locked`: the device is. */
  readonly walletState: (state: string, locked: boolean) => string;
  /** What the entropy check proved, and how likely a cheat was to get through. */
  readonly proven: (proof: EntropyProof) => readonly string[];
  /** A check without a result. `count`: the checks in a row that led to no wallet, with this one. */
  readonly unfinished: (reason: UnprovenReason, count: number) => string;
  /** What a device did that no honest one does. */
  readonly alarm: (reason: AlarmReason) => string;
  /** `why`: an `alarm`. */
  readonly doNotUse: (why: string) => string;
  /** Of a device whose wallet isn't the one that this computer knows: what to do. */
  readonly changed: readonly string[];
  readonly kinds: Readonly<Record<DeviceKind, string>>;
  /** `vouched`: by somebody else than the device. */
  readonly make: (make: Pick<DeviceMake, 'maker' | 'product'>, vouched: boolean) => string;
  /** What a device says of itself. */
  readonly claims: (make: Pick<DeviceMake, 'maker' | 'product'>) => string;
  /** `undefined`: it can't prove what it is. */
  readonly attested: (proof: AttestationResult | undefined) => string;
  readonly links: Readonly<Record<'process' | 'tcp', (kind: DeviceKind) => string>>;
  /** What is wrong with a command line. */
  readonly usage: {
    readonly choose: (what: string, given: string, choices: readonly (string | number)[]) => string;
    readonly port: (given: string) => string;
    /** `highest`: the last account that there can be. */
    readonly account: (given: string, highest: number) => string;
    /** `longest`: bytes. */
    readonly message: (longest: number) => string;
    readonly looksLikePhrase: string;
    readonly commandNeeded: (commands: readonly string[]) => string;
    readonly oneCommand: (more: readonly string[]) => string;
    readonly notWith: (flag: string, other: string) => string;
    readonly fileNeeded: (flag: string) => string;
    readonly programNeeded: (flag: string) => string;
    readonly onlyWith: (flag: string, others: readonly string[]) => string;
    readonly notFor: (flag: string, command: string) => string;
    /** `what`: such as FILE. */
    readonly argumentNeeded: (command: string, what: string) => string;
    /** Nobody can be asked here. */
    readonly sayYes: (command: string) => string;
  };
  /** What is wrong with a file of makers' roots. */
  readonly roots: {
    readonly problem: (file: string, problem: RootsProblem) => string;
    /** By the system's code, such as ENOENT. */
    readonly unreadable: (file: string, code: string) => string;
  };
  readonly signing: {
    /** What is under way, and what to do on the device. */
    readonly steps: Readonly<Record<SigningMoment, string>>;
    /** Of a signature that was checked. */
    readonly checked: string;
    /** By the system's code, such as EISDIR. */
    readonly unreadable: (code: string) => string;
  };
  readonly cancelled: string;
  readonly nothingToCancel: string;
  readonly noDevice: string;
  /** Ctrl-C, where no ceremony of this program was under way. */
  readonly stopped: string;
  readonly seeHelp: string;
  readonly unknownFault: string;
  /** Above the rules. */
  readonly udevRule: (file: string) => string;
  readonly startSimulator: string;
  /** By the system's code, such as ENOSPC. */
  readonly outputLost: (code: string) => string;
  readonly otherService: (where: string, mayBeOff: boolean) => string;
  readonly portPrinted: (name: 'apdu' | 'wire') => string;
  /** At a question, after anything else than an answer. */
  readonly keys: string;
  /** Checks of the randomness in a row that led to no wallet. */
  readonly unfinishedChecks: (count: number) => string;
  /** What this computer remembers of a device. */
  readonly acquainted: {
    /** By its key. `since`: a day. */
    readonly known: (since: string) => string;
    readonly new: string;
    /** It doesn't prove which device it is, so nothing is kept of it. */
    readonly unproven: string;
  };
  readonly records: {
    /** The place where they are kept; `undefined`: nowhere. */
    readonly place: (file: string | undefined) => string;
    readonly allChecked: string;
    /** What was done, and how it ended. */
    readonly ceremony: (what: string, ended: string) => string;
    /** A ceremony that was cancelled by a program. */
    readonly cancelled: string;
    readonly none: string;
    /** So many older ones aren't listed. */
    readonly more: (count: number) => string;
  };
}
