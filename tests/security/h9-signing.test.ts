/**
 * H9 for a device that signs: while it is unlocked there are the nodes of its roots and nothing else; of the keys below them nothing is
 * left after an answer, a refusal, a cancel, a closed app; and of the nodes nothing after a lock, a power cut, a wipe. Every array that
 * the firmware made room for a secret in is recorded, and read afterwards.
 */
import { HDKey } from '@scure/bip32';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as secretBytesModule from '../../firmware-sim/core/vault/memory/secret-bytes.ts';
import { lockMs } from '../../firmware-sim/core/firmware.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeNonceRequest } from '../../src/protocol/commands/protect.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import { walletOfSeed } from '../fixtures/bitcoin/psbt-maps.ts';
import { tweakedKey } from '../fixtures/data/independent-taproot.ts';
import { seedOfPhrase } from '../fixtures/data/independent-phrase.ts';
import { firstAccount, pathBytes } from '../fixtures/devices/ethereum-commands.ts';
import { seededRandom, type TestDevice } from '../fixtures/devices/test-device.ts';
import { backedUpImage } from '../fixtures/drivers/life-scripts.ts';
import { askProtected, hostNonceOf } from '../fixtures/signing/protected-signing.ts';
import {
  closeApp,
  createSigningDevice,
  enterEthereum,
  say,
  openBitcoin,
  openEthereum,
} from '../fixtures/signing/signing-device.ts';
import { encodeApdu, pathText, personalMessage } from '../fixtures/signing/signing-requests.ts';
import { fetchSignatures, putSpending, requestOf } from '../fixtures/signing/spending-requests.ts';
import { agree, typePin, wipe } from '../kit/drivers/person.ts';
import { answerApp, attend, compareAddress, readAndSign } from '../kit/drivers/signing-person.ts';

const made = vi.hoisted((): (Uint8Array | Uint16Array)[] => []);

vi.mock('../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  function keep<Room extends Uint8Array | Uint16Array>(room: Room): Room {
    made.push(room);
    return room;
  }
  return {
    secretBytes: (length: number) => keep(real.secretBytes(length)),
    secretIndexes: (length: number) => keep(real.secretIndexes(length)),
    copyBytes: (...parameters: Parameters<typeof real.copyBytes>) => keep(real.copyBytes(...parameters)),
    copyIndexes: (indexes: Uint16Array) => keep(real.copyIndexes(indexes)),
    takeOver: (bytes: Uint8Array) => keep(real.takeOver(bytes)),
  };
});

const { image, paper } = backedUpImage();
const seed = Uint8Array.from(seedOfPhrase(paper.join(' ')));
const master = HDKey.fromMasterSeed(seed);

const nodeAt = (path: string): string => {
  const { privateKey, chainCode } = master.derive(path);
  return toHex(privateKey ?? new Uint8Array()) + toHex(chainCode ?? new Uint8Array());
};
const roots = ["m/44'/60'", "m/45'", "m/44'/0'", "m/49'/0'", "m/84'/0'", "m/86'/0'"];
const nodes = roots.map(nodeAt);

/** What must be nowhere: private keys on the way to the account, and the seed. */
const secrets: readonly string[] = [
  ...['m', "m/44'", "m/49'", "m/84'", "m/86'", "m/44'/60'/0'", "m/44'/60'/0'/0", pathText(firstAccount)].map(
    (path) => nodeAt(path).slice(0, 64),
  ),
  ...["m/86'/0'/0'", "m/86'/0'/0'/0", "m/86'/0'/0'/0/0", "m/86'/0'/0'/1/1"].map((path) =>
    nodeAt(path).slice(0, 64),
  ),
  ...["m/86'/0'/0'/0/0", "m/86'/0'/0'/1/1"].map((path) =>
    toHex(tweakedKey(master.derive(path).privateKey ?? new Uint8Array())),
  ),
  ...nodes.map((node) => node.slice(0, 64)),
  toHex(seed.subarray(0, 32)),
  toHex(seed.subarray(32)),
];

const kept = (): string[] =>
  made.filter((room) => room.some((value) => value !== 0)).map((room) => toHex(new Uint8Array(room.buffer)));

/** Of all the arrays that aren't zero, those that hold a secret; the nodes of the roots are expected while it's unlocked. */
const secretsLeft = (): string[] => kept().filter((hex) => secrets.some((secret) => hex.includes(secret)));

const request = personalMessage(
  new TextEncoder().encode('Sign in to example.org. '.repeat(8)),
  firstAccount,
  [150],
);
const keyCommand = (p1: number, p2: number): Uint8Array =>
  encodeApdu({ cla: 0xe0, ins: 0x02, p1, p2, data: pathBytes() });

/** What a random source has handed out: covers of keys among it. */
const drawn: Uint8Array[] = [];

function unlocked(): TestDevice {
  const random = seededRandom({ all: 'erased' });
  const { device } = createSigningDevice({
    image,
    random(purpose, length) {
      const bytes = random(purpose, length);
      if (purpose === 'curve') drawn.push(bytes);
      return bytes;
    },
  });
  enterEthereum(device);
  return device;
}

function put(device: TestDevice, commands: readonly Uint8Array[]): void {
  expect(commands.map((command) => say(device, command)).at(-1)).toBe('waits');
}

const sign = (device: TestDevice, answer: 'yes' | 'no'): void => {
  put(device, request.commands);
  device.person(readAndSign(answer));
};

const spending = requestOf(
  {
    kind: 'tr',
    coins: [
      { place: [0, 0], amount: 60_000n },
      { place: [1, 1], amount: 50_000n },
    ],
    outputs: [{ amount: 100_000n, to: Buffer.from(`0014${'ab'.repeat(20)}`, 'hex') }],
  },
  walletOfSeed(seed),
);

