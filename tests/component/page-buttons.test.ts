/** The keys of the device window in a real browser: what a key does to a button, and what is left to the browser. */
import type { ButtonInput, FingerTarget } from '../../firmware-sim/boards/browser/button-input.ts';
import { listenToButtons } from '../../firmware-sim/boards/browser/page-buttons.ts';
import type { PageElements } from '../../firmware-sim/boards/browser/page-elements.ts';
import { assert } from '../fixtures/screens/mount.ts';

describe('the buttons of the page', () => {
  let told: string[];
  const buttons: Record<FingerTarget, HTMLButtonElement> = {
    left: document.createElement('button'),
    both: document.createElement('button'),
    right: document.createElement('button'),
  };
  const latch = document.createElement('input');
  const input: ButtonInput = {
    down: (control, finger) => void told.push(`down ${control} ${finger}`),
    up: (finger) => void told.push(`up ${finger}`),
    tap: (control) => void told.push(`tap ${control}`),
    setLatch: (on) => void told.push(`latch ${on}`),
    releaseFingers: () => void told.push('fingers'),
    releaseAll: () => void told.push('all'),
  };

  before(() => {
    latch.type = 'checkbox';
    document.body.append(...Object.values(buttons), latch);
    listenToButtons({ buttons, latch } as unknown as PageElements, input);
  });
  beforeEach(() => {
    told = [];
  });
  after(() => {
    for (const element of [...Object.values(buttons), latch]) element.remove();
  });

  /** Whether the browser was kept from its own use of the key. */
  function press(type: 'keydown' | 'keyup', key: string, at: Element, more: KeyboardEventInit = {}): boolean {
    return !at.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...more }));
  }

  it('a key on a button holds it, and the browser makes no click of it afterwards', () => {
    for (const key of [' ', 'Enter']) assert.isTrue(press('keydown', key, buttons.left), key);
    // Firefox clicks when the space bar goes up, whatever became of its going down.
    assert.isTrue(press('keyup', ' ', buttons.left));
    assert.isFalse(press('keyup', 'Enter', buttons.left));
    assert.deepEqual(told, ['down left key  ', 'down left key Enter', 'up key  ', 'up key Enter']);
  });

  it('the space bar elsewhere is the browser’s', () => {
    assert.isFalse(press('keydown', ' ', latch));
    assert.isFalse(press('keyup', ' ', latch));
    assert.isFalse(press('keydown', ' ', document.body));
    assert.isFalse(press('keyup', ' ', document.body));
    assert.deepEqual(told, ['up key  ', 'up key  ']);
  });

  it('arrows press from anywhere, but not with a modifier', () => {
    assert.isTrue(press('keydown', 'ArrowLeft', document.body));
    assert.isTrue(press('keydown', 'ArrowDown', latch));
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      assert.isFalse(press('keydown', 'ArrowRight', document.body, { [modifier]: true }), modifier);
    assert.deepEqual(told, ['down left key ArrowLeft', 'down both key ArrowDown']);
  });

  it('a finger that slides off a button lets go of it, and one that trembles does not', () => {
    buttons.left.setPointerCapture = () => undefined;
    const { left, top, right, bottom } = buttons.left.getBoundingClientRect();
    const move = (clientX: number, clientY: number, down = 1): void =>
      void buttons.left.dispatchEvent(
        new PointerEvent('pointermove', { pointerId: 6, clientX, clientY, buttons: down }),
      );
    move(left + 1, top + 1);
    move(left - 5, top - 5);
    move(right + 5, bottom + 5);
    assert.deepEqual(told, []);
    for (const [x, y] of [
      [left - 20, top],
      [right + 20, top],
      [left, top - 20],
      [left, bottom + 20],
    ] as const) {
      told = [];
      move(x, y);
      assert.deepEqual(told, ['up pointer 6']);
    }
    // It was lifted where the page could not see it.
    told = [];
    move(left + 1, top + 1, 0);
    assert.deepEqual(told, ['up pointer 6']);
  });

  it('a finger holds a button until it is lifted', () => {
    buttons.right.setPointerCapture = (id) => void told.push(`kept ${id}`);
    const point = (type: string, more: PointerEventInit = {}): boolean =>
      buttons.right.dispatchEvent(new PointerEvent(type, { pointerId: 4, cancelable: true, ...more }));
    point('pointerdown', { button: 2 });
    assert.deepEqual(told, []);
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      told = [];
      point('pointerdown');
      point(end);
      assert.deepEqual(told, ['kept 4', 'down right pointer 4', 'up pointer 4'], end);
    }
    // A long touch holds, and asks for no menu.
    assert.isFalse(buttons.right.dispatchEvent(new Event('contextmenu', { cancelable: true })));
  });

  it('a click without a pointer is a tap; the latch and a lost window are told', () => {
    buttons.both.dispatchEvent(new MouseEvent('click', { detail: 0 }));
    buttons.both.dispatchEvent(new MouseEvent('click', { detail: 1 }));
    latch.checked = true;
    latch.dispatchEvent(new Event('change'));
    dispatchEvent(new Event('blur'));
    assert.deepEqual(told, ['tap both', 'latch true', 'fingers']);
  });
});
