/** `npm run vectors`: writes the published vectors. Tests hold the committed ones against what this makes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vectorFiles, vectorFolder, vectorText } from './files.ts';

const folder = join(import.meta.dirname, '../..', vectorFolder);

for (const file of vectorFiles) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, vectorText(file));
}
