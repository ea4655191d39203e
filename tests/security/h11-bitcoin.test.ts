/**
 * H11 for bitcoins: what is signed was on the glass before a key was touched, all of it; no signature leaves before there are all; and a
 * person who stops anywhere has signed nothing. With the real app on the real firmware; what is expected is written by other code.
 */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { HDKey } from '@scure/bip32';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppReply } from '../../firmware-sim/core/app.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { goOn } from '../fixtures/bitcoin/bitcoin-host.ts';
import { addressKinds, walletOfSeed, type Plan } from '../fixtures/bitcoin/psbt-maps.ts';
import { seedOfPhrase } from '../fixtures/data/independent-phrase.ts';
import { tweakedKey } from '../fixtures/data/independent-taproot.ts';
import type { TestDevice } from '../fixtures/devices/test-device.ts';
import { backedUpImage, lifePin } from '../fixtures/drivers/life-scripts.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof, startPace } from '../fixtures/proof/summary.ts';
import { bendingShelf } from '../fixtures/signing/bending-shelf.ts';
import { fieldsOnScreens } from '../fixtures/signing/read-fields.ts';
import {
  closeApp,
  createSigningDevice,
  declined,
  lateOf,
  openBitcoin,
  say,
  signaturesOf,
  type SigningDevice,
  type SigningOptions,
} from '../fixtures/signing/signing-device.ts';
import { encodeApdu, pathText } from '../fixtures/signing/signing-requests.ts';
import {
  fetchSignatures,
  missingFrom,
  putSpending,
  requestOf,
  spendingRequest,
  type SpendingRequest,
} from '../fixtures/signing/spending-requests.ts';
import { enterPin, tap } from '../kit/drivers/person.ts';
import { attend, readAndSign } from '../kit/drivers/signing-person.ts';

const { image, paper } = backedUpImage();
const seed = Uint8Array.from(seedOfPhrase(paper.join(' ')));
const root = HDKey.fromMasterSeed(seed);
const wallet = walletOfSeed(seed);

function inBitcoin(options: SigningOptions = {}): SigningDevice {
  const made = createSigningDevice({ image, ...options });
  made.device.person(enterPin(lifePin));
  expect(say(made.device, openBitcoin)).toBe('9000');
  return made;
}

/** As another library signs for it, byte for byte, in what the device gives the host. */
function expectedAnswer({ transaction, digests }: SpendingRequest, at: number): string {
  const coin = transaction.coins[at];
  const digest = Buffer.from(digests[at] ?? '', 'hex');
  if (coin === undefined) return '9000';
  const key = root.derive(pathText(coin.path)).privateKey ?? new Uint8Array();
  const type = coin.sighash === 0 ? '' : toHex(Uint8Array.of(coin.sighash));
  const signed =
    transaction.kind === 'tr'
      ? [toHex(coin.script.subarray(2)), toHex(schnorr.sign(digest, tweakedKey(key), new Uint8Array(32)))]
      : [toHex(coin.key), toHex(secp256k1.sign(digest, key, { prehash: false, format: 'der' }))];
  const [pubkey = '', signature = ''] = signed;
  return `10${toHex(Uint8Array.of(at, pubkey.length / 2))}${pubkey}${signature}${type}e000`;
}

/** Has it read and signed. Throws where something was signed that wasn't on the glass before, or anything else. */
function readAndJudge({ device, watch }: SigningDevice, request: SpendingRequest): number {
  const { transaction, digests } = request;
  const before = { calls: signaturesOf(watch).length, late: device.late.length, frames: watch.frames.length };
  expect(putSpending(device, request)).toBe('waits');
  const reading = readAndSign();
  const screens = device.person(
    (function* watching() {
      for (let step = reading.next(); ;) {
        if (step.done === true) return step.value;
        // Until the last action, which is the hold, nobody has touched a key.
        expect(signaturesOf(watch)).toHaveLength(before.calls);
        expect(device.late).toHaveLength(before.late);
        step = reading.next(yield step.value);
      }
    })(),
  );
  const read = fieldsOnScreens(screens.slice(1, -1)).map(({ value }) => value);
  expect(missingFrom(transaction, read)).toEqual([]);
  const calls = signaturesOf(watch).slice(before.calls);
  expect(calls.map(({ path, digest }) => [pathText(path), digest])).toEqual(
    transaction.coins.map(({ path }, at) => [pathText(path), digests[at]]),
  );
  // All of it was drawn by then, every line of it inside the picture.
  const drawn = watch.frames.slice(before.frames, calls[0]?.afterFrames);
  const texts = new Set(
    drawn.map((lines) => JSON.stringify(lines.map(({ text }) => text).filter((text) => text !== 'SIM'))),
  );
  for (const screen of screens) expect(texts).toContain(JSON.stringify(screen));
  for (const { text, x, y, width, height } of drawn.flat())
    expect([text, x >= 0 && x + width <= 128, y + height <= 64]).toEqual([text, true, true]);
  // All signatures were there before the first has left.
  expect(device.late).toHaveLength(before.late + 1);
  const given = fetchSignatures(device, toHex(device.late.at(-1) ?? new Uint8Array()));
  expect(given).toEqual([...digests, ''].map((_, at) => expectedAnswer(request, at)));
  return screens.length;
}

type SignAll = Extract<AppReply, { kind: 'sign-all' }>;

const withoutTitle =
  (title: RegExp) =>
  (reply: SignAll): SignAll => ({
    ...reply,
    fields: reply.fields.filter((field) => !title.test(field.title)),
  });

