/** `examples.json`: what the random values in the examples of docs/protocol.md are computed from. */
import { p256 } from '@noble/curves/nist.js';
import { wordsOfCode } from '../../firmware-sim/core/vault/copies/backup-code.ts';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeAttestRequest } from '../../src/protocol/commands/attest.ts';
import { encodeCertificateRequest } from '../../src/protocol/commands/certificate.ts';
import { encodeReadFileRequest } from '../../src/protocol/commands/read-file.ts';
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeOpenRequest,
} from '../../src/protocol/entropy/entropy.ts';
import { exampleDevices } from '../fixtures/devices/example-states.ts';
import { seededRandom, type TestDevice } from '../fixtures/devices/test-device.ts';
import type { Vectors } from './files.ts';
import { phraseText, textOf, walletIdText } from './parts.ts';

const seed = 'protocol.md';
const counting = Uint8Array.from({ length: 32 }, (_, index) => index);

function deviceIn(state: string): TestDevice {
  const device = exampleDevices[state]?.();
  if (device === undefined) throw new Error(`there is no example ${state}`);
  return device;
}

/** What the device of the examples draws first for each purpose. */
function drawn() {
  const draw = seededRandom({ all: seed });
  const deviceKey = p256.utils.randomSecretKey(draw('device', 48));
  return {
    deviceKey,
    deviceId: draw('device', 16),
    entropy: draw('phrase', 32),
    codeEntropy: draw('backup-code', 16),
  };
}

function candidates(device: TestDevice) {
  const ask = (command: Uint8Array): Uint8Array => responseData(device.firmware.exchange(command));
  const first = ask(encodeCommitRequest());
  const walletId = ask(encodeEntropyRequest(counting));
  const devicePart = ask(encodeOpenRequest(walletId));
  return {
    candidate: first[0],
    commitment: toHex(first.slice(1)),
    hostPart: toHex(counting),
    devicePart: toHex(devicePart),
    walletId: toHex(walletId),
    nextCommitment: toHex(ask(encodeCommitRequest()).slice(1)),
    nextDevicePart: toHex(secondPart()),
  };
}

function secondPart(): Uint8Array {
  const draw = seededRandom({ all: seed });
  draw('phrase', 32);
  return draw('phrase', 32);
}

export function exampleVectors(): Vectors {
  const { deviceKey, deviceId, entropy, codeEntropy } = drawn();
  const empty = deviceIn('empty');
  const file = responseData(deviceIn('released').firmware.exchange(encodeReadFileRequest()));
  return {
    description:
      'What stands behind the examples in docs/protocol.md: the keys of their device, its wallet, the candidates of its entropy check, and the ' +
      'bytes that the text leaves out. The wallet and the first candidate come of the same 32 bytes, since both are drawn first.',
    seed,
    pin: '1234',
    device: {
      deviceId: toHex(deviceId),
      deviceKey: toHex(deviceKey),
      certificate: toHex(responseData(empty.firmware.exchange(encodeCertificateRequest()))),
      challenge: toHex(counting),
      answer: toHex(responseData(empty.firmware.exchange(encodeAttestRequest(counting)))),
    },
    wallet: {
      words: 24,
      entropy: toHex(entropy),
      phrase: phraseText(entropy),
      walletId: walletIdText(entropy),
    },
    check: candidates(deviceIn('checking')),
    backupFile: {
      code: textOf(wordsOfCode(codeEntropy)),
      codeEntropy: toHex(codeEntropy),
      file: toHex(file),
    },
  };
}
