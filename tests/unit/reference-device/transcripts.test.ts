/** Every transcript of docs/vectors, replayed by meaning: each answer, and the status at the end of each step. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStorage } from '../../reference-device/device.mjs';
import { publicKeyOf } from '../../reference-device/identity.mjs';
import { feed, fromHex, referenceDevice, storageWith, toHex } from '../../fixtures/reference/reference.ts';

interface Held {
  wallet: 'never started' | 'empty' | 'unfinished-backup' | 'backed-up';
  deviceId?: string;
  deviceKey?: string;
  name?: string;
  phrase?: string;
  walletId?: string;
  pin?: string;
}
interface Event {
  command?: string;
  answer?: string;
  link?: number;
  press?: string;
  power?: 'on' | 'off';
  wait?: number;
  status?: string;
}
interface Transcript {
  before: Held;
  after: Held;
  random: { for: string; length: number; bytes?: string; broken?: true }[];
  steps: { means: string; happens: Event[] }[];
}

const folder = join(import.meta.dirname, '../../../docs/vectors/transcripts');
const names = readdirSync(folder).map((file) => file.replace('.json', ''));
const { keys } = JSON.parse(readFileSync(join(folder, '../attestation.json'), 'utf8')) as {
  keys: { name: string; privateKey: string }[];
};
const issuerKey = fromHex(keys.find(({ name }) => name.startsWith('simulators'))?.privateKey ?? '');

/** What a person does that means this. */
const meanings: readonly [RegExp, (...found: string[]) => string[]][] = [
  [
    /^says yes$|^says so once more$|^resumes$|^is done$|^releases |^finishes|^compares|^goes on again$|^reads (?!the warning|that they don’t fit)|^has seen word|^has copied everything$/,
    () => ['next'],
  ],
  [
    /^says no$|^turns back$|^goes back to it$|^reads that they don’t fit, and stops$|^wants to discard it$|^looks at the last word again$/,
    () => ['back'],
  ],
  [/^(?:enters the PIN|chooses the PIN|repeats) (\d+)$/, (pin) => [`pin ${pin}`]],
  [/^chooses the PIN (\d+), and repeats it$/, (pin) => [`choose-pin ${pin}`]],
  [/^holds the button until the (?:code )?words are shown$/, () => ['next', 'hold']],
  [/^holds the button until it is deleted$/, () => ['hold']],
  [/^writes every (?:code )?word down$/, () => ['write-down']],
  [/^confirms every (?:code )?word$/, () => ['confirm-words']],
  [/^gets word (\d+) wrong, and sees it again$/, (position) => [`slip ${position}`]],
  [
    /^enters, by (halving|letters): (.*)$/,
    (way, words) => [way === 'halving' ? 'right' : 'left', `enter-words ${words}`],
  ],
  [/^rolls (\d+)$/, (rolls) => [`roll-dice ${rolls}`]],
  [/^reads the warning, chooses the format and holds the button$/, () => ['next', 'right', 'hold']],
  [/^copies block after block$/, () => ['next', ...Array.from({ length: 9 }, () => 'next')]],
  [/^power (on|off)$/, (what) => [`power-${what}`]],
];

describe('a transcript', () => {
  it.each(names)('%s', async (name) => {
    const { before, after, random, steps } = JSON.parse(
      readFileSync(join(folder, `${name}.json`), 'utf8'),
    ) as Transcript;
    const storage =
      before.phrase === undefined
        ? createStorage()
        : await storageWith(
            before.phrase,
            before.pin ?? '',
            before.wallet === 'backed-up' ? 'backed-up' : 'unfinished',
          );
    const { deviceId = after.deviceId, deviceKey = after.deviceKey } = before;
    storage.held = {
      ...storage.held,
      name: Buffer.from(before.name ?? ''),
      id: fromHex(deviceId ?? ''),
      key: fromHex(deviceKey ?? ''),
    };
    const drawn = (purpose: string): string[] =>
      random.filter((draw) => draw.for === purpose).map(({ bytes = '' }) => bytes);
    const given = {
      phrase: drawn('phrase'),
      'backup-code': drawn('backup-code'),
      seal: drawn('seal').slice(-2),
    };
    const reference = referenceDevice({
      storage,
      random: feed(given),
      identity: { kind: 1, maker: 'Hostblind', product: 'Simulator', issuerKey },
    });
    reference.device.powerOff();

    for (const { means, happens } of steps) {
      const [event] = happens;
      if (event === undefined) continue;
      const { command, wait } = event;
      if (command !== undefined) {
        const answer = reference.send(command, event.link);
        expect({ means, answer: comparable(command, answer) }).toEqual({
          means,
          answer: comparable(command, event.answer ?? ''),
        });
      } else if (wait !== undefined) {
        reference.wait(wait);
      } else {
        const found = meanings.flatMap(([pattern, lines]) => {
          const match = pattern.exec(means);
          return match === null ? [] : [lines(...match.slice(1))];
        });
        expect({ means, ways: found.length }).toEqual({ means, ways: 1 });
        await reference.does(...(found[0] ?? []));
      }
      if (event.power === 'off') continue;
      expect({ means, status: reference.status() }).toEqual({ means, status: happens.at(-1)?.status });
    }

    const { held } = storage;
    expect({
      id: toHex(held.id ?? Buffer.alloc(0)),
      key: toHex(publicKeyOf(held.key ?? Buffer.alloc(0))),
      name: held.name.toString(),
      wallet: held.wallet?.state ?? 'empty',
    }).toEqual({
      id: after.deviceId,
      key: toHex(publicKeyOf(fromHex(after.deviceKey ?? ''))),
      name: after.name,
      wallet: after.wallet === 'unfinished-backup' ? 'unfinished' : after.wallet,
    });
    if (after.wallet !== 'backed-up') return;
    const again = referenceDevice({ storage });
    await again.does(`pin ${after.pin}`);
    expect(again.ask('c805000000')).toBe(after.walletId);
  });
});

/** What can be the same: the version is the firmware's own, and a signature another one each time. */
function comparable(command: string, answer: string): string {
  if (command.startsWith('b001')) return answer.replace(/05.{10}0100/, '');
  if (command.startsWith('c801')) return answer.replace(/^03.{6}/, '03');
  if (command.startsWith('c808') || command.startsWith('c804'))
    return answer.slice(0, -132) + answer.slice(-4);
  return answer;
}
