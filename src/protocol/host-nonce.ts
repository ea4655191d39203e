/** What a host adds to the nonce of a signature: a random number, committed to before the device's part is known. */

/** Bytes of the host's number, and of the commitment to it. */
export const hostNonceLength = 32;
/** The device's part, as a point of secp256k1: compressed (SEC 1, section 2.3.3). */
export const noncePointLength = 33;

/** The commitment is the tagged hash (BIP-340) of the host's number. The tags are libsecp256k1-zkp's, of its module `ecdsa_s2c`. */
export const commitmentTag = 's2c/ecdsa/data';
/** What is added to the device's part of the nonce is the tagged hash of its point and the host's number, modulo the order. */
export const tweakTag = 's2c/ecdsa/point';
