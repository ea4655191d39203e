/** "Sign a message": what may be written, what is shown while the device has it, and what is passed on. Accessibility: `screens/`. */
import { sendKeys } from '@web/test-runner-commands';
import { html, type LitElement } from 'lit';
import type { PersonRequestEvent } from '../../src/elements/shared/ceremony-request.ts';
import type { PersonRequest } from '../../src/elements/shared/page-events.ts';
import type { HbSignMessage } from '../../src/elements/sign-message/hb-sign-message.ts';
import '../../src/elements/sign-message/hb-sign-message.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import type { Signing } from '../../src/session/state.ts';
import { mostMessageBytes } from '../../src/signing/ethereum-message.ts';
import { settingsMessages } from '../../src/text/settings.ts';
import { signingFailure, signingMessages as text } from '../../src/text/wallet.ts';
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
import { screens, signedMessage, signRequest as request, usbDevice } from '../fixtures/screens/screens.ts';
import '../fixtures/screens/whole-app.ts';

async function mountPage(signing?: Signing) {
  const requests: PersonRequest[] = [];
  const page = await mount<HbSignMessage>(html`<hb-sign-message .signing=${signing}></hb-sign-message>`);
  page.addEventListener('ceremony-request', (event: PersonRequestEvent) => requests.push(event.request));
  await assertAccessible(page);
  return { page, requests };
}

function field(page: LitElement, id: 'message' | 'account'): HTMLTextAreaElement | HTMLInputElement {
  const found = page.renderRoot.querySelector<HTMLTextAreaElement | HTMLInputElement>(`#${id}`);
  if (found === null) throw new Error(`no field ${id}`);
  return found;
}

async function write(page: LitElement, value: string): Promise<void> {
  const area = field(page, 'message');
  area.value = value;
  area.dispatchEvent(new InputEvent('input'));
  await page.updateComplete;
}

const textOf = (page: LitElement, selector: string): string =>
  page.renderRoot.querySelector(selector)?.textContent?.trim() ?? '';

describe('<hb-sign-message>, written', () => {
  afterEach(unmountAll);

  it('is sent by the keyboard alone, as it was typed', async () => {
    const { page, requests } = await mountPage();
    field(page, 'message').focus();
    await sendKeys({ type: ' Hello, Grüße ' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: '5' });
    for (let tabs = 0; tabs < 2; tabs += 1) await sendKeys({ press: 'Tab' });
    assert.equal(deepFocus()?.textContent?.trim(), text.ask);
    await sendKeys({ press: 'Enter' });
    const sent = { account: 0, message: ' Hello, Grüße \n5' };
    assert.deepEqual(requests, [{ kind: 'sign-message', request: sent }]);
    buttonNamed(page, 'Back').click();
    assert.deepEqual(requests.at(-1), { kind: 'back' });
  });

  it('is not sent while there is nothing of it', async () => {
    const { page, requests } = await mountPage();
    buttonNamed(page, text.ask).click();
    assert.deepEqual(requests, []);
    assert.equal(deepFocus(), field(page, 'message'));
  });

  it('H3: is refused with a recovery phrase in it, aloud', async () => {
    const { page, requests } = await mountPage();
    await write(page, 'zoo zone zero youth young you yellow year yard wrong write wrist');
    const alert = page.renderRoot.querySelector('[role="alert"]');
    assert.include(alert?.textContent, text.looksLikeWords.title);
    assert.equal(field(page, 'message').getAttribute('aria-invalid'), 'true');
    await assertAccessible(page);
    buttonNamed(page, text.ask).click();
    assert.deepEqual(requests, []);
    await write(page, 'Hello');
    assert.equal(alert?.textContent?.trim(), '');
    buttonNamed(page, text.ask).click();
    assert.lengthOf(requests, 1);
  });

  it('H3: has nothing that would keep or send what is typed', async () => {
    const { page } = await mountPage();
    const area = field(page, 'message');
    for (const [name, value] of [
      ['autocomplete', 'off'],
      ['autocapitalize', 'off'],
      ['spellcheck', 'false'],
    ] as const)
      assert.equal(area.getAttribute(name), value);
    assert.isFalse(area.hasAttribute('name'));
    assert.isNull(area.closest('form'));
    assert.include(deepText(page), text.noWords);
  });

  it('says how much room is left once there is little, and that there is none', async () => {
    const { page, requests } = await mountPage();
    await write(page, 'Hello');
    assert.equal(textOf(page, '#room'), '');
    await write(page, '.'.repeat(mostMessageBytes - 10));
    assert.equal(textOf(page, '#room'), text.left(10));
    await write(page, '.'.repeat(mostMessageBytes + 3));
    assert.include(textOf(page, '[role="alert"]'), text.tooLong(3));
    buttonNamed(page, text.ask).click();
    assert.deepEqual(requests, []);
  });

  it('is signed with the account that is named, and with no number that is none', async () => {
    const { page, requests } = await mountPage();
    await write(page, 'Hello');
    const choose = async (value: string): Promise<void> => {
      field(page, 'account').value = value;
      field(page, 'account').dispatchEvent(new Event('change'));
      await page.updateComplete;
    };
    await choose('3');
    for (const none of ['', '0', '2147483649', '1.5']) {
      await choose(none);
      assert.equal(field(page, 'account').value, '3');
    }
    buttonNamed(page, text.ask).click();
    assert.deepEqual(requests, [{ kind: 'sign-message', request: { account: 2, message: 'Hello' } }]);
  });

  it('is there again beside why it wasn’t signed', async () => {
    const { page, requests } = await mountPage({
      kind: 'failed',
      request: { account: 2, message: 'Hello' },
      code: 'declined',
    });
    assert.equal(headingOf(page).textContent, text.failed.title);
    assert.include(deepText(page), signingFailure('declined').body.join(' '));
    assert.equal(field(page, 'message').value, 'Hello');
    assert.isTrue(page.renderRoot.querySelector('details')?.open);
    buttonNamed(page, text.ask).click();
    assert.deepEqual(requests, [{ kind: 'sign-message', request: { account: 2, message: 'Hello' } }]);
  });
});

