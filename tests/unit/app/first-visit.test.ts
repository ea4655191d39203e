import { expect, it } from 'vitest';
import { installOffer } from '../../../src/app/start/install-offer.ts';
import { atFirstTouch } from '../../../src/app/start/first-touch.ts';
import { askBeforeLeaving } from '../../../src/app/start/leaving.ts';

it('the app can be installed once the browser says so, until it was asked to', () => {
  const browser = new EventTarget();
  const offer = installOffer(browser as unknown as Window);
  let told = 0;
  const stop = offer.subscribe(() => (told += 1));
  offer.ask();
  expect(offer.offered).toBe(false);
  told = 0;
  let prompts = 0;
  const can = (): Event =>
    Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        prompts += 1;
        return Promise.reject(new Error('dismissed'));
      },
    });
  const event = can();
  browser.dispatchEvent(event);
  expect([offer.offered, event.defaultPrevented, told]).toEqual([true, true, 1]);
  offer.ask();
  offer.ask();
  expect([offer.offered, prompts]).toEqual([false, 1]);
  browser.dispatchEvent(can());
  browser.dispatchEvent(new Event('appinstalled'));
  expect(offer.offered).toBe(false);
  browser.dispatchEvent(new Event('beforeinstallprompt'));
  expect(offer.offered).toBe(false);
  stop();
  told = 0;
  browser.dispatchEvent(can());
  expect(told).toBe(0);
});

it('the browser asks before the page is left only while something would be lost', () => {
  const browser = new EventTarget();
  const mayLose = askBeforeLeaving(browser as unknown as Window);
  const asks = (): boolean => {
    const event = new Event('beforeunload', { cancelable: true });
    browser.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const seen = [asks()];
  for (const loses of [true, true, false, false, true]) {
    mayLose(loses);
    seen.push(asks());
  }
  expect(seen).toEqual([false, true, true, false, false, true]);
});

it('what a device needs is loaded at the first sign of a person, once', () => {
  for (const sign of ['pointermove', 'touchstart', 'keydown']) {
    const browser = new EventTarget();
    let loads = 0;
    atFirstTouch(browser as unknown as Window, () => (loads += 1));
    expect(loads).toBe(0);
    for (const event of [sign, 'pointerdown', sign]) browser.dispatchEvent(new Event(event));
    expect([sign, loads]).toEqual([sign, 1]);
  }
});
