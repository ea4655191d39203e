/** `docs/protocol/screens.md`: every sentence that a device shows, from `src/text`. */
import { activities, stages, type Activity, type Stage } from '../../src/protocol/public-state.ts';
import type { StageFacts, StageSentences } from '../../src/protocol/stage-facts.ts';
import { glassText } from '../../src/text/glass.ts';
import { code, list, page, table } from './markdown.ts';
import { furtherScreens, labels } from './screens.ts';
import type { CeremonyWalk } from './walk.ts';

const introduction = `Every screen of the device: its title, its text and the names of its buttons. Host and device say the same, so the sentences are part
of [the protocol](../protocol.md#what-the-person-sees); a device in another language translates both. The app adds explanations of its own.

A number in a sentence stands for any: 24 for the words of the phrase, 12 for those of a backup code, 5 for a position, 3A7F 09C2 for the
beginning of a wallet ID, "Desk" for a name. A button without a name does nothing there. Sizes are those of the reference device, 128 by 64
pixels: a title of one line, a text of at most three, and the foot with the buttons (\`◀\` left, \`●●\` both, \`▶\` right). In its
[first second](../protocol.md#requests-and-the-glass) a screen that a host brought up has a bar in place of the foot.`;

/** Where the glass always says something more particular than the stage. */
function isParticular(activity: Activity, stage: Stage): boolean {
  if (stage === 'consent') return ['rename', 'restore-file', 'language', 'app'].includes(activity);
  return ['idle', 'wrong-pin', 'result', 'enter-words', 'confirm'].includes(stage);
}

function variantsOf(
  activity: Activity,
  stage: Stage,
): { readonly facts: StageFacts; readonly when: string }[] {
  const facts = {
    activity,
    position: stage === 'words' ? 5 : 0,
    total: stage === 'words' ? 24 : 0,
    wordCount: 24,
  };
  if (activity === 'create' && stage === 'consent')
    return [
      { facts, when: 'create, neither flag' },
      { facts: { ...facts, entropyCheck: true }, when: 'create with the entropy check' },
      { facts: { ...facts, dice: true }, when: 'create with dice' },
      { facts: { ...facts, dice: true, entropyCheck: true }, when: 'create with both' },
    ];
  if (activity === 'seed-qr' && stage === 'entry-method')
    return [
      { facts, when: 'seed-qr, 12 or 24 words' },
      { facts: { ...facts, wordCount: 18 }, when: 'seed-qr, 15, 18 or 21 words' },
    ];
  if (activity === 'backup-file' && stage === 'words')
    return [{ facts: { ...facts, total: 12 }, when: activity }];
  return [{ facts, when: activity }];
}

const row = (stage: string, when: string, { title, body, left, both, right }: StageSentences): string[] => [
  stage,
  when,
  title,
  body ?? '',
  left ?? '',
  both ?? '',
  right ?? '',
];

const heading = ['stage', 'when', 'title', 'text', 'left', 'both', 'right'];

function stageRows({ places }: CeremonyWalk): string[][] {
  const reached = new Set(places.map(({ place: { activity, stage } }) => `${activity} ${stage}`));
  return stages.flatMap((stage) => {
    const whens = new Map<string, { sentences: StageSentences; when: string[] }>();
    for (const activity of activities.filter((each) => reached.has(`${each} ${stage}`))) {
      if (isParticular(activity, stage)) continue;
      for (const { facts, when } of variantsOf(activity, stage)) {
        const sentences = glassText.stage(stage, facts);
        const known = whens.get(JSON.stringify(sentences)) ?? { sentences, when: [] };
        known.when.push(when);
        whens.set(JSON.stringify(sentences), known);
      }
    }
    const further = furtherScreens.filter((screen) => screen.stage === stage);
    return [
      ...[...whens.values()].map(({ sentences, when }) =>
        row(code(stage), whens.size + further.length === 1 ? '' : list(when), sentences),
      ),
      ...further.map(({ when, says }) => row(code(stage), when, says)),
    ];
  });
}

const generic = (title: string): string => title.replaceAll(/\d+/g, 'N');

/** No place of the walk shows a title that the page leaves out. */
function expectComplete({ places }: CeremonyWalk, rows: readonly string[][]): void {
  const titles = new Set(rows.map(([, , title = '']) => generic(title)));
  for (const { again } of places) {
    const title = generic(again().device.lines()[0] ?? '');
    if (!titles.has(title)) throw new Error(`the screens lack the title ${JSON.stringify(title)}`);
  }
}

export function screensPage(walk: CeremonyWalk): Promise<string> {
  const rows = stageRows(walk);
  expectComplete(walk, rows);
  return page(
    'The screens and their sentences',
    introduction,
    '## The screens of each stage',
    table(heading, rows),
    '## Lines and entries',
    table(
      ['where', 'what it says'],
      labels.map(({ where, says }) => [where, says]),
    ),
  );
}
