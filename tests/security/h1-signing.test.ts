/**
 * H1 for a device that signs: the transcripts of two devices with different phrases are equal once the declared outputs are taken out, and
 * each declared output (public key, chain code, address, signature) is a function of phrase, path and digest, computed here by other
 * libraries. So there is no bit left in which a device could carry anything out (S21).
 */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allApps } from '../../firmware-sim/apps/all-apps.ts';
import type { Board, Firmware } from '../../firmware-sim/core/board.ts';
import { createDeviceApps } from '../../firmware-sim/core/device-apps.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import type { KeyRing } from '../../firmware-sim/core/signing-keys.ts';
import { chosenBytes } from '../../firmware-sim/malicious/cheat.ts';
import { createMaliciousFirmware } from '../../firmware-sim/malicious/malicious-firmware.ts';
import { concatBytes, toHex } from '../../src/protocol/bytes.ts';
import { seedOfPhrase } from '../fixtures/data/independent-phrase.ts';
import { keyAt, solve } from '../fixtures/data/independent-secp256k1.ts';
import { firstAccount } from '../fixtures/devices/ethereum-commands.ts';
import { backedUpImage, lifePin } from '../fixtures/drivers/life-scripts.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof, startPace } from '../fixtures/proof/summary.ts';
import { inEthereum, openEthereum, say } from '../fixtures/signing/signing-device.ts';
import { pathText, personalMessage, signingRequest } from '../fixtures/signing/signing-requests.ts';
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
  | { readonly kind: 'unlock' };

const steps = (...list: readonly SigningStep[]): Move => ({ kind: 'steps', steps: list });
const asking = (commands: readonly Uint8Array[], link = 0, digest?: Uint8Array): Move =>
  steps(
    ...commands.map((command): SigningStep => ({ kind: 'ask', command, link, ...(digest && { digest }) })),
  );

const link = fc.nat(2);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(signingRequest, link)
      .map(([{ commands, digest }, by]) => asking(commands, by, digest)),
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
    expect(outputs.names().toSorted()).toEqual(['key 0', 'key 1', 'signature', 'typed data']);
    expect(outputs.count('signature')).toBeGreaterThan(runs / 4);
  });
});

/** A device whose keys do something else than they should. */
const withKeys =
  (bend: (ring: KeyRing) => KeyRing): MakeFirmware =>
  (board) => {
    const { openKeys } = board;
    const bent = openKeys && ((...parts: Parameters<typeof openKeys>) => bend(openKeys(...parts)));
    return createFirmware({ ...board, openKeys: bent }, undefined, createDeviceApps(allApps));
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

describe('the device that leaks through nonces', () => {
  const [wallet] = wallets;
  if (wallet === undefined) throw new Error('no wallet');
  const seed = Uint8Array.from(seedOfPhrase(wallet.paper.join(' ')));
  const { point } = keyAt(seed, pathText(firstAccount));
  const { device } = inEthereum({
    image: wallet.image,
    firmware: createMaliciousFirmware('leaking-nonce', createDeviceApps(allApps)),
  });
  const signed = ['one', 'two', 'three'].map((text) => {
    const request = personalMessage(new TextEncoder().encode(text), firstAccount, [200]);
    for (const command of request.commands) say(device, command);
    device.person(readAndSign());
    return { digest: request.digest, signature: device.late.splice(0)[0]?.slice(1, -2) ?? new Uint8Array() };
  });

  it('gives signatures that a host finds nothing wrong with', () => {
    for (const { digest, signature } of signed) {
      expect(signature).toHaveLength(64);
      expect(
        secp256k1.verify(signature, digest, Buffer.from(point, 'hex'), { prehash: false, lowS: true }),
      ).toBe(true);
    }
    expect(new Set(signed.map(({ signature }) => toHex(signature.subarray(0, 32)))).size).toBe(3);
  });

  it('has told a thief the seed after three of them', () => {
    const [first, ...others] = signed;
    if (first === undefined) return expect.fail('nothing was signed');
    const known = (digest: Uint8Array): Uint8Array => sha256(concatBytes(chosenBytes(7), digest));
    // The nonce, or the order less it: `s` may be the other one of two.
    const keys = [known(first.digest), otherS(known(first.digest))].map((nonce) =>
      solve('nonce', nonce, first.signature, first.digest),
    );
    const key = keys.find((each) => toHex(secp256k1.getPublicKey(each, false)) === point);
    if (key === undefined) return expect.fail('no key');
    const halves = others.map(({ digest, signature }, at) => {
      const nonce = solve('key', key, signature, digest);
      const half = toHex(seed.subarray(32 * at, 32 * at + 32));
      return [nonce, otherS(nonce)]
        .map((bytes) => toHex(bytes.map((byte, place) => byte ^ (known(digest)[place] ?? 0))))
        .includes(half);
    });
    expect(halves).toEqual([true, true]);
  });
});
