/** Asks the device: again while it computes, with the time that each answer took, and with every status held to its rules. */
import { statusWords, type StatusWordName } from '../../protocol/apdu/status-words.ts';
import { readU16, toHex } from '../../protocol/bytes.ts';
import type { PublicState } from '../../protocol/public-state.ts';
import { computingRetries, computingRetryMs } from '../../devices/hostblind/ask-device.ts';
import type { Findings } from './findings.ts';
import { headText, messageOf, type KitCommand } from './messages.ts';
import type { ConformancePort } from './port.ts';
import { isStatusRule, judgeStatus } from './status-rules.ts';
import { ruleNames } from '../catalogue/rules.ts';

export interface DeviceReply {
  /** -1 for an answer that is too short to have one. */
  readonly word: number;
  readonly data: Uint8Array;
}

/** How long one answer took. */
export interface Timed {
  readonly command: KitCommand;
  readonly tookMs: number;
  /** When it was there. */
  readonly atMs: number;
}

export interface Probe {
  /** A message of a command's, or of none. */
  send(message: Uint8Array, command?: KitCommand): Promise<DeviceReply>;
  ask(command: KitCommand, data?: Uint8Array): Promise<DeviceReply>;
  /** The state, where it can be read. */
  status(): Promise<PublicState | undefined>;
  /** The last status as it came. */
  raw(): Uint8Array;
  /** The power was off: nothing counts on from before. */
  forget(): void;
  readonly times: readonly Timed[];
  /** Notes what is asked and answered, until it's taken back. */
  listen(listener: (message: Uint8Array, reply: DeviceReply) => void): () => void;
}

/** By protocol: a host may take the device for broken after that. */
export const answerLimitMs = 5_000;

/** Never the data: it could be what must not leave the device. */
export function replyText({ word, data }: DeviceReply): string {
  const code = word < 0 ? '-' : wordText(word);
  return data.length === 0 ? code : `${code} + ${data.length}`;
}

/** Of a value that should be a wallet ID, and could be anything: enough to see that two differ. */
export function idText(bytes: Uint8Array): string {
  return `${toHex(bytes.subarray(0, 2))}.. + ${bytes.length}`;
}

function wordText(word: number): string {
  return word.toString(16).toUpperCase().padStart(4, '0');
}

export function namedWord(name: StatusWordName): string {
  return wordText(statusWords[name]);
}

export function stateText(state: PublicState | undefined): string {
  return state === undefined ? '-' : `${state.activity} ${state.stage} ${state.wallet}`;
}

/** By these a host knows that the device is there: they are answered at once, whatever it computes. */
function mayCompute(command: KitCommand | undefined): boolean {
  return command !== 'appName' && command !== 'info' && command !== 'status';
}

export function createProbe(port: ConformancePort, findings: Findings): Probe {
  const times: Timed[] = [];
  const listeners = new Set<(message: Uint8Array, reply: DeviceReply) => void>();
  let before: PublicState | undefined;
  let raw: Uint8Array = new Uint8Array();

  const once = async (message: Uint8Array, command: KitCommand | undefined): Promise<DeviceReply> => {
    const sentAt = port.now();
    const response = await port.exchange(message);
    const atMs = port.now();
    if (command !== undefined) times.push({ command, tookMs: atMs - sentAt, atMs });
    findings.check('answer-limit', atMs - sentAt <= answerLimitMs, () => ({
      where: stateText(before),
      sent: headText(message),
      came: `${Math.round(atMs - sentAt)} ms`,
      expected: `<= ${answerLimitMs} ms`,
    }));
    if (response.length < 2) return { word: -1, data: response };
    return { word: readU16(response, response.length - 2), data: response.slice(0, -2) };
  };

  const send = async (message: Uint8Array, command?: KitCommand): Promise<DeviceReply> => {
    for (let retries = 0; ; retries += 1) {
      const reply = await once(message, command);
      const computes = reply.word === statusWords.computing;
      if (computes)
        findings.check('computing', mayCompute(command) && retries < computingRetries, () => ({
          where: stateText(before),
          sent: headText(message),
          came: replyText(reply),
          expected: mayCompute(command)
            ? `<= ${(computingRetries * computingRetryMs) / 1000} s`
            : namedWord('ok'),
        }));
      if (!computes || retries >= computingRetries) {
        for (const listener of listeners) listener(message, reply);
        return reply;
      }
      await port.wait(computingRetryMs);
    }
  };

  const judge = (reply: DeviceReply): PublicState | undefined => {
    raw = reply.data;
    const judged = judgeStatus(reply.word === statusWords.ok ? raw : new Uint8Array(), before);
    for (const rule of ruleNames.filter(isStatusRule)) {
      // What can't be read says nothing of the rules that need it read.
      if (judged.state === undefined && judged.breaches.every((each) => each.rule !== rule)) continue;
      const breach = judged.breaches.find((each) => each.rule === rule);
      findings.check(rule, breach === undefined, () => ({
        where: stateText(judged.state ?? before),
        sent: headText(messageOf('status')),
        came: reply.word === statusWords.ok ? toHex(raw.subarray(0, 12)) : replyText(reply),
        expected: breach?.expected ?? '',
      }));
    }
    before = judged.state ?? before;
    return judged.state;
  };

  return {
    send,
    ask: (command, data) => send(messageOf(command, data), command),
    status: async () => judge(await send(messageOf('status'), 'status')),
    raw: () => raw,
    forget() {
      before = undefined;
    },
    times,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
