/** Fingers at the simulator inside the page, in any engine: a pointer on its buttons, eyes on the text that it offers. */
import type { SlowFingers } from '../../kit/drivers/person.ts';
import { linesOf } from '../support/frame-fingers.ts';
import type { Engine, Place } from './engine.ts';
import { clickOn } from './page-eyes.ts';

type FrameButton = 'left' | 'both' | 'right';

/** Runs in the frame. */
function glassText(): string {
  return document.getElementById('screen-text')?.textContent ?? '';
}

/** Runs in the frame. Settles when the glass no longer says `text`, with what it says then. */
function otherText(text: string): Promise<string> {
  const glass = document.getElementById('screen-text');
  const now = (): string => glass?.textContent ?? '';
  return new Promise((resolve) => {
    const look = (): void => {
      if (now().includes(text)) return;
      observer.disconnect();
      resolve(now());
    };
    const observer = new MutationObserver(look);
    if (glass !== null) observer.observe(glass, { childList: true, characterData: true, subtree: true });
    look();
  });
}

/** Runs in the frame. Whether the glass says something else within two seconds: the device takes a press on its next beat. */
function pressTaken(before: string): Promise<boolean> {
  const glass = document.getElementById('screen-text');
  return new Promise((resolve) => {
    const patience = setTimeout(() => {
      observer.disconnect();
      resolve(false);
    }, 2000);
    const look = (): void => {
      if (glass?.textContent === before) return;
      observer.disconnect();
      clearTimeout(patience);
      resolve(true);
    };
    const observer = new MutationObserver(look);
    if (glass !== null) observer.observe(glass, { childList: true, characterData: true, subtree: true });
    look();
  });
}

/** Runs in the frame. */
function middleOf(id: string): { x: number; y: number } {
  const box = document.getElementById(id)?.getBoundingClientRect();
  return box === undefined ? { x: 0, y: 0 } : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** Runs in the frame. Each button with a side that's out of sight, or covered. */
function hiddenButtons(): string[] {
  return ['left', 'both', 'right'].filter((id) => {
    const button = document.getElementById(id);
    if (button === null) return true;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const points: [number, number][] = [
      [left + 8, (top + bottom) / 2],
      [right - 8, (top + bottom) / 2],
    ];
    return points.some(([x, y]) => !button.contains(document.elementFromPoint(x, y)));
  });
}

/** Inside the frame: turns on the text of secrets, as a user with a screen reader does. */
export async function speakSecrets(engine: Engine): Promise<void> {
  // Chromium drops clicks into a frame that watches whether it is seen, for half a second after the frame was moved.
  for (let tries = 0; tries < 10 && (await engine.run(isUnasked)); tries += 1)
    await clickOn(engine, 'Speak secret words');
  for (let tries = 0; tries < 10 && !(await engine.run(isSpoken)); tries += 1)
    await clickOn(engine, "I'm wearing headphones");
}

/** Runs in the frame. */
function isUnasked(): boolean {
  return document.getElementById('speech-warning')?.hidden === true;
}

/** Runs in the frame. */
function isSpoken(): boolean {
  return document.querySelector<HTMLInputElement>('#speech')?.checked === true;
}

const pauseInPage = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Inside the frame. Throws when a button can't be clicked where it is. */
export async function frameClicks(engine: Engine): Promise<SlowFingers> {
  await engine.run(() => {
    document.getElementById('left')?.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  const hidden = await engine.run(hiddenButtons);
  if (hidden.length > 0) throw new Error(`the frame hides ${hidden.join(', ')}`);
  const places: Record<FrameButton, Place> = {
    left: await engine.run(middleOf, 'left'),
    both: await engine.run(middleOf, 'both'),
    right: await engine.run(middleOf, 'right'),
  };
  return async (action) => {
    if (action.kind === 'tap') {
      const before = await engine.run(glassText);
      // Chromium drops a click into a frame that watches whether it is seen, for half a second after the frame was moved.
      for (let tries = 0; tries < 3; tries += 1) {
        await engine.pointer('click', places[action.gesture]);
        if (await engine.run(pressTaken, before)) break;
      }
    }
    // The device's clock runs; the next look is a round trip to the page away.
    if (action.kind === 'wait') await engine.run(pauseInPage, action.milliseconds);
    if (action.kind === 'watch') await engine.run(otherText, action.title);
    if (action.kind === 'hold') {
      const before = await engine.run(glassText);
      await engine.pointer('down', places.right);
      // The device's own clock decides when that's long enough.
      await engine.run(otherText, before);
      await engine.pointer('up', places.right);
    }
    return linesOf(await engine.run(glassText));
  };
}
