/** What a flow sees of the device: a screen to draw on, the stage to tell, and the vault. */
import { codeWordCount, isAboutCode } from '../../../src/protocol/backup-code.ts';
import type { Stage } from '../../../src/protocol/public-state.ts';
import { stageSentences } from '../../../src/protocol/sentences.ts';
import type { StageSentences } from '../../../src/protocol/stage-facts.ts';
import type { Board, Button } from '../board.ts';
import type { DeviceState } from '../device-state.ts';
import { drawRandom } from '../vault/random.ts';
import type { Vault } from '../vault/vault.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import type { Flow } from './flow.ts';
import { gesture, type Gesture } from './gestures.ts';
import { drawSentences, drawSimulatorMark } from './screens.ts';

export interface Glass {
  readonly vault: Vault;
  isDown(button: Button): boolean;
  /** Sets which buttons are down; only the device loop calls it. */
  setDown(button: Button, down: boolean): void;
  /** Clears the screen, lets `paint` draw, adds the simulator's mark and shows it. */
  draw(paint: (canvas: Canvas) => void): void;
  /** Shows nothing but the mark. */
  blank(): void;
  /** Tells the stage to whoever reads the public state; a position only where words are shown. */
  enter(stage: Stage, position?: number): StageSentences;
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

export function createGlass(board: Board, vault: Vault, state: DeviceState): Glass {
  const canvas = createCanvas();
  const down = new Set<Button>();
  const draw = (paint: (canvas: Canvas) => void): void => present(board, canvas, paint);
  return {
    vault,
    state,
    isDown: (button) => down.has(button),
    setDown: (button, isDown) => void (isDown ? down.add(button) : down.delete(button)),
    draw,
    blank: () => draw(() => undefined),
    enter(stage, position = 0) {
      const { activity } = state;
      const wordCount = isAboutCode(activity) ? codeWordCount : vault.wordCount() || (state.requested ?? 0);
      state.stage = stage;
      state.position = position;
      state.total = stage === 'words' ? wordCount : 0;
      return stageSentences(stage, {
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

/** Shows sentences and waits for one of the buttons that they name. */
export function* choose(glass: Glass, sentences: StageSentences): Flow<Gesture> {
  glass.draw((canvas) => drawSentences(canvas, sentences));
  for (;;) {
    const made = yield* gesture();
    if (sentences[made] !== undefined) return made;
  }
}
