import { expect, it } from 'vitest';
import { resultName } from '../../../src/records/book.ts';
import { recordsInEnglish } from '../../../src/text/en/records.ts';

it('a check of a file says that the file matches, one of a paper that words do', () => {
  const { results } = recordsInEnglish.ceremonies;
  const told = (what: 'check' | 'check-file', result: 'match' | 'no-match' | 'stopped'): string =>
    results[resultName({ what, result })];
  expect(told('check', 'match')).toBe('Words match');
  expect(told('check-file', 'match')).toBe('File matches');
  expect(told('check-file', 'no-match')).toBe('File doesn’t match');
  expect(told('check-file', 'stopped')).toBe(told('check', 'stopped'));
});
