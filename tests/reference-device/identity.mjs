// @ts-check
/** Who the device says it is, and how it signs that: docs/protocol.md "Certificate" and "Attest". Self-built unless an issuer's key is given. */
import { createECDH, createPrivateKey, sign } from 'node:crypto';
import { sha256 } from './words.mjs';

/** @typedef {{ kind: number, maker: string, product: string, issuerKey?: Uint8Array }} Identity */

/** @type {Identity} */
export const selfBuilt = { kind: 2, maker: 'Reference', product: 'Device One' };

/** @param {Uint8Array} privateKey */
export function publicKeyOf(privateKey) {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  return ecdh.getPublicKey();
}

/** @param {Uint8Array} privateKey @param {Uint8Array} message */
export function signWith(privateKey, message) {
  const point = publicKeyOf(privateKey);
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), Buffer.from(privateKey)].map((part) =>
    part.toString('base64url'),
  );
  const key = createPrivateKey({
    key: { kty: 'EC', crv: 'P-256', x: `${x}`, y: `${y}`, d: `${d}` },
    format: 'jwk',
  });
  return sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' });
}

/** @param {Identity} identity @param {Uint8Array} id @param {Uint8Array} key */
export function certify({ kind, maker, product, issuerKey }, id, key) {
  const issuer = sha256(publicKeyOf(issuerKey ?? key)).subarray(0, 8);
  const names = [maker, product].flatMap((name) => [Buffer.from([name.length]), Buffer.from(name)]);
  const body = Buffer.concat([Buffer.from([2, kind]), id, publicKeyOf(key), issuer, ...names]);
  return Buffer.concat([
    body,
    signWith(issuerKey ?? key, Buffer.concat([Buffer.from('Hostblind device certificate v2'), body])),
  ]);
}

/** @param {{ key: Uint8Array, certificate: Uint8Array, challenge: Uint8Array, status: Uint8Array, walletId: Uint8Array }} what */
export function attest({ key, certificate, challenge, status, walletId }) {
  const told = Buffer.concat([status, walletId]);
  const message = Buffer.concat([
    Buffer.from('Hostblind attestation v3'),
    challenge,
    sha256(certificate),
    told,
  ]);
  return Buffer.concat([told, signWith(key, message)]);
}
