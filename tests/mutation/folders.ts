/** What is mutated, and the tests that reach it in another process, where no probe can tell. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const commandTests = ['tests/unit/firmware-sim-cli/main.test.ts'];

/** Each folder, with the unit test files that run it as a process or as a build. */
export const folders: Readonly<Record<string, readonly string[]>> = {
  'src/cli': ['tests/unit/cli/main.test.ts'],
  'src/site': ['tests/unit/site/offline-worker.test.ts', 'tests/unit/site/simulator-page.test.ts'],
  'src/session': [],
  'src/devices': [],
  'src/app': [],
  'src/transport': [],
  'src/records': [],
  'src/protocol': [],
  'src/offline': ['tests/unit/site/offline-worker.test.ts'],
  'src/elements': [],
  'firmware-sim/ports': commandTests,
  'firmware-sim/device': commandTests,
  'firmware-sim/boards': [],
  'firmware-sim/vendors': commandTests,
  'firmware-sim/pace': [],
  'firmware-sim/cli': commandTests,
};

/** Where a build is what runs a folder: end-to-end files behind one. Only `--end-to-end` goes that far. */
export const endToEnd: Readonly<Record<string, readonly string[]>> = {
  'src/site': ['tests/e2e/npm-start.test.ts', 'tests/e2e/site.test.ts'],
  'src/offline': ['tests/e2e/offline.test.ts'],
  'src/transport': ['tests/e2e/phone.test.ts', 'tests/e2e/webhid.test.ts'],
  'src/app': ['tests/e2e/newcomer.test.ts', 'tests/e2e/life.test.ts'],
  'src/elements': ['tests/e2e/newcomer.test.ts', 'tests/e2e/forms.test.ts', 'tests/e2e/backup-file.test.ts'],
  'firmware-sim/boards': ['tests/e2e/newcomer.test.ts', 'tests/e2e/device-window.test.ts'],
};

export function filesOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.endsWith('.config.ts'))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}
