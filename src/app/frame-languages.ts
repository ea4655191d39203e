/** The scripts of the simulator's frame, a chunk each: loaded when the page is in that language, and handed to the frame. */
import { languageInUse } from '../text/languages.ts';
import { onTexts } from '../text/locale/language.ts';
import type { FrameLanguages } from '../transport/simulator/frame-languages.ts';

const scripts: ReadonlyMap<string, () => Promise<{ readonly default: string }>> = new Map([
  ['de', () => import('./frame-scripts/de.ts')],
  ['es', () => import('./frame-scripts/es.ts')],
  ['fr', () => import('./frame-scripts/fr.ts')],
  ['pt', () => import('./frame-scripts/pt.ts')],
]);

export function frameLanguages(handed: () => void): FrameLanguages {
  return {
    inUse: languageInUse,
    async script(tag) {
      const script = (await scripts.get(tag)?.())?.default ?? '';
      return script === '' ? undefined : script;
    },
    onChange: onTexts,
    handed,
  };
}
