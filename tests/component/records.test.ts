/** "Records and reminders", the list of devices, and the header's word on the backup. Layout: `screens/`. */
import { sendKeys } from '@web/test-runner-commands';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { PersonRequest } from '../../src/elements/shared/page-events.ts';
import { emptyBook, emptyView, type StorageProblem } from '../../src/records/book.ts';
import { rememberedText } from '../../src/app/backup-state.ts';
import { initialApp } from '../../src/app/pages/pages.ts';
import { viewOf } from '../../src/app/view.ts';
import { activities, outcomes } from '../../src/protocol/public-state.ts';
import type { PersonRequestEvent } from '../../src/elements/shared/ceremony-request.ts';
import type { OfferedFile } from '../../src/elements/shared/download.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import type { HbRecords } from '../../src/elements/records/hb-records.ts';
import { recordsMessages } from '../../src/text/records.ts';
import { messages } from '../../src/text/app.ts';
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
import { screens, someWalletId } from '../fixtures/screens/screens.ts';
import { someBook, someNow, someRecords, someView } from '../fixtures/data/some-records.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

async function mountView<View extends LitElement = LitElement>(
  template: TemplateResult,
): Promise<{ view: View; requests: PersonRequest[] }> {
  const requests: PersonRequest[] = [];
  const view = await mount<View>(template);
  view.addEventListener('ceremony-request', (event: PersonRequestEvent) => requests.push(event.request));
  for (const element of deepElements(view.renderRoot))
    if ('updateComplete' in element) await element.updateComplete;
  await assertAccessible(view);
  return { view, requests };
}

function shown(name: string) {
  const state = screens[name];
  if (state === undefined) throw new Error(`no screen is named ${name}`);
  return state;
}

