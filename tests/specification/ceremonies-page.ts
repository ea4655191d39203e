/** `docs/protocol/ceremonies.md`: the stages of each ceremony and every edge between them, as the firmware walks them. */
import {
  activities,
  outcomes,
  type Activity,
  type Outcome,
  type Stage,
} from '../../src/protocol/public-state.ts';
import { holdings } from '../fixtures/interruptions/table.ts';
import { ceremonyNotes, introduction } from './ceremony-notes.ts';
import { diagram } from './diagram.ts';
import { code, hexByte, list, page, table } from './markdown.ts';
import type { CeremonyWalk, Edge } from './walk.ts';
import type { Place } from './walker.ts';

const nameOfHolding = (place: Place): string =>
  Object.keys(holdings).find((name) => holdings[name] === place.holds) ?? '';

const outcomeText = (outcome: Outcome): string =>
  `${code(hexByte((outcomes as readonly Outcome[]).indexOf(outcome)))} ${outcome}`;

/** Where going through the words again makes a difference to how the ceremony can end. */
const rememberMistakes: readonly Activity[] = ['check', 'check-file', 'restore-file'];

function noteText({ activity, stage, screen, notes }: Place): string {
  if (!notes.includes('again') || stage !== 'enter-words') return '';
  if (screen === '') return ', once all words are there';
  return screen === 'Stop entering?' && rememberMistakes.includes(activity) ? ', after a mismatch' : '';
}

const screenText = ({ stage, screen }: Place): string =>
  `${code(stage)}${screen === '' ? '' : ` "${screen}"`}`;

function fromText(place: Place): string {
  const { activity, stage } = place;
  // The same screen leads elsewhere, depending on what is stored.
  const isForAny = activity === 'rename' || activity === 'language';
  const holds = stage === 'stopped' || stage === 'fault' || (isForAny && stage === 'consent');
  return `${screenText(place)}${noteText(place)}${holds ? `, holding ${nameOfHolding(place)}` : ''}`;
}

/** A ceremony is over: another activity, or an outcome that is told at no screen of its own. */
export function isEnd({ from, to, outcome, outcomeBefore }: Edge): boolean {
  if (from.activity !== to.activity) return true;
  return outcome !== outcomeBefore && outcome !== 'none' && to.stage !== 'stopped' && to.stage !== 'fault';
}

function toText(edge: Edge): string {
  const { from, to } = edge;
  if (!isEnd(edge) && !(from.stage === 'stopped' || from.stage === 'fault')) return screenText(to);
  const whose = to.activity === 'none' || to.activity === from.activity ? '' : ` of ${to.activity}`;
  return `**end**: ${code(to.stage)}${whose}`;
}

const told = ({ outcome, outcomeBefore }: Edge): string =>
  outcome === outcomeBefore || outcome === 'none' ? '' : outcomeText(outcome);

