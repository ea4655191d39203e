/** The messages that the kit sends: one well-formed of each command, and those that every device refuses in every state. */
import { encodeCommand } from '../../protocol/apdu/apdu.ts';
import {
  appNameInstruction,
  commonClass,
  hostblindClass,
  instructions,
} from '../../protocol/apdu/instructions.ts';
import type { StatusWordName } from '../../protocol/apdu/status-words.ts';
import { fromHex, toHex } from '../../protocol/bytes.ts';
import { englishTag } from '../../protocol/language-tag.ts';
import type { Capability } from '../../protocol/commands/info.ts';

export type KitCommand = 'appName' | keyof typeof instructions;

export const commandNames = ['appName', ...Object.keys(instructions)] as readonly KitCommand[];

/** A whole backup file of version 3, of a wallet that nobody has: the example of docs/protocol.md. */
export const strangeFile = fromHex(
  '48424241434b555003011218ddfda894474de35b65824fb927604c17a51e2fc9a76a05b61be9b41f26bd26082ee8a5f4' +
    '8c443704ebb563f3fd279f303d1236ba321034f0706f759eed30a0ea9b8aea0d0ed6d81fd4bfef0949043e819db61500' +
    '919a4691cb12ecde3dec179d402a08aecf811567d67a28fef1a4e26a',
);

/** What the kit creates and restores: few words are soon confirmed. */
export const kitWordCount = 12;
/** The name that the kit gives the device. */
export const kitName = 'Desk';

const counting = (length: number, from: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (from + at) & 0xff);
const raw = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Data of the right form; some commands take none. */
const dataOf: Readonly<Partial<Record<KitCommand, Uint8Array>>> = {
  attest: counting(32, 0),
  create: raw(kitWordCount, 0),
  entropy: counting(32, 100),
  open: counting(16, 1),
  keep: counting(16, 1),
  restore: raw(kitWordCount),
  identify: raw(kitWordCount),
  rename: ascii(kitName),
  protect: counting(32, 1),
  nonce: counting(32, 1),
  // Which every device speaks.
  language: ascii(englishTag),
  checkFile: strangeFile,
  restoreFile: strangeFile,
};

/** Data of another length than the command takes. */
const wrongLengths: Readonly<Partial<Record<KitCommand, readonly number[]>>> = {
  attest: [0, 31, 33, 255],
  create: [0, 1, 3],
  entropy: [0, 31, 33],
  open: [0, 15, 17],
  keep: [0, 15, 17],
  restore: [0, 2],
  identify: [0, 2],
  rename: [0, 13],
  language: [0, 1, 3],
  protect: [0, 31, 33],
  nonce: [0, 31, 33],
  checkFile: [0],
  restoreFile: [0],
};

/** Data of the right length with a value that the command never takes. */
const badData: Readonly<Partial<Record<KitCommand, readonly Uint8Array[]>>> = {
  create: [raw(13, 0), raw(0, 0), raw(12, 4), raw(12, 0x80)],
  entropy: [new Uint8Array(32), new Uint8Array(32).fill(0xff), new Uint8Array(32).fill(7)],
  restore: [raw(13), raw(0), raw(255)],
  identify: [raw(13), raw(0), raw(255)],
  rename: [ascii(' D'), ascii('D '), ascii('a  b'), raw(0x44, 0xe4), ascii('Enter seed'), ascii('D.')],
  language: [ascii('EN'), ascii('e '), ascii('e1'), raw(0xe4, 0xf6)],
  checkFile: [raw(1), strangeFile.slice(0, 60), strangeFile.with(-1, 0), strangeFile.with(8, 9)],
  restoreFile: [raw(1), strangeFile.slice(0, 60), strangeFile.with(-1, 0), strangeFile.with(8, 9)],
};

