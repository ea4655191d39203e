/** What stands around the glass on a page: in the frame of the app, and in the window of a process. */

/** On both pages. */
export interface GlassPageMessages {
  readonly title: string;
  /** For a screen reader: what the picture, and the group of buttons, is. */
  readonly screen: string;
  readonly buttons: string;
  readonly left: string;
  readonly both: string;
  readonly right: string;
  /** In place of words and digits, unless the person asked to hear them. */
  readonly notSpoken: string;
}

/** Marked in `simulator.html`. In square brackets: keys, which the page draws as such. */
export interface FrameMessages extends GlassPageMessages {
  readonly mark: string;
  readonly unseen: string;
  readonly leftButton: string;
  readonly bothButtons: string;
  readonly rightButton: string;
  readonly keys: string;
  readonly latch: string;
  readonly speech: string;
  readonly speechWarning: string;
  readonly speechAgree: string;
  readonly keepsNothing: string;
  /** The foot of the screen, told: what a button does now. */
  readonly does: (button: 'left' | 'both' | 'right', action: string) => string;
  /** Digits of a PIN, of which the glass shows only how many there are. */
  readonly digitsEntered: (count: number) => string;
  readonly selected: (item: string) => string;
}

/** Marked in `window.html`. */
export interface DeviceWindowMessages extends GlassPageMessages {
  readonly mark: string;
  readonly latch: string;
  readonly speech: string;
  readonly keys: string;
  readonly switchedOff: string;
  /** The process is gone; the window tries until it is back. */
  readonly ended: string;
  /** There is a simulator again, with a window at another address. */
  readonly moved: string;
}
