/**
 * `npm run verify`: the built site, file by file, each with its SHA-256, as `sha256sum` writes it. `npm run verify -- ADDRESS`: whether the
 * site at that address serves these very files; ends with 1 and their names where it doesn't.
 */
import { resolve } from 'node:path';
import { builtHashes, differingFiles } from './built-files.ts';

const [address] = process.argv.slice(2);
const built = await builtHashes(resolve(import.meta.dirname, '../../dist'));
if (address === undefined) for (const { name, hash } of built) console.log(`${hash}  ${name}`);
else {
  const site = new URL('./', address).href;
  const differing = await differingFiles(built, site, (file) => fetch(file, { redirect: 'error' }));
  for (const name of differing) console.error(`not as built: ${site}${name}`);
  if (differing.length > 0) process.exitCode = 1;
  else console.log(`${site} serves all ${built.length} files as they were built here`);
}
