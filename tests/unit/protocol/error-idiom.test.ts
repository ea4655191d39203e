/** Errors are told by their code, and the linter says so. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  asHostblindError,
  codedError,
  errorCode,
  foreignName,
  HostblindError,
  isCode,
} from '../../../src/protocol/errors.ts';

const scratch = join('src', 'session', 'wall-errors');

/** How often the rule speaks of some code in the session. */
function refusals(code: string): number {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, 'probe.ts');
  writeFileSync(file, code);
  try {
    execFileSync('node_modules/.bin/oxlint', ['-f', 'unix', file], { encoding: 'utf8' });
    return 0;
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return stdout.split('Errors are told by their code').length - 1;
  }
}

describe('the rule that errors are told by their code', () => {
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  it('refuses classes and names', () => {
    const of = (test: string): string => `export const one = (error: any) => ${test};`;
    for (const test of [
      'error instanceof HostblindError',
      'error instanceof DeviceFault',
      'error instanceof DOMException',
      'error instanceof Found',
      "error.name === 'Problem'",
      "'SyntaxError' !== error.name",
    ])
      expect(refusals(of(test)), test).toBe(1);
  });

  it('leaves codes, and what else has a name, alone', () => {
    const code = [
      "export const one = (error: unknown) => error instanceof Error && 'code' in error;",
      "export const two = (event: { name: string }) => event.name === 'retry';",
      'export const three = (data: unknown) => data instanceof Uint8Array;',
    ];
    expect(refusals(code.join('\n'))).toBe(0);
  });
});

describe('codes', () => {
  it('tell an error of the catalogue, of a part of the program, and of the system', () => {
    expect(isCode(new HostblindError('locked'), 'locked')).toBe(true);
    expect(isCode(new HostblindError('locked'), 'busy')).toBe(false);
    expect(isCode(codedError('usage', 'No such flag.'), 'usage')).toBe(true);
    expect(isCode({ code: 'EEXIST' }, 'EEXIST')).toBe(true);
    for (const thrown of [undefined, null, 'locked', new Error('locked')]) {
      expect(isCode(thrown, 'locked')).toBe(false);
      expect(errorCode(thrown)).toBeUndefined();
    }
    expect(errorCode(codedError('usage', 'No such flag.'))).toBeUndefined();
  });

  it('turn anything thrown into a catalogue error, and leave those as they are', () => {
    const own = new HostblindError('timeout', { detail: '6f00' });
    expect(asHostblindError(own, 'disconnected')).toBe(own);
    const foreign = Object.assign(new Error('gone'), { code: 'timeout' });
    expect(asHostblindError(foreign, 'disconnected')).toMatchObject({ code: 'timeout', cause: foreign });
    expect(asHostblindError('gone', 'disconnected')).toMatchObject({ code: 'disconnected', cause: 'gone' });
  });

  it('are missing where a browser made it: then its name tells', () => {
    expect(foreignName(new DOMException('no', 'DataError'))).toBe('DataError');
    for (const thrown of [undefined, null, 'DataError', { name: 7 }])
      expect(foreignName(thrown)).toBeUndefined();
  });
});
