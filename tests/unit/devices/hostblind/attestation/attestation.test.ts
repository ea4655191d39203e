import { afterEach, describe, expect, it, vi } from 'vitest';
import { instructions } from '../../../../../src/protocol/apdu/instructions.ts';
import { concatBytes, toHex } from '../../../../../src/protocol/bytes.ts';
import { attestationLength } from '../../../../../src/protocol/commands/attest.ts';
import { encodeInfo, type DeviceInfo } from '../../../../../src/protocol/commands/info.ts';
import { HostblindError } from '../../../../../src/protocol/errors.ts';
import { simulatorIssuerPublicKey } from '../../../../../src/protocol/simulator-issuer.ts';
import { createProver } from '../../../../../src/devices/hostblind/attestation/attestation.ts';
import { createHostblindSigner } from '../../../../../src/devices/hostblind/hostblind-signer.ts';
import {
  addedIssuers,
  trustedIssuers,
  type TrustedIssuer,
} from '../../../../../src/devices/hostblind/attestation/trusted-issuers.ts';
import {
  acmeKey,
  acmeRoot,
  certifiedInfo as info,
  keyOf,
  makeCertificate,
  publicKeyOf,
  signChallenge,
  simulatorsKey,
  someDeviceKey,
  someSignedWallet,
  type MadeCertificate,
} from '../../../../fixtures/devices/certified-device.ts';
import { createScriptedTransport } from '../../../../fixtures/fakes/scripted-transport.ts';
import { createTestDevice } from '../../../../fixtures/devices/test-device.ts';
import { guard } from '../../../../../src/transport/guard.ts';

const challenge = new Uint8Array(32).fill(7);
const acme: TrustedIssuer = { ...acmeRoot, simulatorOnly: false, added: false };
const issuers = [...trustedIssuers, acme];
const hardware: DeviceInfo = { ...info, kind: 'maker' };
const selfBuilt: DeviceInfo = { ...info, kind: 'self-built' };
const byAcme: MadeCertificate = { kind: 'maker', maker: 'Acme', product: 'Vault One', issuerKey: acmeKey };

interface Answers {
  readonly certificate: Uint8Array;
  readonly attestation: Uint8Array;
}

function answersOf(certificate: Uint8Array, signed = challenge): Answers {
  return { certificate, attestation: signChallenge(signed, certificate) };
}

/** What a device that says `info` and answers so has proved. */
function prove(answers: Answers, said = info, trusted: readonly TrustedIssuer[] = issuers) {
  const ask = (command: Uint8Array): Promise<Uint8Array> =>
    Promise.resolve(command[1] === instructions.certificate ? answers.certificate : answers.attestation);
  return createProver(said, { ask, random: () => challenge.slice(), issuers: trusted })({});
}

const failed = (reason: string) => ({ kind: 'failed', reason });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the simulator issuer', () => {
  it('has the public key that belongs to the published private key', () => {
    expect(toHex(publicKeyOf(simulatorsKey))).toBe(simulatorIssuerPublicKey);
  });
});

describe('a device proves to be', () => {
  it('a simulator, by the simulators’ issuer or by a maker’s root', async () => {
    expect(await prove(answersOf(makeCertificate()))).toMatchObject({
      kind: 'simulator',
      certificate: { kind: 'simulator', maker: 'Hostblind', product: 'Simulator', deviceId: info.deviceId },
      walletId: someSignedWallet,
    });
    const certificate = makeCertificate({ maker: 'Acme', issuerKey: acmeKey });
    expect(await prove(answersOf(certificate))).toMatchObject({ kind: 'simulator' });
  });

  it('genuine, by its maker’s root; one that was added says so', async () => {
    const answers = answersOf(makeCertificate(byAcme));
    expect(await prove(answers, hardware)).toMatchObject({
      kind: 'genuine',
      added: false,
      certificate: { maker: 'Acme', product: 'Vault One' },
    });
    expect(await prove(answers, hardware, addedIssuers([acmeRoot]))).toMatchObject({
      kind: 'genuine',
      added: true,
    });
  });

  it('self-built, by its own key alone', async () => {
    const certificate = makeCertificate({ kind: 'self-built', maker: 'Ada', product: 'Bench build' });
    expect(await prove(answersOf(certificate), selfBuilt)).toMatchObject({
      kind: 'self-built',
      certificate: { maker: 'Ada', product: 'Bench build', publicKey: publicKeyOf(someDeviceKey) },
    });
  });

  it('of an unknown issuer, which is no failure', async () => {
    const answers = answersOf(makeCertificate(byAcme));
    expect(await prove(answers, hardware, trustedIssuers)).toMatchObject({
      kind: 'unknown-issuer',
      certificate: { kind: 'maker', maker: 'Acme' },
    });
  });

  it('what it is with bytes behind its answers that a later version adds', async () => {
    const certificate = concatBytes(makeCertificate(), Uint8Array.of(1, 2));
    const { attestation } = answersOf(certificate);
    const grown = { certificate, attestation: concatBytes(attestation, Uint8Array.of(3)) };
    expect(await prove(grown)).toMatchObject({ kind: 'simulator' });
  });
});

