/** What each view asks for, and how it is operated. That every one of them is accessible: `screens/`. */
import { sendKeys } from '@web/test-runner-commands';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { PersonRequest } from '../../src/elements/shared/page-events.ts';
import type { PersonRequestEvent } from '../../src/elements/shared/ceremony-request.ts';
import { messages } from '../../src/text/app.ts';
import { proof } from '../../src/text/proof.ts';
import { settingsMessages } from '../../src/text/settings.ts';
import { lostText, noticeFor, refusedText } from '../../src/app/notices.ts';
import { errorCodes } from '../../src/protocol/errors.ts';
import {
  assert,
  assertAccessible,
  buttonNamed,
  deepFocus,
  deepElements,
  deepText,
  mount,
  unmountAll,
} from '../fixtures/screens/mount.ts';
import {
  knownWallet,
  screens,
  someWalletId,
  statusAt,
  usbDevice,
  onDevice,
} from '../fixtures/screens/screens.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';

async function mountView(template: TemplateResult): Promise<{ view: LitElement; requests: PersonRequest[] }> {
  const requests: PersonRequest[] = [];
  const view = await mount<LitElement>(template);
  view.addEventListener('ceremony-request', (event: PersonRequestEvent) => requests.push(event.request));
  await assertAccessible(view);
  return { view, requests };
}

function press(view: Element, ...names: string[]): void {
  for (const name of names) buttonNamed(view, name).click();
}

describe('<hb-header>', () => {
  afterEach(unmountAll);

  it('names the device only while it is connected', async () => {
    const text = async (connection: string): Promise<string> => {
      unmountAll();
      const { view } = await mountView(
        html`<hb-header .connection=${connection} device="Vault One"></hb-header>`,
      );
      return deepText(view);
    };
    assert.include(await text('connected'), 'Vault One');
    for (const connection of ['none', 'connecting', 'lost'])
      assert.notInclude(await text(connection), 'Vault One', connection);
    unmountAll();
    const { view } = await mountView(html`<hb-header connection="connected"></hb-header>`);
    assert.include(deepText(view), messages.connection.connected);
  });
});

describe('<hb-welcome>', () => {
  afterEach(unmountAll);

  it('offers the ways in', async () => {
    const { view, requests } = await mountView(html`<hb-welcome reachesUsb></hb-welcome>`);
    press(view, 'Create a new wallet', 'I have words or a file', 'Try it with the simulator');
    press(view, 'My device already has a wallet');
    assert.deepEqual(
      requests,
      (['create', 'restore', 'try', 'manage'] as const).map((intent) => ({ kind: 'begin', intent })),
    );
  });

  it('shows the three ways in side by side, at the same height', async () => {
    const { view } = await mountView(html`<hb-welcome reachesUsb></hb-welcome>`);
    const boxes = [...view.renderRoot.querySelectorAll('.choice')].map((each) =>
      each.getBoundingClientRect(),
    );
    assert.lengthOf(boxes, 3);
    assert.lengthOf([...new Set(boxes.map(({ top, height }) => `${top} ${height}`))], 1);
  });

  it('says at once that a browser reaches no USB device', async () => {
    const { title } = messages.welcome.noUsb;
    const without = await mountView(html`<hb-welcome></hb-welcome>`);
    assert.include(deepText(without.view), title);
    const reaching = await mountView(html`<hb-welcome reachesUsb></hb-welcome>`);
    assert.notInclude(deepText(reaching.view), title);
  });
});

describe('<hb-introduction>', () => {
  afterEach(unmountAll);

  it('lets on only who has ticked that they understood', async () => {
    const { view, requests } = await mountView(html`<hb-introduction></hb-introduction>`);
    for (let clicks = 0; clicks < 3; clicks += 1) press(view, 'Continue');
    await view.updateComplete;
    assert.deepEqual(requests, []);
    assert.include(deepText(view), messages.introduction.missing);
    const box = view.renderRoot.querySelector('input');
    assert.equal(deepFocus(), box);
    box?.click();
    await view.updateComplete;
    assert.notInclude(deepText(view), messages.introduction.missing);
    press(view, 'Continue', 'Back');
    assert.deepEqual(requests, [{ kind: 'next' }, { kind: 'back' }]);
  });

  it('names privacy, terms, PIN and words', async () => {
    const { view } = await mountView(html`<hb-introduction></hb-introduction>`);
    for (const { title, body } of Object.values(messages.introduction.points))
      assert.include(deepText(view), `${title} ${body}`);
  });
});

