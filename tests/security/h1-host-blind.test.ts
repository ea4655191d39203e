/**
 * H1: what crosses the wire does not depend on the phrase. Two devices that differ in nothing but the phrase get
 * the same host messages and the same presses, and must answer byte for byte and tick for tick alike.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeAttestRequest } from '../../src/protocol/commands/attest.ts';
import { encodeCertificateRequest } from '../../src/protocol/commands/certificate.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../src/protocol/commands/name.ts';
import { encodeReadFileRequest } from '../../src/protocol/commands/read-file.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { wordCounts } from '../../src/protocol/public-state.ts';
import {
  agreeToNewWallet,
  answerEveryWord,
  choosePin,
  confirmWord,
  createWallet,
  finish,
  mistakeWord,
  reveal,
  runPerson,
  tap,
  writeWordsDown,
  type Person,
} from '../kit/drivers/person.ts';
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

/** A new wallet of 12 words, with a slip at each of these words in turn. */
function* createWithSlips(slips: readonly number[]): Person<void> {
  yield* agreeToNewWallet();
  yield* choosePin('90210');
  yield* reveal();
  const paper = yield* writeWordsDown(12);
  yield* tap('right');
  for (const slip of slips) {
    for (let position = 1; position < slip; position += 1) yield* confirmWord(position, paper);
    yield* mistakeWord(slip, paper);
  }
  yield* answerEveryWord(paper);
  yield* finish();
}

/** Whatever a host may ask while a person answers. */
const questions = [
  encodeStatusRequest(),
  encodeInfoRequest(),
  encodeNameRequest(),
  encodeWalletRequest(),
  encodeReadFileRequest(),
  encodeCertificateRequest(),
  encodeAttestRequest(new Uint8Array(32).fill(7)),
];

/** All that is answered in a confirmation with these slips, each answer once; how often it was asked. */
function answersWhileConfirming(slips: readonly number[]): { answers: string[]; asked: number } {
  const device = deviceWithPhrase('first');
  device.startCreate(12);
  const answers = new Set<string>();
  let asked = 0;
  runPerson(createWithSlips(slips), (action) => {
    const lines = device.fingers(action);
    if (action.kind === 'tap' && device.status().stage === 'confirm') {
      asked += 1;
      // A signature takes longer than all else.
      const some = asked % 16 === 0 ? questions : questions.slice(0, -1);
      for (const [at, question] of some.entries()) answers.add(`${at} ${toHex(device.exchange(question))}`);
    }
    return lines;
  });
  return { answers: [...answers].toSorted(), asked };
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

  it.each([[[1]], [[7]], [[12]], [[3, 3, 9]]])(
    'a confirmation with slips at %j gives the same transcript for two phrases',
    (slips) => {
      const device = deviceWithPhrase('first');
      const steps: Step[] = [{ kind: 'apdu', command: encodeCreateRequest({ wordCount: 12 }) }];
      device.startCreate(12);
      runPerson(createWithSlips(slips), recordingFingers(device, steps, [statusStep]));
      const first = play(deviceWithPhrase('first'), steps);
      const second = play(deviceWithPhrase('second'), steps);
      expect(compared(second.transcript)).toEqual(compared(first.transcript));
      expect(second.device.status().wallet).toBe('backed-up');
    },
  );

  it('no answer tells a slip, the word asked for, or the round', () => {
    const honest = answersWhileConfirming([]);
    // One answer to each question, from the first word to the last.
    expect(honest.answers).toHaveLength(questions.length);
    for (const slips of [[1], [7], [12], [2, 11, 5]]) {
      const { answers, asked } = answersWhileConfirming(slips);
      expect(answers).toEqual(honest.answers);
      expect(asked).toBeGreaterThan(honest.asked);
    }
  });

  it('its certificate never changes, and proofs differ by released IDs alone', () => {
    const { steps } = recordCeremony(12);
    const certificate: Step = { kind: 'apdu', command: encodeCertificateRequest() };
    const attest: Step = { kind: 'apdu', command: encodeAttestRequest(new Uint8Array(32).fill(7)) };
    const asked = steps.flatMap((step, at) => (at % 20 === 0 ? [certificate, attest, step] : [step]));
    const [first, second] = ['first', 'second'].map((phrase) =>
      play(deviceWithPhrase(phrase), [...asked, certificate, attest]),
    );
    const answersTo = ({ command }: { command: Uint8Array }, told = second) =>
      (told?.transcript ?? []).filter((each) => toHex(each.command) === toHex(command));
    const certificates = [first, second].flatMap((told) => answersTo(certificate, told));
    expect(new Set(certificates.map(({ response }) => toHex(response))).size).toBe(1);
    const proofs = [first, second].map((told) => answersTo(attest, told).map(({ response }) => response));
    const statuses = proofs.map((answers) => answers.map((answer) => toHex(answer.slice(0, 12))));
    expect(statuses[1]).toEqual(statuses[0]);
    // Until the wallet ID is released there is nothing that could differ, the signature neither.
    const unreleased = proofs.map((answers) =>
      answers.filter((answer) => answer.slice(12, 28).every((byte) => byte === 0)).map(toHex),
    );
    expect(unreleased[1]).toEqual(unreleased[0]);
    expect(unreleased[0]?.length).toBeGreaterThan(2);
    expect(proofs[0]?.length).toBeGreaterThanOrEqual((unreleased[0]?.length ?? 0) + 1);
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