describe('<hb-device-list>', () => {
  afterEach(unmountAll);

  it('says what waits at which device, first of all, and leads there', async () => {
    const longAgo = '2024-11-24T10:00:00.000Z';
    const [travel, , spare, everyday] = someBook.devices;
    if (travel === undefined || spare === undefined || everyday === undefined) throw new Error('no devices');
    const wallet = {
      ...travel.wallet,
      walletId: 'e7'.repeat(16),
      backedUp: true,
      absent: false,
      proof: undefined,
    };
    const desk = { ...travel, id: 'dd'.repeat(16), name: 'Desk', wallet };
    const [known] = someBook.wallets;
    if (known === undefined) throw new Error('no wallet');
    const book = {
      ...someBook,
      devices: [everyday, travel, spare, desk],
      wallets: [
        { ...known, doubted: longAgo },
        { ...known, walletId: 'e7'.repeat(16), checked: longAgo },
        { ...known, walletId: 'f8'.repeat(16), doubted: longAgo },
      ],
    };
    const { view, requests } = await mountView(
      html`<hb-device-list .book=${book} .now=${someNow}></hb-device-list>`,
    );
    const names = deepElements(view.renderRoot).filter(({ localName }) => localName === 'strong');
    assert.deepEqual(
      names.map(({ textContent }) => textContent),
      ['Travel', 'Spare', 'Desk', 'Everyday'].map((name) => recordsMessages.devices.named(name)),
    );
    const { failed, unfinished, 'long-ago': due } = recordsMessages.devices.actions;
    const buttons = [...view.renderRoot.querySelectorAll('button')];
    assert.deepEqual(
      buttons.map(({ textContent }) => textContent.trim()),
      [failed, unfinished, due],
    );
    for (const button of buttons) button.click();
    assert.deepEqual(requests, Array(3).fill({ kind: 'begin', intent: 'manage' }));
    // A wallet that is on none of them says so too.
    const last = deepElements(view.renderRoot).findLast(({ localName }) => localName === 'li');
    assert.include(last?.textContent, messages.backup.states.doubtful);
  });

  it('marks the device that is connected now, while it is', async () => {
    const { view } = await mountView<HbRecords>(
      html`<hb-records .view=${someView} .now=${someNow}></hb-records>`,
    );
    const { connected, named } = recordsMessages.devices;
    const marked = async (): Promise<readonly string[]> => {
      await view.updateComplete;
      const list = view.renderRoot.querySelector('hb-device-list');
      await list?.updateComplete;
      return deepElements(view.renderRoot)
        .filter(({ localName, textContent }) => localName === 'li' && textContent.includes(connected))
        .map((item) => item.querySelector('strong')?.textContent ?? '');
    };
    assert.deepEqual(await marked(), []);
    const [travel] = someBook.devices;
    if (travel === undefined) throw new Error('no devices');
    view.connected = travel;
    assert.deepEqual(await marked(), [named(travel.name)]);
    view.connected = { ...travel, simulator: !travel.simulator };
    assert.deepEqual(await marked(), []);
  });

  it('asks for nothing where devices are managed, or of who has just backed up', async () => {
    const { view } = await mountView(
      html`<hb-device-list manageable .book=${someBook} .now=${someNow}></hb-device-list>`,
    );
    const { actions, forget } = recordsMessages.devices;
    const labels = [...view.renderRoot.querySelectorAll('button')].map(({ textContent }) =>
      textContent.trim(),
    );
    assert.deepEqual(new Set(labels), new Set([forget]));
    const fresh = { ...someBook, devices: someBook.devices.slice(1, 2) };
    const other = await mountView(html`<hb-device-list .book=${fresh} .now=${someNow}></hb-device-list>`);
    for (const action of Object.values(actions)) assert.notInclude(deepText(other.view), action);
  });

  it('tells each device by name, product, wallet and backup, and marks a simulator', async () => {
    const { view } = await mountView(
      html`<hb-device-list .book=${someBook} .now=${someNow}></hb-device-list>`,
    );
    const items = deepElements(view.renderRoot).filter(({ localName }) => localName === 'li');
    const texts = items.map((item) => item.textContent.replaceAll(/\s+/g, ' ').trim());
    // What waits for the person comes first.
    assert.match(texts[0] ?? '', /^“Spare” “Vault One” Not backed up Last connected/);
    assert.match(
      texts[1] ?? '',
      /^“Travel” “Vault One” Backed up Wallet 3f9a 0c52 … Backup checked 9 January 2027/,
    );
    assert.match(texts[2] ?? '', /^“Simulator” Simulator Backed up .* Never Last connected/);
    assert.match(texts[3] ?? '', /^“Everyday” “Vault One” No wallet/);
    // A backup that is on none of them.
    assert.match(texts[4] ?? '', /^d5d5 d5d5 … “Vault One” Simulator/);
    assert.notInclude(deepText(view), someWalletId);
  });

  /** The first device's paper didn't fit at its last check. */
  const doubted = {
    ...someBook,
    wallets: someBook.wallets.map((wallet) =>
      wallet.walletId === someWalletId ? { ...wallet, doubted: '2027-01-08T10:00:00.000Z' } : wallet,
    ),
  };

  it('says that the last check failed, in the list, the reminders and the header', async () => {
    const { view } = await mountView(
      html`<hb-device-list .book=${doubted} .now=${someNow}></hb-device-list>`,
    );
    const first = deepElements(view.renderRoot).find(({ localName }) => localName === 'li');
    const text = first?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
    assert.match(text, /^“Travel” “Vault One” Check failed .* Backup checked Failed on 8 January 2027/);
    const { view: records } = await mountView(
      html`<hb-records .view=${{ ...someView, book: doubted }} .now=${someNow}></hb-records>`,
    );
    assert.include(deepText(records), 'The last check of one backup failed.');
    const one = { ...someView, book: { ...doubted, devices: doubted.devices.slice(0, 1) } };
    assert.equal(rememberedText(initialApp, one, someNow), '1 device: last check failed');
  });

  it('says when a check is long ago', async () => {
    const later = someNow + 400 * 24 * 3_600_000;
    const { view } = await mountView(html`<hb-device-list .book=${someBook} .now=${later}></hb-device-list>`);
    assert.include(deepText(view), recordsMessages.devices.longAgo);
  });

  it('forgets one device, by its name', async () => {
    const { view, requests } = await mountView(
      html`<hb-device-list manageable .book=${someBook} .now=${someNow}></hb-device-list>`,
    );
    const forget = deepElements(view.renderRoot).filter(({ localName }) => localName === 'button');
    assert.deepEqual(
      forget.map((button) => button.getAttribute('aria-label')),
      ['Forget Travel', 'Forget “Simulator”', 'Forget Spare', 'Forget Everyday'],
    );
    (forget[1] as HTMLButtonElement).click();
    assert.deepEqual(requests, [{ kind: 'forget-device', key: `simulator:${'aa'.repeat(16)}` }]);
  });

  it('takes no room where there is nothing', async () => {
    const { view } = await mountView(html`<hb-device-list></hb-device-list>`);
    assert.equal(deepText(view), '');
  });
});

