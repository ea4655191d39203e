import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeBackupFile } from '../../../../firmware-sim/core/vault/copies/backup-file.ts';
import type { Control, Refusal } from '../../../../firmware-sim/core/wire/control.ts';
import { dispatch } from '../../../../firmware-sim/core/wire/dispatch.ts';
import { fromHex, readU16 } from '../../../../src/protocol/bytes.ts';
import type { EntropyCommitment } from '../../../../src/protocol/entropy/entropy.ts';
import { decodeAppName, encodeAppNameRequest } from '../../../../src/protocol/commands/app-name.ts';
import { decodeLanguages, type DeviceLanguages } from '../../../../src/protocol/commands/languages.ts';
import { decodeInfo, encodeInfoRequest, type DeviceInfo } from '../../../../src/protocol/commands/info.ts';
import { decodeStatus, encodeStatusRequest } from '../../../../src/protocol/commands/status.ts';
import type { CeremonyKind } from '../../../../src/protocol/ceremonies.ts';
import { isCeremonyInstruction } from '../../../../src/protocol/commands/ceremonies.ts';
import { commonClass, hostblindClass, instructions } from '../../../../src/protocol/apdu/instructions.ts';
import type { PublicState } from '../../../../src/protocol/public-state.ts';
import { statusWordName, statusWords } from '../../../../src/protocol/apdu/status-words.ts';
import { countingBytes } from '../../../fixtures/devices/core-board.ts';
import { createWallet } from '../../../kit/drivers/person.ts';
import { createTestDevice, type TestDevice } from '../../../fixtures/devices/test-device.ts';
import vectors from '../../../../docs/vectors/backup-file.json' with { type: 'json' };

const state: PublicState = {
  wallet: 'unfinished-backup',
  locked: false,
  activity: 'create',
  stage: 'words',
  position: 5,
  total: 24,
  outcome: 'none',
  ceremony: 0x1234,
  triesLeft: 2,
  wordCount: 24,
};
const info: DeviceInfo = {
  firmware: { major: 0, minor: 1, patch: 0 },
  kind: 'simulator',
  capabilities: ['create', 'attest'],
  deviceId: countingBytes(16),
};

interface Answers {
  readonly start?: 'started' | Refusal;
  readonly stop?: 'stopped' | Refusal;
  readonly walletId?: Uint8Array | Refusal;
  readonly file?: Uint8Array | Refusal;
  readonly name?: Uint8Array | Refusal;
  readonly languages?: DeviceLanguages | Refusal;
  readonly attest?: Uint8Array | Refusal;
  readonly certificate?: Uint8Array | Refusal;
  readonly info?: DeviceInfo | 'deviceFault';
  readonly commit?: EntropyCommitment | Refusal;
  readonly mix?: Uint8Array | Refusal | 'badData';
  readonly open?: Uint8Array | Refusal | 'badData';
  readonly keep?: 'kept' | Refusal | 'badData';
  readonly lacks?: CeremonyKind;
}

/** A device that does nothing but tell what it was asked. */
function scripted(answers: Answers = {}) {
  const calls: unknown[][] = [];
  const called = <Result>(name: string, result: Result, ...parameters: unknown[]): Result => {
    calls.push([name, ...parameters]);
    return result;
  };
  const control: Control = {
    entropy: {
      commit: () => called('commit', answers.commit ?? { candidate: 7, commitment: countingBytes(32, 3) }),
      mix: (hostPart) => called('mix', answers.mix ?? countingBytes(16, 5), hostPart),
      open: (walletId) => called('open', answers.open ?? countingBytes(32, 6), walletId),
      keep: (walletId) => called('keep', answers.keep ?? 'kept', walletId),
    },
    state: () => called('state', state),
    info: () => called('info', answers.info ?? info),
    isWholeFile: isWholeBackupFile,
    canSpeak: (tag) => tag === 'de',
    lacks: (kind) => answers.lacks === kind,
    languages: () => called('languages', answers.languages ?? { spoken: 'en', offered: ['en', 'de'] }),
    start: (request) => called('start', answers.start ?? 'started', request),
    name: () => called('name', answers.name ?? countingBytes(11, 0x41)),
    stop: () => called('stop', answers.stop ?? 'stopped'),
    walletId: () => called('walletId', answers.walletId ?? countingBytes(16)),
    file: () => called('file', answers.file ?? countingBytes(124)),
    attest: (challenge) => called('attest', answers.attest ?? countingBytes(92), challenge),
    certificate: () => called('certificate', answers.certificate ?? countingBytes(180)),
  };
  return { calls, exchange: (...bytes: readonly number[]) => dispatch(control, Uint8Array.from(bytes)) };
}

