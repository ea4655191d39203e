/** The worked example beside a device that words are entered on: what it shows, and that nothing of it is there unasked. */
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import type { HbApp } from '../../src/app/hb-app.ts';
import type { HbWalkthrough } from '../../src/elements/walkthrough/hb-walkthrough.ts';
import { walkthroughs } from '../../src/elements/walkthrough/public-word.ts';
import { explanations } from '../../src/text/explanations.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { assert, assertAccessible, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { screens } from '../fixtures/screens/screens.ts';
import { initialApp } from '../../src/app/pages/pages.ts';
import '../../src/app/hb-app.ts';
import '../../src/elements/walkthrough/hb-walkthrough.ts';
import '../fixtures/screens/whole-app.ts';

describe('the worked example', () => {
  afterEach(unmountAll);

  async function opened(): Promise<{ element: HbWalkthrough; root: ShadowRoot }> {
    const element = await mount<HbWalkthrough>(html`<hb-walkthrough></hb-walkthrough>`);
    const root = element.shadowRoot as ShadowRoot;
    root.querySelector('summary')?.click();
    while (root.querySelector('.glass') === null) await new Promise(requestAnimationFrame);
    return { element, root };
  }
  const click = async (element: HbWalkthrough, selector: string): Promise<void> => {
    element.shadowRoot?.querySelector<HTMLButtonElement>(selector)?.click();
    await element.updateComplete;
  };
  const textOf = (root: ShadowRoot, selector: string): string =>
    (root.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

  it('shows no word before it is opened', async () => {
    const element = await mount<HbWalkthrough>(html`<hb-walkthrough></hb-walkthrough>`);
    assert.notInclude(element.shadowRoot?.textContent ?? '', 'river');
  });

  it('goes through each press by halving, and back, and no further than its ends', async () => {
    const { element, root } = await opened();
    for (const [at, step] of walkthroughs.halving.entries()) {
      if (step.kind !== 'halving') throw new Error('another kind of step');
      assert.include(textOf(root, '.place'), `${at + 1} of 11`);
      assert.include(textOf(root, '.row.left'), step.left[0]);
      assert.include(textOf(root, '.row.right'), step.right[1]);
      assert.lengthOf(root.querySelectorAll('.here'), 1);
      assert.isNotNull(root.querySelector(`.row.${step.press}.here`));
      assert.include(textOf(root, '[role="status"]'), `Press ${step.press}`);
      await click(element, '.next');
    }
    assert.include(textOf(root, '.place'), '11 of 11');
    for (let back = 0; back < 12; back += 1) await click(element, '.back');
    assert.include(textOf(root, '.place'), '1 of 11');
  });

  it('goes by letters from the start, wherever halving was', async () => {
    const { element, root } = await opened();
    await click(element, '.next');
    await click(element, '.ways .button:last-child');
    assert.include(textOf(root, '.place'), '1 of 4');
    for (let next = 0; next < 3; next += 1) await click(element, '.next');
    assert.equal(textOf(root, '.here'), 'river');
    assert.include(textOf(root, '[role="status"]'), 'river');
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`is accessible, ${colorScheme}`, async () => {
      await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { element, root } = await opened();
      await assertAccessible(element);
      const { transitionDuration } = getComputedStyle(root.querySelector('.row') as Element);
      assert.equal(transitionDuration, '0s');
    });

  it('stands where words are entered, with how many are coming, and nowhere else', async () => {
    const shown = async (name: string): Promise<[boolean, string]> => {
      const app = await mount<HbApp>(
        html`<hb-app .ceremony=${fakeCeremony(screens[name] ?? initialApp)}></hb-app>`,
      );
      await app.updateComplete;
      const view = app.shadowRoot?.querySelector('hb-on-device')?.shadowRoot;
      return [
        (view?.querySelector('hb-walkthrough') ?? undefined) !== undefined,
        view?.querySelector('.coming')?.textContent ?? '',
      ];
    };
    const { coming } = explanations;
    assert.deepEqual(await shown('on-device-enter-words'), [true, coming['enter-words'](24)]);
    assert.deepEqual(await shown('on-device-entry-method'), [true, '']);
    assert.deepEqual(await shown('on-device-confirm'), [false, coming.confirm(24)]);
    assert.deepEqual(await shown('file-entering'), [true, coming['enter-words'](12)]);
    assert.deepEqual(await shown('seed-qr-format'), [false, '']);
  });
});
