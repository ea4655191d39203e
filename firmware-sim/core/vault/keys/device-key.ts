/** The device's own key (ECDSA on P-256) and its certificate. It says what device this is; it knows no wallet. */
import { p256 } from '@noble/curves/nist.js';
import {
  certificateMessage,
  challengeMessage,
  encodeAttestation,
  encodeCertificateBody,
} from '../../../../src/protocol/commands/attest.ts';
import { fromHex } from '../../../../src/protocol/bytes.ts';
import type { Board } from '../../board.ts';
import { erase } from '../memory/erase.ts';
import { drawRandom } from '../random/random.ts';
import { simulatorIssuerKey } from './simulator-issuer-key.ts';

export interface DeviceIdentity {
  /** 16 bytes, public. */
  readonly deviceId: Uint8Array;
  /** P-256 private key, 32 bytes. */
  readonly deviceKey: Uint8Array;
  /** 32 bytes that no one outside the device knows: a stolen copy of the sealed part alone is useless. */
  readonly deviceSecret: Uint8Array;
}

/** Drawn once, at the device's first start. */
export function drawIdentity(board: Board): DeviceIdentity {
  // 48 bytes, as FIPS 186-5 A.2.1 asks for, so that reduction to the group order leaves no bias.
  const seed = drawRandom(board, 'device', 48);
  try {
    return {
      deviceId: drawRandom(board, 'device', 16),
      deviceKey: p256.utils.randomSecretKey(seed),
      deviceSecret: drawRandom(board, 'device', 32),
    };
  } finally {
    erase(seed);
  }
}

/**
 * Answers a challenge of 32 bytes, and signs with it what the device says of itself (`encodeTold`). A simulator issues its own certificate with the simulators' well-known key,
 * which can vouch for nothing but "this is a simulator" (H10).
 */
export function attest(
  board: Board,
  identity: DeviceIdentity,
  challenge: Uint8Array,
  told: Uint8Array,
): Uint8Array {
  const body = encodeCertificateBody({
    simulator: true,
    model: board.model,
    deviceId: identity.deviceId,
    publicKey: p256.getPublicKey(identity.deviceKey, false),
  });
  return encodeAttestation(
    body,
    p256.sign(certificateMessage(body), fromHex(simulatorIssuerKey)),
    told,
    p256.sign(challengeMessage(challenge, body, told), identity.deviceKey),
  );
}