const wordOf = (response: Uint8Array): number => readU16(response, response.length - 2);
const { wrongLength, badParameters, unknownInstruction, unknownClass } = statusWords;

/** Every command of the specification: its class, its instruction, the lengths of data that it takes. */
const table = [
  { cla: commonClass, ins: 0x01, length: 0 },
  { cla: hostblindClass, ins: instructions.info, length: 0 },
  { cla: hostblindClass, ins: instructions.status, length: 0 },
  { cla: hostblindClass, ins: instructions.cancel, length: 0 },
  { cla: hostblindClass, ins: instructions.attest, length: 32 },
  { cla: hostblindClass, ins: instructions.certificate, length: 0 },
  { cla: hostblindClass, ins: instructions.wallet, length: 0 },
  { cla: hostblindClass, ins: instructions.name, length: 0 },
  { cla: hostblindClass, ins: instructions.readFile, length: 0 },
  { cla: hostblindClass, ins: instructions.languages, length: 0 },
  { cla: hostblindClass, ins: instructions.backupFile, length: 0 },
  { cla: hostblindClass, ins: instructions.create, length: 2 },
  { cla: hostblindClass, ins: instructions.commit, length: 0 },
  { cla: hostblindClass, ins: instructions.entropy, length: 32 },
  { cla: hostblindClass, ins: instructions.open, length: 16 },
  { cla: hostblindClass, ins: instructions.keep, length: 16 },
  { cla: hostblindClass, ins: instructions.reveal, length: 0 },
  { cla: hostblindClass, ins: instructions.check, length: 0 },
  { cla: hostblindClass, ins: instructions.restore, length: 1 },
  { cla: hostblindClass, ins: instructions.changePin, length: 0 },
  { cla: hostblindClass, ins: instructions.wipe, length: 0 },
  { cla: hostblindClass, ins: instructions.seedQr, length: 0 },
  { cla: hostblindClass, ins: instructions.addresses, length: 0 },
  { cla: hostblindClass, ins: instructions.identify, length: 1 },
];
/** The command whose data has no fixed length: 1 to 12 bytes. */
const rename = { cla: hostblindClass, ins: instructions.rename };
/** The one whose two bytes are a tag of a language that there is. */
const language = { cla: hostblindClass, ins: instructions.language };
/** Those that carry a backup file, whose length belongs to its version. */
const carriers = [instructions.checkFile, instructions.restoreFile].map((ins) => ({
  cla: hostblindClass,
  ins,
}));
const wholeFile = [...fromHex(vectors.files[0]?.file ?? '')];

