/** H1 for the backup file: but for the declared fields, nothing that crosses depends on the phrase, nor on the code. */
import { describe, expect, it } from 'vitest';
import { codeEntropy } from '../fixtures/data/independent-backup-file.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import { encodeReadFileRequest } from '../../src/protocol/commands/read-file.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import {
  backedUpImage,
  fileOf,
  lifePin,
  newPin,
  switchedOn,
  type Prepared,
} from '../fixtures/drivers/life-scripts.ts';
import {
  checkBackupFile,
  enterPin,
  makeBackupFile,
  restoreBackupFile,
  runPerson,
  type Person,
} from '../kit/drivers/person.ts';
import { recordingFingers } from '../fixtures/drivers/recorder.ts';
import { play, type Crossing, type Step } from '../fixtures/drivers/script.ts';
import {
  createTestDevice,
  createTestStorage,
  seededRandom,
  type TestDevice,
} from '../fixtures/devices/test-device.ts';

const status = { kind: 'apdu', command: encodeStatusRequest() } as const;
const read = { kind: 'apdu', command: encodeReadFileRequest() } as const;
const [first, second] = [backedUpImage('first'), backedUpImage('second')];

function unlocked({ image }: Prepared, code = 'same'): TestDevice {
  const storage = createTestStorage();
  storage.bytes.set(image);
  const device = createTestDevice({ storage, random: seededRandom({ all: 'same', 'backup-code': code }) });
  device.person(enterPin(lifePin));
  return device;
}

/** The fields that `docs/protocol.md` declares: wallet ID, ciphertext and tag, checksum. */
const declared = [
  [12, 28],
  [68, 124],
] as const;

function masked(bytes: Uint8Array): string {
  const shown = bytes.slice();
  for (const [from, to] of declared) shown.fill(0xff, from, to);
  return toHex(shown);
}

function lines(transcript: readonly Crossing[]): string[] {
  return transcript.map(({ at, command, response }) => {
    const isFile = response.length === 126;
    const asked =
      command.length === 129 ? toHex(command.slice(0, 5)) + masked(command.slice(5)) : toHex(command);
    return `${at} > ${asked} < ${isFile ? masked(response.slice(0, 124)) + toHex(response.slice(124)) : toHex(response)}`;
  });
}

function recorded(device: TestDevice, person: Person<unknown>, begin: Step): Step[] {
  const steps: Step[] = [begin];
  play(device, [begin]);
  runPerson(person, recordingFingers(device, steps, [status, read]));
  return [...steps, status, read];
}

describe('H1 making a backup file', () => {
  const begin: Step = { kind: 'apdu', command: encodeCeremonyRequest({ kind: 'backup-file' }) };
  const steps = recorded(unlocked(first), makeBackupFile(lifePin), begin);

  it('gives one transcript for two phrases, except the file’s declared fields', () => {
    const [one, two] = [first, second].map((each) => play(unlocked(each), steps).transcript);
    expect(lines(two ?? [])).toEqual(lines(one ?? []));
    const files = [one, two].map((transcript) => transcript?.at(-1)?.response ?? new Uint8Array());
    expect(files.map(({ length }) => length)).toEqual([126, 126]);
    // The mask hides something that differs, in each of its fields.
    for (const [from, to] of declared)
      expect(toHex(files[0]?.slice(from, to) ?? read.command)).not.toBe(
        toHex(files[1]?.slice(from, to) ?? read.command),
      );
    // And nothing is read before the last press.
    const lengths = (one ?? [])
      .filter(({ command }) => command === read.command)
      .map(({ response }) => response.length);
    expect(lengths.slice(0, -2).every((length) => length === 2)).toBe(true);
  });

  it('gives one transcript for two codes, except ciphertext and checksum', () => {
    const [one, two] = ['one', 'two'].map((code) => play(unlocked(first, code), steps).transcript);
    expect(lines(two ?? [])).toEqual(lines(one ?? []));
    expect(one?.at(-1)?.response.slice(12, 28)).toEqual(two?.at(-1)?.response.slice(12, 28));
    expect(one?.at(-1)?.response).not.toEqual(two?.at(-1)?.response);
  });
});

describe('H1 using a backup file', () => {
  const files = [fileOf(first, 'one'), fileOf(second, 'two')] as const;

  it('checking: two phrases, files and codes give the same transcript, by halving', () => {
    const transcripts = [first, second].map((each, index) => {
      const { file, code } = files[index] ?? files[0];
      const begin: Step = { kind: 'apdu', command: encodeCeremonyRequest({ kind: 'check-file', file }) };
      const steps = recorded(unlocked(each), checkBackupFile(lifePin, code, 'The file is good'), begin);
      return lines(play(unlocked(each), steps).transcript).map((line) => maskCommand(line));
    });
    expect(transcripts[1]).toEqual(transcripts[0]);
    expect(transcripts[0]?.length).toBeGreaterThan(100);
  });

  it('restoring: two files and codes give the same transcript, by halving', () => {
    const transcripts = files.map(({ file, code }) => {
      const begin: Step = { kind: 'apdu', command: encodeCeremonyRequest({ kind: 'restore-file', file }) };
      const fresh = (): TestDevice => createTestDevice({ random: seededRandom({ all: 'empty' }) });
      const steps = recorded(fresh(), restoreBackupFile(newPin, code), begin);
      return lines(play(fresh(), steps).transcript).map((line) => maskCommand(line));
    });
    expect(transcripts[1]).toEqual(transcripts[0]);
  });

  /** What the host itself sends is its own; salt and nonce in it come from another ceremony. */
  function maskCommand(line: string): string {
    return line.replace(/> c82[89]00007c[0-9a-f]{248}/, '> file');
  }
});

describe('H3 the backup code', () => {
  it('the code never crosses the wire as words, indexes or entropy, in any ceremony', () => {
    const device = unlocked(first);
    const crossed: string[] = [];
    const follow = (
      begin: { readonly command: Uint8Array },
      person: (code: readonly string[]) => Person<unknown>,
      code: readonly string[],
    ) => {
      const exchange = (command: Uint8Array): void =>
        void crossed.push(toHex(command), toHex(device.exchange(command)));
      exchange(begin.command);
      return runPerson(person(code), (action) => {
        const lines = device.fingers(action);
        if (action.kind !== 'look') for (const command of [status.command, read.command]) exchange(command);
        return lines;
      });
    };
    const code = follow(
      { command: encodeCeremonyRequest({ kind: 'backup-file' }) },
      () => makeBackupFile(lifePin),
      [],
    ) as string[];
    const file = device.exchange(read.command).slice(0, 124);
    follow(
      { command: encodeCeremonyRequest({ kind: 'check-file', file }) },
      (words) => checkBackupFile(lifePin, words, 'The file is good'),
      code,
    );
    const wire = crossed.join(' ');
    expect(wire).toContain(toHex(file));
    const secrets = [code, first.paper].flatMap((words) => {
      const entropy = codeEntropy(words.join(' '), words === code ? 2 : 1).toString('hex');
      const indexes = words.map((word) => wordlist.indexOf(word).toString(16).padStart(4, '0'));
      return [
        ...words.map((word) => toHex(Uint8Array.from(word, (letter) => letter.charCodeAt(0)))),
        ...indexes.slice(1).map((index, at) => `${indexes[at] ?? ''}${index}`),
        ...Array.from({ length: 4 }, (_, at) => entropy.slice(at * 8, at * 8 + 8)),
      ];
    });
    expect(secrets.filter((secret) => wire.includes(secret))).toHaveLength(0);
    expect(switchedOn(first.image).status().wallet).toBe('backed-up');
  });
});
