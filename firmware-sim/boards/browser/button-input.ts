/**
 * From fingers to buttons: pointers, keys and the latch press the same two buttons, and the device is told only
 * when a button really goes down or up.
 */
import type { Button } from '../../core/board.ts';

/** What a person can press on the page. */
export type FingerTarget = Button | 'both';

export interface ButtonInput {
  /** A finger goes down. `finger` names it, such as a pointer id or a key; a repeat of one that is down is ignored. */
  down(control: FingerTarget, finger: string): void;
  /** A finger goes up, or is lost. */
  up(finger: string): void;
  /** An activation that has no duration, as a screen reader makes it: a short press, or a turn of the latch. */
  tap(control: FingerTarget): void;
  /** With the latch on, one press keeps a button down and the next lets it go. Off lets go of all it keeps down. */
  setLatch(on: boolean): void;
  /** The page lost its fingers: another window is in front. What the latch keeps down stays down. */
  releaseFingers(): void;
  /** The page is not seen any more: nothing may stay down. */
  releaseAll(): void;
}

export interface ButtonListener {
  press(button: Button): void;
  release(button: Button): void;
}

const order = ['left', 'right'] as const;

function buttonsOf(control: FingerTarget): readonly Button[] {
  return control === 'both' ? order : [control];
}

export function createButtonInput(listener: ButtonListener): ButtonInput {
  const fingers = new Map<string, FingerTarget>();
  const latched = new Set<Button>();
  const told = new Set<Button>();
  let latching = false;

  const tellChanges = (): void => {
    const down = new Set<Button>(latched);
    for (const control of fingers.values()) for (const button of buttonsOf(control)) down.add(button);
    for (const button of order) {
      if (down.has(button) && !told.has(button)) {
        told.add(button);
        listener.press(button);
      }
    }
    for (const button of order) {
      if (!down.has(button) && told.delete(button)) listener.release(button);
    }
  };

  const turnLatch = (control: FingerTarget): void => {
    const buttons = buttonsOf(control);
    const letGo = buttons.every((button) => latched.has(button));
    for (const button of buttons) {
      if (letGo) latched.delete(button);
      else latched.add(button);
    }
  };

  /** Fingers that turned the latch and are still down: their going up means nothing, nor does a key's repeat. */
  const turning = new Set<string>();

  return {
    down(control, finger) {
      if (fingers.has(finger) || turning.has(finger)) return;
      if (latching) {
        turning.add(finger);
        turnLatch(control);
      } else fingers.set(finger, control);
      tellChanges();
    },
    up(finger) {
      turning.delete(finger);
      if (fingers.delete(finger)) tellChanges();
    },
    tap(control) {
      if (latching) turnLatch(control);
      else {
        fingers.set('tap', control);
        tellChanges();
        fingers.delete('tap');
      }
      tellChanges();
    },
    setLatch(on) {
      latching = on;
      if (!on) latched.clear();
      tellChanges();
    },
    releaseFingers() {
      fingers.clear();
      turning.clear();
      tellChanges();
    },
    releaseAll() {
      fingers.clear();
      turning.clear();
      latched.clear();
      tellChanges();
    },
  };
}
