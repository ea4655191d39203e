/**
 * Leaks sown into what a device answers: each wraps a device and changes one answer by what it has seen on the
 * glass. They prove that the comparison of twins would notice; none of them can be found in the firmware.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { instructions } from '../../../src/protocol/instructions.ts';
import { createTestDevice, type TestDevice } from '../test-device.ts';
import type { DeviceMaker } from './run-twins.ts';

/** What the leak knows: the words that it has seen, the last one last. */
interface Seen {
  readonly word: string;
  readonly words: readonly string[];
}

/** Gives the answer that is sent instead, or the same. `command` and `response` are as they crossed. */
type Leak = (seen: Seen, command: Uint8Array, response: Uint8Array) => Uint8Array;

function changed(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[offset] = value;
  return copy;
}

const statusLengthWithWord = 14;
const isStatus = (response: Uint8Array): boolean => response.length === statusLengthWithWord;
const isLong = (word: string): boolean => word.length > 5;
const initial = (word: string): number => word.charCodeAt(0);

export const wireLeaks: Readonly<Record<string, Leak>> = {
  'in the status: the position is one more for a long word': ({ word }, _, response) =>
    isStatus(response) && response[4] === 6 && isLong(word) && response[5] === 1
      ? changed(response, 5, 2)
      : response,
  'in the status: tries left tell whether the last word begins with a vowel': ({ word }, _, response) =>
    isStatus(response) && 'aeiou'.includes(word[0] ?? '-') ? changed(response, 10, 2) : response,
  'in a count: the number of ceremonies goes up once more': ({ words }, _, response) =>
    isStatus(response) && words.length > 2 && isLong(words[1] ?? '') ? changed(response, 9, 77) : response,
  'in an error code: busy, or not in this state': ({ word }, command, response) =>
    response.length === 2 && response[0] === 0x66 && command[0] === 0xc8 && isLong(word)
      ? Uint8Array.of(0x69, 0x86)
      : response,
  'in an error code: an unknown instruction is a wrong length': ({ word }, _, response) =>
    response.length === 2 && response[0] === 0x6d && isLong(word) ? Uint8Array.of(0x67, 0) : response,
  'in a length: the file is a byte longer for a code word': ({ word }, command, response) =>
    command[1] === instructions.readFile && response.length > 2 && isLong(word)
      ? Uint8Array.of(0, ...response)
      : response,
  'in a length: the name is one blank longer': ({ word }, command, response) =>
    command[1] === instructions.name && command.length === 5 && isLong(word)
      ? Uint8Array.of(0x20, ...response)
      : response,
  'in a name: it ends in the first letter of the word': ({ word }, command, response) =>
    command[1] === instructions.name && response.length > 2 && word !== ''
      ? changed(response, response.length - 3, initial(word))
      : response,
  'in the device id: it ends in the index of a word': ({ word }, command, response) =>
    command[1] === instructions.info && response.length === 26 && word !== ''
      ? changed(response, 23, wordlist.indexOf(word) & 0xff)
      : response,
};

const words = new Set(wordlist);

/** Devices with one leak each. */
export function leakingDevice(leak: Leak): DeviceMaker {
  return (options) => {
    const seen: string[] = [];
    const wrap = (device: TestDevice): TestDevice => ({
      ...device,
      exchange(command) {
        const shown = device.textLines().find(({ secret, text }) => secret && words.has(text))?.text;
        if (shown !== undefined && seen.at(-1) !== shown && device.status().stage === 'words')
          seen.push(shown);
        return leak({ word: seen.at(-1) ?? '', words: seen }, command, device.exchange(command));
      },
      replug: () => wrap(device.replug()),
    });
    return wrap(createTestDevice(options));
  };
}
