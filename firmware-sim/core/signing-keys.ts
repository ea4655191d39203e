/** Keys that a wallet signs with, as the rooms of the device speak of them. No private key is in any of it. */

/** Indexes of BIP-32 from the master key on; a hardened one has bit 31. */
export type KeyPath = readonly number[];

/** What the vault tells of a key. */
export interface PublicKey {
  /** `04`, x and y: 65 bytes (SEC 1, section 2.3.3). */
  readonly point: Uint8Array;
  /** 32 bytes. With the key it tells every key below that isn't hardened, those to come as well (BIP-32). */
  readonly chainCode: Uint8Array;
  /** Fingerprints of BIP-32, 4 bytes each: of the key one step above, and of the wallet's master key. */
  readonly parent: Uint8Array;
  readonly master: Uint8Array;
}

/** ECDSA on secp256k1, the nonce by RFC 6979 with SHA-256, `s` in the lower half. */
export interface Signature {
  /** 32 bytes each. */
  readonly r: Uint8Array;
  readonly s: Uint8Array;
  /** Of the nonce point's y. */
  readonly parity: 0 | 1;
}

/** The keys of an unlocked wallet below a few roots. */
export interface KeyRing {
  /** Throws for a path that isn't below one of its roots. */
  publicKey(path: KeyPath): PublicKey;
  /** `digest`: 32 bytes. A function of key and digest alone (RFC 6979). */
  sign(path: KeyPath, digest: Uint8Array): Signature;
  /**
   * `digest`: 32 bytes. Gives 64: a signature of BIP-340 by the key that a Taproot output pays to, which commits to no script (BIP-341,
   * BIP-86). A function of key and digest alone: nothing random goes into its nonce.
   */
  signTaproot(path: KeyPath, digest: Uint8Array): Uint8Array;
  /** The point of the device's part of a nonce, compressed: 33 bytes, a function of key, digest and `commitment` (32 bytes) alone. */
  commitNonce(path: KeyPath, digest: Uint8Array, commitment: Uint8Array): Uint8Array;
  /**
   * A signature whose nonce is that part and the host's, of 32 bytes: a function of key, digest and `hostNonce` alone. `undefined` for a
   * number that isn't what was promised.
   */
  signCommitted(
    path: KeyPath,
    digest: Uint8Array,
    commitment: Uint8Array,
    hostNonce: Uint8Array,
  ): Signature | undefined;
  /** Overwrites what it holds. It's dead afterwards; a second call does nothing. */
  close(): void;
}

/** `seed`, 64 bytes (BIP-39), stays the caller's; `draw` gives random bytes, which every key is covered with while the curve is at work. */
export type OpenKeys = (
  seed: Uint8Array,
  roots: readonly KeyPath[],
  draw: (length: number) => Uint8Array,
) => KeyRing;

/** The bit of an index whose step takes a private key. */
export const hardened = 0x8000_0000;

/** Whether `path` is `root` or leads on from it. */
export const isBeneath = (path: KeyPath, root: KeyPath): boolean =>
  root.length <= path.length && root.every((index, at) => path[at] === index);
