/** Before all: the built site and the built command must be there. `npm run test:e2e` builds them. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

export default function requireBuild(): void {
  for (const built of ['dist/index.html', 'dist-cli/firmware-sim.js']) {
    if (!existsSync(resolve(import.meta.dirname, '../..', built))) {
      throw new Error(`${built} is missing: run npm run build, or npm run test:e2e, which does`);
    }
  }
}
