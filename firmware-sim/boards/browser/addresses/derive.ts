/** A script of its own: the curve and the hashes behind an address would fill a fifth of the frame's page, and few devices come to them. */
import { deriveAddresses } from '../../../core/vault/addresses/derive-addresses.ts';
import { derivesEvent } from './derived.ts';

// Heard before the call returns.
dispatchEvent(new CustomEvent(derivesEvent, { detail: deriveAddresses }));
