/** A screen of a review: plain text as long as it is, or an address as a person compares it. */
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { font } from '../font/font.ts';
import { drawAddress } from './address-screen.ts';
import type { Canvas } from './canvas.ts';
import type { FieldPage } from './field-pages.ts';
import { bodyTop, margin } from './layout.ts';
import { drawSentences } from './screens.ts';

export function drawFieldPage(
  canvas: Canvas,
  sentences: StageSentences,
  { rows, isAddress }: FieldPage,
): void {
  const [first = ''] = rows;
  if (isAddress) {
    drawAddress(canvas, sentences, first);
    return;
  }
  drawSentences(canvas, sentences);
  rows.forEach((row, index) => canvas.text(row, margin, bodyTop + index * font('small').lineHeight));
}
