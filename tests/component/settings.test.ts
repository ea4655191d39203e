/** "Security & privacy": what it offers, what it asks for, and how it is operated. Accessibility: `screens/`. */
import { sendKeys } from '@web/test-runner-commands';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { PersonRequest } from '../../src/elements/shared/page-events.ts';
import type { AppState } from '../../src/app/pages/pages.ts';
import type { PersonRequestEvent } from '../../src/elements/shared/ceremony-request.ts';
import { settingsMessages } from '../../src/text/settings.ts';
import { quizMessages } from '../../src/text/quiz.ts';
import { noticeFor } from '../../src/app/notices.ts';
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
import type { DeviceFacts } from '../../src/session/state.ts';
import { proof } from '../../src/text/proof.ts';
import { knownWallet, screens, simulatorDevice, usbDevice } from '../fixtures/screens/screens.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
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

function screen(name: string): AppState {
  const state = screens[name];
  if (state === undefined) throw new Error(`no screen is named ${name}`);
  return state;
}

function buttonsOf(view: LitElement): string[] {
  return deepElements(view.renderRoot)
    .filter(({ localName }) => localName === 'button')
    .map((button) => button.textContent.trim().replaceAll(/\s+/g, ' '));
}

describe('<hb-settings>', () => {
  afterEach(unmountAll);

  it('leads to each ceremony by its own way', async () => {
    const { view, requests } = await mountView(
      html`<hb-settings .device=${usbDevice} .wallet=${knownWallet} .name=${'Desk'}></hb-settings>`,
    );
    for (const part of ['Last checked on 24 December 2026.', 'It’s called “Desk”.'])
      assert.include(deepText(view), part);
    press(
      view,
      'Show recovery phrase',
      'Check my backup',
      'Copies',
      'Change PIN',
      'Rename device',
      'Wipe device',
      'Records and reminders',
      'Back',
    );
    assert.deepEqual(requests, [
      { kind: 'open-quiz' },
      { kind: 'ask', ceremony: 'check' },
      { kind: 'open-page', page: 'copies' },
      { kind: 'ask', ceremony: 'change-pin' },
      { kind: 'open-page', page: 'rename' },
      { kind: 'open-page', page: 'wipe' },
      { kind: 'open-page', page: 'records' },
      { kind: 'back' },
    ]);
  });

  it('offers what the firmware names, and nothing else', async () => {
    const device = { capabilities: ['create', 'check'] };
    const { view } = await mountView(html`<hb-settings .device=${device}></hb-settings>`);
    const names = buttonsOf(view);
    assert.lengthOf(names, 3);
    assert.match(names[0] ?? '', /^Check my backup/);
    const { view: none } = await mountView(html`<hb-settings></hb-settings>`);
    assert.lengthOf(buttonsOf(none), 2);
    assert.match(buttonsOf(none)[0] ?? '', /^Records and reminders/);
  });
});

describe('<hb-rename>', () => {
  afterEach(unmountAll);

  it('is a choice with the arrows, and no field', async () => {
    const { view, requests } = await mountView(html`<hb-rename .name=${'Desk'}></hb-rename>`);
    const radios = deepElements(view.renderRoot).filter((element) => element.matches('input'));
    assert.isTrue(radios.every((radio) => radio.matches('[type="radio"]')));
    // Eleven others, and "no change".
    assert.lengthOf(radios, 12);
    (radios[0] as HTMLInputElement).focus();
    await sendKeys({ press: 'ArrowDown' });
    assert.deepEqual(requests, [{ kind: 'choose-name', name: 'Home' }]);
    press(view, 'Keep the name');
    assert.deepEqual(requests.at(-1), { kind: 'back' });
  });

  it('asks the device once a name is chosen', async () => {
    const { view, requests } = await mountView(html`<hb-rename chosen="Travel"></hb-rename>`);
    press(view, 'Rename on the device', 'Back');
    assert.deepEqual(requests, [{ kind: 'ask', ceremony: 'rename' }, { kind: 'back' }]);
  });
});

