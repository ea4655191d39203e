/** `attestation.json`: certificates and answers to a challenge, for each kind of device and each way to fail. */
import { p256 } from '@noble/curves/nist.js';
import { createHash } from 'node:crypto';
import { simulatorIssuerKey } from '../../firmware-sim/core/vault/keys/simulator-issuer-key.ts';
import { concatBytes, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { challengeMessage, challengeTag, encodeTold } from '../../src/protocol/commands/attest.ts';
import {
  certificateMessage,
  certificateTag,
  certificateVersion,
  encodeCertificateBody,
  issuerIdLength,
  signatureLength,
} from '../../src/protocol/commands/certificate.ts';
import { capabilities, encodeInfo } from '../../src/protocol/commands/info.ts';
import { encodeStatus } from '../../src/protocol/commands/status.ts';
import type { DeviceKind } from '../../src/protocol/device-make.ts';
import type { PublicState } from '../../src/protocol/public-state.ts';
import { atRest } from '../fixtures/data/at-rest.ts';
import type { Vectors } from './files.ts';
import { bytesNamed, walletIdText } from './parts.ts';

const keyNamed = (name: string): Uint8Array =>
  p256.utils.randomSecretKey(bytesNamed(`attestation/${name}`, 48));
const publicKeyOf = (key: Uint8Array): Uint8Array => p256.getPublicKey(key, false);
const sha256 = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(bytes).digest());
const issuerIdOf = (key: Uint8Array): Uint8Array => sha256(publicKeyOf(key)).slice(0, issuerIdLength);
const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const keys = {
  device: keyNamed('device'),
  'another device': keyNamed('another device'),
  'simulators’ issuer': fromHex(simulatorIssuerKey),
  'Acme’s root': keyNamed('Acme'),
  'a root that no host knows': keyNamed('unknown'),
};

const roots = [
  { maker: 'Hostblind', key: keys['simulators’ issuer'], simulatorsOnly: true, revoked: [] },
  { maker: 'Acme', key: keys['Acme’s root'], simulatorsOnly: false, revoked: [keyNamed('revoked device')] },
];

const deviceId = bytesNamed('attestation/device id', 16);
const walletId = fromHex(walletIdText(bytesNamed('attestation/wallet', 16)));
const released: PublicState = { ...atRest, wallet: 'backed-up', wordCount: 12, triesLeft: 3 };
const empty: PublicState = { ...atRest, wallet: 'empty', wordCount: 0, triesLeft: 3 };

interface Case {
  readonly name: string;
  readonly outcome: string;
  /** Of info and certificate, where the two are the same. */
  readonly kind: DeviceKind;
  readonly certifiedKind?: DeviceKind;
  readonly certifiedId?: Uint8Array;
  readonly maker?: string;
  readonly deviceKey?: Uint8Array;
  /** The device's own for a self-built one. */
  readonly issuerKey: Uint8Array;
  /** In the certificate, where it isn't that of `deviceKey`. */
  readonly publicKey?: Uint8Array;
  readonly signedBy?: Uint8Array;
  /** What the device really signs. */
  readonly signedChallenge?: Uint8Array;
  readonly signedWith?: Uint8Array;
  readonly withoutWallet?: true;
  bendCertificate?(certificate: Uint8Array): Uint8Array;
  bendAnswer?(answer: Uint8Array): Uint8Array;
}

const simulator = { kind: 'simulator', issuerKey: keys['simulators’ issuer'] } as const;
const byAcme = { kind: 'maker', maker: 'Acme', issuerKey: keys['Acme’s root'] } as const;
const selfBuilt = { kind: 'self-built', maker: 'Ada', issuerKey: keys.device } as const;
const added = Uint8Array.of(1, 2, 3);

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === (at + bytes.length) % bytes.length ? byte ^ 1 : byte));

