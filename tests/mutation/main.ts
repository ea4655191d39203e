/**
 * `npm run test:mutation:sample -- --seed N --per-folder 25 [--folder src/cli]…`: draws mutants in each folder, and says which
 * of them no test notices. `--again` tries those that survived the last time, with the tests of the firmware's core as
 * well; `--promises` the ones of `promises.ts`;
 * `--unit-only` runs no browser, `--end-to-end` builds what survives in some folders, and runs end-to-end tests too.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { filesOf, folders } from './folders.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { promiseMutants } from './promises.ts';
import { findReach } from './reach.ts';
import { sample } from './sample.ts';
import { createScratch } from './scratch.ts';
import { createTrials } from './trial.ts';
import type { Verdict } from './unit-tests.ts';

interface Tried {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
}

const project = resolve(import.meta.dirname, '../..');
const reports = join(project, 'reports/mutation');
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261129' },
    'per-folder': { type: 'string', default: '25' },
    folder: { type: 'string', multiple: true },
    again: { type: 'boolean', default: false },
    promises: { type: 'boolean', default: false },
    'unit-only': { type: 'boolean', default: false },
    'end-to-end': { type: 'boolean', default: false },
  },
});

const reportOf = (folder: string) => join(reports, `${folder.replaceAll('/', '-')}.json`);
const before = (folder: string): readonly Tried[] =>
  existsSync(reportOf(folder)) ? JSON.parse(readFileSync(reportOf(folder), 'utf8')) : [];
const scratch = createScratch(project);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.once('exit', () => scratch.remove());

const textOf = (file: string) => readFileSync(join(scratch.root, file), 'utf8');
const drawn = (folder: string): Mutant[] =>
  sample(
    filesOf(scratch.root, folder).flatMap((file) => mutantsOf(file, textOf(file))),
    Number(values['per-folder']),
    `${values.seed} ${folder}`,
  );
const survivors = (folder: string): Mutant[] =>
  before(folder)
    .filter(({ verdict }) => verdict.is === 'survived')
    .map(({ mutant }) => mutant);

const trials = createTrials({
  scratch,
  reach: {
    unit: findReach('unit', scratch.root, join(reports, 'reach-unit.json')),
    component: values['unit-only']
      ? []
      : findReach('component', scratch.root, join(reports, 'reach-component.json')),
  },
  core: values.again,
  builds: values['end-to-end'],
});
async function tryOne(mutant: Mutant): Promise<Tried> {
  const begun = performance.now();
  const verdict = await trials.try(mutant);
  const took = `${Math.round((performance.now() - begun) / 1000)} s`;
  const old = textOf(mutant.file).slice(mutant.start, mutant.end);
  const change = `${old} → ${mutant.replacement}`.replaceAll(/\s+/g, ' ').slice(0, 150);
  const outcome = verdict.is === 'noticed' ? `noticed by ${verdict.by}` : verdict.is;
  console.log(`${outcome} (${took})  ${mutant.file}:${mutant.line}  ${mutant.kind}: ${change}`);
  return { mutant, verdict };
}

async function tryFolder(folder: string): Promise<void> {
  const isSame = (a: Mutant, b: Mutant) => JSON.stringify(a) === JSON.stringify(b);
  let tried: readonly Tried[] = values.again ? before(folder) : [];
  for (const mutant of values.again ? survivors(folder) : drawn(folder)) {
    const one = await tryOne(mutant);
    tried = [...tried.filter((other) => !isSame(other.mutant, mutant)), one];
    writeFileSync(reportOf(folder), JSON.stringify(tried, undefined, 1));
  }
  const noticed = tried.filter(({ verdict }) => verdict.is !== 'survived').length;
  console.log(`${folder}: ${noticed} of ${tried.length} noticed`);
}

async function tryPromises(): Promise<number> {
  let unnoticed = 0;
  const isWanted = ({ file }: Mutant) =>
    values.folder?.some((folder) => file.startsWith(`${folder}/`)) ?? true;
  for (const mutant of promiseMutants(textOf).filter(isWanted))
    if ((await tryOne(mutant)).verdict.is === 'survived') unnoticed += 1;
  console.log(`promises: ${unnoticed} not noticed`);
  return unnoticed;
}

mkdirSync(reports, { recursive: true });
let code = 0;
if (values.promises) code = (await tryPromises()) === 0 ? 0 : 1;
else for (const folder of values.folder ?? Object.keys(folders)) await tryFolder(folder);
trials.end();
process.exit(code);
