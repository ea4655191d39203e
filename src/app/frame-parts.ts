/** The scripts of the simulator's frame, a chunk each: its languages, loaded when the page is in that language, and parts of its device. */
import { languageInUse } from '../text/languages.ts';
import { onTexts } from '../text/locale/language.ts';
import type { FrameLanguages } from '../transport/simulator/frame-languages.ts';
import type { FrameParts } from '../transport/simulator/frame-parts.ts';

type Load = () => Promise<{ readonly default: string }>;

const scripts: ReadonlyMap<string, Load> = new Map([
  ['de', () => import('./frame-scripts/de.ts')],
  ['es', () => import('./frame-scripts/es.ts')],
  ['fr', () => import('./frame-scripts/fr.ts')],
  ['pt', () => import('./frame-scripts/pt.ts')],
]);

const textOf = async (load: Load | undefined): Promise<string | undefined> =>
  (await load?.())?.default || undefined;

export function frameLanguages(handed: () => void): FrameLanguages {
  return {
    inUse: languageInUse,
    script: (tag) => textOf(scripts.get(tag)),
    onChange: onTexts,
    handed,
  };
}

/** Handed to the frame before it's asked what it can do: what keys take, and the apps in the order in which its glass has them. */
export const frameParts: FrameParts = {
  keys: () => textOf(() => import('./frame-scripts/keys.ts')),
  apps: [
    () => textOf(() => import('./frame-scripts/ethereum.ts')),
    () => textOf(() => import('./frame-scripts/bitcoin.ts')),
  ],
};
