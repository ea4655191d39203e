/** Questions that a person answers in the terminal, key by key: what is typed doesn't appear, unless it is an answer. */
import { ceremonyText } from '../../text/terminal/ceremonies.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import { abortedError } from '../../transport/abort.ts';
import { afterKeys, type Answer, type Pressed } from './keys.ts';
import type { Output } from './output.ts';

/** The part of a terminal's `ReadStream` that is needed. */
export interface KeySource {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data', listener: (keys: string) => void): unknown;
  off(event: 'data', listener: (keys: string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

export interface Keyboard {
  /** Settles with the answer; rejects with `aborted`. `lines`: the question, the last of them with its keys. */
  ask(lines: readonly string[], signal: AbortSignal): Promise<Answer>;
}

/** As it stands in the question, whichever of its letters was pressed. */
function keyOf(pressed: Answer | Pressed): string {
  return pressed === 'yes' || pressed === 'no' ? ceremonyText.answerKeys[pressed] : '';
}

/** `undefined` where nobody could answer. `interrupt`: what Ctrl-C does, which is a key like any other meanwhile. */
export function openKeyboard(
  source: KeySource,
  output: Pick<Output, 'question' | 'answered' | 'note'>,
  interrupt: () => void,
): Keyboard | undefined {
  if (source.isTTY !== true || source.setRawMode === undefined) return undefined;
  return {
    ask(lines, signal) {
      return new Promise((resolve, reject) => {
        let pressed: Pressed = '';
        const show = (): void => output.question(lines, keyOf(pressed));
        const leave = (answer: Answer | undefined): void => {
          source.off('data', onKeys);
          signal.removeEventListener('abort', onAbort);
          source.setRawMode?.(false);
          source.pause();
          output.answered(answer === undefined ? undefined : keyOf(answer));
        };
        const onAbort = (): void => {
          leave(undefined);
          reject(abortedError(signal));
        };
        const onKeys = (keys: string): void => {
          const after = afterKeys(pressed, keys, ceremonyText.answerKeys);
          switch (after.kind) {
            case 'interrupt':
              return interrupt();
            case 'answer':
              leave(after.answer);
              return resolve(after.answer);
            case 'refused':
              pressed = '';
              output.answered(undefined);
              output.note('keys', terminalText.keys);
              return show();
            case 'pressed':
              if (after.pressed === pressed) return;
              pressed = after.pressed;
              return show();
          }
        };
        if (signal.aborted) return reject(abortedError(signal));
        signal.addEventListener('abort', onAbort, { once: true });
        source.setRawMode?.(true);
        source.setEncoding('utf8');
        source.on('data', onKeys);
        source.resume();
        show();
      });
    },
  };
}