describe('<hb-loading>', () => {
  afterEach(unmountAll);

  it('leads back, and tries again once it failed', async () => {
    const { view, requests } = await mountView(html`<hb-loading leavable></hb-loading>`);
    assert.include(deepText(view), messages.loading.title);
    press(view, 'Back');
    const failed = await mountView(html`<hb-loading failed leavable></hb-loading>`);
    press(failed.view, 'Try again');
    assert.deepEqual([...requests, ...failed.requests], [{ kind: 'back' }, { kind: 'next' }]);
  });
});

describe('<hb-choose-device>', () => {
  afterEach(unmountAll);
  const offers = [
    { kind: 'webhid', supported: false },
    { kind: 'simulator-process', supported: true },
  ];

  it('lets go on only where the browser can, and says what to do where it cannot', async () => {
    const { view, requests } = await mountView(html`<hb-choose-device .offers=${offers}></hb-choose-device>`);
    press(view, 'USB device', 'Simulator in its own window');
    assert.deepEqual(requests, [{ kind: 'choose', link: 'simulator-process' }]);
    assert.include(deepText(view), messages.choose.noWebHid);
  });

  it('shows the rule that Linux needs after a refusal', async () => {
    const { view } = await mountView(
      html`<hb-choose-device .offers=${offers} problem="permission-denied"></hb-choose-device>`,
    );
    assert.include(deepText(view), 'ATTRS{idVendor}=="2c97"');
  });
});

describe('what to do when a device does not answer', () => {
  afterEach(unmountAll);
  const simulators = ['simulator-frame', 'simulator-process'] as const;

  it('never speaks of a cable to somebody with a simulator', async () => {
    for (const link of simulators) {
      const { view } = await mountView(
        html`<hb-choose-device problem="not-found" link=${link}></hb-choose-device>`,
      );
      assert.notMatch(deepText(view), /plug|cable|switch it on/i, link);
      const refusals = (['disconnected', 'timeout'] as const).map((code) => refusedText({ link, code }));
      const lost = lostText(link);
      for (const { title, body } of [...refusals, lost, { title: '', body: [lost.long] }])
        assert.notMatch([title, ...body].join(' '), /plug|cable|switch it on/i, link);
    }
  });

  it('says of each simulator what there is to try', async () => {
    const textFor = async (link: string): Promise<string> => {
      const mounted = html`<hb-choose-device problem="not-found" link=${link}></hb-choose-device>`;
      return deepText((await mountView(mounted)).view);
    };
    const frame = await textFor('simulator-frame');
    assert.include(frame, 'The simulator on this page didn’t start');
    for (const advice of ['reload the page', 'offline', 'another browser', 'npm run firmware-sim'])
      assert.include(frame, advice);
    assert.include(await textFor('simulator-process'), 'npm run firmware-sim');
    assert.include(await textFor('webhid'), 'Plug in your device');
  });

  it('has something to say for every code and every link', () => {
    for (const link of ['webhid', 'webusb', ...simulators] as const)
      for (const code of errorCodes)
        assert.isNotEmpty(refusedText({ link, code }).body.join(''), `${link} ${code}`);
  });

  it('says that a policy may have closed the list of devices', async () => {
    const { view } = await mountView(
      html`<hb-choose-device problem="chooser-blocked" link="webhid"></hb-choose-device>`,
    );
    assert.include(deepText(view), messages.problem.chooserBlocked.title);
    assert.include(deepText(view), 'policy');
  });
});

describe('<hb-word-count>', () => {
  afterEach(unmountAll);

  it('is a group of radio buttons, operated with the arrows', async () => {
    const { view, requests } = await mountView(
      html`<hb-word-count creatable .wordCount=${24}></hb-word-count>`,
    );
    const radios = deepElements(view.renderRoot).filter((element) => element.matches('input'));
    assert.lengthOf(radios, 2);
    (radios[1] as HTMLInputElement).focus();
    await sendKeys({ press: 'ArrowUp' });
    assert.deepEqual(requests, [{ kind: 'set-length', wordCount: 12 }]);
  });

  it('keeps the other lengths behind a button', async () => {
    const { view, requests } = await mountView(
      html`<hb-word-count creatable .wordCount=${24}></hb-word-count>`,
    );
    press(view, 'Other lengths', 'Create on the device');
    assert.deepEqual(requests, [{ kind: 'show-all-lengths' }, { kind: 'ask', ceremony: 'create' }]);
    const { view: all } = await mountView(
      html`<hb-word-count creatable .wordCount=${18} .allLengths=${true}></hb-word-count>`,
    );
    assert.match(deepText(all), /12 words.*15 words.*18 words.*21 words.*24 words/);
  });
});

