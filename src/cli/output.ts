/** What a person, or with `--json` a program, gets to see. */
import { errorCode } from '../protocol/errors.ts';
import { errorMessages } from '../text/errors.ts';
import { terminalText } from '../text/terminal.ts';
import type { PublicState } from '../protocol/public-state.ts';
import { udevRules, udevRulesFile } from '../transport/udev-rules.ts';
import { bar, fractionOf, sentenceOf } from './progress.ts';
import { ownAdvice } from './wrong-service.ts';

export interface Streams {
  readonly out: {
    write(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number | undefined;
  };
  readonly err: { write(text: string): unknown };
}

export interface Output {
  /** The answer of a command: lines for a person, `record` for a program. */
  answer(lines: readonly string[], record: object): void;
  /** Something to know while it goes on; a program gets `event` and the text. */
  note(event: string, text: string): void;
  state(state: PublicState, requested?: number): void;
  /** The device must not be used; a program gets `reason` and the text. */
  alarm(reason: string, text: string): void;
  /** Gives what to do about anything thrown. */
  problem(error: unknown): void;
}

function detailOf(error: unknown): string | undefined {
  const known = typeof error === 'object' && error !== null && 'detail' in error;
  return known && typeof error.detail === 'string' ? error.detail : undefined;
}

const clearLine = '\r\u001b[K';

export function createOutput({ out, err }: Streams, json: boolean): Output {
  const live = !json && out.isTTY === true;
  let drawn = false;
  /** A bar that is being redrawn makes room for a line that stays. */
  const line = (text: string): void => {
    out.write(drawn ? `${clearLine}${text}\n` : `${text}\n`);
    drawn = false;
  };
  let sentence = '';
  return {
    answer(lines, record) {
      if (json) line(JSON.stringify(record));
      else for (const each of lines) line(each);
    },
    note(event, text) {
      line(json ? JSON.stringify({ event, text }) : text);
    },
    state(state, requested) {
      if (json) return line(JSON.stringify({ event: 'state', progress: fractionOf(state), ...state }));
      // A device at rest is no step of the way; what ended there is told by the answer.
      if (state.activity === 'none') return;
      const text = `${bar(fractionOf(state))} ${sentenceOf(state, requested)}`;
      if (!live) {
        if (text !== sentence) line(text);
        sentence = text;
        return;
      }
      const room = Math.max(20, (out.columns ?? 80) - 1);
      out.write(`${clearLine}${text.length > room ? `${text.slice(0, room - 1)}…` : text}`);
      drawn = true;
    },
    alarm(reason, text) {
      if (json) {
        line(JSON.stringify({ event: 'alarm', reason, message: text }));
        return;
      }
      if (drawn) out.write('\n');
      drawn = false;
      err.write(`hostblind: ${text}\n`);
    },
    problem(error) {
      const code = errorCode(error);
      const fault = error instanceof Error ? error.message : terminalText.unknownFault;
      const { when, todo: usual } = code === undefined ? { when: fault, todo: '' } : errorMessages[code];
      const todo = ownAdvice(error) ?? usual;
      const detail = code === undefined ? undefined : detailOf(error);
      // Another program on the port has words of its own.
      const message =
        ownAdvice(error) !== undefined ? fault : detail === undefined ? when : `${when} (${detail})`;
      if (json) {
        line(JSON.stringify({ event: 'error', code: code ?? 'fault', message, todo }));
        return;
      }
      if (drawn) out.write('\n');
      drawn = false;
      err.write(`hostblind: ${message}${todo === '' ? '' : `\n${todo}`}\n`);
      if (code === 'permission-denied') {
        err.write(`\n${terminalText.udevRule(udevRulesFile, udevRules)}\n`);
      }
      if (code === 'not-found') err.write(`${terminalText.startSimulator}\n`);
    },
  };
}
