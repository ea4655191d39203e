/** Public keys on P-256, and what they have signed: ECDSA with SHA-256, signatures as r || s, by WebCrypto. */
import { foreignName } from '../../../protocol/errors.ts';

/** `undefined` for what is no point of the curve; any other error is thrown. */
export async function importPublicKey(publicKey: Uint8Array): Promise<CryptoKey | undefined> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  try {
    return await crypto.subtle.importKey('raw', new Uint8Array(publicKey), curve, false, ['verify']);
  } catch (error) {
    if (foreignName(error) === 'DataError') return undefined;
    throw error;
  }
}

/**
 * A key that is no point of the curve has signed nothing; any other error means that nothing was checked, and is thrown, so that it is
 * never taken for a failed proof.
 */
export async function isSignature(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  const key = await importPublicKey(publicKey);
  if (key === undefined) return false;
  const scheme = { name: 'ECDSA', hash: 'SHA-256' };
  return crypto.subtle.verify(scheme, key, new Uint8Array(signature), new Uint8Array(message));
}

export async function webSha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
