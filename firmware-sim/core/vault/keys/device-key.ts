/** The device's own key (ECDSA on P-256) and its certificate. It says what device this is; it knows no wallet. */
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  certificateMessage,
  encodeCertificateBody,
  issuerIdLength,
} from '../../../../src/protocol/commands/certificate.ts';
import { challengeMessage } from '../../../../src/protocol/commands/attest.ts';
import { concatBytes, fromHex } from '../../../../src/protocol/bytes.ts';
import type { Board, Make } from '../../board.ts';
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

/** What a simulator is, where nobody says otherwise. */
export const simulatorMake: Make = { kind: 'simulator', maker: 'Hostblind', product: 'Simulator' };

/** Whose signature the certificate carries: of a simulator, one that can vouch for nothing but "this is a simulator" (H10). */
function issuerKeyOf(make: Make, { deviceKey }: DeviceIdentity): Uint8Array {
  if (make.kind === 'maker') return make.issuerKey;
  return make.kind === 'simulator' ? fromHex(simulatorIssuerKey) : deviceKey;
}

/** The device's certificate, signed: the same bytes each time. */
export function certify(make: Make, identity: DeviceIdentity): Uint8Array {
  const issuerKey = issuerKeyOf(make, identity);
  const body = encodeCertificateBody({
    kind: make.kind,
    deviceId: identity.deviceId,
    publicKey: p256.getPublicKey(identity.deviceKey, false),
    issuerId: sha256(p256.getPublicKey(issuerKey, false)).slice(0, issuerIdLength),
    maker: make.maker,
    product: make.product,
  });
  return concatBytes(body, p256.sign(certificateMessage(body), issuerKey));
}

/** Answers a challenge of 32 bytes, and signs with it the certificate and what the device says of itself (`encodeTold`). */
export function attest(
  { deviceKey }: Pick<DeviceIdentity, 'deviceKey'>,
  certificate: Uint8Array,
  challenge: Uint8Array,
  told: Uint8Array,
): Uint8Array {
  return concatBytes(told, p256.sign(challengeMessage(challenge, sha256(certificate), told), deviceKey));
}
