/** The elements of `simulator.html` that the script works on. One that is missing is a fault of the build. */
import type { FingerTarget } from './button-input.ts';

export interface PageElements {
  readonly device: HTMLElement;
  readonly screen: HTMLCanvasElement;
  /** The screen as text, to be read at leisure. */
  readonly screenText: HTMLElement;
  /** Polite live region: what has changed on the screen. */
  readonly news: HTMLElement;
  readonly buttons: Readonly<Record<FingerTarget, HTMLButtonElement>>;
  readonly labels: Readonly<Record<FingerTarget, HTMLElement>>;
  /** Says that presses don't count while the picture can't be seen. */
  readonly unseen: HTMLElement;
  /** Where there is little room, the switches stand behind it. */
  readonly options: HTMLButtonElement;
  readonly latch: HTMLInputElement;
  readonly speech: HTMLInputElement;
  readonly speechWarning: HTMLElement;
  readonly speechAgree: HTMLButtonElement;
}

export function pageElements(page: Document): PageElements {
  const find = <Kind extends Element>(id: string, kind: new () => Kind): Kind => {
    const element = page.getElementById(id);
    if (!(element instanceof kind)) throw new Error(`no #${id}`);
    return element;
  };
  return {
    device: find('device', HTMLElement),
    screen: find('screen', HTMLCanvasElement),
    screenText: find('screen-text', HTMLElement),
    news: find('news', HTMLElement),
    buttons: {
      left: find('left', HTMLButtonElement),
      both: find('both', HTMLButtonElement),
      right: find('right', HTMLButtonElement),
    },
    labels: {
      left: find('left-label', HTMLElement),
      both: find('both-label', HTMLElement),
      right: find('right-label', HTMLElement),
    },
    unseen: find('unseen', HTMLElement),
    options: find('options', HTMLButtonElement),
    latch: find('latch', HTMLInputElement),
    speech: find('speech', HTMLInputElement),
    speechWarning: find('speech-warning', HTMLElement),
    speechAgree: find('speech-agree', HTMLButtonElement),
  };
}
