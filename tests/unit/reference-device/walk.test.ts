/**
 * The tables of docs/protocol, against a device that was written from them: every edge of ceremonies.md, every place of answers.md with the
 * answer to each command there, and the screens. The firmware is held against the same tables by tests/unit/docs/specification.test.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referenceDevice, storageWith, type Reference } from '../../fixtures/reference/reference.ts';
import { walkReference, type Edge, type Place } from '../../fixtures/reference/walk.ts';

const page = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../docs/protocol', name), 'utf8');
const cells = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const kebab = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

const walked = await walkReference();

const placeText = ({ activity, stage, title }: Place): string => [activity, stage, title].join(' ').trim();
const edgeText = ({ from, to, outcome }: Edge): string =>
  [placeText(from), '→', placeText(to), '|', to.holds, '|', outcome === 'none' ? '' : outcome]
    .join(' ')
    .trim();

/** What the page says in words, and not in its tables. */
const besides = ['restore', 'identify'].map(
  (each) => `${each} enter-words Stop entering? → ${each} enter-words Words don't fit | nothing |`,
);

/** A row of a table as an edge: what happens is left out, which is prose. */
function edgesOf(ceremony: string, section: string): string[] {
  const activity = kebab(ceremony);
  const rows = section.split('\n').filter((row) => row.startsWith('| `'));
  return rows.map((row) => {
    const [stage = '', , then = '', told = '', holds = ''] = cells(row);
    const [, from = '', fromTitle = ''] = /^`([a-z-]+)`(?: "([^"]+)")?/.exec(stage) ?? [];
    const [, end, to = '', title = '', of] =
      /^(\*\*end\*\*: )?`([a-z-]+)`(?: "([^"]+)")?(?: of (\w+))?/.exec(then) ?? [];
    const reached = end === undefined ? activity : to === 'idle' ? 'none' : (of ?? activity);
    const place = { holds: holds.replace(', written', ''), outcome: told.replace(/^`..` ?/, '') };
    return edgeText({
      from: { activity, stage: from, title: fromTitle, holds: '' },
      by: '',
      to: { activity: reached, stage: to, title, holds: place.holds },
      outcome: place.outcome,
    });
  });
}

describe('docs/protocol/ceremonies.md', () => {
  const sections = page('ceremonies.md')
    .split('\n## ')
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', section] as const)
    // Apps are optional, and this device has none.
    .filter(([ceremony]) => ceremony !== 'App');

  it.each(sections)('%s', (ceremony, section) => {
    const mine = new Set(walked.edges.filter(({ from }) => from.activity === kebab(ceremony)).map(edgeText));
    const written = new Set(edgesOf(ceremony, section));
    expect(written.size).toBeGreaterThan(4);
    expect({
      onlyHere: [...mine].filter((edge) => !written.has(edge) && !besides.includes(edge)),
      onlyThere: [...written].filter((edge) => !mine.has(edge)),
    }).toEqual({ onlyHere: [], onlyThere: [] });
  });

  it.each(sections)('what a cancel does in %s', (ceremony, section) => {
    const listed = section.split('\n').flatMap((row) => {
      const [, told, refused] =
        /^- A cancel (?:leads to `stopped`, outcome `..` ([a-z-]+), from|(is refused))/.exec(row) ?? [];
      if (told === undefined && refused === undefined) return [];
      const items = row.slice(row.lastIndexOf(told === undefined ? ' at ' : ', from '));
      return [...items.matchAll(/`([a-z-]+)`(?: "([^"]+)")?/g)].map(([, stage = '', title]) => ({
        stage,
        title,
        outcome: told ?? '',
      }));
    });
    const mine = walked.places
      .filter(({ place }) => place.activity === kebab(ceremony))
      .map(({ place: { stage, title }, cancelled: { to, outcome } }) => ({
        stage,
        title,
        outcome,
        stops: to.stage === 'stopped' && stage !== 'stopped',
      }));
    type Item = (typeof listed)[number];
    const covers = (item: Item, one: (typeof mine)[number]): boolean =>
      item.stage === one.stage &&
      (item.title ?? one.title) === one.title &&
      item.outcome === one.outcome &&
      one.stops === (one.outcome !== '');
    expect(mine.filter((one) => !listed.some((item) => covers(item, one)))).toEqual([]);
    expect(listed.filter((item) => !mine.some((one) => covers(item, one)))).toEqual([]);
  });
});

