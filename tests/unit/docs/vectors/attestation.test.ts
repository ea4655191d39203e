/** The published attestations: judged by our host, signed and verified by node:crypto. */
import { describe, expect, it } from 'vitest';
import vectors from '../../../../docs/vectors/attestation.json' with { type: 'json' };
import { createProver } from '../../../../src/devices/hostblind/attestation/attestation.ts';
import { instructions } from '../../../../src/protocol/apdu/instructions.ts';
import { fromHex } from '../../../../src/protocol/bytes.ts';
import { decodeInfo } from '../../../../src/protocol/commands/info.ts';
import { bytesOf, sha256Of } from '../../../fixtures/data/independent-phrase.ts';
import {
  isSignedBy,
  publicKeyOfKey,
  signIndependently,
} from '../../../fixtures/data/independent-signature.ts';

type Vector = (typeof vectors.vectors)[number];

const issuers = vectors.roots.map(({ simulatorsOnly, ...root }) => ({
  ...root,
  simulatorOnly: simulatorsOnly,
  added: false,
}));

/** What our host makes of it. */
async function outcomeOf({ info, certificate, challenge, answer }: Vector): Promise<string> {
  const prove = createProver(decodeInfo(fromHex(info)), {
    ask: (command) =>
      Promise.resolve(fromHex(command[1] === instructions.certificate ? certificate : answer)),
    random: () => fromHex(challenge),
    issuers,
  });
  try {
    const result = await prove({});
    return result.kind === 'failed' ? result.reason : result.kind;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

/** The parts of a certificate, by the table of docs/protocol.md. */
function partsOf(certificate: Buffer) {
  const makerLength = certificate[91] ?? 0;
  const productAt = 92 + makerLength;
  const end = productAt + 1 + (certificate[productAt] ?? 0);
  return {
    kind: certificate[1],
    deviceId: certificate.toString('hex', 2, 18),
    publicKey: certificate.subarray(18, 83),
    issuerId: certificate.toString('hex', 83, 91),
    maker: certificate.toString('latin1', 92, productAt),
    body: certificate.subarray(0, end),
    signature: certificate.subarray(end, end + 64),
  };
}

/** The same judgement, from the text of the protocol alone. */
function judged({ info, certificate, challenge, answer }: Vector): string {
  const [said, data, told] = [bytesOf(info), bytesOf(certificate), bytesOf(answer)];
  if (data[0] !== 2 || (data[1] ?? 9) > 2) return 'other-version';
  const { kind, deviceId, publicKey, issuerId, maker, body, signature } = partsOf(data);
  if (signature.length < 64 || maker === '') return 'malformed';
  if (deviceId !== said.toString('hex', 8, 24) || kind !== said[4]) return 'not-this-device';
  const issued = Buffer.concat([Buffer.from(vectors.certificateTag), body]);
  const idOf = (key: Buffer): string => sha256Of(key).slice(0, 16);
  const root = vectors.roots.find((each) => idOf(bytesOf(each.publicKey)) === issuerId);
  const issuer = kind === 2 ? publicKey : root && bytesOf(root.publicKey);
  if (kind === 2 && idOf(publicKey) !== issuerId) return 'issuer-signature';
  if (issuer !== undefined && !isSignedBy(issuer, signature, issued)) return 'issuer-signature';
  if (kind !== 2 && root !== undefined) {
    if (root.simulatorsOnly && kind !== 1) return 'simulator-mark-missing';
    if (root.maker !== maker) return 'other-maker';
    if (root.revoked.includes(publicKey.toString('hex'))) return 'revoked';
  }
  if (told.length < 92 || (told[1] ?? 9) > 2) return 'malformed';
  const message = Buffer.concat([
    Buffer.from(vectors.attestationTag),
    bytesOf(challenge),
    bytesOf(sha256Of(data)),
    told.subarray(0, 28),
  ]);
  if (!isSignedBy(publicKey, told.subarray(28, 92), message)) return 'challenge-signature';
  if (kind === 2) return 'self-built';
  if (root === undefined) return 'unknown-issuer';
  return kind === 1 ? 'simulator' : 'genuine';
}

describe('docs/vectors/attestation.json', () => {
  it.each(vectors.vectors)('$name: $outcome', async (vector) => {
    expect(await outcomeOf(vector)).toBe(vector.outcome);
    expect(judged(vector)).toBe(vector.outcome);
  });

  it.each(vectors.keys)('has the public key and the id of $name', ({ privateKey, publicKey, issuerId }) => {
    expect(publicKeyOfKey(bytesOf(privateKey)).toString('hex')).toBe(publicKey);
    expect(sha256Of(bytesOf(publicKey)).slice(0, 16)).toBe(issuerId);
  });

  const good = vectors.vectors.filter(
    ({ outcome, name }) =>
      ['simulator', 'genuine', 'self-built', 'unknown-issuer'].includes(outcome) &&
      !name.includes('above half'),
  );
  const privateKeyOf = (matches: (key: (typeof vectors.keys)[number]) => boolean): Buffer =>
    bytesOf(vectors.keys.find(matches)?.privateKey ?? '');

  it.each(good)(
    'has the signatures of RFC 6979: $name',
    ({ certificate, certificateMessage, answer, answerMessage }) => {
      const { publicKey, issuerId, signature } = partsOf(bytesOf(certificate));
      const issuerKey = privateKeyOf((key) => key.issuerId === issuerId);
      const deviceKey = privateKeyOf((key) => key.publicKey === publicKey.toString('hex'));
      expect(signIndependently(issuerKey, bytesOf(certificateMessage))).toBe(signature.toString('hex'));
      expect(signIndependently(deviceKey, bytesOf(answerMessage))).toBe(
        bytesOf(answer).toString('hex', 28, 92),
      );
    },
  );

  it('has every way to fail', () => {
    expect(new Set(vectors.vectors.map(({ outcome }) => outcome))).toEqual(
      new Set([
        'simulator',
        'genuine',
        'self-built',
        'unknown-issuer',
        'other-version',
        'malformed',
        'challenge-signature',
        'issuer-signature',
        'simulator-mark-missing',
        'other-maker',
        'revoked',
        'not-this-device',
      ]),
    );
  });
});
