/** A key that is none has signed nothing; what the browser lacks says nothing of a device, and never counts as a false proof. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importPublicKey, isSignature } from '../../../../../src/devices/hostblind/attestation/public-key.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';

const message = new TextEncoder().encode('message');
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
const hex = (coordinate: string): string => toHex(Buffer.from(coordinate, 'base64url'));
const publicKey = fromHex(`04${hex(x)}${hex(y)}`);
const signature = sign('sha256', message, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' });

afterEach(() => vi.restoreAllMocks());

describe('a public key', () => {
  it('has signed what it signed, and nothing else', async () => {
    expect(await isSignature(publicKey, signature, message)).toBe(true);
    expect(await isSignature(publicKey, signature, message.slice(1))).toBe(false);
  });

  it('that is no point of the curve is none, and has signed nothing', async () => {
    const none = publicKey.map((byte, at) => (at === 64 ? byte ^ 1 : byte));
    expect(await importPublicKey(none)).toBeUndefined();
    expect(await isSignature(none, signature, message)).toBe(false);
  });

  it.each(['NotSupportedError', 'OperationError', 'SyntaxError'])(
    'that a browser can’t read (%s) is an error, and no false proof',
    async (name) => {
      vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', name));
      await expect(isSignature(publicKey, signature, message)).rejects.toMatchObject({ name });
      await expect(importPublicKey(publicKey)).rejects.toMatchObject({ name });
    },
  );
});
