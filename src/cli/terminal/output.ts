/** What a person, or with `--json` a program, gets to see. */
import type { PublicState } from '../../protocol/public-state.ts';
import { errorMessages } from '../../text/errors.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import { errorCode } from '../../protocol/errors.ts';
import { udevRules, udevRulesFile } from '../../transport/udev-rules.ts';
import { createLiveLines } from './live.ts';
import { ownAdvice, terminalCode } from './own-words.ts';
import { fractionOf, hasBar, layOutState, sentenceOf } from './progress.ts';
import { layOut, spokenLines, unglued, widthOf, type Line } from './wrap.ts';

export interface Streams {
  readonly out: {
    write(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number | undefined;
    onResize?(listener: () => void): void;
  };
  readonly err: { write(text: string): unknown; readonly columns?: number | undefined };
}

/** How it is to be printed. */
export interface OutputStyle {
  /** For a program. */
  readonly json: boolean;
  /** One line after the other, also on a terminal: it can't move its cursor, or the person wants it plain. */
  readonly plain?: boolean;
  /** Characters a line, where no terminal says so. */
  readonly columns?: number | undefined;
}

export interface Output {
  /** The answer of a command: lines for a person, `record` for a program. */
  answer(lines: readonly Line[], record: object): void;
  /** Something to know while it goes on; a program gets `event`, the text, and what is in `more`. */
  note(event: string, text: Line | readonly Line[], more?: object): void;
  state(state: PublicState, requested?: number): void;
  /** A question that waits for a key, and what was pressed so far; drawn over itself. */
  question(lines: readonly string[], pressed: string): void;
  /** The question was answered so, or was withdrawn. */
  answered(pressed: string | undefined): void;
  /** The device must not be used; a program gets `reason` and the text. */
  alarm(reason: string, text: string): void;
  /** Gives what to do about anything thrown. */
  problem(error: unknown): void;
}

/** Whether lines on a terminal can't be drawn over themselves, or aren't wanted so. */
export function isPlain(environment: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR: noColour = '', TERM: kind = '' } = environment;
  return noColour !== '' || kind === 'dumb';
}

/** Of the environment, where output isn't on a terminal: a width that a person has set. */
export function statedColumns(environment: Readonly<Record<string, string | undefined>>): number | undefined {
  const stated = environment['COLUMNS'] ?? '';
  return /^[1-9]\d{0,3}$/.test(stated) ? Number(stated) : undefined;
}

function detailOf(error: unknown): string | undefined {
  const known = typeof error === 'object' && error !== null && 'detail' in error;
  return known && typeof error.detail === 'string' ? error.detail : undefined;
}

/** What happened, and what to do about it. */
function told(error: unknown): { readonly message: string; readonly todo: string } {
  const own = ownAdvice(error);
  const fault = error instanceof Error ? error.message : terminalText.unknownFault;
  const code = errorCode(error);
  if (own !== undefined || code === undefined) return { message: fault, todo: own ?? '' };
  const { when, todo } = errorMessages[code];
  const detail = detailOf(error);
  return { message: detail === undefined ? when : `${when} (${detail})`, todo };
}

const freshLine = '\r\u001B[J';

export function createOutput({ out, err }: Streams, { json, ...style }: OutputStyle): Output {
  const live = !json && out.isTTY === true && style.plain !== true;
  // Where the output goes to a file, what is shown beside it still has a width.
  const columns = (): number | undefined => out.columns ?? style.columns ?? err.columns;
  const lines = createLiveLines({
    write: (text) => out.write(text),
    get columns() {
      return columns();
    },
  });
  out.onResize?.(() => lines.resized());
  let sentence = '';
  let asked: readonly string[] | undefined;

  const print = (all: readonly Line[]): void => {
    lines.clear();
    const text = all.flatMap((each) => layOut(each, widthOf(columns())));
    // Over a "^C" that the terminal has shown by itself.
    out.write(`${live ? freshLine : ''}${text.map((each) => `${each}\n`).join('')}`);
  };
  const drawQuestion = (all: readonly string[], pressed: string): void => {
    const withKey = [...all.slice(0, -1), `${all.at(-1) ?? ''} ${pressed}`];
    lines.show((width) => withKey.flatMap((each) => layOut(each, width)));
  };
  const tell = (record: object): void => {
    out.write(`${JSON.stringify(record)}\n`);
  };
  const complain = (all: readonly string[]): void => {
    const width = widthOf(err.columns ?? style.columns);
    err.write(
      all
        .flatMap((each) => layOut(each, width))
        .map((each) => `${each}\n`)
        .join(''),
    );
  };

  return {
    answer(all, record) {
      if (json) tell(record);
      else print(all);
    },
    note(event, text, more) {
      const all = Array.isArray(text) ? (text as readonly Line[]) : [text as Line];
      if (json) tell({ event, text: spokenLines(all), ...more });
      else print(all);
    },
    state(state, requested) {
      if (json)
        return tell({
          event: 'state',
          ...(hasBar(state) && { progress: fractionOf(state) }),
          ...state,
        });
      // A device at rest is no step of the way; what ended there is told by the answer.
      if (state.activity === 'none') return;
      if (live) return lines.show((width) => layOutState(state, width, requested));
      const now = sentenceOf(state, requested);
      if (now !== sentence) print([layOutState(state, Number.POSITIVE_INFINITY, requested).join(' ')]);
      sentence = now;
    },
    question(all, pressed) {
      if (live) drawQuestion(all, pressed);
      else if (asked === undefined) print(all);
      asked = all;
    },
    answered(pressed) {
      if (pressed === undefined) lines.clear();
      else if (live) {
        drawQuestion(asked ?? [], pressed);
        lines.keep();
      } else print([pressed]);
      asked = undefined;
    },
    alarm(reason, text) {
      if (json) return tell({ event: 'alarm', reason, message: text });
      lines.keep();
      complain([`hostblind: ${text}`]);
    },
    problem(error) {
      const { message, todo } = told(error);
      if (json)
        return tell({ event: 'error', code: terminalCode(error) ?? 'fault', message, todo: unglued(todo) });
      lines.keep();
      complain([`hostblind: ${message}`, ...(todo === '' ? [] : [todo])]);
      const code = errorCode(error);
      if (code === 'permission-denied') {
        complain(['', terminalText.udevRule(udevRulesFile), '']);
        // To be copied as they are.
        err.write(udevRules.map((rule) => `${rule}\n`).join(''));
      }
      if (code === 'not-found') complain([terminalText.startSimulator]);
    },
  };
}
