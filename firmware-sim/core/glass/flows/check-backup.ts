/** Comparing what is on the paper with what is stored. Changes nothing (a dry run). */
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { codeWordCount } from '../../../../src/protocol/files/backup-code.ts';
import { looksLikeCode } from '../../vault/copies/backup-code.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import type { Mistake } from '../../vault/phrase/mistakes.ts';
import type { Flow } from '../flow.ts';
import { choose, type Glass } from '../glass.ts';
import { endedAs } from './ended-as.ts';
import { enterPhrase } from './enter-words.ts';

/** One screen, whatever differs (H1): that the words may be a code stands in the place of how many differ. */
function tell({ text }: Glass, mistake: Mistake, words: Uint16Array): StageSentences {
  const { noMatch, mayBeCode } = text.entry;
  if (mistake.kind !== 'several') return noMatch[mistake.kind](mistake.position);
  const says = noMatch.several(mistake.position, mistake.count);
  return words.length === codeWordCount && looksLikeCode(words) ? { ...says, body: mayBeCode } : says;
}

/**
 * The device holds the phrase and says exactly what differs: the person who entered the PIN could as well have the words shown.
 * A person who looks again and finds a slip of the finger goes on to a match; the paper was right then.
 */
function* judgeChecked(glass: Glass, wallet: OpenWallet, words: Uint16Array): Flow<Outcome | 'look'> {
  const mistake = wallet.mistakeIn(words);
  glass.enter('result');
  if (mistake === undefined) {
    yield* choose(glass, glass.text.entry.match);
    return 'match';
  }
  return (yield* choose(glass, tell(glass, mistake, words))) === 'right' ? 'no-match' : 'look';
}

export function* checkBackup(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  // What the device has said stays said: leaving the words, or a host that stops, does not undo it (H12).
  let missed = false;
  const result = yield* endedAs(
    'no-match' as const,
    () => missed,
    enterPhrase(glass, wallet.wordCount, function* judge(words) {
      const judged = yield* judgeChecked(glass, wallet, words);
      missed ||= judged === 'look';
      return judged;
    }),
  );
  if (result !== 'left') return result;
  return missed ? 'no-match' : 'stopped';
}
