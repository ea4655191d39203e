import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { udevRules, udevRulesFile } from '../../../src/transport/udev-rules.ts';

it('the rules that the app shows are those of the file that the repository ships', () => {
  const file = resolve(import.meta.dirname, '../../../docs', basename(udevRulesFile));
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines).toEqual([...udevRules]);
});
