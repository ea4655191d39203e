/** Vite fills the app's page with its texts: some of them stand there before a script runs, or where none does. */
import type { Plugin } from 'vite';

export function pageTextsPlugin(fill: (html: string) => string): Plugin {
  return {
    name: 'hostblind-page-texts',
    transformIndexHtml: {
      order: 'pre',
      // The simulator's page fills itself, in the reader's language.
      handler: (html, { path }) => (path === '/index.html' ? fill(html) : html),
    },
  };
}
