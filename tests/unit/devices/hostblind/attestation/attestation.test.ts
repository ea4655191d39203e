import { p256 } from '@noble/curves/nist.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { simulatorIssuerKey } from '../../../../../firmware-sim/core/vault/keys/simulator-issuer-key.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import {
  attestationLength,
  certificateBodyLength,
  certificateMessage,
  challengeMessage,
  encodeAttestation,
  encodeCertificateBody,
  encodeTold,
} from '../../../../../src/protocol/commands/attest.ts';
import { encodeInfo, type DeviceInfo } from '../../../../../src/protocol/commands/info.ts';
import { encodeStatus } from '../../../../../src/protocol/commands/status.ts';
import { simulatorIssuerPublicKey } from '../../../../../src/protocol/simulator-issuer.ts';
import { checkAttestation } from '../../../../../src/devices/hostblind/attestation/attestation.ts';
import { createHostblindSigner } from '../../../../../src/devices/hostblind/hostblind-signer.ts';
import type { TrustedIssuer } from '../../../../../src/devices/hostblind/attestation/trusted-issuers.ts';
import { atRest } from '../../../../fixtures/data/at-rest.ts';
import { createScriptedTransport } from '../../../../fixtures/fakes/scripted-transport.ts';
import { createTestDevice } from '../../../../fixtures/devices/test-device.ts';
import { guard } from '../../../../../src/transport/guard.ts';

const challenge = new Uint8Array(32).fill(7);
const deviceKey = p256.utils.randomSecretKey(new Uint8Array(48).fill(3));
const makerKey = p256.utils.randomSecretKey(new Uint8Array(48).fill(5));
const maker: TrustedIssuer = {
  title: 'A maker of hardware',
  publicKey: toHex(p256.getPublicKey(makerKey, false)),
  simulatorOnly: false,
};
const simulators: TrustedIssuer = {
  title: 'Simulators',
  publicKey: simulatorIssuerPublicKey,
  simulatorOnly: true,
};
const issuers = [maker, simulators];

const info: DeviceInfo = {
  firmware: { major: 1, minor: 0, patch: 0 },
  simulator: true,
  model: 'nanosp',
  capabilities: ['create', 'attest'],
  deviceId: new Uint8Array(16).fill(9),
};

const walletId = new Uint8Array(16).fill(6);
const told = encodeTold(encodeStatus(atRest), walletId);

function attest({ simulator = true, issuerKey = fromHex(simulatorIssuerKey), signed = challenge } = {}) {
  const { model, deviceId } = info;
  const body = encodeCertificateBody({
    simulator,
    model,
    deviceId,
    publicKey: p256.getPublicKey(deviceKey, false),
  });
  return encodeAttestation(
    body,
    p256.sign(certificateMessage(body), issuerKey),
    told,
    p256.sign(challengeMessage(signed, body, told), deviceKey),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the simulator issuer', () => {
  it('has the public key that belongs to the published private key', () => {
    expect(toHex(p256.getPublicKey(fromHex(simulatorIssuerKey), false))).toBe(simulatorIssuerPublicKey);
  });
});

