/**
 * What is fuzzed: one table. A parser that is new to the project gets a line here: some inputs that are right, and a
 * function that throws for whatever must not happen, be it a crash or an answer that the specification does not know.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { createFirmware } from '../../../firmware-sim/core/firmware.ts';
import { recordLength } from '../../../firmware-sim/core/vault/record.ts';
import { decodeRecord } from '../../../firmware-sim/core/vault/record.ts';
import { createApduReader } from '../../../firmware-sim/bench/apdu-framing.ts';
import { readRules } from '../../../firmware-sim/bench/automation-rules.ts';
import { parseJson } from '../../../firmware-sim/bench/router.ts';
import {
  encodeImportRequest,
  encodeListRequest,
  encodeSubmit,
  encodeUnlink,
} from '../../../firmware-sim/usb/usbip-client.ts';
import { createHidDevice } from '../../../firmware-sim/usb/hid-device.ts';
import { createUsbDevice } from '../../../firmware-sim/usb/usb-device.ts';
import { createUsbipReader } from '../../../firmware-sim/usb/usbip-codec.ts';
import { createUsbipSession } from '../../../firmware-sim/usb/usbip-session.ts';
import { maximumCommandLength, parseCommand, responseData } from '../../../src/protocol/apdu.ts';
import { parseBackupFile } from '../../../src/protocol/backup-file.ts';
import { concatBytes, equalBytes, readU16, toHex } from '../../../src/protocol/bytes.ts';
import { decodeAppName, encodeAppNameRequest } from '../../../src/protocol/commands/app-name.ts';
import { decodeAttestation } from '../../../src/protocol/commands/attest.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import {
  decodeCandidateWallet,
  decodeCommitment,
  decodeOpenedPart,
} from '../../../src/protocol/commands/entropy.ts';
import { decodeInfo, encodeInfo } from '../../../src/protocol/commands/info.ts';
import { decodeName } from '../../../src/protocol/commands/name.ts';
import { decodeStatus, encodeStatus, encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { decodeWallet } from '../../../src/protocol/commands/wallet.ts';
import { hostblindClass } from '../../../src/protocol/instructions.ts';
import { errorCode } from '../../../src/protocol/errors.ts';
import {
  assembleReport,
  reportLength,
  splitIntoReports,
  type PartialMessage,
} from '../../../src/protocol/hid-framing.ts';
import { ledgerAnswer } from '../../../src/protocol/ledger/conditions.ts';
import { decodeGetVersion, encodeGetVersionRequest } from '../../../src/protocol/ledger/get-version.ts';
import { encodeQuitAppRequest } from '../../../src/protocol/ledger/device-apps.ts';
import { decodeOnboardingFlags } from '../../../src/protocol/ledger/onboarding-flags.ts';
import { statusWordName, statusWords } from '../../../src/protocol/status-words.ts';
import { createCoreBoard } from '../core-board.ts';
import { createPersonaDevice } from '../persona-device.ts';
import { createTestDevice, createTestStorage } from '../test-device.ts';
import type { FuzzTarget } from './fuzz-engine.ts';
import { answerLengthOf, goOnWithCheck, isEntropyInstruction, newCheck } from './entropy-model.ts';
import { expectedStatusWord } from './host-commands.ts';
import {
  commands,
  checkMessages,
  answers,
  versions,
  setups,
  report,
  longReports,
  emptyRecord,
  storedImage,
  identity,
} from './fuzz-samples.ts';
import { quickRandom } from './quick-random.ts';

/** Commands one after the other, each as long as it says; what is left over at the end is one more. */
function* splitCommands(input: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < input.length;) {
    const length = 5 + (input[at + 4] ?? 0);
    yield input.subarray(at, at + length);
    at += length;
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Runs a decoder that may refuse by one kind of error, and by no other. */
function mayRefuse(isRefusal: (error: unknown) => boolean, decode: () => unknown): unknown {
  try {
    return decode();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

const isHostError = (error: unknown): boolean => errorCode(error) !== undefined;
const isDeviceFault = (error: unknown): boolean => error instanceof Error && error.name === 'DeviceFault';
const isBodyRefusal = (error: unknown): boolean =>
  error instanceof Error && ['InvalidBody', 'SyntaxError', 'TypeError'].includes(error.name);

function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Ledger's own status words that the persona gives beside ours. */
const personaStatusWords = [0x6e01, 0x6901, 0x6d07];

export const fuzzTargets: readonly FuzzTarget[] = [
  {
    name: 'HID framing, reports into messages',
    seeds: [report, concatBytes(...longReports), concatBytes(report, ...longReports, report)],
    share: 14,
    create: () => (input) => {
      let partial: PartialMessage | undefined;
      for (let at = 0; at < input.length; at += reportLength) {
        const step = assembleReport(partial, input.subarray(at, at + reportLength), maximumCommandLength);
        if (step.kind === 'message') {
          insist(step.message.length <= maximumCommandLength, 'a message is longer than any command');
          const again = splitIntoReports(1, step.message).reduce<PartialMessage | Uint8Array | undefined>(
            (held, part) => {
              const next = assembleReport(
                held instanceof Uint8Array ? undefined : held,
                part,
                maximumCommandLength,
              );
              return next.kind === 'message'
                ? next.message
                : next.kind === 'partial'
                  ? next.partial
                  : undefined;
            },
            undefined,
          );
          insist(
            again instanceof Uint8Array && equalBytes(again, step.message),
            'a message does not survive framing',
          );
        }
        if (step.kind !== 'ignored') partial = step.kind === 'partial' ? step.partial : undefined;
        insist((partial?.received.length ?? 0) <= maximumCommandLength, 'more is kept than a command has');
      }
    },
  },
  {
    name: 'HID reports to a device',
    seeds: [report, concatBytes(...longReports), Uint8Array.of(0, 0, 2, ...new Uint8Array(61))],
    share: 7,
    create() {
      const device = createTestDevice({ random: quickRandom({ all: 'fuzz' }) });
      const hid = createHidDevice(device.firmware);
      return (input) => {
        for (let at = 0; at < input.length; at += reportLength) {
          const reports = hid.receive(input.subarray(at, at + reportLength));
          insist(
            reports.every(({ length }) => length === reportLength),
            'a report has 64 bytes',
          );
        }
        device.exchange(encodeCancelRequest());
      };
    },
  },
  {
    name: 'command APDUs to a device',
    seeds: commands,
    share: 24,
    create() {
      const device = createTestDevice({ random: quickRandom({ all: 'fuzz' }) });
      return (input) => {
        const expected = expectedStatusWord(input, device.status());
        const response = device.exchange(input);
        const given = readU16(response, response.length - 2);
        insist(given === expected, `${given.toString(16)} instead of ${expected.toString(16)}`);
        device.exchange(encodeCancelRequest());
      };
    },
  },
  {
    // Each input is several messages, as many as whole commands fit into it: a check is about their order.
    name: 'messages to a device at the entropy check',
    seeds: [concatBytes(...checkMessages.slice(0, 2)), ...checkMessages, concatBytes(...checkMessages)],
    share: 2,
    create() {
      const device = createTestDevice({ random: quickRandom({ all: 'fuzz' }) });
      return (input) => {
        if (device.status().stage !== 'entropy') {
          device.exchange(encodeCancelRequest());
          device.start({ kind: 'create', wordCount: 12, entropyCheck: true });
          device.fingers({ kind: 'tap', gesture: 'right' });
        }
        const check = newCheck();
        for (const message of splitCommands(input)) {
          const status = device.status();
          const expected = expectedStatusWord(message, status, status.stage === 'entropy' ? { check } : {});
          const response = device.exchange(message);
          const given = readU16(response, response.length - 2);
          insist(given === expected, `${given.toString(16)} instead of ${expected.toString(16)}`);
          const [cla, ins = 0] = message;
          if (given !== statusWords.ok || cla !== hostblindClass || !isEntropyInstruction(ins)) continue;
          insist(response.length === answerLengthOf(ins) + 2, 'an answer of another length');
          goOnWithCheck(check, ins, message.subarray(5), response.subarray(0, -2));
        }
        device.exchange(encodeCancelRequest());
      };
    },
  },
  {
    name: 'command APDUs, parsed',
    seeds: commands,
    share: 8,
    create: () => (input) => {
      const parsed = parseCommand(input);
      if (parsed === undefined) return;
      const { cla, ins, p1, p2, data } = parsed;
      const head = Uint8Array.of(cla, ins, p1, p2);
      const again = input.length === 4 ? head : concatBytes(head, Uint8Array.of(data.length), data);
      insist(equalBytes(again, input), 'a command does not survive parsing');
    },
  },
  {
    name: 'response APDUs at the host',
    seeds: answers.map((answer) => concatBytes(answer, Uint8Array.of(0x90, 0))),
    share: 8,
    create: () => (input) => {
      mayRefuse(isHostError, () => responseData(input));
      mayRefuse(isHostError, () => ledgerAnswer(input));
    },
  },
  {
    name: 'answers at the host: status, info, name, wallet, certificate, check, file',
    seeds: answers,
    share: 14,
    create: () => (input) => {
      const status = mayRefuse(isHostError, () => decodeStatus(input));
      if (status !== undefined)
        insist(equalBytes(encodeStatus(decodeStatus(input)), input), 'a status changes');
      const info = mayRefuse(isHostError, () => decodeInfo(input));
      if (info !== undefined)
        insist(encodeInfo(decodeInfo(input)).length === input.length, 'an info changes');
      const decoders = [
        decodeName,
        decodeWallet,
        decodeAttestation,
        decodeAppName,
        decodeCommitment,
        decodeCandidateWallet,
        decodeOpenedPart,
      ];
      // Tells what is wrong with a file, and throws for none.
      parseBackupFile(input, sha256);
      for (const decode of decoders) {
        mayRefuse(isHostError, () => decode(input));
      }
    },
  },
  {
    name: 'a stock Ledger: version and flags',
    seeds: versions,
    share: 8,
    create: () => (input) => {
      const version = mayRefuse(isHostError, () => decodeGetVersion(input));
      if (version === undefined) return;
      const decoded = decodeGetVersion(input);
      if (decoded.kind === 'secure-element') decodeOnboardingFlags(decoded.flags);
    },
  },
  {
    name: 'a stock Ledger: commands to the persona',
    seeds: [
      encodeGetVersionRequest(),
      encodeAppNameRequest(),
      encodeQuitAppRequest(),
      Uint8Array.of(0xe0, 0xd2, 0, 0, 0),
    ],
    share: 4,
    create() {
      const device = createPersonaDevice({ model: 'nanosp' });
      return (input) => {
        const response = device.exchange(input);
        if (response === undefined) return;
        const word = readU16(response, response.length - 2);
        insist(
          statusWordName(word) !== undefined || personaStatusWords.includes(word),
          toHex(response.slice(-2)),
        );
      };
    },
  },
  {
    name: 'USB/IP: operations and transfers',
    seeds: [
      encodeListRequest(),
      encodeImportRequest('1-1'),
      ...setups.map((setup, sequence) =>
        concatBytes(encodeImportRequest('1-1'), encodeSubmit({ sequence, endpoint: 0, room: 64, setup })),
      ),
      concatBytes(
        encodeImportRequest('1-1'),
        encodeSubmit({ sequence: 1, endpoint: 2, data: report }),
        encodeSubmit({ sequence: 2, endpoint: 2, room: 64 }),
        encodeUnlink(3, 2),
      ),
    ],
    share: 5,
    create() {
      const { firmware } = createTestDevice({ random: quickRandom({ all: 'fuzz' }) });
      return (input) => {
        const reader = createUsbipReader();
        const session = createUsbipSession(createUsbDevice(identity, firmware));
        let attached = false;
        // In two chunks, as a network may cut it.
        const cut = (input[0] ?? 0) % (input.length + 1);
        for (const chunk of [input.subarray(0, cut), input.subarray(cut)]) {
          for (const message of reader.push(chunk)) {
            if (message.kind === 'import') {
              attached = true;
              reader.imported();
            } else if (message.kind === 'submit' || message.kind === 'unlink') {
              insist(attached, 'a transfer before an import');
              const replies = session.handle(message);
              insist(
                replies === 'overrun' || replies.every(({ length }) => length >= 48),
                'a reply has no header',
              );
            }
          }
        }
      };
    },
  },
  {
    name: 'APDUs over TCP, as Speculos frames them',
    seeds: commands.map((command) => concatBytes(Uint8Array.of(0, 0, 0, command.length), command)),
    share: 8,
    create: () => (input) => {
      const whole = createApduReader().push(input);
      const reader = createApduReader();
      const bytewise = Array.from(input, (byte) => reader.push(Uint8Array.of(byte))).flat();
      insist(JSON.stringify(whole) === JSON.stringify(bytewise), 'chunks change what is read');
      insist(
        whole.every((each) => each.kind === 'oversize' || each.bytes.length <= 260),
        'a command is too long',
      );
    },
  },
  {
    name: 'storage: a record',
    seeds: [emptyRecord],
    share: 8,
    create: () => (input) => {
      // The length is the slots' affair: what comes here has it, or is refused for it.
      const bytes = new Uint8Array(recordLength);
      bytes.set(input.subarray(0, recordLength));
      mayRefuse(isDeviceFault, () => decodeRecord(input));
      mayRefuse(isDeviceFault, () => decodeRecord(bytes));
    },
  },
  {
    name: 'storage: a device that is switched on with it',
    seeds: [storedImage, new Uint8Array(490).fill(0xff)],
    share: 3,
    create: () => (input) => {
      const storage = createTestStorage();
      storage.bytes.set(input.subarray(0, storage.bytes.length));
      const firmware = createFirmware(createCoreBoard({ storage, random: quickRandom({ all: 'fuzz' }) }));
      decodeStatus(responseData(firmware.exchange(encodeStatusRequest())));
    },
  },
  {
    name: 'bench: JSON bodies and automation rules',
    seeds: [
      utf8(
        '{"version":1,"rules":[{"text":"Word 1 of 12","actions":[["button",2,true],["setbool","seen",true]]}]}',
      ),
      utf8(
        '{"version":1,"rules":[{"regexp":"[A-Z].*","x":2,"y":0,"conditions":[["seen",false]],"actions":[["exit"]]}]}',
      ),
      utf8('{"action":"press-and-release","delay":0.1}'),
    ],
    share: 6,
    create: () => (input) => void mayRefuse(isBodyRefusal, () => readRules(parseJson(input))),
  },
];
