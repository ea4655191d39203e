/** What each screen looks like: pure drawing, 128x64, one idea a screen. */
import { screenWidth } from '../../../../src/protocol/models.ts';
import { glassText } from '../../../../src/text/glass.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { formatWalletId } from '../../../../src/protocol/entropy/wallet-id.ts';
import type { Canvas } from './canvas.ts';
import { font, textWidth, wrap } from '../font/font.ts';

const middle = screenWidth / 2;
const margin = 2;
/** The width for text, in pixels. */
export const textColumn = screenWidth - 2 * margin;
const footerTop = 54;
const bodyTop = 16;
const small = font('small').lineHeight;

/** How many lines of the small font fit between title and foot. */
export const bodyLines = 3;
/** The widest title that leaves room for the simulator's mark. */
export const titleWidth = 106;

/** The mark that no build can hide: every frame of a simulator is drawn through this (H10). */
export function drawSimulatorMark(canvas: Canvas): void {
  const width = textWidth('small', 'SIM') + 3;
  canvas.fill(screenWidth - width, 0, width, 9);
  canvas.text('SIM', screenWidth - width + 2, -1, { inverse: true });
}

/** A title that would reach the mark, such as a long name, is drawn in the smaller font. */
function drawTitle(canvas: Canvas, title: string): void {
  const fits = textWidth('bold', title) <= titleWidth;
  canvas.text(title, margin, fits ? -2 : 0, { font: fits ? 'bold' : 'small' });
}

function drawBody(canvas: Canvas, body: string, top = bodyTop): void {
  wrap('small', body, textColumn).forEach((line, index) => canvas.text(line, margin, top + index * small));
}

type Foot = Pick<StageSentences, 'left' | 'right' | 'both'>;

/** What the buttons do: left, both (two dots) and right. */
function drawFoot(canvas: Canvas, { left, right, both }: Foot): void {
  if (left !== undefined) canvas.text(`◀ ${left}`, margin, footerTop);
  if (both !== undefined) canvas.text(`●● ${both}`, middle, footerTop, { align: 'centre' });
  if (right !== undefined) canvas.text(`${right} ▶`, screenWidth - margin + 1, footerTop, { align: 'right' });
}

export function drawSentences(canvas: Canvas, sentences: StageSentences): void {
  drawTitle(canvas, sentences.title);
  if (sentences.body !== undefined) drawBody(canvas, sentences.body);
  drawFoot(canvas, sentences);
}

/** In the place of the buttons' names: how much of the time is left in which none is taken. */
export function drawDeaf(canvas: Canvas, left: number): void {
  const width = Math.ceil(textColumn * left);
  canvas.fill(margin, footerTop + 4, width, 2);
}

/** A name is what somebody else made up: small, quoted, and never where the device speaks for itself (H2). */
function drawName(canvas: Canvas, name: string): void {
  if (name !== '') canvas.text(glassText.name(name), margin, footerTop);
}

/** A device at rest. */
export function drawAtRest(canvas: Canvas, sentences: StageSentences, name: string): void {
  drawSentences(canvas, sentences);
  drawName(canvas, name);
}

/** A device at rest that shows its wallet ID. */
export function drawAtHome(canvas: Canvas, title: string, name: string, walletId: Uint8Array): void {
  drawWalletId(canvas, { title }, walletId);
  drawName(canvas, name);
}

/** The wallet ID as it is compared with a paper or a page: large, four groups of four digits a line. */
export function drawWalletId(canvas: Canvas, sentences: StageSentences, walletId: Uint8Array): void {
  const digits = formatWalletId(walletId);
  drawTitle(canvas, sentences.title);
  drawBody(canvas, glassText.entry.walletIdLabel);
  [digits.slice(0, 19), digits.slice(20)].forEach((line, index) =>
    canvas.text(line, margin, bodyTop + small + index * font('body').lineHeight, { font: 'body' }),
  );
  drawFoot(canvas, sentences);
}

/** `progress` runs from 0 to 1. */
export function drawHold(canvas: Canvas, sentences: StageSentences, progress: number): void {
  drawSentences(canvas, sentences);
  const top = 43;
  const width = screenWidth - 4;
  canvas.fill(0, top, screenWidth, 1);
  canvas.fill(0, top + 7, screenWidth, 1);
  canvas.fill(0, top, 1, 8);
  canvas.fill(screenWidth - 1, top, 1, 8);
  canvas.fill(2, top + 2, Math.round(width * Math.min(progress, 1)), 4);
}

/** A title and what the buttons do. */
export type ButtonSentences = Pick<StageSentences, 'title' | 'left' | 'right'>;

export interface WordView {
  readonly sentences: ButtonSentences;
  readonly word: string;
  /** Such as "The same word as word 3". */
  readonly note: string | undefined;
}

export function drawWord(canvas: Canvas, { sentences, word, note }: WordView): void {
  canvas.text(sentences.title, margin, 0);
  canvas.text(word, middle, 13, { font: 'body', scale: 2, align: 'centre', secret: true });
  if (note !== undefined) canvas.text(note, middle, 42, { align: 'centre' });
  drawFoot(canvas, sentences);
}

export interface EnteredWordView {
  readonly title: string;
  readonly word: string;
  readonly foot: Foot;
}

