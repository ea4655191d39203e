/** APDU in, APDU out. The checks come in the order of ISO/IEC 7816-4: class, instruction, parameters, length, data. */
import { ceremonyOf, decodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { encodeResponse, parseCommand, type CommandApdu } from '../../../src/protocol/apdu/apdu.ts';
import { encodeAppName } from '../../../src/protocol/commands/app-name.ts';
import { challengeLength } from '../../../src/protocol/commands/attest.ts';
import { encodeCommitment, entropyPartLength } from '../../../src/protocol/entropy/entropy.ts';
import { walletIdLength } from '../../../src/protocol/entropy/wallet-id.ts';
import { encodeInfo } from '../../../src/protocol/commands/info.ts';
import { encodeLanguages } from '../../../src/protocol/commands/languages.ts';
import { encodeStatus } from '../../../src/protocol/commands/status.ts';
import {
  appNameInstruction,
  commonClass,
  hostblindClass,
  instructions,
} from '../../../src/protocol/apdu/instructions.ts';
import { statusWords, type StatusWordName } from '../../../src/protocol/apdu/status-words.ts';
import { firmwareVersion } from '../version.ts';
import type { Control } from './control.ts';

type Answer = Uint8Array | StatusWordName;

function answerStart(control: Control, instruction: number, data: Uint8Array): Answer {
  const request = decodeCeremonyRequest(instruction, data) ?? 'unknownInstruction';
  if (typeof request === 'string') return request;
  // Found by its checksum, without a key, before the state is looked at: bad data is bad data in every state.
  if ('file' in request && !control.isWholeFile(request.file)) return 'badData';
  if (request.kind === 'language' && !control.canSpeak(request.tag)) return 'badData';
  const result = control.start(request);
  return result === 'started' ? 'ok' : result;
}

function withoutData(data: Uint8Array, answer: () => Answer): Answer {
  return data.length === 0 ? answer() : 'wrongLength';
}

/** Bytes that are all alike are a host without a random source: refused before the device's state is looked at. */
function answerEntropy(control: Control, data: Uint8Array): Answer {
  if (data.length !== entropyPartLength) return 'wrongLength';
  return data.every((byte) => byte === data[0]) ? 'badData' : control.entropy.mix(data);
}

const commands: ReadonlyMap<number, (control: Control, data: Uint8Array) => Answer> = new Map([
  [
    instructions.info,
    (control, data) =>
      withoutData(data, () => {
        const info = control.info();
        return info === 'deviceFault' ? info : encodeInfo(info);
      }),
  ],
  [instructions.status, (control, data) => withoutData(data, () => encodeStatus(control.state()))],
  [
    instructions.cancel,
    (control, data) =>
      withoutData(data, () => {
        const result = control.stop();
        return result === 'stopped' ? 'ok' : result;
      }),
  ],
  [
    instructions.attest,
    (control, data) => (data.length === challengeLength ? control.attest(data) : 'wrongLength'),
  ],
  [instructions.certificate, (control, data) => withoutData(data, () => control.certificate())],
  [instructions.wallet, (control, data) => withoutData(data, () => control.walletId())],
  [instructions.readFile, (control, data) => withoutData(data, () => control.file())],
  [instructions.name, (control, data) => withoutData(data, () => control.name())],
  [
    instructions.languages,
    (control, data) =>
      withoutData(data, () => {
        const languages = control.languages();
        return typeof languages === 'string' ? languages : encodeLanguages(languages);
      }),
  ],
  [
    instructions.commit,
    (control, data) =>
      withoutData(data, () => {
        const commitment = control.entropy.commit();
        return typeof commitment === 'string' ? commitment : encodeCommitment(commitment);
      }),
  ],
  [instructions.entropy, answerEntropy],
  [
    instructions.open,
    (control, data) => (data.length === walletIdLength ? control.entropy.open(data) : 'wrongLength'),
  ],
  [
    instructions.keep,
    (control, data) => {
      if (data.length !== walletIdLength) return 'wrongLength';
      const result = control.entropy.keep(data);
      return result === 'kept' ? 'ok' : result;
    },
  ],
] satisfies [number, (control: Control, data: Uint8Array) => Answer][]);

function answer(control: Control, { cla, ins, p1, p2, data }: CommandApdu): Answer {
  const zeroParameters = p1 === 0 && p2 === 0;
  if (cla === commonClass) {
    if (ins !== appNameInstruction) return 'unknownInstruction';
    if (!zeroParameters) return 'badParameters';
    return withoutData(data, () => encodeAppName({ name: 'Hostblind', version: firmwareVersion.text }));
  }
  if (cla !== hostblindClass) return 'unknownClass';
  const command = commands.get(ins);
  if (command === undefined) {
    const ceremony = ceremonyOf(ins);
    if (ceremony === undefined || control.lacks(ceremony)) return 'unknownInstruction';
  }
  if (!zeroParameters) return 'badParameters';
  return command === undefined ? answerStart(control, ins, data) : command(control, data);
}

/** Answers one command; never throws, whatever the bytes are. */
export function dispatch(control: Control, bytes: Uint8Array): Uint8Array {
  const command = parseCommand(bytes);
  if (command === undefined) {
    // A class byte of another protocol is reported as such, also in a command too short to parse.
    const known = bytes.length === 0 || bytes[0] === hostblindClass || bytes[0] === commonClass;
    return encodeResponse(known ? statusWords.wrongLength : statusWords.unknownClass);
  }
  const result = answer(control, command);
  return typeof result === 'string'
    ? encodeResponse(statusWords[result])
    : encodeResponse(statusWords.ok, result);
}
