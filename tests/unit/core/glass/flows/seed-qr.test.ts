import { describe, expect, it } from 'vitest';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { seedQrBlocks, seedQrSize, type SeedQrFormat } from '../../../../../src/protocol/files/seed-qr.ts';
import { copySeedQr } from '../../../../../firmware-sim/core/glass/flows/seed-qr.ts';
import type { SeedQr } from '../../../../../firmware-sim/core/vault/copies/seed-qr.ts';
import { wordCounts, type WordCount } from '../../../../../src/protocol/public-state.ts';
import { encodeCancelRequest } from '../../../../../src/protocol/commands/cancel.ts';
import { createGlassBench } from '../../../../fixtures/drivers/glass-driver.ts';
import {
  agree,
  copySquares,
  createWallet,
  enterPin,
  expectScreen,
  revealSeedQr,
} from '../../../../kit/drivers/person.ts';
import { isLit } from '../../../../kit/drivers/pixels.ts';
import { decodeSquares, readBlock, readWholeCode, stitch } from '../../../../kit/drivers/square-reader.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../../../fixtures/devices/test-device.ts';

const pin = '4711';
const tapped = (device: TestDevice, ...gestures: readonly ('left' | 'right' | 'both')[]): void => {
  for (const gesture of gestures) device.fingers({ kind: 'tap', gesture });
};
const title = (device: TestDevice): string => device.lines()[0] ?? '';

function backedUp(words: WordCount, phrase = 'squares'): { device: TestDevice; paper: string[] } {
  const device = createTestDevice({ random: seededRandom({ all: 'seed-qr', phrase }) });
  device.startCreate(words);
  return { device, paper: device.person(createWallet(words, pin)) };
}

/** At "By hand alone". */
function asked(words: WordCount, phrase?: string): { device: TestDevice; paper: string[] } {
  const made = backedUp(words, phrase);
  made.device.start({ kind: 'seed-qr' });
  made.device.person(agree('Show SeedQR?'));
  made.device.person(enterPin(pin));
  return made;
}

function atWholeCode(words: WordCount, format: SeedQrFormat, phrase?: string) {
  const made = asked(words, phrase);
  made.device.person(revealSeedQr(format));
  return made;
}

const eyes = (device: TestDevice) => (x: number, y: number) => isLit({ pixels: device.pixels() }, x, y);

const digitsOf = (paper: readonly string[]): string =>
  paper.map((word) => String(wordlist.indexOf(word)).padStart(4, '0')).join('');

const codes = wordCounts.flatMap((words) =>
  (words === 12 || words === 24 ? (['standard', 'compact'] as const) : (['standard'] as const)).map(
    (format) => ({ words, format }),
  ),
);

describe.each(codes)('a $format SeedQR of $words words', ({ words, format }) => {
  const size = seedQrSize(format, words);

  it('can be read from the whole code, and from a grid that was copied block by block', () => {
    const { device, paper } = atWholeCode(words, format);
    const whole = readWholeCode(eyes(device), size);
    const { text, bytes } = decodeSquares(whole);
    if (format === 'standard') expect(text).toBe(digitsOf(paper));
    else {
      const bits = paper.map((word) => wordlist.indexOf(word).toString(2).padStart(11, '0')).join('');
      const read = [...(bytes ?? [])].map((byte) => byte.toString(2).padStart(8, '0')).join('');
      // Twelve words end in 4 bits of checksum, which a Compact code leaves out; 24 in 8.
      expect(read).toBe(bits.slice(0, -words / 3));
    }
    const blocks = seedQrBlocks(size).map(({ name }, index) => {
      tapped(device, 'right');
      expect(title(device)).toBe(name);
      return readBlock(eyes(device), size, index);
    });
    expect(stitch(size, blocks)).toEqual(whole);
    tapped(device, 'right');
    expect(title(device)).toBe('All copied?');
    tapped(device, 'right');
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'completed', wallet: 'backed-up' });
  });

  it('tells the host the stage and no position', () => {
    const { device } = atWholeCode(words, format);
    for (let step = 0; step <= seedQrBlocks(size).length; step += 1) {
      expect(device.status()).toMatchObject({ stage: 'seed-qr', position: 0, total: 0 });
      tapped(device, 'right');
    }
    expect(device.status()).toMatchObject({ stage: 'written', position: 0, total: 0 });
  });
});

