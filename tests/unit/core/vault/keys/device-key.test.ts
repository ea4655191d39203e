import { p256 } from '@noble/curves/nist.js';
import { describe, expect, it } from 'vitest';
import { attest, drawIdentity } from '../../../../../firmware-sim/core/vault/keys/device-key.ts';
import { simulatorIssuerKey } from '../../../../../firmware-sim/core/vault/keys/simulator-issuer-key.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import {
  attestationLength,
  certificateMessage,
  challengeMessage,
  decodeAttestation,
  encodeTold,
} from '../../../../../src/protocol/commands/attest.ts';
import { encodeStatus } from '../../../../../src/protocol/commands/status.ts';
import { simulatorIssuerPublicKey } from '../../../../../src/protocol/simulator-issuer.ts';
import { atRest } from '../../../../fixtures/data/at-rest.ts';
import { countingBytes, createCoreBoard } from '../../../../fixtures/devices/core-board.ts';

const challenge = countingBytes(32, 77);

describe('drawIdentity', () => {
  it('draws 48, 16 and 32 bytes for the device, and keeps the seed of its key nowhere', () => {
    const board = createCoreBoard();
    const identity = drawIdentity(board);
    expect(board.draws.map(({ purpose, length }) => [purpose, length])).toEqual([
      ['device', 48],
      ['device', 16],
      ['device', 32],
    ]);
    expect(board.draws[0]?.bytes).toEqual(new Uint8Array(48));
    expect(identity.deviceId).toEqual(board.draws[1]?.bytes);
    expect(identity.deviceSecret).toEqual(board.draws[2]?.bytes);
  });

  it('makes a valid private key, and another one on another device', () => {
    const identity = drawIdentity(createCoreBoard());
    expect(p256.utils.isValidSecretKey(identity.deviceKey)).toBe(true);
    const other = drawIdentity(createCoreBoard({ random: (_, length) => countingBytes(length) }));
    expect(other.deviceKey).not.toEqual(identity.deviceKey);
  });
});

describe('attest', () => {
  const identity = drawIdentity(createCoreBoard());
  const walletId = countingBytes(16, 40);
  const told = encodeTold(encodeStatus(atRest), walletId);

  it('signs certificate and challenge, each with the simulator mark in it (H10)', () => {
    const made = attest(createCoreBoard(), identity, challenge, told);
    expect(made).toHaveLength(attestationLength);
    const { certificate, certificateBody, issuerSignature, challengeSignature, ...said } =
      decodeAttestation(made);
    expect(certificate).toEqual({
      simulator: true,
      model: 'nanosp',
      deviceId: identity.deviceId,
      publicKey: p256.getPublicKey(identity.deviceKey, false),
    });
    const issuer = fromHex(simulatorIssuerPublicKey);
    expect(p256.verify(issuerSignature, certificateMessage(certificateBody), issuer)).toBe(true);
    expect(said).toEqual({ state: atRest, walletId, told });
    const message = challengeMessage(challenge, certificateBody, told);
    expect(p256.verify(challengeSignature, message, certificate.publicKey)).toBe(true);
    const otherMessage = challengeMessage(countingBytes(32, 78), certificateBody, told);
    expect(p256.verify(challengeSignature, otherMessage, certificate.publicKey)).toBe(false);
    const otherWallet = encodeTold(encodeStatus(atRest), countingBytes(16, 1));
    const another = challengeMessage(challenge, certificateBody, otherWallet);
    expect(p256.verify(challengeSignature, another, certificate.publicKey)).toBe(false);
  });

  it.each([{ simulator: false }, { model: 'nanox', simulator: undefined }])(
    'marks a simulator whatever a board claims (%j)',
    (claim) => {
      const made = attest({ ...createCoreBoard(), ...(claim as object) }, identity, challenge, told);
      expect(decodeAttestation(made).certificate.simulator).toBe(true);
    },
  );

  it('uses the issuer key whose public half the host knows', () => {
    expect(toHex(p256.getPublicKey(fromHex(simulatorIssuerKey), false))).toBe(simulatorIssuerPublicKey);
  });
});