describe('<hb-quiz>', () => {
  afterEach(unmountAll);

  it('puts the answers in the order that was drawn', async () => {
    const [question] = quizMessages.questions;
    for (const rightFirst of [true, false]) {
      const { view } = await mountView(html`<hb-quiz .step=${0} .order=${[rightFirst, true]}></hb-quiz>`);
      const expected = [question.right, question.wrong];
      assert.deepEqual(buttonsOf(view).slice(0, 2), rightFirst ? expected : expected.toReversed());
    }
  });

  it('is answered by the keyboard alone, and has more to read at hand', async () => {
    const { view, requests } = await mountView(html`<hb-quiz .step=${1}></hb-quiz>`);
    buttonNamed(view, quizMessages.questions[1].right).focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    assert.deepEqual(requests, [
      { kind: 'answer', right: true },
      { kind: 'answer', right: false },
    ]);
    await sendKeys({ press: 'Tab' });
    assert.equal(deepFocus()?.localName, 'summary');
    await sendKeys({ press: 'Enter' });
    assert.isTrue(view.renderRoot.querySelector('details')?.open);
    await assertAccessible(view);
  });

  it('explains each quiz answer, repeats after a wrong one, and ends at the device', async () => {
    const { view: wrong, requests } = await mountView(html`<hb-quiz .step=${0} answered="wrong"></hb-quiz>`);
    assert.equal(headingOf(wrong).textContent, quizMessages.questions[0].afterWrong.title);
    press(wrong, 'Answer again');
    const { view: done, requests: asked } = await mountView(html`<hb-quiz .step=${'done'}></hb-quiz>`);
    press(done, 'Show on the device', 'Back');
    assert.deepEqual(
      [...requests, ...asked],
      [{ kind: 'next' }, { kind: 'ask', ceremony: 'reveal' }, { kind: 'back' }],
    );
  });
});

describe('wiping', () => {
  afterEach(unmountAll);

  it('says first what is lost, and the way back comes with it', async () => {
    const notice = noticeFor(screen('settings-wipe'));
    const { view, requests } = await mountView(html`<hb-notice .notice=${notice}></hb-notice>`);
    assert.include(deepText(view), 'permanently lost');
    press(view, 'Wipe on the device', 'Keep the wallet');
    assert.deepEqual(requests, [{ kind: 'ask', ceremony: 'wipe' }, { kind: 'back' }]);
  });
});

describe('how a ceremony ends', () => {
  for (const name of Object.keys(screens).filter((key) => key.startsWith('ended-'))) {
    it(`${name} has a way on`, () => {
      const notice = noticeFor(screen(name));
      const kinds = notice?.actions.map(({ request }) => request.kind) ?? [];
      assert.include(kinds, 'choose-another');
      if (!name.includes('fault')) assert.include(kinds, 'continue');
    });
  }

  it('tells the day of a check only when it was noted', () => {
    assert.include(noticeFor(screen('ended-check-match'))?.body.join(' ') ?? '', '24 December 2026');
    const { session, page } = screen('ended-check-match');
    if (session.kind !== 'connected') throw new Error('a connected screen was expected');
    const task = { kind: 'ended', activity: 'check', outcome: 'match' } as const;
    const notice = noticeFor({ session: { ...session, session: { ...session.session, task } }, page });
    assert.notInclude(notice?.body.join(' ') ?? '', 'This browser keeps');
  });
});

describe('<hb-home> over the life of a wallet', () => {
  afterEach(unmountAll);
  const unchecked = { ...knownWallet, checkedAt: undefined };
  const monthsLater = Date.parse('2027-03-01T10:00:00.000Z');

  it('reminds of a check that was never made, and stops when it was', async () => {
    const { view } = await mountView(
      html`<hb-home .wallet=${unchecked} .device=${usbDevice} .now=${monthsLater}></hb-home>`,
    );
    assert.include(deepText(view), settingsMessages.remind);
    const { view: checked, requests } = await mountView(
      html`<hb-home .wallet=${knownWallet} .device=${usbDevice}></hb-home>`,
    );
    assert.notInclude(deepText(checked), settingsMessages.remind);
    assert.include(deepText(checked), '24 December 2026');
    press(
      checked,
      'Check my backup',
      'Show the words',
      'Copies',
      'Records',
      'Security & privacy',
      'Disconnect',
    );
    assert.deepEqual(requests, [
      { kind: 'ask', ceremony: 'check' },
      { kind: 'open-quiz' },
      { kind: 'open-page', page: 'copies' },
      { kind: 'open-page', page: 'records' },
      { kind: 'open-settings' },
      { kind: 'finish' },
    ]);
  });

  it('tells of wallet programs where the device has apps for them', async () => {
    const capabilities = usbDevice.capabilities.filter((name) => name !== 'apps');
    for (const [device, told] of [
      [usbDevice, true],
      [{ ...usbDevice, capabilities }, false],
    ] as const) {
      const { view } = await mountView(html`<hb-home .wallet=${knownWallet} .device=${device}></hb-home>`);
      assert.equal(deepText(view).includes(settingsMessages.home.apps), told);
    }
  });

  it('names the device and what it proved, and calls a simulator alone one', async () => {
    const mounted = async (device: DeviceFacts): Promise<string> => {
      unmountAll();
      return deepText(
        (await mountView(html`<hb-home .wallet=${unchecked} .device=${device} .texts=${proof}></hb-home>`))
          .view,
      );
    };
    const real = await mounted(usbDevice);
    assert.include(real, 'Acme Vault One');
    assert.include(real, 'Genuine Acme device');
    assert.notMatch(real, /simulat/i);
    assert.match(await mounted(simulatorDevice), /Simulator/);
  });

  it('offers and reminds of nothing that an older firmware cannot do', async () => {
    const device = { ...usbDevice, capabilities: ['create', 'attest'] };
    const { view } = await mountView(html`<hb-home .wallet=${unchecked} .device=${device}></hb-home>`);
    assert.deepEqual(buttonsOf(view), ['Records', 'Disconnect']);
    assert.notInclude(deepText(view), settingsMessages.lastChecked);
  });

  it('is titled by the name that the person gave the device', async () => {
    const { view } = await mountView(
      html`<hb-home .wallet=${knownWallet} .device=${usbDevice} name="Savings" .texts=${proof}></hb-home>`,
    );
    assert.equal(headingOf(view).textContent.trim(), '“Savings”');
    const { view: unnamed } = await mountView(
      html`<hb-home .wallet=${knownWallet} .device=${usbDevice} name="" .texts=${proof}></hb-home>`,
    );
    assert.equal(headingOf(unnamed).textContent.trim(), 'Acme Vault One');
  });
});

