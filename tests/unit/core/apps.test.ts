/** What a device with apps does around them: opening, questions and their late answers, consent, withdrawing, locking. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askingIn } from '../../../firmware-sim/apps/asking.ts';
import { lockMs } from '../../../firmware-sim/core/firmware.ts';
import { openKeys } from '../../../firmware-sim/core/vault/signing/open-keys.ts';
import { fromHex, toHex } from '../../../src/protocol/bytes.ts';
import { answerApp, attend, compareAddress, readAndSign } from '../../kit/drivers/signing-person.ts';
import { createWallet, enterPin, expectScreen, tap } from '../../kit/drivers/person.ts';
import { createFakeApp, fakeDigest } from '../../fixtures/fakes/fake-app.ts';
import { createTestDevice, createTestStorage, type TestDevice } from '../../fixtures/devices/test-device.ts';

const pin = '40286619';
const declined = '6985';
const busy = '6601';
const openEthereum = `e0d8000008${toHex(Uint8Array.from('Ethereum', (letter) => letter.charCodeAt(0)))}`;
const app = createFakeApp();
const storage = createTestStorage();

function deviceOf(stored = storage, language = 'en'): TestDevice {
  return createTestDevice({
    storage: { ...createTestStorage(), bytes: stored.bytes.slice() },
    apps: { apps: [app], text: () => askingIn(language) },
  });
}

function say(device: TestDevice, command: string, link = 0): string {
  const answer = device.ask(fromHex(command), link);
  return answer === 'waits' ? answer : toHex(answer);
}

const lateOf = ({ late }: TestDevice): string[] => late.map(toHex);

function unlocked(): TestDevice {
  const device = deviceOf();
  device.person(enterPin(pin));
  return device;
}

function inApp(): TestDevice {
  const device = unlocked();
  expect(say(device, openEthereum)).toBe('9000');
  return device;
}

beforeAll(() => {
  const device = createTestDevice({ storage, apps: { apps: [app], text: askingIn } });
  device.startCreate(12);
  device.person(createWallet(12, pin));
});

describe('an app', () => {
  it('is opened from the home screen, and closed there', () => {
    const device = unlocked();
    expect(device.lines().at(-1)).toBe('Apps ▶');
    device.person(tap('right'));
    expect(device.lines()[0]).toBe('Ethereum');
    device.person(tap('right'));
    expect(device.lines()).toContain('◀ Close');
    expect(say(device, 'b001000000')).toBe('0108457468657265756d05312e322e3301009000');
    device.person(tap('left'));
    expect(device.lines()[0]).toBe('Backed up');
    expect(say(device, 'b001000000')).toContain(
      toHex(Uint8Array.from('Hostblind', (at) => at.charCodeAt(0))),
    );
  });

  it('is one of several: each screen leads to the next, and the last one home', () => {
    const bitcoin = { ...createFakeApp('Bitcoin'), classes: [0xe1, 0xf8] };
    const device = createTestDevice({
      storage: { ...createTestStorage(), bytes: storage.bytes.slice() },
      apps: { apps: [app, bitcoin], text: askingIn },
    });
    device.person(enterPin(pin));
    const seen = ['right', 'left', 'left', 'right', 'left', 'right'].map((button) => {
      device.person(tap(button === 'left' ? 'left' : 'right'));
      return [device.lines()[0], device.lines().find((line) => line.startsWith('◀'))];
    });
    expect(seen).toEqual([
      ['Ethereum', '◀ Next app'],
      ['Bitcoin', '◀ Back'],
      ['Backed up', undefined],
      ['Ethereum', '◀ Next app'],
      ['Bitcoin', '◀ Back'],
      ['Bitcoin', '◀ Close'],
    ]);
    for (const [command, answer] of [
      ['e107000000', '0102039000'],
      ['f807000000', '0102039000'],
      ['e007000000', '6e00'],
      ['e207000000', '6e00'],
      ['b0a7000000', '9000'],
      ['e107000000', '6e00'],
    ] as const)
      expect(say(device, command)).toBe(answer);
    device.tick(lockMs + 100);
    expect(['e107000000', 'f807000000', 'e007000000', 'e207000000'].map((each) => say(device, each))).toEqual(
      ['5515', '5515', '5515', '6e00'],
    );
  });

  it('a program opens and closes it, on screens that take no press at first', () => {
    const device = inApp();
    expect(device.lines()).not.toContain('◀ Close');
    device.person(tap('left'));
    expect(device.lines()[0]).toBe('Ethereum');
    device.tick(1000);
    expect(device.lines()).toContain('◀ Close');
    expect(say(device, 'b0a7000000')).toBe('9000');
    expect(device.lines()[0]).toBe('Backed up');
    expect(device.lines()).not.toContain('Apps ▶');
    device.tick(1000);
    expect(device.lines()).toContain('Apps ▶');
  });

  it('is opened by the names that there are', () => {
    expect(say(unlocked(), 'e0d800000442544331')).toBe('6807');
  });

  it('is opened on no device that is locked, or without a wallet', () => {
    expect(say(deviceOf(), openEthereum)).toBe('5515');
    expect(say(deviceOf(createTestStorage()), openEthereum)).toBe(declined);
  });

  it('answers at once what no person has to decide', () => {
    const device = inApp();
    expect(say(device, 'e007000000')).toBe('0102039000');
    expect(say(device, 'e0ff000000')).toBe('6d00');
    expect(device.late).toEqual([]);
  });

  it('has no class by a link that can’t wait, and none at home', () => {
    const device = inApp();
    expect(toHex(device.exchange(fromHex('e007000000')))).toBe('6e00');
    expect(say(unlocked(), 'e007000000')).toBe('6e00');
  });

  it('is closed by a ceremony', () => {
    const device = inApp();
    device.start({ kind: 'language', tag: 'de' });
    device.person(answerApp('no'));
    expect(device.lines()[0]).toBe('Backed up');
  });
});

describe('a silent key', () => {
  it('is given once a person has allowed it, and then without a question', () => {
    const device = inApp();
    expect(say(device, 'e002000000')).toBe('waits');
    expect(device.status()).toMatchObject({ activity: 'app', stage: 'consent' });
    expect(device.late).toEqual([]);
    expect(device.person(answerApp('yes'))[0]).toBe('All addresses?');
    const [key = ''] = lateOf(device);
    expect(key).toMatch(/^04[0-9a-f]{128}9000$/);
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'completed' });
    expect(say(device, 'e002000000')).toBe('waits');
    expect(lateOf(device)).toEqual([key, key]);
  });

  it('and one with a chain code are the same question, which says what both tell', () => {
    for (const [first, second] of [
      ['e002000000', 'e003000000'],
      ['e003000000', 'e002000000'],
    ] as const) {
      const device = inApp();
      say(device, first);
      const text = device.person(answerApp('yes')).join(' ');
      expect(text).toContain('all Ethereum addresses');
      expect(text).toContain('later ones too');
      say(device, second);
      expect(device.late).toHaveLength(2);
    }
  });

  it('is refused by a no, and asked for again', () => {
    const device = inApp();
    say(device, 'e002000000');
    const resets = app.resets();
    device.person(answerApp('no'));
    expect(lateOf(device)).toEqual([declined]);
    expect(app.resets()).toBe(resets + 1);
    say(device, 'e002000000');
    expect(device.late).toHaveLength(1);
  });

  it('is asked for again after the app was left', () => {
    const device = inApp();
    say(device, 'e002000000');
    device.person(answerApp('yes'));
    say(device, 'b0a7000000');
    say(device, openEthereum);
    say(device, 'e002000000');
    expect(device.late).toHaveLength(1);
  });

  it('is refused after all where it isn’t what was asked for, with a reason', () => {
    const device = inApp();
    say(device, 'e009000000');
    device.person(answerApp('yes'));
    expect(device.person(attend())[0]).toBe('Another wallet');
    device.person(tap('right'));
    expect(lateOf(device)).toEqual([declined]);
    say(device, 'e009000000');
    expect(device.person(attend())[0]).toBe('Another wallet');
  });

  it('is no other app’s', () => {
    const device = inApp();
    expect(say(device, 'e008000000')).toBe('waits');
    expect(lateOf(device)).toEqual([declined]);
  });
});

describe('an address', () => {
  it('is compared on the glass, and given after a yes', () => {
    const device = inApp();
    expect(say(device, 'e004000000')).toBe('waits');
    const screens = device.person(compareAddress());
    expect(screens.flat()).toContain('0x 2c75 36E3 605D');
    expect(lateOf(device)[0]).toMatch(/^04/);
  });

  it('of another wallet is never shown: a reason is', () => {
    const device = inApp();
    say(device, 'e00a000000');
    expect(device.person(attend())).toEqual(['Another wallet', "It isn't yours.", 'OK ▶']);
    device.person(tap('right'));
    expect(lateOf(device)).toEqual([declined]);
  });

  it('that is something else is called so', () => {
    const device = inApp();
    say(device, 'e00b000000');
    const screens = device.person(compareAddress());
    expect(screens[0]).toEqual(['Account key', 'Compare the key.', '◀ No', 'Show ▶']);
    expect(screens.at(-1)).toEqual(['The same key?', 'Here and there.', '◀ No', 'Yes ▶']);
    expect(lateOf(device)[0]).toMatch(/^04/);
  });

  it('is refused after a no', () => {
    const device = inApp();
    say(device, 'e004000000');
    device.person(compareAddress('no'));
    expect(lateOf(device)).toEqual([declined]);
  });
});

describe('a signature', () => {
  it('comes after all was read and the button was held, and fits', () => {
    const device = inApp();
    say(device, 'e002000000');
    device.person(answerApp('yes'));
    expect(say(device, 'e005000000')).toBe('waits');
    const screens = device.person(readAndSign());
    expect(screens[0]?.[0]).toBe('Sign message?');
    expect(screens.at(-1)?.[0]).toBe('Sign it?');
    const [key = '', signature = ''] = lateOf(device);
    const compact = fromHex(signature.slice(2, -4));
    expect(
      secp256k1.verify(compact, fakeDigest, fromHex(key.slice(0, -4)), { prehash: false, lowS: true }),
    ).toBe(true);
  });

  it('has every character of what is signed on its screens', () => {
    const device = inApp();
    say(device, 'e005000000');
    const shown = device.person(readAndSign()).flatMap((lines) => lines.slice(1));
    const rows = shown.filter((row) => !/^◀|▶$/.test(row)).join('');
    expect(rows).toContain('a line that is long enough for more than one row. '.repeat(5));
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('is none when a person stops at screen %i', (count) => {
    const device = inApp();
    say(device, 'e005000000');
    device.person(attend());
    for (let at = 0; at < count; at += 1) device.person(tap('right'));
    expect(device.late).toEqual([]);
    for (let at = 0; at <= count; at += 1) if (device.late.length === 0) device.person(tap('left'));
    expect(lateOf(device)).toEqual([declined]);
    expect(device.lines()[0]).toBe('Ethereum');
  });

  it('is none when what is asked for can’t be shown', () => {
    const device = inApp();
    say(device, 'e006000000');
    expect(device.person(attend())[0]).toBe('Not signed');
    expect(device.late).toEqual([]);
    device.person(tap('right'));
    expect(lateOf(device)).toEqual([declined]);
  });

  it('is none after a power cut at any screen', () => {
    for (let count = 0; count < 7; count += 1) {
      const device = inApp();
      say(device, 'e005000000');
      device.person(attend());
      for (let at = 0; at < count; at += 1) device.person(tap('right'));
      device.replug();
      expect(device.late).toEqual([]);
    }
  });
});

describe('several signatures of one thing', () => {
  /** In the app, with what its keys are asked for. */
  function watched(sign?: () => never): { readonly device: TestDevice; readonly calls: string[] } {
    const calls: string[] = [];
    const device = createTestDevice({
      storage: { ...createTestStorage(), bytes: storage.bytes.slice() },
      apps: { apps: [app], text: askingIn },
      openKeys(...parts) {
        const ring = openKeys(...parts);
        return {
          ...ring,
          sign(path, digest) {
            calls.push('ecdsa');
            return ring.sign(path, digest);
          },
          signTaproot(path, digest) {
            calls.push('taproot');
            return sign?.() ?? ring.signTaproot(path, digest);
          },
        };
      },
    });
    device.person(enterPin(pin));
    expect(say(device, openEthereum)).toBe('9000');
    return { device, calls };
  }

  it('are made after all was read and the button held, and come in one answer', () => {
    const { device, calls } = watched();
    expect(say(device, 'e00c000000')).toBe('waits');
    const screens = device.person(readAndSign());
    expect([screens[0]?.[0], screens.at(-1)?.[0]]).toEqual(['Transaction', 'Sign it?']);
    expect(calls).toEqual(['ecdsa', 'taproot']);
    const [answer = ''] = lateOf(device);
    expect(answer).toMatch(/^[0-9a-f]{256}e000$/);
    const again = watched();
    say(again.device, 'e005000000');
    again.device.person(readAndSign());
    expect(lateOf(again.device)[0]?.slice(2, -4)).toBe(answer.slice(0, 128));
  });

  it('are none after a no or a power cut, at whichever screen', () => {
    const count = (): number => {
      const { device } = watched();
      say(device, 'e00c000000');
      return device.person(readAndSign('no')).length;
    };
    const screens = count();
    expect(screens).toBeGreaterThan(4);
    for (let screen = 0; screen < screens; screen += 1)
      for (const end of ['no', 'cut']) {
        const { device, calls } = watched();
        const resets = app.resets();
        say(device, 'e00c000000');
        device.person(attend());
        for (let at = 0; at < screen; at += 1) device.person(tap('right'));
        if (end === 'cut') device.firmware.powerOff();
        else for (let at = 0; at <= screen && device.late.length === 0; at += 1) device.person(tap('left'));
        expect([calls, lateOf(device)]).toEqual([[], end === 'cut' ? [] : [declined]]);
        if (end === 'no') expect(app.resets()).toBe(resets + 1);
      }
  });

  it('are none of another wallet’s, which is said before anything else', () => {
    const { device, calls } = watched();
    say(device, 'e00d000000');
    expect(device.person(attend())).toEqual(['Another wallet', "It isn't yours.", 'OK ▶']);
    device.person(tap('right'));
    expect([calls, lateOf(device)]).toEqual([[], [declined]]);
  });

  it.each(['e00e000000', 'e00f000000'])('are none where one key is another app’s: %s', (command) => {
    const { device, calls } = watched();
    say(device, command);
    expect([calls, lateOf(device)]).toEqual([[], [declined]]);
  });

  it('are none where one can’t be made', () => {
    const { device, calls } = watched(() => {
      throw new Error('no random numbers');
    });
    say(device, 'e00c000000');
    let wasThrown = false;
    try {
      device.person(readAndSign());
    } catch {
      wasThrown = true;
    }
    expect(calls).toEqual(['ecdsa', 'taproot']);
    expect([wasThrown, ...lateOf(device)].join()).not.toMatch(/[0-9a-f]{64}/);
  });
});

