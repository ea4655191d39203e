import { expect, it } from 'vitest';
import { failuresOf, shortened } from '../../failures.mjs';

const at = (name: string, ...results: [string, string][]) => ({
  name: `/clone/tests/${name}`,
  assertionResults: results.map(([status, fullName]) => ({ status, fullName })),
});

it('names each test that failed, and its file', () => {
  const report = {
    testResults: [
      at('unit/a.test.ts', ['passed', 'is fine'], ['failed', 'a device says no'], ['failed', 'says yes']),
      at('unit/b.test.ts', ['skipped', 'is left out']),
    ],
  };
  expect(failuresOf(report, '/clone')).toEqual([
    'FAILED tests/unit/a.test.ts: a device says no',
    'FAILED tests/unit/a.test.ts: says yes',
  ]);
});

it('says in one line why a test failed', () => {
  const why = ['\u001b[31mAssertionError: the glass is dark\u001b[39m\n    at line 3', 'another'];
  const test = { status: 'failed', fullName: 'is bright', failureMessages: why };
  const report = { testResults: [{ name: '/clone/tests/e2e/d.test.ts', assertionResults: [test] }] };
  expect(failuresOf(report, '/clone')).toEqual([
    'FAILED tests/e2e/d.test.ts: is bright (AssertionError: the glass is dark)',
  ]);
});

it('names a file that did not load, and why', () => {
  const report = { testResults: [{ ...at('unit/c.test.ts'), message: 'No such module\n  at line 3' }] };
  expect(failuresOf(report, '/clone')).toEqual(['FAILED tests/unit/c.test.ts: No such module']);
  expect(failuresOf({}, '/clone')).toEqual([]);
});

it('leaves room for the line of counts when a great many failed', () => {
  const many = Array.from({ length: 43 }, (_, index) => `line ${index}`);
  expect(shortened(many)).toHaveLength(41);
  expect(shortened(many).at(-1)).toBe('… and 3 more');
  expect(shortened(many.slice(0, 40))).toHaveLength(40);
});