describe('<hb-records>', () => {
  afterEach(unmountAll);

  async function records(view = someView) {
    const files: OfferedFile[] = [];
    const mounted = await mountView<HbRecords>(
      html`<hb-records
        .view=${view}
        .now=${someNow}
        .save=${(file: OfferedFile) => files.push(file)}
      ></hb-records>`,
    );
    return { ...mounted, files };
  }

  it('lists what was done, the newest first, ten at first', async () => {
    const { view } = await records();
    const items = (): Element[] => [...view.renderRoot.querySelectorAll('ol li')];
    assert.lengthOf(items(), 10);
    assert.match(
      items()[0]?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '',
      /^New wallet Completed 10 Jan 2027, .* “Vault One” Wallet 3f9a 0c52 …$/,
    );
    buttonNamed(view, 'Show all 14').click();
    await view.updateComplete;
    assert.lengthOf(items(), 14);
    await assertAccessible(view);
  });

  it('has its own words for each kind of ceremony and each end of one', async () => {
    const [first] = someBook.ceremonies;
    if (first === undefined) throw new Error('the example has no ceremony');
    const what = activities.filter((activity) => activity !== 'none' && activity !== 'app');
    const results = [
      ...outcomes.filter((outcome) => outcome !== 'none'),
      'under-way',
      'interrupted',
    ] as const;
    const ceremonies = results.flatMap((result) => what.map((each) => ({ ...first, what: each, result })));
    const { view } = await records({ ...someView, book: { ...someBook, ceremonies } });
    buttonNamed(view, `Show all ${ceremonies.length}`).click();
    await view.updateComplete;
    const shown = [...view.renderRoot.querySelectorAll('ol .head')];
    assert.lengthOf(shown, ceremonies.length);
    for (const head of shown)
      for (const { textContent } of head.children)
        assert.match(textContent.trim(), /^[A-Z][\w’ :]+$/, 'a sentence, not a raw name');
  });

  it('saves a calendar file whose name and text say nothing', async () => {
    const { view, files } = await records();
    buttonNamed(view, recordsMessages.reminders.save).click();
    await view.updateComplete;
    assert.lengthOf(files, 1);
    const [file] = files;
    assert.equal(file?.name, 'reminders.ics');
    assert.equal(file?.type, 'text/calendar');
    assert.include(file?.text ?? '', 'DTSTART;VALUE=DATE:20270210\r\n');
    assert.notMatch(`${file?.name} ${file?.text}`, /wallet|hostblind|backup|words/i);
    assert.include(deepText(view), recordsMessages.reminders.saved);
  });

  it('counts the backups that are due for a check', async () => {
    const { view } = await records();
    assert.include(deepText(view), recordsMessages.reminders.unchecked(2));
    const checked = someBook.wallets.filter((wallet) => wallet.checked !== undefined);
    const { view: calm } = await records({ ...someView, book: { ...someBook, wallets: checked } });
    assert.include(deepText(calm), recordsMessages.reminders.allChecked);
  });

  it('saves everything as a file, and nothing but what it shows', async () => {
    const { view, files } = await records();
    buttonNamed(view, recordsMessages.keeping.export).click();
    const content = JSON.parse(files[0]?.text ?? '') as Record<string, unknown>;
    assert.deepEqual(Object.keys(content), [
      'format',
      'version',
      'exported',
      'ceremonies',
      'devices',
      'wallets',
    ]);
    assert.deepInclude(content, { format: 'hostblind-records', version: 1 });
    assert.lengthOf(content['ceremonies'] as unknown[], 14);
  });

  it('erases only after a question, and the question gets the focus', async () => {
    const { view, requests } = await records();
    const erase = buttonNamed(view, recordsMessages.keeping.erase);
    erase.focus();
    await sendKeys({ press: 'Enter' });
    await view.updateComplete;
    assert.deepEqual(requests, []);
    assert.equal(deepFocus()?.id, 'sure');
    await assertAccessible(view);
    buttonNamed(view, recordsMessages.keeping.no).click();
    await view.updateComplete;
    buttonNamed(view, recordsMessages.keeping.erase).click();
    await view.updateComplete;
    buttonNamed(view, recordsMessages.keeping.yes).click();
    assert.deepEqual(requests, [{ kind: 'erase-records' }]);
    assert.equal(deepFocus(), headingOf(view));
  });

  it('says that everything is gone, and each thing that is wrong with the storage', async () => {
    const { view: erased } = await records({ ...emptyView, erased: true });
    for (const part of [
      recordsMessages.erased,
      recordsMessages.devices.none,
      recordsMessages.ceremonies.none,
    ])
      assert.include(deepText(erased), part);
    for (const problem of Object.keys(recordsMessages.problems) as StorageProblem[]) {
      const { view } = await records({ ...someView, problem, unreadable: 3 });
      assert.include(deepText(view), recordsMessages.problems[problem]);
      assert.include(deepText(view), recordsMessages.unreadable(3));
      unmountAll();
    }
  });
});

