/** HMAC-SHA256 by WebCrypto, which browsers and Node both have. */

/** 32 bytes. */
export async function webHmacSha256(key: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  const scheme = { name: 'HMAC', hash: 'SHA-256' };
  const bytes = new Uint8Array(key);
  try {
    const imported = await crypto.subtle.importKey('raw', bytes, scheme, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new Uint8Array(message)));
  } finally {
    bytes.fill(0);
  }
}
