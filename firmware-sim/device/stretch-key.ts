/**
 * The accelerator of a device in a process: OpenSSL by way of Node, three to seven times as fast as JavaScript, and
 * what it copies lies outside JavaScript's heap, where OpenSSL overwrites it.
 */
import { pbkdf2Sync } from 'node:crypto';
import type { StretchKey } from '../core/board.ts';

export const stretchKey: StretchKey = (hash, password, salt, rounds, length) => {
  const { buffer, byteOffset } = pbkdf2Sync(password, salt, rounds, length, hash);
  // The same memory as a plain array: a `Buffer` means something else by `slice`.
  return new Uint8Array(buffer, byteOffset, length);
};
