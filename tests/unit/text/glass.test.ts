import { describe, expect, it } from 'vitest';
import { textWidth, wrap } from '../../../firmware-sim/core/glass/font/font.ts';
import { bodyLines, textColumn, titleWidth } from '../../../firmware-sim/core/glass/screens/screens.ts';
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
/** A SeedQR words some of them differently, and has a sentence for lengths that few devices read. */
const squares = [12, 18].flatMap((wordCount) =>
  (['consent', 'warning', 'entry-method', 'hold', 'seed-qr', 'written'] as const).map((stage) => ({
    stage,
    activity: 'seed-qr' as const,
    name: `${stage} (seed-qr of ${wordCount})`,
    wordCount,
  })),
);

describe('sentences shared by device and host', () => {
  it.each([...worded, ...squares])('$name fits on the glass', ({ stage, activity, wordCount }) => {
    const { title, body = '', left, right, both } = glassText.stage(stage, { ...facts, activity, wordCount });
    // A title above a word is drawn small, all others bold.
    expect(textWidth(stage === 'words' ? 'small' : 'bold', title)).toBeLessThanOrEqual(titleWidth);
    expect(wrap('small', body, textColumn).length).toBeLessThanOrEqual(bodyLines);
    for (const line of wrap('small', body, textColumn))
      expect(textWidth('small', line)).toBeLessThanOrEqual(textColumn);
    const foot = [left && `◀ ${left}`, both && `●● ${both}`, right && `${right} ▶`].filter(
      (text) => text !== undefined,
    );
    const used = foot.reduce((width, text) => width + textWidth('small', text), 0);
    expect(used + 4 * (foot.length - 1)).toBeLessThanOrEqual(textColumn);
  });

  it('what is said of entered words fits on the glass', () => {
    const { entry } = glassText;
    const said = (['check', 'check-file'] as const).flatMap((activity) => [
      entry.leave,
      entry.allLookedAt(activity),
      ...[true, false].map(entry.dontFit),
      ...(['phrase', 'checksum', 'file'] as const).map(entry.wrongCode),
      entry.anotherWallet,
      entry.maybeSwapped(activity, [20, 22]),
      entry.sameTwice(activity, 24),
      entry.mayBeCode,
      entry.match,
      ...(['word', 'swapped', 'left-out', 'extra'] as const).map((kind) => entry.noMatch[kind](23)),
      entry.noMatch.several(22, 24),
    ]);
    for (const { title, body = '' } of said) {
      expect([title, textWidth('bold', title) <= titleWidth]).toEqual([title, true]);
      expect([body, wrap('small', body, textColumn).length <= bodyLines]).toEqual([body, true]);
    }
  });

  it.each(['hold', 'discard', 'wipe'] as const)('%s leaves room for its bar', (stage) => {
    const { body = '' } = glassText.stage(stage, facts);
    expect(wrap('small', body, textColumn).length).toBeLessThanOrEqual(bodyLines - 1);
  });

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
      ];
      if (!shared.includes(stage)) expect([stage, phrase.test(`${title} ${body}`)]).toEqual([stage, false]);
    }
  });
});
