import { describe, expect, it } from 'vitest';
import { countTests, mergeReports, worthAnotherRun } from '../../second-chance.mjs';

const file = (name: string, ...results: [status: string, message?: string][]) => ({
  name: `/clone/tests/e2e/${name}.test.ts`,
  assertionResults: results.map(([status, message], at) => ({
    status,
    fullName: `test ${at}`,
    failureMessages: message === undefined ? [] : [message],
  })),
});

const late = 'TimeoutError: locator.tap: Timeout 30000ms exceeded.';

describe('an end-to-end file that failed beside the other suites', () => {
  it('runs once more alone', () => {
    const testResults = [file('phone', ['passed'], ['failed', late]), file('site', ['passed'])];
    expect(worthAnotherRun({ testResults })).toEqual(['/clone/tests/e2e/phone.test.ts']);
  });

  it('stays red when more than two failed', () => {
    const testResults = ['phone', 'site', 'life'].map((name) => file(name, ['failed', late]));
    expect(worthAnotherRun({ testResults })).toEqual([]);
    expect(worthAnotherRun({ testResults: testResults.slice(1) })).toHaveLength(2);
  });

  it.each(['leaks', 'leak-scanner', 'timing', 'h9-heap'])('stays red in %s', (name) => {
    expect(worthAnotherRun({ testResults: [file(name, ['failed', late])] })).toEqual([]);
  });

  it('stays red where a leak was found, whatever else failed', () => {
    const leaked = file('phone', ['failed', 'AssertionError: leaked: expected [ …(1) ] to deeply equal []']);
    expect(worthAnotherRun({ testResults: [leaked] })).toEqual([]);
    expect(worthAnotherRun({ testResults: [file('site', ['failed', late]), leaked] })).toEqual([]);
  });
});

it('counts what the second run says of its files, and the first of all others', () => {
  const first = { testResults: [file('phone', ['passed'], ['failed', late]), file('site', ['passed'])] };
  const passing = { testResults: [file('phone', ['passed'], ['passed'])] };
  const failing = { testResults: [file('phone', ['failed', late], ['passed'])] };
  expect(countTests(first)).toEqual({ passed: 2, failed: 1 });
  expect(countTests(mergeReports(first, passing))).toEqual({ passed: 3, failed: 0 });
  expect(countTests(mergeReports(first, failing))).toEqual({ passed: 2, failed: 1 });
  // A run that came to nothing changes nothing.
  expect(countTests(mergeReports(first, {}))).toEqual({ passed: 2, failed: 1 });
});

it('counts a file that did not load as one failure', () => {
  const unloaded = { ...file('create'), message: 'No such module' };
  expect(countTests({ testResults: [unloaded] })).toEqual({ passed: 0, failed: 1 });
  expect(worthAnotherRun({ testResults: [unloaded] })).toHaveLength(1);
});
