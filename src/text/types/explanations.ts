/**
 * What a host adds to the device's own sentences, for a person who looks up from the device. A part of its own: the
 * device never draws them, and has no room for them.
 */
import type { Stage } from '../../protocol/public-state.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';

export interface Explanations {
  /** What the host says beside the device's sentences of a stage. */
  readonly explanation: (stage: Stage, facts: StageFacts) => string;
  /** What the host announces in its one live region: progress, never a word. */
  readonly announcement: (stage: Stage, facts: StageFacts) => string;
}
