/**
 * The terminal program against the real simulator: the commands of docs/terminal.md, one after the other on one device, with what they
 * print and how they end. No word, code word or PIN is in any of it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatWalletId } from '../../src/protocol/entropy/wallet-id.ts';
import { formatDate } from '../../src/text/locale/format.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { createBenchClient } from '../kit/clients/bench-client.ts';
import { startSimulator, type SimulatorProcess } from '../kit/clients/simulator-process.ts';
import {
  agree,
  agreeToName,
  checkBackupFile,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  makeBackupFile,
  restoreBackupFile,
  reveal,
  runPersonAsync,
  tap,
  wipe,
  readWord,
  type Person,
} from '../kit/drivers/person.ts';
import { appVocabulary, tokensOf } from './support/vocabulary.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/terminal.md'), 'utf8');
/** Eight digits, so that they are not found by chance. */
const pin = '40286619';
const idInDocs = '2a64 903d 77e1 5c08 b3f2 6d41 0a9e 88c7';
const dayInDocs = '24 November 2026';

interface Documented {
  readonly words: readonly string[];
  readonly exit: number;
  readonly output: readonly string[];
}

/** The commands of the page's console blocks, in order. */
function documented(): Documented[] {
  const blocks = [...page.matchAll(/^```console\n([\s\S]*?)^```/gm)].map(([, text = '']) => text);
  return blocks
    .join('')
    .split(/^\$ hostblind /m)
    .slice(1)
    .map((text) => {
      const [line = '', ...output] = text.trimEnd().split('\n');
      const [command = '', exit = '0'] = line.split(/ {2}# /);
      return { words: command.split(' '), exit: Number(exit), output };
    });
}

/** What the person does on the glass, once the device asks. */
interface OnPaper {
  words: string[];
  code: string[];
  /** How often they were entered: the first time with two of them swapped. */
  checks: number;
}

function* check(words: readonly string[], result: string): Person<void> {
  yield* agree('Check backup?');
  yield* enterPin(pin);
  yield* enterWords(words, 'halving');
  yield* expectScreen(result);
  yield* tap('right');
}

function* showWords(count: number): Person<void> {
  yield* agree('Show words?');
  yield* enterPin(pin);
  yield* reveal();
  for (let position = 1; position <= count; position += 1) {
    yield* readWord(position);
    yield* tap('right');
  }
  yield* expectScreen('All seen?');
  yield* tap('right');
}

function actAt(question: string, paper: OnPaper): Person<void> {
  const steps: Readonly<Record<string, () => Person<void>>> = {
    *'New wallet?'() {
      paper.words = yield* createWallet(12, pin);
    },
    *'Check backup?'() {
      const [first = '', second = '', ...others] = paper.words;
      paper.checks += 1;
      if (paper.checks === 1) yield* check([second, first, ...others], 'No match');
      else yield* check(paper.words, 'They match');
    },
    'Show words?': () => showWords(12),
    *'Backup file?'() {
      paper.code = yield* makeBackupFile(pin);
    },
    'Check file?': () => checkBackupFile(pin, paper.code, 'The file is good'),
    'Rename?': () => agreeToName(pin),
    *'Wipe device?'() {
      yield* agree('Wipe device?');
      yield* wipe();
    },
    'Restore file?': () => restoreBackupFile(pin, paper.code),
  };
  const step = steps[question];
  if (step === undefined) throw new Error(`nobody knows what to do at ${question}`);
  return step();
}

let simulator: SimulatorProcess;
let folder: string;
beforeAll(async () => {
  simulator = await startSimulator();
  folder = mkdtempSync(join(tmpdir(), 'hostblind-terminal-'));
});
afterAll(async () => {
  await simulator.stop();
  rmSync(folder, { recursive: true });
});

const asks = /^(?:\[\.+\] )?(\w[\w ]+\?) /;

/** Runs it, and lets the person act as soon as the device's question is in the output. */
async function run(words: readonly string[], paper: OnPaper) {
  const link = words[0] === 'records' ? [] : ['--link', 'process', '--port', new URL(simulator.wireUrl).port];
  const child = spawn(process.execPath, [join(root, 'dist-cli/hostblind.js'), ...words, ...link], {
    cwd: folder,
    env: { ...process.env, XDG_STATE_HOME: folder, COLUMNS: '' },
  });
  const bench = createBenchClient(simulator.benchUrl);
  await bench.pause();
  let output = '';
  /** Settles with what went wrong. */
  let acted: Promise<unknown> | undefined;
  const read = (text: string): void => {
    output += text;
    const question = output
      .split('\n')
      .flatMap((line) => asks.exec(line)?.[1] ?? [])
      .find((title) => title !== 'Wipe this device?' && title !== 'Enter your PIN?');
    if (question !== undefined)
      acted ??= runPersonAsync(actAt(question, paper), benchFingers(bench)).catch((fault: unknown) => {
        child.kill();
        return fault;
      });
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  const [exit] = (await once(child, 'close')) as [number];
  const fault = await acted;
  if (fault !== undefined) throw fault;
  return { exit, output };
}

/** The documented lines in order; `...` stands for any that are left out. */
function expectDocumented(
  command: string,
  documentedLines: readonly string[],
  printed: readonly string[],
): void {
  let at = 0;
  let skips = false;
  for (const line of documentedLines) {
    if (line === '...') {
      skips = true;
      continue;
    }
    const found = skips ? printed.indexOf(line, at) : at;
    expect([command, printed[found]]).toEqual([command, line]);
    at = found + 1;
    skips = false;
  }
  if (!skips) expect([command, ...printed.slice(at)]).toEqual([command]);
}

describe('docs/terminal.md', () => {
  it('is about one wallet and one day', () => {
    const all = documented().flatMap(({ output }) => output);
    const ids = all.flatMap((line) => /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/.exec(line) ?? []);
    expect(new Set(ids)).toEqual(new Set([idInDocs]));
    const days = all.flatMap((line) => /\d+ [A-Z][a-z]+ \d{4}/.exec(line) ?? []);
    expect(new Set(days)).toEqual(new Set([dayInDocs]));
  });

  it('prints what the program prints, of a whole life, in which no word is', async () => {
    const paper: OnPaper = { words: [], code: [], checks: 0 };
    let walletId = '';
    let everything = '';
    for (const { words, exit: wanted, output: lines } of documented()) {
      const { exit, output } = await run(words, paper);
      everything += output;
      if (walletId === '') {
        const bench = createBenchClient(simulator.benchUrl);
        walletId = formatWalletId((await bench.apdu(Uint8Array.of(0xc8, 5, 0, 0, 0))).slice(0, 16));
      }
      const printed = output
        .replaceAll(walletId, idInDocs)
        .replaceAll(formatDate(new Date().toISOString()), dayInDocs)
        .trimEnd()
        .split('\n');
      expectDocumented(words.join(' '), lines, printed);
      expect([words, exit]).toEqual([words, wanted]);
    }
    expect([paper.words.length, paper.code.length]).toEqual([12, 12]);
    const said = new Set(tokensOf(everything));
    const telling = [...paper.words, ...paper.code].filter((word) => !appVocabulary.has(word));
    expect(telling.length).toBeGreaterThan(0);
    expect(telling.filter((word) => said.has(word)).length).toBe(0);
    expect(everything).not.toContain(pin);
  }, 300_000);
});
