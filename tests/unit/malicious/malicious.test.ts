/** Devices that cheat (S5, S6): each does what it is named for, and a host that follows the protocol finds it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMaliciousFirmware } from '../../../firmware-sim/malicious/malicious-firmware.ts';
import { maliciousNames, type MaliciousName } from '../../../firmware-sim/malicious/names.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { readU16, toHex } from '../../../src/protocol/bytes.ts';
import { encodeAttestRequest } from '../../../src/protocol/commands/attest.ts';
import { decodeCertificate, encodeCertificateRequest } from '../../../src/protocol/commands/certificate.ts';
import { encodeCreateRequest } from '../../../src/protocol/commands/create.ts';
import { decodeInfo, encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { checkEntropy, walletIdOfPhrase, type CheckResult } from '../../fixtures/devices/entropy-host.ts';
import { agreeToNewWallet, backUp, choosePin, enterPin } from '../../kit/drivers/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';

function cheating(name: MaliciousName, seed = name as string): TestDevice {
  return createTestDevice({
    createFirmware: createMaliciousFirmware(name),
    random: seededRandom({ all: seed }),
  });
}

/** At stage `entropy`. */
function atTheCheck(device: TestDevice): TestDevice {
  device.exchange(encodeCreateRequest({ wordCount: 12, entropyCheck: true }));
  device.person(agreeToNewWallet());
  return device;
}

const check = (device: TestDevice, opens = 3): CheckResult =>
  checkEntropy((command) => device.exchange(command), opens, 12);

const walletIdOf = (device: TestDevice): string =>
  toHex(responseData(device.exchange(encodeWalletRequest())));

/** To the end of the ceremony; gives what is on the paper. */
function finish(device: TestDevice): string {
  device.person(choosePin('1234'));
  return device.person(backUp(12)).join(' ');
}

describe('every device that cheats', () => {
  it.each(maliciousNames)('says so on every picture and by its name (%s)', (name) => {
    const device = cheating(name);
    const text = device.textLines().map((line) => line.text);
    expect(text).toContain('CHEAT');
    expect(text).toContain('SIM');
    const named = responseData(device.exchange(encodeNameRequest()));
    expect(String.fromCharCode(...named)).toBe('Not honest');
    const honest = createTestDevice();
    expect(toHex(device.pixels())).not.toBe(toHex(honest.pixels()));
  });

  it('the host that catches these cheats finds nothing on an honest device', () => {
    const device = atTheCheck(createTestDevice());
    const result = check(device, 8);
    const paper = finish(device);
    expect(result).toEqual({ kind: 'kept', walletId: walletIdOfPhrase(paper) });
    expect(walletIdOf(device)).toBe(walletIdOfPhrase(paper));
  });
});

it('docs/threat-model.md has a row for each of them, in their order', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/threat-model.md'), 'utf8');
  const [, section = ''] = text.split('\n## Devices that cheat\n');
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name);
  expect(rows).toEqual(maliciousNames);
});

describe('S5, S6: a device that cheats in the check', () => {
  it.each([
    ['wrong-commitment', 'commitment', 1],
    ['reused-commitment', 'commitment-reused', 2],
    ['reused-part', 'part-reused', 2],
    ['missing-commitment', 'refused', 1],
    ['host-entropy-ignored', 'wallet-id', 1],
    ['candidates-over-cap', 'number', 1],
    ['endless-candidates', 'refused', 4],
  ] as const)('%s is found: %s, at candidate %i', (name, finding, candidate) => {
    expect(check(atTheCheck(cheating(name)))).toEqual({ kind: 'failed', finding, candidate });
  });

  it('wallet-swapped-after-keep passes the check, then holds another wallet', () => {
    const device = atTheCheck(cheating('wallet-swapped-after-keep'));
    const result = check(device);
    const paper = finish(device);
    expect(result.kind).toBe('kept');
    // The words on the paper are real words of a real wallet: that of the thief.
    expect(walletIdOf(device)).toBe(walletIdOfPhrase(paper));
    expect(result).not.toMatchObject({ walletId: walletIdOf(device) });
    const another = atTheCheck(cheating('wallet-swapped-after-keep', 'another device'));
    check(another, 5);
    expect(finish(another) === paper).toBe(true);
  });

  it('wallet-swapped-and-denied reports the kept ID: only the paper is wrong', () => {
    const device = atTheCheck(cheating('wallet-swapped-and-denied'));
    const result = check(device);
    const paper = finish(device);
    const told = walletIdOf(device);
    expect(result).toEqual({ kind: 'kept', walletId: told });
    const again = device.replug();
    again.person(enterPin('1234'));
    expect(result).toEqual({ kind: 'kept', walletId: walletIdOf(again) });
    // Found when the paper is restored elsewhere: another wallet comes of it.
    expect(walletIdOfPhrase(paper)).not.toBe(told);
  });

  it('cheat-once survives with a chance of 1 in 8, with a host that opens 1 to 8', () => {
    const found = { caught: 0, survived: 0, idle: 0 };
    // Every pair of what the host keeps and what the device picks: 8 by 8, each pair once.
    const picks = new Map<number, string>();
    for (let seed = 0; picks.size < 8; seed += 1) {
      picks.set(2 + ((seededRandom({ all: `pick ${seed}` })('quiz', 1)[0] ?? 0) % 8), `pick ${seed}`);
    }
    for (const [pick, seed] of picks) {
      for (let opens = 1; opens <= 8; opens += 1) {
        const device = atTheCheck(cheating('cheat-once', seed));
        const result = check(device, opens);
        if (result.kind === 'failed') {
          expect(result).toEqual({ kind: 'failed', finding: 'wallet-id', candidate: pick });
          found.caught += 1;
        } else if (pick === opens + 1) found.survived += 1;
        else found.idle += 1;
      }
    }
    // Idle: it would have cheated later, and the wallet is an honest one.
    expect(found).toEqual({ caught: 28, survived: 8, idle: 28 });
  });
});

