/** A well-formed message of each command, and messages that are not, for the tables of answers. */
import { commonClass, hostblindClass, instructions } from '../../src/protocol/apdu/instructions.ts';
import { concatBytes } from '../../src/protocol/bytes.ts';
import { encodeAppNameRequest } from '../../src/protocol/commands/app-name.ts';
import { encodeAttestRequest } from '../../src/protocol/commands/attest.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import { encodeCertificateRequest } from '../../src/protocol/commands/certificate.ts';
import { encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { encodeLanguagesRequest } from '../../src/protocol/commands/languages.ts';
import { encodeNameRequest } from '../../src/protocol/commands/name.ts';
import { encodeNonceRequest, encodeProtectRequest } from '../../src/protocol/commands/protect.ts';
import { encodeReadFileRequest } from '../../src/protocol/commands/read-file.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { encodeCommitRequest, encodeEntropyRequest } from '../../src/protocol/entropy/entropy.ts';
import { keepLast, openLast } from '../fixtures/devices/last-candidate.ts';
import { oneRequestOfEach } from '../fixtures/interruptions/walk.ts';

const counting = (length: number, from = 0): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (from + at) & 0xff);

export const appNameMessage = encodeAppNameRequest();

/** The compiler asks for that of a new command. Open and keep name the candidate that the device named last. */
export const wellFormed: Readonly<Record<keyof typeof instructions, Uint8Array>> = {
  info: encodeInfoRequest(),
  status: encodeStatusRequest(),
  cancel: encodeCancelRequest(),
  attest: encodeAttestRequest(counting(32)),
  wallet: encodeWalletRequest(),
  name: encodeNameRequest(),
  readFile: encodeReadFileRequest(),
  certificate: encodeCertificateRequest(),
  languages: encodeLanguagesRequest(),
  create: encodeCeremonyRequest(oneRequestOfEach.create),
  commit: encodeCommitRequest(),
  entropy: encodeEntropyRequest(counting(32, 100)),
  open: openLast(),
  keep: keepLast(),
  reveal: encodeCeremonyRequest(oneRequestOfEach.reveal),
  check: encodeCeremonyRequest(oneRequestOfEach.check),
  restore: encodeCeremonyRequest(oneRequestOfEach.restore),
  changePin: encodeCeremonyRequest(oneRequestOfEach['change-pin']),
  wipe: encodeCeremonyRequest(oneRequestOfEach.wipe),
  rename: encodeCeremonyRequest(oneRequestOfEach.rename),
  seedQr: encodeCeremonyRequest(oneRequestOfEach['seed-qr']),
  backupFile: encodeCeremonyRequest(oneRequestOfEach['backup-file']),
  checkFile: encodeCeremonyRequest(oneRequestOfEach['check-file']),
  restoreFile: encodeCeremonyRequest(oneRequestOfEach['restore-file']),
  language: encodeCeremonyRequest(oneRequestOfEach.language),
  addresses: encodeCeremonyRequest(oneRequestOfEach.addresses),
  identify: encodeCeremonyRequest(oneRequestOfEach.identify),
  protect: encodeProtectRequest(counting(32)),
  nonce: encodeNonceRequest(counting(32)),
};

const raw = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const { status, attest, create, entropy, restore, rename, checkFile, language } = instructions;
const h = hostblindClass;

/** What fails before the state is looked at: the same answer in every state, of every link. In the order of the checks. */
export const malformed: readonly { readonly message: Uint8Array; readonly why: string }[] = [
  { message: raw(), why: 'no byte at all' },
  { message: raw(0xe0), why: 'a foreign class, in however few bytes' },
  { message: raw(0xe0, status, 1, 0, 5, 1), why: 'a foreign class, whatever follows' },
  { message: raw(h), why: 'fewer than four bytes' },
  { message: raw(h, status, 0), why: 'fewer than four bytes' },
  {
    message: raw(h, 0x7f, 1, 0, 5, 1),
    why: '`Lc` is not the number of bytes after it; instruction and parameters are not looked at yet',
  },
  { message: raw(h, status, 0, 0, 0, 0), why: 'a byte more than `Lc` says: no `Le` is accepted' },
  { message: raw(h, 0x7f, 1, 0, 0), why: 'an unknown instruction, before its parameters' },
  { message: raw(commonClass, 0x02, 0, 0, 0), why: 'the same in the other class' },
  { message: raw(h, create, 0, 1, 1, 0x0d), why: 'P1 or P2 is not zero, before length and data' },
  {
    message: raw(h, create, 0, 0, 1, 0x0d),
    why: 'the data of the command has another length, before its values',
  },
  { message: raw(h, attest, 0, 0), why: 'four bytes are a command without data, and this one has some' },
  { message: raw(h, create, 0, 0, 2, 0x0d, 0), why: 'a word count that there is not' },
  { message: raw(h, create, 0, 0, 2, 0x0c, 4), why: 'a flag that there is not' },
  { message: raw(h, restore, 0, 0, 1, 0x0d), why: 'a word count that there is not' },
  { message: concatBytes(raw(h, entropy, 0, 0, 32), new Uint8Array(32)), why: '32 bytes that are all alike' },
  { message: concatBytes(raw(h, rename, 0, 0, 2), raw(0x20, 0x41)), why: 'no name' },
  { message: concatBytes(raw(h, checkFile, 0, 0, 3), raw(1, 2, 3)), why: 'no backup file' },
  { message: raw(h, language, 0, 0, 2, 0x44, 0x45), why: 'no tag of a language: capitals' },
  { message: raw(h, language, 0, 0, 2, 0x7a, 0x7a), why: "a language that the device can't speak" },
];