/** As a word of the phrase is shown, with a way to change it. */
export function drawEnteredWord(canvas: Canvas, { title, word, foot }: EnteredWordView): void {
  canvas.text(title, margin, 0);
  canvas.text(word, middle, 13, { font: 'body', scale: 2, align: 'centre', secret: true });
  drawFoot(canvas, foot);
}

export interface ChoiceView {
  readonly title: string;
  readonly choices: readonly string[];
  /** A last entry that is not an answer. */
  readonly escape: string;
  /** Which entry the bar is on; `choices.length` is the escape. */
  readonly cursor: number;
  readonly foot: Foot;
}

const choicePitch = 11;
const choicesTop = 10;
/** As many entries as fit below the title; the list scrolls with the bar. */
const choiceRows = 4;

export function drawChoices(canvas: Canvas, { title, choices, escape, cursor, foot }: ChoiceView): void {
  canvas.text(title, margin, -1);
  const entries = [...choices.map((text) => ({ text, secret: true })), { text: escape, secret: false }];
  const first = Math.max(0, cursor - choiceRows + 1);
  entries.slice(first, first + choiceRows).forEach(({ text, secret }, row) => {
    const selected = row + first === cursor;
    const top = choicesTop + row * choicePitch;
    if (selected) canvas.fill(0, top, screenWidth, choicePitch);
    canvas.text(text, 6, top - 1, { font: 'body', inverse: selected, secret });
  });
  drawFoot(canvas, foot);
}

export interface HalvesView {
  readonly title: string;
  /** First and last word of each half. */
  readonly left: readonly [string, string];
  readonly right: readonly [string, string];
  readonly pressed: number;
  readonly presses: number;
}

export function drawHalves(canvas: Canvas, { title, left, right, pressed, presses }: HalvesView): void {
  canvas.text(title, margin, 0);
  canvas.text(`◀ ${between(left)}`, margin, 14, { font: 'body', secret: true });
  canvas.text(`${between(right)} ▶`, screenWidth - margin + 1, 32, {
    font: 'body',
    align: 'right',
    secret: true,
  });
  drawFoot(canvas, { both: 'Back' });
  canvas.text(`${pressed}/${presses}`, screenWidth - margin, footerTop, { align: 'right' });
}

function between([first, last]: readonly [string, string]): string {
  return first === last ? first : `${first} - ${last}`;
}

export interface LettersView {
  readonly title: string;
  /** The letters entered so far. */
  readonly typed: string;
  /** A letter, or `Delete`. */
  readonly entry: string;
  readonly foot: Foot;
}

export function drawLetters(canvas: Canvas, { title, typed, entry, foot }: LettersView): void {
  canvas.text(title, margin, 0);
  const isLetter = entry.length === 1;
  const pen = margin + textWidth('body', typed) * 2;
  if (typed !== '') canvas.text(typed, margin, 17, { font: 'body', scale: 2, secret: true });
  if (isLetter) {
    canvas.fill(pen + 1, 17, textWidth('body', entry) * 2 + 2, 26);
    canvas.text(entry, pen + 2, 17, { font: 'body', scale: 2, inverse: true, secret: true });
  } else {
    canvas.text(entry, screenWidth - margin, 30, { font: 'body', align: 'right' });
  }
  drawFoot(canvas, foot);
}

/** Right of the dots: eight of them are 64 pixels wide. */
const pinEntryMiddle = 96;

export interface RollView {
  readonly sentences: StageSentences;
  readonly entered: number;
  readonly needed: number;
  readonly last: string | undefined;
  readonly wordCount: number;
  /** A number from 1 to 6, or `Delete`. */
  readonly entry: string;
}

export function drawRoll(
  canvas: Canvas,
  { sentences, entered, needed, wordCount, last, entry }: RollView,
): void {
  drawTitle(canvas, sentences.title);
  canvas.text(glassText.dice.place(entered + 1, needed, wordCount), margin, 15);
  const isNumber = entry.length === 1;
  canvas.text(entry, pinEntryMiddle, isNumber ? 26 : 32, {
    font: 'body',
    scale: isNumber ? 2 : 1,
    align: 'centre',
    secret: isNumber,
  });
  if (last !== undefined) {
    const label = glassText.dice.last(entered);
    canvas.text(label, margin, 33);
    canvas.text(last, margin + textWidth('small', label), 33, { secret: true });
  }
  drawFoot(canvas, sentences);
}

export interface PinView {
  readonly sentences: StageSentences;
  readonly entered: number;
  /** A digit, `OK` or `Delete`. */
  readonly entry: string;
  /** Below the title, instead of the sentences' own, which then stands below the dots. */
  readonly note?: string | undefined;
  /** Below the dots, at most half a line. */
  readonly agreed?: string | undefined;
}

export function drawPin(canvas: Canvas, { sentences, entered, entry, note, agreed }: PinView): void {
  drawTitle(canvas, sentences.title);
  const line = note ?? sentences.body;
  if (line !== undefined) canvas.text(line, margin, 15);
  const below = agreed ?? (note === undefined ? undefined : sentences.body);
  if (below !== undefined) canvas.text(below, margin, 43);
  const isDigit = entry.length === 1;
  if (entered > 0) canvas.text('●'.repeat(entered), margin, 33);
  canvas.text(entry, pinEntryMiddle, isDigit ? 26 : 32, {
    font: 'body',
    scale: isDigit ? 2 : 1,
    align: 'centre',
    secret: isDigit,
  });
  drawFoot(canvas, sentences);
}
