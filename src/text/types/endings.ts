/** What the page says while it asks the device for a ceremony, and how each of them can end. */
import type { Ending } from '../../session/state.ts';
import type { CutShort } from '../../session/cut-short.ts';
import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { NoticeText } from './app.ts';

export type Ended = Ending | 'completed';

export interface EndingsMessages {
  readonly starting: (kind: CeremonyKind) => NoticeText;
  readonly ended: (activity: Activity, outcome: Ended) => NoticeText;
  /** A backup file that the device has released, and that is not saved yet. */
  readonly unsavedFile: Readonly<Record<'saving' | 'failed', NoticeText>>;
  /** What became of a ceremony in which the device was switched off, and what to do now. */
  readonly cutShort: Readonly<Record<CutShort, string>>;
}
