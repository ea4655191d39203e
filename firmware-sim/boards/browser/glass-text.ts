/** The picture in words, for people who do not see it: what is on the screen, and what has changed on it. */
import type { Frame, TextLine } from '../../core/board.ts';
import { frameText } from '../../../src/text/simulator/frame.ts';
import type { FingerTarget } from './button-input.ts';

interface Speech {
  /** Words of the phrase, quiz choices and PIN digits are spoken: the person asked for it, and wears headphones. */
  readonly secrets: boolean;
}

type ButtonLabels = Partial<Record<FingerTarget, string>>;

interface GlassText {
  /** All that may be told, as sentences. */
  readonly all: string;
  /** What a screen reader should say now; empty when nothing new may be told. */
  readonly news: string;
  /** What the buttons do now, as the foot of the screen says. */
  readonly labels: ButtonLabels;
}

interface Item {
  readonly text: string;
  readonly secret: boolean;
  /** The bar is on it: both buttons choose it. */
  readonly selected: boolean;
}

export interface GlassReader {
  read(frame: Frame, speech: Speech): GlassText;
}

export function createGlassReader(): GlassReader {
  let before: readonly Item[] = [];
  let titleBefore: string | undefined;
  return {
    read(frame, speech) {
      const lines = frame.lines.filter(({ text }) => text !== simulatorMark && text !== '');
      const items = joined(lines).map((line) => ({
        text: readable(line.text),
        secret: line.secret,
        selected: isUnderBar(frame, line),
      }));
      // A new title is a new screen, of which everything is news.
      const title = items[0]?.text;
      const known = title === titleBefore ? before : [];
      titleBefore = title;
      // A secret that was not spoken is not kept either.
      before = items.filter((item) => speech.secrets || !item.secret);
      const fresh = items.filter((item) => isNews(item, known));
      const turned = known.length > 0;
      return {
        all: sentences(items, speech, false),
        news: sentences(fresh, speech, turned),
        labels: labelsOf(lines),
      };
    },
  };
}

/** Drawn on every picture; the page says it beside the glass, once. */
const simulatorMark = 'SIM';

/** A sentence that the screen breaks into lines is one sentence again: lines right below each other, of one kind. */
function joined(lines: readonly TextLine[]): TextLine[] {
  const whole: TextLine[] = [];
  let above: TextLine | undefined;
  for (const line of lines) {
    const goesOn =
      above !== undefined &&
      !above.secret &&
      !line.secret &&
      line.x === above.x &&
      line.height === above.height &&
      line.y === above.y + above.height;
    const last = goesOn ? whole.pop() : undefined;
    whole.push(last === undefined ? line : { ...last, text: `${last.text} ${line.text}` });
    above = line;
  }
  return whole;
}

function isNews(item: Item, known: readonly Item[]): boolean {
  const same = known.filter(({ text }) => text === item.text);
  // An entry that the bar has left was read before.
  return !same.some(({ selected }) => selected === item.selected || selected);
}

/** `turned`: only part of a screen changed, so the hint about unspoken text has been given. */
function sentences(items: readonly Item[], speech: Speech, turned: boolean): string {
  const told = items.filter((item) => speech.secrets || !item.secret);
  const parts = told.map(({ text, selected }) => ended(selected ? frameText.selected(text) : text));
  if (told.length < items.length && !turned) parts.push(frameText.notSpoken);
  return parts.join(' ');
}

function ended(text: string): string {
  return /[.?!:,]$/.test(text) ? text : `${text}.`;
}

const controls = ['left', 'both', 'right'] as const satisfies readonly FingerTarget[];

const foot = {
  left: /^◀ (.+)$/,
  both: /^●● (.+)$/,
  right: /^(.+) ▶$/,
} as const satisfies Record<FingerTarget, RegExp>;

/** As `wayTo` writes them, without the blank of a button's name. */
const ways = { left: /^◀(\S.*)$/, right: /^(.*\S)▶$/ } as const;

function readable(text: string): string {
  if (/^●+$/.test(text)) return frameText.digitsEntered(text.length);
  for (const control of controls) {
    const label = foot[control].exec(text)?.[1];
    if (label !== undefined) return frameText.does(control, label);
  }
  for (const button of ['left', 'right'] as const) {
    const entry = ways[button].exec(text)?.[1];
    if (entry !== undefined) return frameText.turn(button, entry);
  }
  return text;
}

function labelsOf(lines: readonly TextLine[]): ButtonLabels {
  const labels: ButtonLabels = {};
  for (const { text, secret } of lines) {
    if (secret) continue;
    for (const control of controls) {
      const label = foot[control].exec(text)?.[1];
      if (label !== undefined) labels[control] = label;
    }
  }
  return labels;
}

/** The fonts leave the first two rows of a line blank; there the line above may still have its bar. */
const firstInk = 2;

/** A bar is lit from edge to edge of the screen, on the first row of pixels that belongs to the line alone. */
function isUnderBar({ pixels, width }: Frame, line: TextLine): boolean {
  // Beyond the screen there are no pixels, and none is lit.
  const row = ((line.y + firstInk) * width) / 8;
  return ((pixels[row] ?? 0) & 0x80) !== 0 && ((pixels[row + width / 8 - 1] ?? 0) & 0x01) !== 0;
}
