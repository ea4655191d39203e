/**
 * What clients of Ledger's apps send around and into an app: which one is open, open this one, close it, and the app's own commands.
 * A command may wait for the person; while one does, every other is refused.
 */
import { concatBytes, u16 } from '../../../src/protocol/bytes.ts';
import { encodeResponse, parseCommand, type CommandApdu } from '../../../src/protocol/apdu/apdu.ts';
import {
  appClass,
  commonClass,
  hostblindClass,
  hostInstructions,
  instructions,
} from '../../../src/protocol/apdu/instructions.ts';
import { statusWords, type StatusWordName } from '../../../src/protocol/apdu/status-words.ts';
import { encodeAppName, type AppName } from '../../../src/protocol/commands/app-name.ts';
import { hostNonceLength } from '../../../src/protocol/host-nonce.ts';
import type { AppReply } from '../app.ts';

export interface AppControl {
  /** Why no command is taken now: a question waits, something else runs, the device is locked. */
  refusal(): 'busy' | 'locked' | undefined;
  /** The app that is open, and the class bytes of its commands. */
  opened(): (AppName & { readonly classes: readonly number[] }) | undefined;
  /** Whether any app of this device has commands of that class. */
  knows(classByte: number): boolean;
  /** Changes what is at rest, and no wallet (H2). */
  open(name: string): 'ok' | 'unknownApp' | 'declined';
  close(): void;
  /** Holds a host's promise of 32 bytes for the next signature that its link asks for. */
  protect(commitment: Uint8Array): 'ok' | 'notInThisState';
  /** The app's answer to what was said yes to, signed with the host's number of 32 bytes; once. */
  nonce(hostNonce: Uint8Array): Uint8Array | 'notInThisState' | 'badData' | 'deviceFault';
  receive(command: CommandApdu): AppReply;
  /** Puts a question to the person. */
  ask(reply: Exclude<AppReply, { kind: 'answer' }>): void;
}

const text = (data: Uint8Array): string => String.fromCharCode(...data);

type Answer = Uint8Array | StatusWordName | 'waits';

function toApp(control: AppControl, command: CommandApdu): Uint8Array | 'waits' {
  const reply = control.receive(command);
  if (reply.kind === 'answer') return concatBytes(reply.data ?? new Uint8Array(), u16(reply.status));
  control.ask(reply);
  return 'waits';
}

/** The two commands around a protected signature; `undefined` for the others of this class. */
function protectedAnswer(control: AppControl, { ins, p1, p2, data }: CommandApdu): Answer | undefined {
  if (ins !== instructions.protect && ins !== instructions.nonce) return undefined;
  if (p1 !== 0 || p2 !== 0) return 'badParameters';
  if (data.length !== hostNonceLength) return 'wrongLength';
  const refusal = control.refusal();
  if (refusal !== undefined) return refusal;
  if (ins === instructions.protect) return control.protect(data);
  const answered = control.nonce(data);
  return typeof answered === 'string' ? answered : encodeResponse(statusWords.ok, answered);
}

function answer(control: AppControl, command: CommandApdu): Answer | undefined {
  const { cla, ins, p1, p2, data } = command;
  const isPlain = p1 === 0 && p2 === 0;
  if (cla === hostblindClass) return protectedAnswer(control, command);
  const opened = control.opened();
  if (cla === commonClass) {
    if (ins === hostInstructions.appName) {
      // At home it is answered as in every state.
      if (opened === undefined || !isPlain || data.length > 0) return undefined;
      return control.refusal() ?? encodeResponse(statusWords.ok, encodeAppName(opened));
    }
    if (ins !== hostInstructions.quitApp) return undefined;
    const refusal = control.refusal();
    if (refusal !== undefined) return refusal;
    control.close();
    return 'ok';
  }
  if (cla !== appClass && !control.knows(cla)) return undefined;
  const refusal = control.refusal();
  if (refusal !== undefined) return refusal;
  if (cla === appClass && ins === hostInstructions.openApp && opened === undefined)
    return control.open(text(data));
  return opened?.classes.includes(cla) === true ? toApp(control, command) : undefined;
}

/** `undefined` for whatever is none of an app's business. */
export function dispatchApp(control: AppControl, bytes: Uint8Array): Uint8Array | 'waits' | undefined {
  const command = parseCommand(bytes);
  const given = command === undefined ? undefined : answer(control, command);
  if (given === undefined || given === 'waits' || typeof given !== 'string') return given;
  return encodeResponse(statusWords[given]);
}