describe('<hb-on-device>', () => {
  afterEach(unmountAll);

  it('shows the position as a progress bar while words are shown, and only then', async () => {
    const status = statusAt('words', 5);
    const { view } = await mountView(html`<hb-on-device .status=${status} .facts=${status}></hb-on-device>`);
    const bar = view.renderRoot.querySelector('[role="progressbar"]');
    assert.equal(bar?.getAttribute('aria-valuenow'), '5');
    assert.equal(bar?.getAttribute('aria-valuemax'), '24');
    assert.equal(bar?.getAttribute('aria-valuetext'), 'Word 5 of 24');
    const confirm = statusAt('confirm');
    const { view: other } = await mountView(
      html`<hb-on-device .status=${confirm} .facts=${confirm}></hb-on-device>`,
    );
    assert.isNull(other.renderRoot.querySelector('[role="progressbar"]'));
  });

  it('warns of the last PIN try', async () => {
    const status = { ...statusAt('enter-pin'), triesLeft: 1 };
    const { view } = await mountView(html`<hb-on-device .status=${status} .facts=${status}></hb-on-device>`);
    assert.include(deepText(view), 'One try left.');
  });

  it('sends a person to the device for what an app asks, and says why it is locked', async () => {
    const asks = { ...statusAt('consent'), wallet: 'backed-up', activity: 'app' } as const;
    const { view } = await mountView(html`<hb-on-device .status=${asks} .facts=${asks}></hb-on-device>`);
    assert.match(deepText(view), /An app asks.*answer there.*only your device’s screen says what/);
    const pin = statusAt('enter-pin');
    const { view: locked } = await mountView(
      html`<hb-on-device .status=${pin} .facts=${pin} ?lockedItself=${true}></hb-on-device>`,
    );
    assert.include(deepText(locked), messages.lockedItself);
  });

  it('draws nothing without a status', async () => {
    const { view } = await mountView(html`<hb-on-device></hb-on-device>`);
    assert.equal(deepText(view), '');
  });
});

describe('<hb-device-foot>', () => {
  afterEach(unmountAll);

  it('offers to cancel what can be stopped, and says when that is under way', async () => {
    const { view, requests } = await mountView(
      html`<hb-device-foot stage="words" ?stoppable=${true}></hb-device-foot>`,
    );
    press(view, 'Cancel');
    assert.deepEqual(requests, [{ kind: 'cancel' }]);
    assert.include(deepText(view), 'No one should ever ask for these words.');
    const { view: asked } = await mountView(
      html`<hb-device-foot stage="words" ?stoppable=${true} ?cancelling=${true}></hb-device-foot>`,
    );
    assert.include(deepText(asked), messages.cancelling);
  });

  it('offers to withdraw what another program asks', async () => {
    const { view, requests } = await mountView(
      html`<hb-device-foot stage="consent" ?stoppable=${true} ?asked=${true}></hb-device-foot>`,
    );
    press(view, 'Withdraw the question');
    assert.deepEqual(requests, [{ kind: 'cancel' }]);
  });

  it('offers to leave what cannot be stopped', async () => {
    const { view, requests } = await mountView(html`<hb-device-foot stage="enter-pin"></hb-device-foot>`);
    press(view, 'Choose another device');
    assert.deepEqual(requests, [{ kind: 'choose-another' }]);
  });
});

