/**
 * H1 for a device that signs: the transcripts of two devices with different phrases are equal once the declared outputs are taken out, and
 * each declared output (public key, chain code, address, signature) is a function of phrase, path and digest, computed here by other
 * libraries; where a host has a part in a signature, of its number too. So there is no bit left in which a device could carry anything out
 * (S21). A host that has no phrase to compute from finds a device that does by the part that it has.
 */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allApps } from '../../firmware-sim/apps/all-apps.ts';
import type { Board, Firmware, OpenAppKeys } from '../../firmware-sim/core/board.ts';
import { createDeviceApps } from '../../firmware-sim/core/device-apps.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import type { KeyRing } from '../../firmware-sim/core/signing-keys.ts';
import { chosenBytes } from '../../firmware-sim/malicious/cheat.ts';
import { createMaliciousFirmware } from '../../firmware-sim/malicious/malicious-firmware.ts';
import { concatBytes, toHex } from '../../src/protocol/bytes.ts';
import { encodeNonceRequest } from '../../src/protocol/commands/protect.ts';
import { seedOfPhrase } from '../fixtures/data/independent-phrase.ts';
import { commitmentOf, hasPartOf, tweakOf } from '../fixtures/data/independent-commitment.ts';
import { bytesOfNumber, keyAt, signWithNonce, solve } from '../fixtures/data/independent-secp256k1.ts';
import { firstAccount } from '../fixtures/devices/ethereum-commands.ts';
import { backedUpImage, lifePin } from '../fixtures/drivers/life-scripts.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof, startPace } from '../fixtures/proof/summary.ts';
import { inEthereum, openEthereum, say } from '../fixtures/signing/signing-device.ts';
import { hostNonceOf, partsOf, protect, signProtected } from '../fixtures/signing/protected-signing.ts';
import {
  pathText,
  personalMessage,
  signingRequest,
  type SigningRequest,
} from '../fixtures/signing/signing-requests.ts';
import {
  createSigningTwins,
  NotRecomputed,
  ToldApart,
  type SigningStep,
  type SigningTwins,
} from '../fixtures/signing/signing-twins.ts';
import { anyMessage, keyRequest, switching } from '../fixtures/signing/wallet-traffic.ts';
import { enterPin, look, tap, type Person } from '../kit/drivers/person.ts';
import { readAndSign } from '../kit/drivers/signing-person.ts';

const wallets = Array.from({ length: 6 }, (_, number) => backedUpImage(`signing ${number}`));

/** Goes on by what the glass names, so many screens at most, or until nothing is asked any more. */
function* goOn(screens: number): Person<void> {
  for (let at = 0; at < screens; at += 1) {
    const lines = yield* look();
    if (lines[0] === 'Enter your PIN') return;
    if (lines.includes('Sign ▶')) yield { kind: 'hold', milliseconds: 1600 };
    else if (lines.some((line) => line.endsWith(' ▶'))) yield* tap('right');
    else yield { kind: 'wait', milliseconds: 600 };
  }
}

type Move =
  | { readonly kind: 'steps'; readonly steps: readonly SigningStep[] }
  /** The person reads on and says yes. */
  | { readonly kind: 'goOn'; readonly screens: number }
  /** A request, a yes, and what is asked right after it. */
  | { readonly kind: 'protected'; readonly before: Move; readonly screens: number; readonly after: Move }
  | { readonly kind: 'unlock' };

const steps = (...list: readonly SigningStep[]): Move => ({ kind: 'steps', steps: list });
const asking = (commands: readonly Uint8Array[], link = 0, digest?: Uint8Array): Move =>
  steps(
    ...commands.map((command): SigningStep => ({ kind: 'ask', command, link, ...(digest && { digest }) })),
  );

const link = fc.nat(2);
const number = fc.nat(3).map(hostNonceOf);

