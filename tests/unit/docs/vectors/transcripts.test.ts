/** The published transcripts, replayed from the files alone; what they compute is computed by node:crypto. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byteAt, fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { encodeInfoRequest } from '../../../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../../../src/protocol/commands/name.ts';
import { encodeWalletRequest } from '../../../../src/protocol/commands/wallet.ts';
import {
  activities,
  stages,
  outcomes,
  type Outcome,
  type Stage,
} from '../../../../src/protocol/public-state.ts';
import {
  phraseOfEntropy,
  sha256Of,
  walletIdOfEntropy,
  entropyOfPhrase,
} from '../../../fixtures/data/independent-phrase.ts';
import { createTestDevice, type TestDevice } from '../../../fixtures/devices/test-device.ts';
import { enterPin, reveal, tap, writeWordsDown } from '../../../kit/drivers/person.ts';
import { buttonOn, statusOn } from '../../../vectors/transcripts/recorder.ts';
import { storageWith } from '../../../vectors/transcripts/stored.ts';
import type { Draw, Happening, Step, Stored } from '../../../vectors/transcripts/transcript.ts';

type Described = Stored & {
  readonly deviceId?: string;
  readonly deviceKey?: string;
  readonly walletId?: string;
};

interface Transcript {
  readonly before: Described;
  readonly seed: string;
  readonly random: readonly Draw[];
  readonly steps: readonly Step[];
  readonly after: Described;
}

const folder = join(import.meta.dirname, '../../../../docs/vectors/transcripts');
const transcripts = readdirSync(folder).map((file) => ({
  file,
  transcript: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Transcript,
}));

/** The generator of the README: the bytes of a draw. */
function drawnBytes(seed: string, purpose: string, count: number, length: number): string {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
    sha256Of(`${seed}/${purpose}/${count}/${block * 32}`),
  );
  return blocks.join('').slice(0, length * 2);
}

/** The draws of a transcript in their order, each with its bytes. */
function bytesOfDraws({ seed, random }: Transcript): string[] {
  const counts = new Map<string, number>();
  return random.map((draw) => {
    const count = counts.get(draw.for) ?? 0;
    counts.set(draw.for, count + 1);
    return draw.broken === true ? '00'.repeat(draw.length) : drawnBytes(seed, draw.for, count, draw.length);
  });
}

/** What stands in a file is what happens, time by time. */
function replay(transcript: Transcript): TestDevice {
  const draws = bytesOfDraws(transcript).map((bytes, at) => ({ ...transcript.random[at], bytes }));
  const storage = storageWith(transcript.before);
  let [device, offAt]: [TestDevice | undefined, number] = [undefined, 0];
  const random = (purpose: string, length: number): Uint8Array => {
    const next = draws.shift();
    expect({ for: next?.for, length: next?.length, at: next?.at }).toEqual({
      for: purpose,
      length,
      at: device?.now() ?? offAt,
    });
    return fromHex(next?.bytes ?? '');
  };
  const happen = (happening: Happening): void => {
    if ('power' in happening) {
      if (happening.power === 'off') {
        offAt = device?.now() ?? 0;
        device?.firmware.powerOff();
        device = undefined;
        return;
      }
      device = createTestDevice({ storage, random, startAt: happening.at });
      expect(statusOn(device)).toBe(happening.status);
      return;
    }
    const on = device;
    if (on === undefined) throw new Error('the device is off');
    on.tick(happening.at - on.now());
    if ('command' in happening) {
      const answer = on.firmware.exchange(fromHex(happening.command), happening.link ?? 0);
      expect(toHex(answer)).toBe(happening.answer);
    } else if ('wait' in happening) {
      on.tick(happening.wait);
    } else {
      const { press, held, screen, button } = happening;
      expect(on.textLines()[0]?.text === screen && buttonOn(on.textLines(), press) === button).toBe(true);
      const buttons = press === 'both' ? (['left', 'right'] as const) : ([press] as const);
      for (const each of buttons) on.press(each);
      on.tick(held);
      for (const each of buttons) on.release(each);
    }
    expect(statusOn(on)).toBe(happening.status);
  };
  for (const { happens } of transcript.steps) happens.forEach(happen);
  expect(draws).toEqual([]);
  if (device === undefined) throw new Error('the device is off at the end');
  return device;
}

const ask = (device: TestDevice, command: Uint8Array): string =>
  toHex(device.firmware.exchange(command).slice(0, -2));

/** Switched on again, the device holds what the transcript says. */
function expectStored(device: TestDevice, after: Described): void {
  if (after.wallet === 'never started') throw new Error('it was started');
  const again = createTestDevice({ storage: device.storage });
  expect(ask(again, encodeInfoRequest()).slice(-32)).toBe(after.deviceId);
  expect(ask(again, encodeNameRequest())).toBe(Buffer.from(after.name ?? '').toString('hex'));
  expect(again.status()).toMatchObject({ wallet: after.wallet, triesLeft: 3 });
  if (after.wallet === 'empty') return;
  expect(walletIdOfEntropy(entropyOfPhrase(after.phrase))).toBe(after.walletId);
  expect(phraseOfEntropy(entropyOfPhrase(after.phrase)) === after.phrase).toBe(true);
  if (after.wallet === 'backed-up') {
    again.person(enterPin(after.pin));
    expect(ask(again, encodeWalletRequest())).toBe(after.walletId);
    return;
  }
  again.person(tap('right'));
  again.person(enterPin(after.pin));
  again.person(reveal());
  const paper = again.person(writeWordsDown(after.phrase.split(' ').length));
  expect(paper.join(' ') === after.phrase).toBe(true);
}

const statuses = transcripts.flatMap(({ transcript }) =>
  transcript.steps.flatMap(({ happens }) =>
    happens.flatMap(({ status }) => (status === undefined ? [] : [fromHex(status)])),
  ),
);

describe('docs/vectors/transcripts', () => {
  it.each(transcripts)('$file is replayed from what is in it', ({ transcript }) => {
    expectStored(replay(transcript), transcript.after);
  });

  it.each(transcripts)('$file has the bytes that its seed gives', ({ transcript }) => {
    const bytes = bytesOfDraws(transcript);
    transcript.random.forEach((draw, at) => {
      expect(draw.bytes ?? '(health)').toBe(draw.for === 'health' ? '(health)' : bytes[at]);
    });
  });

  it('shows every activity', () => {
    const seen = new Set(statuses.map((status) => activities[byteAt(status, 3)]));
    // Of apps the examples of docs/signing.md have every command: a device needs none to be one.
    expect(seen).toEqual(new Set(activities.filter((activity) => activity !== 'app')));
  });

  it('shows every stage and every outcome', () => {
    const seen = statuses.map((status) => [stages[byteAt(status, 4)], outcomes[byteAt(status, 7)]] as const);
    const missing: (Stage | Outcome)[] = [
      ...stages.filter((stage) => !seen.some(([each]) => each === stage)),
      ...outcomes.filter((outcome) => !seen.some(([, each]) => each === outcome)),
    ];
    expect(missing).toEqual([]);
  });
});
