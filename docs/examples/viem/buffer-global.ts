/** Ledger's libraries read a global `Buffer`, which browsers lack. This must be imported before they are. */
import { Buffer } from 'buffer';

Object.assign(globalThis, { Buffer });
