import { announcementDelayMs, announce } from '../../src/app/announcer.ts';
import { announcementFor } from '../../src/app/announcements.ts';
import type { AppState } from '../../src/app/pages/pages.ts';
import { createManualTimer } from '../fixtures/fakes/manual-timer.ts';
import { fakeCeremony } from '../fixtures/fakes/fake-ceremony.ts';
import { following, onDevice, screens, sessionWith, statusAt } from '../fixtures/screens/screens.ts';
import { assert } from '../fixtures/screens/mount.ts';

function wordsAt(position: number): AppState {
  return onDevice({
    kind: 'connected',
    session: sessionWith(following, { status: statusAt('words', position) }),
  });
}

function screen(name: string): AppState {
  const state = screens[name];
  if (state === undefined) throw new Error(`no screen is named ${name}`);
  return state;
}

function setUp(initial: AppState) {
  const timer = createManualTimer();
  const polite = document.createElement('div');
  const alert = document.createElement('div');
  const ceremony = fakeCeremony(initial);
  const stop = announce(ceremony, { polite, alert, after: timer.startTimer });
  return { timer, polite, alert, ceremony, stop };
}

describe('announce', () => {
  it('says the position of a word, and never a word', () => {
    const { timer, polite, ceremony } = setUp(screen('welcome'));
    ceremony.show(wordsAt(5));
    timer.advance(announcementDelayMs);
    assert.equal(polite.textContent, 'Word 5 of 24 is on your device.');
  });

  it('announces only the word where a user stops paging', () => {
    const { timer, polite, ceremony } = setUp(screen('welcome'));
    for (const position of [1, 2, 3]) {
      ceremony.show(wordsAt(position));
      timer.advance(announcementDelayMs - 1);
      assert.equal(polite.textContent, '');
    }
    timer.advance(1);
    assert.equal(polite.textContent, 'Word 3 of 24 is on your device.');
  });

  it('says first what became of the ceremony before, then where the device is', () => {
    const said = (name: string): string => announcementFor(screen(name))?.text ?? '';
    assert.match(
      said('cut-short-reveal'),
      /^Your device was switched off and your words are hidden.*Enter your PIN/,
    );
    assert.match(said('cut-short-create'), /^Your device was switched off before its PIN was set/);
    assert.match(said('on-device-after'), /^Cancelled\..*Not backed up/);
  });

  it('does not repeat what has not changed', () => {
    const { timer, polite, ceremony } = setUp(screen('welcome'));
    ceremony.show(wordsAt(5));
    timer.advance(announcementDelayMs);
    polite.textContent = '';
    ceremony.show(wordsAt(5));
    timer.advance(announcementDelayMs);
    assert.equal(polite.textContent, '');
  });

  it('tells trouble at once, and takes it back when it is over', () => {
    const { timer, polite, alert, ceremony } = setUp(wordsAt(4));
    ceremony.show(screen('lost-blip'));
    timer.advance(announcementDelayMs);
    assert.equal(alert.textContent, '');
    ceremony.show(screen('lost'));
    assert.match(alert.textContent, /^(Your device isn’t connected|The simulator has stopped)\. /);
    ceremony.show(wordsAt(5));
    assert.equal(alert.textContent, '');
    timer.advance(announcementDelayMs);
    assert.equal(polite.textContent, 'Word 5 of 24 is on your device.');
  });

  it('ends with what it has not said yet', () => {
    const { timer, polite, ceremony, stop } = setUp(screen('welcome'));
    ceremony.show(wordsAt(5));
    stop();
    timer.advance(announcementDelayMs);
    assert.equal(polite.textContent, '');
    assert.equal(ceremony.listeners, 0);
  });
});

describe('announcementFor', () => {
  it('alerts only for trouble', () => {
    const alerts = Object.keys(screens).filter((name) => announcementFor(screen(name))?.urgency === 'alert');
    assert.deepEqual(alerts, [
      'refused',
      'refused-frame',
      'alarm',
      'ended-wiped',
      'ended-fault',
      'wallet-changed',
      'wallet-gone',
      'wallet-replaced',
      'ended-change-pin-wiped',
      'alarm-check',
      'alarm-swapped',
      'alarm-other-wallet',
      'alarm-key',
      'alarm-unsigned',
      'alarm-number',
      'alarm-other-key',
      'lost',
      'lost-long',
    ]);
  });

  it('has whole sentences', () => {
    for (const name of Object.keys(screens)) {
      const text = announcementFor(screen(name))?.text;
      if (text !== undefined) assert.match(text, /^[A-Z].*[.?!…]$/, name);
    }
  });
});
