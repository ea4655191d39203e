/** What stands around the glass on a page: in the frame of the app, and in the window of a process. */

/** Marked in `simulator.html` and `window.html`. In square brackets: keys, which the page draws as such. */
export interface FrameMessages {
  readonly title: string;
  /** For a screen reader: what the picture, and the group of buttons, is. */
  readonly screen: string;
  readonly buttons: string;
  readonly left: string;
  readonly both: string;
  readonly right: string;
  /** In place of words and digits, unless the person asked to hear them. */
  readonly notSpoken: string;
  readonly mark: string;
  readonly unseen: string;
  readonly leftButton: string;
  readonly bothButtons: string;
  readonly rightButton: string;
  readonly keys: string;
  /** The button behind which keys and switches stand on a phone. */
  readonly options: string;
  readonly latch: string;
  readonly speech: string;
  readonly speechWarning: string;
  readonly speechAgree: string;
  readonly keepsNothing: string;
  /** The foot of the screen, told: what a button does now. */
  readonly does: (button: 'left' | 'both' | 'right', action: string) => string;
  /** Where on a wheel an entry is that isn't in front: to be turned to by a button. */
  readonly turn: (button: 'left' | 'right', entry: string) => string;
  /** Digits of a PIN, of which the glass shows only how many there are. */
  readonly digitsEntered: (count: number) => string;
  readonly selected: (item: string) => string;
}

/** What the window of a process says besides. */
export interface DeviceWindowMessages {
  readonly switchedOff: string;
  /** The process is gone; the window tries until it is back. */
  readonly ended: string;
  /** There is a simulator again, with a window at another address. */
  readonly moved: string;
}
