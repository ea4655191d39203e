/** PIN entry on the glass: every digit starts at a random number, so that counting presses tells nothing (H7). */
import type { Stage } from '../../../src/protocol/public-state.ts';
import { erase } from '../vault/erase.ts';
import { sameSecret } from '../vault/same-secret.ts';
import { copyBytes, secretBytes } from '../vault/secret-bytes.ts';
import type { UnlockResult } from '../vault/vault.ts';
import type { Flow } from './flow.ts';
import { gesture } from './gestures.ts';
import { choose, type Glass } from './glass.ts';
import { drawPin } from './screens.ts';

export const shortestPin = 4;
export const longestPin = 8;

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const ok = 'OK';
const remove = 'Delete';

/** One digit (0 to 9) a byte; the caller erases it. */
export function* enterPin(
  glass: Glass,
  stage: Extract<Stage, 'choose-pin' | 'repeat-pin' | 'enter-pin'>,
  note?: string,
): Flow<Uint8Array> {
  const entered = secretBytes(longestPin);
  let length = 0;
  const sentences = glass.enter(stage);
  try {
    for (;;) {
      const wheel = [
        ...(length < longestPin ? digits : []),
        ...(length >= shortestPin ? [ok] : []),
        ...(length > 0 ? [remove] : []),
      ];
      let at = length < longestPin ? glass.draw32(digits.length) : 0;
      for (;;) {
        const entry = wheel[at] ?? ok;
        glass.draw((canvas) => drawPin(canvas, { sentences, entered: length, entry, note }));
        const made = yield* gesture();
        if (made === 'both') break;
        at = (at + (made === 'right' ? 1 : -1) + wheel.length) % wheel.length;
      }
      if (wheel[at] === ok) return copyBytes(entered, 0, length);
      if (wheel[at] === remove) entered[(length -= 1)] = 0;
      else entered[length++] = at;
    }
  } finally {
    erase(entered);
    glass.blank();
  }
}

/** Asks for a new PIN twice, until the two agree. */
export function* chooseNewPin(glass: Glass): Flow<Uint8Array> {
  for (;;) {
    const first = yield* enterPin(glass, 'choose-pin');
    try {
      const second = yield* enterPin(glass, 'repeat-pin');
      try {
        if (sameSecret(first, second, longestPin)) return copyBytes(first);
      } finally {
        erase(second);
      }
    } finally {
      erase(first);
    }
    yield* choose(glass, glass.enter('pins-differ'));
  }
}

/** Asks for the PIN until it is right, or the wallet has been wiped. */
export function* unlock(glass: Glass): Flow<Exclude<UnlockResult, { kind: 'wrong' }>> {
  for (;;) {
    const tries = glass.vault.triesLeft();
    const pin = yield* enterPin(
      glass,
      'enter-pin',
      tries === 1 ? 'Last try before the wipe' : `${tries} tries left`,
    );
    let result: UnlockResult;
    try {
      result = glass.vault.unlock(pin);
    } finally {
      erase(pin);
    }
    if (result.kind !== 'wrong') return result;
    const left = result.triesLeft === 1 ? 'One try is left' : `${result.triesLeft} tries are left`;
    yield* choose(glass, { ...glass.enter('wrong-pin'), body: `${left}. Then this device wipes itself.` });
  }
}

export function* sayWiped(glass: Glass): Flow<void> {
  yield* choose(glass, glass.enter('wiped'));
}
