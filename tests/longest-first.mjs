/**
 * The order in which test files begin: the long ones first, so that none of them runs alone at the end while the other core has
 * nothing to do. By itself vitest takes the size of a file for its length, where it has no memory of an earlier run.
 */
import { BaseSequencer } from 'vitest/node';

/** Ends of paths, the longest run first; measured on two cores. */
export const longFiles = [
  'e2e/interruptions/new-wallet.test.ts',
  'e2e/interruptions/old-wallet.test.ts',
  'e2e/interruptions/restored.test.ts',
  'e2e/life.test.ts',
  'e2e/h9-heap.test.ts',
  'e2e/entropy.test.ts',
  'e2e/interruptions/settings.test.ts',
  // At full length, `npm run test:proof`.
  'security/h1-non-interference.test.ts',
  'security/fuzz.test.ts',
  'security/simulation.test.ts',
  'security/flow-graph.test.ts',
  'security/malicious-host.test.ts',
];

/** @type {(path: string) => number} */
const rankOf = (path) => {
  const rank = longFiles.findIndex((end) => path.endsWith(end));
  return rank === -1 ? longFiles.length : rank;
};

export class LongestFirst extends BaseSequencer {
  /** @type {BaseSequencer['sort']} */
  async sort(files) {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => rankOf(one.moduleId) - rankOf(other.moduleId));
  }
}