function signCoins(device: TestDevice): void {
  expect(say(device, closeApp)).toBe('9000');
  expect(say(device, openBitcoin)).toBe('9000');
  expect(putSpending(device, spending)).toBe('waits');
  device.person(readAndSign());
  const [first = ''] = device.late.splice(0).map(toHex);
  expect(fetchSignatures(device, first)).toHaveLength(3);
}

/** The number that a host commits to, and the one that it shows. */
function signProtected(device: TestDevice, committed: number, shown?: number): void {
  const point = askProtected(device, request, hostNonceOf(committed));
  expect(point).toHaveLength(70);
  const answer = shown === undefined ? undefined : device.ask(encodeNonceRequest(hostNonceOf(shown)));
  // Where the other answers are.
  if (answer !== undefined && answer !== 'waits') device.late.push(answer);
}

beforeEach(() => {
  made.length = 0;
  drawn.length = 0;
});

const uses: readonly (readonly [string, (device: TestDevice) => void])[] = [
  ['it is unlocked', () => undefined],
  ['a signature', (device) => sign(device, 'yes')],
  ['a protected signature', (device) => signProtected(device, 1, 1)],
  ['its point alone', (device) => signProtected(device, 1)],
  ["a number that the host didn't commit to", (device) => signProtected(device, 1, 2)],
  ['a refusal at the last screen', (device) => sign(device, 'no')],
  [
    'a refusal at the first',
    (device) => {
      put(device, request.commands);
      device.person(answerApp('no'));
    },
  ],
  [
    'a key with its chain code',
    (device) => {
      put(device, [keyCommand(0, 1)]);
      device.person(answerApp('yes'));
    },
  ],
  [
    'an address that was compared',
    (device) => {
      put(device, [keyCommand(1, 0)]);
      device.person(compareAddress());
    },
  ],
  [
    'a cancel in the middle',
    (device) => {
      put(device, request.commands);
      device.person(attend());
      device.exchange(encodeCancelRequest());
    },
  ],
  [
    'signatures of two coins',
    (device) => {
      signCoins(device);
    },
  ],
  [
    'an app that is closed',
    (device) => {
      sign(device, 'yes');
      expect(say(device, closeApp)).toBe('9000');
    },
  ],
];

/** An account's public outputs lie in arrays of the same make: key, chain code, signature. */
const isPublic = (hex: string, device: TestDevice): boolean =>
  device.late.some((late) => toHex(late).includes(hex)) ||
  [pathText(firstAccount), "m/86'/0'/0'"].some((path) => hex === nodeAt(path).slice(64));

describe('after', () => {
  it.each(uses)('%s there are the nodes of the roots, and nothing else', (_, use) => {
    const device = unlocked();
    use(device);
    const left = kept().filter((hex) => !isPublic(hex, device));
    expect(left.toSorted()).toEqual(nodes.toSorted());
    expect(drawn.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });
});

const endings: readonly (readonly [string, (device: TestDevice) => void])[] = [
  [
    'the device has locked itself',
    (device) => {
      device.tick(lockMs + 100);
      expect(device.status().locked).toBe(true);
    },
  ],
  ['the power is off', (device) => device.firmware.powerOff()],
  [
    'it was wiped by its owner',
    (device) => {
      device.tick(1000);
      device.exchange(encodeCeremonyRequest({ kind: 'wipe' }));
      device.person(agree('Wipe device?'));
      device.person(wipe());
      expect(device.status().wallet).toBe('empty');
    },
  ],
  [
    'it was wiped by three wrong PINs',
    (device) => {
      device.tick(1000);
      device.exchange(encodeCeremonyRequest({ kind: 'reveal' }));
      device.person(agree('Show words?'));
      for (let tries = 0; tries < 3; tries += 1) {
        device.person(typePin('0000'));
        if (device.status().wallet === 'empty') break;
        device.person(attend());
        device.press('right');
        device.release('right');
      }
      expect(device.status().wallet).toBe('empty');
    },
  ],
];

describe('once', () => {
  const beginnings = uses.filter(([name]) =>
    ['it is unlocked', 'a signature', 'its point alone', 'a refusal at the first'].includes(name),
  );
  const pairs = endings.flatMap(([ending, end]) =>
    beginnings.map(([beginning, begin]) => ({ ending, end, beginning, begin })),
  );

  it.each(pairs)('$ending, after $beginning, nothing is left', ({ end, begin }) => {
    const device = unlocked();
    begin(device);
    expect(secretsLeft().length).toBeGreaterThan(0);
    end(device);
    expect(kept().filter((hex) => !isPublic(hex, device))).toEqual([]);
  });

  it.each(endings.slice(0, 2))(
    '%s with a question on the glass, at any screen, nothing is left',
    (_, end) => {
      for (let screen = 0; screen < 8; screen += 1) {
        made.length = 0;
        const device = unlocked();
        put(device, request.commands);
        device.person(attend());
        for (let at = 0; at < screen; at += 1) {
          device.press('right');
          device.tick(50);
          // Let go, but for the last one, which may be a hold.
          device.release('right');
        }
        end(device);
        expect(kept()).toEqual([]);
      }
    },
  );

  it('it is opened again, it has the same keys', () => {
    const device = unlocked();
    sign(device, 'yes');
    const again = device.replug();
    enterEthereum(again);
    expect(say(again, openEthereum)).toBe('6d00');
    sign(again, 'yes');
    expect(again.late.map(toHex)).toEqual(device.late.map(toHex));
  });
});
