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

  it('a click without a pointer is a tap; the latch and a lost window are told', () => {
    buttons.both.dispatchEvent(new MouseEvent('click', { detail: 0 }));
    buttons.both.dispatchEvent(new MouseEvent('click', { detail: 1 }));
    latch.checked = true;
    latch.dispatchEvent(new Event('change'));
    dispatchEvent(new Event('blur'));
    assert.deepEqual(told, ['tap both', 'latch true', 'fingers']);
  });
});