describe('each command', () => {
  it('answers name and version', () => {
    const { exchange, calls } = scripted();
    const response = exchange(...encodeAppNameRequest());
    expect(wordOf(response)).toBe(statusWords.ok);
    expect(decodeAppName(response.subarray(0, -2))).toEqual({ name: 'Hostblind', version: '0.1.0' });
    expect(calls).toEqual([]);
  });

  it('answers info and status with what the device says', () => {
    const { exchange } = scripted();
    const answered = exchange(...encodeInfoRequest());
    expect(wordOf(answered)).toBe(statusWords.ok);
    expect(decodeInfo(answered.subarray(0, -2))).toEqual(info);
    const status = exchange(...encodeStatusRequest());
    expect(wordOf(status)).toBe(statusWords.ok);
    expect(decodeStatus(status.subarray(0, -2))).toEqual(state);
  });

  it('hands the word count to the device, and no data of the answer back', () => {
    const { exchange, calls } = scripted();
    expect([...exchange(0xc8, 0x10, 0, 0, 2, 18, 0)]).toEqual([0x90, 0x00]);
    expect(calls).toEqual([['start', { kind: 'create', wordCount: 18 }]]);
  });

  it.each([
    [[0x20, 0, 0, 0], { kind: 'reveal' }],
    [[0x21, 0, 0, 0], { kind: 'check' }],
    [[0x22, 0, 0, 1, 15], { kind: 'restore', wordCount: 15 }],
    [[0x23, 0, 0, 0], { kind: 'change-pin' }],
    [[0x24, 0, 0, 0], { kind: 'wipe' }],
    [[0x26, 0, 0, 0], { kind: 'seed-qr' }],
    [[0x2b, 0, 0, 0], { kind: 'addresses' }],
    [[0x2c, 0, 0, 1, 18], { kind: 'identify', wordCount: 18 }],
    [[0x25, 0, 0, 3, 0x61, 0x20, 0x7a], { kind: 'rename', name: 'a z' }],
    [[0x2a, 0, 0, 2, 0x64, 0x65], { kind: 'language', tag: 'de' }],
    [[0x27, 0, 0, 0], { kind: 'backup-file' }],
    [[0x28, 0, 0, 124, ...wholeFile], { kind: 'check-file', file: Uint8Array.from(wholeFile) }],
    [[0x29, 0, 0, 124, ...wholeFile], { kind: 'restore-file', file: Uint8Array.from(wholeFile) }],
  ])('hands over what %j asks for', (command, request) => {
    const { exchange, calls } = scripted();
    expect([...exchange(0xc8, ...command)]).toEqual([0x90, 0x00]);
    expect(calls).toEqual([['start', request]]);
  });

  it('has no instruction for a ceremony that the device lacks, whatever else is wrong', () => {
    const { exchange, calls } = scripted({ lacks: 'identify' });
    for (const rest of [
      [0, 0, 1, 18],
      [1, 0, 1, 18],
      [0, 0, 0],
      [0, 0, 1, 13],
    ])
      expect(wordOf(exchange(0xc8, 0x2c, ...rest))).toBe(unknownInstruction);
    expect(wordOf(exchange(0xc8, 0x2b, 0, 0))).toBe(statusWords.ok);
    expect(calls).toEqual([['start', { kind: 'addresses' }]]);
  });

  it('gives the name', () => {
    const { exchange } = scripted();
    expect([...exchange(0xc8, 0x06, 0, 0, 0)]).toEqual([...countingBytes(11, 0x41), 0x90, 0x00]);
  });

  it('gives the languages', () => {
    const { exchange } = scripted();
    const answer = exchange(0xc8, 0x09, 0, 0, 0);
    expect([...answer]).toEqual([0x65, 0x6e, 2, 0x65, 0x6e, 0x64, 0x65, 0x90, 0x00]);
    expect(decodeLanguages(answer.subarray(0, -2))).toEqual({ spoken: 'en', offered: ['en', 'de'] });
  });

  it('refuses a language that it cannot speak, and what is no tag of one', () => {
    const { exchange, calls } = scripted();
    for (const tag of [
      [0x66, 0x72],
      [0x44, 0x45],
      [0x64, 0x31],
      [0xe4, 0xf6],
    ])
      expect(wordOf(exchange(0xc8, 0x2a, 0, 0, 2, ...tag))).toBe(statusWords.badData);
    for (const length of [0, 1, 3])
      expect(wordOf(exchange(0xc8, 0x2a, 0, 0, length, ...Array<number>(length).fill(0x64)))).toBe(
        wrongLength,
      );
    expect(calls).toEqual([]);
  });

  it('gives the released file', () => {
    const { exchange, calls } = scripted();
    expect([...exchange(0xc8, 0x07, 0, 0, 0)]).toEqual([...countingBytes(124), 0x90, 0x00]);
    expect(calls).toEqual([['file']]);
  });

  it('stops, gives the wallet ID and attests', () => {
    const { exchange, calls } = scripted();
    expect([...exchange(0xc8, 0x03, 0, 0, 0)]).toEqual([0x90, 0x00]);
    expect([...exchange(0xc8, 0x05, 0, 0, 0)]).toEqual([...countingBytes(16), 0x90, 0x00]);
    const challenge = countingBytes(32, 9);
    expect([...exchange(0xc8, 0x04, 0, 0, 32, ...challenge)]).toEqual([...countingBytes(92), 0x90, 0x00]);
    expect(calls).toEqual([['stop'], ['walletId'], ['attest', challenge]]);
  });

  it.each([
    [0, { kind: 'create', wordCount: 12 }],
    [1, { kind: 'create', wordCount: 12, entropyCheck: true }],
    [2, { kind: 'create', wordCount: 12, dice: true }],
    [3, { kind: 'create', wordCount: 12, entropyCheck: true, dice: true }],
  ])('hands over what the flags %i of a create ask for', (flags, request) => {
    const { exchange, calls } = scripted();
    expect([...exchange(0xc8, 0x10, 0, 0, 2, 12, flags)]).toEqual([0x90, 0x00]);
    expect(calls).toEqual([['start', request]]);
  });

  it('takes the steps of the entropy check', () => {
    const { exchange, calls } = scripted();
    const hostPart = countingBytes(32, 9);
    expect([...exchange(0xc8, 0x11, 0, 0, 0)]).toEqual([7, ...countingBytes(32, 3), 0x90, 0x00]);
    expect([...exchange(0xc8, 0x12, 0, 0, 32, ...hostPart)]).toEqual([...countingBytes(16, 5), 0x90, 0x00]);
    const [opened, kept] = [countingBytes(16, 5), countingBytes(16, 77)];
    expect([...exchange(0xc8, 0x13, 0, 0, 16, ...opened)]).toEqual([...countingBytes(32, 6), 0x90, 0x00]);
    expect([...exchange(0xc8, 0x14, 0, 0, 16, ...kept)]).toEqual([0x90, 0x00]);
    expect(calls).toEqual([['commit'], ['mix', hostPart], ['open', opened], ['keep', kept]]);
  });

  it.each([
    ['locked', 0x5515],
    ['notInThisState', 0x6986],
    ['deviceFault', 0x6f00],
  ] as const)('passes the refusal %s of the entropy check on as %i', (refusal, word) => {
    const { exchange } = scripted({ commit: refusal, mix: refusal, open: refusal, keep: refusal });
    expect(wordOf(exchange(0xc8, 0x11, 0, 0, 0))).toBe(word);
    for (const ins of [0x13, 0x14])
      expect(wordOf(exchange(0xc8, ins, 0, 0, 16, ...countingBytes(16)))).toBe(word);
    expect(exchange(0xc8, 0x12, 0, 0, 32, ...countingBytes(32))).toHaveLength(2);
    expect(wordOf(exchange(0xc8, 0x12, 0, 0, 32, ...countingBytes(32)))).toBe(word);
  });

  it('passes on that another candidate is meant', () => {
    const { exchange } = scripted({ open: 'badData', keep: 'badData' });
    for (const ins of [0x13, 0x14])
      expect(wordOf(exchange(0xc8, ins, 0, 0, 16, ...countingBytes(16)))).toBe(0x6a80);
  });

  it('passes on that the host part was there before', () => {
    const { exchange } = scripted({ mix: 'badData' });
    expect(wordOf(exchange(0xc8, 0x12, 0, 0, 32, ...countingBytes(32)))).toBe(0x6a80);
  });

  it.each([
    ['busy', 0x6601],
    ['locked', 0x5515],
    ['notInThisState', 0x6986],
    ['deviceFault', 0x6f00],
  ] as const)('passes the refusal %s on as %i', (refusal, word) => {
    const { exchange } = scripted({ start: refusal, stop: refusal, walletId: refusal, file: refusal });
    expect(wordOf(exchange(0xc8, 0x10, 0, 0, 2, 12, 0))).toBe(word);
    for (const ins of [0x07, 0x20, 0x21, 0x23, 0x24, 0x27])
      expect(wordOf(exchange(0xc8, ins, 0, 0, 0))).toBe(word);
    expect(wordOf(exchange(0xc8, 0x22, 0, 0, 1, 12))).toBe(word);
    expect(wordOf(exchange(0xc8, 0x25, 0, 0, 1, 0x61))).toBe(word);
    expect(wordOf(exchange(0xc8, 0x03, 0, 0, 0))).toBe(word);
    expect(exchange(0xc8, 0x05, 0, 0, 0)).toEqual(Uint8Array.of(word >> 8, word & 0xff));
  });

  it('passes a fault on from info, name and attest', () => {
    const { exchange } = scripted({
      info: 'deviceFault',
      attest: 'deviceFault',
      name: 'deviceFault',
      languages: 'deviceFault',
    });
    expect(wordOf(exchange(0xc8, 0x06, 0, 0, 0))).toBe(0x6f00);
    expect(wordOf(exchange(0xc8, 0x09, 0, 0, 0))).toBe(0x6f00);
    expect(wordOf(exchange(0xc8, 0x01, 0, 0, 0))).toBe(0x6f00);
    expect(wordOf(exchange(0xc8, 0x04, 0, 0, 32, ...countingBytes(32)))).toBe(0x6f00);
  });

  it('is understood in four bytes too, where it has no data', () => {
    const { exchange } = scripted();
    expect(wordOf(exchange(0xc8, 0x02, 0, 0))).toBe(statusWords.ok);
    expect(wordOf(exchange(0xb0, 0x01, 0, 0))).toBe(statusWords.ok);
    expect(wordOf(exchange(0xc8, 0x10, 0, 0))).toBe(wrongLength);
  });
});

