/** The tests that failed, a line each and why in short, from reports in the shape of Vitest's JSON reporter. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ name: string, message?: string,
 *   assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} FileReport
 */

const mostOfReason = 200;

/** Without colours. @type {(messages: string[] | undefined) => string} */
function reasonIn(messages) {
  const [line = ''] = stripVTControlCharacters(messages?.[0] ?? '').split('\n');
  return line === '' ? '' : ` (${line.slice(0, mostOfReason)})`;
}

/** @type {(report: { testResults?: FileReport[] }, root: string) => string[]} */
export function failuresOf(report, root) {
  return (report.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that didn't load has a message and no test.
    if (failed.length === 0 && message) return [`FAILED ${file}: ${message.split('\n')[0]}`];
    return failed.map(
      ({ fullName, failureMessages }) => `FAILED ${file}: ${fullName}${reasonIn(failureMessages)}`,
    );
  });
}

/** At most `most` lines, and how many there are beyond. @type {(lines: string[], most?: number) => string[]} */
export function shortened(lines, most = 40) {
  const beyond = lines.length - most;
  return beyond > 0 ? [...lines.slice(0, most), `… and ${beyond} more`] : lines;
}
