/** The drawings of devices: true to their measures, clear about what to press, and still or plain where a person asks for that. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html, render, type TemplateResult } from 'lit';
import type { HbDeviceDrawing } from '../../src/elements/device-drawing/hb-device-drawing.ts';
import { hostblindModel } from '../../src/elements/device-drawing/hostblind.ts';
import type { DeviceControl } from '../../src/elements/device-drawing/model.ts';
import type { HbScene } from '../../src/elements/scenes/hb-scene.ts';
import { drawingMessages } from '../../src/text/drawings/drawings.ts';
import { assert, assertAccessible, deepText, mount, unmountAll } from '../fixtures/screens/mount.ts';
import {
  drawing,
  drawingSheets,
  drawnDevices,
  sceneNames,
  type DrawingProperties,
} from '../fixtures/screens/drawn-devices.ts';

const devices = Object.entries(drawnDevices);
const plain = { colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none' } as const;

async function draw(name: string, properties?: DrawingProperties): Promise<SVGSVGElement> {
  const device = drawnDevices[name];
  if (device === undefined) throw new Error(`no drawing ${name}`);
  return pictureOf(await mount<HbDeviceDrawing>(drawing(device.model, properties ?? device.used)));
}

function pictureOf(element: HbDeviceDrawing | HbScene): SVGSVGElement {
  const found = element.renderRoot.querySelector('svg');
  if (found === null) throw new Error('nothing is drawn');
  return found;
}

function mountScene(scene: string): Promise<HbScene> {
  return mount<HbScene>(html`<hb-scene scene=${scene}></hb-scene>`);
}

function part(picture: Element, selector: string): SVGGraphicsElement {
  const found = picture.querySelector<SVGGraphicsElement>(selector);
  if (found === null) throw new Error(`no ${selector} is drawn`);
  return found;
}

/** The controls that have a line around them which comes and goes. */
function pulsing(picture: Element): (string | undefined)[] {
  return [...picture.querySelectorAll<SVGGElement>('[data-control]')]
    .filter((control) => control.querySelector('.pulse') !== null)
    .map((control) => control.dataset['control']);
}

function moving(picture: Element): Animation[] {
  return picture.getAnimations({ subtree: true });
}

/** From the moment at which it is shown, in milliseconds. */
function endsAfter(animation: Animation): number {
  return Number(animation.effect?.getComputedTiming().endTime);
}

function drawAll(sheet: TemplateResult): HTMLElement {
  const holder = document.createElement('div');
  document.body.append(holder);
  render(sheet, holder);
  return holder;
}

beforeEach(() => emulateMedia(plain));
afterEach(unmountAll);
after(() => emulateMedia(plain));

describe('the drawing of a device', () => {
  for (const [name, { model, measured }] of devices) {
    it(`${name} has the proportions of its front`, async () => {
      const picture = await draw(name);
      const front = part(picture, '.front').getBBox();
      const [width, height] = measured ?? [model.width, model.height];
      assert.approximately(front.width / front.height, width / height, (width / height) * 0.02);
      // In millimetres, with the same room around it on each side.
      const box = picture.viewBox.baseVal;
      for (const [start, end] of [
        [box.x, box.width - front.width],
        [box.y, box.height - front.height],
      ] as const)
        assert.approximately(-start * 2, end, 0.1);
    });

    it(`${name} has its screen on its front, and its eye on the screen`, async () => {
      const picture = await draw(name);
      const inside = (inner: DOMRect, outer: DOMRect): void => {
        assert.isAtLeast(inner.left, outer.left);
        assert.isAtLeast(inner.top, outer.top);
        assert.isAtMost(inner.right, outer.right);
        assert.isAtMost(inner.bottom, outer.bottom);
      };
      const [front, screen] = ['.front', '.screen'].map((selector) =>
        part(picture, selector).getBoundingClientRect(),
      );
      if (front === undefined || screen === undefined) throw new Error('not drawn');
      inside(screen, front);
      for (const eye of picture.querySelectorAll('.eye')) inside(eye.getBoundingClientRect(), screen);
    });
  }

  it('says in words where the controls are', async () => {
    for (const [name, { model }] of devices) {
      const picture = await draw(name);
      assert.equal(picture.getAttribute('role'), 'img');
      assert.equal(picture.getAttribute('aria-label'), drawingMessages.layouts[model.layout], name);
    }
  });

  it('shows no word: there is no text in a picture', () => {
    const holder = drawAll(drawingSheets['drawings-used'] ?? html``);
    for (const element of holder.querySelectorAll<HbDeviceDrawing>('hb-device-drawing'))
      assert.lengthOf(element.renderRoot.querySelectorAll('svg text'), 0);
  });
});

