/** Stage `entropy`: the host and the vault work through candidates, and the person can stop it. */
import type { PhraseSource } from '../../vault/entropy/phrase-source.ts';
import type { Flow } from '../flow.ts';
import { gesture } from '../gestures.ts';
import type { Glass } from '../glass.ts';
import { drawSentences } from '../screens/screens.ts';

/** On the device's clock. A host that does not go on has crashed or left; nothing is lost by starting over. */
export const hostSilenceMs = 120_000;

/** Nothing waits for a press here, and no press goes on: the host keeps a candidate, or the stage ends without one. */
export function* followEntropyCheck(
  glass: Glass,
  source: PhraseSource,
): Flow<'kept' | 'stopped' | 'cancelled'> {
  source.beginCheck();
  const sentences = glass.enter('entropy');
  glass.draw((canvas) => drawSentences(canvas, sentences));
  let silentSince: number | undefined;
  let pressing = startGesture();
  for (;;) {
    const input = yield;
    if (input.kind === 'candidate') {
      if (input.step === 'kept') return 'kept';
      silentSince = undefined;
    } else if (input.kind === 'tick') {
      silentSince ??= input.at;
      if (input.at - silentSince < hostSilenceMs) continue;
      glass.state.withdrawn = true;
      return 'cancelled';
    } else {
      const step = pressing.next(input);
      if (step.done !== true) continue;
      if (step.value === 'left') return 'stopped';
      pressing = startGesture();
    }
  }
}

function startGesture(): ReturnType<typeof gesture> {
  const waiting = gesture();
  waiting.next();
  return waiting;
}