describe('a proof fails', () => {
  it.each<[string, MadeCertificate, DeviceInfo, string]>([
    [
      'H10: with the simulators’ key for anything but a simulator',
      { kind: 'maker' },
      hardware,
      'simulator-mark-missing',
    ],
    [
      'with the name of an issuer that didn’t sign',
      { ...byAcme, signedBy: keyOf(6) },
      hardware,
      'issuer-signature',
    ],
    ['with the simulators’ name and another’s signature', { signedBy: keyOf(6) }, info, 'issuer-signature'],
    ['with another maker’s name than its root’s', { ...byAcme, maker: 'Other' }, hardware, 'other-maker'],
    ['with a simulator of another name than its issuer’s', { maker: 'Acme' }, info, 'other-maker'],
    [
      'self-built and signed by another key',
      { kind: 'self-built', signedBy: keyOf(6) },
      selfBuilt,
      'issuer-signature',
    ],
    [
      'self-built and vouched for by a maker',
      { ...byAcme, kind: 'self-built' },
      selfBuilt,
      'issuer-signature',
    ],
    ['of another device', { deviceId: new Uint8Array(16) }, info, 'not-this-device'],
    ['of another kind than the device says', {}, hardware, 'not-this-device'],
  ])('%s', async (_name, made, said, reason) => {
    expect(await prove(answersOf(makeCertificate(made)), said)).toEqual(failed(reason));
  });

  it('of a key that its maker has revoked', async () => {
    const revoking = { ...acme, revoked: [toHex(publicKeyOf(someDeviceKey))] };
    const answers = answersOf(makeCertificate(byAcme));
    expect(await prove(answers, hardware, [revoking])).toEqual(failed('revoked'));
  });

  it('by an answer to another challenge: recorded and played back', async () => {
    const answers = answersOf(makeCertificate(), new Uint8Array(32).fill(8));
    expect(await prove(answers)).toEqual(failed('challenge-signature'));
  });

  it('by an answer for another certificate of the same key', async () => {
    const other = makeCertificate({ product: 'Another' });
    const answers = { certificate: makeCertificate(), attestation: signChallenge(challenge, other) };
    expect(await prove(answers)).toEqual(failed('challenge-signature'));
  });

  it('of a key that is no point of the curve: it has signed nothing', async () => {
    const certificate = makeCertificate();
    certificate.fill(0xff, 19, 83);
    const said = await prove({ certificate, attestation: signChallenge(challenge, certificate) });
    expect(said.kind).toBe('failed');
  });

  it.each([0, 1, 80, 150])('by a certificate that is cut at %i bytes', async (length) => {
    const certificate = makeCertificate().slice(0, length);
    expect(await prove({ certificate, attestation: new Uint8Array() })).toEqual(failed('malformed'));
  });

  it.each([0, 1, attestationLength - 1])('by an answer of %i bytes', async (length) => {
    const { certificate, attestation } = answersOf(makeCertificate());
    const answers = { certificate, attestation: attestation.slice(0, length) };
    expect(await prove(answers)).toEqual(failed('malformed'));
  });

  it('by any single byte that is changed', async () => {
    const right = answersOf(makeCertificate());
    const flip = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ 1);
    for (let at = 2; at < right.certificate.length; at += 1) {
      const { kind } = await prove({ ...right, certificate: flip(right.certificate, at) });
      expect(`${at}: ${kind}`).toBe(`${at}: failed`);
    }
    for (let at = 0; at < right.attestation.length; at += 1) {
      const { kind } = await prove({ ...right, attestation: flip(right.attestation, at) });
      expect(`${at}: ${kind}`).toBe(`${at}: failed`);
    }
  });
});

describe('what can’t be judged here', () => {
  it.each([
    ['another version', 0, 3],
    ['a kind that this version doesn’t have', 1, 3],
  ])('is a certificate of %s', async (_name, at, value) => {
    const certificate = makeCertificate().with(at, value);
    await expect(prove({ certificate, attestation: new Uint8Array() })).rejects.toThrow(
      new HostblindError('other-version'),
    );
  });

  it('is anything where signatures can’t be checked: nothing was proved or refuted', async () => {
    const answers = answersOf(makeCertificate());
    vi.stubGlobal('crypto', {});
    await expect(prove(answers)).rejects.toThrow(TypeError);
  });
});

describe('signer.verify', () => {
  it('reads the certificate once a link, and sends a fresh challenge each time', async () => {
    const device = createScriptedTransport();
    const certificate = makeCertificate();
    device.data.info = encodeInfo(info);
    device.data.certificate = certificate;
    device.data.attest = signChallenge(challenge, certificate);
    const drawn: number[] = [];
    const signer = createHostblindSigner(device.transport, {
      issuers,
      random(length) {
        drawn.push(length);
        return challenge.slice();
      },
    });
    expect(await signer.verify()).toMatchObject({ kind: 'simulator' });
    expect(await signer.verify()).toMatchObject({ kind: 'simulator' });
    expect(drawn).toEqual([32, 32]);
    expect(device.journal).toEqual(['info', 'certificate', 'attest', 'attest']);

    const real = createHostblindSigner(device.transport, { issuers });
    expect(await real.verify()).toEqual(failed('challenge-signature'));
  });

  it('recognises the real firmware as a simulator', async () => {
    const device = createTestDevice();
    const transport = guard({
      exchange: (command) => Promise.resolve(device.exchange(command)),
      onDisconnect: () => () => undefined,
      close: () => Promise.resolve(),
    });
    const result = await createHostblindSigner(transport).verify();
    expect(result).toMatchObject({ kind: 'simulator', certificate: { maker: 'Hostblind' } });
  });
});
