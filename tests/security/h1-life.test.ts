/** H1 for the ceremonies after the first backup; the result of a check is a declared public output. */
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import {
  backedUpImage,
  lifePin,
  lifeScripts,
  playScript,
  readyFor,
} from '../fixtures/drivers/life-scripts.ts';
import { agree, enterPin, enterWords, runPerson } from '../kit/drivers/person.ts';
import { recordingFingers } from '../fixtures/drivers/recorder.ts';
import { play, type Crossing, type Step } from '../fixtures/drivers/script.ts';
import { createTestDevice } from '../fixtures/devices/test-device.ts';

const statusStep: Step = { kind: 'apdu', command: encodeStatusRequest() };
const [first, second] = [backedUpImage('first'), backedUpImage('second')];

/** The transcript as text. Of a check's result only that there is one: it is a declared public output. */
function compared(transcript: readonly Crossing[]): string[] {
  return transcript.map(({ at, command, response }) => {
    const shown = response.slice();
    if (response.length === 14) {
      const { outcome } = decodeStatus(response.slice(0, -2));
      if (outcome === 'match' || outcome === 'no-match') shown[7] = 0xff;
    }
    return `${at} > ${toHex(command)} < ${toHex(shown)}`;
  });
}

describe('H1 the life of a phrase', () => {
  // The check of a file is in `h1-backup-file.test.ts`: a host sends each device a file of its own.
  it.each(lifeScripts.filter(({ before, name }) => before === 'backed-up' && name !== 'check file'))(
    '$name gives the same transcript for two phrases',
    (script) => {
      const device = readyFor(script, first);
      const steps: Step[] = [{ kind: 'apdu', command: encodeCeremonyRequest(script.request) }];
      device.start(script.request);
      runPerson(script.person(first.paper), recordingFingers(device, steps, [statusStep]));
      steps.push(statusStep);
      const [one, two] = [first, second].map((each) => play(readyFor(script, each), steps));
      expect(compared(two?.transcript ?? [])).toEqual(compared(one?.transcript ?? []));
      expect(one?.device.status()).toMatchObject({ outcome: script.outcome, wallet: script.after });
      // The phrases do differ: the words of one are no match on the other, and that bit alone is told.
      const outcome = script.request.kind === 'check' ? 'no-match' : script.outcome;
      expect(two?.device.status()).toMatchObject({ outcome, wallet: script.after });
    },
  );

  it.each(lifeScripts.filter(({ request }) => request.kind === 'seed-qr'))(
    'eight phrases give one transcript for a $name, though their squares differ',
    (script) => {
      const phrases = Array.from({ length: 8 }, (_, index) => backedUpImage(`squares ${index}`));
      const [one = first] = phrases;
      const device = readyFor(script, one);
      const steps: Step[] = [{ kind: 'apdu', command: encodeCeremonyRequest(script.request) }];
      device.start(script.request);
      runPerson(script.person(one.paper), recordingFingers(device, steps, [statusStep]));
      const pictures = new Set<string>();
      const transcripts = phrases.map((each) => {
        const another = readyFor(script, each);
        // Ahead of the last two presses the last block is on the glass.
        const { transcript } = play(another, steps.slice(0, -8));
        pictures.add(toHex(another.pixels()));
        return [...compared(transcript), ...compared(play(another, steps.slice(-8)).transcript)];
      });
      expect(pictures.size).toBe(8);
      for (const transcript of transcripts) expect(transcript).toEqual(transcripts[0]);
    },
  );

  it.each(['restore', 'check'] as const)(
    'halving: two different phrases (%s) give the same messages and the same timing',
    (kind) => {
      const script = lifeScripts.find(({ name }) => name === `${kind} by halving`);
      if (script === undefined) throw new Error('there is such a script');
      const transcripts = [first, second].map((each) => {
        const device = script.before === 'empty' ? createTestDevice() : readyFor(script, first);
        const steps: Step[] = [];
        device.start(script.request);
        runPerson(
          (function* enter() {
            yield* agree(kind === 'restore' ? 'Restore?' : 'Check backup?');
            if (kind === 'check') yield* enterPin(lifePin);
            yield* enterWords(each.paper, 'halving');
          })(),
          recordingFingers(device, steps, [statusStep]),
        );
        const replayed = script.before === 'empty' ? createTestDevice() : readyFor(script, first);
        replayed.start(script.request);
        return compared(play(replayed, steps).transcript);
      });
      expect(first.paper.join(' ') === second.paper.join(' ')).toBe(false);
      expect(transcripts[1]).toEqual(transcripts[0]);
      expect(transcripts[0]?.length).toBeGreaterThan(11 * 11);
    },
  );

  it('entry by letters leaks the number of presses, which is why halving is offered', () => {
    const script = lifeScripts.find(({ name }) => name === 'check by letters');
    if (script === undefined) throw new Error('there is such a script');
    const polls = (paper: readonly string[]): number => {
      let actions = 0;
      playScript(readyFor(script, first), script, paper, () => (actions += 1));
      return actions;
    };
    expect(polls(first.paper)).not.toBe(polls(second.paper));
  });
});
