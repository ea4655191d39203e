/** "Copies" and the choice of a backup file: what they offer, and what is said of a file before a device sees it. */
import { html, type LitElement, type TemplateResult } from 'lit';
import type { PersonRequest } from '../../src/elements/shared/page-events.ts';
import type { AppState } from '../../src/app/pages/pages.ts';
import { fromHex } from '../../src/protocol/bytes.ts';
import type { PersonRequestEvent } from '../../src/elements/shared/ceremony-request.ts';
import { lookThrough } from '../../src/elements/choose-file/choose-file.ts';
import { copiesMessages } from '../../src/text/copies.ts';
import { noticeFor } from '../../src/app/notices.ts';
import { saveBackupFile } from '../../src/elements/choose-file/save-file.ts';
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
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { chosenFile, screens, someWalletId, usbDevice } from '../fixtures/screens/screens.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

/** The first bytes of a file of 12 words, as a device writes it; nobody opens it here. */
const file =
  '48424241434b55500301110cca982de93b97c673978ca5edeb234651348750859df6c6dbce4e3422d6fddf41f4ff839b3b84907e97b2f9501a12f7862572cbe040eebf4e';
const walletId = 'ca982de93b97c673978ca5edeb234651';

async function wholeFile(version = 3): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(116);
  body.set(fromHex(file));
  body[8] = version;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const whole = new Uint8Array(124);
  whole.set(body);
  whole.set(digest.subarray(0, 8), 116);
  return whole;
}

async function mountView(template: TemplateResult): Promise<{ view: LitElement; requests: PersonRequest[] }> {
  const requests: PersonRequest[] = [];
  const view = await mount<LitElement>(template);
  view.addEventListener('ceremony-request', (event: PersonRequestEvent) => requests.push(event.request));
  await assertAccessible(view);
  return { view, requests };
}

function screen(name: string): AppState {
  const state = screens[name];
  if (state === undefined) throw new Error(`no screen is named ${name}`);
  return state;
}

/** Before the page is fetched there is no such element yet. */
const fetched = Promise.all(['hb-copies', 'hb-choose-file'].map((name) => customElements.whenDefined(name)));