describe('what is to be pressed', () => {
  it('pulses: the button that alone has something to do', async () => {
    for (const name of ['hostblind', 'nano-s-plus', 'nano-x', 'trezor-one', 'trezor-safe-3']) {
      const picture = await draw(name, { right: 'Finish' });
      assert.deepEqual(pulsing(picture), ['right'], name);
      assert.deepEqual(
        moving(picture).map(({ effect }) => effect?.getComputedTiming().iterations),
        [Infinity],
      );
      assert.lengthOf(picture.querySelectorAll('[data-control="left"] .used'), 0);
      assert.lengthOf(picture.querySelectorAll('[data-control="right"] .used'), 1);
    }
  });

  it('pulses together where both are pressed, and in turn where it is one or the other', async () => {
    const delays = (picture: Element): (number | undefined)[] =>
      moving(picture).map(({ effect }) => effect?.getComputedTiming().delay);
    const both = await draw('nano-x', { both: 'Choose' });
    assert.deepEqual(pulsing(both), ['left', 'right']);
    assert.deepEqual(delays(both), [0, 0]);
    const either = await draw('nano-x', { left: 'No', right: 'Yes' });
    assert.deepEqual(pulsing(either), ['left', 'right']);
    assert.deepEqual(delays(either), [0, -1300]);
  });

  it('is where the buttons of each model are', async () => {
    const centre = (picture: Element, selector: string): DOMPoint => {
      const { x, y, width, height } = part(picture, selector).getBBox();
      return new DOMPoint(x + width / 2, y + height / 2);
    };
    const places = {
      hostblind: (key: DOMPoint, screen: DOMRect) => key.y > screen.bottom,
      'nano-s-plus': (key: DOMPoint) => key.y < 1,
      'nano-s': (key: DOMPoint) => key.y < 1,
      'nano-x': (key: DOMPoint, screen: DOMRect) => key.x < screen.left || key.x > screen.right,
      'trezor-one': (key: DOMPoint, screen: DOMRect) => key.y > screen.bottom,
      'trezor-safe-3': (key: DOMPoint, screen: DOMRect) => key.y > screen.bottom,
    };
    for (const [name, fits] of Object.entries(places)) {
      const picture = await draw(name, { left: 'No', right: 'Yes' });
      const box = part(picture, '.screen').getBBox();
      const screen = new DOMRect(box.x, box.y, box.width, box.height);
      const [left, right] = (['left', 'right'] as const).map((control) =>
        centre(picture, `[data-control=${control}] .key`),
      );
      if (left === undefined || right === undefined) throw new Error('not drawn');
      assert.isTrue(fits(left, screen) && fits(right, screen), name);
      assert.isBelow(left.x, right.x, name);
    }
  });

  it('is a place on a touch screen', async () => {
    for (const name of ['stax', 'flex', 'trezor-t', 'trezor-safe-5', 'touch-device']) {
      assert.deepEqual(pulsing(await draw(name, { touch: 'Tap' })), ['screen'], name);
      const corner: DeviceControl = 'bottom-right';
      const picture = await draw(name, { press: [corner] });
      assert.deepEqual(pulsing(picture), [corner], name);
      const spot = part(picture, '.spot').getBBox();
      const screen = drawnDevices[name]?.model.screen;
      if (screen === undefined) throw new Error(name);
      assert.isAbove(spot.x, screen.x + screen.width / 2, name);
      assert.isAbove(spot.y, screen.y + screen.height / 2, name);
      assert.isAtMost(spot.x + spot.width, screen.x + screen.width, name);
      assert.isAtMost(spot.y + spot.height, screen.y + screen.height, name);
    }
  });

  it('is a third of an edge, or both edges', async () => {
    for (const name of ['bitbox02', 'bitbox02-nova']) {
      assert.deepEqual(pulsing(await draw(name, { press: ['top-right'] })), ['top-right'], name);
      const picture = await draw(name, { press: ['top', 'bottom'] });
      assert.deepEqual(pulsing(picture), ['top', 'bottom'], name);
      const screen = part(picture, '.screen').getBBox();
      assert.isBelow(part(picture, '[data-control=top] .spot').getBBox().y, screen.y);
      const low = part(picture, '[data-control=bottom] .spot').getBBox();
      assert.isAtLeast(low.y, screen.y + screen.height);
    }
  });

  it('is nothing that a model lacks', async () => {
    assert.deepEqual(pulsing(await draw('stax', { press: ['left', 'right'] })), []);
    assert.deepEqual(pulsing(await draw('nano-x', { press: ['bottom'] })), []);
  });

  it('is said in words beside it', async () => {
    const said = async (properties: DrawingProperties): Promise<string> =>
      deepText(await mount<HbDeviceDrawing>(drawing(hostblindModel, properties)));
    assert.equal(await said({}), '');
    assert.equal(await said({ left: 'No', right: 'Yes' }), 'Left No Right Yes');
    assert.equal(await said({ both: 'Enter' }), 'Left not used Both Enter Right not used');
    assert.equal(await said({ touch: 'Tap the digits' }), 'On the screen Tap the digits');
  });
});

