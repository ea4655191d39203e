/** A message that is too long for a command line, or made by another program: from standard input. */
import type { Readable } from 'node:stream';
import { concatBytes } from '../../protocol/bytes.ts';
import { looksLikePhrase } from '../../signing/draft/read-draft.ts';
import { mostMessageBytes, messageBytes } from '../../signing/ethereum-message.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import { abortedError } from '../../transport/abort.ts';
import { inOwnWords } from '../terminal/own-words.ts';

/** What stands on the command line for standard input. */
export const standardInput = '-';

function unusable(): Error {
  return inOwnWords('usage', terminalText.usage.message(mostMessageBytes), '');
}

/** Until the end of it, or until it's too long. */
async function bytesOf(source: Readable, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stop = (): void => void source.destroy(abortedError(signal));
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) throw abortedError(signal);
    for await (const part of source) {
      if (!(part instanceof Uint8Array)) throw new TypeError('a stream of bytes is needed');
      parts.push(part);
      length += part.length;
      if (length > mostMessageBytes) throw unusable();
    }
    return concatBytes(...parts);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** `undefined` where it isn't UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Every byte, the last line break too. Throws `usage` for what isn't UTF-8, is empty, too long or a recovery phrase, `bad-file` where it can't be read, `aborted`. */
export async function readMessage(source: Readable, signal: AbortSignal): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(source, signal);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    throw inOwnWords('bad-file', terminalText.signing.unreadable(code), '', error);
  }
  const message = textOf(bytes);
  if (message === undefined || messageBytes(message) === undefined) throw unusable();
  if (looksLikePhrase(message)) throw inOwnWords('usage', terminalText.usage.looksLikePhrase, '');
  return message;
}
