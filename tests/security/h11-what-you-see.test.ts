/**
 * H11: what is signed was on the glass before the key was touched, every field of it, and nothing is signed that somebody hasn't read to
 * its end and held a button for. With the real app on the real firmware; expected texts and hashes are written by other code.
 */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { HDKey } from '@scure/bip32';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allApps } from '../../firmware-sim/apps/all-apps.ts';
import { askingIn } from '../../firmware-sim/apps/asking.ts';
import type { AppReply, OpenApp } from '../../firmware-sim/core/app.ts';
import { pagesOf } from '../../firmware-sim/core/glass/screens/field-pages.ts';
import { parseCommand } from '../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeNonceRequest } from '../../src/protocol/commands/protect.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { lockMs } from '../../firmware-sim/core/firmware.ts';
import { seedOfPhrase } from '../fixtures/data/independent-phrase.ts';
import { backedUpImage } from '../fixtures/drivers/life-scripts.ts';
import { firstAccount } from '../fixtures/devices/ethereum-commands.ts';
import type { TestDevice } from '../fixtures/devices/test-device.ts';
import { mail } from '../fixtures/ethereum/typed-data-samples.ts';
import { createSfc32 } from '../fixtures/proof/quick-random.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof, startPace } from '../fixtures/proof/summary.ts';
import { bendingShelf } from '../fixtures/signing/bending-shelf.ts';
import { fieldsOnScreens } from '../fixtures/signing/read-fields.ts';
import { expectedProtected, hostNonceOf, protect } from '../fixtures/signing/protected-signing.ts';
import {
  closeApp,
  declined,
  enterEthereum,
  inEthereum,
  lateOf,
  say,
  signaturesOf,
  type SigningDevice,
} from '../fixtures/signing/signing-device.ts';
import {
  pathText,
  personalMessage,
  signingRequest,
  typedDataRequest,
  transactionRequest,
  type SigningRequest,
} from '../fixtures/signing/signing-requests.ts';
import { attend, readAndSign } from '../kit/drivers/signing-person.ts';
import { look, tap } from '../kit/drivers/person.ts';

const { image, paper } = backedUpImage();
const seed = Uint8Array.from(seedOfPhrase(paper.join(' ')));
const root = HDKey.fromMasterSeed(seed);

/** Sends a request; all of its commands but the last are answered at once. */
function put(device: TestDevice, { commands }: SigningRequest): string {
  const answers = commands.map((command) => say(device, command));
  expect(answers.slice(0, -1).filter((answer) => answer !== '9000')).toEqual([]);
  return answers.at(-1) ?? '';
}

function expectSignature(answer: string, { path, digest, recovery }: SigningRequest): void {
  const { privateKey } = root.derive(pathText(path));
  const [parity, ...rs] = secp256k1.sign(digest, privateKey ?? new Uint8Array(), {
    prehash: false,
    format: 'recovered',
  });
  expect(answer).toBe(`${toHex(Uint8Array.of(recovery(parity ?? 0), ...rs))}9000`);
}

/** As the glass has drawn it by then, whole: every line inside the picture. */
function expectDrawnBefore(
  screens: readonly (readonly string[])[],
  { watch }: SigningDevice,
  from: number,
): void {
  const [call, ...others] = signaturesOf(watch).filter(({ afterFrames }) => afterFrames > from);
  expect(others).toEqual([]);
  const drawn = watch.frames.slice(from, call?.afterFrames);
  const texts = new Set(
    drawn.map((lines) => JSON.stringify(lines.map(({ text }) => text).filter((text) => text !== 'SIM'))),
  );
  for (const screen of screens) expect(texts).toContain(JSON.stringify(screen));
  for (const { text, x, y, width, height } of drawn.flat())
    expect([text, x >= 0 && x + width <= 128, y + height <= 64]).toEqual([text, true, true]);
}

