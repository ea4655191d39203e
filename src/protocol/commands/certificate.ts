/**
 * `C8 08`: the certificate of the device's own key, under its issuer's signature. The same bytes for as long as the device lives;
 * answered in every state. ECDSA over P-256 with SHA-256, signatures as r || s.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt, concatBytes } from '../bytes.ts';
import { isMakeName } from '../claims.ts';
import { deviceKinds, type DeviceMake } from '../device-make.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { deviceIdLength } from './info.ts';

export const certificateVersion = 2;
export const signatureLength = 64;
/** Uncompressed point: 04 || x || y. */
export const publicKeyLength = 65;
/** The first bytes of the SHA-256 of the issuer's public key. */
export const issuerIdLength = 8;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** Domain separation: what a signature was made for is part of what is signed. */
export const certificateTag = ascii('Hostblind device certificate v2');

export interface Certificate extends DeviceMake {
  readonly deviceId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly issuerId: Uint8Array;
}

export interface SignedCertificate {
  readonly certificate: Certificate;
  /** What the issuer signed, tag not included. */
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

export function encodeCertificateRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.certificate);
}

export function encodeCertificateBody(certificate: Certificate): Uint8Array {
  const text = (name: string): Uint8Array => {
    if (!isMakeName(name)) throw new RangeError('a name in a certificate has 1 to 20 plain characters');
    return concatBytes(Uint8Array.of(name.length), ascii(name));
  };
  return concatBytes(
    Uint8Array.of(certificateVersion, deviceKinds.indexOf(certificate.kind)),
    certificate.deviceId,
    certificate.publicKey,
    certificate.issuerId,
    text(certificate.maker),
    text(certificate.product),
  );
}

/** The bytes that the issuer's key signs for a certificate. */
export function certificateMessage(body: Uint8Array): Uint8Array {
  return concatBytes(certificateTag, body);
}

/**
 * Reads the layout only; the caller checks the signature. Throws `other-version` for another version or a kind that this one doesn't
 * have, and `bad-response` for all else that is wrong. Trailing bytes are ignored.
 */
export function decodeCertificate(data: Uint8Array): SignedCertificate {
  if (data.length > 0 && byteAt(data, 0) !== certificateVersion) throw new HostblindError('other-version');
  let offset = 1;
  const take = (length: number): Uint8Array => {
    if (offset + length > data.length) throw new HostblindError('bad-response');
    offset += length;
    return data.slice(offset - length, offset);
  };
  const takeName = (): string => {
    const name = String.fromCharCode(...take(byteAt(take(1), 0)));
    if (!isMakeName(name)) throw new HostblindError('bad-response');
    return name;
  };
  const kind = deviceKinds[byteAt(take(1), 0)];
  if (kind === undefined) throw new HostblindError('other-version');
  const [deviceId, publicKey, issuerId] = [take(deviceIdLength), take(publicKeyLength), take(issuerIdLength)];
  const certificate: Certificate = {
    kind,
    deviceId,
    publicKey,
    issuerId,
    maker: takeName(),
    product: takeName(),
  };
  const body = data.slice(0, offset);
  return { certificate, body, signature: take(signatureLength) };
}
