/** Events of pointers, keys and assistive technology, turned into fingers on the two buttons. */
import type { ButtonInput, FingerTarget } from './button-input.ts';
import { controlOfKey } from './keys.ts';
import type { PageElements } from './page-elements.ts';

const controls = ['left', 'both', 'right'] as const satisfies readonly FingerTarget[];

export function listenToButtons({ buttons, latch }: PageElements, input: ButtonInput): void {
  for (const control of controls) listenToPointers(buttons[control], control, input);

  const controlOf = (target: EventTarget | null): FingerTarget | undefined =>
    controls.find((control) => buttons[control] === target);

  document.addEventListener('keydown', (event) => {
    // With a modifier the key belongs to the browser.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const focused = controlOf(event.target);
    const elsewhere = focused === undefined && event.target !== document.body;
    const control = controlOfKey({ key: event.key, focused, elsewhere });
    if (control === undefined) return;
    // Neither scrolling nor a click after it, which would be a second press.
    event.preventDefault();
    input.down(control, `key ${event.key}`);
  });
  document.addEventListener('keyup', (event) => {
    if (event.key === ' ' && controlOf(event.target) !== undefined) event.preventDefault();
    input.up(`key ${event.key}`);
  });

  latch.addEventListener('change', () => {
    input.setLatch(latch.checked);
  });
  addEventListener('blur', () => {
    input.releaseFingers();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') input.releaseAll();
  });
}

/** Pixels that a finger may stray from the button that it holds. */
const stray = 8;

/** A finger that slides off lets go of the button. So does one that was lifted where nobody saw it. */
function isOff(button: HTMLButtonElement, { clientX, clientY, buttons }: PointerEvent): boolean {
  const { left, top, right, bottom } = button.getBoundingClientRect();
  const beside = clientX < left - stray || clientX > right + stray;
  return buttons === 0 || beside || clientY < top - stray || clientY > bottom + stray;
}

function listenToPointers(button: HTMLButtonElement, control: FingerTarget, input: ButtonInput): void {
  const finger = (event: PointerEvent): string => `pointer ${event.pointerId}`;
  const up = (event: PointerEvent): void => {
    input.up(finger(event));
  };
  button.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    // So that wherever it goes, it is seen to go.
    button.setPointerCapture(event.pointerId);
    input.down(control, finger(event));
  });
  button.addEventListener('pointermove', (event) => {
    if (isOff(button, event)) up(event);
  });
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    button.addEventListener(type, up);
  }
  button.addEventListener('contextmenu', (event) => {
    // A long touch holds the button; it asks for no menu.
    event.preventDefault();
  });
  button.addEventListener('click', (event) => {
    // `detail` counts clicks of a pointer. None: a screen reader or voice control pressed the button.
    if (event.detail === 0) input.tap(control);
  });
}
