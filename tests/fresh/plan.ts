/**
 * What `--quick` runs: the files that load native parts, start programs, open ports and files, or need a browser set up.
 * The others are arithmetic, which is the same everywhere once Node and the packages are.
 */
export const quickFiles = [
  'unit/transport/',
  'unit/cli/',
  'unit/ports/',
  'unit/device/',
  'unit/boards/',
  'unit/firmware-sim-cli/',
  'unit/site/',
  'component/address',
  'component/hb-app',
  'e2e/newcomer',
  'e2e/site',
  'e2e/engines',
] as const;

/** Throws for a word that a shell could take for more than one. */
export function testCommand(words: readonly string[]): string {
  const odd = words.find((word) => !/^[\w./-]+$/.test(word));
  if (odd !== undefined) throw new Error(`"${odd}" is no part of a test file's path`);
  return `npm test -- ${words.join(' ')}`;
}
