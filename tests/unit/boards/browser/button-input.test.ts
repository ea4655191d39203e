import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createButtonInput,
  type FingerTarget,
} from '../../../../firmware-sim/boards/browser/button-input.ts';
import { controlOfKey } from '../../../../firmware-sim/boards/browser/keys.ts';

function setUp() {
  const told: string[] = [];
  const input = createButtonInput({
    press: (button) => told.push(`press ${button}`),
    release: (button) => told.push(`release ${button}`),
  });
  return { input, told };
}

describe('fingers', () => {
  it('press and release one button, or both, left first', () => {
    const { input, told } = setUp();
    input.down('right', 'pointer 1');
    input.up('pointer 1');
    input.down('both', 'key Enter');
    input.up('key Enter');
    expect(told).toEqual([
      'press right',
      'release right',
      'press left',
      'press right',
      'release left',
      'release right',
    ]);
  });

  it('repeated by a key that is held press once', () => {
    const { input, told } = setUp();
    for (let repeat = 0; repeat < 5; repeat += 1) input.down('right', 'key ArrowRight');
    input.up('key ArrowRight');
    expect(told).toEqual(['press right', 'release right']);
  });

  it('two on one button hold it until both have left', () => {
    const { input, told } = setUp();
    input.down('right', 'pointer 1');
    input.down('right', 'key ArrowRight');
    input.up('pointer 1');
    expect(told).toEqual(['press right']);
    input.up('key ArrowRight');
    expect(told).toEqual(['press right', 'release right']);
  });

  it('left and right at once are both buttons', () => {
    const { input, told } = setUp();
    input.down('left', 'pointer 1');
    input.down('right', 'pointer 2');
    input.up('pointer 1');
    input.up('pointer 2');
    expect(told).toEqual(['press left', 'press right', 'release left', 'release right']);
  });

  it('that are unknown go up without effect', () => {
    const { input, told } = setUp();
    input.up('pointer 9');
    expect(told).toEqual([]);
  });

  it('are let go when the window loses them', () => {
    const { input, told } = setUp();
    input.down('both', 'pointer 1');
    input.releaseFingers();
    input.up('pointer 1');
    expect(told).toEqual(['press left', 'press right', 'release left', 'release right']);
  });
});

describe('an activation without duration', () => {
  it('is a short press', () => {
    const { input, told } = setUp();
    input.tap('both');
    expect(told).toEqual(['press left', 'press right', 'release left', 'release right']);
  });
});

describe('the latch', () => {
  it('keeps a button down with one press and lets it go with the next', () => {
    const { input, told } = setUp();
    input.setLatch(true);
    input.down('right', 'pointer 1');
    input.up('pointer 1');
    expect(told).toEqual(['press right']);
    input.down('right', 'key ArrowRight');
    input.down('right', 'key ArrowRight');
    input.up('key ArrowRight');
    expect(told).toEqual(['press right', 'release right']);
  });

  it('turns by an activation without duration too', () => {
    const { input, told } = setUp();
    input.setLatch(true);
    input.tap('right');
    expect(told).toEqual(['press right']);
    input.tap('right');
    expect(told).toEqual(['press right', 'release right']);
  });

  it('for both buttons completes what one of them began, then lets both go', () => {
    const { input, told } = setUp();
    input.setLatch(true);
    input.tap('right');
    input.tap('both');
    input.tap('both');
    expect(told).toEqual(['press right', 'press left', 'release left', 'release right']);
  });

  it('holds while the window is inactive, and lets go when hidden or turned off', () => {
    const { input, told } = setUp();
    input.setLatch(true);
    input.tap('right');
    input.releaseFingers();
    expect(told).toEqual(['press right']);
    input.releaseAll();
    input.tap('left');
    input.setLatch(false);
    expect(told).toEqual(['press right', 'release right', 'press left', 'release left']);
  });
});

describe('law: the device hears each button go down and up in turn', () => {
  it('whatever the fingers do, and nothing stays down in the end', () => {
    const control = fc.constantFrom<FingerTarget>('left', 'right', 'both');
    const finger = fc.constantFrom('pointer 1', 'pointer 2', 'key ArrowLeft');
    const action = fc.oneof(
      fc.record({ kind: fc.constant('down' as const), control, finger }),
      fc.record({ kind: fc.constant('up' as const), finger }),
      fc.record({ kind: fc.constant('tap' as const), control }),
      fc.record({ kind: fc.constant('latch' as const), on: fc.boolean() }),
      fc.record({ kind: fc.constant('blur' as const) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (script) => {
        const { input, told } = setUp();
        for (const step of script) {
          if (step.kind === 'down') input.down(step.control, step.finger);
          else if (step.kind === 'up') input.up(step.finger);
          else if (step.kind === 'tap') input.tap(step.control);
          else if (step.kind === 'latch') input.setLatch(step.on);
          else input.releaseFingers();
        }
        input.releaseAll();
        for (const button of ['left', 'right']) {
          const own = told.filter((event) => event.endsWith(button));
          expect(own.length % 2).toBe(0);
          own.forEach((event, index) => {
            expect(event.startsWith(index % 2 === 0 ? 'press' : 'release')).toBe(true);
          });
        }
      }),
    );
  });
});

describe('keys', () => {
  it.each([
    ['ArrowLeft', undefined, false, 'left'],
    ['ArrowRight', undefined, true, 'right'],
    ['ArrowDown', 'left', false, 'both'],
    ['Enter', undefined, false, 'both'],
    ['Enter', 'left', false, 'left'],
    [' ', 'right', false, 'right'],
    ['Enter', undefined, true, undefined],
    [' ', undefined, false, undefined],
    [' ', undefined, true, undefined],
    ['ArrowUp', 'left', false, undefined],
    ['a', undefined, false, undefined],
    ['Tab', 'both', false, undefined],
  ] as const)('%j with focus on %s (elsewhere: %s) presses %s', (key, focused, elsewhere, control) => {
    expect(controlOfKey({ key, focused, elsewhere })).toBe(control);
  });
});
