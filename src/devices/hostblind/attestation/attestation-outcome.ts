/** What a proof can come to, and what can be wrong with a file of roots: as types alone, for those who say it. */
import type { Certificate } from '../../../protocol/commands/certificate.ts';
import type { PublicState } from '../../../protocol/public-state.ts';

export type AttestationFailure =
  /** An answer is not laid out as a certificate, or as an attestation. */
  | 'malformed'
  /** The challenge was not signed by the key in the certificate: a copied certificate. */
  | 'challenge-signature'
  /** The certificate names an issuer that this app knows, or the device's own key, and was not signed by it. */
  | 'issuer-signature'
  /** The simulators' issuer, whose key anyone has, vouches for something that claims to be no simulator. */
  | 'simulator-mark-missing'
  /** The certificate names another maker than the one whose root has signed it. */
  | 'other-maker'
  /** Its issuer vouches for it no more. */
  | 'revoked'
  /** The certificate belongs to another device, or to another kind, than the device says of itself. */
  | 'not-this-device';

/** What its certificate proves. */
export type Vouched =
  | { readonly kind: 'simulator' | 'self-built' | 'unknown-issuer' }
  /** `added`: by the person who built or started this program. */
  | { readonly kind: 'genuine'; readonly added: boolean };

export interface FailedProof {
  readonly kind: 'failed';
  readonly reason: AttestationFailure;
}

/** What the device has signed. */
interface Signed {
  readonly certificate: Certificate;
  readonly state: PublicState;
  /** 16 bytes; `undefined` while the person has not released it. */
  readonly walletId: Uint8Array | undefined;
}

export type AttestationResult = (Vouched & Signed) | FailedProof;

/** What is wrong with a file; `where` is a place in it, such as `roots.0.maker`. */
export type RootsProblem =
  | { readonly kind: 'no-json' | 'empty' }
  | {
      readonly kind: 'no-such-field' | 'maker' | 'key' | 'no-point' | 'reserved' | 'twice';
      readonly where: string;
    };
