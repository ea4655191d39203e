/** Whose certificates this app believes, and how far. */
import { simulatorIssuerPublicKey } from '../../../protocol/simulator-issuer.ts';

export interface TrustedIssuer {
  readonly title: string;
  /** Uncompressed P-256 point, 65 bytes in hexadecimal. */
  readonly publicKey: string;
  /** Its private key is public knowledge: it may vouch for simulators and for nothing else (H10). */
  readonly simulatorOnly: boolean;
}

/** There is no hardware that speaks this protocol yet, hence one entry. */
export const trustedIssuers: readonly TrustedIssuer[] = [
  { title: 'Hostblind simulators', publicKey: simulatorIssuerPublicKey, simulatorOnly: true },
];
