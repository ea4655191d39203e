/** A copy of the project to mutate, so that nobody's tree is ever a mutant. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

const parts = ['src', 'firmware-sim', 'tests', 'docs', 'package.json', 'tsconfig.json', 'vite.config.ts'];

export interface Scratch {
  readonly root: string;
  /** Puts a mutant in and gives what takes it out again. */
  apply(mutant: Mutant): () => void;
  remove(): void;
}

export function createScratch(project: string): Scratch {
  const root = mkdtempSync(join(tmpdir(), 'hostblind-mutants-'));
  for (const part of [...parts, 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', '.ci'])
    cpSync(join(project, part), join(root, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    apply({ file, start, end, replacement }) {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.slice(0, start) + replacement + text.slice(end));
      return () => writeFileSync(path, text);
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
