/**
 * Turns that no native writer uses, with what to say instead. `npm run check:prose` reads sentences, comments, docs and
 * test titles; a line that quotes one on purpose ends its comment with `prose-ok`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @type {readonly (readonly [RegExp, string])[]} */
export const refused = [
  [/\banew\b/i, 'again'],
  [/\bof before\b/i, 'old, earlier'],
  [/\b(?:go|goes|going|gone|went) on with\b/i, 'continue, resume'],
  [/\bgoes on by itself\b/i, 'we’ll continue'],
  [/\bfor ever\b/i, 'permanently, always'],
  [/\bof (?:its|his|her|their|your|one’s|one's) own accord\b/i, 'by itself, yourself'],
  [/\bwants? to be (?!\w+ing\b)/i, 'should be, is due for'],
  [/\bhangs? on (?:it|this|that)\b/i, 'depends on'],
  [/\b(?:nobody|no one) may ever\b/i, 'no one should ever'],
  [/\bshall\b/i, 'will, should, must'],
  [/\bwhoever\b/i, 'anyone who'],
  [/\bwords? want to\b/i, 'should be'],
  [/\bsadly not\b/i, 'not quite'],
  [/\bthe device tells\b/i, 'the device reports'],
  [/\b(?:tries|tried|try|trying|goes|go) on by itself\b/i, 'keeps trying, continues'],
  [/\ball the same\b/i, 'anyway, still'],
  [/\bthis very\b/i, 'this same'],
  [/\bhalf-way\b/i, 'halfway'],
  [/\bleaf(?:s|ed|ing)? (?:through|past|back)\b/i, 'page through'],
  [/\b(?:has|have|had)(?: not|n['’]t) got\b/i, 'has no, doesn’t have'],
  [/\bas often as one likes\b/i, 'as often as you like'],
  [/\bsown into\b/i, 'planted in'],
  [/\b(?:tells? nobody|nobody tells)\b/i, 'reports nothing, keeps secret'],
  [/\bin the same hands as\b/i, 'controlled by the same person as'],
  [/\bpower-on on\b/i, 'from power-on'],
  [/\bever after\b/i, 'from then on'],
  [/\b(?:whether|that) all is (?:copied|written|gone)\b/i, 'everything'],
  [/\blooked at again\b/i, 'reviewed'],
];

/** What is refused in a text, with the better turn. */
export function turnsIn(/** @type {string} */ text) {
  return refused.flatMap(([turn, better]) => {
    const found = turn.exec(text);
    return found === null ? [] : [`“${found[0]}” reads as translated. Write: ${better}.`];
  });
}

/** Comments and, in `src/text`, everything; the whole of a document without its code. */
export function proseOf(/** @type {string} */ path, /** @type {string} */ text) {
  const lines = text.split('\n');
  if (path.endsWith('.md')) {
    let code = false;
    return lines.map((line) => {
      if (line.startsWith('```')) code = !code;
      return code ? '' : line;
    });
  }
  if (path.startsWith('src/text/')) return lines;
  return lines.map((line) => {
    const trimmed = line.trim();
    if (trimmed.startsWith('*') || trimmed.startsWith('/*') || trimmed.startsWith('//')) return line;
    return /\s\/\/ .*$/.exec(line)?.[0] ?? '';
  });
}

export function breachesOf(/** @type {string} */ path, /** @type {string} */ text) {
  return proseOf(path, text).flatMap((line, index) =>
    line.includes('prose-ok') ? [] : turnsIn(line).map((turn) => `${path}:${index + 1}: ${turn}`),
  );
}

function main() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' });
  const paths = listed
    .split('\n')
    .filter(
      (path) => /\.(ts|mjs|md)$/.test(path) && path !== 'tests/lint/prose.mjs' && path !== 'CHANGELOG.md',
    );
  const breaches = paths.flatMap((path) => breachesOf(path, readFileSync(path, 'utf8')));
  for (const breach of breaches) process.stderr.write(`${breach}\n`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
