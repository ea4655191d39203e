/**
 * The entropy check (H8): one candidate after the other, each promised before the host's part is known. A candidate
 * is opened, and thereby discarded, or kept. The host counts on a kept candidate that it has no part to recompute,
 * so a device that cheats must guess which one will be kept.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes } from '../../../../src/protocol/bytes.ts';
import {
  commitmentLabel,
  mostOpenedCandidates,
  type EntropyCommitment,
} from '../../../../src/protocol/entropy/entropy.ts';
import type { StretchKey } from '../../board.ts';
import { hmacSha256 } from '../keys/hmac.ts';
import { erase } from '../memory/erase.ts';
import { phraseFromEntropy, walletIdFromPhrase } from '../phrase/phrase.ts';
import { copyBytes, secretBytes, takeOver } from '../memory/secret-bytes.ts';

/** Each step is refused, with nothing changed, when it is not its turn. */
export interface Candidates {
  /** Draws a device part and promises it. */
  commit(): EntropyCommitment | 'notInThisState';
  /** Mixes the host's part in, 32 bytes; gives the wallet ID of the candidate, 16 bytes. */
  mix(hostPart: Uint8Array): Uint8Array | 'notInThisState' | 'badData';
  /** Gives the device part, 32 bytes, and discards the candidate, which is named by its wallet ID. Not for the 65th. */
  open(walletId: Uint8Array): Uint8Array | 'notInThisState' | 'badData';
  /** Keeps the candidate, named by its wallet ID; its device part is erased, and no later call gives anything of it away. */
  keep(walletId: Uint8Array): 'kept' | 'notInThisState' | 'badData';
  /** The entropy of the kept candidate, once; the caller erases it. */
  takeKept(): Uint8Array | undefined;
  /** Overwrites every part. Every later call is refused. */
  erase(): void;
}

const label = Uint8Array.from(commitmentLabel, (character) => character.charCodeAt(0));

interface Candidate {
  readonly devicePart: Uint8Array;
  /** Once the host's part is mixed in. */
  entropy: Uint8Array | undefined;
  /** A public output, as the host was given it. */
  walletId: Uint8Array | undefined;
}

/** First bytes of SHA-256(device part || host part): as many as the word count asks for. */
function mixedEntropy(devicePart: Uint8Array, hostPart: Uint8Array, length: number): Uint8Array {
  const parts = secretBytes(devicePart.length + hostPart.length);
  parts.set(devicePart);
  parts.set(hostPart, devicePart.length);
  const digest = takeOver(sha256(parts));
  const entropy = copyBytes(digest, 0, length);
  erase(parts, digest);
  return entropy;
}

/** Another host may have gone on to another candidate meanwhile: only the one that is named is opened or kept. */
function isMeant({ walletId }: Candidate, named: Uint8Array): boolean {
  return walletId !== undefined && equalBytes(walletId, named);
}

/** `drawPart` gives 32 fresh bytes; `length` is that of the phrase's entropy, 16 to 32 bytes. */
export function createCandidates(
  drawPart: () => Uint8Array,
  length: number,
  stretch?: StretchKey,
): Candidates {
  const hostParts: Uint8Array[] = [];
  let count = 0;
  let current: Candidate | undefined;
  let kept: Uint8Array | undefined;
  let over = false;

  const dropCurrent = (): void => {
    if (current !== undefined) erase(current.devicePart);
    current = undefined;
  };

  return {
    commit() {
      if (over || current !== undefined) return 'notInThisState';
      const devicePart = drawPart();
      current = { devicePart, entropy: undefined, walletId: undefined };
      count += 1;
      const made = hmacSha256(devicePart, concatBytes(label, Uint8Array.of(count)));
      const commitment = made.slice();
      erase(made);
      return { candidate: count, commitment };
    },
    mix(hostPart) {
      if (current === undefined || current.entropy !== undefined) return 'notInThisState';
      // A host that sends the same part twice is broken, or hopes to see one candidate under two numbers.
      if (hostParts.some((earlier) => equalBytes(earlier, hostPart))) return 'badData';
      hostParts.push(hostPart.slice());
      current.entropy = mixedEntropy(current.devicePart, hostPart, length);
      const phrase = phraseFromEntropy(current.entropy);
      try {
        current.walletId = walletIdFromPhrase(phrase, stretch);
        return current.walletId.slice();
      } finally {
        erase(phrase);
      }
    },
    open(walletId) {
      if (current?.entropy === undefined || count > mostOpenedCandidates) return 'notInThisState';
      if (!isMeant(current, walletId)) return 'badData';
      const opened = current.devicePart.slice();
      erase(current.entropy);
      dropCurrent();
      return opened;
    },
    keep(walletId) {
      if (current?.entropy === undefined) return 'notInThisState';
      if (!isMeant(current, walletId)) return 'badData';
      kept = current.entropy;
      over = true;
      dropCurrent();
      return 'kept';
    },
    takeKept() {
      const entropy = kept;
      kept = undefined;
      return entropy;
    },
    erase() {
      over = true;
      if (current?.entropy !== undefined) erase(current.entropy);
      if (kept !== undefined) erase(kept);
      kept = undefined;
      dropCurrent();
    },
  };
}
