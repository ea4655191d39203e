import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { filesAlone, needsOwnProcess } from '../../isolation.mjs';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A project with these files; gives its root. */
function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'hostblind-isolation-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

// In two parts, or this file would be taken for one of them.
const mocks = 'vi' + ".mock('../x.ts');";

describe('a test file has a process of its own', () => {
  it.each([
    mocks,
    'vi' + '.useFakeTimers();',
    'vi' + ".spyOn(server, 'listen');",
    'Reflect.set(global' + "This, 'fetch', fake);",
    'Server.proto' + 'type.listen = fake;',
    'process' + ".env['HOME'] = folder;",
    'process' + '.chdir(folder);',
    'process' + '.memoryUsage();',
    'process' + ".on('exit', seen);",
    "import { getHeapSpaceStatistics } from 'node" + ":v8';",
    'import { build, type Rolldown } fr' + "om 'vite';",
  ])('for %s', (line) => {
    expect(needsOwnProcess(`const one = 1;\n${line}\n`)).toBe(true);
  });

  it.each(["import { it } from 'vitest';", 'const seen = vi.fn();', "const path = process.env['PATH'];"])(
    'and not for %s',
    (line) => {
      expect(needsOwnProcess(line)).toBe(false);
    },
  );

  it('also where a fixture asks for it, however far down, and only in that suite', () => {
    const root = project({
      'tests/unit/own.test.ts': mocks,
      'tests/unit/deep/far.test.ts': "import { a } from '../../fixtures/a.ts';",
      'tests/unit/plain.test.ts':
        "import { c } from '../fixtures/c.ts';\nimport { d } from '../../src/d.ts';",
      'tests/security/own.test.ts': mocks,
      'tests/fixtures/a.ts': "export { b } from './b.ts';",
      'tests/fixtures/b.ts': mocks,
      'tests/fixtures/c.ts': 'export const c = 1;',
      // What is tested may do as it likes: it is the tests that must not.
      'src/d.ts': 'export const d = global' + 'This;',
    });
    expect(filesAlone(root, 'unit')).toEqual(['tests/unit/deep/far.test.ts', 'tests/unit/own.test.ts']);
  });
});
