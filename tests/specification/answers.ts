/** What a device answers to every command in every state that the walk has found, and in those that only a host can tell apart. */
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { readU16, toHex } from '../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import { encodeCommitRequest, encodeEntropyRequest } from '../../src/protocol/entropy/entropy.ts';
import { hostPart } from '../fixtures/devices/entropy-host.ts';
import { keepLast, openLast } from '../fixtures/devices/last-candidate.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';
import { deviceAt, knownAt } from '../fixtures/interruptions/beginnings.ts';
import { agreeToNewWallet, leaveStopped, makeBackupFile } from '../kit/drivers/person.ts';
import { appNameMessage, malformed, wellFormed } from './messages.ts';
import type { CeremonyWalk } from './walk.ts';
import type { Place } from './walker.ts';

export interface AnswerState {
  /** A place of the walk, or what makes a state in words. */
  readonly where: Place | string;
  /** The answer to each command, in the order of `commandNames`: its status word, and the length of its data. */
  readonly answers: readonly string[];
}

type Exchange = (command: Uint8Array) => Uint8Array;

export const commandNames = [
  'appName',
  ...(Object.keys(instructions) as (keyof typeof instructions)[]),
] as const;
const messages = [appNameMessage, ...Object.values(wellFormed)];

const wordOf = (response: Uint8Array): string =>
  readU16(response, response.length - 2)
    .toString(16)
    .padStart(4, '0')
    .toUpperCase();

function answerText(response: Uint8Array): string {
  const length = response.length - 2;
  return length === 0 ? `\`${wordOf(response)}\`` : `\`${wordOf(response)}\` + ${length}`;
}

/** The answers to malformed messages, which must be the same in every state. */
export const malformedAnswers: readonly string[] = malformed.map(({ message }) =>
  wordOf(createTestDevice().exchange(message)),
);

function expectMalformed(exchange: Exchange, where: Place | string): void {
  malformed.forEach(({ message, why }, index) => {
    if (wordOf(exchange(message)) !== malformedAnswers[index])
      throw new Error(`${JSON.stringify(where)}: another answer to ${why}`);
  });
}

/** Each command on a device of its own, where one may change what the next is answered. */
function answersAt(where: Place | string, make: () => Exchange, acts: boolean): AnswerState {
  const shared = make();
  expectMalformed(shared, where);
  const cancel = toHex(encodeCancelRequest());
  const byMessage = new Map<string, string>();
  // The cancel last: it is the one that may act everywhere.
  const isCancel = (message: Uint8Array): boolean => toHex(message) === cancel;
  const inTurn = [...messages.filter((message) => !isCancel(message)), ...messages.filter(isCancel)];
  for (const message of inTurn) byMessage.set(toHex(message), answerText((acts ? make() : shared)(message)));
  return { where, answers: messages.map((message) => byMessage.get(toHex(message)) ?? '') };
}

function checkedUntil(candidates: number, then: (device: TestDevice) => void): TestDevice {
  const device = deviceAt('new');
  device.start({ kind: 'create', wordCount: 12, entropyCheck: true });
  device.person(agreeToNewWallet());
  for (let opened = 0; opened < candidates; opened += 1) {
    device.exchange(encodeCommitRequest());
    device.exchange(encodeEntropyRequest(hostPart(opened)));
    device.exchange(openLast());
  }
  then(device);
  return device;
}

const commit = (device: TestDevice): void => void device.exchange(encodeCommitRequest());
const mixed = (device: TestDevice): void => {
  commit(device);
  device.exchange(encodeEntropyRequest(hostPart(99)));
};

function released(): TestDevice {
  const device = deviceAt('unlocked');
  device.start({ kind: 'backup-file' });
  device.person(makeBackupFile(knownAt('unlocked').pin));
  return device;
}

function leftAlone(): TestDevice {
  const device = deviceAt('unlocked');
  for (let times = 0; times < 3; times += 1) {
    device.start({ kind: 'reveal' });
    device.exchange(encodeCancelRequest());
    device.person(leaveStopped());
  }
  return device;
}

const byItsLink =
  (device: TestDevice): Exchange =>
  (command) =>
    device.exchange(command);
const byAnother =
  (device: TestDevice): Exchange =>
  (command) =>
    device.firmware.exchange(command, 7);

function asked(): TestDevice {
  const device = deviceAt('unlocked');
  device.start({ kind: 'reveal' });
  return device;
}

function keptOne(): TestDevice {
  return checkedUntil(0, (device) => {
    mixed(device);
    device.exchange(keepLast());
  });
}

interface FurtherState {
  readonly name: string;
  readonly make: () => TestDevice;
  readonly through?: (device: TestDevice) => Exchange;
}

const further: readonly FurtherState[] = [
  { name: '`idle`, backed up, with a released backup file', make: released },
  { name: '`idle`, backed up, in the 30 s after three withdrawn requests', make: leftAlone },
  { name: '`entropy`, a candidate was committed to', make: () => checkedUntil(0, commit) },
  { name: '`entropy`, the candidate has the part of the host', make: () => checkedUntil(0, mixed) },
  { name: '`entropy`, so has the 65th candidate', make: () => checkedUntil(64, mixed) },
  { name: '`choose-pin`, after a candidate was kept', make: keptOne },
  {
    name: 'any stage of a ceremony that another link asked for',
    make: asked,
    through: byAnother,
  },
  {
    name: 'a fault at power-on',
    make: () => createTestDevice({ random: (_, length) => new Uint8Array(length) }),
  },
];

export function answerStates({ places }: CeremonyWalk): readonly AnswerState[] {
  const walked = places.map(({ place, again }) =>
    answersAt(place, () => byItsLink(again().device), place.activity === 'none' || place.stage === 'entropy'),
  );
  const others = further.map(({ name, make, through = byItsLink }) =>
    answersAt(name, () => through(make()), true),
  );
  return [...walked, ...others];
}
