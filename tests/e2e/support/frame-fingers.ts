/**
 * Fingers and eyes at the simulator inside the page, by keyboard, as a person with a screen reader has them: what is
 * on the glass is read from the text that the frame offers once "speak secret words" is on.
 */
import type { FrameLocator, Page } from 'playwright-core';
import type { SeenLine, SlowFingers } from '../../kit/drivers/person.ts';

const keys = { left: 'ArrowLeft', right: 'ArrowRight', both: 'ArrowDown' } as const;

/** The sentences as lines; the frame ends each with a full stop where it had none. */
export function linesOf(text: string): SeenLine[] {
  return text
    .split(/(?<=[.?!])\s+/)
    .map((sentence, index) => ({ text: sentence.replace(/\.$/, '').replace(/^Selected: /, ''), y: index }));
}

/**
 * So many pictures of the page after a press, half a second at least, it has been taken. Counted in pictures: a computer that stands still
 * for a while draws none, and takes no press either.
 */
const picturesForPress = 30;

/**
 * Until the text in the page's element is another than `before`, or has had its time. Tells whether it is. Runs in the page.
 */
async function changedInTime(
  element: Element,
  [before, pictures]: readonly [before: string, pictures: number],
): Promise<boolean> {
  const picture = (): Promise<unknown> => new Promise((drawn) => requestAnimationFrame(drawn));
  const end = performance.now() + (pictures * 1000) / 60;
  for (let drawn = 0; drawn < pictures || performance.now() < end; drawn += 1) {
    if (element.textContent !== before) return true;
    await picture();
  }
  return element.textContent !== before;
}

/** The device takes a press on its next beat. A press that changes nothing is waited for, and then let be. */
export async function pressTaken(
  frame: FrameLocator,
  press: () => Promise<void>,
  pictures = picturesForPress,
): Promise<boolean> {
  const text = frame.locator('#screen-text');
  const before = (await text.textContent()) ?? '';
  await press();
  return text.evaluate(changedInTime, [before, pictures] as const);
}

/** The keyboard's focus must be in the frame already. */
export function frameFingers(page: Page, frame: FrameLocator): SlowFingers {
  return async (action) => {
    if (action.kind === 'tap') {
      await pressTaken(frame, () => page.keyboard.press(keys[action.gesture]));
    }
    if (action.kind === 'wait') await page.waitForTimeout(action.milliseconds);
    if (action.kind === 'hold') {
      const before = await frame.locator('#screen-text').textContent();
      await page.keyboard.down(keys.right);
      // Held until the glass shows something else; the device's own clock decides when that is.
      await frame
        .locator('#screen-text')
        .filter({ hasNotText: before ?? '' })
        .waitFor({ state: 'attached' });
      await page.keyboard.up(keys.right);
    }
    if (action.kind === 'watch') {
      const still = frame.locator('#screen-text').filter({ hasNotText: action.title });
      await still.waitFor({ state: 'attached' });
    }
    return linesOf((await frame.locator('#screen-text').textContent()) ?? '');
  };
}
