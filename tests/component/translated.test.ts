/** H12: a page whose text nodes other software replaces, as translators do, never stands still while the device goes on. */
import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HbApp } from '../../src/app/hb-app.ts';
import type { AppState } from '../../src/app/pages/pages.ts';
import '../../src/app/copies-pages.ts';
import '../../src/elements/sign-message/hb-sign-message.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';
import '../../src/elements/check-options/hb-check-options.ts';
import { HbElement } from '../../src/elements/shared/hb-element.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { someNow, someRecords } from '../fixtures/data/some-records.ts';
import { assert, deepElements, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { settled } from '../fixtures/screens/screen-rules.ts';
import { linkOffers, screens } from '../fixtures/screens/screens.ts';
import { readableText, swapTextNodes } from '../fixtures/screens/translator.ts';

async function appAt(state: AppState) {
  const ceremony = fakeCeremony(state);
  const app = await mount<HbApp>(
    html`<hb-app
      .ceremony=${ceremony}
      .offers=${linkOffers}
      .records=${someRecords}
      .clock=${() => someNow}
    ></hb-app>`,
  );
  await settled(app);
  return { app, ceremony };
}

/** Two texts that change in one line, beside one that doesn't. */
@customElement('translated-line')
class TranslatedLine extends HbElement {
  @property({ type: Number }) word = 1;

  protected override render(): TemplateResult {
    return html`<p>Word ${this.word} of ${this.word + 1}, on paper</p>`;
  }
}

/** The screens in the order of their list, and back again: each is reached from two others. */
const forth = Object.entries(screens);
const ways = { forth, back: forth.toReversed() };

describe('a page that is translated at every step', () => {
  afterEach(unmountAll);

  it('has a translator that leaves what is meant for no one to translate', async () => {
    const [, first] = forth.find(([name]) => name === 'doubtful') ?? forth[0] ?? assert.fail('no screen');
    const { app } = await appAt(first);
    const before = readableText(app);
    swapTextNodes(app);
    assert.equal(readableText(app), before);
    const swapped = deepElements(app.shadowRoot ?? app).filter(({ localName }) => localName === 'font');
    assert.isAbove(swapped.length, 40);
    assert.isTrue(swapped.every((font) => font.closest('[translate="no"]') === null));
  });

  it('keeps several texts in one line in their places, however often they are swapped', async () => {
    const line = await mount<TranslatedLine>(html`<translated-line></translated-line>`);
    for (const word of [2, 3, 4]) {
      for (let times = 0; times < word; times += 1) swapTextNodes(line);
      line.word = word;
      await line.updateComplete;
      assert.equal(readableText(line), `Word ${word} of ${word + 1}, on paper`);
    }
    assert.lengthOf(deepElements(line.shadowRoot ?? line), 1);
  });

  it('undoes what an extension adds without end, before it fills the memory', async () => {
    const line = await mount<TranslatedLine>(html`<translated-line></translated-line>`);
    for (let added = 0; added < 10_001; added += 1) line.shadowRoot?.append(document.createElement('font'));
    // Observers are told in a microtask.
    await Promise.resolve();
    await line.updateComplete;
    assert.lengthOf(deepElements(line.shadowRoot ?? line), 1);
  });

  for (const [way, all] of Object.entries(ways)) {
    for (const [index, [name, state]] of all.entries()) {
      const [before, from] = all[index - 1] ?? all[1] ?? assert.fail('no screen');
      it(`${name}, after ${before} (${way})`, async () => {
        const { app, ceremony } = await appAt(from);
        swapTextNodes(app);
        ceremony.show(state);
        await app.updateComplete;
        await settled(app);
        const seen = readableText(app);
        unmountAll();
        const fresh = await appAt(state);
        assert.equal(seen, readableText(fresh.app));
      });
    }
  }
});
