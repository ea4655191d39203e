/**
 * Which end-to-end files are run once more, by themselves. Real browsers share the computer with the other suites and with whatever
 * else runs on it: what fails there and passes alone is named at the end of the run, and isn't red. Nothing that looks for a leak gets
 * one: a leak that shows once in two runs is a leak.
 */

/** More files than this aren't bad luck. */
const most = 2;

const looksForLeaks = /leak|timing|heap/i;

/**
 * @typedef {{ name: string, message?: string,
 *   assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} FileReport
 * @typedef {{ testResults?: FileReport[] }} Report
 */

/** @type {(file: FileReport) => boolean} */
const isRed = ({ message, assertionResults }) =>
  assertionResults.some(({ status }) => status === 'failed') || (assertionResults.length === 0 && !!message);

/** @type {(file: FileReport) => boolean} */
const isAboutLeaks = ({ name, assertionResults }) =>
  looksForLeaks.test(name.split(/[\\/]/).at(-1) ?? '') ||
  assertionResults.some(({ failureMessages = [] }) =>
    failureMessages.some((message) => looksForLeaks.test(message.split('\n')[0] ?? '')),
  );

/** Paths as the report of Vitest's JSON reporter has them; none where the run is to stay red. @type {(report: Report) => string[]} */
export function worthAnotherRun({ testResults = [] }) {
  const red = testResults.filter(isRed);
  return red.length > most || red.some(isAboutLeaks) ? [] : red.map(({ name }) => name);
}

/** The report with what the second run says of its files. @type {(first: Report, second: Report) => Report} */
export function mergeReports({ testResults = [] }, second) {
  const later = new Map((second.testResults ?? []).map((file) => [file.name, file]));
  return { testResults: testResults.map((file) => later.get(file.name) ?? file) };
}

/** @type {(report: Report) => { passed: number, failed: number }} */
export function countTests({ testResults = [] }) {
  const statuses = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status }) => status),
  );
  // A file that didn't load has no test, and is one failure.
  const unloaded = testResults.filter((file) => isRed(file) && file.assertionResults.length === 0).length;
  return {
    passed: statuses.filter((status) => status === 'passed').length,
    failed: statuses.filter((status) => status === 'failed').length + unloaded,
  };
}
