/** The header table in Vite: on its servers, and in what it builds. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connect, Plugin, ResolvedConfig } from 'vite';
import {
  headersFile,
  metaContentSecurityPolicy,
  securityHeaders,
  simulatorPath,
  type HeaderOptions,
} from './headers.ts';
import { compressFiles } from './compress.ts';
import { inlineSources, noInlineSources, type InlineSources } from './inline-page.ts';
import { developmentPort, loopback } from './ports.ts';
import { buildSimulatorPage, simulatorFile } from './simulator-page.ts';

export interface SecurityHeadersOptions {
  /** The wire port of a `firmware-sim` process. */
  readonly wirePort?: number | undefined;
}

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
      server.middlewares.use((...asked) => {
        send(asked, { simulator: builtSources(resolve(root, build.outDir)) });
        asked[2]();
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        // The simulator's page may connect to nothing, so it can't get a reload message: the client would only complain.
        if (context.path === simulatorPath) return html.replace(viteClient, '');
        // The development server sends headers, and a meta policy could not be loosened for hot reloading.
        if (context.server !== undefined) return html;
        return {
          html,
          tags: [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy() },
              injectTo: 'head-prepend',
            },
          ],
        };
      },
    },
    async generateBundle() {
      if (config === undefined) throw new Error('generateBundle came before configResolved');
      const page = await buildSimulatorPage(config.root);
      const headers = headersFile({ wirePort, simulator: inlineSources(page) });
      this.emitFile({ type: 'asset', fileName: simulatorFile, source: page });
      this.emitFile({ type: 'asset', fileName: '_headers', source: headers });
    },
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('the site is built into a folder');
      await compressFiles(Object.keys(bundle).map((name) => join(dir, name)));
    },
  };
}
