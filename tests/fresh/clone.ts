/** A clean clone of what is committed, in the root. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BareRoot } from './bare-root.ts';
import { projectFolder } from './chamber.ts';

// The project may belong to another user than root, as it does where CI checks it out.
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'safe.directory=*', ...args], { encoding: 'utf8' });

/** Gives the commit's short name. Says so when there are changes that aren't in it. */
export function cloneInto(root: BareRoot, repository: string): string {
  if (git('-C', repository, 'status', '--porcelain') !== '')
    console.log('There are changes that are not committed: the clone is without them.');
  git('clone', '--quiet', '--depth', '1', `file://${repository}`, join(root.folder, projectFolder));
  return git('-C', repository, 'rev-parse', '--short', 'HEAD').trim();
}
