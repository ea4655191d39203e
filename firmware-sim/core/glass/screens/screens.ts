/** What each screen looks like: pure drawing, 128x64, one idea a screen. */
import { screenWidth } from '../../../../src/protocol/screen-size.ts';
import type { GlassMessages } from '../../../../src/text/types/glass.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { formatWalletId } from '../../../../src/protocol/entropy/wallet-id.ts';
import type { Canvas } from './canvas.ts';
import { font, roomAbove, textWidth, wrap, type FontName } from '../font/font.ts';
import { bodyTop, footerTop, margin, textColumn, titleWidth } from './layout.ts';

const middle = screenWidth / 2;
const small = font('small').lineHeight;

/** The mark that no build can hide: every frame of a simulator is drawn through this (H10). */
export function drawSimulatorMark(canvas: Canvas): void {
  const width = textWidth('small', 'SIM') + 3;
  canvas.fill(screenWidth - width, 0, width, 9);
  canvas.text('SIM', screenWidth - width + 2, -1, { inverse: true });
}

/** The topmost line of a screen, moved up by as much as its letters leave free. */
function drawTop(canvas: Canvas, text: string, name: FontName, up: number): void {
  canvas.text(text, margin, 0 - Math.min(up, roomAbove(name, text)), { font: name });
}

/** A title that would reach the mark, such as a long name, is drawn in the smaller font. */
function drawTitle(canvas: Canvas, title: string): void {
  const fits = textWidth('bold', title) <= titleWidth;
  drawTop(canvas, title, fits ? 'bold' : 'small', fits ? 2 : 0);
}

function drawBody(canvas: Canvas, body: string, top = bodyTop): void {
  wrap('small', body, textColumn).forEach((line, index) => canvas.text(line, margin, top + index * small));
}

type Foot = Pick<StageSentences, 'left' | 'right' | 'both'>;

/**
 * The nearer way round a wheel to an entry of it, such as "OK▶"; nothing where that isn't on the wheel, or is in front. Which way
 * that is depends on what is in front: it's as secret.
 */
export function wayTo(entry: string, wheel: readonly string[], at: number): string {
  const steps = wheel.indexOf(entry) - at;
  if (steps === 0 || !wheel.includes(entry)) return '';
  return (steps + wheel.length) % wheel.length <= wheel.length / 2 ? `${entry}▶` : `◀${entry}`;
}

/** Above the button at the right, or the one at the left. */
const wayTop = 43;

/** What the buttons do: left, both (two dots) and right. */
function drawFoot(canvas: Canvas, { left, right, both }: Foot): void {
  if (left !== undefined) canvas.text(`◀ ${left}`, margin, footerTop);
  if (both !== undefined) canvas.text(`●● ${both}`, middle, footerTop, { align: 'centre' });
  if (right !== undefined) canvas.text(`${right} ▶`, screenWidth - margin + 1, footerTop, { align: 'right' });
}

