/** What a device's proof means for its own words. */

/** A device that nobody vouches for. */
export type Stranger = 'self-built' | 'unknown-issuer' | 'none';

type Proof = Stranger | 'genuine' | 'simulator';

/** Somebody vouches for what the device calls itself. Anyone else's name is its own claim, and quoted (H12). */
export function isVouchedFor(proof: Proof): boolean {
  return proof === 'genuine' || proof === 'simulator';
}

export function strangerOf(proof: Proof): Stranger {
  return proof === 'self-built' || proof === 'none' ? proof : 'unknown-issuer';
}
