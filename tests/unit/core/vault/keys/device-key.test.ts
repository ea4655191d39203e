import { p256 } from '@noble/curves/nist.js';
import { describe, expect, it } from 'vitest';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  attest,
  certify,
  drawIdentity,
  simulatorMake,
} from '../../../../../firmware-sim/core/vault/keys/device-key.ts';
import { simulatorIssuerKey } from '../../../../../firmware-sim/core/vault/keys/simulator-issuer-key.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import {
  attestationLength,
  challengeMessage,
  decodeAttestation,
  encodeTold,
} from '../../../../../src/protocol/commands/attest.ts';
import { certificateMessage, decodeCertificate } from '../../../../../src/protocol/commands/certificate.ts';
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

describe('certify', () => {
  const identity = drawIdentity(createCoreBoard());
  const publicKey = p256.getPublicKey(identity.deviceKey, false);
  const idOf = (key: Uint8Array): Uint8Array => sha256(key).slice(0, 8);

  it('names a simulator as one, under the simulators’ issuer (H10)', () => {
    const { certificate, body, signature } = decodeCertificate(certify(simulatorMake, identity));
    const issuer = fromHex(simulatorIssuerPublicKey);
    expect(certificate).toEqual({
      kind: 'simulator',
      maker: 'Hostblind',
      product: 'Simulator',
      deviceId: identity.deviceId,
      publicKey,
      issuerId: idOf(issuer),
    });
    expect(p256.verify(signature, certificateMessage(body), issuer)).toBe(true);
  });

  it('has a self-built device vouch for itself, and a maker for its own', () => {
    const own = decodeCertificate(certify({ kind: 'self-built', maker: 'Ada', product: 'One' }, identity));
    expect(own.certificate).toMatchObject({ kind: 'self-built', issuerId: idOf(publicKey) });
    expect(p256.verify(own.signature, certificateMessage(own.body), publicKey)).toBe(true);
    const issuerKey = p256.utils.randomSecretKey(new Uint8Array(48).fill(5));
    const make = { kind: 'maker', maker: 'Acme', product: 'Vault One', issuerKey } as const;
    const made = decodeCertificate(certify(make, identity));
    const issuer = p256.getPublicKey(issuerKey, false);
    expect(made.certificate).toMatchObject({ kind: 'maker', maker: 'Acme', issuerId: idOf(issuer) });
    expect(p256.verify(made.signature, certificateMessage(made.body), issuer)).toBe(true);
  });

  it('gives the same bytes each time', () => {
    expect(certify(simulatorMake, identity)).toEqual(certify(simulatorMake, identity));
  });

  it('uses the issuer key whose public half the host knows', () => {
    expect(toHex(p256.getPublicKey(fromHex(simulatorIssuerKey), false))).toBe(simulatorIssuerPublicKey);
  });
});

describe('attest', () => {
  const identity = drawIdentity(createCoreBoard());
  const certificate = certify(simulatorMake, identity);
  const walletId = countingBytes(16, 40);
  const told = encodeTold(encodeStatus(atRest), walletId);

  it('signs challenge, certificate and what the device says of itself', () => {
    const made = attest(identity, certificate, challenge, told);
    expect(made).toHaveLength(attestationLength);
    const { signature, ...said } = decodeAttestation(made);
    expect(said).toEqual({ state: atRest, walletId, told });
    const publicKey = p256.getPublicKey(identity.deviceKey, false);
    const isOf = (asked: Uint8Array, shown: Uint8Array, said: Uint8Array): boolean =>
      p256.verify(signature, challengeMessage(asked, sha256(shown), said), publicKey);
    expect(isOf(challenge, certificate, told)).toBe(true);
    expect(isOf(countingBytes(32, 78), certificate, told)).toBe(false);
    expect(isOf(challenge, certificate.with(0, 9), told)).toBe(false);
    const otherWallet = encodeTold(encodeStatus(atRest), countingBytes(16, 1));
    expect(isOf(challenge, certificate, otherWallet)).toBe(false);
  });
});
