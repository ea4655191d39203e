/** The header table in Vite: on its servers, and in what it builds. */
import type { Connect, Plugin } from 'vite';
import {
  headersFile,
  metaContentSecurityPolicy,
  securityHeaders,
  simulatorPath,
  type SiteMode,
} from './headers.ts';

export interface SecurityHeadersOptions {
  /** The wire port of a `firmware-sim` process. */
  readonly wirePort?: number | undefined;
}

const viteClient = /<script type="module" src="[^"]*\/@vite\/client"><\/script>/;

function pathOf(url: string | undefined): string {
  return new URL(url ?? '/', 'http://127.0.0.1').pathname;
}

export function securityHeadersPlugin(options: SecurityHeadersOptions = {}): Plugin {
  const { wirePort } = options;
  const middleware =
    (mode: SiteMode): Connect.NextHandleFunction =>
    (request, response, next) => {
      const headers = securityHeaders(pathOf(request.url), { wirePort, mode });
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      next();
    };
  return {
    name: 'hostblind-security-headers',
    // The overlay for build errors is written with `innerHTML`, which Trusted Types refuse.
    config: () => ({
      server: { host: '127.0.0.1', hmr: { overlay: false } },
      preview: { host: '127.0.0.1' },
    }),
    configureServer(server) {
      server.middlewares.use(middleware('development'));
    },
    configurePreviewServer(server) {
      server.middlewares.use(middleware('production'));
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        const simulator = context.path === simulatorPath;
        // The simulator's page may connect to nothing, so it cannot be told to reload: the client would only complain.
        if (context.server !== undefined && simulator) return html.replace(viteClient, '');
        // The development server sends headers, and a meta policy could not be loosened for hot reloading.
        if (context.server !== undefined || simulator) return html;
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
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile({ wirePort }) });
    },
  };
}
