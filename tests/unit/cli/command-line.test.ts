import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpText, readCommandLine, type Run } from '../../../src/cli/command-line.ts';
import {
  exitCodes,
  exitMeanings,
  exitOfError,
  exitOfOutcome,
  type ExitName,
} from '../../../src/cli/exit-codes.ts';
import { errorCodes } from '../../../src/protocol/errors.ts';
import { outcomes } from '../../../src/protocol/public-state.ts';

function run(...words: string[]): Run {
  const line = readCommandLine(words);
  if (line.kind !== 'run') throw new Error(`read as ${line.kind}`);
  return line;
}

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
      json: false,
      forgetWallet: false,
      records: 'usual',
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
    expect(run('create', '--records', '/tmp/known.json').records).toEqual({ file: '/tmp/known.json' });
  });

  it.each([
    [[], /^a command is needed: list, info, create, status, cancel\.$/],
    [['reveal'], /^command reveal: choose/],
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
    [['create', '--records', 'x', '--no-records'], /^--records: don't use it with --no-records\.$/],
    [['info', '--pin', '1234'], /--pin/],
  ])('refuses %j and says what to do', (words, problem) => {
    expect(readCommandLine(words)).toEqual({
      kind: 'problem',
      problem: expect.stringMatching(problem) as string,
    });
  });

  it('knows --help and --version', () => {
    expect(readCommandLine(['create', '--help'])).toEqual({ kind: 'help' });
    expect(readCommandLine(['--version'])).toEqual({ kind: 'version' });
    expect(helpText).toContain('hostblind create');
  });
});

describe('exit codes', () => {
  const names = Object.keys(exitCodes) as ExitName[];

  it('are different, and explained in the help and in the documentation alike', () => {
    expect(new Set(Object.values(exitCodes)).size).toBe(names.length);
    const manual = readFileSync(resolve(import.meta.dirname, '../../../docs/plug-in.md'), 'utf8');
    const rows = [...manual.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [
      Number(code),
      meaning,
    ]);
    expect(rows).toEqual(names.map((name) => [exitCodes[name], exitMeanings[name]]));
    for (const name of names) expect(helpText).toContain(exitMeanings[name]);
  });

  it('cover every error and every outcome; only a completed backup is 0', () => {
    expect(exitOfError('app-fault')).toBe('fault');
    for (const code of errorCodes.filter((each) => each !== 'app-fault')) {
      expect(['done', 'fault', 'usage']).not.toContain(exitOfError(code));
    }
    expect(exitOfError(undefined)).toBe('fault');
    expect(outcomes.filter((outcome) => exitOfOutcome(outcome) === 'done')).toEqual(['completed']);
    expect(exitOfOutcome('fault')).toBe('doNotUse');
  });
});
