/** H9: phrase, entropy and PIN are overwritten when a flow ends, however it ends; no word stays on the glass. */
import { describe, expect, it, vi } from 'vitest';
import type * as secretBytesModule from '../../firmware-sim/core/vault/secret-bytes.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Board } from '../../firmware-sim/core/board.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { backedUpImage, lifeScripts, playScript, readyFor } from '../support/life-scripts.ts';
import { createWallet, runPerson, type Action } from '../support/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../support/test-device.ts';

/** A board whose phrase entropy can be looked at afterwards: the array itself, as the firmware got it. */
function watchedDevice(): { device: TestDevice; entropy: () => Uint8Array | undefined } {
  const inner = seededRandom({ all: 'watched' });
  let handed: Uint8Array | undefined;
  const random: Board['random'] = (purpose, length) => {
    const bytes = inner(purpose, length);
    if (purpose === 'phrase') handed = bytes;
    return bytes;
  };
  return { device: createTestDevice({ random }), entropy: () => handed };
}

function actionsOfACeremony(): Action[] {
  const { device } = watchedDevice();
  device.startCreate(12);
  const actions: Action[] = [];
  runPerson(createWallet(12, '1234'), (action) => {
    if (action.kind !== 'look') actions.push(action);
    return device.fingers(action);
  });
  return actions;
}

const words = new Set(wordlist);
const secretsOnTheGlass = (device: TestDevice): number =>
  device.textLines().filter(({ secret, text }) => secret && words.has(text)).length;

const endings: readonly [string, (device: TestDevice) => void][] = [
  ['cancelled by the host', (device) => void device.exchange(encodeCancelRequest())],
  ['power lost', (device) => device.firmware.powerOff()],
];

/** Every array of word indexes that the firmware makes by copying another, as it is afterwards. */
const made = vi.hoisted((): Uint16Array[] => []);

vi.mock('../../firmware-sim/core/vault/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  const copyIndexes: typeof real.copyIndexes = (indexes) => {
    const copy = real.copyIndexes(indexes);
    made.push(copy);
    return copy;
  };
  return { ...real, copyIndexes };
});

describe('H9 erased after a check and a restore', () => {
  const prepared = backedUpImage();

  it.each(
    lifeScripts.filter(({ request: { kind } }) =>
      ['check', 'restore', 'check-file', 'restore-file'].includes(kind),
    ),
  )('what was entered is zero after $name, and when it is stopped at the last press', (script) => {
    for (const stopped of [false, true]) {
      const device = readyFor(script, prepared);
      made.length = 0;
      let held = 0;
      try {
        playScript(device, script, prepared.paper, () => {
          held = Math.max(held, made.filter((copy) => copy.some((index) => index !== 0)).length);
          if (stopped && ['result', 'choose-pin'].includes(device.status().stage))
            throw new Error('stopped here');
        });
      } catch (thrown) {
        expect((thrown as Error).message).toBe('stopped here');
        device.exchange(encodeCancelRequest());
      }
      // The watch did see words while they were entered.
      expect(held).toBeGreaterThan(0);
      expect(made.every((copy) => copy.every((index) => index === 0))).toBe(true);
      expect(secretsOnTheGlass(device)).toBe(0);
    }
  });
});

describe('H9 erased after use', () => {
  const actions = actionsOfACeremony();

  it.each(endings)(
    'entropy is zero and the glass is blank when the ceremony is %s, at every step',
    (_, end) => {
      for (let steps = 0; steps < actions.length; steps += 1) {
        const { device, entropy } = watchedDevice();
        device.startCreate(12);
        for (const action of actions.slice(0, steps)) device.fingers(action);
        const drawn = entropy();
        if (drawn !== undefined && device.status().stage !== 'idle') {
          expect(drawn.some((byte) => byte !== 0)).toBe(true);
        }
        end(device);
        expect(drawn?.every((byte) => byte === 0) ?? true).toBe(true);
        expect(secretsOnTheGlass(device)).toBe(0);
      }
    },
  );

  it('entropy is zero and the glass is free of words when the ceremony is completed', () => {
    const { device, entropy } = watchedDevice();
    device.startCreate(12);
    for (const action of actions) device.fingers(action);
    expect(device.status().outcome).toBe('completed');
    expect(entropy()?.every((byte) => byte === 0)).toBe(true);
    expect(secretsOnTheGlass(device)).toBe(0);
  });

  it('entropy is zero when the storage fails in the middle of creating', () => {
    const { device, entropy } = watchedDevice();
    device.startCreate(12);
    device.storage.budget = 100;
    for (const action of actions) {
      if (device.status().outcome === 'fault') break;
      device.fingers(action);
    }
    expect(device.status().outcome).toBe('fault');
    expect(entropy()?.every((byte) => byte === 0)).toBe(true);
  });

  it('marks every word on the glass as secret, so that no board reads it aloud or sends it on', () => {
    const { device } = watchedDevice();
    device.startCreate(12);
    let seen = 0;
    for (const action of actions) {
      device.fingers(action);
      const { stage } = device.status();
      if (stage !== 'words' && stage !== 'confirm') continue;
      const large = device.textLines().filter(({ text }) => words.has(text));
      seen += large.length;
      for (const line of large) expect(line.secret).toBe(true);
    }
    expect(seen).toBeGreaterThan(12 * 5 - 1);
  });
});