describe('docs/protocol/answers.md', () => {
  const text = page('answers.md');
  const [, table = ''] = text.split('## Well-formed commands');
  const [heading = '', , ...rows] =
    table
      .split('## The states')[0]
      ?.split('\n')
      .filter((row) => row.startsWith('| ')) ?? [];
  const columns = cells(heading)
    .slice(1)
    .map((names) => names.split(', '));
  const file =
    '48424241434b555003011218ddfda894474de35b65824fb927604c17a51e2fc9a76a05b61be9b41f26bd26082ee8a5f48c443704ebb563f3fd279f303d1236ba321034f0706f759eed30a0ea9b8aea0d0ed6d81fd4bfef0949043e819db61500919a4691cb12ecde3dec179d402a08aecf811567d67a28fef1a4e26a';
  const part = Array.from({ length: 32 }, (_, at) => (at + 100).toString(16)).join('');
  /** A well-formed message of each command; open and keep take the ID of the candidate. */
  const messages: Readonly<Record<string, (id: string) => string>> = {
    info: () => 'c801000000',
    cancel: () => 'c803000000',
    attest: () => `c804000020${part}`,
    wallet: () => 'c805000000',
    name: () => 'c806000000',
    'read file': () => 'c807000000',
    certificate: () => 'c808000000',
    create: () => 'c8100000020c00',
    commit: () => 'c811000000',
    entropy: () => `c812000020${part}`,
    open: (id) => `c813000010${id}`,
    keep: (id) => `c814000010${id}`,
    reveal: () => 'c820000000',
    check: () => 'c821000000',
    restore: () => 'c8220000010c',
    'change PIN': () => 'c823000000',
    wipe: () => 'c824000000',
    rename: () => 'c8250000044465736b',
    language: () => 'c82a0000026465',
    addresses: () => 'c82b000000',
    identify: () => 'c82c0000010c',
    languages: () => 'c809000000',
    'seed QR': () => 'c826000000',
    'backup file': () => 'c827000000',
    'check file': () => `c82800007c${file}`,
    'restore file': () => `c82900007c${file}`,
  };
  /** State by state: each command's answer there. Certificates differ by the length of the names in them. */
  const expected = new Map(
    rows.map((row) => {
      const [state = '', ...answers] = cells(row);
      const each = answers.flatMap((answer, at) =>
        (columns[at] ?? []).map((command) => [command, answer.replace('+ 175', '+ 176')] as const),
      );
      return [state, Object.fromEntries(each)];
    }),
  );
  const states = [...text.matchAll(/\*\*State (\d+)\*\*\n\n((?:- .*\n)+)/g)].flatMap(
    ([, state = '', items = '']) =>
      items
        .trim()
        .split('\n')
        .map((item) => ({ state, item: item.slice(2) })),
  );
  const stateOf = ({ activity, stage, holds }: Place): string[] =>
    states
      .filter(({ item }) => {
        const [ceremonies = '', stages = ''] = item.split(': ');
        const isHere = ceremonies
          .replace('no activity', 'none')
          .split(/, | and /)
          .includes(activity);
        return (
          isHere &&
          [...stages.matchAll(/`([a-z-]+)`(?: \(holding ([a-z ]+)\))?/g)].some(
            ([, name, held = holds]) => name === stage && held === holds,
          )
        );
      })
      .map(({ state }) => state);

  const said = (answer: string): string => {
    const word = `\`${answer.slice(-4).toUpperCase()}\``;
    return answer.length === 4 ? word : `${word} + ${answer.length / 2 - 2}`;
  };
  type Send = (command: string) => string;
  interface Talk {
    readonly send: Send;
    readonly id?: string;
  }

  const onlyTells = new Set(['info', 'attest', 'wallet', 'name', 'read file', 'certificate']);

  /** Each command on a device of its own, where it changes what the next one is answered. */
  async function answersOf(make: () => Promise<Talk>, state: string): Promise<Record<string, string>> {
    const shared = await make();
    const answers: Record<string, string> = {};
    for (const command of Object.keys(messages)) {
      const acts = expected.get(state)?.[command]?.startsWith('`9000`') === true && !onlyTells.has(command);
      const { send, id = '00'.repeat(16) } = acts ? await make() : shared;
      answers[command] = said(send(messages[command]?.(id) ?? ''));
    }
    return answers;
  }

  it('has the answer to every command at every place', async () => {
    expect(walked.places.length).toBeGreaterThan(150);
    for (const { place, again } of walked.places) {
      const [state = '', ...more] = stateOf(place);
      expect({ place, more, known: expected.has(state) }).toEqual({ place, more: [], known: true });
      expect({ place, answers: await answersOf(again, state) }).toEqual({
        place,
        answers: expected.get(state),
      });
    }
  });

  const unlocked = async (...lines: string[]): Promise<Reference> => {
    const storage = await storageWith(
      'legal winner thank year wave sausage worth useful legal winner thank yellow',
      '1234',
      'backed-up',
    );
    const reference = referenceDevice({ storage });
    await reference.does('pin 1234', ...lines);
    return reference;
  };
  async function checking(opened: number, then: 'committed' | 'mixed' | 'kept'): Promise<Talk> {
    const { ask, send, does } = referenceDevice();
    ask('c8100000020c01');
    await does('agree');
    let id = '';
    for (let number = 0; number <= opened; number += 1) {
      ask('c811000000');
      if (number === opened && then === 'committed') break;
      id = ask(`c812000020${number.toString(16).padStart(64, '0').replace('00', '11')}`);
      if (number < opened) ask(`c813000010${id}`);
    }
    if (then === 'kept') ask(`c814000010${id}`);
    return { send, id: id === '' ? '00'.repeat(16) : id };
  }
  const further: Readonly<Record<string, () => Promise<Talk>>> = {
    '`idle`, backed up, with a released backup file': async () => {
      const reference = await unlocked();
      reference.ask('c827000000');
      await reference.does('agree', 'pin 1234', 'reveal', 'confirm-words', 'next');
      return reference;
    },
    '`idle`, backed up, in the 30 s after three withdrawn requests': async () => {
      const reference = await unlocked();
      for (let times = 0; times < 3; times += 1) {
        reference.ask('c820000000');
        reference.ask('c803000000');
        await reference.does('next');
      }
      return reference;
    },
    '`entropy`, a candidate was committed to': () => checking(0, 'committed'),
    '`entropy`, the candidate has the part of the host': () => checking(0, 'mixed'),
    '`entropy`, so has the 65th candidate': () => checking(64, 'mixed'),
    '`choose-pin`, after a candidate was kept': () => checking(0, 'kept'),
    'any stage of a ceremony that another link asked for': async () => {
      const { ask, send } = await unlocked();
      ask('c820000000', 'a link');
      return { send: (command) => send(command, 'another') };
    },
    'a fault at power-on': () =>
      Promise.resolve(referenceDevice({ random: (length) => Buffer.alloc(length) })),
  };

  it.each(states.filter(({ item }) => !/^[a-z, -]+: /.test(item)))(
    'state $state: $item',
    async ({ state, item }) => {
      const make = further[item];
      if (make === undefined) throw new Error('nobody says how a device comes there');
      expect(await answersOf(make, state)).toEqual(expected.get(state));
    },
  );

  const malformed = text.split('\n').flatMap((row) => {
    const [, message, answer = ''] = /^\| (\(nothing\)|`[0-9A-F …]+`) +\| `(\w{4})` \|/.exec(row) ?? [];
    if (message === undefined) return [];
    const hex = message.replace(/[^0-9A-F]/g, '');
    return [
      {
        message,
        hex: message.includes('…') ? hex.slice(0, 10).padEnd(74, '0') : hex,
        answer: answer.toLowerCase(),
      },
    ];
  });

  it.each(malformed)('$message is $answer in every state', async ({ hex, answer }) => {
    for (const make of [
      ...Object.values(further).filter((_, at) => at !== 4),
      () => Promise.resolve(referenceDevice()),
    ]) {
      const { send } = await make();
      expect(send(hex)).toBe(answer);
    }
  });

  it('lists malformed messages', () => {
    expect(malformed.length).toBeGreaterThan(15);
  });
});

describe('docs/protocol/screens.md', () => {
  it('has every screen of the device, by stage, title and buttons', () => {
    const rows = page('screens.md')
      .split('\n')
      .filter((row) => row.startsWith('| `'))
      .map(cells)
      .filter((row) => row.length === 7);
    const plain = (title: string): string =>
      title.replace(/^(\w+ ?\w* )\d+ of \d+$/, '$1N of N').replace(/\d+/g, 'N');
    const known = new Set(
      rows.map(([stage = '', , title = '', , left, both, right]) =>
        JSON.stringify([stage.replaceAll('`', ''), plain(title), left, both, right]),
      ),
    );
    expect(rows.length).toBeGreaterThan(60);
    const unknown = walked.screens.filter(({ stage, title, left = '', both = '', right = '', entry }) => {
      // What a wheel's buttons are called is the wheel's affair, and this device has none.
      if (entry === 'pin' || entry === 'word' || stage === 'seed-qr') return false;
      return !known.has(JSON.stringify([stage, plain(title), left, both, right]));
    });
    expect(unknown).toEqual([]);
  });
});