describe('a device that lies about itself', () => {
  function honestWallet(device: TestDevice): string {
    const result = check(atTheCheck(device), 1);
    finish(device);
    return result.kind === 'kept' ? result.walletId : '';
  }

  it('wallet-swapped-at-reconnect reports the right ID until it connects again', () => {
    const device = cheating('wallet-swapped-at-reconnect');
    const pinned = honestWallet(device);
    expect(walletIdOf(device)).toBe(pinned);
    expect(walletIdOf(device)).toBe(pinned);
    device.exchange(encodeInfoRequest());
    expect(walletIdOf(device)).not.toBe(pinned);
    const again = device.replug();
    again.exchange(encodeInfoRequest());
    again.person(enterPin('1234'));
    expect(walletIdOf(again)).not.toBe(pinned);
  });

  it('downgraded-capabilities denies the entropy check, and refuses a create with one', () => {
    const device = cheating('downgraded-capabilities');
    const { capabilities } = decodeInfo(responseData(device.exchange(encodeInfoRequest())));
    expect(capabilities).toContain('create');
    expect(capabilities).not.toContain('entropy-check');
    const refused = device.exchange(encodeCreateRequest({ wordCount: 12, entropyCheck: true }));
    expect(readU16(refused, 0)).toBe(0x6a80);
    expect(device.status().activity).toBe('none');
  });

  it('false-attestation and false-device-id answer a challenge with what does not fit', () => {
    const challenge = new Uint8Array(32).fill(7);
    const honest = createTestDevice({ random: seededRandom({ all: 'false-attestation' }) });
    const signed = (device: TestDevice): Uint8Array =>
      responseData(device.exchange(encodeAttestRequest(challenge)));
    const [right, wrong] = [signed(honest), signed(cheating('false-attestation'))];
    expect(toHex(wrong.slice(0, 28))).toBe(toHex(right.slice(0, 28)));
    expect(toHex(wrong.slice(28))).not.toBe(toHex(right.slice(28)));

    const device = cheating('false-device-id');
    const { deviceId } = decodeInfo(responseData(device.exchange(encodeInfoRequest())));
    const shown = responseData(device.exchange(encodeCertificateRequest()));
    expect(toHex(decodeCertificate(shown).certificate.deviceId)).not.toBe(toHex(deviceId));
  });

  it('lying-status says that all is done as soon as it is asked', () => {
    const device = cheating('lying-status');
    device.exchange(encodeCreateRequest({ wordCount: 12, entropyCheck: true }));
    expect(device.status()).toMatchObject({ wallet: 'backed-up', activity: 'none', outcome: 'completed' });
    expect(device.lines()[0]).toBe('New wallet?');
    expect(walletIdOf(device)).toHaveLength(32);
  });

  it('jumping-status skips between stages, and nonsense-status is no stage at all', () => {
    const jumping = cheating('jumping-status');
    jumping.exchange(encodeCreateRequest({ wordCount: 12 }));
    const stages = Array.from({ length: 7 }, () => jumping.status().stage);
    expect(new Set(stages).size).toBeGreaterThan(4);
    expect(jumping.lines()[0]).toBe('New wallet?');
    const nonsense = cheating('nonsense-status');
    nonsense.exchange(encodeCreateRequest({ wordCount: 12 }));
    const data = responseData(nonsense.exchange(encodeStatusRequest()));
    expect([...data.subarray(5, 7)]).toEqual([200, 12]);
    expect(() => nonsense.status()).toThrow();
  });
});
