/** `entropy-check.json`: all that is computed between the random source and the wallet ID, for device and host. */
import { createCandidates } from '../../firmware-sim/core/vault/entropy/candidates.ts';
import { rollsNeeded } from '../../firmware-sim/core/vault/entropy/dice.ts';
import { openPhraseSource, type PhraseSource } from '../../firmware-sim/core/vault/entropy/phrase-source.ts';
import { stretchKey } from '../../firmware-sim/device/stretch-key.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { mostOpenedCandidates } from '../../src/protocol/entropy/entropy.ts';
import { entropyLength, wordCounts, type WordCount } from '../../src/protocol/public-state.ts';
import { asciiRolls, fairRolls } from '../fixtures/data/dice-rolls.ts';
import { createCoreBoard } from '../fixtures/devices/core-board.ts';
import { seededRandom } from '../fixtures/devices/test-device.ts';
import type { Vectors } from './files.ts';
import { bytesNamed, phraseText, walletIdText } from './parts.ts';

interface Way {
  readonly words: WordCount;
  readonly rolls: string | undefined;
  readonly name: string;
}

const ways: readonly Way[] = wordCounts.flatMap((words) => [
  { words, rolls: undefined, name: `${words} words` },
  { words, rolls: fairRolls(rollsNeeded(words), `vectors ${words}`), name: `${words} words, dice` },
]);

/** The source of a phrase on a board whose random source gives these bytes for it. */
function sourceOf({ words, rolls }: Way, random: Uint8Array): PhraseSource {
  const other = seededRandom({ all: 'entropy-check' });
  const board = createCoreBoard({
    random: (purpose, length) => (purpose === 'phrase' ? random.slice() : other(purpose, length)),
  });
  const source = openPhraseSource(board, words);
  if (rolls !== undefined) source.addRolls(asciiRolls(rolls));
  return source;
}

/** What came out of a step that is not refused. */
function given<Value>(value: Value | string): Value {
  if (typeof value === 'string') throw new Error(value);
  return value;
}

/** `before` candidates were opened, of which nothing else is told. */
function checked(way: Way, before: number) {
  const random = bytesNamed(`entropy-check/${way.name}/random`, 32);
  const hostPart = bytesNamed(`entropy-check/${way.name}/host`, 32);
  // The part by itself: without a check its first bytes are the entropy.
  const [part] = [sourceOf({ ...way, words: 24 }, random).takeEntropy()];
  const candidates = createCandidates(() => part.slice(), entropyLength(way.words), stretchKey);
  for (let candidate = 1; candidate <= before; candidate += 1) {
    candidates.commit();
    candidates.open(given(candidates.mix(bytesNamed(`entropy-check/${way.name}/${candidate}`, 32))));
  }
  const { candidate, commitment } = given(candidates.commit());
  const walletId = given(candidates.mix(hostPart));
  candidates.keep(walletId);
  const entropy = candidates.takeKept() ?? new Uint8Array();
  return {
    words: way.words,
    rolls: way.rolls,
    random: toHex(random),
    devicePart: toHex(part),
    candidate,
    commitment: toHex(commitment),
    hostPart: toHex(hostPart),
    entropy: toHex(entropy),
    phrase: phraseText(entropy),
    walletId: toHex(walletId),
  };
}

function unchecked(way: Way) {
  const length = way.rolls === undefined ? entropyLength(way.words) : 32;
  const random = bytesNamed(`entropy-check/${way.name}/unchecked`, length);
  const entropy = toHex(sourceOf(way, random).takeEntropy());
  return {
    words: way.words,
    rolls: way.rolls,
    random: toHex(random),
    entropy,
    phrase: phraseText(fromHex(entropy)),
    walletId: walletIdText(fromHex(entropy)),
  };
}

export function entropyCheckVectors(): Vectors {
  return {
    description:
      'The entropy check, computed from what the random source gives, with dice and without, for each number of words; and the entropy of a ' +
      'phrase that nobody checks. A candidate of the check is opened, and its phrase discarded, or kept: the numbers are the same.',
    diceLabel: 'Hostblind dice v1',
    commitmentLabel: 'Hostblind entropy commitment v1',
    checked: [
      ...ways.map((way, index) => checked(way, index)),
      ...ways.slice(-1).map((way) => checked(way, mostOpenedCandidates)),
    ],
    unchecked: ways.map(unchecked),
  };
}