describe('the way through a SeedQR', () => {
  it('takes as many presses for one phrase as for another', () => {
    const walks = ['one', 'another'].map((phrase) => {
      const { device } = atWholeCode(24, 'standard', phrase);
      const before = device.frames();
      const names = device.person(copySquares());
      return { names, frames: device.frames() - before };
    });
    expect(walks[1]).toEqual(walks[0]);
    expect(walks[0]?.names).toHaveLength(36);
  });

  it('goes back and forth, and does nothing for both buttons', () => {
    const { device } = atWholeCode(12, 'compact');
    const first = device.pixels();
    tapped(device, 'right', 'right', 'both');
    expect(title(device)).toBe('A2');
    tapped(device, 'left', 'left');
    expect(title(device)).toBe('SeedQR');
    expect(device.pixels()).toEqual(first);
    for (let step = 0; step < 10; step += 1) tapped(device, 'right');
    expect(title(device)).toBe('All copied?');
    tapped(device, 'both', 'left');
    expect(title(device)).toBe('C3');
  });

  it('leads back before the whole code to the warning, and needs the hold again', () => {
    const { device } = atWholeCode(12, 'compact');
    tapped(device, 'left');
    expect(device.status().stage).toBe('warning');
    device.person(revealSeedQr('standard'));
    expect(device.lines()).toContain('25 x 25,');
  });

  it('shows nothing without the hold', () => {
    const { device } = asked(12);
    tapped(device, 'right', 'left');
    device.person(expectScreen('Hold to reveal'));
    device.press('right');
    device.tick(1400);
    device.release('right');
    device.person(expectScreen('Hold to reveal'));
    tapped(device, 'left');
    device.person(expectScreen('By hand only'));
    tapped(device, 'left');
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'stopped' });
  });

  it('warns that few devices read a length outside the specification, and can be left', () => {
    const { device } = asked(21);
    tapped(device, 'right');
    expect(device.lines()).toEqual([
      'Standard only',
      'Few devices read a SeedQR',
      'of 21 words. Keep your words',
      'on paper too.',
      '◀ Back',
      'Next ▶',
    ]);
    tapped(device, 'left');
    device.person(expectScreen('By hand only'));
  });

  it('is refused unless a wallet is backed up', () => {
    const device = createTestDevice();
    expect(() => device.start({ kind: 'seed-qr' })).toThrow();
    expect(device.status().activity).toBe('none');
  });

  it.each(['stop', 'powerOff'] as const)(
    'erases the squares itself, before the wallet’s owner does (%s)',
    (end) => {
      for (const presses of [0, 1, 9]) {
        const bench = createGlassBench();
        const wallet = bench.vault.create(Uint8Array.of(1, 2, 3, 4), 12);
        const codes: SeedQr[] = [];
        const seedQr = (format: SeedQrFormat): SeedQr => {
          const code = wallet.seedQr(format);
          codes.push(code);
          return code;
        };
        bench.state.activity = 'seed-qr';
        const driver = bench.run(copySeedQr(bench.glass, { ...wallet, seedQr }));
        driver.tap('right', 'right');
        driver.hold(1500);
        for (let press = 0; press < presses; press += 1) driver.tap('right');
        const [code] = codes;
        if (code === undefined) throw new Error('a code is on the glass');
        const dark = (): boolean =>
          Array.from({ length: code.size }, (_, at) => code.isDark(at, at)).includes(true);
        expect(dark()).toBe(true);
        driver[end]();
        expect(dark()).toBe(false);
        const shown = bench.board.frames.at(-1);
        bench.glass.blank();
        expect(shown).toEqual(bench.board.frames.at(-1));
      }
    },
  );

  it.each([
    ['the host stops it', (device: TestDevice) => void device.exchange(encodeCancelRequest())],
    ['power goes', (device: TestDevice) => device.firmware.powerOff()],
  ])('leaves no square on the glass when %s', (_, end) => {
    for (const presses of [0, 1, 9]) {
      const { device } = atWholeCode(12, 'compact');
      for (let press = 0; press < presses; press += 1) tapped(device, 'right');
      const corners = (): boolean[] =>
        [
          [0, 0],
          [0, 63],
          [63, 63],
        ].map(([x = 0, y = 0]) => eyes(device)(x, y));
      expect(corners()).toEqual([true, true, true]);
      end(device);
      expect(corners()).toEqual([false, false, false]);
      expect(device.lines().filter((line) => /^([A-F][1-6]|SeedQR)$/.test(line))).toEqual([]);
    }
  });
});
