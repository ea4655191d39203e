/**
 * H1 for bitcoins: two devices with two phrases that sign the same plan ask as much, say as much and take as long; what differs is what the
 * host has sent itself, and signatures, which other libraries make again (`h11-bitcoin.test.ts`).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { anyPlan } from '../fixtures/bitcoin/any-plan.ts';
import { goOn } from '../fixtures/bitcoin/bitcoin-host.ts';
import { addressKinds, walletOfSeed, type Plan } from '../fixtures/bitcoin/psbt-maps.ts';
import { seedOfPhrase } from '../fixtures/data/independent-phrase.ts';
import { backedUpImage, lifePin } from '../fixtures/drivers/life-scripts.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createSigningDevice, openBitcoin, say } from '../fixtures/signing/signing-device.ts';
import { encodeApdu } from '../fixtures/signing/signing-requests.ts';
import { putSpending, requestOf } from '../fixtures/signing/spending-requests.ts';
import { enterPin } from '../kit/drivers/person.ts';
import { readAndSign } from '../kit/drivers/signing-person.ts';

const twins = ['one', 'other'].map((name) => {
  const { image, paper } = backedUpImage(`coins ${name}`);
  const { device } = createSigningDevice({ image });
  device.person(enterPin(lifePin));
  say(device, openBitcoin);
  return { device, wallet: walletOfSeed(Uint8Array.from(seedOfPhrase(paper.join(' ')))) };
});

/** The length and the status of each answer, and when it came, from the first command on. */
function transcript({ device, wallet }: (typeof twins)[number], plan: Plan): readonly string[] {
  let began = device.now();
  const seen: string[] = [];
  const note = (answer: string): void => {
    // A signature in DER is as long as its numbers are: that is declared.
    const isSignature = answer.startsWith('10') && answer.endsWith('e000');
    const length = isSignature && plan.kind !== 'tr' ? 'DER' : answer.length;
    seen.push(`${length} ${answer.slice(-4)} at ${device.now() - began}`);
  };
  const watched = {
    ...device,
    ask(command: Uint8Array, link?: number) {
      const answer = device.ask(command, link);
      note(answer === 'waits' ? answer : toHex(answer));
      return answer;
    },
  };
  putSpending(watched, requestOf(plan, wallet));
  device.person(readAndSign());
  // How long the person reads is as public as what is read.
  began = device.now();
  for (const late of device.late.splice(0)) note(toHex(late));
  for (const _ of plan.coins) note(say(device, encodeApdu(goOn(new Uint8Array()))));
  return seen;
}

describe('two devices that sign one plan, with two phrases', () => {
  it.each(addressKinds)('give one transcript, but for what is declared: %s', (kind) => {
    const runs = proofRuns({ short: 8, long: 800 });
    fc.assert(
      fc.property(anyPlan(kind), (plan) => {
        const [one, other] = twins.map((twin) => transcript(twin, plan));
        expect(one?.at(-1)).toMatch(/^4 9000/);
        expect(other).toEqual(one);
      }),
      { numRuns: runs, ...(runs > 400 ? {} : { seed: 20_261_130 }) },
    );
  });
});
