/** The scripts of the simulator's frame, a chunk each: its languages, loaded when the page is in that language, and what shows addresses. */
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

/** Handed to the frame before it's asked what it can do. */
export async function frameAddresses(): Promise<string | undefined> {
  const { default: script } = await import('./frame-scripts/addresses.ts');
  return script === '' ? undefined : script;
}