describe('while a question is on the glass', () => {
  let device: TestDevice;
  beforeEach(() => {
    device = inApp();
    say(device, 'e002000000', 1);
  });

  it('every other command is refused, by whatever link, but status and cancel', () => {
    for (const link of [1, 2])
      for (const command of [
        'e002000000',
        'e007000000',
        'b001000000',
        'b0a7000000',
        openEthereum,
        'c805000000',
      ])
        expect(say(device, command, link)).toBe(busy);
    expect(say(device, 'c802000000', 1)).toMatch(/9000$/);
    expect(device.lines()[0]).toBe('All addresses?');
    expect(device.late).toEqual([]);
  });

  it('a cancel withdraws it, and nothing comes before that was read', () => {
    expect(say(device, 'c803000000', 2)).toBe('9000');
    expect(lateOf(device)).toEqual([declined]);
    expect(device.lines()[0]).toBe('Stopped');
    expect(say(device, 'e002000000')).toBe(busy);
    device.tick(1100);
    device.person(tap('right'));
    expect(say(device, 'e002000000')).toBe('waits');
  });

  it('three withdrawals bring half a minute of quiet, silent keys in between or not', () => {
    device.person(answerApp('yes'));
    for (let round = 0; round < 3; round += 1) {
      expect(say(device, 'e005000000')).toBe('waits');
      expect(say(device, 'c803000000')).toBe('9000');
      device.tick(1100);
      device.person(tap('right'));
      expect(say(device, 'e002000000')).toBe(round < 2 ? 'waits' : busy);
    }
    device.tick(30_000);
    expect(say(device, 'e005000000')).toBe('waits');
  });

  it('it outlives its link', () => {
    device.firmware.unlink(1);
    expect(device.lines()[0]).toBe('All addresses?');
    device.person(answerApp('yes'));
    expect(device.late).toHaveLength(1);
  });

  it('no press counts that was made for another screen', () => {
    device.press('right');
    device.tick(1000);
    device.release('right');
    expect(device.late).toEqual([]);
  });
});

