/**
 * What a host may ask a device to begin. The person agrees or declines on the glass, and the status reports the rest.
 * How each request crosses the wire: `commands/ceremonies.ts`.
 */
import type { Activity, WordCount } from './public-state.ts';

export interface CreateRequest {
  /** 12, 15, 18, 21 or 24 words: 128 to 256 bits of entropy (BIP-39). */
  readonly wordCount: WordCount;
  /** The host adds entropy and checks that the device uses it. */
  readonly entropyCheck?: boolean | undefined;
  /** The person rolls dice on the device. */
  readonly dice?: boolean | undefined;
}

export type CeremonyRequest =
  | ({ readonly kind: 'create' } & CreateRequest)
  /** `identify`: shows which addresses words open, and stores nothing. */
  | { readonly kind: 'restore' | 'identify'; readonly wordCount: WordCount }
  /** `addresses`: of the wallet that is stored. */
  | { readonly kind: 'reveal' | 'check' | 'change-pin' | 'wipe' | 'seed-qr' | 'backup-file' | 'addresses' }
  /** `file`: the bytes of an encrypted backup file, as they are. */
  | { readonly kind: 'check-file' | 'restore-file'; readonly file: Uint8Array }
  | { readonly kind: 'rename'; readonly name: string }
  /** `tag`: as `language-tag.ts` has it. */
  | { readonly kind: 'language'; readonly tag: string };

export type CeremonyKind = CeremonyRequest['kind'] & Activity;

/** The two that the capability `addresses` names. */
export function isAboutAddresses(kind: CeremonyKind): kind is 'addresses' | 'identify' {
  return kind === 'addresses' || kind === 'identify';
}
