/** What a script of another language brings into the frame, and the event by which it says so. */
import type { GlassMessages } from '../../../../src/text/types/glass.ts';
import type { FrameMessages } from '../../../../src/text/types/simulator/pages.ts';
import type { Accents } from '../../../core/glass/font/font.ts';

export const taughtEvent = 'hostblind-language-taught';

export interface TaughtLanguage {
  /** Two lower-case letters. */
  readonly tag: string;
  readonly glass: GlassMessages;
  readonly frame: FrameMessages;
  /** The letters that English isn't written with. */
  readonly accents: Accents;
}