describe('checkAttestation', () => {
  it('recognizes a simulator, regardless of who issued its certificate', async () => {
    expect(await checkAttestation(attest(), { challenge, info, issuers })).toMatchObject({
      kind: 'simulator',
      issuer: 'Simulators',
      certificate: { simulator: true, model: 'nanosp', deviceId: info.deviceId },
    });
    const byMaker = attest({ issuerKey: makerKey });
    expect(await checkAttestation(byMaker, { challenge, info, issuers })).toMatchObject({
      kind: 'simulator',
      issuer: 'A maker of hardware',
    });
  });

  it('a maker’s device is genuine', async () => {
    const answer = attest({ simulator: false, issuerKey: makerKey });
    const hardware = { ...info, simulator: false };
    expect(await checkAttestation(answer, { challenge, info: hardware, issuers })).toMatchObject({
      kind: 'genuine',
      issuer: 'A maker of hardware',
    });
  });

  it('H10: the simulators’ key cannot vouch for anything but a simulator', async () => {
    const answer = attest({ simulator: false });
    const hardware = { ...info, simulator: false };
    expect(await checkAttestation(answer, { challenge, info: hardware, issuers })).toEqual({
      kind: 'failed',
      reason: 'simulator-mark-missing',
    });
  });

  it('an issuer that nobody named is unknown, and no failure', async () => {
    const answer = attest({ simulator: false, issuerKey: makerKey });
    const hardware = { ...info, simulator: false };
    const result = await checkAttestation(answer, { challenge, info: hardware });
    expect(result).toMatchObject({ kind: 'unknown-issuer', certificate: { simulator: false } });
  });

  it('an answer to another challenge fails: recorded and played back', async () => {
    const answer = attest({ signed: new Uint8Array(32).fill(8) });
    expect(await checkAttestation(answer, { challenge, info, issuers })).toEqual({
      kind: 'failed',
      reason: 'challenge-signature',
    });
  });

  it.each([
    ['another device ID', { ...info, deviceId: new Uint8Array(16) }],
    ['another model', { ...info, model: 'nanox' }],
    ['a device that denies to be a simulator', { ...info, simulator: false }],
  ] as const)('a certificate of %s fails', async (_name, told) => {
    expect(await checkAttestation(attest(), { challenge, info: told, issuers })).toEqual({
      kind: 'failed',
      reason: 'not-this-device',
    });
  });

  it('a key that is no point of the curve has signed nothing', async () => {
    const answer = attest();
    answer.fill(0xff, certificateBodyLength - 64, certificateBodyLength);
    expect(await checkAttestation(answer, { challenge, info, issuers })).toEqual({
      kind: 'failed',
      reason: 'challenge-signature',
    });
  });

  it.each([0, 1, attestationLength - 1, attestationLength + 1])('%i bytes are malformed', async (length) => {
    expect(await checkAttestation(new Uint8Array(length), { challenge, info, issuers })).toEqual({
      kind: 'failed',
      reason: 'malformed',
    });
  });

  it('a page that can’t check signatures throws: nothing was proved or refuted', async () => {
    const answer = attest();
    vi.stubGlobal('crypto', {});
    await expect(checkAttestation(answer, { challenge, info, issuers })).rejects.toThrow(TypeError);
  });

  it('no single changed byte passes', async () => {
    const answer = attest();
    for (let at = 0; at < answer.length; at += 1) {
      const changed = answer.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const { kind } = await checkAttestation(changed, { challenge, info, issuers });
      // A changed issuer signature is that of an unknown issuer; everything else is under the device's signature.
      const byIssuer = at >= certificateBodyLength && at < certificateBodyLength + 64;
      expect(`${at}: ${kind}`).toBe(`${at}: ${byIssuer ? 'unknown-issuer' : 'failed'}`);
    }
  });
});

describe('signer.verify', () => {
  it('sends a fresh challenge each time', async () => {
    const device = createScriptedTransport();
    device.data.info = encodeInfo(info);
    device.data.attest = attest();
    const drawn: number[] = [];
    const signer = createHostblindSigner(device.transport, {
      issuers,
      random(length) {
        drawn.push(length);
        return challenge.slice();
      },
    });
    expect(await signer.verify()).toMatchObject({ kind: 'simulator' });
    expect(drawn).toEqual([32]);
    expect(device.journal).toEqual(['info', 'attest']);

    const real = createHostblindSigner(device.transport, { issuers });
    expect(await real.verify()).toEqual({ kind: 'failed', reason: 'challenge-signature' });
  });

  it('recognises the real firmware as a simulator', async () => {
    const device = createTestDevice();
    const transport = guard({
      exchange: (command) => Promise.resolve(device.exchange(command)),
      onDisconnect: () => () => undefined,
      close: () => Promise.resolve(),
    });
    const result = await createHostblindSigner(transport).verify();
    expect(result).toMatchObject({ kind: 'simulator', issuer: 'Hostblind simulators' });
  });
});
