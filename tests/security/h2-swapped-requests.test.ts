/**
 * H2 against a host that knows the rhythm of a person's taps, and takes one request back to put another one in its place:
 * no press means what it was not made for, and what was taken back is said.
 */
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeAttestRequest } from '../../src/protocol/commands/attest.ts';
import { encodeAppNameRequest } from '../../src/protocol/commands/app-name.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import { encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../src/protocol/commands/name.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
} from '../../src/protocol/entropy/entropy.ts';
import type { CeremonyRequest } from '../../src/protocol/ceremonies.ts';
import type { Button } from '../../firmware-sim/core/board.ts';
import { hostPart } from '../fixtures/devices/entropy-host.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';
import {
  backedUpImage,
  lifePin,
  lifeScripts,
  readyFor,
  switchedOn,
} from '../fixtures/drivers/life-scripts.ts';
import {
  agree,
  agreeToName,
  agreeToNewWallet,
  enterPin,
  leaveStopped,
  reveal,
} from '../kit/drivers/person.ts';

const prepared = backedUpImage();

function unlocked(): TestDevice {
  const device = switchedOn(prepared.image);
  device.person(enterPin(lifePin));
  return device;
}

const word = (response: Uint8Array): string => toHex(response.slice(-2));
const ask = (device: TestDevice, request: CeremonyRequest): string =>
  word(device.exchange(encodeCeremonyRequest(request)));
const cancel = (device: TestDevice): string => word(device.exchange(encodeCancelRequest()));

/** A tap as it comes, whatever is on the glass. */
function tapBlindly(device: TestDevice, ...buttons: readonly Button[]): void {
  buttons.forEach((button) => device.press(button));
  buttons.forEach((button) => device.release(button));
}

const secondMs = 1000;
const desk = { kind: 'rename', name: 'Desk' } as const;

describe('a screen that a host brought up', () => {
  it.each(lifeScripts)('takes no press for a second, and then one: $name', (script) => {
    const device = readyFor(script, prepared);
    device.start(script.request);
    for (let passed = 0; passed < secondMs; passed += 50) {
      for (const buttons of [['left'], ['right'], ['left', 'right']] as const) tapBlindly(device, ...buttons);
      expect(device.status().stage).toBe('consent');
      // No button is named before it works, and a bar shows how long that takes.
      expect(device.lines().some((line) => /[◀▶]|●●/.test(line))).toBe(false);
      device.tick(50);
    }
    expect(device.lines()).toContain('Yes ▶');
    const [question] = device.lines();
    tapBlindly(device, 'right');
    // Another language is asked for twice, in both.
    expect([device.status().stage, device.lines()[0]]).not.toEqual(['consent', question]);
  });

  it.each(['left', 'right'] as const)('waits until the %s button is up', (button) => {
    const device = unlocked();
    device.press(button);
    device.start({ kind: 'reveal' });
    device.tick(5 * secondMs);
    device.press(button === 'left' ? 'right' : 'left');
    device.release(button);
    expect(device.status().stage).toBe('consent');
    device.release(button === 'left' ? 'right' : 'left');
    expect(device.status().stage).toBe('consent');
    tapBlindly(device, 'right');
    expect(device.status().stage).toBe('enter-pin');
  });

  it('is not answered by a press that began while it was deaf', () => {
    const device = unlocked();
    device.start({ kind: 'reveal' });
    device.tick(secondMs - 50);
    device.press('right');
    device.tick(100);
    device.release('right');
    expect(device.status().stage).toBe('consent');
  });

  it('is not let out of its second by a clock that jumps', () => {
    const device = unlocked();
    device.start({ kind: 'reveal' });
    device.stall(600_000);
    tapBlindly(device, 'right');
    expect(device.status().stage).toBe('consent');
  });

  it('is the PIN after a host has kept a candidate, and what stopped a ceremony, too', () => {
    const device = createTestDevice();
    device.start({ kind: 'create', wordCount: 12, entropyCheck: true });
    device.person(agreeToNewWallet());
    device.exchange(encodeCommitRequest());
    const walletId = device.exchange(encodeEntropyRequest(hostPart(1))).slice(0, 16);
    expect(word(device.exchange(encodeKeepRequest(walletId)))).toBe('9000');
    const shown = toHex(device.pixels());
    tapBlindly(device, 'left', 'right');
    expect([device.status().stage, toHex(device.pixels()) === shown]).toEqual(['choose-pin', true]);
    expect(cancel(device)).toBe('9000');
    tapBlindly(device, 'right');
    expect(device.status().stage).toBe('stopped');
  });
});

