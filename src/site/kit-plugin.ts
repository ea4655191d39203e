/**
 * Takes what a page lends from the page, in place of building it into a script a second time. A kit is a file that imports what is lent by
 * its name, and lends it by that name; what else a script imports of the same modules is an error of its build.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const importLine = /^import \{ ([^}]+) \} from '([^']+)';$/gm;
/** The one module of a kit that is not lent. */
const lender = './lend.ts';

/** `kits`: their paths. */
export function kitPlugin(kits: readonly string[]): Plugin {
  const lent = new Map<string, readonly string[]>();
  return {
    name: 'hostblind-kit',
    async buildStart() {
      for (const kit of kits) {
        for (const [, names = '', source = ''] of (await readFile(kit, 'utf8')).matchAll(importLine)) {
          const found = source === lender ? null : await this.resolve(source, kit);
          if (found !== null) lent.set(found.id, names.split(', '));
        }
      }
    },
    load(id) {
      return lent
        .get(id)
        ?.map((name) => `export const ${name} = globalThis.${name};`)
        .join('\n');
    },
  };
}
