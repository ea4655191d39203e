/**
 * What a host may ask a device to begin. Each request is one command that answers at once; the person agrees or
 * declines on the glass, and the status tells the rest.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt } from '../bytes.ts';
import { decodeCreateRequest, encodeCreateRequest } from './create.ts';
import type { CeremonyKind, CeremonyRequest } from '../ceremonies.ts';
import { hasNameForm, isDeviceName, longestName } from '../device-name.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { isLanguageTag, languageTagLength } from '../language-tag.ts';
import { isWordCount } from '../public-state.ts';

const instructionOf: Readonly<Record<CeremonyKind, number>> = {
  create: instructions.create,
  restore: instructions.restore,
  reveal: instructions.reveal,
  check: instructions.check,
  'change-pin': instructions.changePin,
  wipe: instructions.wipe,
  rename: instructions.rename,
  'seed-qr': instructions.seedQr,
  'backup-file': instructions.backupFile,
  'check-file': instructions.checkFile,
  'restore-file': instructions.restoreFile,
  language: instructions.language,
  addresses: instructions.addresses,
  identify: instructions.identify,
};

const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What an instruction asks for; `undefined` for one that asks for no ceremony. */
export function ceremonyOf(instruction: number): CeremonyKind | undefined {
  return (Object.keys(instructionOf) as CeremonyKind[]).find((kind) => instructionOf[kind] === instruction);
}

export function isCeremonyInstruction(instruction: number): boolean {
  return ceremonyOf(instruction) !== undefined;
}

/**
 * The command that asks for a ceremony. Throws `RangeError` for what has not the form of a name or a language's tag, and for a
 * file of more than 255 bytes.
 */
export function encodeCeremonyRequest(request: CeremonyRequest): Uint8Array {
  const instruction = instructionOf[request.kind];
  if (request.kind === 'create') return encodeCreateRequest(request);
  if (request.kind === 'restore' || request.kind === 'identify') {
    return encodeCommand(hostblindClass, instruction, Uint8Array.of(request.wordCount));
  }
  if ('file' in request) return encodeCommand(hostblindClass, instruction, request.file);
  if (request.kind === 'language') {
    if (!isLanguageTag(request.tag)) throw new RangeError('not the tag of a language');
    return encodeCommand(hostblindClass, instruction, asciiBytes(request.tag));
  }
  if (request.kind !== 'rename') return encodeCommand(hostblindClass, instruction);
  if (!hasNameForm(request.name)) throw new RangeError('not a name');
  return encodeCommand(hostblindClass, instruction, asciiBytes(request.name));
}

/** `undefined` for another instruction; the status word's name for data that the specification does not allow. */
export function decodeCeremonyRequest(
  instruction: number,
  data: Uint8Array,
): CeremonyRequest | 'wrongLength' | 'badData' | undefined {
  const kind = ceremonyOf(instruction);
  switch (kind) {
    case undefined:
      return undefined;
    case 'create': {
      const request = decodeCreateRequest(data);
      return typeof request === 'string' ? request : { kind, ...request };
    }
    case 'restore':
    case 'identify': {
      if (data.length !== 1) return 'wrongLength';
      const wordCount = byteAt(data, 0);
      return isWordCount(wordCount) ? { kind, wordCount } : 'badData';
    }
    case 'rename': {
      if (data.length === 0 || data.length > longestName) return 'wrongLength';
      const name = String.fromCharCode(...data);
      return isDeviceName(name) ? { kind, name } : 'badData';
    }
    case 'language': {
      if (data.length !== languageTagLength) return 'wrongLength';
      const tag = String.fromCharCode(...data);
      return isLanguageTag(tag) ? { kind, tag } : 'badData';
    }
    case 'check-file':
    case 'restore-file':
      // A length belongs to a version of the file, and the reader of the file judges it.
      return data.length === 0 ? 'wrongLength' : { kind, file: data.slice() };
    default:
      return data.length === 0 ? { kind } : 'wrongLength';
  }
}
