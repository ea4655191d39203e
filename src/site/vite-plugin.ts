/** The header table in Vite: on its servers, and in what it builds. */
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Connect, Plugin, ResolvedConfig } from 'vite';
import { workerFile } from '../offline/precache.ts';
import {
  headersFile,
  iconFolder,
  manifestFile,
  metaContentSecurityPolicy,
  securityHeaders,
  cacheHeader,
  simulatorPath,
  workerPath,
  type HeaderOptions,
} from './headers.ts';
import { compressFiles } from './compress.ts';
import { firstPaintScript } from './first-paint.ts';
import { inlineSources, noInlineSources, type InlineSources } from './inline-page.ts';
import { developmentPort, loopback } from './ports.ts';
import { precacheOf, readWorker, workerScript } from './offline-worker.ts';
import { buildWorkerCode } from './worker-code.ts';
import { buildSimulatorPage, simulatorFile } from './simulator-page.ts';

export interface SecurityHeadersOptions {
  /** The wire port of a `firmware-sim` process. */
  readonly wirePort?: number | undefined;
}

/** For the host, which doesn't serve it. */
const hostFile = '_headers';

/** What installing the app takes: the name in the site, and the file in the source. */
const installFiles = [
  [manifestFile, manifestFile],
  [`${iconFolder}/icon.svg`, 'icon.svg'],
  [`${iconFolder}/icon-192.png`, 'icon-192.png'],
  [`${iconFolder}/icon-512.png`, 'icon-512.png'],
] as const;

const viteClient = /<script type="module" src="[^"]*\/@vite\/client"><\/script>/;

function pathOf(url: string | undefined): string {
  return new URL(url ?? '/', 'http://127.0.0.1').pathname;
}

/** A name that would end a directive is no origin of ours. */
function originOf(host: string | undefined): string | undefined {
  return /^[\w.-]+(:\d+)?$/.test(host ?? '') ? `http://${host}` : undefined;
}

/** Of the page in a folder that was built. Read at every request: a build may be newer than the preview of it. */
function builtSources(folder: string): InlineSources {
  try {
    return inlineSources(readFileSync(resolve(folder, simulatorFile), 'utf8'));
  } catch {
    return noInlineSources;
  }
}

export function securityHeadersPlugin({ wirePort }: SecurityHeadersOptions = {}): Plugin {
  const send = (
    [request, response]: Parameters<Connect.NextHandleFunction>,
    options: HeaderOptions,
  ): void => {
    const headers = securityHeaders(pathOf(request.url), { wirePort, ...options });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  let config: ResolvedConfig | undefined;
  return {
    name: 'hostblind-security-headers',
    // The overlay for build errors is written with `innerHTML`, which Trusted Types refuse.
    config: () => ({
      server: { host: loopback, port: developmentPort, strictPort: true, hmr: { overlay: false } },
      preview: { host: loopback, port: developmentPort, strictPort: true },
    }),
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(server) {
      server.middlewares.use((...asked) => {
        send(asked, { mode: 'development', origin: originOf(asked[0].headers.host) });
        asked[2]();
      });
    },
    configurePreviewServer(server) {
      const { root, build } = server.config;
      const folder = resolve(root, build.outDir);
      server.middlewares.use((...asked) => {
        const simulator = builtSources(folder);
        send(asked, { simulator });
        const [request, response, next] = asked;
        if (pathOf(request.url) !== workerPath) return next();
        void readWorker(folder, { wirePort, simulator }).then((script) => {
          response.setHeader('Cache-Control', cacheHeader(workerPath));
          response.setHeader('Content-Type', 'text/javascript');
          response.end(script);
        }, next);
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        // The simulator's page may connect to nothing, so it can't get a reload message: the client would only complain.
        if (context.path === simulatorPath) return html.replace(viteClient, '');
        const firstPaint = { tag: 'script', children: firstPaintScript, injectTo: 'head' } as const;
        // The development server sends headers, and a meta policy could not be loosened for hot reloading.
        if (context.server !== undefined) return { html, tags: [firstPaint] };
        return {
          html,
          tags: [
            firstPaint,
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy() },
              injectTo: 'head-prepend',
            },
            // Not in the source: what is linked there would be moved to `assets/`, where the app is not.
            { tag: 'link', attrs: { rel: 'manifest', href: `./${manifestFile}` }, injectTo: 'head' },
          ],
        };
      },
    },
    async generateBundle() {
      if (config === undefined) throw new Error('generateBundle came before configResolved');
      const page = await buildSimulatorPage(config.root);
      const headers = headersFile({ wirePort, simulator: inlineSources(page) });
      this.emitFile({ type: 'asset', fileName: simulatorFile, source: page });
      this.emitFile({ type: 'asset', fileName: hostFile, source: headers });
      for (const [fileName, source] of installFiles)
        this.emitFile({ type: 'asset', fileName, source: await readFile(resolve(config.root, source)) });
    },
    async writeBundle({ dir }, bundle) {
      if (dir === undefined || config === undefined) throw new Error('the site is built into a folder');
      const names = Object.keys(bundle);
      const kept = names.filter((name) => name !== hostFile);
      const files = await Promise.all(
        kept.map(async (name) => ({ name, bytes: await readFile(join(dir, name)) })),
      );
      const code = await buildWorkerCode(config.root);
      const headers = await readFile(join(dir, hostFile), 'utf8');
      await writeFile(join(dir, workerFile), workerScript(precacheOf(files, code, headers), code));
      // Not the worker: a server may have to say in it which headers it sends.
      await compressFiles(names.map((name) => join(dir, name)));
    },
  };
}