/** Has a request read and signed on a device. Throws where something was signed that wasn't on the glass before, or anything else. */
function readAndJudge(made: SigningDevice, request: SigningRequest, hostNonce?: Uint8Array): number {
  const { device, watch } = made;
  const [framesBefore, callsBefore, lateBefore] = [
    watch.frames.length,
    signaturesOf(watch).length,
    device.late.length,
  ];
  if (hostNonce !== undefined) expect(say(device, protect(hostNonce))).toBe('9000');
  expect(put(device, request)).toBe('waits');
  const reading = readAndSign();
  const screens = device.person(
    (function* watching() {
      for (let step = reading.next(); ;) {
        if (step.done === true) return step.value;
        // Until the last action, which is the hold, nobody has touched a key.
        expect(signaturesOf(watch)).toHaveLength(callsBefore);
        expect(device.late).toHaveLength(lateBefore);
        step = reading.next(yield step.value);
      }
    })(),
  );
  const read = fieldsOnScreens(screens.slice(1, -1)).map(({ value }) => value);
  expect(request.missing(read)).toEqual([]);
  expectDrawnBefore(screens, made, framesBefore);
  expect(signaturesOf(watch).slice(callsBefore)).toMatchObject([
    { path: request.path, digest: toHex(request.digest) },
  ]);
  expect(device.late).toHaveLength(lateBefore + 1);
  const late = toHex(device.late.at(-1) ?? new Uint8Array());
  if (hostNonce === undefined) expectSignature(late, request);
  else {
    const frames = watch.frames.length;
    const answer = say(device, encodeNonceRequest(hostNonce));
    expect({ point: late, answer }).toEqual(expectedProtected(seed, request, hostNonce));
    // Nothing is asked a second time, and nothing is signed but what was read.
    expect(watch.frames).toHaveLength(frames);
    expect(signaturesOf(watch).at(-1)).toMatchObject({ path: request.path, digest: toHex(request.digest) });
    expect(signaturesOf(watch)).toHaveLength(callsBefore + 2);
  }
  return screens.length;
}

type SignReply = Extract<AppReply, { kind: 'sign' }>;

const sownFaults: readonly (readonly [string, (reply: SignReply) => SignReply])[] = [
  [
    'leaves out a field',
    (reply) => ({ ...reply, fields: reply.fields.filter(({ title }) => title !== 'Nonce') }),
  ],
  [
    'leaves out a storage key',
    (reply) => ({ ...reply, fields: reply.fields.filter(({ title }) => title !== 'Access 1.1') }),
  ],
  [
    'cuts a long text',
    (reply) => ({
      ...reply,
      fields: reply.fields.map((field) => ({ ...field, value: field.value.slice(0, 100) })),
    }),
  ],
  [
    'hashes something else',
    (reply) => ({ ...reply, digest: reply.digest.map((byte, at) => (at === 31 ? byte ^ 1 : byte)) }),
  ],
  ['signs with another account', (reply) => ({ ...reply, path: [...reply.path.slice(0, -1), 99] })],
];

/** The short run is the same each time; the long one begins elsewhere. */
const fixedSeed = (runs: number): { readonly seed?: number } => (runs > 2000 ? {} : { seed: 20_261_130 });

describe('what is signed', () => {
  it('was on the glass whole before the key was touched, and is what was sent', () => {
    const runs = proofRuns({ short: 100, long: 10_000 });
    const kinds = createTally();
    let screensRead = 0;
    const pace = startPace();
    let made = inEthereum({ image });
    fc.assert(
      fc.property(signingRequest, (request) => {
        // What has been drawn is kept: so a new one after a while.
        if (made.watch.frames.length > 20_000) made = inEthereum({ image });
        screensRead += readAndJudge(made, request);
        kinds.add(request.kind);
      }),
      { numRuns: runs, ...fixedSeed(runs) },
    );
    reportProof('H11: what is signed was read before', {
      ...pace(runs),
      requests: String(kinds),
      'screens read': screensRead.toLocaleString('en'),
    });
    expect(kinds.names().toSorted()).toEqual(['message', 'transaction', 'typed data']);
  });

  it('was on the glass before the point of a protected signature was made', () => {
    const runs = proofRuns({ short: 30, long: 2_000 });
    let made = inEthereum({ image });
    fc.assert(
      fc.property(signingRequest, fc.nat(255), (request, number) => {
        if (made.watch.frames.length > 20_000) made = inEthereum({ image });
        readAndJudge(made, request, hostNonceOf(number));
      }),
      { numRuns: runs, ...fixedSeed(runs) },
    );
  });

  it.each(sownFaults)('would be found out of an app that %s', (_, bend) => {
    const bent = bendingShelf('sign', bend);
    expect(() => {
      fc.assert(
        fc.property(
          signingRequest,
          (request) => void readAndJudge(inEthereum({ image, shelf: bent }), request),
        ),
        { numRuns: 40, seed: 20_261_130, endOnFailure: true },
      );
    }).toThrow();
  });
});

const few: readonly (readonly [string, SigningRequest])[] = [
  [
    'a transfer with an access list',
    transactionRequest(
      {
        type: 2,
        chainId: 4660n,
        nonce: 7n,
        prices: [1_500_000_000n, 30_000_000_001n],
        gasLimit: 21_000n,
        to: new Uint8Array(20).fill(0x35),
        value: 10n ** 18n + 1n,
        data: new Uint8Array(),
        access: [[new Uint8Array(20).fill(0xac), [new Uint8Array(32).fill(0xce)]]],
      },
      firstAccount,
      [40],
    ),
  ],
  [
    'a message',
    personalMessage(
      new TextEncoder().encode('Sign in to example.org.\nNonce 12345. '.repeat(4)),
      firstAccount,
      [150],
    ),
  ],
  ['typed data', typedDataRequest(mail, firstAccount)],
];

