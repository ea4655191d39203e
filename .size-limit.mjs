/**
 * Budgets of what a browser loads. A page's first load is its script and all that this imports, one from another;
 * what is imported later, by `import()`, comes when it is wanted and does not count. The simulator's page is one file.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';

const folder = 'dist/assets';
const files = readdirSync(folder).filter((name) => name.endsWith('.js'));

function fileOf(/** @type {string} */ entry) {
  const found = files.find((name) => new RegExp(`^${entry}-[\\w-]{8}\\.js$`).test(name));
  if (found === undefined) throw new Error(`${folder} has no ${entry}: run npm run build`);
  return found;
}

/** Of a group of texts, the language that says it at the greatest length: one alone is loaded. */
function longestTexts(/** @type {'first' | 'rest'} */ group) {
  const found = files.filter((name) => new RegExp(`^${group}-[\\w-]{8}\\.js$`).test(name));
  if (found.length === 0) throw new Error(`${folder} has no ${group}: run npm run build`);
  const sizes = found.map((name) => `${folder}/${name}`).map((path) => ({ path, size: statSync(path).size }));
  return sizes
    .toSorted((left, right) => right.size - left.size)
    .slice(0, 1)
    .map(({ path }) => path);
}

function firstLoad(/** @type {string} */ entry) {
  const loaded = new Set();
  const waiting = [fileOf(entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
      waiting.push(imported);
  }
  return [...loaded].map((file) => `${folder}/${file}`);
}

export default [
  {
    name: 'first load of the app',
    path: [...firstLoad('app'), ...longestTexts('first')],
    gzip: true,
    limit: '60 kB',
  },
  { name: 'simulator frame', path: 'dist/simulator.html', gzip: true, limit: '60 kB' },
  {
    name: 'keys of the simulator, loaded with it',
    path: `${folder}/${fileOf('keys')}`,
    gzip: true,
    limit: '15.5 kB',
  },
  {
    name: 'Ethereum on the simulator, loaded with it',
    path: `${folder}/${fileOf('ethereum')}`,
    gzip: true,
    limit: '12 kB',
  },
  {
    name: 'Bitcoin on the simulator, loaded with it',
    path: `${folder}/${fileOf('bitcoin')}`,
    gzip: true,
    limit: '12.5 kB',
  },
  { name: 'service worker', path: 'dist/hostblind-offline.js', gzip: true, limit: '2.5 kB' },
  {
    name: 'proof and entropy check, loaded with a device',
    path: ['attestation', 'check-entropy', 'hb-check-options', 'entropy-in-worker', 'entropy-worker'].map(
      (entry) => `${folder}/${fileOf(entry)}`,
    ),
    gzip: true,
    limit: '36 kB',
  },
  {
    name: 'a message and its check, loaded when one is to be signed',
    path: ['hb-sign-message', 'sign-message', 'ethereum-message'].map(
      (entry) => `${folder}/${fileOf(entry)}`,
    ),
    gzip: true,
    limit: '32 kB',
  },
  {
    name: 'texts of a language, after the first page',
    path: longestTexts('rest'),
    gzip: true,
    limit: '30 kB',
  },
];