const sownFaults: readonly (readonly [string, (reply: SignAll) => SignAll])[] = [
  ['leaves out to whom', withoutTitle(/^To/)],
  ['leaves out the change', withoutTitle(/^Back/)],
  ['leaves out data', withoutTitle(/^Data/)],
  ['leaves out the fee', withoutTitle(/^Fee/)],
  ['leaves out a coin', withoutTitle(/^Coin(?: 1)?$/)],
  ['leaves out the time', withoutTitle(/^Valid/)],
  ['leaves out the id', withoutTitle(/ID/)],
  ['signs no more than once', (reply) => ({ ...reply, signatures: reply.signatures.slice(0, 1) })],
  [
    'signs something else',
    (reply) => ({
      ...reply,
      signatures: reply.signatures.map((each) => ({ ...each, digest: each.digest.map((byte) => byte ^ 1) })),
    }),
  ],
  [
    'signs with another key',
    (reply) => ({
      ...reply,
      signatures: reply.signatures.map((each) => ({ ...each, path: [...each.path.slice(0, -1), 7] })),
    }),
  ],
];

const fixedSeed = (runs: number): { readonly seed?: number } => (runs > 2000 ? {} : { seed: 20_261_130 });

describe('a transaction', () => {
  it('was on the glass whole before a key was touched, and is what was sent', () => {
    const runs = proofRuns({ short: 40, long: 4000 });
    const kinds = createTally();
    let screensRead = 0;
    const pace = startPace();
    let made = inBitcoin();
    fc.assert(
      fc.property(spendingRequest(wallet), (request) => {
        // What has been drawn is kept: so a new one after a while.
        if (made.watch.frames.length > 20_000) made = inBitcoin();
        screensRead += readAndJudge(made, request);
        kinds.add(request.transaction.kind);
      }),
      { numRuns: runs, ...fixedSeed(runs) },
    );
    reportProof('H11: what is signed of bitcoins was read before', {
      ...pace(runs),
      wallets: String(kinds),
      'screens read': screensRead.toLocaleString('en'),
    });
    expect(kinds.names().toSorted()).toEqual([...addressKinds].toSorted());
  });

  it.each(sownFaults)('would be found out of an app that %s', (_, bend) => {
    const made = inBitcoin({ shelf: bendingShelf('sign-all', bend) });
    expect(() => {
      fc.assert(
        fc.property(spendingRequest(wallet), (request) => void readAndJudge(made, request)),
        { numRuns: 40, seed: 20_261_130, endOnFailure: true },
      );
    }).toThrow();
  });
});

const plan: Plan = {
  kind: 'wpkh',
  locktime: 800_000,
  coins: [0, 1].map((at) => ({ place: [0, at] as const, amount: 60_000n })),
  outputs: [
    { amount: 70_000n, to: Buffer.from(`0014${'ab'.repeat(20)}`, 'hex') },
    { amount: 40_000n, to: [1, 0] },
  ],
};
const request = requestOf(plan, wallet);

/** How many screens there are from the first to the one with the hold. */
function screenCount(): number {
  const { device } = inBitcoin();
  putSpending(device, request);
  return device.person(readAndSign('no')).length;
}

const endings: readonly (readonly [string, (device: TestDevice, screen: number) => readonly string[]])[] = [
  [
    'a refusal',
    (device, screen) => {
      for (let at = 0; at <= screen && device.late.length === 0; at += 1) device.person(tap('left'));
      return [declined];
    },
  ],
  [
    'a cancel',
    (device) => {
      expect(say(device, encodeCancelRequest(), 1)).toBe('9000');
      return [declined];
    },
  ],
  [
    'a power cut',
    (device) => {
      device.firmware.powerOff();
      return [];
    },
  ],
  [
    'a hold that is let go too soon, and then a refusal',
    (device, screen) => {
      device.press('right');
      device.tick(1400);
      device.release('right');
      device.tick(50);
      for (let at = 0; at <= screen + 1 && device.late.length === 0; at += 1) device.person(tap('left'));
      return [declined];
    },
  ],
];

describe('a transaction of two coins', () => {
  const screens = screenCount();

  it.each(endings)('is not signed after %s, at whichever screen', (_, end) => {
    for (let screen = 0; screen < screens; screen += 1) {
      const { device, watch } = inBitcoin();
      expect(putSpending(device, request)).toBe('waits');
      device.person(attend());
      for (let at = 0; at < screen; at += 1) device.person(tap('right'));
      const expected = end(device, screen);
      expect([screen, ...lateOf(device)]).toEqual([screen, ...expected]);
      expect(signaturesOf(watch)).toEqual([]);
    }
  });

  it('leaves no signature to be fetched once the app is closed, or the device locked', () => {
    for (const end of [
      (device: TestDevice) => void say(device, closeApp),
      (device: TestDevice) => device.tick(301_000),
    ]) {
      const { device } = inBitcoin();
      expect(putSpending(device, request)).toBe('waits');
      device.person(readAndSign());
      expect(lateOf(device)[0]).toMatch(/e000$/);
      end(device);
      expect(say(device, encodeApdu(goOn(new Uint8Array())))).toMatch(/^(?:6e00|5515)$/);
      device.person(enterAgain(device));
      expect(say(device, openBitcoin)).toBe('9000');
      expect(say(device, encodeApdu(goOn(new Uint8Array())))).toBe('b007');
    }
  });
});

/** The PIN, where it is wanted. */
function* enterAgain(device: TestDevice): ReturnType<typeof enterPin> {
  if (device.lines()[0] === 'Enter your PIN') yield* enterPin(lifePin);
}
