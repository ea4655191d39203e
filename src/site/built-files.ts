/** What was built, file by file, with hashes: to be compared with what a site serves. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workerFile } from '../offline/precache.ts';

export interface BuiltHash {
  /** Below the site's root. */
  readonly name: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

/** For a server alone: the same files compressed, and its table of headers. */
const unserved = /\.(?:br|gz)$|^_/;

/** A server that sends headers of its own says so in the worker's version (`workerUnder`); what the worker keeps and does is the same. */
function hashOf(name: string, bytes: Uint8Array): string {
  const content =
    name === workerFile
      ? Buffer.from(bytes)
          .toString()
          .replace(/("version":"[0-9a-f]+)-[0-9a-f]+"/, '$1"')
      : bytes;
  return createHash('sha256').update(content).digest('hex');
}

/** `folder` holds the built site. In the order of their names. */
export async function builtHashes(folder: string): Promise<BuiltHash[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !unserved.test(name))
    .toSorted();
  return Promise.all(
    names.map(async (name) => ({ name, hash: hashOf(name, await readFile(join(folder, name))) })),
  );
}

/** The files that `site`, an address that ends in `/`, doesn't serve as they were built. */
export async function differingFiles(
  built: readonly BuiltHash[],
  site: string,
  get: (address: string) => Promise<Response>,
): Promise<string[]> {
  const differing: string[] = [];
  for (const { name, hash } of built) {
    const response = await get(site + (name === 'index.html' ? '' : name));
    const served = response.ok ? hashOf(name, new Uint8Array(await response.arrayBuffer())) : undefined;
    if (served !== hash) differing.push(name);
  }
  return differing;
}
