/** The pages that are made from the firmware, and what makes each. */
import { answersPage } from './answers-page.ts';
import { ceremoniesPage } from './ceremonies-page.ts';
import { screensPage } from './screens-page.ts';
import { usbPage } from './usb-page.ts';
import type { CeremonyWalk } from './walk.ts';

export interface GeneratedPage {
  /** From the project's folder. */
  readonly path: string;
  readonly make: (walk: CeremonyWalk) => Promise<string>;
}

export const generatedPages: readonly GeneratedPage[] = [
  { path: 'docs/protocol/ceremonies.md', make: ceremoniesPage },
  { path: 'docs/protocol/answers.md', make: answersPage },
  { path: 'docs/protocol/screens.md', make: screensPage },
  { path: 'docs/protocol/usb.md', make: usbPage },
];
