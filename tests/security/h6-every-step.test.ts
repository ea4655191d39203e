/**
 * H6, made from the table of `docs/interruptions.md`: every step of every ceremony, interrupted in each of six ways,
 * on the device alone. The table says what is left, and the person goes on from there.
 */
import type * as stretchModule from '../fixtures/devices/remembered-stretch.ts';
import type * as chachaModule from '../../firmware-sim/core/vault/keys/xchacha.ts';
import type * as phraseModule from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toHex } from '../../src/protocol/bytes.ts';
import { deviceAt, knownAt } from '../fixtures/interruptions/beginnings.ts';
import {
  everythingOf,
  expectNoFile,
  goOn,
  interrupt,
  meet,
  sceneAt,
  statusOf,
  switchOnAgain,
} from '../fixtures/interruptions/scene.ts';
import { ways } from '../fixtures/interruptions/steps.ts';
import { parseInterruptions, readInterruptions } from '../fixtures/interruptions/table.ts';
import { oneRequestOfEach, reachableSteps } from '../fixtures/interruptions/walk.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const secrets = vi.hoisted(() => {
  const arrays: (Uint8Array | Uint16Array)[] = [];
  return {
    arrays,
    keep<Bytes extends Uint8Array | Uint16Array>(bytes: Bytes): Bytes {
      arrays.push(bytes);
      return bytes;
    },
  };
});

vi.mock('../fixtures/devices/remembered-stretch.ts', async (original) => {
  const { rememberedStretch } = await original<typeof stretchModule>();
  const watched: typeof rememberedStretch = (hash, password, ...rest) =>
    secrets.keep(rememberedStretch(hash, secrets.keep(password), ...rest));
  return { rememberedStretch: watched };
});
vi.mock('../../firmware-sim/core/vault/keys/xchacha.ts', async (original) => {
  const real = await original<typeof chachaModule>();
  return {
    ...real,
    xchacha20poly1305: (...parameters: Parameters<typeof real.xchacha20poly1305>) => {
      const cipher = real.xchacha20poly1305(...parameters);
      return {
        encrypt: (plain: Uint8Array) => cipher.encrypt(secrets.keep(plain)),
        decrypt: (sealed: Uint8Array) => secrets.keep(cipher.decrypt(sealed)),
      };
    },
  };
});
vi.mock('../../firmware-sim/core/vault/phrase/phrase.ts', async (original) => {
  const real = await original<typeof phraseModule>();
  return {
    ...real,
    phraseFromEntropy: (entropy: Uint8Array) => secrets.keep(real.phraseFromEntropy(secrets.keep(entropy))),
    entropyFromPhrase: (phrase: Uint16Array) => secrets.keep(real.entropyFromPhrase(secrets.keep(phrase))),
  };
});

const rows = readInterruptions();

function expectErased(): void {
  expect(secrets.arrays.filter((bytes) => bytes.some((value) => value !== 0)).length).toBe(0);
}

describe('the table of interruptions', () => {
  it('has a row for every step that can be reached, and no other', () => {
    const begins = (['new', 'unfinished', 'locked', 'unlocked'] as const).map((from) => () => {
      const known = knownAt(from);
      return { device: deviceAt(from), known: { ...known, nextPin: known.pin } };
    });
    expect([...reachableSteps(begins)].toSorted()).toEqual(rows.map(({ key }) => key).toSorted());
  });

  it('names every ceremony that a host may ask for', () => {
    const named = new Set<string>(rows.map(({ activity }) => activity));
    expect(Object.keys(oneRequestOfEach).filter((kind) => !named.has(kind))).toEqual([]);
  });

  it('has a way to every row, and no row is there twice', () => {
    expect(Object.keys(ways).toSorted()).toEqual(rows.map(({ key }) => key).toSorted());
  });

  it('is read as it is written: a word that the legend does not know is refused', () => {
    const heading =
      '| Ceremony | Step | Device holds | Unplug | Reload | Close tab | Cancel | Second tab | Ten minutes | In a browser |\n|---|\n';
    const row = (unplug: string): string =>
      `${heading}| create | consent | nothing | ${unplug} | goes on | goes on | nothing | goes on, waits | goes on | yes |\n`;
    expect(parseInterruptions(row('nothing'))[0]?.cells[0]).toEqual({
      interruption: 'unplug',
      result: 'nothing',
      page: undefined,
    });
    for (const wrong of ['', 'perhaps', 'nothing, perhaps'])
      expect(() => parseInterruptions(row(wrong))).toThrow('create consent nothing');
    expect(() => parseInterruptions('')).toThrow('no table');
  });
});

const cells = rows.flatMap((row) =>
  (ways[row.key] ?? []).flatMap((way) =>
    row.cells.map((cell) => ({
      ...cell,
      row,
      way,
      step: `${row.key}${way.by === undefined ? '' : ` (${way.by})`}`,
    })),
  ),
);

describe.each(cells)('$step: $interruption', ({ row, way, interruption, result, page }) => {
  beforeEach(() => {
    secrets.arrays.length = 0;
  });

  it(`leaves: ${result}`, () => {
    const scene = sceneAt(row, way);
    const before = everythingOf(scene.device);
    const stored = toHex(scene.device.storage.bytes);
    interrupt[interruption](scene, result === 'goes on' && page === 'no button');

    // No interruption writes anything: what is stored is what the last press left.
    expect(toHex(scene.device.storage.bytes)).toBe(stored);
    if (result === 'goes on') {
      expect(everythingOf(scene.device)).toEqual(before);
    } else {
      expect(scene.device.status()).toMatchObject({ ...statusOf[result], position: 0, total: 0 });
      const { paper, newCode } = scene.known;
      expect(scene.device.lines().some((line) => [...paper, ...newCode].includes(line))).toBe(false);
      expectNoFile(scene.device);
      expectErased();
    }

    goOn(scene, result, interruption !== 'close tab');
    meet(scene.device);
    expectErased();
    switchOnAgain(scene);
    expectErased();
  });
});

it('what must be erased is seen while it is there', () => {
  secrets.arrays.length = 0;
  const row = rows.find(({ key }) => key === 'reveal words backed up');
  const [way] = ways['reveal words backed up'] ?? [];
  if (row === undefined || way === undefined) throw new Error('words are revealed again');
  const scene = sceneAt(row, way);
  expect(() => expectErased()).toThrow();
  goOn(scene, 'goes on', false);
  expectErased();
});
