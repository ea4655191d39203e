/** Stage `entropy` on the glass: nobody presses anything, unless to stop. */
import { describe, expect, it } from 'vitest';
import { encodeCancelRequest } from '../../../../../src/protocol/commands/cancel.ts';
import { encodeCommitRequest, encodeEntropyRequest } from '../../../../../src/protocol/entropy/entropy.ts';
import { keepLast, openLast } from '../../../../fixtures/devices/last-candidate.ts';
import { encodeStatusRequest } from '../../../../../src/protocol/commands/status.ts';
import { readU16 } from '../../../../../src/protocol/bytes.ts';
import { hostPart } from '../../../../fixtures/devices/entropy-host.ts';
import { agreeToNewWallet, choosePin, tap, leaveStopped } from '../../../../kit/drivers/person.ts';
import { createTestDevice, type TestDevice } from '../../../../fixtures/devices/test-device.ts';

const twoMinutes = 120_000;

function atTheCheck(): TestDevice {
  const device = createTestDevice();
  device.start({ kind: 'create', wordCount: 12, entropyCheck: true });
  device.person(agreeToNewWallet());
  return device;
}

const word = (device: TestDevice, command: Uint8Array): number => {
  const response = device.exchange(command);
  return readU16(response, response.length - 2);
};

describe('stage entropy', () => {
  it('is asked for on the glass before it begins, and says what it does', () => {
    const device = createTestDevice();
    device.start({ kind: 'create', wordCount: 24, entropyCheck: true });
    expect(device.lines().join(' ')).toBe('New wallet? 24 words. This computer adds and checks randomness.');
    device.person(agreeToNewWallet());
    expect(device.status()).toMatchObject({ stage: 'entropy', activity: 'create', position: 0, total: 0 });
    expect(device.lines()[0]).toBe('Randomness');
    expect(device.lines().at(-1)).toBe('◀ Stop');
  });

  it('comes after the dice, when there are both, and the glass says so at the start', () => {
    const device = createTestDevice();
    device.start({ kind: 'create', wordCount: 12, entropyCheck: true, dice: true });
    expect(device.lines().join(' ')).toContain('12 words. You roll dice, and this computer adds and checks');
    device.person(agreeToNewWallet());
    expect(device.status().stage).toBe('dice');
    expect(word(device, encodeCommitRequest())).toBe(0x6986);
  });

  it('is not asked for without the flags', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(agreeToNewWallet());
    expect(device.status().stage).toBe('choose-pin');
    expect(word(device, encodeCommitRequest())).toBe(0x6986);
  });

  it('is left by the left button alone: stopped, and nothing exists', () => {
    const device = atTheCheck();
    device.person(tap('right'));
    device.person(tap('both'));
    expect(device.status().stage).toBe('entropy');
    device.person(tap('left'));
    expect(device.status()).toMatchObject({ stage: 'idle', outcome: 'stopped', wallet: 'empty' });
    expect(word(device, encodeCommitRequest())).toBe(0x6986);
  });

  it('is cancelled by the host, and nothing exists', () => {
    const device = atTheCheck();
    device.exchange(encodeCommitRequest());
    expect(word(device, encodeCancelRequest())).toBe(0x9000);
    expect(device.status()).toMatchObject({ stage: 'stopped', outcome: 'cancelled', wallet: 'empty' });
    expect(word(device, encodeEntropyRequest(hostPart(1)))).toBe(0x6986);
  });

  it('is cancelled after two minutes without a step of the host, and not sooner', () => {
    const device = atTheCheck();
    device.tick(50);
    device.tick(twoMinutes - 50);
    expect(device.status().stage).toBe('entropy');
    device.tick(50);
    expect(device.status()).toMatchObject({ stage: 'stopped', outcome: 'cancelled', wallet: 'empty' });
    device.person(leaveStopped());
    expect(device.status()).toMatchObject({ stage: 'idle', outcome: 'cancelled' });
  });

  it('restarts its wait after each accepted step, and after no other message', () => {
    const device = atTheCheck();
    for (const step of [encodeCommitRequest(), encodeEntropyRequest(hostPart(1)), openLast()]) {
      device.tick(twoMinutes - 50);
      expect(word(device, step)).toBe(0x9000);
    }
    device.tick(twoMinutes - 50);
    // A status, a step out of turn and a host part that was used up are no sign of a host that goes on.
    device.exchange(encodeStatusRequest());
    expect(word(device, keepLast())).toBe(0x6986);
    device.tick(100);
    expect(device.status()).toMatchObject({ stage: 'stopped', outcome: 'cancelled' });
  });

  it('ends with the candidate that the host keeps, and continues with the PIN', () => {
    const device = atTheCheck();
    for (const step of [encodeCommitRequest(), encodeEntropyRequest(hostPart(1)), keepLast()])
      expect(word(device, step)).toBe(0x9000);
    expect(device.status()).toMatchObject({ stage: 'choose-pin', wallet: 'empty' });
    device.tick(twoMinutes * 2);
    device.person(choosePin('1234'));
    expect(device.status()).toMatchObject({ stage: 'warning', wallet: 'unfinished-backup' });
  });
});
