/** H9: phrase, entropy and PIN are overwritten when a flow ends, however it ends; no word stays on the glass. */
import { describe, expect, it, vi } from 'vitest';
import type * as secretBytesModule from '../../firmware-sim/core/vault/memory/secret-bytes.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Board } from '../../firmware-sim/core/board.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { backedUpImage, lifeScripts, playScript, readyFor } from '../fixtures/drivers/life-scripts.ts';
import { createWallet, runPerson, type Action } from '../kit/drivers/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../fixtures/devices/test-device.ts';

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

/** Every array of word indexes that the firmware makes, empty or from another, as it is afterwards. */
const made = vi.hoisted((): Uint16Array[] => []);

vi.mock('../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  const copyIndexes: typeof real.copyIndexes = (indexes) => {
    const copy = real.copyIndexes(indexes);
    made.push(copy);
    return copy;
  };
  const secretIndexes: typeof real.secretIndexes = (length) => {
    const indexes = real.secretIndexes(length);
    made.push(indexes);
    return indexes;
  };
  return { ...real, copyIndexes, secretIndexes };
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

/** Every array of bytes that the firmware makes from a rule, as it is afterwards: squares of codes are made so. */
function watchSquares(): { readonly made: Uint8Array[]; readonly stop: () => void } {
  const made: Uint8Array[] = [];
  const real = Uint8Array.from.bind(Uint8Array) as (...source: unknown[]) => Uint8Array<ArrayBuffer>;
  const spy = vi.spyOn(Uint8Array, 'from').mockImplementation((...source: unknown[]) => {
    const array = real(...source);
    // The smallest code has 21 squares a side; shorter arrays are messages and names.
    if (array.length >= 441) made.push(array);
    return array;
  });
  return { made, stop: () => spy.mockRestore() };
}

describe('H9 erased after a SeedQR', () => {
  const prepared = backedUpImage();
  const seedQrs = lifeScripts.filter(({ request }) => request.kind === 'seed-qr');

  it.each(seedQrs)('keeps one code of a $name’s squares while it is shown, and none afterwards', (script) => {
    for (const stopAfter of [0, 1, 5, Number.POSITIVE_INFINITY]) {
      for (const [, end] of endings) {
        const device = readyFor(script, prepared);
        const { made, stop } = watchSquares();
        let shown = 0;
        try {
          playScript(device, script, prepared.paper, () => {
            if (device.status().stage !== 'seed-qr') return;
            expect(made.filter((squares) => squares.some((dark) => dark !== 0))).toHaveLength(1);
            if (shown++ === stopAfter) throw new Error('stopped here');
          });
        } catch (thrown) {
          if ((thrown as Error).message !== 'stopped here') throw thrown;
          end(device);
        } finally {
          stop();
        }
        expect(shown).toBeGreaterThan(0);
        // Eight masks were tried; each of them is a code of its own.
        expect(made.length).toBe(8);
        expect(made.every((squares) => squares.every((dark) => dark === 0))).toBe(true);
      }
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

  it('marks every word on the glass as secret, so no board speaks it or sends it on', () => {
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
