/** Roots that were added to this build: `HOSTBLIND_ROOTS=file npm run build` puts those of the file here (`src/site/roots-plugin.ts`). */
import type { MakerRoot } from './trusted-issuers.ts';

export const addedRoots: readonly MakerRoot[] = [];
