/** How much of the glass each sentence of a language takes, and how much there is. Pure. */
import { accents } from '../../firmware-sim/core/glass/font/accents.generated.ts';
import { addAccents, textWidth, wrap, type FontName } from '../../firmware-sim/core/glass/font/font.ts';
import { bodyLines, textColumn, titleWidth } from '../../firmware-sim/core/glass/screens/layout.ts';
import { stages, type Activity, type Stage } from '../../src/protocol/public-state.ts';
import type { GlassMessages } from '../../src/text/types/glass.ts';

addAccents(accents);

export interface Fit {
  /** Where it is said: "consent (check-file)". */
  readonly where: string;
  readonly text: string;
  readonly used: number;
  readonly most: number;
  readonly unit: 'pixels' | 'lines';
}

interface Said {
  readonly title: string;
  readonly body?: string | undefined;
  readonly left?: string | undefined;
  readonly both?: string | undefined;
  readonly right?: string | undefined;
}

export const line = (where: string, font: FontName, text: string, most: number): Fit => ({
  where,
  text,
  used: textWidth(font, text),
  most,
  unit: 'pixels',
});

function body(where: string, text: string, most: number): readonly Fit[] {
  const lines = wrap('small', text, textColumn);
  return [
    { where, text, used: lines.length, most, unit: 'lines' },
    ...lines.map((each) => line(where, 'small', each, textColumn)),
  ];
}

/** Four pixels between two labels. */
function foot(where: string, { left, both, right }: Omit<Said, 'title' | 'body'>): Fit {
  const labels = [left && `◀ ${left}`, both && `●● ${both}`, right && `${right} ▶`].filter(
    (text) => text !== undefined,
  );
  const used = labels.reduce((width, text) => width + textWidth('small', text), 0);
  return {
    where,
    text: labels.join(' | '),
    used: used + 4 * Math.max(0, labels.length - 1),
    most: textColumn,
    unit: 'pixels',
  };
}

/** `font`: of the title. A title above a word is drawn small, all others bold. */
export const screen = (
  where: string,
  said: Said,
  font: FontName = 'bold',
  lines = bodyLines,
): readonly Fit[] => [
  line(where, font, said.title, titleWidth),
  ...body(where, said.body ?? '', lines),
  foot(where, said),
];

const withBar: readonly Stage[] = ['hold', 'discard', 'wipe'];

function stagesOf({ stage }: GlassMessages): readonly Fit[] {
  const asked: readonly (readonly [Stage, Activity | undefined, number])[] = [
    ...([undefined, 'backup-file', 'check-file', 'restore-file'] as const).flatMap((activity) =>
      stages.map((each) => [each, activity, 24] as const),
    ),
    ...(['create', 'restore', 'reveal', 'check', 'change-pin', 'wipe', 'rename', 'seed-qr'] as const).flatMap(
      (activity) =>
        (['consent', 'entry-method', 'finish', 'written'] as const).flatMap((each) =>
          [0, 24].map((wordCount) => [each, activity, wordCount] as const),
        ),
    ),
    ...(['addresses', 'identify'] as const).flatMap((activity) =>
      (['consent', 'entry-method', 'addresses'] as const).flatMap((each) =>
        [0, 24].map((wordCount) => [each, activity, wordCount] as const),
      ),
    ),
    // A SeedQR words some of them differently, and has a sentence for lengths that few devices read.
    ...[12, 18].flatMap((wordCount) =>
      (['consent', 'warning', 'entry-method', 'hold', 'seed-qr', 'written'] as const).map(
        (each) => [each, 'seed-qr', wordCount] as const,
      ),
    ),
  ];
  const mixes = [{}, { entropyCheck: true }, { dice: true }, { dice: true, entropyCheck: true }] as const;
  return [
    ...asked.map(([each, activity, wordCount]) => [each, activity, wordCount, {}] as const),
    ...mixes.map((mix) => ['consent', 'create', 24, mix] as const),
  ].flatMap(([each, activity, wordCount, mix]) => {
    const where = activity === undefined ? each : `${each} (${activity})`;
    const said = stage(each, { position: 24, total: 24, wordCount, activity, ...mix });
    const lines = withBar.includes(each) ? bodyLines - 1 : bodyLines;
    return screen(where, said, each === 'words' ? 'small' : 'bold', lines);
  });
}

