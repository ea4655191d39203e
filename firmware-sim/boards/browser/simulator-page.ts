/** The page of the sandboxed frame: joins the board to canvas, buttons, keys, speech and wire. */
import { screenHeight, screenWidth } from '../../../src/protocol/screen-size.ts';
import { frameText } from '../../../src/text/simulator/frame.ts';
import type { Board, Firmware, Frame } from '../../core/board.ts';
import { createPace, type Pace } from '../../pace/pace.ts';
import { keysEvent, type HandedKeys } from './apps/handed-keys.ts';
import { createBrowserBoard } from './browser-board.ts';
import { createButtonInput } from './button-input.ts';
import { createGlassReader } from './glass-text.ts';
import { listenToButtons } from './page-buttons.ts';
import { pageElements, type PageElements } from './page-elements.ts';
import { createPageLanguages } from './page-languages.ts';
import { createScriptRunner } from './page-scripts.ts';
import { paintFrame } from './paint.ts';
import { watchPicture } from './seen.ts';
import { serveWire } from './wire-port.ts';

function pagePace(keepsPace: () => boolean): Pace {
  const wake = (afterMs: number, callback: () => void): void => void setTimeout(callback, afterMs);
  // What is sent to another window leaves in a task of its own.
  return createPace({
    now: () => performance.now(),
    wake,
    afterSending: (callback) => wake(0, callback),
    keepsPace,
  });
}

/** Milliseconds between ticks of the device's clock. A device that nobody sees does not continue a hold. */
const tickMs = 50;

export function startSimulatorPage(
  createFirmware: (board: Board, make: undefined, apps: HandedKeys['apps']) => Firmware,
): void {
  const run = createScriptRunner(document);
  const languages = createPageLanguages(document, run);
  let keys: HandedKeys | undefined;
  addEventListener(keysEvent, ({ detail }) => (keys = detail));
  const elements = pageElements(document);
  const glass = createGlass(elements);
  const board = createBrowserBoard({
    createFirmware: (bare) => createFirmware(bare, undefined, () => keys?.apps()),
    now: () => performance.now(),
    createPace: pagePace,
    random: (length) => crypto.getRandomValues(new Uint8Array(new ArrayBuffer(length))),
    languages,
    addresses: () => keys?.derive,
    openKeys: () => keys?.openKeys,
    show(frame) {
      glass.frame(frame);
    },
  });
  const input = createButtonInput({
    press(button) {
      elements.device.classList.add(`${button}-down`);
      board.press(button);
    },
    release(button) {
      elements.device.classList.remove(`${button}-down`);
      board.release(button);
    },
  });
  const isSeen = watchPicture(elements.screen, (seen) => {
    elements.unseen.hidden = seen;
    if (!seen) input.releaseAll();
  });
  const isEntered = watchEntry();
  listenToButtons(elements, {
    ...input,
    down(control, finger) {
      if (isSeen() && (isEntered() || !finger.startsWith('key'))) input.down(control, finger);
    },
    tap(control) {
      if (isSeen()) input.tap(control);
    },
  });
  listenToSpeech(elements, glass);
  listenToOptions(elements);
  setInterval(() => board.tick(document.visibilityState !== 'visible' || !isSeen()), tickMs);

  // A file that is dropped here would be opened in place of the device.
  for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());

  // A page that comes back from the browser's cache would show a device that is off.
  addEventListener('pagehide', () => {
    input.releaseAll();
    board.powerOff();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  // Opened on its own, the page is a device without a cable.
  if (parent !== window)
    serveWire({
      window,
      parent,
      exchange: (command, answer) => board.exchange(command, answer),
      learn(language) {
        languages.learn(language);
        glass.tellAgain();
      },
      run,
    });
}

interface PageGlass {
  frame(frame: Frame): void;
  setSpeech(secrets: boolean): void;
  /** All of it, in the page's language of now. */
  tellAgain(): void;
}

function createGlass(elements: PageElements): PageGlass {
  const context = elements.screen.getContext('2d');
  const image = new ImageData(screenWidth, screenHeight);
  let reader = createGlassReader();
  let secrets = false;
  let shown: Frame | undefined;
  const setText = (element: Element, text: string): void => {
    if (element.textContent !== text) element.textContent = text;
  };
  const tell = (frame: Frame): void => {
    const { all, news, labels } = reader.read(frame, { secrets });
    setText(elements.screenText, all);
    if (news !== '') setText(elements.news, news);
    for (const control of ['left', 'both', 'right'] as const) {
      setText(elements.labels[control], labels[control] ?? frameText[control]);
    }
  };
  const tellAgain = (): void => {
    reader = createGlassReader();
    if (shown !== undefined) tell(shown);
  };
  return {
    frame(frame) {
      shown = frame;
      paintFrame(frame, image.data);
      context?.putImageData(image, 0, 0);
      tell(frame);
    },
    setSpeech(on) {
      secrets = on;
      // Begins afresh: what was spoken does not stay in the page, and what is on the screen now is spoken again.
      tellAgain();
    },
    tellAgain,
  };
}

/** The switch opens the warning; only the button inside it turns the speech on. */
function listenToSpeech({ speech, speechWarning, speechAgree }: PageElements, glass: PageGlass): void {
  const set = (on: boolean): void => {
    speechWarning.hidden = true;
    speech.checked = on;
    glass.setSpeech(on);
  };
  speech.addEventListener('change', () => {
    if (speech.checked) {
      speech.checked = false;
      speechWarning.hidden = false;
      speechAgree.focus();
    } else set(false);
  });
  speechAgree.addEventListener('click', () => {
    set(true);
    speech.focus();
  });
}

function listenToOptions({ options }: PageElements): void {
  options.addEventListener('click', () => {
    const open = options.getAttribute('aria-expanded') === 'true';
    options.setAttribute('aria-expanded', String(!open));
  });
}

/** Whether the person has come into the frame: the page around it can give it the focus, and with it keys that were meant for that page. */
function watchEntry(): () => boolean {
  let entered = false;
  for (const type of ['pointerdown', 'focusin', 'blur'])
    addEventListener(type, () => {
      entered = type !== 'blur';
      // The focus that comes back to a button here would be no person's.
      if (!entered) (document.activeElement as HTMLElement | null)?.blur();
    });
  return () => entered;
}