describe('<hb-sign-message>, on the device', () => {
  afterEach(unmountAll);

  it('shows what was sent, and as the glass writes it; only the device ends it', async () => {
    const { page } = await mountPage({ kind: 'running', request, step: 'consent' });
    assert.equal(headingOf(page).textContent, text.running.title);
    assert.equal(textOf(page, '#sent'), request.message);
    assert.include(textOf(page, '#on-glass'), 'Gr\\u{fc}\\u{df}e');
    assert.include(deepText(page), text.running.stop);
    assert.lengthOf(
      deepElements(page.renderRoot).filter(({ localName }) => localName === 'button'),
      0,
    );
    page.signing = { kind: 'running', request: { account: 0, message: 'Hello' }, step: 'reading' };
    await page.updateComplete;
    assert.equal(textOf(page, '.step'), text.steps.reading);
    assert.isNull(page.renderRoot.querySelector('#on-glass'));
  });

  it('H12: says that the number is in the signature beside a signature alone', async () => {
    for (const [name, state] of Object.entries(screens)) {
      if (!name.startsWith('sign-message')) continue;
      const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony(state)}></hb-app>`);
      const page = app.renderRoot.querySelector('hb-sign-message');
      await page?.updateComplete;
      const says = page !== null && deepText(page).includes(text.signed.checked);
      assert.equal(says, name === 'sign-message-signed', name);
      unmountAll();
    }
  });
});

describe('<hb-sign-message>, signed', () => {
  afterEach(unmountAll);

  it('marks what is to be copied, and leads on', async () => {
    const { page, requests } = await mountPage({ kind: 'signed', request, ...signedMessage });
    for (const [id, value] of Object.entries(signedMessage)) assert.equal(textOf(page, `#${id}`), value);
    const [ofAddress] = deepElements(page.renderRoot).filter(
      (element) => element.textContent?.trim() === text.signed.select && element.localName === 'button',
    );
    (ofAddress as HTMLButtonElement).click();
    await page.updateComplete;
    assert.equal(String(getSelection()), signedMessage.address);
    assert.include(deepText(page), text.signed.selected);
    await assertAccessible(page);
    for (const name of [text.signed.another, text.signed.done]) buttonNamed(page, name).click();
    assert.deepEqual(requests, [{ kind: 'end-signing' }, { kind: 'back' }]);
  });

  it('is followed by an empty field', async () => {
    const { page } = await mountPage({ kind: 'signed', request, ...signedMessage });
    page.signing = undefined;
    await page.updateComplete;
    assert.equal(field(page, 'message').value, '');
  });
});

describe('home', () => {
  afterEach(unmountAll);

  it('offers it where the device can', async () => {
    const requests: PersonRequest[] = [];
    const home = await mount<LitElement>(html`<hb-home .device=${usbDevice}></hb-home>`);
    home.addEventListener('ceremony-request', (event: PersonRequestEvent) => requests.push(event.request));
    buttonNamed(home, settingsMessages.home.sign).click();
    assert.deepEqual(requests, [{ kind: 'open-signing' }]);
    const plain = { ...usbDevice, capabilities: ['apps'] };
    const other = await mount<LitElement>(html`<hb-home .device=${plain}></hb-home>`);
    assert.notInclude(deepText(other), settingsMessages.home.sign);
  });
});
