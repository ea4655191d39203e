/** PIN entry on the glass: every digit starts at a random number, so that counting presses tells nothing (H7). */
import type { Stage } from '../../../../src/protocol/public-state.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { erase } from '../../vault/memory/erase.ts';
import { sameSecret } from '../../vault/memory/same-secret.ts';
import { copyBytes, secretBytes } from '../../vault/memory/secret-bytes.ts';
import type { UnlockResult } from '../../vault/vault.ts';
import type { Flow } from '../flow.ts';
import { gesture } from '../gestures.ts';
import { choose, deafScreen, type Glass } from '../glass.ts';
import type { Canvas } from '../screens/canvas.ts';
import { drawPin, wayTo } from '../screens/screens.ts';

export const shortestPin = 4;
export const longestPin = 8;

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** One digit (0 to 9) a byte; the caller erases it. */
export function* enterPin(
  glass: Glass,
  stage: Extract<Stage, 'choose-pin' | 'repeat-pin' | 'enter-pin'>,
  { note, isByHost = false }: { readonly note?: string; readonly isByHost?: boolean } = {},
): Flow<Uint8Array> {
  const entered = secretBytes(longestPin);
  let length = 0;
  const sentences = glass.enter(stage);
  // What was agreed to is said once more: where the PIN is chosen it is all that shapes a wallet.
  const said = stage === 'repeat-pin' ? undefined : glass.agreed();
  const [line, agreed] = stage === 'choose-pin' ? [said, undefined] : [note, said];
  let mayBeDeaf = isByHost;
  const { done, remove } = glass.text.pin;
  try {
    for (;;) {
      const wheel = [
        ...(length < longestPin ? digits : []),
        ...(length >= shortestPin ? [done] : []),
        ...(length > 0 ? [remove] : []),
      ];
      let at = length < longestPin ? glass.draw32(digits.length) : 0;
      for (;;) {
        const entry = wheel[at] ?? done;
        const way = wayTo(done, wheel, at);
        const paint = (canvas: Canvas, shown: StageSentences): void =>
          drawPin(canvas, { sentences: shown, entered: length, entry, note: line, agreed, way });
        if (mayBeDeaf) yield* deafScreen(glass, sentences, paint);
        else glass.draw((canvas) => paint(canvas, sentences));
        mayBeDeaf = false;
        const made = yield* gesture();
        if (made === 'both') break;
        at = (at + (made === 'right' ? 1 : -1) + wheel.length) % wheel.length;
      }
      if (wheel[at] === done) return copyBytes(entered, 0, length);
      if (wheel[at] === remove) entered[(length -= 1)] = 0;
      else entered[length++] = at;
    }
  } finally {
    erase(entered);
    glass.blank();
  }
}

/** Asks for a new PIN twice, until the two agree. `isByHost`: a host's message brings the first screen up. */
export function* chooseNewPin(glass: Glass, isByHost = false): Flow<Uint8Array> {
  for (let again = false; ; again = true) {
    const first = yield* enterPin(glass, 'choose-pin', { isByHost: isByHost && !again });
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
    const pin = yield* enterPin(glass, 'enter-pin', { note: glass.text.pin.tries(tries) });
    let result: UnlockResult;
    try {
      result = glass.vault.unlock(pin);
    } finally {
      erase(pin);
    }
    if (result.kind !== 'wrong') return result;
    yield* choose(glass, { ...glass.enter('wrong-pin'), body: glass.text.pin.wrong(result.triesLeft) });
  }
}

/** The wallet is gone, and no host can turn that into "cancelled": there is nothing left to stop. */
export function* sayWiped(glass: Glass): Flow<void> {
  glass.state.stoppable = false;
  // No wallet is left to wait for its PIN.
  glass.state.locked = false;
  yield* choose(glass, glass.enter('wiped'));
}
