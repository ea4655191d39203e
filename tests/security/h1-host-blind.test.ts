/**
 * H1: what crosses the wire does not depend on the phrase. Two devices that differ in nothing but the phrase get
 * the same host messages and the same presses, and must answer byte for byte and tick for tick alike.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { wordCounts } from '../../src/protocol/public-state.ts';
import { createWallet, runPerson } from '../kit/drivers/person.ts';
import { recordingFingers } from '../fixtures/drivers/recorder.ts';
import { buttonSteps, hostMessage, play, type Crossing, type Step } from '../fixtures/drivers/script.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../fixtures/devices/test-device.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const statusStep: Step = { kind: 'apdu', command: encodeStatusRequest() };
const walletCommand = toHex(encodeWalletRequest());

function deviceWithPhrase(phrase: string): TestDevice {
  return createTestDevice({ random: seededRandom({ all: 'shared', phrase }) });
}

/** The transcript as text; the wallet ID is a declared public output, so only its presence is compared. */
function compared(transcript: readonly Crossing[]): string[] {
  return transcript.map(({ at, command, response }) => {
    const answer = toHex(response);
    const shown =
      toHex(command) === walletCommand && response.length === 18 ? `wallet ID ${answer.slice(-4)}` : answer;
    return `${at} > ${toHex(command)} < ${shown}`;
  });
}

/** A whole ceremony on one device, with a status poll after every press. */
function recordCeremony(count: (typeof wordCounts)[number]): { steps: Step[]; paper: string[] } {
  const device = deviceWithPhrase('first');
  const steps: Step[] = [{ kind: 'apdu', command: encodeCreateRequest({ wordCount: count }) }];
  device.startCreate(count);
  const paper = runPerson(createWallet(count, '90210'), recordingFingers(device, steps, [statusStep]));
  steps.push(statusStep, { kind: 'apdu', command: encodeWalletRequest() }, { kind: 'replug' }, statusStep);
  return { steps, paper };
}

describe('H1 host-blind', () => {
  it.each(wordCounts)('a whole ceremony of %i words gives the same transcript for two phrases', (count) => {
    const { steps, paper } = recordCeremony(count);
    const first = play(deviceWithPhrase('first'), steps);
    const second = play(deviceWithPhrase('second'), steps);
    expect(compared(second.transcript)).toEqual(compared(first.transcript));
    expect(first.transcript.length).toBeGreaterThan(count * 2);
    expect(second.device.status().wallet).toBe('backed-up');
    // The two phrases did differ: the wallet IDs do, and one paper is not the other.
    const ids = [first, second].map(({ transcript }) =>
      toHex(transcript.at(-2)?.response ?? new Uint8Array()),
    );
    expect(ids[0]).not.toBe(ids[1]);
    expect(paper).toHaveLength(count);
  });

  it('random scripts of presses and messages give the same transcript for two phrases', () => {
    const { steps: whole } = recordCeremony(12);
    const anyStep = fc.oneof(
      buttonSteps,
      hostMessage.map((command): Step[] => [{ kind: 'apdu', command }, statusStep]),
      fc.constant<Step[]>([{ kind: 'replug' }, statusStep]),
    );
    fc.assert(
      fc.property(fc.nat(whole.length), fc.array(anyStep, { maxLength: 40 }), (prefix, random) => {
        const steps = [...whole.slice(0, prefix), ...random.flat(), statusStep];
        const first = play(deviceWithPhrase('first'), steps);
        const second = play(deviceWithPhrase('second'), steps);
        expect(compared(second.transcript)).toEqual(compared(first.transcript));
      }),
      { numRuns: 150 },
    );
  });

  it('would notice a leak: a status that tells whether the word on the screen is long', () => {
    const { steps } = recordCeremony(12);
    const leaking = (phrase: string): TestDevice => {
      const device = deviceWithPhrase(phrase);
      return {
        ...device,
        exchange(command) {
          const response = device.exchange(command);
          const word = device.textLines().find(({ secret }) => secret)?.text ?? '';
          if (response.length === 14) response[11] = word.length > 5 ? 1 : 0;
          return response;
        },
      };
    };
    const first = play(leaking('first'), steps);
    const second = play(leaking('second'), steps);
    expect(compared(second.transcript)).not.toEqual(compared(first.transcript));
  });
});