describe('a device that nobody touches', () => {
  it('locks itself after five minutes, and forgets its keys', () => {
    const device = inApp();
    device.tick(lockMs - 100);
    expect(device.status().locked).toBe(false);
    device.tick(200);
    expect(device.status()).toMatchObject({ locked: true, activity: 'unlock' });
    expect(say(device, 'e002000000')).toBe('5515');
    device.person(enterPin(pin));
    device.person(expectScreen('Backed up'));
    expect(say(device, 'e002000000')).toBe('6e00');
  });

  it('refuses the question that is on the glass when it locks', () => {
    const device = inApp();
    say(device, 'e005000000');
    device.tick(lockMs + 100);
    expect(lateOf(device)).toEqual([declined]);
    expect(device.status().locked).toBe(true);
  });

  it('locks when a ceremony ends that was left alone for so long', () => {
    const device = unlocked();
    device.start({ kind: 'language', tag: 'de' });
    device.tick(lockMs + 100);
    expect(device.status()).toMatchObject({ activity: 'language', locked: false });
    device.person(answerApp('no'));
    expect(device.status().locked).toBe(true);
  });

  it('doesn’t lock while it is touched', () => {
    const device = unlocked();
    for (let minutes = 0; minutes < 10; minutes += 1) {
      device.tick(60_000);
      device.person(tap('left'));
    }
    expect(device.status().locked).toBe(false);
  });
});