describe('a hold', () => {
  const held = { left: 'Back', right: 'Hold', press: ['right'] } as const;

  it('is a ring as full as the hold is known to be', async () => {
    for (const [hold, left] of [
      [0, 1],
      [0.25, 0.75],
      [1, 0],
      [7, 0],
    ] as const) {
      const picture = await draw('hostblind', { ...held, hold });
      const ring = getComputedStyle(part(picture, '[data-control=right] .ring'));
      assert.approximately(Number.parseFloat(ring.strokeDashoffset), left, 0.001);
      assert.lengthOf(moving(picture), 0);
      assert.lengthOf(picture.querySelectorAll('[data-control=left] .ring'), 0);
    }
  });

  it('fills once where nothing is known, and says that it is no measure', async () => {
    const element = await mount<HbDeviceDrawing>(drawing(hostblindModel, { ...held, hold: 'about' }));
    const [ring, ...others] = moving(pictureOf(element));
    assert.lengthOf(others, 0);
    const timing = ring?.effect?.getComputedTiming();
    assert.deepEqual([timing?.duration, timing?.iterations], [1500, 1]);
    assert.include(deepText(element), drawingMessages.hold);
    const known = await mount<HbDeviceDrawing>(drawing(hostblindModel, { ...held, hold: 0.5 }));
    assert.notInclude(deepText(known), drawingMessages.hold);
  });
});

describe('a scene', () => {
  it('moves once, for two seconds at most, and ends as it is without moving', async () => {
    for (const name of sceneNames) {
      const picture = pictureOf(await mountScene(name));
      const all = moving(picture);
      assert.isNotEmpty(all, name);
      for (const animation of all) {
        assert.equal(animation.effect?.getComputedTiming().iterations, 1, name);
        assert.isAtMost(endsAfter(animation), 2000, name);
        animation.finish();
      }
      const look = (): string[] =>
        [...picture.querySelectorAll('*')].map((element) => {
          const { opacity, transform, strokeDashoffset, stroke } = getComputedStyle(element);
          return [opacity, transform, strokeDashoffset, stroke].join();
        });
      const ended = look();
      await emulateMedia({ ...plain, reducedMotion: 'reduce' });
      assert.deepEqual(look(), ended, name);
      await emulateMedia(plain);
    }
  });

  it('is left to the text beside it', async () => {
    for (const name of sceneNames)
      assert.equal(pictureOf(await mountScene(name)).getAttribute('aria-hidden'), 'true');
  });

  it('stands beside a word about each step of connecting, in order', async () => {
    const steps = await mount<HbScene>(html`<hb-connect-steps></hb-connect-steps>`);
    assert.deepEqual(
      [...steps.renderRoot.querySelectorAll('ol > li')].map(({ textContent }) => textContent.trim()),
      Object.values(drawingMessages.connect),
    );
  });
});

