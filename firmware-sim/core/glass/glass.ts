/** What a flow sees of the device: a screen to draw on, the stage to tell, and the vault. */
import { isAboutAddresses, type CeremonyKind } from '../../../src/protocol/ceremonies.ts';
import { codeWordCount, isAboutCode } from '../../../src/protocol/files/backup-code.ts';
import { englishTag } from '../../../src/protocol/language-tag.ts';
import type { Stage } from '../../../src/protocol/public-state.ts';
import { glassInEnglish } from '../../../src/text/en/glass.ts';
import type { GlassMessages } from '../../../src/text/types/glass.ts';
import type { StageSentences } from '../../../src/protocol/stage-facts.ts';
import type { Board, Button } from '../board.ts';
import type { DeviceState } from '../device-state.ts';
import { drawRandom } from '../vault/random/random.ts';
import type { Vault } from '../vault/vault.ts';
import { deafSecond } from './deaf.ts';
import { createCanvas, type Canvas } from './screens/canvas.ts';
import type { Flow } from './flow.ts';
import { gesture, type Gesture } from './gestures.ts';
import { drawDeaf, drawSentences, drawSimulatorMark } from './screens/screens.ts';

export interface Glass {
  /** All that it says, in the language that this device speaks. */
  readonly text: GlassMessages;
  /** The same in another language; in English for one that it can't speak. */
  textIn(tag: string): GlassMessages;
  readonly vault: Vault;
  isDown(button: Button): boolean;
  /** Milliseconds on the device's clock. */
  now(): number;
  /** Sets which buttons are down; only the device loop calls it. */
  setDown(button: Button, down: boolean): void;
  /** Clears the screen, lets `paint` draw, adds the simulator's mark and shows it. */
  draw(paint: (canvas: Canvas) => void): void;
  /** Shows nothing but the mark. */
  blank(): void;
  /** Puts the stage into the public state; a position only where words are shown. */
  enter(stage: Stage, position?: number): StageSentences;
  /** What the person agreed to, for the screens that come after; `undefined` where nobody asked. */
  agreed(): string | undefined;
  readonly state: DeviceState;
  /** `below` at most 2,048; the bias of 32 random bits is below one in a million. */
  draw32(below: number): number;
}

/** The one way to the screen: whatever is painted, the simulator's mark is painted over it (H10). */
export function present(board: Board, canvas: Canvas, paint: (canvas: Canvas) => void): void {
  canvas.clear();
  paint(canvas);
  drawSimulatorMark(canvas);
  board.display.show(canvas.frame);
}

export function canSpeak({ languages }: Board, tag: string): boolean {
  return tag === englishTag || languages?.text(tag) !== undefined;
}

/** What a board can't do, its device doesn't have. */
export function lacks({ addresses }: Board, kind: CeremonyKind): boolean {
  return isAboutAddresses(kind) && addresses?.() === undefined;
}

export function createGlass(board: Board, vault: Vault, state: DeviceState): Glass {
  const canvas = createCanvas();
  const down = new Set<Button>();
  const draw = (paint: (canvas: Canvas) => void): void => present(board, canvas, paint);
  const textIn = (tag: string): GlassMessages => board.languages?.text(tag) ?? glassInEnglish;
  const text = (): GlassMessages => textIn(vault.language());
  return {
    get text() {
      return text();
    },
    textIn,
    vault,
    state,
    isDown: (button) => down.has(button),
    now: () => board.clock.now(),
    setDown: (button, isDown) => void (isDown ? down.add(button) : down.delete(button)),
    draw,
    blank: () => draw(() => undefined),
    agreed: () => text().agreed(state.activity, { ...state.requestedMix, wordCount: state.requested ?? 0 }),
    enter(stage, position = 0) {
      const { activity } = state;
      const wordCount = isAboutCode(activity) ? codeWordCount : vault.wordCount() || (state.requested ?? 0);
      state.stage = stage;
      state.position = position;
      state.total = stage === 'words' ? wordCount : 0;
      return text().stage(stage, {
        position,
        total: state.total,
        wordCount,
        activity,
        ...state.requestedMix,
      });
    },
    draw32(below) {
      const [a = 0, b = 0, c = 0, d = 0] = drawRandom(board, 'pin-pad', 4);
      return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % below;
    },
  };
}

export type Paint = (canvas: Canvas, sentences: StageSentences) => void;

/** Waits for one of the buttons that the sentences on the glass name. */
function* answered(sentences: StageSentences): Flow<Gesture> {
  for (;;) {
    const made = yield* gesture();
    if (sentences[made] !== undefined) return made;
  }
}

/** Shows sentences, or what `paint` makes of them, and waits for one of the buttons that they name. */
export function* choose(
  glass: Glass,
  sentences: StageSentences,
  paint: Paint = drawSentences,
): Flow<Gesture> {
  glass.draw((canvas) => paint(canvas, sentences));
  return yield* answered(sentences);
}

/** The same on a screen that a host brought up: for a second it names no button and takes no press. */
export function* chooseLater(
  glass: Glass,
  sentences: StageSentences,
  paint: Paint = drawSentences,
): Flow<Gesture> {
  yield* deafScreen(glass, sentences, paint);
  return yield* answered(sentences);
}

/** The first second of a screen that a host brought up; afterwards the screen as it stays. */
export function* deafScreen(glass: Glass, sentences: StageSentences, paint: Paint): Flow<void> {
  const { left: _, right: __, both: ___, ...silent } = sentences;
  yield* deafSecond(glass, (left) =>
    glass.draw((canvas) => {
      paint(canvas, left > 0 ? silent : sentences);
      if (left > 0) drawDeaf(canvas, left);
    }),
  );
}
