/** What `hostblind` says in a terminal, beside the sentences that it shares with device and app. */
import type { Outcome } from '../../protocol/public-state.ts';
import type { EntropyProof } from '../../records/book.ts';
import type { UnprovenReason, WalletChange } from '../../session/state.ts';
import type { AlarmReason } from '../../session/trust/alarm.ts';

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
  | 'interrupted';

export interface TerminalMessages {
  readonly exits: Readonly<Record<Exit, string>>;
  readonly notes: Readonly<
    Record<
      'simulator' | 'unknown-maker' | 'not-checked' | 'lost' | 'back' | 'other-device' | 'not-kept',
      string
    >
  >;
  /** What the entropy check proved, and how likely a cheat was to get through. */
  readonly proven: (proof: EntropyProof) => readonly string[];
  /** A check without a result. `count`: the checks in a row that led to no wallet, with this one. */
  readonly unfinished: (reason: UnprovenReason, count: number) => string;
  readonly backedUp: string;
  readonly endings: Readonly<Record<Exclude<Outcome, 'completed'>, string>>;
  /** What a device did that no honest one does. */
  readonly alarm: (reason: AlarmReason) => string;
  /** `why`: an `alarm`. */
  readonly doNotUse: (why: string) => string;
  readonly changed: (change: WalletChange) => readonly string[];
  readonly simulated: string;
  readonly attested: Readonly<Record<'simulator' | 'genuine' | 'unknown-issuer' | 'failed', string>>;
  readonly links: Readonly<Record<'process' | 'tcp', string>>;
  /** `exits`: a line for each exit code. */
  readonly help: (words: readonly number[], ranges: readonly number[], exits: readonly string[]) => string;
  /** What is wrong with a command line. */
  readonly usage: {
    readonly choose: (what: string, given: string, choices: readonly (string | number)[]) => string;
    readonly port: (given: string) => string;
    readonly commandNeeded: (commands: readonly string[]) => string;
    readonly oneCommand: (more: readonly string[]) => string;
    readonly notWith: (flag: string, other: string) => string;
    readonly fileNeeded: (flag: string) => string;
    readonly onlyWith: (flag: string, others: readonly string[]) => string;
  };
  readonly cancelled: string;
  readonly noDevice: string;
  readonly stopping: string;
  readonly seeHelp: string;
  readonly unknownFault: string;
  readonly udevRule: (file: string, rules: readonly string[]) => string;
  readonly startSimulator: string;
  /** By the system's code, such as ENOSPC. */
  readonly outputLost: (code: string) => string;
  readonly otherService: (where: string, mayBeOff: boolean) => string;
  readonly portPrinted: (name: 'apdu' | 'wire') => string;
}
