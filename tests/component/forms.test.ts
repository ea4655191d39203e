/** The page of blank forms and the cards that lead to it and to the SeedQR. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { PersonRequest } from '../../src/elements/shared/page-events.ts';
import type { PersonRequestEvent } from '../../src/elements/shared/ceremony-request.ts';
import type { FormsRequest, FormsWish } from '../../src/elements/forms/forms-request.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';
import '../../src/elements/copies/hb-copies.ts';
import type { HbForms } from '../../src/elements/forms/hb-forms.ts';
import '../../src/elements/forms/hb-forms.ts';
import { formsMessages } from '../../src/text/forms.ts';
import { messages } from '../../src/text/app.ts';
import { papers, usePaper, usualPaper } from '../../src/elements/forms/paper.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import {
  assert,
  assertAccessible,
  buttonNamed,
  deepElements,
  deepFocus,
  deepText,
  headingOf,
  mount,
  unmountAll,
} from '../fixtures/screens/mount.ts';
import { screens, usbDevice } from '../fixtures/screens/screens.ts';

const walletId = '3f9a0c52b7e14d68a1c07be95d2f4486';

function radio(root: Element, name: string, value: string): HTMLInputElement {
  const found = deepElements(root.shadowRoot ?? root).find((element) =>
    element.matches(`input[name="${name}"][value="${value}"]`),
  );
  assert.instanceOf(found, HTMLInputElement, `${name}: ${value}`);
  return found as HTMLInputElement;
}

async function choose(forms: HbForms, name: string, value: string): Promise<void> {
  radio(forms, name, value).click();
  await forms.updateComplete;
}

const mountForms = (wish: FormsWish, id = ''): Promise<HbForms> =>
  mount<HbForms>(html`<hb-forms .wish=${wish} .walletId=${id} .deviceName=${'Desk'}></hb-forms>`);

describe('<hb-forms>', () => {
  afterEach(unmountAll);

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      for (const form of ['words', 'seed-qr', 'backup-code'] as const) {
        it(`${form}, ${colorScheme}, ${width} pixels`, async () => {
          await emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await setViewport({ width, height: 800 });
          const forms = await mountForms({ form }, walletId);
          await choose(forms, 'checks', 'true');
          await assertAccessible(forms);
          assert.isAtMost(document.documentElement.scrollWidth, width, 'nothing sticks out');
          assert.equal(headingOf(forms).textContent.trim(), formsMessages.title);
          const all = deepElements(forms.shadowRoot ?? forms);
          for (const element of all) {
            assert.isFalse(element.matches('textarea, select, canvas, input:not([type="radio"])'));
            if (element.localName === 'label' || element.localName === 'button')
              assert.isAtLeast(element.getBoundingClientRect().height, 44);
          }
        });
      }
    }
  }

  it('begins with what was asked for, and shows what is chosen', async () => {
    const forms = await mountForms({ form: 'words', wordCount: 18 });
    const rows = (): number => forms.renderRoot.querySelectorAll('.row').length;
    assert.equal(rows(), 18);
    await choose(forms, 'words', '21');
    assert.equal(rows(), 21);
    assert.lengthOf(forms.renderRoot.querySelectorAll('.box'), 84);
    await choose(forms, 'boxes', 'false');
    assert.lengthOf(forms.renderRoot.querySelectorAll('.box'), 0);
    await choose(forms, 'form', 'seed-qr');
    assert.equal(rows(), 0);
    await choose(forms, 'size', '29');
    assert.isNotNull(forms.renderRoot.querySelector('.grid.size-29'));
  });

  it('takes the length of the wallet on the device where none was asked for', async () => {
    const forms = await mount<HbForms>(
      html`<hb-forms .wish=${{ form: 'words' }} .usualWordCount=${15}></hb-forms>`,
    );
    assert.lengthOf(forms.renderRoot.querySelectorAll('.row'), 15);
  });

  it('can be operated with the keyboard alone', async () => {
    const forms = await mountForms({ form: 'words' });
    radio(forms, 'words', '24').focus();
    await sendKeys({ press: 'ArrowUp' });
    await forms.updateComplete;
    assert.equal(forms.choices.wordCount, 21);
  });

  for (const size of [21, 25, 29] as const) {
    it(`names each block of ${size} squares at its middle, as the device does`, async () => {
      const forms = await mountForms({ form: 'seed-qr', size });
      const all = (selector: string) => [...forms.renderRoot.querySelectorAll(`.grid ${selector}`)];
      const edges = all('path.block').map((path) =>
        Number(/^M([\d.]+) /.exec(path.getAttribute('d') ?? '')?.[1]),
      );
      const middles = edges.slice(1).map((edge, at) => (edge + (edges[at] ?? 0)) / 2);
      const named = (pattern: RegExp, side: 'x' | 'y') =>
        all('.names text')
          .filter((name) => pattern.test(name.textContent))
          .map((name) => [name.textContent, Number(name.getAttribute(side))] as const);
      // The same room for names and a quiet zone on every side.
      const view = forms.renderRoot
        .querySelector('svg.grid')
        ?.getAttribute('viewBox')
        ?.split(' ')
        .map(Number);
      const [left = 0, top = 0, width = 0, height = 0] = view ?? [];
      assert.isBelow(left, 0);
      assert.deepEqual([top, width, height], [left, (edges.at(-1) ?? 0) - 2 * left, width]);
      const columns = named(/^\d$/, 'x');
      assert.deepEqual(
        columns,
        middles.map((middle, at) => [String(at + 1), middle]),
      );
      const rows = named(/^[A-Z]$/, 'y');
      assert.deepEqual(
        rows.map(([name]) => name),
        columns.map((_, at) => 'ABCDEFG'[at] ?? ''),
      );
      // Text stands on its line: its middle is a little above.
      for (const [at, [, y]] of rows.entries()) assert.approximately(y, middles[at] ?? 0, 2);
    });
  }

  it('draws the squares that are the same in every code, or leaves them blank', async () => {
    const forms = await mountForms({ form: 'seed-qr', size: 21 });
    // Three finders of 33, three of timing in either direction, and the one beside the format bits.
    assert.lengthOf(forms.renderRoot.querySelectorAll('rect'), 3 * 33 + 2 * 3 + 1);
    await choose(forms, 'fixed', 'false');
    assert.lengthOf(forms.renderRoot.querySelectorAll('rect'), 0);
  });

  it('prints the wallet ID only where there is one and the person wants it', async () => {
    const without = await mountForms({ form: 'words' });
    assert.notInclude(
      deepText(without),
      formsMessages.walletId.legend + ' ' + formsMessages.walletId.with.title,
    );
    assert.isUndefined(
      deepElements(without.renderRoot).find((element) => element.matches('input[name="wallet-id"]')),
    );
    const forms = await mountForms({ form: 'words' }, walletId);
    assert.include(deepText(forms), '3f9a 0c52 b7e1 4d68 a1c0 7be9 5d2f 4486');
    await choose(forms, 'wallet-id', 'false');
    assert.notInclude(deepText(forms), '3f9a 0c52');
  });

  it('opens the printer, and tells it the paper for as long as the page is there', async () => {
    const forms = await mountForms({ form: 'words' });
    let printed = 0;
    forms.print = () => (printed += 1);
    buttonNamed(forms, formsMessages.print).click();
    assert.equal(printed, 1);
    const rules = (): string =>
      document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText)).join();
    await choose(forms, 'paper', 'letter');
    assert.match(rules(), /@page \{.*215\.9mm 279\.4mm/s);
    await choose(forms, 'paper', 'a4');
    assert.match(rules(), /@page \{.*210mm 297mm/s);
    assert.lengthOf(rules().match(/@page/g) ?? [], 1);
    forms.remove();
    assert.notMatch(rules(), /@page/);
  });
});

describe('paper', () => {
  it('is what people use where they are', () => {
    assert.equal(usualPaper('en-US'), 'letter');
    assert.equal(usualPaper('fr-CA'), 'letter');
    assert.equal(usualPaper('en-GB'), 'a4');
    assert.equal(usualPaper('de'), 'a4');
    assert.deepEqual(Object.keys(papers), ['a4', 'letter']);
  });

  it('takes what systems call a locale for what it says, and anything else for A4', () => {
    for (const locale of ['en_US.UTF-8', 'en-US@posix', 'es_MX', 'en_US'])
      assert.equal(usualPaper(locale), 'letter', locale);
    for (const locale of ['C', 'C.UTF-8', 'POSIX', '', '-', 'de_DE@euro', '!', 'a'.repeat(40)])
      assert.equal(usualPaper(locale), 'a4', locale);
  });

  it('is taken back once', () => {
    const before = document.adoptedStyleSheets.length;
    const free = usePaper('a4');
    assert.lengthOf(document.adoptedStyleSheets, before + 1);
    free();
    free();
    assert.lengthOf(document.adoptedStyleSheets, before);
  });
});

describe('the ways to the blank forms', () => {
  afterEach(unmountAll);

  it('blank forms open on the first page and over a ceremony, which stays as it was', async () => {
    for (const name of ['welcome', 'length'] as const) {
      const state = screens[name];
      if (state === undefined) throw new Error('there is such a screen');
      const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony(state)}></hb-app>`);
      const before = headingOf(app).textContent.trim();
      const focused = new Promise((resolve) => app.addEventListener('focusin', resolve, { once: true }));
      buttonNamed(app, messages.forms.open).click();
      await app.updateComplete;
      const forms = app.renderRoot.querySelector('hb-forms');
      await forms?.updateComplete;
      assert.isTrue(app.renderRoot.querySelector('main')?.hidden);
      await focused;
      assert.equal(deepFocus()?.textContent?.trim(), formsMessages.title);
      await assertAccessible(app);
      buttonNamed(forms ?? app, formsMessages.back).click();
      await app.updateComplete;
      assert.isFalse(app.renderRoot.querySelector('main')?.hidden);
      assert.equal(headingOf(app).textContent.trim(), before);
      unmountAll();
    }
  });

  it('offers the SeedQR card only where the device can make one, and forms everywhere', async () => {
    const asked: PersonRequest[] = [];
    const wished: FormsWish[] = [];
    const watch = (view: HTMLElement): void => {
      view.addEventListener('ceremony-request', (event: PersonRequestEvent) => asked.push(event.request));
      view.addEventListener('forms-request', (event: FormsRequest) => wished.push(event.wish));
    };
    const able = await mount(html`<hb-copies .device=${usbDevice}></hb-copies>`);
    await assertAccessible(able);
    watch(able);
    buttonNamed(able, 'Show on the device').click();
    buttonNamed(able, 'Print a blank grid').click();
    buttonNamed(able, 'For the words').click();
    buttonNamed(able, 'For a backup code').click();
    assert.deepEqual(asked, [{ kind: 'ask', ceremony: 'seed-qr' }]);
    assert.deepEqual(
      wished.map(({ form }) => form),
      ['seed-qr', 'words', 'backup-code'],
    );
    const older = await mount(html`<hb-copies .device=${{ capabilities: [] }}></hb-copies>`);
    assert.notInclude(deepText(older), 'SeedQR, copied by hand');
    assert.include(deepText(older), 'Blank forms to print');
  });
});
