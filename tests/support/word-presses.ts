/** Enters a word on the glass by what is on the glass, in as few presses as somebody needs who knows the alphabet. */
import type { CoreBoard } from './core-board.ts';
import type { FlowDriver } from './glass-driver.ts';

const letterOf = (text: string): number => text.charCodeAt(0) - 0x61;

/** The shorter way round the alphabet; which letters the wheel leaves out, the person does not know. */
function wayTo(wanted: string, shown: string): 'left' | 'right' {
  // "Delete" stands between z and a.
  const from = shown.length === 1 ? letterOf(shown) : 25.5;
  const to = letterOf(wanted);
  return (to - from + 26) % 26 <= 13 ? 'right' : 'left';
}

/** The list entry under the bar: its first row of ink is lit from edge to edge. */
function underBar(board: CoreBoard): { visible: string[]; at: number } {
  const frame = board.frames.at(-1);
  const lines = (frame?.lines ?? []).slice(1).filter(({ y }) => y < 50);
  return {
    visible: lines.map(({ text }) => text),
    at: lines.findIndex(({ y }) => ((frame?.pixels[(y + 2) * 16] ?? 0) & 0x80) !== 0),
  };
}

function wayInList(
  word: string,
  { visible, at }: { visible: string[]; at: number },
): 'left' | 'right' | 'both' {
  const chosen = visible[at] ?? '';
  if (chosen === word) return 'both';
  return chosen === 'Delete' || word > chosen ? 'right' : 'left';
}

/** By the wheel of letters and its list; gives the number of presses. */
export function enterOnWheel(board: CoreBoard, driver: FlowDriver<unknown>, word: string): number {
  let typed = 0;
  for (let presses = 0; presses < 200; presses += 1) {
    if (driver.ending().kind !== 'running') return presses;
    const lines = driver.lines();
    if (lines.at(-1) !== 'Turn ▶') {
      driver.tap(wayInList(word, underBar(board)));
      continue;
    }
    const shown = lines.at(-4) ?? '';
    const wanted = word[typed] ?? '';
    if (shown === wanted) typed += 1;
    driver.tap(shown === wanted ? 'both' : wayTo(wanted, shown));
  }
  throw new Error('the word is not reached in 200 presses');
}

/** By halving; gives the number of presses. */
export function enterOnHalves(driver: FlowDriver<unknown>, word: string): number {
  for (let presses = 0; presses < 30; presses += 1) {
    if (driver.ending().kind !== 'running') return presses;
    const lastOfLeft = (driver.lines()[1] ?? '').replace('◀ ', '').split(' - ').at(-1) ?? '';
    driver.tap(word <= lastOfLeft ? 'left' : 'right');
  }
  throw new Error('the word is not reached in 30 presses');
}