describe('<hb-notice>', () => {
  afterEach(unmountAll);

  for (const [name, button, request] of [
    ['refused', 'Try again', { kind: 'retry' }],
    ['alarm', 'Choose another device', { kind: 'choose-another' }],
    ['unverified', 'I know this device', { kind: 'accept-unverified' }],
    ['lost', 'Choose the device again', { kind: 'retry' }],
    ['ended-declined', 'Start again', { kind: 'continue' }],
    ['ended-fault', 'Choose another device', { kind: 'choose-another' }],
  ] as const) {
    it(`${name}: "${button}"`, async () => {
      const state = screens[name];
      const notice = state === undefined ? undefined : noticeFor(state);
      const { view, requests } = await mountView(html`<hb-notice .notice=${notice}></hb-notice>`);
      press(view, button);
      assert.deepEqual(requests, [request]);
    });
  }

  it('tells of an error what it is and what to do', async () => {
    const notice = noticeFor(onDevice({ kind: 'refused', link: 'webhid', code: 'timeout' }));
    const { view } = await mountView(html`<hb-notice .notice=${notice}></hb-notice>`);
    assert.include(deepText(view), 'Your device didn’t answer in time.');
    assert.include(deepText(view), 'Unplug it, wait a moment, then plug it back in.');
  });

  it('says "Continue" where the wallet on the device is unfinished', () => {
    const ended = screens['ended-stopped']?.session;
    if (ended?.kind !== 'connected') throw new Error('a connected screen was expected');
    const { session } = ended;
    const status = { ...statusAt('idle'), wallet: 'unfinished-backup' as const };
    const notice = noticeFor(onDevice({ kind: 'connected', session: { ...session, status } }));
    assert.equal(notice?.actions[0]?.label, 'Continue');
  });

  it('draws nothing without a notice', async () => {
    const { view } = await mountView(html`<hb-notice></hb-notice>`);
    assert.equal(deepText(view), '');
  });
});

describe('<hb-backed-up>', () => {
  afterEach(unmountAll);

  it('shows wallet ID and length, and leads on', async () => {
    const { view, requests } = await mountView(
      html`<hb-backed-up
        .wallet=${knownWallet}
        .device=${usbDevice}
        .wordCount=${24}
        .texts=${proof}
      ></hb-backed-up>`,
    );
    for (const part of ['3f9a 0c52 b7e1 4d68 a1c0 7be9 5d2f 4486', '24 words'])
      assert.include(deepText(view), part);
    press(view, 'Done');
    assert.deepEqual(requests, [{ kind: 'next' }]);
  });
});

describe('<hb-home>', () => {
  afterEach(unmountAll);

  it('shows wallet ID, date and device, as on the device itself', async () => {
    const record = {
      walletId: someWalletId,
      backedUp: '2026-11-24T10:00:00.000Z',
      product: 'Vault One',
      simulator: false,
    };
    const { view, requests } = await mountView(
      html`<hb-home
        .wallet=${{ walletId: someWalletId, record, checkedAt: undefined }}
        .device=${usbDevice}
        .wordCount=${24}
        .texts=${proof}
        ?witnessed=${true}
      ></hb-home>`,
    );
    const text = deepText(view);
    for (const part of [
      '3f9a 0c52 b7e1 4d68 a1c0 7be9 5d2f 4486',
      '24 November 2026',
      'Acme Vault One',
      '24 words',
    ])
      assert.include(text, part);
    press(view, 'Disconnect');
    assert.deepEqual(requests, [{ kind: 'finish' }]);
  });

  it('makes no date up', async () => {
    const { view } = await mountView(html`<hb-home .wallet=${{ walletId: someWalletId }}></hb-home>`);
    assert.include(deepText(view), settingsMessages.receipt.unknownDate);
  });
});

describe('<hb-stepper>', () => {
  afterEach(unmountAll);

  it('marks the step that it is, and those that are done', async () => {
    const { view } = await mountView(html`<hb-stepper step="write"></hb-stepper>`);
    const items = [...view.renderRoot.querySelectorAll('li')];
    assert.deepEqual(
      items.map((item) => item.getAttribute('aria-current')),
      [null, null, 'step', null, null],
    );
    assert.deepEqual(
      items.map((item) => item.textContent.includes(', done')),
      [true, true, false, false, false],
    );
  });

  it('is all done at the end', async () => {
    const { view } = await mountView(html`<hb-stepper step="backed-up" ?complete=${true}></hb-stepper>`);
    assert.lengthOf(view.renderRoot.querySelectorAll('li.done'), 5);
  });
});

describe('messages', () => {
  it('count in whole sentences', () => {
    assert.equal(messages.triesLeft(1), 'One try left. If it’s wrong, the device deletes its wallet.');
    assert.equal(messages.triesLeft(2), '2 tries left before the device deletes its wallet.');
    assert.equal(settingsMessages.receipt.wordCount(1), 'One word');
  });
});