describe('<hb-backed-up> of a restored wallet', () => {
  afterEach(unmountAll);
  const unchecked = { ...knownWallet, checkedAt: undefined };

  it('recognizes a restored wallet that this browser already knows', async () => {
    const { view } = await mountView(
      html`<hb-backed-up
        .wallet=${unchecked}
        .device=${usbDevice}
        restored="words"
        compared="same"
      ></hb-backed-up>`,
    );
    assert.include(deepText(view), settingsMessages.compare.known);
    const stranger = { ...unchecked, record: undefined };
    const { view: other } = await mountView(
      html`<hb-backed-up
        .wallet=${stranger}
        .device=${usbDevice}
        restored="words"
        compared="same"
      ></hb-backed-up>`,
    );
    assert.notInclude(deepText(other), settingsMessages.compare.known);
    // When it was backed up, nobody here knows.
    assert.notInclude(deepText(other), settingsMessages.receipt.date);
  });
});

describe('<hb-backed-up> without a tick (H12)', () => {
  afterEach(unmountAll);
  const stranger = { ...knownWallet, record: undefined, checkedAt: undefined, proof: undefined };
  const emblem = (view: Element): string => view.shadowRoot?.querySelector('.emblem')?.className ?? '';

  it('asks whose wallet came back, and offers nothing else before the answer', async () => {
    const { view, requests } = await mountView(
      html`<hb-backed-up .wallet=${stranger} .device=${usbDevice} restored="words"></hb-backed-up>`,
    );
    assert.include(emblem(view), 'restored');
    assert.include(deepText(view), 'Restored');
    assert.notInclude(deepText(view), 'Your wallet is back');
    assert.deepEqual(buttonsOf(view), ['It’s the same', 'It’s different', 'I don’t have one']);
    press(view, 'It’s different');
    assert.deepEqual(requests, [{ kind: 'compare-wallet', answer: 'different' }]);
  });

  it('says what isn’t known where there is nothing to compare with', async () => {
    const { view } = await mountView(
      html`<hb-backed-up
        .wallet=${stranger}
        .device=${usbDevice}
        restored="file"
        compared="none"
      ></hb-backed-up>`,
    );
    assert.include(emblem(view), 'restored');
    assert.include(deepText(view), 'Nothing shows yet that this is the right wallet');
  });

  it('says since when the paper doesn’t match, and leads to the words and to a check', async () => {
    const record = knownWallet.record && { ...knownWallet.record, doubted: '2026-12-29T10:00:00.000Z' };
    const device = { ...usbDevice, doubtful: true } as const;
    const { view, requests } = await mountView(
      html`<hb-home .wallet=${{ ...knownWallet, record }} .device=${device}></hb-home>`,
    );
    assert.include(view.shadowRoot?.querySelector('.state')?.className ?? '', 'danger');
    assert.include(deepText(view), 'Your paper doesn’t match');
    assert.include(deepText(view), 'Failed on 29 December 2026');
    assert.notInclude(deepText(view), settingsMessages.remind);
    press(view, 'Show the words on the device');
    press(view, 'Check again');
    assert.deepEqual(requests, [{ kind: 'open-quiz' }, { kind: 'ask', ceremony: 'check' }]);
  });

  it('never says that the words are on one paper only', async () => {
    const { view } = await mountView(
      html`<hb-backed-up .wallet=${knownWallet} .device=${usbDevice} .wordCount=${24}></hb-backed-up>`,
    );
    assert.include(deepText(view), '24 words');
    assert.notInclude(deepText(view), '24 words, on');
  });
});