/** As a host does it, and as hosts do it that don't wait, commit to something else, or ask for another number. */
const protectedMove = (
  { commands, digest }: SigningRequest,
  by: number,
  hostNonce: Uint8Array,
  kind: number,
): Move => ({
  kind: 'protected',
  before: asking([...(kind === 1 ? [] : [protect(hostNonce)]), ...commands], by, digest),
  screens: kind === 2 ? 3 : 60,
  after: asking([encodeNonceRequest(kind === 3 ? hostNonceOf(7) : hostNonce)], by),
});
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(signingRequest, link)
      .map(([{ commands, digest }, by]) => asking(commands, by, digest)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(signingRequest, link, number, fc.integer({ min: 1, max: 4 }))
      .map(([request, by, hostNonce, kind]) => protectedMove(request, by, hostNonce, kind)),
  },
  { weight: 3, arbitrary: fc.tuple(keyRequest, link).map(([command, by]) => asking([command], by)) },
  { weight: 3, arbitrary: fc.tuple(anyMessage, link).map(([command, by]) => asking([command], by)) },
  { weight: 1, arbitrary: switching.map((command) => asking([command])) },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 60 }).map((screens): Move => ({ kind: 'goOn', screens })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('left' as const, 'right' as const, 'both' as const)
      .map((gesture) => steps({ kind: 'act', action: { kind: 'tap', gesture } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.boolean(), fc.constantFrom('left' as const, 'right' as const))
      .map(([press, button]) => steps({ kind: 'edge', press, button })),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat(3000)
      .map((milliseconds) => steps({ kind: 'act', action: { kind: 'wait', milliseconds } })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1000, 400_000).map((milliseconds) => steps({ kind: 'stall', milliseconds })),
  },
  { weight: 1, arbitrary: fc.constant(steps({ kind: 'replug' })) },
  { weight: 1, arbitrary: fc.constant<Move>({ kind: 'unlock' }) },
);

interface Script {
  readonly pair: readonly [number, number];
  readonly randomness: number;
  readonly moves: readonly Move[];
}

const script: fc.Arbitrary<Script> = fc.record({
  pair: fc
    .tuple(fc.nat(wallets.length - 1), fc.integer({ min: 1, max: wallets.length - 1 }))
    .map(([one, further]) => [one, (one + further) % wallets.length] as const),
  randomness: fc.nat(3),
  moves: fc.array(move, { minLength: 1, maxLength: 12 }),
});

const upToTheApp: readonly Move[] = [{ kind: 'unlock' }, asking([openEthereum])];

/** Digits may be there already, from presses at random, so that the PIN doesn't fit any more: then it stays as it is. */
function enterPinBy(twins: SigningTwins): void {
  try {
    twins.person(enterPin(lifePin));
  } catch (thrown) {
    if (thrown instanceof ToldApart || thrown instanceof NotRecomputed) throw thrown;
  }
}

function play(twins: SigningTwins, moves: readonly Move[]): void {
  for (const each of moves) {
    if (each.kind === 'steps') each.steps.forEach((step) => twins.step(step));
    else if (each.kind === 'goOn') twins.person(goOn(each.screens));
    else if (each.kind === 'protected')
      play(twins, [each.before, { kind: 'goOn', screens: each.screens }, each.after]);
    else if (twins.lines()[0] === 'Enter your PIN') {
      for (const button of ['left', 'right'] as const) twins.step({ kind: 'edge', press: false, button });
      enterPinBy(twins);
    }
  }
}

type MakeFirmware = (board: Board) => Firmware;

function runScript(
  { pair, randomness, moves }: Script,
  outputs = createTally(),
  firmware?: MakeFirmware,
): void {
  const [one, other] = pair.map((number) => wallets[number]);
  if (one === undefined || other === undefined) throw new Error('no such wallet');
  const twins = createSigningTwins([one, other], {
    randomness: `run ${randomness}`,
    outputs,
    ...(firmware && { firmware }),
  });
  play(twins, [...upToTheApp, ...moves]);
}

const fixedSeed = (runs: number): { readonly seed?: number } => (runs > 2000 ? {} : { seed: 20_261_130 });

describe('two devices that sign, with two phrases', () => {
  it('give one transcript, and outputs that other libraries make', () => {
    const runs = proofRuns({ short: 150, long: 20_000 });
    const outputs = createTally();
    const pace = startPace();
    fc.assert(
      fc.property(script, (each) => runScript(each, outputs)),
      { numRuns: runs, ...fixedSeed(runs) },
    );
    reportProof('H1 for what signs: twins that differ in the phrase', {
      ...pace(runs),
      'outputs computed again': String(outputs),
    });
    expect(outputs.names().toSorted()).toEqual([
      'key 0',
      'key 1',
      'point',
      'protected',
      'signature',
      'typed data',
    ]);
    expect(outputs.count('protected')).toBeGreaterThan(runs / 8);
    expect(outputs.count('signature')).toBeGreaterThan(runs / 4);
  });
});

/** A device whose keys do something else than they should. */
const withKeys =
  (bend: (ring: KeyRing) => KeyRing): MakeFirmware =>
  (board) => {
    const open = board.openKeys?.();
    const bent = open && ((...parts: Parameters<OpenAppKeys>) => bend(open(...parts)));
    return createFirmware({ ...board, openKeys: () => bent }, undefined, createDeviceApps(allApps));
  };

const withAnswers =
  (bend: (response: Uint8Array, key: Uint8Array) => Uint8Array): MakeFirmware =>
  (board) => {
    let key = new Uint8Array();
    const firmware = withKeys((ring) => {
      key = ring.publicKey(firstAccount).point.slice();
      return ring;
    })(board);
    return {
      ...firmware,
      ask(command, late, by) {
        const answer = firmware.ask?.(command, (response) => late(bend(response, key)), by);
        return answer === undefined || answer === 'waits' ? 'waits' : bend(answer, key);
      },
    };
  };

const order = secp256k1.Point.Fn.ORDER;
const otherS = (s: Uint8Array): Uint8Array =>
  Uint8Array.from(Buffer.from((order - BigInt(`0x${toHex(s)}`)).toString(16).padStart(64, '0'), 'hex'));
const isOdd = (key: Uint8Array): boolean => (key.at(-1) ?? 0) % 2 === 1;

/** Each carries a bit of the key, or more, and nothing else is wrong with it. */
const leaks: readonly (readonly [string, MakeFirmware, typeof ToldApart | typeof NotRecomputed])[] = [
  [
    'in nonces: every signature fits',
    createMaliciousFirmware('leaking-nonce', createDeviceApps(allApps)),
    NotRecomputed,
  ],
  [
    'in nonces that a host has a part in',
    createMaliciousFirmware('ignored-commitment', createDeviceApps(allApps)),
    NotRecomputed,
  ],
  [
    'in the point of a nonce',
    withKeys((ring) => ({
      ...ring,
      commitNonce(path, digest, commitment) {
        const point = ring.commitNonce(path, digest, commitment);
        return isOdd(ring.publicKey(path).point) ? point.with(0, (point[0] ?? 0) ^ 1) : point;
      },
    })),
    NotRecomputed,
  ],
  [
    'in a number that it refuses',
    withKeys((ring) => ({
      ...ring,
      signCommitted: (path, ...rest) =>
        isOdd(ring.publicKey(path).point) ? undefined : ring.signCommitted(path, ...rest),
    })),
    ToldApart,
  ],
  [
    'in which of two signatures it gives',
    withKeys((ring) => ({
      ...ring,
      sign(path, digest) {
        const { r, s, parity } = ring.sign(path, digest);
        return isOdd(ring.publicKey(path).point)
          ? { r, s: otherS(s), parity: parity === 0 ? 1 : 0 }
          : { r, s, parity };
      },
    })),
    NotRecomputed,
  ],
  [
    'in the capitals of an address',
    withAnswers((response) =>
      [109, 141].includes(response.length)
        ? response.map((byte, at) => (at >= 67 && at < 107 && byte > 0x60 ? byte - 0x20 : byte))
        : response,
    ),
    NotRecomputed,
  ],
  [
    'in a chain code',
    withKeys((ring) => ({
      ...ring,
      publicKey(path) {
        const key = ring.publicKey(path);
        return { ...key, chainCode: key.chainCode.map((byte, at) => (at === 31 ? byte ^ 1 : byte)) };
      },
    })),
    NotRecomputed,
  ],
  [
    'in the word for a refusal',
    withAnswers((response, key) =>
      toHex(response) === '6985' && isOdd(key) ? Uint8Array.of(0x6a, 0x80) : response,
    ),
    ToldApart,
  ],
  [
    'in a length',
    withAnswers((response, key) =>
      response.length === 67 && isOdd(key) ? Uint8Array.of(0, ...response) : response,
    ),
    ToldApart,
  ],
];

describe('a leak', () => {
  it.each(leaks)('%s is found', (_, firmware, error) => {
    let found: unknown;
    const outcome = fc.check(
      fc.property(script, (each) => {
        try {
          runScript(each, createTally(), firmware);
        } catch (thrown) {
          if (!(thrown instanceof ToldApart || thrown instanceof NotRecomputed)) throw thrown;
          found ??= thrown;
          return false;
        }
        return true;
      }),
      { numRuns: 400, seed: 20_261_130, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
    expect(found).toBeInstanceOf(error);
  });
});

const wallet = wallets[0] ?? expect.fail('no wallet');
const seed = Uint8Array.from(seedOfPhrase(wallet.paper.join(' ')));
const account = keyAt(seed, pathText(firstAccount));
const publicKey = Uint8Array.from(Buffer.from(account.point, 'hex'));
const messageOf = (text: string): SigningRequest =>
  personalMessage(new TextEncoder().encode(text), firstAccount, [200]);
/** What a thief knows of a digest, who has made the device. */
const known = (digest: Uint8Array): Uint8Array => sha256(concatBytes(chosenBytes(7), digest));

interface Signed {
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
}

const fits = ({ digest, signature }: Signed): boolean =>
  secp256k1.verify(signature, digest, publicKey, { prehash: false, lowS: true });

/** The seed's halves, by three signatures: which of the two are found. */
function halvesFound([first, ...others]: readonly Signed[]): readonly boolean[] {
  if (first === undefined) return expect.fail('nothing was signed');
  // The nonce, or the order less it: `s` may be the other one of two.
  const keys = [known(first.digest), otherS(known(first.digest))].map((nonce) =>
    solve('nonce', nonce, first.signature, first.digest),
  );
  const key = keys.find((each) => toHex(secp256k1.getPublicKey(each, false)) === account.point);
  return others.map(({ digest, signature }, at) => {
    if (key === undefined) return false;
    const nonce = solve('key', key, signature, digest);
    const half = toHex(seed.subarray(32 * at, 32 * at + 32));
    return [nonce, otherS(nonce)]
      .map((bytes) => toHex(bytes.map((byte, place) => byte ^ (known(digest)[place] ?? 0))))
      .includes(half);
  });
}

describe('the device that leaks through nonces', () => {
  const { device } = inEthereum({
    image: wallet.image,
    firmware: createMaliciousFirmware('leaking-nonce', createDeviceApps(allApps)),
  });
  const signed = ['one', 'two', 'three'].map((text) => {
    const request = messageOf(text);
    for (const command of request.commands) say(device, command);
    device.person(readAndSign());
    return { digest: request.digest, signature: device.late.splice(0)[0]?.slice(1, -2) ?? new Uint8Array() };
  });

  it('gives signatures that a host finds nothing wrong with', () => {
    expect(signed.map(fits)).toEqual([true, true, true]);
    expect(new Set(signed.map(({ signature }) => toHex(signature.subarray(0, 32)))).size).toBe(3);
  });

  it('has told a thief the seed after three of them', () => {
    expect(halvesFound(signed)).toEqual([true, true]);
  });
});

/** Signs under a host's eyes, which has a number of its own each time. */
function signedWith(firmware: MakeFirmware, texts: readonly string[]) {
  const { device } = inEthereum({ image: wallet.image, firmware });
  return texts.map((text, at) => {
    const [request, hostNonce] = [messageOf(text), hostNonceOf(at)];
    const parts = partsOf(signProtected(device, request, hostNonce));
    return { ...parts, digest: request.digest, passes: hasPartOf(parts.point, hostNonce, parts.r) };
  });
}

describe('a host that has a part in the nonces', () => {
  const texts = Array.from({ length: 40 }, (_, at) => `message ${at}`);

  it('finds nothing wrong with an honest device', () => {
    const signed = signedWith(
      withKeys((ring) => ring),
      texts,
    );
    expect(signed.every((each) => each.passes && fits(each))).toBe(true);
  });

  it('finds each signature of a device that leaves its part out', () => {
    const signed = signedWith(
      createMaliciousFirmware('ignored-commitment', createDeviceApps(allApps)),
      texts,
    );
    // They fit, and three of them are the seed.
    expect(signed.every(fits)).toBe(true);
    expect(halvesFound(signed.slice(0, 3))).toEqual([true, true]);
    expect(signed.filter(({ passes }) => passes)).toEqual([]);
  });

  it('finds a device that takes any number but the one of this signature', () => {
    let last = new Uint8Array(32).fill(1);
    const late = withKeys((ring) => ({
      ...ring,
      signCommitted(path, digest, _, hostNonce) {
        const number = last;
        last = hostNonce.slice();
        return ring.signCommitted(path, digest, commitmentOf(number), number);
      },
    }));
    const signed = signedWith(late, texts.slice(0, 10));
    expect(signed.every(fits)).toBe(true);
    expect(signed.filter(({ passes }) => passes)).toEqual([]);
  });

  const { Point } = secp256k1;
  const scalarOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`) % order;

  /** Its own part of a nonce is what it likes; the host's is added as it should be. */
  const choosing = (choose: (digest: Uint8Array) => bigint): MakeFirmware =>
    withKeys((ring) => ({
      ...ring,
      commitNonce: (_, digest) => Point.BASE.multiply(choose(digest)).toBytes(true),
      signCommitted(_, digest, __, hostNonce) {
        const own = choose(digest);
        const sum = (own + tweakOf(Point.BASE.multiply(own).toBytes(true), hostNonce)) % order;
        const { compact, parity } = signWithNonce(bytesOfNumber(sum), account.privateKey, digest);
        const bytes = Uint8Array.from(Buffer.from(compact, 'hex'));
        return { r: bytes.slice(0, 32), s: bytes.slice(32), parity };
      },
    }));

  it('leaves nothing to a thief who knows the device’s part: the host’s is added', () => {
    const signed = signedWith(
      choosing((digest) => scalarOf(known(digest))),
      texts,
    );
    expect(signed.every((each) => each.passes && fits(each))).toBe(true);
    for (const { digest, signature } of signed) {
      const keys = [known(digest), otherS(known(digest))].map((nonce) =>
        toHex(secp256k1.getPublicKey(solve('nonce', nonce, signature, digest), false)),
      );
      expect(keys).not.toContain(account.point);
    }
  });

  it('leaves a device no choice of what is signed by a choice of its point', () => {
    /** Tries parts until the point ends in the half byte that it would like the signature to end in. */
    const wanted = (digest: Uint8Array): number => (digest[0] ?? 0) & 15;
    const chosen = new Map<string, bigint>();
    function grind(digest: Uint8Array): bigint {
      const held = chosen.get(toHex(digest));
      if (held !== undefined) return held;
      let own = scalarOf(known(digest));
      while (Number(Point.BASE.multiply(own).toAffine().x & 15n) !== wanted(digest)) own += 1n;
      chosen.set(toHex(digest), own);
      return own;
    }
    const signed = signedWith(
      choosing(grind),
      Array.from({ length: 160 }, (_, at) => `grind ${at}`),
    );
    const endsAsWanted = (bytes: Uint8Array, digest: Uint8Array): boolean =>
      ((bytes.at(-1) ?? 0) & 15) === wanted(digest);
    expect(signed.every(({ passes, point, digest }) => passes && endsAsWanted(point, digest))).toBe(true);
    // One in sixteen: 10 of 160, and more than 22 in one run of 5,000.
    expect(signed.filter(({ r, digest }) => endsAsWanted(r, digest)).length).toBeLessThanOrEqual(22);
    expect(chosen.size).toBe(160);
  });

  it('determines every byte of the answer with its own and the device’s part', () => {
    for (const { point, signature, digest, r } of signedWith(
      withKeys((ring) => ring),
      texts.slice(0, 20),
    )) {
      // Another `s` than this one doesn't fit, or isn't the lower one; another first byte leads to another key.
      const other = concatBytes(r, otherS(signature.slice(32)));
      expect(secp256k1.verify(other, digest, publicKey, { prehash: false, lowS: true })).toBe(false);
      const recovered = [0, 1].map((parity) =>
        toHex(
          secp256k1.Signature.fromBytes(signature, 'compact')
            .addRecoveryBit(parity)
            .recoverPublicKey(digest)
            .toBytes(false),
        ),
      );
      expect(recovered.filter((key) => key === account.point)).toHaveLength(1);
      expect(point).toHaveLength(33);
    }
  });
});