function confirmOf({ confirm }: GlassMessages): readonly Fit[] {
  return [
    line('confirm.seeAgain', 'body', confirm.seeAgain, textColumn),
    ...(['create', 'backup-file'] as const).flatMap((activity) =>
      Array.from({ length: activity === 'create' ? 24 : 12 }, (_, at) => at + 1).flatMap((position) => {
        const shown = confirm.shown(activity, position);
        const question = confirm.question(activity, position, activity === 'create' ? 24 : 12);
        return [
          ...screen('confirm.wrong', confirm.wrong(activity, position)),
          line('confirm.question', 'small', question, titleWidth),
          line('confirm.shown', 'small', shown.title, titleWidth),
          foot('confirm.shown', { right: shown.right }),
        ];
      }),
    ),
  ];
}

function entryOf({ entry, pin, dice }: GlassMessages): readonly Fit[] {
  const halves = textWidth('small', `●● ${entry.halvesBack}`) / 2 + 4 + textWidth('small', '10/11');
  const said = (['check', 'check-file'] as const).flatMap((activity) => [
    entry.leave,
    entry.allLookedAt(activity),
    ...[true, false].map(entry.dontFit),
    ...(['phrase', 'checksum', 'file'] as const).map(entry.wrongCode),
    entry.anotherWallet,
    entry.match,
    ...(['word', 'swapped', 'left-out', 'extra'] as const).map((kind) => entry.noMatch[kind](23)),
    entry.noMatch.several(22, 24),
  ]);
  const hints = [
    ...(['restore', 'check-file'] as const).flatMap((activity) => [
      entry.maybeSwapped(activity, [20, 22]),
      entry.sameTwice(activity, 24),
    ]),
    entry.mayBeCode,
  ];
  return [
    ...said.flatMap((each) => screen('entry', { title: each.title, body: each.body })),
    ...hints.flatMap((each) => body('entry.hint', each, bodyLines)),
    ...[entry.listFoot, entry.wheelFoot, entry.enteredFoot].map((each) => foot('entry', each)),
    { where: 'entry.halvesBack', text: entry.halvesBack, used: halves, most: textColumn / 2, unit: 'pixels' },
    // Beside three letters, drawn twice as large; beside eight digits of a PIN.
    line('entry.remove', 'body', entry.remove, 80),
    ...[pin.remove, pin.done, dice.remove].map((each) => line('pin, dice', 'body', each, 56)),
  ];
}

/** What was agreed to, which one line says again above or below a PIN. */
function agreedOf({ agreed }: GlassMessages): readonly Fit[] {
  const activities: readonly Activity[] = [
    'restore',
    'reveal',
    'check',
    'change-pin',
    'rename',
    'seed-qr',
    'backup-file',
    'check-file',
  ];
  const mixes = [false, true].flatMap((dice) =>
    [false, true].map((entropyCheck) => ({ dice, entropyCheck })),
  );
  return [
    ...mixes.map((mix) => agreed('create', { wordCount: 24, ...mix })),
    ...activities.map((activity) => agreed(activity, { wordCount: 24 })),
  ].map((text) => line('agreed', 'small', text ?? '', textColumn));
}

const longestName = 'Português';

function othersOf({ addresses, language, pin, dice, file, rename }: GlassMessages): readonly Fit[] {
  const id = '2a64 903d';
  return [
    line('language.name', 'bold', language.name, titleWidth),
    ...[language.leave(longestName), language.leave('Français'), language.take].flatMap((text) =>
      body('language', text, bodyLines),
    ),
    ...[1, 2, 3].flatMap((left) => body('pin.wrong', pin.wrong(left), bodyLines)),
    ...[1, 2, 3].map((left) => line('pin.tries', 'small', pin.tries(left), textColumn)),
    ...screen('dice.all', dice.all(100)),
    ...Object.values(dice.flaws).flatMap((flaw) => screen('dice.flaws', flaw)),
    line('dice.place', 'small', dice.place(99, 99, 24), textColumn),
    ...body('file.restore', file.restore(id), bodyLines),
    ...Object.values(file.results(id)).flatMap((each) => screen('file.results', each)),
    ...Object.values(addresses).flatMap((each) => screen('addresses', each, 'small')),
    ...body('rename', rename('MMMMMMMMMMMM'), bodyLines),
  ];
}

/** Every sentence, once in each place where it is said. */
export const glassFits = (glass: GlassMessages): readonly Fit[] => [
  ...stagesOf(glass),
  ...confirmOf(glass),
  ...entryOf(glass),
  ...agreedOf(glass),
  ...othersOf(glass),
];

export const tooLong = (glass: GlassMessages): readonly string[] => overfull(glassFits(glass));

/** What takes more than there is, each once. */
export const overfull = (fits: readonly Fit[]): readonly string[] => [
  ...new Set(
    fits
      .filter(({ used, most }) => used > most)
      .map(({ where, text, used, most, unit }) => `${where}: "${text}" takes ${used} ${unit} of ${most}`),
  ),
];
