/** Stretches keys (PBKDF2, RFC 8018): on the board's accelerator where there is one, else here. */
import type { Board, StretchKey } from '../../board.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes } from '../memory/secret-bytes.ts';
import { keyHash } from './hmac.ts';

/** In JavaScript, for boards without an accelerator: about 10 ms for a PIN. */
export const stretchInSoftware: StretchKey = (hash, password, salt, rounds, length) => {
  const keyed = keyHash(hash, password);
  const round = secretBytes(keyed.length);
  const key = secretBytes(length);
  const number = new Uint8Array(4);
  for (let from = 0, block = 1; from < length; from += round.length, block += 1) {
    new DataView(number.buffer).setUint32(0, block);
    const part = key.subarray(from, from + round.length);
    keyed.write(round, salt, number);
    part.set(round.subarray(0, part.length));
    for (let done = 1; done < rounds; done += 1) {
      keyed.write(round, round);
      for (let at = 0; at < part.length; at += 1) part[at] = (part[at] ?? 0) ^ (round[at] ?? 0);
    }
  }
  keyed.erase();
  erase(round);
  return key;
};

export function stretchOf(board: Pick<Board, 'stretchKey'>): StretchKey {
  return board.stretchKey ?? stretchInSoftware;
}
