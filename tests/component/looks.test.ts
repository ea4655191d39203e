/** Small things that are seen and not read: what stands where, in which colour, and what stays. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { HbApp } from '../../src/app/hb-app.ts';
import { initialApp } from '../../src/app/pages/pages.ts';
import { formGrid } from '../../src/elements/forms/form-grid.ts';
import { sheetStyles } from '../../src/elements/forms/hb-forms.styles.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { assert, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { onDevice, screens, sessionWith, following, statusAt } from '../fixtures/screens/screens.ts';
import { settled } from '../fixtures/screens/screen-rules.ts';
import { render } from 'lit';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

const inside = (element: Element | null | undefined, selector: string): HTMLElement => {
  const found = element?.shadowRoot?.querySelector<HTMLElement>(selector);
  if (found === null || found === undefined) throw new Error(`there is no ${selector}`);
  return found;
};

describe('what is seen', () => {
  beforeEach(async () =>
    emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' }),
  );
  afterEach(async () => {
    unmountAll();
    await emulateMedia({ forcedColors: 'none' });
  });

  async function appAt(state = initialApp): Promise<HbApp> {
    const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony(state)}></hb-app>`);
    await settled(app);
    return app;
  }

  it('the strip that says "simulator" stays, however far the page is scrolled', async () => {
    await setViewport({ width: 360, height: 400 });
    const app = await appAt(screens['leave-frame']);
    document.body.style.minHeight = '3000px';
    app.style.minHeight = '3000px';
    const strip = inside(inside(app, 'hb-header'), '.simulator');
    scrollTo({ top: 1500 });
    assert.equal(strip.getBoundingClientRect().top, 0);
    document.body.style.minHeight = '';
    scrollTo({ top: 0 });
  });

  for (const width of [1280, 360])
    it(`five lengths fill their rows, with room beside each, ${width} pixels`, async () => {
      await setViewport({ width, height: 800 });
      const view = inside(await appAt(screens['length-all']), 'hb-word-count');
      const options = inside(view, '.options');
      const right = options.getBoundingClientRect().right;
      const rows = new Map<number, number>();
      for (const label of options.querySelectorAll('label')) {
        const box = label.getBoundingClientRect();
        rows.set(box.top, Math.max(rows.get(box.top) ?? 0, box.right));
        for (const text of label.querySelectorAll('strong, .hint'))
          assert.isAtLeast(box.right - text.getBoundingClientRect().right, 8);
        assert.isNotNull(label.querySelector('.hint'));
      }
      for (const end of rows.values()) assert.closeTo(end, right, 1);
    });

  it('links stand in line with the text above them', async () => {
    await setViewport({ width: 1280, height: 800 });
    const view = inside(await appAt(screens['length']), 'hb-word-count');
    const { left } = inside(view, 'h1').getBoundingClientRect();
    for (const link of view.shadowRoot?.querySelectorAll('.others') ?? []) {
      const text = document.createRange();
      text.selectNodeContents(link);
      assert.closeTo(text.getBoundingClientRect().left, left, 1);
    }
  });

  it('a wrong PIN is seen to be one, and the last try more so', async () => {
    const colours = async (triesLeft: number): Promise<string[]> => {
      const status = { ...statusAt('wrong-pin'), triesLeft };
      const state = onDevice({ kind: 'connected', session: sessionWith(following, { status }) });
      const view = inside(await appAt(state), 'hb-on-device');
      return ['.look', '.tries'].map((part) => getComputedStyle(inside(view, part)).backgroundColor);
    };
    const calm = getComputedStyle(
      inside(inside(await appAt(screens['on-device-confirm']), 'hb-on-device'), '.look'),
    );
    const [second, last] = [await colours(2), await colours(1)];
    assert.notInclude(second, calm.backgroundColor);
    assert.notEqual(second[1], last[1]);
  });

  it('in forced colours, steps differ by more than their colour', async () => {
    await setViewport({ width: 1280, height: 800 });
    await emulateMedia({ forcedColors: 'active' });
    const stepper = inside(await appAt(screens['on-device-confirm']), 'hb-stepper');
    const borders = [...(stepper.shadowRoot?.querySelectorAll('li') ?? [])].map((step) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(step);
      return `${borderTopStyle} ${borderTopWidth}`;
    });
    assert.deepEqual(borders, ['solid 3px', 'solid 3px', 'solid 3px', 'solid 6px', 'dotted 3px']);
  });

  it('the lines around a block of squares stand out from those around a square', () => {
    const holder = document.createElement('div');
    holder.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheetStyles.styleSheet as CSSStyleSheet];
    document.body.append(holder);
    render(formGrid(25, false), holder.shadowRoot as ShadowRoot);
    const widthOf = (part: string): number => parseFloat(getComputedStyle(inside(holder, part)).strokeWidth);
    assert.isAtLeast(widthOf('.block'), 5 * widthOf('.thin'));
    holder.remove();
  });
});