describe('a request on the glass', () => {
  it('is taken back, and not replaced: the next tap of a rhythm means nothing', () => {
    const device = unlocked();
    device.start({ kind: 'reveal' });
    device.person(agree('Show words?'));
    device.person(enterPin(lifePin));
    device.person(reveal());
    for (let words = 0; words < 4; words += 1) tapBlindly(device, 'right');
    expect(cancel(device)).toBe('9000');
    expect(ask(device, desk)).toBe('6601');
    tapBlindly(device, 'right');
    expect(device.lines()).toEqual(['Stopped', 'The computer stopped this.']);
    expect(word(device.exchange(encodeNameRequest()))).toBe('9000');
    expect(device.exchange(encodeNameRequest())).toHaveLength(2);
  });

  it.each(lifeScripts)('is said to be stopped, and left by the person: $name', (script) => {
    const device = readyFor(script, prepared);
    device.start(script.request);
    expect(cancel(device)).toBe('9000');
    expect(device.status()).toMatchObject({
      stage: 'stopped',
      outcome: 'cancelled',
      activity: script.request.kind,
    });
    for (const { request } of lifeScripts) expect(ask(device, request)).toBe('6601');
    expect(cancel(device)).toBe('6986');
    device.tick(600_000);
    expect(device.status().stage).toBe('stopped');
    device.person(leaveStopped());
    expect(device.status()).toMatchObject({ stage: 'idle', activity: 'none', wallet: script.before });
  });

  it('after three that nobody answered, none is taken for half a minute', () => {
    const device = unlocked();
    for (let requests = 1; requests <= 3; requests += 1) {
      expect(ask(device, { kind: 'check' })).toBe('9000');
      expect(cancel(device)).toBe('9000');
      device.person(leaveStopped());
    }
    device.tick(29_900);
    expect([ask(device, { kind: 'check' }), ask(device, desk)]).toEqual(['6601', '6601']);
    expect(device.status()).toMatchObject({ stage: 'idle', ceremony: 3 });
    device.tick(100);
    expect(ask(device, { kind: 'check' })).toBe('9000');
  });

  it.each(['left', 'right'] as const)('an answer begins that count again: %s', (answer) => {
    const device = unlocked();
    for (let requests = 1; requests <= 9; requests += 1) {
      expect(ask(device, { kind: 'check' })).toBe('9000');
      if (requests % 3 === 0) {
        device.tick(secondMs);
        tapBlindly(device, answer);
        if (answer === 'left') continue;
      }
      expect(cancel(device)).toBe('9000');
      device.person(leaveStopped());
    }
    expect(ask(device, { kind: 'check' })).toBe('9000');
  });

  it('is repeated once it was agreed to', () => {
    const device = createTestDevice();
    device.start({ kind: 'create', wordCount: 12 });
    device.person(agreeToNewWallet());
    expect(device.lines()).toContain('12 words, no dice, no check');
    cancel(device);
    device.person(leaveStopped());
    device.start({ kind: 'create', wordCount: 24, dice: true });
    device.person(agreeToNewWallet());
    expect(device.lines().join(' ')).toContain('for 24 words');
    const other = unlocked();
    other.start({ kind: 'check' });
    other.person(agree('Check backup?'));
    expect(other.lines()).toContain('To check words');
  });
});