describe('<hb-word-count> for a restore', () => {
  afterEach(unmountAll);

  it('is offered where the device can, and leads back', async () => {
    const { view, requests } = await mountView(html`<hb-word-count creatable restorable></hb-word-count>`);
    press(view, 'Restore from my words');
    const { view: older } = await mountView(html`<hb-word-count creatable></hb-word-count>`);
    assert.notInclude(buttonsOf(older), 'Restore from my words');
    const { offerFile } = settingsMessages.restore;
    assert.notInclude(buttonsOf(older), offerFile);
    const { view: able } = await mountView(html`<hb-word-count ?fileRestorable=${true}></hb-word-count>`);
    assert.include(buttonsOf(able), offerFile);
    const { view: restore, requests: asked } = await mountView(
      html`<hb-word-count creatable restorable purpose="restore" .wordCount=${12}></hb-word-count>`,
    );
    press(restore, 'Restore on the device', 'Create a new wallet instead');
    assert.deepEqual(
      [...requests, ...asked],
      [
        { kind: 'set-purpose', purpose: 'restore' },
        { kind: 'ask', ceremony: 'restore' },
        { kind: 'set-purpose', purpose: 'create' },
      ],
    );
  });
});

describe('<hb-word-count> of a device that can do less', () => {
  afterEach(unmountAll);

  it('leads to no new wallet where the device makes none', async () => {
    const { view } = await mountView(
      html`<hb-word-count restorable purpose="restore" .wordCount=${12}></hb-word-count>`,
    );
    assert.notInclude(buttonsOf(view), 'Create a new wallet instead');
  });

  it('asks for nothing where it can do neither, and still takes a file', async () => {
    const { view, requests } = await mountView(html`<hb-word-count fileRestorable></hb-word-count>`);
    assert.deepEqual(buttonsOf(view), ['Restore from a backup file', 'Choose another device']);
    press(view, 'Restore from a backup file');
    assert.deepEqual(requests, [{ kind: 'open-restore-file' }]);
  });
});

describe('<hb-settings> of a device that can do less', () => {
  afterEach(unmountAll);

  it('has copies without a check of the first one', async () => {
    const { view } = await mountView(
      html`<hb-settings .device=${{ capabilities: ['seed-qr', 'wipe'] }}></hb-settings>`,
    );
    const rows = deepElements(view.renderRoot).filter(({ localName }) => localName === 'strong');
    assert.deepEqual(
      rows.map((row) => row.textContent.trim()),
      ['Copies', 'Wipe device', 'Records and reminders'],
    );
  });
});

describe('<hb-app> in the life of a phrase', () => {
  afterEach(unmountAll);

  it('shows the five steps of a backup for a backup alone', async () => {
    for (const [name, shown] of [
      ['length', true],
      ['celebration', true],
      ['backed-up', false],
      ['length-restore', false],
      ['settings', false],
      ['quiz-1', false],
      ['starting-wipe', false],
      ['reveal-words', false],
      ['ended-check-match', false],
    ] as const) {
      const app = await mount<HbApp>(html`<hb-app .ceremony=${fakeCeremony(screen(name))}></hb-app>`);
      assert.equal(app.shadowRoot?.querySelector('hb-stepper') !== null, shown, name);
      unmountAll();
    }
  });

  it('moves the focus to the heading from page to page, and to each explanation', async () => {
    const ceremony = fakeCeremony(screen('settings'));
    const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony}></hb-app>`);
    for (const name of [
      'quiz-start',
      'quiz-1',
      'quiz-1-wrong',
      'quiz-1',
      'quiz-2',
      'quiz-2-right',
      'quiz-done',
    ]) {
      ceremony.show(screen(name));
      await app.updateComplete;
      for (const element of deepElements(app.shadowRoot ?? app))
        if ('updateComplete' in element) await element.updateComplete;
      await new Promise(requestAnimationFrame);
      assert.equal(deepFocus(), headingOf(app), name);
    }
  });
});
