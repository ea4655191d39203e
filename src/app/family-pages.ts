/** The families of devices that lead by themselves, in the order in which they are asked for, and the pages of each. */
import type { AnyFamily, GuidedState } from '../devices/family.ts';
import { ledgerFamily } from '../devices/ledger/ledger-family.ts';
import type { FamilyPage } from '../elements/guided/family-page.ts';

export interface ListedFamily {
  readonly family: AnyFamily;
  readonly load: () => Promise<{ readonly familyPage: FamilyPage }>;
}

/** A new family is a line here. */
const listed: readonly ListedFamily[] = [
  { family: ledgerFamily.family, load: () => import('../elements/ledger/ledger-page.ts') },
];

export interface FamilyPages {
  readonly families: readonly AnyFamily[];
  /** Rejects when the code can't be loaded; the next call tries again. */
  load(family: AnyFamily): Promise<void>;
  /** `undefined` until it is loaded. */
  of(state: GuidedState): FamilyPage | undefined;
}

export function createFamilyPages(list: readonly ListedFamily[] = listed): FamilyPages {
  const loaded = new Map<AnyFamily, FamilyPage>();
  return {
    families: list.map(({ family }) => family),
    async load(wanted) {
      const entry = list.find(({ family }) => family === wanted);
      if (entry !== undefined && !loaded.has(wanted)) loaded.set(wanted, (await entry.load()).familyPage);
    },
    of: ({ family }) => loaded.get(family),
  };
}

export const familyPages = createFamilyPages();
