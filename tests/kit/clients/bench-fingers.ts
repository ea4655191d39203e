/** Fingers and eyes at the bench, for `runPersonAsync`: device time moves only by what a hold takes. */
import type { BenchClient } from './bench-client.ts';
import type { Action, SlowFingers } from '../drivers/person.ts';

/** `after` runs after each thing the person did, before the next look. */
export function benchFingers(bench: BenchClient, after?: (action: Action) => Promise<void>): SlowFingers {
  return async (action) => {
    if (action.kind === 'tap') await bench.press(action.gesture);
    if (action.kind === 'wait') await bench.advance(action.milliseconds);
    if (action.kind === 'hold') {
      await bench.hold('right');
      await bench.advance(action.milliseconds);
      await bench.letGo('right');
    }
    if (action.kind === 'tap' || action.kind === 'hold') await after?.(action);
    let screen = await bench.screen();
    while (action.kind === 'watch' && screen.lines[0]?.text === action.title)
      screen = await bench.screenAfter(screen.sequence);
    return screen.lines;
  };
}
