/** Plays a script on a device with fixed randomness and writes down everything that happens. */
import { toHex } from '../../../src/protocol/bytes.ts';
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { runPerson, type Action, type SeenLine } from '../../kit/drivers/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';
import { storageWith } from './stored.ts';
import type { Draw, Happening, Scene, Script, Step, Stored } from './transcript.ts';

const tapMs = 50;

/** What the glass calls a button, without its sign. */
export function buttonOn(lines: readonly SeenLine[], press: 'left' | 'right' | 'both'): string {
  const texts = lines.map(({ text }) => text);
  if (press === 'both') return texts.find((text) => text.startsWith('●● '))?.slice(3) ?? '';
  if (press === 'left') return texts.find((text) => text.startsWith('◀ '))?.slice(2) ?? '';
  return texts.find((text) => text.endsWith(' ▶'))?.slice(0, -2) ?? '';
}

export const statusOn = (device: TestDevice): string =>
  toHex(device.firmware.exchange(encodeStatusRequest()).slice(0, -2));

const titleOf = (lines: readonly SeenLine[]): string => lines[0]?.text ?? '';

/** The random source of a transcript. */
function recordedRandom(script: Script, draws: Draw[], now: () => number) {
  const sound = seededRandom({ all: script.name });
  return (purpose: Draw['for'], length: number): Uint8Array => {
    const broken = purpose === script.brokenFor;
    const bytes = broken ? new Uint8Array(length) : sound(purpose, length);
    draws.push({
      at: now(),
      for: purpose,
      length,
      ...(purpose !== 'health' && { bytes: toHex(bytes) }),
      ...(broken && { broken }),
    });
    return bytes;
  };
}

export interface Recording {
  readonly draws: readonly Draw[];
  readonly steps: readonly Step[];
  readonly after: Stored;
}

export function record(script: Script): Recording {
  const draws: Draw[] = [];
  const steps: Step[] = [];
  const storage = storageWith(script.before);
  let now = 0;
  let device: TestDevice | undefined;
  const random = recordedRandom(script, draws, () => device?.now() ?? now);
  const on = (): TestDevice => {
    if (device === undefined) throw new Error('the device is off');
    return device;
  };

  const fingersOf =
    (happens: Happening[]) =>
    (action: Action): readonly SeenLine[] => {
      const lines = on().fingers({ kind: 'look' });
      if (action.kind !== 'tap' && action.kind !== 'hold') return on().fingers(action);
      const press = action.kind === 'tap' ? action.gesture : 'right';
      const at = on().now();
      const after = on().fingers(action);
      happens.push({
        at,
        press,
        held: action.kind === 'tap' ? tapMs : action.milliseconds,
        screen: titleOf(lines),
        button: buttonOn(lines, press),
        status: statusOn(on()),
      });
      return after;
    };

  const scene: Scene = {
    power(kind) {
      if (kind === 'on') {
        device = createTestDevice({ storage, random, startAt: now });
        steps.push({ means: 'power on', happens: [{ at: now, power: kind, status: statusOn(device) }] });
        return;
      }
      now = on().now();
      on().firmware.powerOff();
      device = undefined;
      steps.push({ means: 'power off', happens: [{ at: now, power: kind }] });
    },
    host(means, command, link) {
      const at = on().now();
      const answer = on().firmware.exchange(command, link ?? 0);
      const told = { command: toHex(command), answer: toHex(answer), status: statusOn(on()) };
      steps.push({ means, happens: [link === undefined ? { at, ...told } : { at, link, ...told }] });
      return answer.slice(0, -2);
    },
    person(means, person) {
      const happens: Happening[] = [];
      const result = runPerson(person, fingersOf(happens));
      steps.push({ means, happens });
      return result;
    },
    wait(means, milliseconds) {
      const at = on().now();
      on().tick(milliseconds);
      steps.push({ means, happens: [{ at, wait: milliseconds, status: statusOn(on()) }] });
    },
  };
  const after = script.play(scene);
  return { draws, steps, after };
}
