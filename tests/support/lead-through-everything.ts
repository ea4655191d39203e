/** A device that is led everywhere: every ceremony, its refusals, slips and faults. For laws and pictures of all screens. */
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { responseData } from '../../src/protocol/apdu.ts';
import { fromHex } from '../../src/protocol/bytes.ts';
import { encodeReadFileRequest } from '../../src/protocol/commands/read-file.ts';
import vectors from '../vectors/backup-file.json' with { type: 'json' };
import type { ShownFrame } from './core-board.ts';
import {
  agree,
  agreeToNewWallet,
  checkBackupFile,
  choosePin,
  confirmWord,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  mistakeWord,
  refusedDice,
  reveal,
  rollDice,
  typePin,
  wipe,
  writeWordsDown,
} from './person.ts';
import { fairRolls } from './dice-rolls.ts';
import { createRecordedDevice, type RecordedDevice } from './recorded-device.ts';
import { seededRandom } from './test-device.ts';

/** A backup file, made with a slip, then checked: good, with a wrong code, and one of another wallet. */
function leadThroughFiles(device: RecordedDevice): { file: Uint8Array; code: readonly string[] } {
  device.start({ kind: 'backup-file' });
  device.person(agree('Backup file?'));
  device.person(enterPin('1234'));
  device.person(reveal());
  const code = device.person(writeWordsDown(12));
  device.tap('right');
  device.person(mistakeWord(1, code));
  for (let position = 1; position <= 12; position += 1) device.person(confirmWord(position, code));
  device.person(expectScreen('Once more'));
  device.tap('right');
  for (let position = 1; position <= 12; position += 1) device.person(confirmWord(position, code));
  device.person(expectScreen('Release file?'));
  device.tap('right');
  const file = responseData(device.firmware.exchange(encodeReadFileRequest()));
  for (const [result, asked, entered] of [
    ['The file is good', file, code],
    ['Wrong code', file, [...Array<string>(11).fill('zoo'), 'wrong']],
    ['Other wallet', fromHex(vectors.files[0]?.file ?? ''), code],
  ] as const) {
    device.start({ kind: 'check-file', file: asked });
    device.person(checkBackupFile('1234', entered, result));
  }
  return { file, code };
}

/** What comes after the first backup: rename, reveal, check, change PIN, wipe, restore. */
function leadThroughLife(device: RecordedDevice, paper: readonly string[]): void {
  device.start({ kind: 'rename', name: 'Blue drawer, 2nd' });
  device.tap('right');
  device.start({ kind: 'reveal' });
  device.person(agree('Show words?'));
  device.person(enterPin('4711'));
  device.person(reveal());
  device.tap(...paper.map(() => 'right' as const), 'right');
  for (const [method, entered] of [
    ['letters', paper],
    ['halving', paper.with(0, 'zoo')],
  ] as const) {
    device.start({ kind: 'check' });
    device.person(agree('Check backup?'));
    device.person(enterPin('4711'));
    device.person(enterWords(entered, method));
    device.tap('right');
  }
  device.start({ kind: 'change-pin' });
  device.person(agree('Change PIN?'));
  device.person(enterPin('4711'));
  device.person(choosePin('1234'));
  const { file, code } = leadThroughFiles(device);
  device.start({ kind: 'wipe' });
  device.person(agree('Wipe device?'));
  device.person(wipe());
  device.start({ kind: 'restore-file', file });
  device.person(agree('Restore file?'));
  device.person(enterWords(code, 'letters', 'Code word'));
  device.firmware.exchange(encodeCancelRequest());
  for (const method of ['letters', 'halving'] as const) {
    device.start({ kind: 'restore', wordCount: 12 });
    device.person(agree('Restore?'));
    device.person(enterWords(paper, method));
    device.firmware.exchange(encodeCancelRequest());
  }
  device.start({ kind: 'restore', wordCount: 12 });
  device.person(agree('Restore?'));
  device.person(enterWords(paper, 'letters'));
  device.person(choosePin('4711'));
  device.tap('right');
}

/** Entropy of a phrase in which every word but the last is the same one, and no byte repeats its neighbour for long. */
function entropyOfOneWord(length: number): Uint8Array {
  const wordIndex = 0b101_1001_1010;
  const entropy = new Uint8Array(length);
  for (let bit = 0; bit < length * 8; bit += 1) {
    const set = (wordIndex >>> (10 - (bit % 11))) & 1;
    entropy[bit >>> 3] = (entropy[bit >>> 3] ?? 0) | (set << (7 - (bit & 7)));
  }
  return entropy;
}

/** Everything that a device can be led to show, once: one frame for each picture, in the order in which they came. */
export function leadThroughEverything(): ShownFrame[] {
  const seen: ShownFrame[] = [];
  const keep = (device: RecordedDevice): RecordedDevice => {
    seen.push(...device.board.frames);
    return device;
  };
  const sound = seededRandom({ all: 'frames' });
  const device = createRecordedDevice({ random: sound });
  device.startCreate(24);
  device.tap('left');
  device.startCreate(24);
  device.person(agreeToNewWallet());
  device.person(typePin('12345678'));
  device.person(typePin('12345679'));
  device.tap('right');
  device.person(choosePin('12345678'));
  device.person(reveal());
  const paper = device.person(writeWordsDown(24));
  device.tap('right');
  device.person(mistakeWord(1, paper));
  for (let position = 1; position <= 24; position += 1) device.person(confirmWord(position, paper));
  device.person(expectScreen('Once more'));
  device.tap('right', 'left', 'both');
  device.firmware.exchange(encodeCancelRequest());
  // An unfinished backup: discard, keep, wrong PINs, wiped.
  device.tap('left', 'left', 'right');
  for (const pin of ['0000', '1111', '2222']) {
    device.person(enterPin(pin));
    device.tap('right');
  }
  // Repeated words, to the end, and the device at rest; then locked.
  keep(device);
  const repeated = createRecordedDevice({
    random: (purpose, length) => (purpose === 'phrase' ? entropyOfOneWord(length) : sound(purpose, length)),
  });
  repeated.startCreate(12);
  const paperOfRepeated = repeated.person(createWallet(12, '4711'));
  keep(repeated);
  const locked = repeated.replug();
  locked.person(enterPin('1111'));
  locked.tap('right');
  locked.person(enterPin('4711'));
  leadThroughLife(locked, paperOfRepeated);
  keep(locked);
  // Dice and the entropy check: a pattern is refused, a fair series taken.
  const rolling = createRecordedDevice({ random: sound });
  rolling.start({ kind: 'create', wordCount: 12, dice: true, entropyCheck: true });
  rolling.tap('right');
  rolling.person(rollDice('123456'.repeat(9).slice(0, 50)));
  rolling.tap('left');
  rolling.person(rollDice('2'));
  rolling.tap('right');
  rolling.person(refusedDice());
  rolling.person(rollDice(fairRolls(50)));
  rolling.tap('right');
  keep(rolling);
  // A fault during a ceremony, and a device that is faulty from the start.
  let broken = false;
  const failing = createRecordedDevice({
    random: (purpose, length) => (broken ? new Uint8Array(0) : sound(purpose, length)),
  });
  failing.startCreate(12);
  broken = true;
  failing.tap('right');
  keep(failing);
  keep(createRecordedDevice({ random: (_, length) => new Uint8Array(length) }));
  return seen;
}