/** One row for edges that read alike; throws for two that read alike and lead elsewhere. */
function edgeRows(edges: readonly Edge[]): string[][] {
  const rows = new Map<string, string[]>();
  for (const edge of edges) {
    const { from, to, label, writes, counted } = edge;
    const beginning = [fromText(from), counted === 0 ? label : `${label}: counts as a ceremony`];
    const row = [...beginning, toText(edge), told(edge), `${nameOfHolding(to)}${writes ? ', written' : ''}`];
    const before = rows.get(beginning.join());
    if (before !== undefined && before.join() !== row.join())
      throw new Error(`two edges read alike: ${before.join(' | ')}, and ${row.join(' | ')}`);
    rows.set(beginning.join(), row);
  }
  return [...rows.values()];
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A place in the lists of cancels: with everything that can make a difference to them. */
function cancelPlace(place: Place): string {
  const again = place.stage === 'result' && place.notes.includes('again') ? ', once more' : '';
  return `${screenText(place)}${noteText(place)}${again}`;
}

/** Stages by what a cancel does there; a stage that is one of a kind is named once, without its screens. */
function cancelText(activity: Activity, { places }: CeremonyWalk): string {
  const visits = places
    .filter(({ place }) => place.activity === activity)
    .map(({ place, cancel }) => ({
      place,
      does: cancel.to.stage === 'stopped' && place.stage !== 'stopped' ? outcomeText(cancel.outcome) : '',
    }));
  const named = (place: Place): string => {
    const alike = new Set(
      visits.filter(({ place: { stage } }) => stage === place.stage).map(({ does }) => does),
    );
    return alike.size === 1 ? code(place.stage) : cancelPlace(place);
  };
  const placesOf = (wanted: string): string =>
    list(unique(visits.filter(({ does }) => does === wanted).map(({ place }) => named(place))));
  return unique(visits.map(({ does }) => does))
    .toSorted()
    .toReversed()
    .toSorted((left, right) => Number(left === '') - Number(right === ''))
    .map((does) =>
      does === ''
        ? `- A cancel is refused (${code('6986')}) at ${placesOf(does)}.`
        : `- A cancel leads to ${code('stopped')}, outcome ${does}, from ${placesOf(does)}.`,
    )
    .join('\n');
}

/** The fewest steps to a good end: the stages that a person sees when nothing comes in between. */
export function straightWay(activity: Activity, edges: readonly Edge[]): readonly Stage[] {
  const own = edges.filter(({ from }) => from.activity === activity);
  const keyOf = (place: Place): string => JSON.stringify(place);
  const [first] = own;
  if (first === undefined) return [];
  const paths: { at: Place; stages: readonly Stage[] }[] = [{ at: first.from, stages: [first.from.stage] }];
  const seen = new Set<string>();
  for (let next = paths.shift(); next !== undefined; next = paths.shift()) {
    const { at, stages } = next;
    if (seen.has(keyOf(at))) continue;
    seen.add(keyOf(at));
    for (const edge of own.filter(({ from }) => keyOf(from) === keyOf(at))) {
      const isGood = ['completed', 'match'].includes(edge.outcome) || activity === 'unlock';
      if (isEnd(edge)) {
        if (isGood) return [...stages, edge.to.stage];
        continue;
      }
      const repeated = stages.at(-1) === edge.to.stage;
      paths.push({ at: edge.to, stages: repeated ? stages : [...stages, edge.to.stage] });
    }
  }
  throw new Error(`${activity} comes to no good end`);
}

/** Stages that every ceremony has stand at the end. */
const lastStages: readonly Stage[] = ['wiped', 'stopped', 'fault'];

/** The edges of a stage side by side, the stages in the order of the straight way. */
function inOrder(edges: readonly Edge[], way: readonly Stage[]): Edge[] {
  const found = unique(edges.map(({ from }) => from.stage)) as Stage[];
  const order = [...new Set([...way, ...found])].filter((stage) => !lastStages.includes(stage));
  const placed = found.filter((stage) => !way.includes(stage) && !lastStages.includes(stage));
  // A stage off the straight way stands behind the one that leads to it.
  for (const stage of placed) {
    const source = edges.find(({ from, to }) => to.stage === stage && from.stage !== stage)?.from.stage;
    order.splice(order.indexOf(stage), 1);
    order.splice(source === undefined ? order.length : order.indexOf(source) + 1, 0, stage);
  }
  return [...order, ...lastStages].flatMap((stage) => edges.filter(({ from }) => from.stage === stage));
}

function ceremonyPart(activity: keyof typeof ceremonyNotes, walk: CeremonyWalk): string {
  const own = walk.edges.filter(({ from }) => from.activity === activity);
  const way = straightWay(activity, own);
  const edges = inOrder(own, way);
  const { title, text } = ceremonyNotes[activity];
  return [
    `## ${title}`,
    text,
    `The straight way: ${way.map(code).join(' → ')}.`,
    diagram(edges.map((edge) => ({ ...edge, ends: isEnd(edge) }))),
    table(['stage', 'what happens', 'then', 'outcome told', 'device holds'], edgeRows(edges)),
    cancelText(activity, walk),
  ].join('\n\n');
}

export function ceremoniesPage(walk: CeremonyWalk): Promise<string> {
  const parts = activities
    .filter((activity) => activity !== 'none')
    .map((activity) => ceremonyPart(activity, walk));
  return page('The ceremonies, stage by stage', introduction, ...parts);
}
