/** A request that is longer than a command: a path and bytes in the first, more bytes in those that follow. */
import type { CommandApdu } from '../../../../src/protocol/apdu/apdu.ts';
import { concatBytes } from '../../../../src/protocol/bytes.ts';
import type { KeyPath } from '../../signing-keys.ts';
import type { AppStatus } from './app-status.ts';
import { readKeyPath } from './key-paths.ts';

/** Of a request, in bytes. Nobody reads more of them on a small screen. */
export const longestRequest = 16_384;

const first = 0x00;
const next = 0x80;

export type Chunk =
  | { readonly kind: 'partial' }
  | { readonly kind: 'whole'; readonly path: KeyPath; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly status: AppStatus };

export interface Assembly {
  take(command: CommandApdu): Chunk;
  /** Forgets what has come so far. */
  drop(): void;
}

interface Held {
  readonly path: KeyPath;
  readonly bytes: Uint8Array;
}

const refused = (status: AppStatus): Chunk => ({ kind: 'refused', status });

/** `lengthOf`: how long the whole is, by how it begins; `undefined` while that can't be told. */
export function createAssembly(lengthOf: (bytes: Uint8Array) => number | undefined): Assembly {
  let held: Held | undefined;

  function grown({ p1, data }: CommandApdu): Held | AppStatus {
    if (p1 === next)
      return held === undefined ? 'wrongOrder' : { ...held, bytes: concatBytes(held.bytes, data) };
    if (p1 !== first) return 'badParameters';
    const read = readKeyPath(data);
    // A copy: the command's bytes are the link's.
    return read === undefined || read.rest.length === 0
      ? 'badData'
      : { path: read.path, bytes: read.rest.slice() };
  }

  return {
    take(command) {
      const now = command.p2 === 0 ? grown(command) : 'badParameters';
      held = undefined;
      if (typeof now === 'string') return refused(now);
      const length = lengthOf(now.bytes);
      if (length !== undefined && length > longestRequest) return refused('tooLong');
      if (length === now.bytes.length) return { kind: 'whole', ...now };
      if (length !== undefined && length < now.bytes.length) return refused('badData');
      held = now;
      return { kind: 'partial' };
    },
    drop() {
      held = undefined;
    },
  };
}
