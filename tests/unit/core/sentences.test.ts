import { describe, expect, it } from 'vitest';
import { textWidth, wrap } from '../../../firmware-sim/core/glass/font/font.ts';
import { bodyLines, textColumn, titleWidth } from '../../../firmware-sim/core/glass/screens.ts';
import { announcement, stageSentences } from '../../../src/protocol/sentences.ts';
import { stages } from '../../../src/protocol/public-state.ts';

const facts = { position: 24, total: 24, wordCount: 24 };

describe('sentences shared by device and host', () => {
  it.each(stages)('%s fits on the glass', (stage) => {
    const { title, body = '', left, right, both } = stageSentences(stage, facts);
    expect(textWidth('bold', title)).toBeLessThanOrEqual(titleWidth);
    expect(wrap('small', body, textColumn).length).toBeLessThanOrEqual(bodyLines);
    for (const line of wrap('small', body, textColumn))
      expect(textWidth('small', line)).toBeLessThanOrEqual(textColumn);
    const foot = [left && `◀ ${left}`, both && `●● ${both}`, right && `${right} ▶`].filter(
      (text) => text !== undefined,
    );
    const used = foot.reduce((width, text) => width + textWidth('small', text), 0);
    expect(used + 4 * (foot.length - 1)).toBeLessThanOrEqual(textColumn);
  });

  it.each(['hold', 'discard', 'wipe'] as const)('%s leaves room for its bar', (stage) => {
    const { body = '' } = stageSentences(stage, facts);
    expect(wrap('small', body, textColumn).length).toBeLessThanOrEqual(bodyLines - 1);
  });

  it.each(stages)('%s is announced in whole sentences', (stage) => {
    expect(announcement(stage, facts)).toMatch(/^[A-Z].*[.?!]$/);
  });

  it('announces a position and never a word', () => {
    expect(announcement('words', { position: 5, total: 24, wordCount: 24 })).toBe(
      'Word 5 of 24 is on your device.',
    );
  });
});