describe('where a person wants no motion', () => {
  it('nothing moves, and everything is there', async () => {
    await emulateMedia({ ...plain, reducedMotion: 'reduce' });
    for (const [name, { used }] of devices) {
      for (const hold of [undefined, 'about'] as const) {
        const picture = await draw(name, { ...used, hold });
        assert.lengthOf(moving(picture), 0, name);
        for (const line of picture.querySelectorAll('.pulse, .ring')) {
          const { opacity, strokeDashoffset } = getComputedStyle(line);
          assert.equal(opacity, '1', name);
          assert.equal(Number.parseFloat(strokeDashoffset), 0, name);
        }
      }
    }
    for (const name of sceneNames) assert.lengthOf(moving(pictureOf(await mountScene(name))), 0, name);
  });
});

describe('in forced colours', () => {
  /** What the system's colour looks like here. */
  function systemColour(name: string): string {
    const probe = document.createElement('div');
    probe.style.color = name;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  it('everything is drawn in the colours of the system', async () => {
    await emulateMedia({ ...plain, forcedColors: 'active' });
    assert.isTrue(matchMedia('(forced-colors: active)').matches);
    const names = ['Canvas', 'CanvasText', 'Highlight', 'HighlightText'];
    const system = new Map(names.map((name) => [systemColour(name), name]));
    const pictures = [
      ...(await Promise.all(devices.map(([name]) => draw(name)))),
      ...(await Promise.all(sceneNames.map(async (name) => pictureOf(await mountScene(name))))),
    ];
    for (const picture of pictures) {
      const shapes = [...picture.querySelectorAll<SVGGraphicsElement>('path, rect, circle')];
      assert.isNotEmpty(shapes);
      for (const shape of shapes) {
        const { fill, stroke, display } = getComputedStyle(shape);
        if (display === 'none') continue;
        const colours = [fill, stroke].filter((colour) => colour !== 'none');
        const name = shape.getAttribute('class') ?? '';
        assert.isNotEmpty(colours, name);
        for (const colour of colours) assert.isTrue(system.has(colour), `${name}: ${colour}`);
        // What is filled as the page is needs a line to be seen, but for what only covers what lies below it.
        if (name !== 'behind' && name !== 'cursor')
          assert.isTrue(
            colours.some((colour) => system.get(colour) !== 'Canvas'),
            name,
          );
      }
    }
  });

  it('what is to be pressed has the colour of what is chosen', async () => {
    await emulateMedia({ ...plain, forcedColors: 'active' });
    const chosen = systemColour('Highlight');
    assert.equal(getComputedStyle(part(await draw('nano-x', { right: 'Yes' }), '.used')).fill, chosen);
    const edge = await draw('bitbox02', { press: ['top'] });
    assert.equal(getComputedStyle(part(edge, '.spot')).fill, chosen);
    assert.equal(getComputedStyle(part(edge, '.pulse')).stroke, chosen);
  });
});

describe('the sheets of drawings', () => {
  for (const [name, sheet] of Object.entries(drawingSheets)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`${name} is accessible, ${colorScheme}`, async () => {
        await emulateMedia({ ...plain, colorScheme, reducedMotion: 'reduce' });
        await assertAccessible(drawAll(sheet));
      });
    }

    it(`${name} fits 320 pixels`, async () => {
      await setViewport({ width: 320, height: 640 });
      const holder = drawAll(sheet);
      for (const element of holder.querySelectorAll<HbDeviceDrawing>('hb-device-drawing, hb-scene'))
        await element.updateComplete;
      assert.isAtMost(document.documentElement.scrollWidth, 320);
      for (const element of holder.querySelectorAll<HbDeviceDrawing>('hb-device-drawing, hb-scene')) {
        const { left, right } = pictureOf(element).getBoundingClientRect();
        assert.isAtLeast(left, 0);
        assert.isAtMost(right, 320);
      }
    });
  }
});
