/** Inputs that are right, for the fuzzer to begin with. */
import { encodeRecord, recordLength } from '../../../firmware-sim/core/vault/record.ts';
import { openSlots } from '../../../firmware-sim/core/vault/slots.ts';
import { usbIdentity } from '../../../firmware-sim/usb/usb-options.ts';
import { encodeCommand } from '../../../src/protocol/apdu.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { encodeAppName, encodeAppNameRequest } from '../../../src/protocol/commands/app-name.ts';
import { encodeAttestRequest } from '../../../src/protocol/commands/attest.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import {
  encodeCommitment,
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
} from '../../../src/protocol/commands/entropy.ts';
import { encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { reportLength, splitIntoReports } from '../../../src/protocol/hid-framing.ts';
import { encodeBootloaderVersion, encodeVersion } from '../../../src/protocol/ledger/get-version.ts';
import { encodeOnboardingFlags } from '../../../src/protocol/ledger/onboarding-flags.ts';
import { createCoreBoard } from '../core-board.ts';
import { createTestDevice } from '../test-device.ts';
import { hostPart } from './entropy-script.ts';
import { strangersFile } from './strangers-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The four messages of the entropy check. */
export const checkMessages: readonly Uint8Array[] = [
  encodeCommitRequest(),
  encodeEntropyRequest(hostPart(1)),
  encodeEntropyRequest(hostPart(2)),
  encodeOpenRequest(),
  encodeKeepRequest(),
];

export const commands: readonly Uint8Array[] = [
  encodeStatusRequest(),
  encodeInfoRequest(),
  encodeCancelRequest(),
  encodeWalletRequest(),
  encodeNameRequest(),
  encodeAppNameRequest(),
  encodeCeremonyRequest({ kind: 'create', wordCount: 24 }),
  encodeCeremonyRequest({ kind: 'create', wordCount: 12, entropyCheck: true, dice: true }),
  encodeCeremonyRequest({ kind: 'restore', wordCount: 12 }),
  encodeCeremonyRequest({ kind: 'seed-qr' }),
  encodeCeremonyRequest({ kind: 'check-file', file: strangersFile }),
  encodeCeremonyRequest({ kind: 'restore-file', file: strangersFile }),
  encodeReadFileRequest(),
  ...checkMessages,
  encodeCeremonyRequest({ kind: 'rename', name: 'Blue drawer' }),
  encodeCeremonyRequest({ kind: 'reveal' }),
  Uint8Array.of(0xb0, 1, 0, 0),
];

const sampleAttestation = ((): Uint8Array => {
  const device = createTestDevice();
  return device.exchange(encodeAttestRequest(new Uint8Array(32).fill(1))).slice(0, -2);
})();

export const answers: readonly Uint8Array[] = [
  createTestDevice().exchange(encodeStatusRequest()).slice(0, -2),
  createTestDevice().exchange(encodeInfoRequest()).slice(0, -2),
  sampleAttestation,
  encodeAppName({ name: 'Hostblind', version: '0.1.0' }),
  utf8('Blue drawer'),
  new Uint8Array(16).fill(7),
  encodeCommitment({ candidate: 3, commitment: new Uint8Array(32).fill(6) }),
  new Uint8Array(32).fill(5),
  strangersFile,
];

const flags = encodeOnboardingFlags({ screen: 'new-words', wordCount: 12, wordIndex: 3 });
export const versions: readonly Uint8Array[] = [
  encodeVersion({
    targetId: 0x33100004,
    version: '1.4.0',
    flags,
    mcuVersion: '4.03',
    tail: [Uint8Array.of(1), Uint8Array.of(0)],
  }),
  encodeBootloaderVersion({ targetId: 0x33100004, version: '1.4.0' }),
];

export const identity = usbIdentity('nanosp');

export const setups = [
  [0x80, 6, 0, 1, 0, 0, 18, 0],
  [0x80, 6, 0, 2, 0, 0, 255, 0],
  [0x81, 6, 0, 0x22, 0, 0, 64, 0],
  [0x00, 9, 1, 0, 0, 0, 0, 0],
  [0x21, 9, 0, 2, 0, 0, 64, 0],
  [0xc0, 2, 0, 0, 7, 0, 255, 0],
].map((bytes) => Uint8Array.from(bytes));

export const report = splitIntoReports(0x1234, encodeStatusRequest())[0] ?? new Uint8Array(reportLength);
export const longReports = splitIntoReports(
  0x0101,
  encodeCommand(0xc8, 0x25, new Uint8Array(250).fill(0x61)),
);

export const emptyRecord = encodeRecord({
  identity: {
    deviceId: new Uint8Array(16).fill(1),
    deviceKey: new Uint8Array(32).fill(2),
    deviceSecret: new Uint8Array(32).fill(3),
  },
  name: 'Desk',
  wallet: {
    state: 'backed-up',
    wordCount: 12,
    failures: 1,
    salt: new Uint8Array(16).fill(4),
    nonce: new Uint8Array(24).fill(5),
    sealed: new Uint8Array(64).fill(6),
  },
});

export const storedImage = ((): Uint8Array => {
  const board = createCoreBoard();
  openSlots(board.storage, recordLength).write(emptyRecord);
  return board.stored.bytes.slice(0, 490);
})();