/** How many screens there are from the first to the one with the hold. */
function screensOf(request: SigningRequest): number {
  const { device } = inEthereum({ image });
  put(device, request);
  return device.person(readAndSign('no')).length;
}

/** At the screen of that number, from 0. */
function standingAt(request: SigningRequest, screen: number): SigningDevice {
  const made = inEthereum({ image });
  expect(put(made.device, request)).toBe('waits');
  made.device.person(attend());
  for (let at = 0; at < screen; at += 1) made.device.person(tap('right'));
  return made;
}

const endings: readonly (readonly [string, (device: TestDevice, screen: number) => string])[] = [
  [
    'a refusal',
    (device, screen) => {
      for (let at = 0; at <= screen && device.late.length === 0; at += 1) device.person(tap('left'));
      return declined;
    },
  ],
  [
    'a cancel',
    (device) => {
      expect(say(device, encodeCancelRequest(), 1)).toBe('9000');
      return declined;
    },
  ],
  [
    'nobody who goes on reading',
    (device) => {
      device.tick(lockMs + 100);
      return declined;
    },
  ],
  [
    'a power cut',
    (device) => {
      device.firmware.powerOff();
      device.press('right');
      device.tick(3000);
      device.release('right');
      return '';
    },
  ],
  [
    'a hold that is let go too soon, and then a refusal',
    (device, screen) => {
      // Elsewhere a press reads on; on the last screen it must be kept down.
      for (let tries = 0; tries < 3; tries += 1) {
        device.press('right');
        device.tick(1400);
        device.release('right');
        device.tick(50);
      }
      for (let at = 0; at <= screen + 3 && device.late.length === 0; at += 1) device.person(tap('left'));
      return declined;
    },
  ],
];

describe.each(few)('%s', (_, request) => {
  const screens = screensOf(request);

  it.each(endings)('is not signed after %s, at whichever screen', (_name, end) => {
    for (let screen = 0; screen < screens; screen += 1) {
      const { device, watch } = standingAt(request, screen);
      const expected = end(device, screen);
      expect([screen, ...lateOf(device)]).toEqual([screen, ...(expected === '' ? [] : [expected])]);
      device.tick(5000);
      expect(signaturesOf(watch)).toEqual([]);
      // Nor does what it had left behind let another command finish it.
      const next = device.replug();
      enterEthereum(next);
      expect(say(next, (request.commands.at(-1) ?? new Uint8Array()).with(2, 0x80))).not.toBe('waits');
      expect(signaturesOf(watch)).toEqual([]);
    }
  });

  it('is not signed by an app that is closed, nor by taps that come too early', () => {
    const { device, watch } = inEthereum({ image });
    expect(put(device, request)).toBe('waits');
    expect(say(device, closeApp)).toBe('6601');
    for (let at = 0; at < 2 * screens; at += 1) {
      device.press('right');
      device.release('right');
    }
    expect(device.lines().length).toBeGreaterThan(0);
    expect(device.status().stage).toBe('consent');
    device.tick(900);
    device.press('right');
    device.tick(2000);
    device.release('right');
    expect(signaturesOf(watch)).toEqual([]);
    expect(device.late).toEqual([]);
  });
});

/** Of all the bytes behind the path, as they came. */
function hashOf(commands: readonly Uint8Array[]): Uint8Array {
  const data = Buffer.concat(commands.map((command) => command.subarray(5)));
  const bytes = new Uint8Array(data.subarray(1 + 4 * (data[0] ?? 0)));
  if (commands[0]?.[1] === 0x04) return keccak_256(bytes);
  const message = bytes.subarray(4);
  const head = Buffer.from(`\x19Ethereum Signed Message:\n${message.length}`, 'latin1');
  return keccak_256(new Uint8Array(Buffer.concat([head, message])));
}

type Place = readonly [index: number, at: number];

/** Of the data alone: another instruction or length is another request. */
const placesOf = (commands: readonly Uint8Array[]): readonly Place[] =>
  commands.flatMap((command, index) =>
    Array.from({ length: Math.max(0, command.length - 5) }, (_, at): Place => [index, 5 + at]),
  );

/** A byte of it is another one. */
function bentAt(commands: readonly Uint8Array[], place: Place = [0, 5], by: number): readonly Uint8Array[] {
  const [index, at] = place;
  return commands.map((command, each) =>
    each === index ? command.map((byte, here) => (here === at ? byte ^ by : byte)) : command,
  );
}

