/** The families of devices that lead by themselves, in the order in which they are asked for, and what is said of each. */
import type { AnyFamily } from '../devices/family.ts';
import { ledgerFamily } from '../devices/ledger/ledger-family.ts';
import { ledgerMessages } from '../text/ledger.ts';

export interface SaidFamily {
  readonly family: AnyFamily;
  /** What it is, and what it can and can't do with this program's app. */
  readonly about: () => string;
}

/** A new family is a line here. */
export const families: readonly SaidFamily[] = [
  { family: ledgerFamily.family, about: () => ledgerMessages.terminal },
];

/** `undefined` for a family that isn't listed. */
export function aboutFamily(family: AnyFamily, list: readonly SaidFamily[]): string | undefined {
  return list.find((listed) => listed.family === family)?.about();
}
