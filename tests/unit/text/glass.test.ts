import { describe, expect, it } from 'vitest';
import { explanations } from '../../../src/text/explanations.ts';
import { glassText } from '../../../src/text/glass.ts';
import { stages } from '../../../src/protocol/public-state.ts';

const facts = { position: 24, total: 24, wordCount: 24 };
/** Every stage of a ceremony about words, and again as a ceremony about a backup code words it. */
const worded = ([undefined, 'backup-file', 'check-file', 'restore-file'] as const).flatMap((activity) =>
  stages.map((stage) => ({
    stage,
    activity,
    name: `${stage}${activity === undefined ? '' : ` (${activity})`}`,
    wordCount: 24,
  })),
);
describe('sentences shared by device and host', () => {
  it.each(worded)('$name is announced in whole sentences', ({ stage, activity }) => {
    expect(explanations.announcement(stage, { ...facts, activity })).toMatch(/^[A-Z].*[.?!]$/);
  });

  it('announces a position and never a word', () => {
    expect(explanations.announcement('words', { position: 5, total: 24, wordCount: 24 })).toBe(
      'Word 5 of 24 is on your device.',
    );
    expect(
      explanations.announcement('words', { position: 5, total: 12, wordCount: 24, activity: 'backup-file' }),
    ).toBe('Code word 5 of 12 is on your device.');
  });

  it('never calls a code word a word of the phrase', () => {
    for (const { stage, activity } of worded) {
      // Only of a new file does it end by a press on what is finished; a check has a result.
      if (activity === undefined || (activity === 'check-file' && stage === 'finish')) continue;
      const { title, body = '' } = glassText.stage(stage, { ...facts, activity });
      const phrase = /(?<!code )\bwords?\b(?! of)/i;
      const shared: readonly string[] = [
        'unfinished',
        'discard',
        'wipe',
        'wiped',
        'entry-method',
        'dice',
        'entropy',
        'addresses',
      ];
      if (!shared.includes(stage)) expect([stage, phrase.test(`${title} ${body}`)]).toEqual([stage, false]);
    }
  });
});
