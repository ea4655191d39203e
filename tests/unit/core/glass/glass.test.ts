import { describe, expect, it } from 'vitest';
import { choose } from '../../../../firmware-sim/core/glass/glass.ts';
import { createGlassBench } from '../../../fixtures/drivers/glass-driver.ts';

describe('choose', () => {
  it('returns a button, or both, of those that the sentences name, and no other', () => {
    for (const [sentences, taken] of [
      [{ title: 'One', right: 'OK' }, ['right']],
      [{ title: 'One', left: 'No' }, ['left']],
      [{ title: 'One', left: 'No', right: 'Yes' }, ['left', 'right']],
      [{ title: 'One', right: 'Up', both: 'Enter' }, ['right', 'both']],
      [{ title: 'One', left: 'No', right: 'Up', both: 'Enter' }, ['left', 'right', 'both']],
    ] as const) {
      const { glass, ...bench } = createGlassBench();
      for (const gesture of ['left', 'right', 'both'] as const) {
        const driver = bench.run(choose(glass, sentences));
        driver.tap(gesture);
        const isTaken = (taken as readonly string[]).includes(gesture);
        expect(driver.ending()).toEqual(
          isTaken ? { kind: 'returned', result: gesture } : { kind: 'running' },
        );
      }
    }
  });
});

describe('the glass', () => {
  it('knows which buttons are down', () => {
    const { glass } = createGlassBench();
    expect([glass.isDown('left'), glass.isDown('right')]).toEqual([false, false]);
    glass.setDown('left', true);
    expect([glass.isDown('left'), glass.isDown('right')]).toEqual([true, false]);
    glass.setDown('left', false);
    expect(glass.isDown('left')).toBe(false);
  });

  it('clears the picture before it draws the next one', () => {
    const { glass, board } = createGlassBench();
    glass.draw((canvas) => canvas.text('first', 0, 0));
    glass.draw((canvas) => canvas.text('second', 0, 20));
    expect(board.frames.at(-1)?.lines.map(({ text }) => text)).toEqual(['second', 'SIM']);
    glass.blank();
    expect(board.frames.at(-1)?.lines.map(({ text }) => text)).toEqual(['SIM']);
  });

  it('tells position and total only at the stage that shows words', () => {
    const { glass, state, vault } = createGlassBench();
    state.requested = 18;
    expect(glass.enter('consent').body).toContain('18 words');
    vault.create(Uint8Array.of(1, 2, 3, 4), 24).close();
    expect(glass.enter('words', 7).title).toBe('Word 7 of 24');
    expect(state).toMatchObject({ stage: 'words', position: 7, total: 24 });
    expect(glass.enter('written').body).toContain('24 words');
    expect(state).toMatchObject({ stage: 'written', position: 0, total: 0 });
  });
});
