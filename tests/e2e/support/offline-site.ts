/** The built site on servers that come and go, and another version of it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { workerFile, type Precache } from '../../../src/offline/precache.ts';
import { compressFiles } from '../../../src/site/compress.ts';
import { securityHeaders } from '../../../src/site/headers.ts';
import { inlineSources } from '../../../src/site/inline-page.ts';
import { precacheOf, workerScript } from '../../../src/site/offline-worker.ts';
import { listenOn } from '../../../src/site/site-server.ts';

const dist = resolve(import.meta.dirname, '../../../dist');

/** Waits until the page says that it works offline. */
export async function seeItWorksOffline(page: Page): Promise<void> {
  await page.locator('hb-app').getByText('This page works offline').waitFor();
}

/** Paths of all that the built site's worker is to keep. */
export function filesToKeep(): string[] {
  const script = readFileSync(join(dist, workerFile), 'utf8');
  const { files } = JSON.parse(/^const precache=(.*);\n/.exec(script)?.[1] ?? '') as Precache;
  return files.toSorted();
}

/** A copy of the built site whose page has another title, with the worker that a build would have made of it. */
export async function otherVersion(title: string): Promise<{ readonly root: string; close(): void }> {
  const root = mkdtempSync(join(tmpdir(), 'hostblind-version-'));
  cpSync(dist, root, { recursive: true });
  const page = join(root, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<title>[^<]*/, `<title>${title}`));
  await compressFiles([page]);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((name) => name !== workerFile && name !== '_headers');
  const files = paths.map((name) => ({ name, bytes: readFileSync(join(root, name)) }));
  const [, ...code] = readFileSync(join(root, workerFile), 'utf8').split('\n');
  const precache = precacheOf(files, code.join('\n'), readFileSync(join(root, '_headers'), 'utf8'));
  writeFileSync(join(root, workerFile), workerScript(precache, code.join('\n')));
  return { root, close: () => rmSync(root, { recursive: true }) };
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticHost {
  readonly url: string;
  /** What was asked for since it was last read, the folder left out. */
  asked(): string[];
  /** Keeps an answer back until what is returned is called. */
  hold(name: string): () => void;
  /** From now on every answer is an error. */
  fail(): void;
  close(): void;
}

/** A host of static files, as many are: the site in a folder, with the headers of its `_headers` file or with none of them. */
export async function startStaticHost(
  folder: string,
  { headers = true, port = 0 } = {},
): Promise<StaticHost> {
  const simulator = inlineSources(readFileSync(join(dist, 'simulator.html'), 'utf8'));
  let asked: string[] = [];
  let failing = false;
  const held = new Map<string, Promise<void>>();
  const server: Server = createServer(async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const name = path.startsWith(folder) ? path.slice(folder.length) : undefined;
    asked.push(name ?? path);
    if (name === undefined || failing) return void response.writeHead(failing ? 503 : 404).end();
    await held.get(name);
    try {
      const body = readFileSync(join(dist, name === '' ? 'index.html' : name));
      response.writeHead(200, {
        'Content-Type': types[extname(name)] ?? 'text/html; charset=utf-8',
        ...(headers ? securityHeaders(`/${name}`, { simulator }) : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const used = await listenOn(server, port);
  return {
    url: `http://127.0.0.1:${used}${folder}`,
    asked() {
      const since = asked;
      asked = [];
      return since;
    },
    hold(name) {
      let release = (): void => {};
      held.set(name, new Promise((resolve) => (release = resolve)));
      return release;
    },
    fail() {
      failing = true;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
