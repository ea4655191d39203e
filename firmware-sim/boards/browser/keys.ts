/** Which keys press which buttons while the frame has the focus. */
import type { FingerTarget } from './button-input.ts';

const controls: ReadonlyMap<string, FingerTarget> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowDown', 'both'],
]);

export interface KeyQuestion {
  readonly key: string;
  /** The button of the page that has the focus, if one has. */
  readonly focused: FingerTarget | undefined;
  /** The focus is on something else that takes Enter and Space itself, such as a switch. */
  readonly elsewhere: boolean;
}

/** Arrows always mean the same. Enter and Space press the focused button; Enter means both where none is focused. */
export function controlOfKey({ key, focused, elsewhere }: KeyQuestion): FingerTarget | undefined {
  const fixed = controls.get(key);
  if (fixed !== undefined) return fixed;
  if (key !== 'Enter' && key !== ' ') return undefined;
  if (focused !== undefined) return focused;
  return key === 'Enter' && !elsewhere ? 'both' : undefined;
}
