/**
 * What holds for the house as a whole, beside the walls: no two folders import each other, however far round; an exported name exists
 * once; no folder is a drawer; no page holds a text. `npm run check:house`; ends with 1 and a line for each breach.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textsInMarkup } from './markup.mjs';
import { roomOf, targetOf } from './walls.mjs';

/** Files in a folder. */
const folderLimit = 22;

/** @typedef {ReadonlyMap<string, string>} Sources Path from the root to the file's text. */

/** Every room that a room imports, by its files' own imports. */
export function graphOf(/** @type {Sources} */ sources) {
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  for (const [file, text] of sources) {
    const room = roomOf(file);
    if (room === undefined) continue;
    const reached = graph.get(room) ?? new Set();
    graph.set(room, reached);
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport\(?)\s*'(\.[^'\n]+)'/g)) {
      const target = targetOf(file, specifier);
      if (target !== undefined && roomOf(`${target}/x.ts`) !== undefined) reached.add(target);
    }
  }
  return graph;
}

/** Ways from a room back to itself, each named once. */
export function cyclesOf(/** @type {ReadonlyMap<string, ReadonlySet<string>>} */ graph) {
  const cycles = [];
  const done = new Set();
  const walk = (/** @type {string} */ room, /** @type {string[]} */ way) => {
    const at = way.indexOf(room);
    if (at >= 0) {
      cycles.push([...way.slice(at), room].join(' → '));
      return;
    }
    if (done.has(room)) return;
    for (const next of graph.get(room) ?? []) walk(next, [...way, room]);
    done.add(room);
  };
  for (const room of graph.keys()) walk(room, []);
  return cycles;
}

/** Names that more than one file exports. What a file passes on from another counts there alone. */
export function namesExportedTwice(/** @type {Sources} */ sources) {
  /** @type {Map<string, string[]>} */
  const homes = new Map();
  for (const [file, text] of sources) {
    const names = text.matchAll(
      /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
    );
    for (const name of new Set([...names].map(([, found = '']) => found))) {
      homes.set(name, [...(homes.get(name) ?? []), file]);
    }
  }
  return [...homes]
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => `${name}: ${places.join(', ')}`);
}

export function drawersOf(/** @type {Iterable<string>} */ paths) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const path of paths) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > folderLimit)
    .map(([folder, count]) => `${folder}: ${count} files`);
}

function main() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'firmware-sim'], {
    encoding: 'utf8',
  });
  const paths = listed
    .split('\n')
    .filter((path) => /\.(ts|css|html)$/.test(path) && !path.includes('/wall-'));
  const sources = new Map(
    paths.filter((path) => path.endsWith('.ts')).map((path) => [path, readFileSync(path, 'utf8')]),
  );
  const texts = paths
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => textsInMarkup(readFileSync(path, 'utf8')).map((text) => `${path}: ${text}`));
  const breaches = [
    ...texts.map((text) => `what a person reads lives in src/text: ${text}`),
    ...cyclesOf(graphOf(sources)).map((cycle) => `folders import each other: ${cycle}`),
    ...namesExportedTwice(sources).map((name) => `exported twice: ${name}`),
    ...drawersOf(paths).map((folder) => `a folder holds at most ${folderLimit} files: ${folder}`),
  ];
  for (const breach of breaches) process.stderr.write(`${breach}\n`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