describe('two requests that differ in a byte', () => {
  /** What a device draws for a request, or `undefined` for one that it doesn't take. */
  function drawnFor(device: TestDevice, commands: readonly Uint8Array[]): string | undefined {
    // What is too long is refused as soon as that is known; what follows of it finds the question on the glass.
    const isAsked = commands.some((command) => say(device, command) === 'waits');
    if (!isAsked || device.status().activity !== 'app') return undefined;
    const shown = device.person(
      (function* readThenRefuse() {
        const screens = [yield* attend()];
        for (;;) {
          const now = yield* look();
          if (now.some((line) => line === 'OK ▶' || line === 'Sign ▶' || line === 'Yes ▶')) break;
          yield* tap('right');
          screens.push(yield* look());
        }
        yield* tap(screens.at(-1)?.includes('OK ▶') === true ? 'right' : 'left');
        return screens;
      })(),
    );
    return JSON.stringify(shown);
  }

  it('are drawn otherwise, on the glass of a device', () => {
    const runs = proofRuns({ short: 100, long: 10_000 });
    const { device } = inEthereum({ image });
    let compared = 0;
    const change = fc.record({ request: signingRequest, at: fc.nat(), bit: fc.nat(7) });
    fc.assert(
      fc.property(change, ({ request, at, bit }) => {
        const places = placesOf(request.commands);
        const commands = bentAt(request.commands, places[at % places.length], 1 << bit);
        const other = drawnFor(device, commands);
        if (other === undefined || other.includes('"OK ▶"')) return;
        const drawn = drawnFor(device, request.commands);
        // Numbers of typed data may come with zeros in front, and say the same.
        if (request.kind === 'typed data' && drawn === other) return;
        expect(drawn).not.toBe(other);
        compared += 1;
      }),
      { numRuns: runs, ...fixedSeed(runs) },
    );
    reportProof('H11: requests that differ in a bit, drawn', { changes: runs, 'both accepted': compared });
    expect(compared).toBeGreaterThan(runs / 4);
  });

  /** What is read of a reply: what it is, every page of every field, and the question. */
  function pagesFor(reply: SignReply, place: (at: number, of: number) => string): string {
    const pages = reply.fields.flatMap((field) => pagesOf(field, place));
    return JSON.stringify([reply.title, pages, reply.question]);
  }

  it('have other pages, in every language, and each its own hash of all its bytes', () => {
    const wanted = proofRuns({ short: 20_000, long: 1_000_000 });
    const [app] = allApps.apps;
    if (app === undefined) return expect.fail('no app');
    const pace = startPace();
    const counts = { tried: 0, accepted: 0 };
    const replyTo = (open: OpenApp, commands: readonly Uint8Array[]): AppReply =>
      commands.map((command) => open.receive(parseCommand(command) ?? expect.fail('no command'))).at(-1) ??
      expect.fail('no commands');
    const draw = createSfc32(wanted > 20_000 ? String(Date.now()) : 'short');
    const seeds = fc.sample(signingRequest, { numRuns: wanted / 100, ...fixedSeed(wanted / 100) });
    for (const [number, { kind, commands }] of seeds.entries()) {
      const language = ['en', 'de', 'fr', 'es', 'pt'][number % 5] ?? 'en';
      const { place } = askingIn(language);
      const open = app.open(language);
      /** By what is read: what is hashed, with which account, and for all but typed data what was sent. */
      const read = new Map<string, string>();
      const judge = (sent: readonly Uint8Array[]): boolean => {
        const reply = replyTo(open, sent);
        open.reset();
        if (reply.kind !== 'sign') return false;
        const isRaw = kind !== 'typed data';
        if (isRaw) expect(toHex(reply.digest)).toBe(toHex(hashOf(sent)));
        const meant = [reply.digest, ...(isRaw ? sent : [])].map(toHex).join() + String(reply.path);
        const shown = pagesFor(reply, place);
        expect(read.get(shown) ?? meant).toBe(meant);
        read.set(shown, meant);
        return true;
      };
      expect(judge(commands)).toBe(true);
      const places = placesOf(commands);
      for (let tried = 0; tried < 100; tried += 1) {
        counts.tried += 1;
        if (judge(bentAt(commands, places[draw() % places.length], 1 + (draw() % 255)))) counts.accepted += 1;
      }
    }
    reportProof('H11: requests that differ in a byte have other pages', {
      ...pace(counts.tried),
      'both accepted': counts.accepted.toLocaleString('en'),
    });
    expect(counts.accepted).toBeGreaterThan(counts.tried / 4);
  });
});
