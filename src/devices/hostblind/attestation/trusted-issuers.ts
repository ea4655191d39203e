/** Whose certificates this app believes, and how far. How a maker's root comes in here: docs/makers.md. */
import { simulatorIssuerPublicKey } from '../../../protocol/simulator-issuer.ts';
import { addedRoots } from './added-roots.ts';

/** A maker's root, as a file of roots names it. */
export interface MakerRoot {
  /** It speaks for this name alone: 1 to 20 characters (`isMakeName`). */
  readonly maker: string;
  /** Uncompressed P-256 point, 65 bytes in hexadecimal. */
  readonly publicKey: string;
  /** Keys of single devices that nobody should trust any more, as `publicKey`. */
  readonly revoked: readonly string[];
}

export interface TrustedIssuer extends MakerRoot {
  /** Its private key is public knowledge: it may vouch for simulators and for nothing else (H10). */
  readonly simulatorOnly: boolean;
  /** The person who built or started this program has added it: nobody else has looked at it, and it's marked so wherever it is shown. */
  readonly added: boolean;
}

export function addedIssuers(roots: readonly MakerRoot[]): readonly TrustedIssuer[] {
  return roots.map((root) => ({ ...root, simulatorOnly: false, added: true }));
}

/** There is no hardware that speaks this protocol yet, hence one entry. */
export const trustedIssuers: readonly TrustedIssuer[] = [
  {
    maker: 'Hostblind',
    publicKey: simulatorIssuerPublicKey,
    revoked: [],
    simulatorOnly: true,
    added: false,
  },
  ...addedIssuers(addedRoots),
];