describe('the state of the backups', () => {
  afterEach(unmountAll);

  it('is in the header on every screen of a connected device', async () => {
    for (const name of [
      'length',
      'on-device-words',
      'backed-up',
      'settings',
      'quiz-1',
      'ended-wipe',
      'lost',
    ]) {
      const state = shown(name);
      const { backup } = viewOf(state);
      if (backup === undefined) throw new Error(`${name} tells nothing`);
      const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony(state)}></hb-app>`);
      const header = app.renderRoot.querySelector('hb-header');
      await header?.updateComplete;
      assert.include(header === null ? '' : deepText(header), messages.backup.states[backup], name);
      unmountAll();
    }
  });

  it('is there without a device too, says what is due, and leads to the records', async () => {
    const ceremony = fakeCeremony(initialApp);
    const app = await mount<HbApp>(
      html`<hb-app .ceremony=${ceremony} .records=${someRecords} .clock=${() => someNow}></hb-app>`,
    );
    buttonNamed(app, '4 devices: 1 not backed up').click();
    assert.deepEqual(ceremony.requests, [{ kind: 'close-aside' }, { kind: 'open-records' }]);
    ceremony.show(shown('records'));
    await app.updateComplete;
    assert.equal(headingOf(app).textContent, recordsMessages.title);
  });

  it('follows what is kept', async () => {
    let view = emptyView;
    let tell = (): void => {};
    const records = {
      get view() {
        return view;
      },
      subscribe(listener: () => void) {
        tell = listener;
        return () => {};
      },
    };
    const app = await mount<HbApp>(
      html`<hb-app .ceremony=${fakeCeremony(initialApp)} .records=${records}></hb-app>`,
    );
    assert.notInclude(deepText(app), '4 devices');
    view = someView;
    tell();
    await app.updateComplete;
    const header = app.renderRoot.querySelector('hb-header');
    await header?.updateComplete;
    assert.include(deepText(app), '4 devices');
  });

  it('is told in as few words as it takes', () => {
    const text = (devices: typeof someBook.devices, wallets = someBook.wallets): string | undefined =>
      rememberedText(initialApp, { ...someView, book: { ...someBook, devices, wallets } }, someNow);
    const [checked, unchecked, unfinished] = someBook.devices;
    if (checked === undefined || unchecked === undefined || unfinished === undefined)
      throw new Error('three devices were expected');
    assert.equal(text([checked]), '1 device: all good');
    assert.equal(text([unchecked]), '1 device: check due');
    assert.equal(text([checked, unchecked]), '2 devices: 1 to check');
    assert.equal(text([unfinished]), '1 device: not backed up');
    assert.equal(text([]), messages.backup.records);
    assert.isUndefined(rememberedText(initialApp, { ...emptyView, book: emptyBook }, someNow));
    assert.isUndefined(rememberedText(shown('length'), someView, someNow));
  });
});