describe('what is refused, and never reaches the device', () => {
  const refused = (bytes: readonly number[]): number => {
    const { exchange, calls } = scripted();
    const response = exchange(...bytes);
    expect(response).toHaveLength(2);
    expect(calls).toEqual([]);
    return wordOf(response);
  };

  it('is every class but two, and every instruction but those of the table', () => {
    for (let cla = 0; cla < 256; cla += 1) {
      for (let ins = 0; ins < 256; ins += 1) {
        if (
          [...table, ...carriers, rename, language].some(
            (command) => command.cla === cla && command.ins === ins,
          )
        )
          continue;
        const known = cla === commonClass || cla === hostblindClass;
        const expected = known ? unknownInstruction : unknownClass;
        // Without the assertion helpers: 65,536 pairs.
        const { exchange, calls } = scripted();
        for (const data of [[], [0], [2, 12, 0], [32, ...countingBytes(32)]]) {
          const response = exchange(cla, ins, 0, 0, ...data);
          if (wordOf(response) !== expected || response.length !== 2 || calls.length > 0) {
            throw new Error(`class ${cla}, instruction ${ins}: ${wordOf(response).toString(16)}`);
          }
        }
      }
    }
  });

  it.each(table)('is $cla $ins with any parameter', ({ cla, ins, length }) => {
    const data = countingBytes(length);
    for (let value = 1; value < 256; value += 1) {
      expect(refused([cla, ins, value, 0, length, ...data])).toBe(badParameters);
      expect(refused([cla, ins, 0, value, length, ...data])).toBe(badParameters);
    }
  });

  it.each(table)('is $cla $ins with data of any other length', ({ cla, ins, length }) => {
    for (let other = 0; other < 256; other += 1) {
      if (other === length) continue;
      expect(refused([cla, ins, 0, 0, other, ...countingBytes(other)])).toBe(wrongLength);
    }
  });

  it.each(table)('is $cla $ins with a length byte that lies', ({ cla, ins, length }) => {
    for (const claimed of [0, 1, length - 1, length + 1, 255]) {
      if (claimed < 0 || claimed === length) continue;
      expect(refused([cla, ins, 0, 0, claimed, ...countingBytes(length)])).toBe(wrongLength);
    }
    expect(refused([cla, ins, 0, 0, 255, ...countingBytes(256)])).toBe(wrongLength);
  });

  it('is a rename with any parameter, or without 1 to 12 bytes', () => {
    for (let value = 1; value < 256; value += 1) {
      expect(refused([0xc8, rename.ins, value, 0, 1, 0x61])).toBe(badParameters);
      expect(refused([0xc8, rename.ins, 0, value, 1, 0x61])).toBe(badParameters);
    }
    for (let length = 0; length < 256; length += 1) {
      if (length >= 1 && length <= 16) continue;
      expect(refused([0xc8, rename.ins, 0, 0, length, ...Array<number>(length).fill(0x61)])).toBe(
        wrongLength,
      );
    }
  });

  it('is a name with a byte that is not printable ASCII, or with a space at either end', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      const printable = byte > 0x20 && byte < 0x7f;
      if (printable) continue;
      expect(refused([0xc8, rename.ins, 0, 0, 2, byte, 0x61])).toBe(statusWords.badData);
      expect(refused([0xc8, rename.ins, 0, 0, 2, 0x61, byte])).toBe(statusWords.badData);
      if (byte !== 0x20)
        expect(refused([0xc8, rename.ins, 0, 0, 3, 0x61, byte, 0x61])).toBe(statusWords.badData);
    }
  });

  it.each(carriers)('is $ins with a parameter, without a file, or with one that is not whole', ({ ins }) => {
    expect(refused([0xc8, ins, 1, 0, 124, ...wholeFile])).toBe(badParameters);
    expect(refused([0xc8, ins, 0, 0, 0])).toBe(wrongLength);
    expect(refused([0xc8, ins, 0, 0, 123, ...wholeFile])).toBe(wrongLength);
    for (let length = 1; length < 256; length += 1) {
      if (length === 124) continue;
      const data = [...wholeFile, ...countingBytes(131)].slice(0, length);
      expect(refused([0xc8, ins, 0, 0, length, ...data])).toBe(statusWords.badData);
    }
    for (let at = 0; at < 124; at += 1) {
      const data = wholeFile.with(at, (wholeFile[at] ?? 0) ^ 0x10);
      expect(refused([0xc8, ins, 0, 0, 124, ...data])).toBe(statusWords.badData);
    }
    for (const { file } of vectors.refused.slice(1)) {
      const data = [...fromHex(file)];
      expect(refused([0xc8, ins, 0, 0, data.length, ...data])).toBe(statusWords.badData);
    }
  });

  it('is a restore of any other number of words', () => {
    for (let count = 0; count < 256; count += 1) {
      if ([12, 15, 18, 21, 24].includes(count)) continue;
      expect(refused([0xc8, 0x22, 0, 0, 1, count])).toBe(statusWords.badData);
    }
  });

  it('is a create request that the specification does not allow', () => {
    for (let count = 0; count < 256; count += 1) {
      if ([12, 15, 18, 21, 24].includes(count)) continue;
      expect(refused([0xc8, 0x10, 0, 0, 2, count, 0])).toBe(statusWords.badData);
    }
    for (let flags = 4; flags < 256; flags += 1) {
      expect(refused([0xc8, 0x10, 0, 0, 2, 12, flags])).toBe(statusWords.badData);
    }
  });

  it('is a host part of 32 bytes that are all alike', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      const data = Array<number>(32).fill(byte);
      expect(refused([0xc8, 0x12, 0, 0, 32, ...data])).toBe(statusWords.badData);
    }
  });

  it.each([
    [[], wrongLength],
    [[0xc8], wrongLength],
    [[0xb0], wrongLength],
    [[0xc8, 0x02, 0], wrongLength],
    [[0x00], unknownClass],
    [[0xe0, 0x01, 0], unknownClass],
    [[0xe0, 0x01, 0, 0, 9], unknownClass],
  ])('is a command cut short: %j', (bytes, word) => {
    expect(refused(bytes)).toBe(word);
  });

  it('checks class, instruction, parameters, length and data in this order', () => {
    expect(refused([0x80, 0x99, 1, 1, 1, 0])).toBe(unknownClass);
    expect(refused([0xc8, 0x99, 1, 1, 1, 0])).toBe(unknownInstruction);
    expect(refused([0xb0, 0x99, 1, 1, 1, 0])).toBe(unknownInstruction);
    expect(refused([0xc8, 0x10, 1, 1, 1, 0])).toBe(badParameters);
    expect(refused([0xb0, 0x01, 1, 0, 1, 0])).toBe(badParameters);
    expect(refused([0xc8, 0x10, 0, 0, 1, 0])).toBe(wrongLength);
    expect(refused([0xc8, 0x10, 0, 0, 2, 13, 4])).toBe(statusWords.badData);
  });
});

