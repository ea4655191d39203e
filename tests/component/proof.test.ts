/** What the person is told of the entropy check and of devices that cannot be trusted. */
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { AppState } from '../../src/app/pages/pages.ts';
import { entropyFailures, entropyGaps } from '../../src/devices/hostblind/entropy-check/entropy-outcome.ts';
import { announcementFor } from '../../src/app/announcements.ts';
import type { HbApp } from '../../src/app/hb-app.ts';
import '../../src/app/hb-app.ts';
import '../fixtures/screens/whole-app.ts';
import type { HbCheckOptions } from '../../src/elements/check-options/hb-check-options.ts';
import '../../src/elements/check-options/hb-check-options.ts';
import { proof } from '../../src/text/proof.ts';
import { fakeCeremony, type FakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import {
  assert,
  assertAccessible,
  buttonNamed,
  deepElements,
  deepText,
  headingOf,
  mount,
  unmountAll,
} from '../fixtures/screens/mount.ts';
import type { Session } from '../../src/session/state.ts';
import { onDevice, screens, statusAt } from '../fixtures/screens/screens.ts';

function screen(name: string): AppState {
  const state = screens[name];
  if (state === undefined) throw new Error(`no screen ${name}`);
  return state;
}

async function show(name: string): Promise<{ app: HbApp; ceremony: FakeCeremony; text: string }> {
  const ceremony = fakeCeremony(screen(name));
  const app = await mount<HbApp>(html`<hb-app .ceremony=${ceremony}></hb-app>`);
  return { app, ceremony, text: deepText(app) };
}

/** Leads to pages that explain: no way on. */
const help = 'Help and about';

/** But for the ones at the foot, which every page has. */
function buttonsIn(app: HbApp): string[] {
  return deepElements(app.shadowRoot ?? app)
    .filter((element) => element.localName === 'button' && element.closest('footer') === null)
    .map(({ textContent }) => textContent.trim());
}

describe('the entropy check on the page', () => {
  afterEach(unmountAll);

  it('counts what was checked, and says that it was passed while the PIN is chosen', async () => {
    assert.include((await show('on-device-checking')).text, 'Checked 3 candidates: all good so far.');
    assert.include((await show('on-device-proven')).text, 'opened 5 candidates and found nothing wrong.');
    assert.include((await show('on-device-check-attached')).text, 'can’t be resumed');
  });

  it('says of no other moment, and of no other outcome, that it was passed', async () => {
    const said = 'found nothing wrong';
    const proven = screen('on-device-proven');
    if (proven.session.kind !== 'connected') throw new Error('a device was expected');
    const { session } = proven.session;
    const mounted = async (change: Partial<Session>): Promise<string> => {
      const ceremony = fakeCeremony(onDevice({ kind: 'connected', session: { ...session, ...change } }));
      return deepText(await mount<HbApp>(html`<hb-app .ceremony=${ceremony}></hb-app>`));
    };
    assert.include(await mounted({ status: statusAt('repeat-pin') }), said);
    for (const stage of ['warning', 'words', 'confirm'] as const)
      assert.notInclude(await mounted({ status: statusAt(stage) }), said, stage);
    assert.notInclude(await mounted({ check: { kind: 'unproven', reason: 'interrupted' } }), said);
  });

  it('shows what the check proved, the chance of a cheat passing, and when it ran', async () => {
    const { text } = await show('backed-up-proven');
    assert.include(text, 'had 5 candidates opened, a number it drew in secret from 1 to 8');
    assert.include(text, 'at most a 1-in-8 chance');
    assert.include(text, 'Checked on 24 November 2026');
  });

  it('claims nothing that it did not see', async () => {
    assert.include((await show('backed-up-checked')).text, 'Not checked by this browser');
    assert.notInclude((await show('backed-up-checked')).text, 'chance');
    assert.include((await show('backed-up-unchecked')).text, 'can’t show how it draws its randomness');
  });

  it('that did not finish leads back to the start, and is no alarm', async () => {
    const { app, ceremony } = await show('ended-unproven');
    assert.equal(headingOf(app).textContent, 'The check didn’t finish');
    buttonNamed(app, 'Start again').click();
    assert.deepEqual(ceremony.requests, [{ kind: 'continue' }]);
    assert.equal(announcementFor(screen('ended-unproven'))?.urgency, 'polite');
    for (const gap of entropyGaps) {
      const { title, body } = proof.unprovenText(gap, 1);
      assert.equal(title, 'The check didn’t finish');
      assert.include(body.join(' '), 'No wallet was created');
      assert.notInclude(body.join(' '), 'in a row');
    }
  });

  it('counts checks in a row that did not finish and advises more, without an alarm', async () => {
    const { app, text } = await show('ended-unproven-again');
    assert.equal(headingOf(app).textContent, 'The check didn’t finish');
    assert.include(text, 'You stopped on the device during the randomness check.');
    assert.include(text, '2 checks in a row with this device never finished.');
    assert.include(text, 'If it wasn’t you, don’t use this device');
    assert.deepEqual(buttonsIn(app), ['Start again', 'Choose another device']);
    assert.equal(announcementFor(screen('ended-unproven-again'))?.urgency, 'polite');
    for (const gap of entropyGaps) {
      const said = proof.unprovenText(gap, 3).body.join(' ');
      // What this page could not compute is not held against the device.
      if (gap === 'not-computed') assert.notInclude(said, 'in a row');
      else assert.include(said, '3 checks in a row with this device never finished.');
      assert.include(said, 'No wallet was created');
    }
  });

  it('quotes the higher chance after earlier wallets, and advises another device', async () => {
    const { text } = await show('backed-up-proven-later');
    assert.include(text, 'Checked on 24 November 2026');
    assert.include(text, '2 earlier checks in a row with this device never finished.');
    assert.include(
      text,
      'If you didn’t cancel those checks yourself, a dishonest device had up to a 3-in-8 chance of passing.',
    );
    assert.notInclude(text, '1-in-8');
    assert.include(text, 'create a wallet on another device');
    const { proven } = proof;
    assert.include(
      proven({ opened: 3, range: 8, unfinishedBefore: [8] }),
      'One earlier check with this device',
    );
    assert.include(proven({ opened: 3, range: 64, unfinishedBefore: [8, 8] }), 'up to a 17-in-64 chance');
  });

  it('says that it proves nothing once a cheat must have got through by then', async () => {
    const { app, text } = await show('backed-up-proves-nothing');
    assert.include(text, 'Checked on 24 November 2026, but not reliable');
    assert.include(text, '7 earlier ones in a row with this device never finished');
    assert.include(text, 'The randomness check isn’t reliable');
    assert.include(text, 'If you didn’t stop them, don’t fund this wallet. Create one on another device.');
    assert.notInclude(text, 'chance');
    const notes = deepElements(app.shadowRoot ?? app).filter((each) => each.matches('.note.attention'));
    assert.include(notes.map(({ textContent }) => textContent).join(), 'isn’t reliable');
    assert.notInclude(text, 'neither knew');
  });
});

describe('an alarm', () => {
  afterEach(unmountAll);

  it('an alarm says at once what happened and what to do, and offers no way on', async () => {
    for (const name of ['alarm', 'alarm-check', 'alarm-swapped', 'alarm-key', 'alarm-unsigned']) {
      const { app } = await show(name);
      assert.equal(headingOf(app).textContent, 'Do not use this device');
      assert.deepEqual(buttonsIn(app), ['Choose another device', help]);
      assert.equal(announcementFor(screen(name))?.urgency, 'alert');
      unmountAll();
    }
  });

  it('has a sentence of its own for each reason', () => {
    const said = [
      ...entropyFailures,
      'key-changed',
      'check-lost',
      'attestation-lost',
      'attestation',
    ] as const;
    const sentences = new Set(said.map((reason) => proof.alarmText(reason).body[0]));
    assert.equal(sentences.size, said.length);
    assert.include(proof.alarmText('wrong-wallet-id').body[1] ?? '', 'Nothing’s on it yet');
    assert.include(proof.alarmText('other-wallet-after-backup').body[1] ?? '', 'move it to a wallet');
  });

  it('about another wallet can be answered by the person who reset the device', async () => {
    const { app, ceremony } = await show('alarm-other-wallet');
    assert.deepEqual(buttonsIn(app), [
      'Choose another device',
      'I reset this device. Forget its old wallet',
      help,
    ]);
    buttonNamed(app, 'I reset this device').click();
    assert.deepEqual(ceremony.requests, [{ kind: 'forget-wallet' }]);
  });

  it('about a simulator still says that it is one (H10)', async () => {
    assert.include((await show('alarm-check')).text, 'Simulator · not for real money');
    assert.notInclude((await show('alarm-swapped')).text, 'Simulator · not for real money');
  });
});

describe('a device that no maker vouches for', () => {
  afterEach(unmountAll);

  for (const [name, title, claims, accept] of [
    ['unverified', 'Unknown maker', ['“Acme”', '“Vault One”'], 'I know this device: continue'],
    [
      'unverified-self-built',
      'Self-built device',
      ['“Ada”', '“Bench build”'],
      'I know who built it: continue',
    ],
    ['unverified-unproven', 'This device can’t prove what it is', [], 'I know this device: continue'],
  ] as const) {
    it(`is introduced, and used when the person says so: ${title}`, async () => {
      const { app, ceremony, text } = await show(name);
      assert.equal(headingOf(app).textContent.trim(), title);
      for (const claim of claims) assert.include(text, claim);
      assert.equal(text.includes('so it says'), claims.length > 0);
      assert.notInclude(text, 'Do not use');
      assert.deepEqual(buttonsIn(app), ['Choose another device', accept, help]);
      buttonNamed(app, accept).click();
      assert.deepEqual(ceremony.requests, [{ kind: 'accept-unverified' }]);
      await assertAccessible(app);
    });
  }

  it('is named as it calls itself, in quotation marks; a maker’s by its maker', async () => {
    assert.include((await show('unverified-self-built')).text, '“Bench build”');
    assert.include((await show('unverified-self-built')).text, 'Self-built');
    assert.include((await show('unverified-unproven')).text, 'Can’t prove what it is');
    assert.include((await show('length')).text, 'Acme Vault One');
    assert.include((await show('length')).text, 'Genuine Acme device');
    assert.include((await show('length-added-root')).text, 'Acme (added to this build)');
  });

  it('says what is known of a link for simulators (H10)', async () => {
    const { text } = await show('backed-up-by-link');
    assert.include(text, 'Simulator connection · not for real money');
    assert.include(text, 'connected the way simulators are');
    assert.notInclude(text, 'This wallet is in a simulator');
  });
});

describe('hb-check-options', () => {
  afterEach(unmountAll);

  async function opened(options?: HbCheckOptions['options']): Promise<HbCheckOptions> {
    const element = await mount<HbCheckOptions>(
      html`<hb-check-options .options=${options}></hb-check-options>`,
    );
    const details = element.shadowRoot?.querySelector('details');
    assert.isFalse(details?.open, 'closed until somebody asks');
    element.shadowRoot?.querySelector('summary')?.click();
    assert.isTrue(details?.open);
    return element;
  }

  function radio(element: HbCheckOptions, name: string): HTMLInputElement {
    const label = deepElements(element.shadowRoot ?? element).find(
      (each): each is HTMLLabelElement =>
        each instanceof HTMLLabelElement && each.querySelector('strong')?.textContent === name,
    );
    assert.isDefined(label, `a choice named ${name}`);
    return label?.querySelector('input') ?? document.createElement('input');
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      it(`is accessible when it is open, ${colorScheme}, ${width} pixels`, async () => {
        await emulateMedia({ colorScheme });
        await setViewport({ width, height: 800 });
        await assertAccessible(await opened({ range: 16, dice: true }));
        assert.isAtMost(document.documentElement.scrollWidth, width);
      });
    }
  }

  it('begins as usual, and asks for what is chosen', async () => {
    const element = await opened();
    assert.isTrue(radio(element, '1 to 8').checked);
    assert.isTrue(radio(element, 'No dice').checked);
    const requests: unknown[] = [];
    element.addEventListener('ceremony-request', ({ request }) => requests.push(request));
    radio(element, '1 to 64').click();
    radio(element, 'Dice on the device').click();
    assert.deepEqual(requests, [
      { kind: 'set-options', options: { range: 64, dice: false } },
      { kind: 'set-options', options: { range: 8, dice: true } },
    ]);
    assert.notInclude(deepText(element), 'Your rolls are mixed');
    element.options = { range: 64, dice: true };
    await element.updateComplete;
    assert.include(deepText(element), 'Your rolls are mixed');
    assert.include(deepText(element), 'a cheat is missed 1 time in 64');
  });

  it('is offered for a new wallet on a device that can be checked, and nowhere else', async () => {
    const shown = async (name: string): Promise<boolean> => {
      const { app } = await show(name);
      const found = deepElements(app.shadowRoot ?? app).some(
        ({ localName }) => localName === 'hb-check-options',
      );
      unmountAll();
      return found;
    };
    assert.isTrue(await shown('length-checkable'));
    assert.isFalse(await shown('length'));
    assert.isFalse(await shown('length-restore'));
  });
});
