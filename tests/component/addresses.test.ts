/** The addresses on the page: where they are offered, and what is said of them. Accessibility: `screens/`. */
import { html, type LitElement, type TemplateResult } from 'lit';
import type { PersonRequestEvent } from '../../src/elements/shared/ceremony-request.ts';
import type { PersonRequest } from '../../src/elements/shared/page-events.ts';
import { noticeFor } from '../../src/app/notices.ts';
import { addressPaths } from '../../src/protocol/address-paths.ts';
import type { DeviceFacts } from '../../src/session/state.ts';
import { explanations } from '../../src/text/explanations.ts';
import { settingsMessages } from '../../src/text/settings.ts';
import { assert, buttonNamed, deepElements, deepText, mount, unmountAll } from '../fixtures/screens/mount.ts';
import { knownWallet, screens, usbDevice } from '../fixtures/screens/screens.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

const { addresses } = settingsMessages.home;
const { offer, title, ask } = settingsMessages.identify;
const older: DeviceFacts = {
  ...usbDevice,
  capabilities: usbDevice.capabilities.filter((name) => name !== 'addresses'),
};

async function view(template: TemplateResult): Promise<{ view: LitElement; requests: PersonRequest[] }> {
  const requests: PersonRequest[] = [];
  const mounted = await mount<LitElement>(template);
  mounted.addEventListener('ceremony-request', (event: PersonRequestEvent) => requests.push(event.request));
  return { view: mounted, requests };
}

const buttons = (element: LitElement): string[] =>
  deepElements(element.renderRoot)
    .filter(({ localName }) => localName === 'button')
    .map((button) => button.textContent.trim().replaceAll(/\s+/g, ' '));

describe('the addresses of a wallet', () => {
  afterEach(unmountAll);

  for (const [where, at] of [
    ['at home', (device: DeviceFacts) => html`<hb-home .wallet=${knownWallet} .device=${device}></hb-home>`],
    [
      'after the backup',
      (device: DeviceFacts) =>
        html`<hb-backed-up .wallet=${knownWallet} .device=${device} witnessed></hb-backed-up>`,
    ],
  ] as const) {
    it(`are offered ${where}, by a device that shows them`, async () => {
      const { view: able, requests } = await view(at(usbDevice));
      buttonNamed(able, addresses).click();
      assert.deepEqual(requests, [{ kind: 'ask', ceremony: 'addresses' }]);
      assert.notInclude(buttons((await view(at(older))).view), addresses);
    });
  }

  it('are offered after a check that matched, beside the way on', () => {
    const state = screens['ended-check-match'];
    const actions = state && noticeFor(state)?.actions;
    assert.deepEqual(
      actions?.map(({ request }) => request),
      [{ kind: 'continue' }, { kind: 'ask', ceremony: 'addresses' }, { kind: 'choose-another' }],
    );
    const failed = screens['ended-check-no-match'];
    assert.notInclude(JSON.stringify(failed && noticeFor(failed)?.actions), 'addresses');
  });

  it('are explained while they’re on the device: what to compare, what differs', async () => {
    const { view: element } = await view(html`<hb-on-device></hb-on-device>`);
    const state = screens['addresses'];
    if (state?.session.kind !== 'connected') throw new Error('there is such a screen');
    const { status } = state.session.session;
    Object.assign(element, {
      status,
      facts: { position: 0, total: 0, wordCount: 12, activity: 'addresses' },
    });
    await element.updateComplete;
    const text = deepText(element);
    for (const part of [
      explanations.compare.title,
      'MetaMask',
      'bc1q',
      'passphrase',
      ...Object.values(addressPaths),
    ])
      assert.include(text, part);
    assert.isTrue(element.renderRoot.querySelector('details')?.open);
    assert.notMatch(text, /0x[0-9a-f]{4}|bc1q\w/i);
  });
});

describe('a paper that nobody remembers the wallet of', () => {
  afterEach(unmountAll);

  it('is a choice beside new words and a restore, where the device can', async () => {
    const { view: empty, requests } = await view(
      html`<hb-word-count creatable restorable identifiable></hb-word-count>`,
    );
    buttonNamed(empty, offer).click();
    assert.deepEqual(requests, [{ kind: 'set-purpose', purpose: 'identify' }]);
    assert.notInclude(
      buttons((await view(html`<hb-word-count creatable restorable></hb-word-count>`)).view),
      offer,
    );
  });

  it('is entered on the device, and there’s a way back to the other two', async () => {
    const { view: page, requests } = await view(
      html`<hb-word-count
        creatable
        restorable
        identifiable
        purpose="identify"
        .wordCount=${12}
      ></hb-word-count>`,
    );
    assert.include(deepText(page), title);
    assert.include(deepText(page), settingsMessages.identify.lead);
    for (const label of [ask, settingsMessages.restore.instead, settingsMessages.restore.offer])
      buttonNamed(page, label).click();
    assert.deepEqual(requests, [
      { kind: 'ask', ceremony: 'identify' },
      { kind: 'set-purpose', purpose: 'create' },
      { kind: 'set-purpose', purpose: 'restore' },
    ]);
  });
});