describe('a real device', () => {
  const inEveryState = (): [string, TestDevice][] => {
    const made: [string, TestDevice][] = [['empty', createTestDevice()]];
    const asked = createTestDevice();
    asked.startCreate(12);
    made.push(['at the consent', asked]);
    const done = createTestDevice();
    done.startCreate(12);
    done.person(createWallet(12, '4711'));
    made.push(['backed up', done]);
    made.push(['locked', createLocked()]);
    return made;
  };
  const createLocked = (): TestDevice => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, '4711'));
    return device.replug();
  };

  it.each(inEveryState())(
    'answers any bytes with a status word of the table, and stays as it is (%s)',
    (_, device) => {
      const before = device.status();
      const frames = device.frames();
      const anyBytes = fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc
          .tuple(
            fc.constantFrom(0xc8, 0xb0),
            fc.nat(0x30),
            fc.nat(1),
            fc.nat(1),
            fc.uint8Array({ maxLength: 40 }),
          )
          .map(([cla, ins, p1, p2, data]) => Uint8Array.of(cla, ins, p1, p2, data.length, ...data)),
      );
      fc.assert(
        fc.property(anyBytes, (bytes) => {
          // What starts or stops a ceremony may change the state, and is tested elsewhere.
          const instruction = bytes[1] ?? 0;
          const mayChange = instruction === instructions.cancel || isCeremonyInstruction(instruction);
          const changes = bytes[0] === 0xc8 && mayChange && bytes[2] === 0;
          fc.pre(!changes);
          const response = device.exchange(bytes);
          expect(response.length).toBeGreaterThanOrEqual(2);
          expect(response.length).toBeLessThanOrEqual(255);
          expect(statusWordName(wordOf(response))).toBeDefined();
          expect(device.status()).toEqual(before);
          expect(device.frames()).toBe(frames);
        }),
        { numRuns: 150 },
      );
    },
  );
});
