/** Protected signatures on the wire: what holds a commitment, what the point is answered to, and what drops either. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockMs } from '../../../firmware-sim/core/firmware.ts';
import { encodeCommand } from '../../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { decodeInfo, encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { encodeNonceRequest, encodeProtectRequest } from '../../../src/protocol/commands/protect.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { walletOfSeed } from '../../fixtures/bitcoin/psbt-maps.ts';
import { seedOfPhrase } from '../../fixtures/data/independent-phrase.ts';
import { firstAccount, pathBytes } from '../../fixtures/devices/ethereum-commands.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';
import { backedUpImage, lifePin } from '../../fixtures/drivers/life-scripts.ts';
import {
  askProtected,
  expectedProtected,
  hostNonceOf,
  protect,
  signProtected,
} from '../../fixtures/signing/protected-signing.ts';
import {
  closeApp,
  createSigningDevice,
  declined,
  inEthereum,
  openBitcoin,
  openEthereum,
  say,
} from '../../fixtures/signing/signing-device.ts';
import { putSpending, requestOf } from '../../fixtures/signing/spending-requests.ts';
import { encodeApdu, personalMessage, signingRequest } from '../../fixtures/signing/signing-requests.ts';
import { agreeToNewWallet, choosePin, enterPin, leaveStopped } from '../../kit/drivers/person.ts';
import { answerApp, attend, readAndSign } from '../../kit/drivers/signing-person.ts';

const { image, paper } = backedUpImage();
const seed = Uint8Array.from(seedOfPhrase(paper.join(' ')));
const request = personalMessage(new TextEncoder().encode('Sign in'), firstAccount, [200]);
const hostNonce = hostNonceOf(1);
const expected = expectedProtected(seed, request, hostNonce);
const nonce = encodeNonceRequest(hostNonce);
const [busy, locked, notNow, badData] = ['6601', '5515', '6986', '6a80'];
const configuration = encodeCommand(0xe0, 0x06);
const silentKey = encodeApdu({ cla: 0xe0, ins: 0x02, p1: 0, p2: 0, data: pathBytes() });

const opened = (): TestDevice => inEthereum({ image }).device;

/** The point is out: the number is next. */
function owing(): TestDevice {
  const device = opened();
  expect(askProtected(device, request, hostNonce)).toBe(expected.point);
  return device;
}

/** What the app's own command is answered then, after a person's yes. */
function signedNow(device: TestDevice, link = 0): string {
  for (const command of request.commands) say(device, command, link);
  device.person(readAndSign());
  return toHex(device.late.splice(0)[0] ?? new Uint8Array());
}

describe('a protected signature', () => {
  it('has a point and an answer that anyone computes of phrase, digest and number', () => {
    const { device, watch } = inEthereum({ image });
    expect(signProtected(device, request, hostNonce)).toEqual(expected);
    expect(watch.calls.map(({ kind }) => kind)).toEqual(['commitNonce', 'signCommitted']);
    // The next one is as ever.
    expect(signedNow(device)).toHaveLength(2 * 67);
    expect(watch.calls.at(-1)?.kind).toBe('sign');
  });

  it('is of any kind that the app signs', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(signingRequest, fc.nat(255), (each, number) => {
        const device = opened();
        const other = hostNonceOf(number);
        expect(signProtected(device, each, other)).toEqual(expectedProtected(seed, each, other));
        kinds.add(each.kind);
      }),
      { numRuns: 25, seed: 20_261_130 },
    );
    expect(kinds.size).toBe(3);
  });

  it('is the same each time, and another one for another number', () => {
    const device = opened();
    expect(signProtected(device, request, hostNonce)).toEqual(expected);
    expect(signProtected(device, request, hostNonce)).toEqual(expected);
    const other = signProtected(device, request, hostNonceOf(2));
    expect(other.point).not.toBe(expected.point);
    expect(other).toEqual(expectedProtected(seed, request, hostNonceOf(2)));
  });

  it('is of one digest: a transaction that takes several is refused before any screen', () => {
    const { device } = inEthereum({ image });
    say(device, closeApp);
    expect(say(device, openBitcoin)).toBe('9000');
    const before = device.lines();
    const spending = requestOf(
      {
        kind: 'wpkh',
        coins: [{ place: [0, 0], amount: 60_000n }],
        outputs: [{ amount: 50_000n, to: Buffer.from(`0014${'ab'.repeat(20)}`, 'hex') }],
      },
      walletOfSeed(seed),
    );
    say(device, protect(hostNonce));
    expect(putSpending(device, spending)).toBe(notNow);
    expect(device.lines()).toEqual(before);
    // The promise is used up with it.
    expect(putSpending(device, spending)).toBe('waits');
  });

  it('is named by the info of a device with apps, and of no other', () => {
    const has = (device: TestDevice): boolean =>
      decodeInfo(responseData(device.exchange(encodeInfoRequest()))).capabilities.includes(
        'protected-signatures',
      );
    expect(has(opened())).toBe(true);
    expect(has(createTestDevice())).toBe(false);
  });

  it('changes no status by its two commands, no picture and nothing that is stored', () => {
    const device = opened();
    const seen = (): unknown => [device.status(), device.lines(), toHex(device.storage.bytes)];
    const before = seen();
    expect(say(device, protect(hostNonce))).toBe('9000');
    expect(seen()).toEqual(before);
    askProtected(device, request, hostNonce);
    const after = seen();
    expect(say(device, nonce)).toBe(expected.answer);
    expect(seen()).toEqual(after);
  });

  it('keeps the pace of answers while its number is awaited', () => {
    const device = owing();
    expect(device.firmware.keepsPace()).toBe(true);
    say(device, nonce);
    expect(device.firmware.keepsPace()).toBe(false);
  });
});

