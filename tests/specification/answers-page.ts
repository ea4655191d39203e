/** `docs/protocol/answers.md`: the status word and the length of every answer, in every state. */
import { activities, type Activity } from '../../src/protocol/public-state.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { answerStates, commandNames, malformedAnswers, type AnswerState } from './answers.ts';
import { code, list, page, table } from './markdown.ts';
import { malformed } from './messages.ts';
import type { CeremonyWalk } from './walk.ts';
import type { Place } from './walker.ts';

const introduction = `What a device answers to each command of [the protocol](../protocol.md#commands), at every stage of every ceremony, in each state
that storage can be in. The states are those of [ceremonies.md](ceremonies.md).`;

const order = `## The order of checks

A device answers with the first check that fails:

1. **Class.** A first byte that is neither \`C8\` nor \`B0\`: \`6E00\`, in a message of any length. (An empty message is \`6700\`.)
2. **Form.** Fewer than four bytes, or a fifth byte that isn't the number of bytes after it: \`6700\`.
3. **Instruction.** Not one of this class that the device has: \`6D00\`.
4. **Parameters.** P1 or P2 isn't zero: \`6B00\`.
5. **Length.** The data has a length that the command doesn't take: \`6700\`.
6. **Data.** A value that the command never takes: \`6A80\`.
7. **Fault.** A device that found a fault at power-on: \`6F00\`, but for app name and status.
8. **Link.** Another link's ceremony is under way: \`6601\`, but for app name, info, certificate, status and cancel.
9. **State.** For a request: \`5515\` in the activity unlock; else \`6601\` in any other activity and in the 30 s after three withdrawn requests;
   else \`6986\` for a wallet that is or isn't there, and for the language that the device speaks. For a step of the entropy check: \`5515\` in the activity unlock, else \`6986\` out of its turn.
   For wallet and read file: \`6986\` unless a wallet is backed up, else \`5515\` while it's locked, else \`6986\` for what wasn't released.
10. **The candidate.** Open and keep with the ID of another one, entropy with a part that came before in this ceremony: \`6A80\`.

A device with apps looks first whether a message is one of [theirs](../protocol.md#apps); the tables are those of links that can't wait for a person, on which
it has none.

Messages that fail in 1 to 6 have these answers, in every state and on every link:`;

const titles: Readonly<Record<(typeof commandNames)[number], string>> = {
  appName: 'app name',
  info: 'info',
  status: 'status',
  cancel: 'cancel',
  attest: 'attest',
  wallet: 'wallet',
  name: 'name',
  readFile: 'read file',
  certificate: 'certificate',
  languages: 'languages',
  create: 'create',
  commit: 'commit',
  entropy: 'entropy',
  open: 'open',
  keep: 'keep',
  reveal: 'reveal',
  check: 'check',
  restore: 'restore',
  changePin: 'change PIN',
  wipe: 'wipe',
  rename: 'rename',
  seedQr: 'seed QR',
  backupFile: 'backup file',
  checkFile: 'check file',
  restoreFile: 'restore file',
  language: 'language',
  addresses: 'addresses',
  identify: 'identify',
  protect: 'protect',
  nonce: 'nonce',
};

const bytesText = (message: Uint8Array): string => {
  const hex = toHex(message)
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1 ');
  const short = message.length > 12 ? `${hex.slice(0, 20)} …` : hex;
  return short === '' ? '(nothing)' : code(short);
};

interface Group {
  readonly answers: readonly string[];
  readonly where: (Place | string)[];
}

function groupsOf(states: readonly AnswerState[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { where, answers } of states) {
    const group = groups.get(answers.join()) ?? { answers, where: [] };
    group.where.push(where);
    groups.set(answers.join(), group);
  }
  return [...groups.values()];
}

const holdingNames = {
  empty: 'holding nothing',
  'unfinished-backup': 'holding unfinished',
  'backed-up': 'holding backed up',
};

/** The states of a group, by activity. A stage has what the device holds beside it where that decides. */
function statesText({ where }: Group, groups: readonly Group[]): string {
  const places = where.filter((each) => typeof each !== 'string');
  const decides = ({ activity, stage }: Place): boolean =>
    groups.filter((group) =>
      group.where.some(
        (each) => typeof each !== 'string' && each.activity === activity && each.stage === stage,
      ),
    ).length > 1;
  const text = (place: Place): string =>
    decides(place) ? `${code(place.stage)} (${holdingNames[place.holds]})` : code(place.stage);
  const byStages = new Map<string, Activity[]>();
  for (const activity of activities) {
    const stages = new Set(places.filter((place) => place.activity === activity).map(text));
    if (stages.size === 0) continue;
    const key = list([...stages]);
    byStages.set(key, [...(byStages.get(key) ?? []), activity]);
  }
  const walked = [...byStages].map(([stages, of]) =>
    of[0] === 'none' ? `no activity: ${stages}` : `${list(of)}: ${stages}`,
  );
  const told = [...walked, ...where.filter((each) => typeof each === 'string')];
  return told.map((each) => `- ${each}`).join('\n');
}

/** Commands that are answered alike in every state share a column. */
function columnsOf(states: readonly AnswerState[]): { readonly name: string; readonly at: number }[] {
  const columns = new Map<string, { names: string[]; at: number }>();
  commandNames.forEach((name, at) => {
    const key = states.map(({ answers }) => answers[at]).join();
    const column = columns.get(key) ?? { names: [], at };
    column.names.push(titles[name]);
    columns.set(key, column);
  });
  return [...columns.values()].map(({ names, at }) => ({ name: names.join(', '), at }));
}

export function answersPage(walk: CeremonyWalk): Promise<string> {
  const states = answerStates(walk);
  const groups = groupsOf(states);
  const columns = columnsOf(states);
  const isSame = (at: number): boolean => new Set(states.map(({ answers }) => answers[at])).size === 1;
  const same = columns.filter(({ at }) => isSame(at));
  const shown = columns.filter(({ at }) => !isSame(at));
  return page(
    'Answers: every command in every state',
    introduction,
    order,
    table(
      ['message', 'answer', 'why'],
      malformed.map(({ message, why }, index) => [
        bytesText(message),
        code(malformedAnswers[index] ?? ''),
        why,
      ]),
    ),
    `## Well-formed commands

The same in every state: ${list(same.map(({ name, at }) => `${name} ${states[0]?.answers[at] ?? ''}`))}. A number after a status word is the
length of the data before it; the states are numbered, and [listed below](#the-states). Commands that are answered alike everywhere share a
column. Open and keep name the right candidate here, where there is one; the name is that of a device that has none, and takes up to 12 bytes.`,
    table(
      ['state', ...shown.map(({ name }) => name)],
      groups.map(({ answers }, index) => [String(index + 1), ...shown.map(({ at }) => answers[at] ?? '')]),
    ),
    '## The states',
    groups.map((group, index) => `**State ${index + 1}**\n\n${statesText(group, groups)}`).join('\n\n'),
  );
}
