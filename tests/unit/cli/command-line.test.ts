import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine, type Run } from '../../../src/cli/command-line.ts';
import { commands } from '../../../src/cli/flags.ts';
import { helpText } from '../../../src/cli/help.ts';
import {
  exitCodes,
  exitMeanings,
  exitOfError,
  exitOfFault,
  exitOfOutcome,
  type ExitName,
} from '../../../src/cli/terminal/exit-codes.ts';
import { inOwnWords } from '../../../src/cli/terminal/own-words.ts';
import { conformanceParts } from '../../../src/conformance/catalogue/rules.ts';
import { errorCodes } from '../../../src/protocol/errors.ts';
import { outcomes } from '../../../src/protocol/public-state.ts';

function run(...words: string[]): Run {
  const line = readCommandLine(words);
  if (line.kind !== 'run') throw new Error(`read as ${line.kind}`);
  return line;
}

const phrase = `${'zoo '.repeat(11)}wrong`;

describe('the command line', () => {
  it('has defaults, and takes every flag', () => {
    expect(run('create')).toEqual({
      kind: 'run',
      command: 'create',
      link: undefined,
      port: undefined,
      path: undefined,
      wordCount: 24,
      candidates: 8,
      dice: false,
      file: '',
      name: undefined,
      message: '',
      account: 0,
      force: false,
      yes: false,
      json: false,
      forgetWallet: false,
      records: 'usual',
      conformance: { parts: conformanceParts, press: undefined, reports: [], long: false },
    });
    expect(run('create', '--words', '12', '--link', 'tcp', '--port', '9999', '--json')).toMatchObject({
      wordCount: 12,
      link: 'tcp',
      port: 9999,
      json: true,
    });
    expect(run('create', '--candidates', '64', '--dice')).toMatchObject({ candidates: 64, dice: true });
    expect(run('info', '--path', '/dev/hidraw3').path).toBe('/dev/hidraw3');
    for (const port of [1, 65_535])
      expect(run('info', '--link', 'process', '--port', String(port)).port).toBe(port);
    expect(run('create', '--forget-wallet').forgetWallet).toBe(true);
    expect(run('create', '--no-records').records).toBe('none');
    expect(run('info').roots).toBeUndefined();
    expect(run('info', '--roots', 'roots.json').roots).toBe('roots.json');
    expect(run('conform', '--only', 'static,timing', '--only', 'twins').conformance.parts).toEqual([
      'static',
      'timing',
      'twins',
    ]);
    expect(
      run('conform', '--press', './press', '--report', 'a.json', '--report', 'a.txt', '--long'),
    ).toMatchObject({
      conformance: { parts: conformanceParts, press: './press', reports: ['a.json', 'a.txt'], long: true },
    });
    expect(run('create', '--records', '/tmp/known.json').records).toEqual({ file: '/tmp/known.json' });
    expect(run('restore', '--words', '18')).toMatchObject({ command: 'restore', wordCount: 18 });
    expect(run('backup-file', 'my.hbbackup', '--force')).toMatchObject({ file: 'my.hbbackup', force: true });
    expect(run('check-file', 'my.hbbackup').file).toBe('my.hbbackup');
    expect(run('wipe', '--yes').yes).toBe(true);
    expect(run('rename', 'desk').name).toBe('Desk');
    expect(run('sign-message', 'Hello, Größe')).toMatchObject({ message: 'Hello, Größe', account: 0 });
    expect(run('sign-message', '--account', '2147483647', '-')).toMatchObject({
      message: '-',
      account: 2_147_483_647,
    });
    expect(run('sign-message', '--', '--json')).toMatchObject({ message: '--json', json: false });
    expect(run('language', 'DE')).toMatchObject({ command: 'language', language: 'de' });
  });

  it.each([
    [[], /^a command is needed: create, resume, check, restore, reveal, .*, conform\.$/],
    [['show-words'], /^command show-words: choose/],
    [['backup-file'], /^backup-file: name FILE, as in hostblind backup-file FILE\.$/],
    [['check-file', ''], /^check-file: name FILE/],
    [['rename'], /^rename: name NAME/],
    [['language'], /^language: name LANGUAGE, as in hostblind language LANGUAGE\.$/],
    [['language', 'klingon'], /^language klingon: choose en, de, fr, es, pt\.$/],
    [['sign-message'], /^sign-message: name TEXT, as in hostblind sign-message TEXT\.$/],
    [['sign-message', ''], /^sign-message: name TEXT/],
    [['sign-message', 'a', 'b'], /^one command at a time: b is too much\.$/],
    [['sign-message', 'a'.repeat(16_381)], /^sign-message: a message has 1 to 16380 bytes of UTF-8 text\.$/],
    // Of a phrase no word is told back, as one argument or as many.
    [['sign-message', phrase], /^that looks like a recovery phrase\. Nothing was sent\.(?!.*zoo)/],
    [['sign-message', ...phrase.split(' ')], /^that looks like a recovery phrase\.(?!.*zoo)/],
    [['restore', ...phrase.split(' ')], /^that looks like a recovery phrase\.(?!.*zoo)/],
    ...['-1', '1.5', '0x1', '', '2147483648'].map((account): [string[], RegExp] => [
      ['sign-message', 'a', `--account=${account}`],
      /^--account .*: an account is a number from 0 to 2147483647\.$/,
    ]),
    [['check', '--account', '1'], /^--account: use it with sign-message\.$/],
    [['rename', 'abandon'], /^rename abandon: choose Desk, Home,/],
    [['check', 'abandon'], /^one command at a time: abandon is too much\.$/],
    [['restore-file', 'a', 'b'], /^one command at a time: b is too much\.$/],
    [['check', '--words', '12'], /^--words: use it with create, restore,? or identify\.$/],
    [['create', '--yes'], /^--yes: use it with reveal or wipe\.$/],
    [['check-file', 'a', '--force'], /^--force: use it with backup-file\.$/],
    [['records', '--link', 'usb'], /^--link: records doesn't take it\. See hostblind records --help\.$/],
    [['info', 'status'], /^one command at a time: status is too much\.$/],
    [['create', '--candidates', '9'], /^--candidates 9: choose 8, 16, 32, 64\.$/],
    [['create', '--words', '13'], /^--words 13: choose 12, 15, 18, 21, 24\.$/],
    [['create', '--words', '0x18'], /^--words/],
    [['info', '--link', 'bluetooth'], /^--link bluetooth: choose usb, process, tcp\.$/],
    [['info', '--port', '9997'], /^--port: use it with/],
    [['info', '--link', 'tcp', '--port', '0'], /^--port 0: a port is a number from 1 to 65535\.$/],
    [['info', '--link', 'tcp', '--path', 'x'], /^--path: use it with --link usb\.$/],
    [['info', '--link', 'tcp', '--port', '65536'], /^--port 65536: a port is a number from 1 to 65535\.$/],
    [['create', '--records', ''], /^--records: name a file\.$/],
    [['create', '--roots', ''], /^--roots: name a file\.$/],
    [['create', '--records', 'x', '--no-records'], /^--records: don't use it with --no-records\.$/],
    [['info', '--pin', '1234'], /--pin/],
    [['conform', '--only', 'static,all'], /^--only all: choose static, attestation, entropy,/],
    [['conform', '--only', ''], /^--only : choose/],
    [['conform', '--press', ''], /^--press: name a command\.$/],
    [['conform', '--report', ''], /^--report: name a file\.$/],
    [['create', '--long'], /^--long: use it with conform\.$/],
    [['info', '--press', 'x'], /^--press: use it with conform\.$/],
  ])('refuses %j and says what to do', (words, problem) => {
    expect(readCommandLine(words)).toEqual({
      kind: 'problem',
      problem: expect.stringMatching(problem) as string,
    });
  });

  it('knows --help and --version', () => {
    expect(readCommandLine(['create', '--help'])).toEqual({ kind: 'help', command: 'create' });
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help', command: undefined });
    expect(readCommandLine(['--version'])).toEqual({ kind: 'version' });
    expect(helpText()).toMatch(/^ {2}create {2,}Make a new wallet/m);
    expect(helpText('check-file')).toMatch(
      /^Usage: hostblind check-file FILE \[OPTIONS\]\n\nCheck that .*\.\n/,
    );
  });
});

describe('the help', () => {
  const breaksNoWord = (text: string): void => {
    const known = new Set(helpText().split(/\s+/));
    for (const command of commands) for (const word of helpText(command).split(/\s+/)) known.add(word);
    expect(text.split(/\s+/).filter((word) => !known.has(word))).toEqual([]);
  };

  it.each([20, 40, 60, 80, 120])('fits %i columns, and breaks no word', (columns) => {
    for (const command of [undefined, ...commands]) {
      const text = helpText(command, columns - 1);
      breaksNoWord(text);
      const tooLong = text.split('\n').filter((line) => line.length >= columns);
      // Only where a word alone is too long.
      expect(tooLong.filter((line) => /\S\s+\S/.test(line.trim()) && !line.includes('--'))).toEqual([]);
    }
  });

  it('names each command, what it does, and the flags that go with it', () => {
    for (const command of commands) {
      expect(helpText()).toMatch(new RegExp(`^  ${command}( FILE| NAME| LANGUAGE| TEXT)?  `, 'm'));
      expect(helpText(command)).toMatch(new RegExp(`^Usage: hostblind ${command}`));
    }
    expect(helpText('create')).toContain('--dice');
    expect(helpText('check')).not.toContain('--dice');
    expect(helpText('backup-file')).toContain('--force');
    expect(helpText('wipe')).toContain('--yes');
    expect(helpText('rename')).toContain('Desk, Home');
    expect(helpText('language')).toContain('de (Deutsch), fr (Français)');
    expect(helpText('records')).not.toContain('--link');
  });
});

describe('exit codes', () => {
  const names = Object.keys(exitCodes) as ExitName[];

  it('are different, and explained in the help and in the documentation alike', () => {
    expect(new Set(Object.values(exitCodes)).size).toBe(names.length);
    const manual = readFileSync(resolve(import.meta.dirname, '../../../docs/terminal.md'), 'utf8');
    const rows = [...manual.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [
      Number(code),
      meaning,
    ]);
    expect(rows).toEqual(names.map((name) => [exitCodes[name], exitMeanings()[name]]));
    for (const name of names) expect(helpText()).toContain(exitMeanings()[name]);
  });

  it('cover every error and every outcome; only what was done, or fits, is 0', () => {
    expect(exitOfError('app-fault')).toBe('fault');
    for (const code of errorCodes.filter((each) => each !== 'app-fault')) {
      expect(['done', 'fault', 'usage']).not.toContain(exitOfError(code));
    }
    expect(exitOfError(undefined)).toBe('fault');
    expect(outcomes.filter((outcome) => exitOfOutcome(outcome) === 'done')).toEqual(['completed', 'match']);
    expect(exitOfOutcome('fault')).toBe('doNotUse');
    for (const outcome of ['no-match', 'wrong-code', 'other-wallet'] as const)
      expect(exitOfOutcome(outcome)).toBe('notMatching');
    expect(exitOfFault(inOwnWords('bad-file', 'a', 'b'))).toBe('badFile');
    expect(exitOfFault(inOwnWords('usage', 'a', 'b'))).toBe('usage');
    expect(exitOfFault(inOwnWords('not-in-this-state', 'a', 'b'))).toBe('notNow');
    expect(exitOfFault(new Error('a'))).toBe('fault');
  });
});