describe('a commitment', () => {
  it('is held over the app’s other commands, up to the next signature', () => {
    const device = opened();
    say(device, protect(hostNonce));
    expect(say(device, configuration)).toMatch(/9000$/);
    expect(say(device, silentKey)).toBe('waits');
    device.person(answerApp('yes'));
    device.late.length = 0;
    expect(signedNow(device)).toBe(expected.point);
  });

  it('takes the place of one before', () => {
    const device = opened();
    say(device, protect(hostNonceOf(9)));
    expect(signProtected(device, request, hostNonce)).toEqual(expected);
  });

  it('takes the place of a number that is awaited', () => {
    const device = owing();
    expect(say(device, protect(hostNonceOf(2)))).toBe('9000');
    expect(say(device, nonce)).toBe(notNow);
    expect(signedNow(device)).toBe(expectedProtected(seed, request, hostNonceOf(2)).point);
  });

  const drops: readonly (readonly [string, (device: TestDevice) => void])[] = [
    [
      'an app that is closed',
      (device) => {
        say(device, closeApp);
        say(device, openEthereum);
      },
    ],
    [
      'a lock',
      (device) => {
        device.tick(lockMs + 100);
        device.person(enterPin(lifePin));
        say(device, openEthereum);
      },
    ],
    [
      'a question that is refused',
      (device) => {
        say(device, silentKey);
        device.person(answerApp('no'));
      },
    ],
    [
      'a signature that is refused',
      (device) => {
        for (const command of request.commands) say(device, command);
        device.person(readAndSign('no'));
      },
    ],
    [
      'a question that is withdrawn',
      (device) => {
        for (const command of request.commands) say(device, command);
        device.person(attend());
        device.exchange(encodeCancelRequest());
        device.person(leaveStopped());
      },
    ],
    [
      'what the app can’t show',
      (device) => {
        say(device, encodeApdu({ cla: 0xe0, ins: 0x0c, p1: 0, p2: 0, data: pathBytes() }));
        device.person(attend());
        device.person(answerApp('yes'));
      },
    ],
    [
      'a ceremony',
      (device) => {
        device.tick(1000);
        device.exchange(encodeCeremonyRequest({ kind: 'reveal' }));
        device.person(answerApp('no'));
        say(device, openEthereum);
      },
    ],
  ];

  it.each(drops)('is dropped by %s', (_, drop) => {
    const device = opened();
    say(device, protect(hostNonce));
    drop(device);
    device.late.length = 0;
    expect(signedNow(device)).toHaveLength(2 * 67);
  });

  it('is its link’s: another one’s signature is as ever, and refuses nothing of it', () => {
    const device = opened();
    say(device, protect(hostNonce), 1);
    expect(signedNow(device, 2)).toHaveLength(2 * 67);
    for (const command of request.commands) say(device, command, 2);
    device.person(readAndSign('no'));
    device.late.length = 0;
    expect(signedNow(device, 1)).toBe(expected.point);
    expect(say(device, nonce, 2)).toBe(notNow);
    expect(say(device, nonce, 1)).toBe(expected.answer);
  });
});