describe('the pages of copies', () => {
  afterEach(unmountAll);

  it('are fetched when they are first shown, and take the focus to their heading', async () => {
    const ceremony = fakeCeremony(screen('settings'));
    const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony}></hb-app>`);
    for (const name of ['copies', 'check-file', 'restore-file']) {
      ceremony.show(screen(name));
      await app.updateComplete;
      await fetched;
      for (const element of deepElements(app.shadowRoot ?? app))
        if ('updateComplete' in element) await element.updateComplete;
      await new Promise(requestAnimationFrame);
      assert.equal(deepFocus(), headingOf(app), name);
    }
  });

  it('offer what the firmware can do', async () => {
    await fetched;
    const { view, requests } = await mountView(html`<hb-copies .device=${usbDevice}></hb-copies>`);
    assert.include(deepText(view), 'Keep the file and the code apart.');
    for (const name of ['Make a backup file', 'Check a backup file', 'Back']) buttonNamed(view, name).click();
    assert.deepEqual(requests, [
      { kind: 'ask', ceremony: 'backup-file' },
      { kind: 'open-page', page: 'check-file' },
      { kind: 'back' },
    ]);
    const { view: older } = await mountView(html`<hb-copies></hb-copies>`);
    assert.notInclude(deepText(older), 'Make a backup file');
  });
});

describe('<hb-choose-file>', () => {
  afterEach(unmountAll);

  it('asks the device once there is a file, and warns of one that names another wallet', async () => {
    const { view, requests } = await mountView(
      html`<hb-choose-file .file=${chosenFile} .walletId=${someWalletId}></hb-choose-file>`,
    );
    assert.include(deepText(view), 'hostblind-3f9a0c52.hbbackup');
    assert.notInclude(deepText(view), copiesMessages.choose.otherWallet.title);
    buttonNamed(view, 'Check on the device').click();
    assert.deepEqual(requests, [{ kind: 'ask', ceremony: 'check-file' }]);
    const { view: other } = await mountView(
      html`<hb-choose-file .file=${chosenFile} .walletId=${walletId}></hb-choose-file>`,
    );
    assert.include(deepText(other), copiesMessages.choose.otherWallet.title);
    const { view: restoring, requests: asked } = await mountView(
      html`<hb-choose-file purpose="restore-file" .file=${chosenFile}></hb-choose-file>`,
    );
    buttonNamed(restoring, 'Restore on the device').click();
    assert.deepEqual(asked, [{ kind: 'ask', ceremony: 'restore-file' }]);
  });

  for (const problem of ['not-a-backup', 'cut', 'damaged', 'newer-version', 'unreadable'] as const) {
    it(`says aloud that a file is ${problem}, and offers to choose again`, async () => {
      const { view } = await mountView(html`<hb-choose-file problem=${problem}></hb-choose-file>`);
      const text =
        problem === 'unreadable' ? copiesMessages.choose.unreadable : copiesMessages.choose.problems[problem];
      const alert = view.renderRoot.querySelector('[role="alert"]');
      assert.include(alert?.textContent ?? '', text.title);
      buttonNamed(view, 'Choose the file');
    });
  }
});

describe('a file that is picked', () => {
  const picked = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], 'a.hbbackup');

  it('is looked through: whole, cut, damaged, newer, or something else', async () => {
    const whole = await wholeFile();
    const choice = await lookThrough(picked(whole));
    assert.deepEqual(choice, { kind: 'chosen', file: { name: 'a.hbbackup', bytes: whole, walletId } });
    const problems = await Promise.all(
      [
        whole.slice(0, 100),
        whole.with(70, 1) as Uint8Array<ArrayBuffer>,
        whole.with(8, 4) as Uint8Array<ArrayBuffer>,
        new Uint8Array(124),
        new Uint8Array(5000),
      ].map((bytes) => lookThrough(picked(bytes))),
    );
    assert.deepEqual(
      problems.map((each) => (each.kind === 'problem' ? each.problem : each.kind)),
      ['cut', 'damaged', 'newer-version', 'not-a-backup', 'not-a-backup'],
    );
  });

  it('of an earlier version names no wallet: its ID was made another way', async () => {
    for (const version of [1, 2]) {
      const bytes = await wholeFile(version);
      const choice = await lookThrough(picked(bytes));
      assert.deepEqual(choice, { kind: 'chosen', file: { name: 'a.hbbackup', bytes, walletId: undefined } });
    }
  });

  it('that this computer cannot read is told as such', async () => {
    const unreadable = { name: 'a', size: 124, arrayBuffer: () => Promise.reject(new Error('gone')) };
    assert.deepEqual(await lookThrough(unreadable), { kind: 'problem', problem: 'unreadable' });
  });
});

describe('a file that a device has released', () => {
  /** What a click on a download link would save. */
  async function savedBy(work: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }[]> {
    const saved: { name: string; url: string }[] = [];
    Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
      configurable: true,
      value(this: HTMLAnchorElement) {
        saved.push({ name: this.download, url: this.href });
      },
    });
    try {
      await work();
    } finally {
      // The one of all elements shows again.
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    return Promise.all(
      saved.map(async ({ name, url }) => ({
        name,
        bytes: new Uint8Array(await (await fetch(url)).arrayBuffer()),
      })),
    );
  }

  it('is saved under the beginning of the wallet ID, as it is', async () => {
    const whole = await wholeFile();
    const saved = await savedBy(() => saveBackupFile(whole, walletId));
    assert.deepEqual(saved, [{ name: 'hostblind-ca982de9.hbbackup', bytes: whole }]);
  });

  it('is not saved when it is damaged, or of another wallet', async () => {
    const whole = await wholeFile();
    for (const [bytes, id] of [
      [whole.slice(1), walletId],
      [whole, someWalletId],
    ] as const) {
      let code = '';
      const saved = await savedBy(async () => {
        try {
          await saveBackupFile(bytes, id);
        } catch (error) {
          code = String(Reflect.get(Object(error), 'code'));
        }
      });
      assert.equal(code, 'bad-response');
      assert.lengthOf(saved, 0);
    }
  });

  it('can be saved again, and must be when saving failed', () => {
    const kinds = (name: string): string[] =>
      noticeFor(screen(name))?.actions.map(({ request }) => request.kind) ?? [];
    assert.deepEqual(kinds('file-saving'), []);
    assert.deepEqual(kinds('file-saved'), ['continue', 'save-file', 'choose-another']);
    assert.deepEqual(kinds('file-failed'), ['save-file', 'continue', 'choose-another']);
  });
});
