/** An address as a person compares it: whole on one screen, in groups of four. */
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { font, textWidth } from '../font/font.ts';
import type { Canvas } from './canvas.ts';
import { bodyLines, bodyTop, footerTop, margin, textColumn } from './layout.ts';
import { drawSentences } from './screens.ts';

const groupLength = 4;
const groupsARow = 4;

/** Three rows for `0x` and 40 digits, as for the 42 characters of `bc1q…`; four for the 62 of `bc1p…`. */
export function addressRows(address: string): readonly string[] {
  const prefix = address.startsWith('0x') ? 2 : 0;
  const groups = prefix === 0 ? [] : [address.slice(0, prefix)];
  for (let at = prefix; at < address.length; at += groupLength)
    groups.push(address.slice(at, at + groupLength));
  const rows: string[] = [];
  while (groups.length > 0) rows.push(groups.splice(0, groupsARow).join(' '));
  return rows;
}

export function drawAddress(canvas: Canvas, sentences: StageSentences, address: string): void {
  drawSentences(canvas, sentences);
  const rows = addressRows(address);
  // Letters of another width: a row of nothing but wide ones is smaller, and whole. So are four rows.
  const fits = rows.length <= bodyLines && rows.every((row) => textWidth('body', row) <= textColumn);
  const name = fits ? 'body' : 'small';
  const { lineHeight } = font(name);
  const top = Math.min(bodyTop, footerTop - rows.length * lineHeight);
  rows.forEach((row, index) => canvas.text(row, margin, top + index * lineHeight, { font: name }));
}
