/**
 * Where the entropy of a new phrase comes from: the random source, the person's dice if wished, and the host's part
 * where the host checks. In memory only, and erased however the ceremony ends (H6, H9).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { entropyPartLength } from '../../../../src/protocol/entropy/entropy.ts';
import { entropyLength, type WordCount } from '../../../../src/protocol/public-state.ts';
import type { Board } from '../../board.ts';
import { createCandidates, type Candidates } from './candidates.ts';
import { stretchOf } from '../keys/stretch.ts';
import { erase } from '../memory/erase.ts';
import { startupSamples } from '../random/health.ts';
import { drawRandom } from '../random/random.ts';
import { copyBytes, secretBytes, takeOver } from '../memory/secret-bytes.ts';

export interface PhraseSource {
  readonly wordCount: WordCount;
  /** Mixes in what the person rolled: one ASCII digit from `1` to `6` a byte. The caller erases `rolls`. */
  addRolls(rolls: Uint8Array): void;
  /** Begins the entropy check: from now on the phrase is that of the candidate which the host keeps. */
  beginCheck(): void;
  /** The running check; `undefined` without one. */
  candidates(): Candidates | undefined;
  /** 16 to 32 bytes, once; the caller erases them. Throws when a check has begun and no candidate is kept. */
  takeEntropy(): Uint8Array;
  /** Overwrites everything. */
  erase(): void;
}

const diceLabel = Uint8Array.from('Hostblind dice v1', (character) => character.charCodeAt(0));

/**
 * Bytes for a phrase, from a source that has passed its tests just now. The adaptive proportion test sees a fault
 * after one window at the earliest, and a ceremony draws less than that before the phrase.
 */
function drawForPhrase(board: Board, length: number): Uint8Array {
  drawRandom(board, 'health', startupSamples);
  return drawRandom(board, 'phrase', length);
}

export function openPhraseSource(board: Board, wordCount: WordCount): PhraseSource {
  const length = entropyLength(wordCount);
  let rollsDigest: Uint8Array | undefined;
  let check: Candidates | undefined;

  /** 32 bytes: SHA-256(label || 32 random bytes || SHA-256(rolls)). Dice can only add to what the source gives. */
  const drawWithDice = (digest: Uint8Array): Uint8Array => {
    const random = drawForPhrase(board, entropyPartLength);
    const parts = secretBytes(diceLabel.length + random.length + digest.length);
    parts.set(diceLabel);
    parts.set(random, diceLabel.length);
    parts.set(digest, diceLabel.length + random.length);
    try {
      return takeOver(sha256(parts));
    } finally {
      erase(random, parts);
    }
  };
  const drawPart = (): Uint8Array =>
    rollsDigest === undefined ? drawForPhrase(board, entropyPartLength) : drawWithDice(rollsDigest);

  return {
    wordCount,
    addRolls(rolls) {
      rollsDigest = takeOver(sha256(rolls));
    },
    beginCheck() {
      check = createCandidates(drawPart, length, stretchOf(board));
    },
    candidates: () => check,
    takeEntropy() {
      if (check !== undefined) {
        const kept = check.takeKept();
        if (kept === undefined) throw new Error('no candidate is kept');
        return kept;
      }
      if (rollsDigest === undefined) return drawForPhrase(board, length);
      const mixed = drawWithDice(rollsDigest);
      try {
        return copyBytes(mixed, 0, length);
      } finally {
        erase(mixed);
      }
    },
    erase() {
      if (rollsDigest !== undefined) erase(rollsDigest);
      check?.erase();
    },
  };
}