function drawWay(canvas: Canvas, way: string): void {
  if (way !== '') canvas.text(way, screenWidth - margin + 1, wayTop, { align: 'right', secret: true });
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
function drawRest(canvas: Canvas, { name, kind }: AtRest): void {
  if (name !== '') canvas.text(name, margin, footerTop);
  if (kind !== '') canvas.text(kind, screenWidth - margin, bodyTop, { align: 'right' });
}

/** What a device at rest says of itself; empty where it has nothing to say. */
export interface AtRest {
  readonly name: string;
  /** That no maker vouches for it. */
  readonly kind: string;
}

export function drawAtRest(canvas: Canvas, sentences: StageSentences, rest: AtRest): void {
  drawSentences(canvas, sentences);
  drawRest(canvas, rest);
}

/** A device at rest that shows its wallet ID. */
export function drawAtHome(
  canvas: Canvas,
  sentences: StageSentences,
  rest: AtRest,
  walletId: Uint8Array,
  text: GlassMessages,
): void {
  drawWalletId(canvas, sentences, walletId, text);
  drawRest(canvas, rest);
}

/** The wallet ID as it is compared with a paper or a page: large, four groups of four digits a line. */
export function drawWalletId(
  canvas: Canvas,
  sentences: StageSentences,
  walletId: Uint8Array,
  { entry }: GlassMessages,
): void {
  const digits = formatWalletId(walletId);
  drawTitle(canvas, sentences.title);
  drawBody(canvas, entry.walletIdLabel);
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
  /** A last entry that is not an answer; empty for none. */
  readonly escape: string;
  /** Which entry the bar is on; `choices.length` is the escape. */
  readonly cursor: number;
  readonly foot: Foot;
}

const choicePitch = 11;
const choicesTop = 10;
/** As many entries as fit below the title; the list scrolls with the bar. */
const choiceRows = 4;

/** At the right edge of a row, a triangle of four rows: the list goes on, `up` or down from here. */
function drawMore(canvas: Canvas, row: number, up: boolean, inverse: boolean): void {
  const top = choicesTop + row * choicePitch + 4;
  for (let width = 1; width < 8; width += 2) {
    const y = top + (up ? width - 1 : 7 - width) / 2;
    canvas[inverse ? 'darken' : 'fill'](screenWidth - 6 - (width - 1) / 2, y, width, 1);
  }
}

/** Every list of words goes round: from either end the bar comes to the other one. */
export function drawChoices(canvas: Canvas, { title, choices, escape, cursor, foot }: ChoiceView): void {
  drawTop(canvas, title, 'small', 1);
  const entries = choices.map((text) => ({ text, secret: true }));
  if (escape !== '') entries.push({ text: escape, secret: false });
  const first = Math.max(0, cursor - choiceRows + 1);
  entries.slice(first, first + choiceRows).forEach(({ text, secret }, row) => {
    const selected = row + first === cursor;
    const top = choicesTop + row * choicePitch;
    if (selected) canvas.fill(0, top, screenWidth, choicePitch);
    canvas.text(text, 6, top - 1, { font: 'body', inverse: selected, secret });
  });
  const last = choiceRows - 1;
  if (first > 0) drawMore(canvas, 0, true, false);
  if (first + last < entries.length - 1) drawMore(canvas, last, false, cursor >= last);
  drawFoot(canvas, foot);
}

export interface HalvesView {
  readonly title: string;
  /** First and last word of each half. */
  readonly left: readonly [string, string];
  readonly right: readonly [string, string];
  readonly pressed: number;
  readonly presses: number;
  /** What both buttons do. */
  readonly back: string;
}

export function drawHalves(canvas: Canvas, { title, left, right, pressed, presses, back }: HalvesView): void {
  canvas.text(title, margin, 0);
  canvas.text(`◀ ${between(left)}`, margin, 14, { font: 'body', secret: true });
  canvas.text(`${between(right)} ▶`, screenWidth - margin + 1, 32, {
    font: 'body',
    align: 'right',
    secret: true,
  });
  drawFoot(canvas, { both: back });
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
  /** As `wayTo` gives it. */
  readonly way: string;
  readonly foot: Foot;
}

export function drawLetters(canvas: Canvas, { title, typed, entry, way, foot }: LettersView): void {
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
  drawWay(canvas, way);
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
  /** As `wayTo` gives it. */
  readonly way: string;
}

export function drawRoll(
  canvas: Canvas,
  { sentences, entered, needed, wordCount, last, entry, way }: RollView,
  { dice }: GlassMessages,
): void {
  drawTitle(canvas, sentences.title);
  canvas.text(dice.place(entered + 1, needed, wordCount), margin, 15);
  const isNumber = entry.length === 1;
  canvas.text(entry, pinEntryMiddle, isNumber ? 26 : 32, {
    font: 'body',
    scale: isNumber ? 2 : 1,
    align: 'centre',
    secret: isNumber,
  });
  if (last !== undefined) {
    const label = dice.last(entered);
    canvas.text(label, margin, 33);
    canvas.text(last, margin + textWidth('small', label), 33, { secret: true });
  }
  drawFoot(canvas, sentences);
  // The number at hand is as high as the line at the right.
  if (way !== '') canvas.text(way, margin, wayTop, { secret: true });
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
  /** As `wayTo` gives it. */
  readonly way?: string;
}

export function drawPin(
  canvas: Canvas,
  { sentences, entered, entry, note, agreed, way = '' }: PinView,
): void {
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
  drawWay(canvas, way);
}