const optional: readonly (readonly [Capability, readonly KitCommand[]])[] = [
  ['create', ['create']],
  ['attest', ['certificate', 'attest']],
  ['reveal', ['reveal']],
  ['check', ['check']],
  ['restore', ['restore']],
  ['change-pin', ['changePin']],
  ['wipe', ['wipe']],
  ['rename', ['rename', 'name']],
  ['entropy-check', ['commit', 'entropy', 'open', 'keep']],
  ['seed-qr', ['seedQr']],
  ['language', ['languages', 'language']],
  ['addresses', ['addresses', 'identify']],
  ['protected-signatures', ['protect', 'nonce']],
  ['backup-file', ['backupFile', 'readFile', 'checkFile', 'restoreFile']],
];

/** The capability that a command belongs to; `undefined` for those that every device has. */
export function capabilityOf(command: KitCommand): Capability | undefined {
  return optional.find(([, commands]) => commands.includes(command))?.[0];
}

export function headOf(command: KitCommand): readonly [cla: number, ins: number] {
  return command === 'appName' ? [commonClass, appNameInstruction] : [hostblindClass, instructions[command]];
}

export function messageOf(command: KitCommand, data = dataOf[command] ?? new Uint8Array()): Uint8Array {
  return encodeCommand(...headOf(command), data);
}

export function takesNoData(command: KitCommand): boolean {
  return dataOf[command] === undefined;
}

/** A message that is refused before the device's state is looked at, and with what. */
export interface Malformed {
  readonly message: Uint8Array;
  readonly word: StatusWordName;
}

export function wrongLengthsOf(command: KitCommand): readonly Malformed[] {
  const lengths = takesNoData(command) ? [1, 32, 255] : (wrongLengths[command] ?? []);
  return lengths.map((length) => ({
    message: messageOf(command, counting(length, 65)),
    word: 'wrongLength',
  }));
}

export function badDataOf(command: KitCommand): readonly Malformed[] {
  return (badData[command] ?? []).map((data) => ({ message: messageOf(command, data), word: 'badData' }));
}

/** Parameters that no command takes; also before a length and data that are wrong. */
export function badParametersOf(command: KitCommand): readonly Malformed[] {
  const [cla, ins] = headOf(command);
  const good = messageOf(command);
  return [
    { message: good.with(2, 1), word: 'badParameters' },
    { message: good.with(3, 0xff), word: 'badParameters' },
    { message: raw(cla, ins, 1, 1, 1, 0), word: 'badParameters' },
  ];
}

const [h, b] = [hostblindClass, commonClass];

/** Bytes that are no command at all; a foreign class is seen in however few of them. */
export const misformed: readonly Malformed[] = [
  { message: raw(), word: 'wrongLength' },
  { message: raw(h), word: 'wrongLength' },
  { message: raw(b), word: 'wrongLength' },
  { message: raw(h, instructions.status), word: 'wrongLength' },
  { message: raw(h, instructions.status, 0), word: 'wrongLength' },
  { message: raw(h, instructions.status, 0, 0, 0, 0), word: 'wrongLength' },
  { message: raw(h, instructions.status, 0, 0, 1), word: 'wrongLength' },
  { message: raw(h, instructions.create, 0, 0, 200, kitWordCount, 0), word: 'wrongLength' },
  { message: raw(h, 0x7f, 1, 0, 5, 1), word: 'wrongLength' },
];

/** A few of each kind, for every state: none of them may do anything there either. */
export const refusedEverywhere: readonly Malformed[] = [
  ...misformed.slice(4, 7),
  { message: raw(0xe0, instructions.status), word: 'unknownClass' },
  { message: raw(h, 0x7f, 1, 0, 0), word: 'unknownInstruction' },
  ...badParametersOf('cancel'),
  ...wrongLengthsOf('cancel'),
];

/** What may stand of a message in a report: its head, and how long the rest is. */
export function headText(message: Uint8Array): string {
  const head = toHex(message.subarray(0, 5))
    .toUpperCase()
    .replaceAll(/(..)(?=.)/g, '$1 ');
  const rest = message.length - 5;
  return rest > 0 ? `${head} + ${rest}` : head;
}
