/** One flow of the glass, driven alone: buttons and a clock go in, frames and the flow's result come out. */
import type { Button } from '../../firmware-sim/core/board.ts';
import { createDeviceState, type DeviceState } from '../../firmware-sim/core/device-state.ts';
import { stopRequest, type Flow } from '../../firmware-sim/core/glass/flow.ts';
import { createGlass, type Glass } from '../../firmware-sim/core/glass/glass.ts';
import { openVault, type Vault } from '../../firmware-sim/core/vault/vault.ts';
import { createCoreBoard, type CoreBoard, type CoreBoardOptions } from './core-board.ts';

export type Ending<Result> =
  | { readonly kind: 'running' }
  | { readonly kind: 'returned'; readonly result: Result }
  | { readonly kind: 'threw'; readonly thrown: unknown };

export interface FlowDriver<Result> {
  ending(): Ending<Result>;
  press(button: Button): void;
  release(button: Button): void;
  tap(...gestures: readonly ('left' | 'right' | 'both')[]): void;
  /** One tick after so many milliseconds. */
  tick(milliseconds: number): void;
  /** Holds the right button, with a tick every 50 ms. */
  hold(milliseconds: number): void;
  /** The host asks to stop. */
  stop(): void;
  powerOff(): void;
  /** The text on the glass, the simulator's mark not among it. */
  lines(): string[];
}

export interface GlassBench {
  readonly board: CoreBoard;
  readonly vault: Vault;
  readonly state: DeviceState;
  readonly glass: Glass;
  readonly run: <Result>(flow: Flow<Result>) => FlowDriver<Result>;
}

export function createGlassBench(options: CoreBoardOptions = {}): GlassBench {
  const board = createCoreBoard(options);
  const vault = openVault(board);
  const state = createDeviceState();
  const glass = createGlass(board, vault, state);
  return { board, vault, state, glass, run: (flow) => driveFlow(board, glass, flow) };
}

function driveFlow<Result>(board: CoreBoard, glass: Glass, flow: Flow<Result>): FlowDriver<Result> {
  let ending: Ending<Result> = { kind: 'running' };
  let now = 0;
  const step = (advance: () => IteratorResult<undefined, Result>): void => {
    try {
      const { done, value } = advance();
      if (done === true) ending = { kind: 'returned', result: value };
    } catch (thrown) {
      ending = { kind: 'threw', thrown };
    }
  };
  step(() => flow.next(undefined as never));
  const press = (button: Button): void => {
    glass.setDown(button, true);
    step(() => flow.next({ kind: 'press', button, at: now }));
  };
  const release = (button: Button): void => {
    glass.setDown(button, false);
    step(() => flow.next({ kind: 'release', button, at: now }));
  };
  const tick = (milliseconds: number): void => {
    now += milliseconds;
    step(() => flow.next({ kind: 'tick', at: now }));
  };
  return {
    ending: () => ending,
    press,
    release,
    tick,
    tap(...gestures) {
      for (const gesture of gestures) {
        const buttons: Button[] = gesture === 'both' ? ['left', 'right'] : [gesture];
        buttons.forEach(press);
        buttons.forEach(release);
      }
    },
    hold(milliseconds) {
      press('right');
      for (let left = milliseconds; left > 0; left -= 50) tick(Math.min(left, 50));
      release('right');
    },
    stop: () => step(() => flow.throw(stopRequest)),
    powerOff: () => step(() => flow.return(undefined as never)),
    lines: () => (board.frames.at(-1)?.lines ?? []).map(({ text }) => text).filter((text) => text !== 'SIM'),
  };
}
