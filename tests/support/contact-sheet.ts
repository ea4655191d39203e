/** Draws every frame of a ceremony into one picture, to look at. Run: `node --import tsx tests/support/contact-sheet.ts FILE`. */
import { writeFileSync } from 'node:fs';
import { encode } from 'fast-png';
import { screenHeight, screenWidth } from '../../src/protocol/models.ts';
import {
  agree,
  agreeToNewWallet,
  choosePin,
  copySquares,
  createWallet,
  enterPin,
  expectScreen,
  mistakeWord,
  reveal,
  revealSeedQr,
  tap,
  writeWordsDown,
  type Person,
} from './person.ts';
import { createTestDevice, type TestDevice } from './test-device.ts';

const scale = 2;
const columns = 5;
const gap = 8;

function capture(): { frames: Uint8Array[]; take(device: TestDevice): void } {
  const frames: Uint8Array[] = [];
  const seen = new Set<string>();
  return {
    frames,
    take(device) {
      const key = device.pixels().join();
      if (!seen.has(key)) frames.push(device.pixels().slice());
      seen.add(key);
    },
  };
}

function sheet(frames: readonly Uint8Array[]): Uint8Array {
  const cellWidth = screenWidth * scale + gap;
  const cellHeight = screenHeight * scale + gap;
  const width = columns * cellWidth;
  const height = Math.ceil(frames.length / columns) * cellHeight;
  const data = new Uint8Array(width * height).fill(90);
  frames.forEach((pixels, index) => {
    const left = (index % columns) * cellWidth;
    const top = Math.floor(index / columns) * cellHeight;
    for (let y = 0; y < screenHeight * scale; y += 1) {
      for (let x = 0; x < screenWidth * scale; x += 1) {
        const column = Math.floor(x / scale);
        const byte = pixels[Math.floor(y / scale) * (screenWidth / 8) + (column >>> 3)] ?? 0;
        data[(top + y) * width + left + x] = (byte >>> (7 - (column & 7))) & 1 ? 255 : 0;
      }
    }
  });
  return encode({ width, height, data, channels: 1, depth: 8 });
}

const camera = capture();
let device = createTestDevice();
const play = <Result>(person: Person<Result>): Result => {
  let step = person.next();
  while (step.done !== true) {
    camera.take(device);
    const { value } = step;
    if (value.kind === 'hold') {
      device.press('right');
      device.tick(700);
      camera.take(device);
      device.release('right');
    }
    step = person.next(device.fingers(value));
  }
  camera.take(device);
  return step.value;
};

camera.take(device);
device.startCreate(24);
device.person(createWallet(24, '4711'));
camera.take(device);
device = device.replug();
play(
  (function* wrongThenRight() {
    yield* enterPin('4712');
    yield* expectScreen('Wrong PIN');
    yield* tap('right');
    yield* enterPin('4711');
  })(),
);
device = createTestDevice();
device.startCreate(12);
play(
  (function* unfinished() {
    yield* agreeToNewWallet();
    yield* choosePin('1234');
    yield* reveal();
    const paper = yield* writeWordsDown(12);
    yield* tap('right');
    yield* mistakeWord(1, paper);
    for (let step = 0; step < 4; step += 1) yield* tap('right');
  })(),
);
device = device.replug();
camera.take(device);
play(tap('left'));
for (const [words, format] of [
  [12, 'compact'],
  [18, 'standard'],
  [24, 'standard'],
] as const) {
  device = createTestDevice();
  device.startCreate(words);
  device.person(createWallet(words, '4711'));
  device.start({ kind: 'seed-qr' });
  play(
    (function* squares() {
      yield* agree('Show SeedQR?');
      yield* enterPin('4711');
      yield* revealSeedQr(format);
      yield* copySquares();
    })(),
  );
}
writeFileSync(process.argv[2] ?? 'contact-sheet.png', sheet(camera.frames));