describe('a name', () => {
  it('is for the owner of the wallet to give: nothing is named without the PIN', () => {
    const device = unlocked();
    device.start(desk);
    device.person(agree('Rename?'));
    expect(device.status().stage).toBe('enter-pin');
    expect(device.exchange(encodeNameRequest())).toHaveLength(2);
    device.person(enterPin(lifePin));
    expect(toHex(device.exchange(encodeNameRequest()))).toBe('4465736b9000');
  });

  it('is a label in quotation marks, and never the title', () => {
    const device = unlocked();
    device.start(desk);
    expect(device.lines().join(' ')).toContain('"Desk"');
    device.person(agreeToName(lifePin));
    expect(device.lines()[0]).toBe('Backed up');
    expect(device.lines().at(-1)).toBe('Name: "Desk"');
  });

  it.each([
    'Enter seed on',
    'Type words',
    'S33D',
    'Send key',
    'See-d',
    'PIN',
    'Official',
    'Restore',
    'a b c',
  ])('that reads like an instruction is not even asked about: %s', (name) => {
    const device = createTestDevice();
    const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
    const response = device.exchange(Uint8Array.of(0xc8, 0x25, 0, 0, bytes.length, ...bytes));
    expect(['6a80', '6700']).toContain(toHex(response));
    expect(device.status().activity).toBe('none');
  });
});

describe('two hosts on one device', () => {
  const [mine, other] = [1, 2];
  const by = (device: TestDevice, link: number, command: Uint8Array): string =>
    toHex(device.firmware.exchange(command, link));

  function checkOf(link: number): TestDevice {
    const device = createTestDevice();
    const create = encodeCeremonyRequest({ kind: 'create', wordCount: 12, entropyCheck: true });
    expect(by(device, link, create)).toBe('9000');
    device.person(agreeToNewWallet());
    return device;
  }

  it('a ceremony belongs to the link that began it', () => {
    const device = checkOf(mine);
    const refused = [
      encodeCommitRequest(),
      encodeEntropyRequest(hostPart(1)),
      encodeOpenRequest(new Uint8Array(16)),
      encodeKeepRequest(new Uint8Array(16)),
      encodeAttestRequest(hostPart(1)),
      encodeNameRequest(),
      encodeWalletRequest(),
      encodeCeremonyRequest(desk),
    ];
    for (const command of refused) expect(by(device, other, command)).toBe('6601');
    for (const command of [encodeAppNameRequest(), encodeInfoRequest(), encodeStatusRequest()])
      expect(by(device, other, command)).toMatch(/9000$/);
    expect(by(device, mine, encodeCommitRequest())).toMatch(/9000$/);
  });

  it('the other one can have it stopped, which is said', () => {
    const device = checkOf(mine);
    expect(by(device, other, encodeCancelRequest())).toBe('9000');
    expect(device.lines()[0]).toBe('Stopped');
    device.person(leaveStopped());
    expect(by(device, other, encodeCeremonyRequest({ kind: 'create', wordCount: 12 }))).toBe('9000');
  });

  it('a link that is gone leaves it to the next link that takes a step', () => {
    const device = checkOf(mine);
    by(device, mine, encodeCommitRequest());
    device.firmware.unlink(other);
    expect(by(device, other, encodeEntropyRequest(hostPart(1)))).toBe('6601');
    device.firmware.unlink(mine);
    expect(by(device, other, encodeEntropyRequest(hostPart(1)))).toMatch(/9000$/);
    expect(by(device, 3, encodeCommitRequest())).toBe('6601');
  });

  it('on one link, "keep" keeps the candidate that it names and no other', () => {
    const device = checkOf(mine);
    by(device, mine, encodeCommitRequest());
    const pinned = device.firmware.exchange(encodeEntropyRequest(hostPart(1)), mine).slice(0, 16);
    // Another program behind the same link goes on to a candidate of its own.
    expect(by(device, mine, encodeOpenRequest(pinned))).toMatch(/9000$/);
    by(device, mine, encodeCommitRequest());
    by(device, mine, encodeEntropyRequest(hostPart(2)));
    expect(by(device, mine, encodeKeepRequest(pinned))).toBe('6a80');
    expect(device.status().stage).toBe('entropy');
  });
});
