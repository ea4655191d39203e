/**
 * Ledger's transport reads the global `Buffer` while its module loads, and browsers have none. This module must
 * have run before that import begins, which is why both are imported dynamically, one after the other.
 */
import { Buffer } from 'buffer';

Object.assign(globalThis, { Buffer: 'Buffer' in globalThis ? globalThis.Buffer : Buffer });