describe('a number', () => {
  it('is taken once', () => {
    const device = owing();
    expect(say(device, nonce)).toBe(expected.answer);
    expect(say(device, nonce)).toBe(notNow);
  });

  it('that wasn’t committed to signs nothing, and ends it', () => {
    const { device, watch } = inEthereum({ image });
    askProtected(device, request, hostNonce);
    expect(say(device, encodeNonceRequest(hostNonceOf(2)))).toBe(badData);
    expect(say(device, nonce)).toBe(notNow);
    expect(watch.calls.map(({ kind }) => kind)).toEqual(['commitNonce', 'signCommitted']);
  });

  it('comes too early before there is a point', () => {
    const device = opened();
    expect(say(device, nonce)).toBe(notNow);
    say(device, protect(hostNonce));
    expect(say(device, nonce)).toBe(notNow);
    expect(signedNow(device)).toBe(expected.point);
  });

  const drops: readonly (readonly [string, (device: TestDevice) => void, string])[] = [
    ['another command of the app', (device) => say(device, configuration), notNow],
    ['the same by another link', (device) => say(device, configuration, 3), notNow],
    ['a command that it doesn’t know', (device) => say(device, encodeCommand(0xe0, 0x77)), notNow],
    ['an app that is closed', (device) => say(device, closeApp), notNow],
    ['a lock', (device) => device.tick(lockMs + 100), locked],
  ];

  it.each(drops)('comes too late after %s', (_, drop, answer) => {
    const device = owing();
    drop(device);
    expect(say(device, nonce)).toBe(answer);
  });

  it('comes too late after a power cut', () => {
    const device = owing().replug();
    device.person(enterPin(lifePin));
    say(device, openEthereum);
    expect(say(device, nonce)).toBe(notNow);
  });

  it('isn’t too late after what is asked of no app', () => {
    const device = owing();
    for (const command of [encodeInfoRequest(), encodeCommand(0xc8, 0x02), encodeCommand(0xb0, 0x01)])
      expect(say(device, command)).toMatch(/9000$/);
    expect(say(device, encodeNonceRequest(hostNonce).slice(0, -1))).toBe('6700');
    expect(say(device, nonce)).toBe(expected.answer);
  });

  it('brings a fault, and no signature, when the random source fails', () => {
    const random = seededRandom({ all: 'signing' });
    let fails = false;
    const { device } = inEthereum({
      image,
      random: (purpose, length) => (fails ? new Uint8Array(length) : random(purpose, length)),
    });
    askProtected(device, request, hostNonce);
    fails = true;
    expect(say(device, nonce)).toBe('6f00');
    fails = false;
    expect(say(device, nonce)).toBe(notNow);
  });
});

describe('both commands', () => {
  const both: readonly Uint8Array[] = [protect(hostNonce), nonce];

  function expectBoth(device: TestDevice, answer: string): void {
    for (const [link, command] of both.entries()) expect(say(device, command, link)).toBe(answer);
  }

  const states: readonly (readonly [string, string, () => TestDevice])[] = [
    ['without a wallet', notNow, () => createSigningDevice().device],
    ['that is locked', locked, () => createSigningDevice({ image }).device],
    [
      'with an unfinished backup',
      busy,
      () => {
        const { device } = createSigningDevice();
        device.startCreate(12);
        device.person(agreeToNewWallet());
        device.person(choosePin(lifePin));
        device.exchange(encodeCancelRequest());
        return device.replug();
      },
    ],
    [
      'at home',
      notNow,
      () => {
        const { device } = createSigningDevice({ image });
        device.person(enterPin(lifePin));
        return device;
      },
    ],
    [
      'that has locked itself',
      locked,
      () => {
        const device = opened();
        device.tick(lockMs + 100);
        return device;
      },
    ],
    [
      'with a question on the glass',
      busy,
      () => {
        const device = opened();
        expect(say(device, silentKey)).toBe('waits');
        return device;
      },
    ],
    [
      'in a ceremony',
      busy,
      () => {
        const device = opened();
        device.exchange(encodeCeremonyRequest({ kind: 'reveal' }));
        return device;
      },
    ],
  ];

  it.each(states)('are refused on a device %s with %s', (_, answer, stand) => {
    expectBoth(stand(), answer);
  });

  it('are looked at by form before state', () => {
    for (const [device, ok] of [
      [opened(), '9000'],
      [createSigningDevice({ image }).device, locked],
    ] as const) {
      for (const command of both) {
        expect(say(device, command.with(2, 1))).toBe('6b00');
        expect(say(device, command.with(3, 1))).toBe('6b00');
      }
      for (const ins of [0x30, 0x31])
        for (const length of [0, 31, 33, 64])
          expect(say(device, encodeCommand(0xc8, ins, new Uint8Array(length)))).toBe('6700');
      expect(say(device, encodeProtectRequest(new Uint8Array(32)))).toBe(ok);
    }
  });

  it('are unknown by a link that can’t wait', () => {
    const device = opened();
    expect(both.map((command) => toHex(device.exchange(command)))).toEqual(['6d00', '6d00']);
  });

  it('never answer a signature that was refused', () => {
    const device = opened();
    say(device, protect(hostNonce));
    for (const command of request.commands) say(device, command);
    device.person(readAndSign('no'));
    expect(device.late.map(toHex)).toEqual([declined]);
    expect(say(device, nonce)).toBe(notNow);
  });
});
