/** `npm run specification`: writes the pages of the specification that are made from the firmware. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './pages.ts';
import { walkCeremonies } from './walk.ts';

const root = join(import.meta.dirname, '../..');
const walk = walkCeremonies();
for (const { path, make } of generatedPages) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), await make(walk));
}
