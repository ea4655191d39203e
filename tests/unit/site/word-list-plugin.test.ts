/** The list of words in a built page: denser, and the same. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { build, type Rolldown } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { wordListPlugin } from '../../../src/site/word-list-plugin.ts';

const folder = resolve(import.meta.dirname, '../../../node_modules/@scure/bip39/wordlists');

/** What a page gets in place of a list of the library. */
async function builtFrom(file: string): Promise<string> {
  const [output] = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [wordListPlugin()],
    build: { write: false, lib: { entry: file, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  return (output?.output ?? []).map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
}

it('is the library’s, word for word, in less than three quarters of its size', async () => {
  const code = await builtFrom(join(folder, 'english.js'));
  const page = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    wordlist: readonly string[];
  };
  expect(page.wordlist).toEqual(wordlist);
  expect(Object.isFrozen(page.wordlist)).toBe(true);
  expect(gzipSync(code).length).toBeLessThan(gzipSync(wordlist.join('\n')).length * 0.75);
});

it('leaves every other file alone', async () => {
  expect(await builtFrom(join(folder, 'french.js'))).toContain('abaisser');
});

it('stops the build where the library no longer has it', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'hostblind-words-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  mkdirSync(join(elsewhere, '@scure/bip39/wordlists'), { recursive: true });
  const list = join(elsewhere, '@scure/bip39/wordlists/english.js');
  writeFileSync(list, 'export const wordlist = [];');
  await expect(builtFrom(list)).rejects.toThrow('no list of words');
});