const cases: readonly Case[] = [
  { name: 'a simulator', outcome: 'simulator', ...simulator },
  { name: 'a simulator without a wallet', outcome: 'simulator', ...simulator, withoutWallet: true },
  { name: 'a maker’s simulator', outcome: 'simulator', ...byAcme, kind: 'simulator' },
  { name: 'a maker’s device', outcome: 'genuine', ...byAcme },
  { name: 'a self-built device', outcome: 'self-built', ...selfBuilt },
  {
    name: 'a maker’s device, by a root that the host doesn’t know',
    outcome: 'unknown-issuer',
    ...byAcme,
    issuerKey: keys['a root that no host knows'],
  },
  {
    name: 'bytes that a later version adds to the certificate are hashed with it',
    outcome: 'genuine',
    ...byAcme,
    bendCertificate: (certificate) => concatBytes(certificate, added),
  },
  {
    name: 'bytes that a later version adds to the answer',
    outcome: 'genuine',
    ...byAcme,
    bendAnswer: (answer) => concatBytes(answer, added),
  },
  {
    name: 'a signature whose s is above half of the order: valid too',
    outcome: 'genuine',
    ...byAcme,
    bendAnswer: (answer) => {
      const { r, s } = p256.Signature.fromBytes(answer.slice(-signatureLength));
      return concatBytes(
        answer.slice(0, -signatureLength),
        new p256.Signature(r, p256.Point.Fn.neg(s)).toBytes(),
      );
    },
  },
  {
    name: 'a certificate of version 3: no failure, it can’t be read',
    outcome: 'other-version',
    ...byAcme,
    bendCertificate: (certificate) => certificate.with(0, certificateVersion + 1),
  },
  {
    name: 'a kind that there is not: no failure, it can’t be read',
    outcome: 'other-version',
    ...byAcme,
    bendCertificate: (certificate) => certificate.with(1, 3),
  },
  {
    name: 'a certificate that is cut',
    outcome: 'malformed',
    ...byAcme,
    bendCertificate: (certificate) => certificate.slice(0, -1),
  },
  {
    name: 'an empty name of the maker',
    outcome: 'malformed',
    ...byAcme,
    bendCertificate: (certificate) => certificate.with(91, 0),
  },
  {
    name: 'an answer that is cut',
    outcome: 'malformed',
    ...byAcme,
    bendAnswer: (answer) => answer.slice(0, -1),
  },
  {
    name: 'a status that there is not',
    outcome: 'malformed',
    ...byAcme,
    bendAnswer: (answer) => answer.with(1, 0xff),
  },
  {
    name: 'another challenge was signed',
    outcome: 'challenge-signature',
    ...byAcme,
    signedChallenge: bytesNamed('attestation/another challenge', 32),
  },
  {
    name: 'another key has signed: a copied certificate',
    outcome: 'challenge-signature',
    ...byAcme,
    signedWith: keys['another device'],
  },
  {
    name: 'the device’s public key is no point of the curve',
    outcome: 'challenge-signature',
    ...byAcme,
    publicKey: flipped(publicKeyOf(keys.device), -1),
  },
  {
    name: 'a bit of the wallet ID differs',
    outcome: 'challenge-signature',
    ...byAcme,
    bendAnswer: (answer) => flipped(answer, 12),
  },
  {
    name: 'a bit of the status differs',
    outcome: 'challenge-signature',
    ...byAcme,
    bendAnswer: (answer) => flipped(answer, 9),
  },
  {
    name: 'a bit of the answer’s signature differs',
    outcome: 'challenge-signature',
    ...byAcme,
    bendAnswer: (answer) => flipped(answer, -1),
  },
  {
    name: 'a bit of the issuer’s signature differs',
    outcome: 'issuer-signature',
    ...byAcme,
    bendCertificate: (certificate) => flipped(certificate, -1),
  },
  {
    name: 'another key has signed in the name of a root',
    outcome: 'issuer-signature',
    ...byAcme,
    signedBy: keys['a root that no host knows'],
  },
  {
    name: 'self-built, and signed by another key than its own',
    outcome: 'issuer-signature',
    ...selfBuilt,
    signedBy: keys['another device'],
  },
  {
    name: 'self-built, and a root has signed it',
    outcome: 'issuer-signature',
    ...selfBuilt,
    issuerKey: keys['Acme’s root'],
  },
  {
    name: 'the simulators’ issuer vouches for what says that it is no simulator',
    outcome: 'simulator-mark-missing',
    ...simulator,
    kind: 'maker',
  },
  { name: 'another maker’s name than the root’s', outcome: 'other-maker', ...byAcme, maker: 'Bolt' },
  {
    name: 'a device that its maker has revoked',
    outcome: 'revoked',
    ...byAcme,
    deviceKey: keyNamed('revoked device'),
  },
  {
    name: 'another kind than info says',
    outcome: 'not-this-device',
    ...byAcme,
    certifiedKind: 'simulator',
  },
  {
    name: 'another device ID than info says',
    outcome: 'not-this-device',
    ...byAcme,
    certifiedId: bytesNamed('attestation/another device id', 16),
  },
];

function vectorOf(each: Case) {
  const { kind, deviceKey = keys.device, issuerKey } = each;
  const challenge = bytesNamed(`attestation/${each.name}/challenge`, 32);
  const info = encodeInfo({ firmware: { major: 1, minor: 0, patch: 0 }, kind, capabilities, deviceId });
  const body = encodeCertificateBody({
    kind: each.certifiedKind ?? kind,
    deviceId: each.certifiedId ?? deviceId,
    publicKey: each.publicKey ?? publicKeyOf(deviceKey),
    issuerId: issuerIdOf(issuerKey),
    maker: each.maker ?? 'Hostblind',
    product: 'Vector',
  });
  const signed = concatBytes(body, p256.sign(certificateMessage(body), each.signedBy ?? issuerKey));
  const certificate = each.bendCertificate?.(signed) ?? signed;
  const told =
    each.withoutWallet === true
      ? encodeTold(encodeStatus(empty))
      : encodeTold(encodeStatus(released), walletId);
  const message = challengeMessage(each.signedChallenge ?? challenge, sha256(certificate), told);
  const honest = concatBytes(told, p256.sign(message, each.signedWith ?? deviceKey));
  return {
    name: each.name,
    outcome: each.outcome,
    info: toHex(info),
    certificate: toHex(certificate),
    certificateMessage: toHex(certificateMessage(body)),
    challenge: toHex(challenge),
    answer: toHex(each.bendAnswer?.(honest) ?? honest),
    answerMessage: toHex(message),
  };
}

export function attestationVectors(): Vectors {
  return {
    description:
      'Who made a device: the answers to info, certificate and attest, and what a host that trusts `roots` must make of them. The ' +
      'signatures are deterministic (RFC 6979 with SHA-256), so that a device can be compared too; a host takes any valid one.',
    certificateTag: ascii(certificateTag),
    attestationTag: ascii(challengeTag),
    keys: Object.entries(keys).map(([name, key]) => ({
      name,
      privateKey: toHex(key),
      publicKey: toHex(publicKeyOf(key)),
      issuerId: toHex(issuerIdOf(key)),
    })),
    roots: roots.map(({ maker, key, simulatorsOnly, revoked }) => ({
      maker,
      publicKey: toHex(publicKeyOf(key)),
      simulatorsOnly,
      revoked: revoked.map((each) => toHex(publicKeyOf(each))),
    })),
    vectors: cases.map(vectorOf),
  };
}
