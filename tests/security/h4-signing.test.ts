/** H4 for a device that signs: no key and no signature before every word has been confirmed, nor while it is locked. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { encodeNonceRequest } from '../../src/protocol/commands/protect.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { firstAccount, pathBytes } from '../fixtures/devices/ethereum-commands.ts';
import { backedUpImage, lifePin } from '../fixtures/drivers/life-scripts.ts';
import { buttonSteps, play } from '../fixtures/drivers/script.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { reportProof, startPace } from '../fixtures/proof/summary.ts';
import { hostNonceOf, protect } from '../fixtures/signing/protected-signing.ts';
import {
  createSigningDevice,
  enterEthereum,
  openEthereum,
  say,
  type SigningDevice,
} from '../fixtures/signing/signing-device.ts';
import { encodeApdu, personalMessage } from '../fixtures/signing/signing-requests.ts';
import { anyMessage } from '../fixtures/signing/wallet-traffic.ts';
import { agreeToNewWallet, choosePin, createWallet, reveal, runPerson } from '../kit/drivers/person.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const request = personalMessage(new TextEncoder().encode('Sign in'), firstAccount, [200]);
const wanted: readonly Uint8Array[] = [
  openEthereum,
  ...[0, 1].flatMap((p1) =>
    [0, 1].map((p2) => encodeApdu({ cla: 0xe0, ins: 0x02, p1, p2, data: pathBytes() })),
  ),
  protect(hostNonceOf(1)),
  ...request.commands,
  encodeNonceRequest(hostNonceOf(1)),
];

const isProtection = ([cla, ins]: Uint8Array): boolean =>
  cla === 0xc8 && (ins === instructions.protect || ins === instructions.nonce);

/** Asks for all of it by several links; nothing is to come of it but two bytes each. */
function expectNothing({ device, watch }: SigningDevice): void {
  for (const [at, command] of wanted.entries()) expect(say(device, command, at % 3)).toMatch(/^[0-9a-f]{4}$/);
  expect([device.late, watch.calls, watch.opened]).toEqual([[], [], 0]);
}

describe('H4 of what signs', () => {
  it('opens no key before the last word was confirmed, at any step of a backup', () => {
    const made = createSigningDevice();
    const { device, watch } = made;
    device.startCreate(12);
    let [asked, opened] = [0, 0];
    runPerson(createWallet(12, lifePin), (action) => {
      if (action.kind !== 'look' && device.status().wallet !== 'backed-up') {
        expectNothing(made);
        asked += 1;
      }
      const lines = device.fingers(action);
      if (device.status().wallet !== 'backed-up') expect(watch.opened).toBe(0);
      else opened = watch.opened;
      return lines;
    });
    expect(asked).toBeGreaterThan(80);
    // The same wallet has keys from then on.
    expect(opened).toBe(1);
    expect(say(device, openEthereum)).toBe('9000');
    expect(request.commands.map((command) => say(device, command)).at(-1)).toBe('waits');
  });

  const states: readonly (readonly [string, () => SigningDevice])[] = [
    ['is empty', () => createSigningDevice()],
    ['is locked', () => createSigningDevice({ image: backedUp })],
    ['has an unfinished backup', () => createSigningDevice({ image: unfinished })],
    [
      'shows the words of a new wallet',
      () => {
        const made = createSigningDevice();
        made.device.startCreate(12);
        made.device.person(
          (function* untilTheWords() {
            yield* agreeToNewWallet();
            yield* choosePin(lifePin);
            yield* reveal();
          })(),
        );
        return made;
      },
    ],
    [
      'has locked itself',
      () => {
        const made = createSigningDevice({ image: backedUp });
        enterEthereum(made.device);
        made.device.tick(301_000);
        expect([made.watch.opened, made.watch.closed]).toEqual([1, 1]);
        made.watch.opened = 0;
        return made;
      },
    ],
  ];
  const { image: backedUp } = backedUpImage();
  const unfinished = ((): Uint8Array => {
    const { device } = createSigningDevice();
    device.startCreate(12);
    device.person(
      (function* untilTheWords() {
        yield* agreeToNewWallet();
        yield* choosePin(lifePin);
      })(),
    );
    device.exchange(encodeCancelRequest());
    return device.storage.bytes.slice();
  })();

  it.each(states)('gives nothing to a sequence of messages and presses when it %s', (_, stand) => {
    const runs = proofRuns({ short: 200, long: 20_000 });
    const pace = startPace();
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant('message' as const), command: anyMessage, link: fc.nat(2) }),
      },
      { weight: 1, arbitrary: buttonSteps.map((list) => ({ kind: 'buttons' as const, list })) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const made = stand();
        const { device, watch } = made;
        for (const each of steps) {
          if (each.kind === 'message') {
            const answer = say(device, each.command, each.link);
            if (each.command[0] === 0xe0 || isProtection(each.command))
              expect(answer).toMatch(/^[0-9a-f]{4}$/);
          } else play(device, each.list);
          expect(device.status()).not.toMatchObject({ wallet: 'backed-up', locked: false });
          expect([device.late.length, watch.calls.length, watch.opened]).toEqual([0, 0, 0]);
        }
        expectNothing(made);
      }),
      { numRuns: runs, ...(runs > 2000 ? {} : { seed: 20_261_130 }) },
    );
    reportProof('H4 for what signs: a device that may not', { ...pace(runs) });
  });

  it('asks for the PIN before there are keys, each time that its power comes on', () => {
    const made = createSigningDevice({ image: backedUp });
    expectNothing(made);
    enterEthereum(made.device);
    expect(made.watch.opened).toBe(1);
    const again = made.device.replug();
    expect(say(again, openEthereum)).toBe('5515');
    expect([made.watch.opened, made.watch.closed]).toEqual([1, 1]);
  });
});
