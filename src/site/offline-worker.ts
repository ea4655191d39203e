/** The service worker as it is served: it names the files that it keeps, and the hash of what they hold. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workerFile, type Precache } from '../offline/precache.ts';
import {
  headerPaths,
  securityHeaders,
  simulatorPath,
  type HeaderOptions,
  type HeaderTable,
} from './headers.ts';

export interface BuiltFile {
  /** Below the site's root, such as `assets/app.js`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content);

/** 64 bits: a version is told from the one before, not kept from being forged. */
const versionLength = 16;

/** What the worker keeps. Pure. */
export function precacheOf(files: readonly BuiltFile[], code: string, headers: string): Precache {
  const sorted = files
    .map(({ name, bytes }) => ({ name: name === 'index.html' ? '' : name, bytes }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const names = sorted.map(({ name }) => name);
  const content = sha256(Buffer.concat(sorted.map(({ bytes }) => sha256(bytes).digest()))).digest('base64');
  const version = sha256(JSON.stringify([names, content, code, headers]))
    .digest('hex')
    .slice(0, versionLength);
  return { version, files: names, content, simulator: simulatorPath.slice(1) };
}

/** The script as it is served: what it keeps, before what it does. */
export function workerScript(precache: Precache, code: string): string {
  return `const precache=${JSON.stringify(precache)};\n${code}`;
}

/**
 * The same script for a server whose headers were not known when it was built. A browser takes a worker for a new one when a byte of it
 * is new: so it also gets the page again when nothing but a header is.
 */
export function workerUnder(tables: readonly HeaderTable[], script: string): string {
  const headers = sha256(JSON.stringify(tables)).digest('hex').slice(0, versionLength);
  return script.replace(/("version":"[0-9a-f]+)"/, `$1-${headers}"`);
}

/** The built script, for a server that sends these headers. `folder` holds the built site. */
export async function readWorker(folder: string, options: HeaderOptions): Promise<string> {
  const tables = headerPaths.map((path) => securityHeaders(path, options));
  return workerUnder(tables, await readFile(join(folder, workerFile), 'utf8'));
}
