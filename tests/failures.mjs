/** The tests that failed, a line each, from reports in the shape of Vitest's JSON reporter. */
import { relative } from 'node:path';

/**
 * @typedef {{ name: string, message?: string,
 *   assertionResults: { status: string, fullName: string }[] }} FileReport
 */

/** @type {(report: { testResults?: FileReport[] }, root: string) => string[]} */
export function failuresOf(report, root) {
  return (report.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that didn't load has a message and no test.
    if (failed.length === 0 && message) return [`FAILED ${file}: ${message.split('\n')[0]}`];
    return failed.map(({ fullName }) => `FAILED ${file}: ${fullName}`);
  });
}

/** At most `most` lines, and how many there are beyond. @type {(lines: string[], most?: number) => string[]} */
export function shortened(lines, most = 40) {
  const beyond = lines.length - most;
  return beyond > 0 ? [...lines.slice(0, most), `… and ${beyond} more`] : lines;
}
