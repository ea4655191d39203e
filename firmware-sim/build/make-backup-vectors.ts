/** `npm run vectors`: writes the published vectors of the backup file. A test checks that the committed ones are these. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupVectors } from './backup-vectors.ts';

writeFileSync(
  join(import.meta.dirname, '../../tests/fixtures/data/vectors/backup-file.json'),
  backupVectors(),
);
