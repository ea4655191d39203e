/** The published computation of the entropy check, by node:crypto and the text of the protocol alone. */
import { describe, expect, it } from 'vitest';
import vectors from '../../../../docs/vectors/entropy-check.json' with { type: 'json' };
import { recomputeWalletId } from '../../../../src/devices/hostblind/entropy-check/recompute-wallet-id.ts';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { isWordCount, wordCounts } from '../../../../src/protocol/public-state.ts';
import {
  bytesOf,
  phraseOfEntropy,
  sha256Of,
  walletIdOfEntropy,
} from '../../../fixtures/data/independent-phrase.ts';
import { commitmentOf } from '../../../fixtures/devices/entropy-host.ts';

/** docs/protocol.md, "Commit": 32 bytes of the random source, with the rolls if there are any. */
const partOf = (random: string, rolls: string | undefined): string =>
  rolls === undefined ? random : sha256Of('Hostblind dice v1', bytesOf(random), bytesOf(sha256Of(rolls)));

/** 50, 62, 75, 87 and 99, as the table of the protocol has them. */
const rollCounts: Readonly<Record<number, number>> = { 12: 50, 15: 62, 18: 75, 21: 87, 24: 99 };

describe('docs/vectors/entropy-check.json', () => {
  it.each(vectors.checked)('checked: $words words, candidate $candidate', (vector) => {
    const { words, rolls, random, devicePart, candidate, commitment, hostPart, entropy } = vector;
    expect(partOf(random, rolls)).toBe(devicePart);
    expect(commitmentOf(bytesOf(devicePart), candidate)).toBe(commitment);
    expect(sha256Of(bytesOf(devicePart), bytesOf(hostPart)).slice(0, (words / 3) * 8)).toBe(entropy);
    expect(phraseOfEntropy(bytesOf(entropy)) === vector.phrase).toBe(true);
    expect(walletIdOfEntropy(bytesOf(entropy))).toBe(vector.walletId);
  });

  it.each(vectors.checked)('the host comes to the same: $words words, candidate $candidate', (vector) => {
    const { words: wordCount, devicePart, hostPart, walletId } = vector;
    if (!isWordCount(wordCount)) throw new Error('no word count');
    const parts = { devicePart: fromHex(devicePart), hostPart: fromHex(hostPart), wordCount };
    expect(toHex(recomputeWalletId(parts))).toBe(walletId);
  });

  it.each(vectors.unchecked)(
    'unchecked: $words words',
    ({ words, rolls, random, entropy, phrase, walletId }) => {
      expect(partOf(random, rolls).slice(0, (words / 3) * 8)).toBe(entropy);
      expect(phraseOfEntropy(bytesOf(entropy)) === phrase).toBe(true);
      expect(walletIdOfEntropy(bytesOf(entropy))).toBe(walletId);
    },
  );

  it.each(['checked', 'unchecked'] as const)('%s: every number of words, with dice and without', (kind) => {
    const combinations = new Set(vectors[kind].map(({ words, rolls }) => `${words} ${rolls?.length ?? 0}`));
    expect(combinations).toEqual(
      new Set(wordCounts.flatMap((words) => [`${words} 0`, `${words} ${rollCounts[words] ?? 0}`])),
    );
  });
});
