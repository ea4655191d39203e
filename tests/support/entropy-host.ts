/**
 * A host that checks a device's entropy, for tests of the device: written from docs/protocol.md and from libraries
 * alone, so that it shares no code with either side's implementation but the bytes of the messages.
 */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { HDKey } from '@scure/bip32';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { readU16, toHex } from '../../src/protocol/bytes.ts';
import {
  encodeCommitRequest,
  encodeEntropyRequest,
  encodeKeepRequest,
  encodeOpenRequest,
} from '../../src/protocol/commands/entropy.ts';
import type { WordCount } from '../../src/protocol/public-state.ts';

export type Exchange = (command: Uint8Array) => Uint8Array;

/** 32 bytes, others for each number and seed. */
export function hostPart(number: number, seed = 'host'): Uint8Array {
  return new Uint8Array(createHash('sha256').update(`${seed} ${number}`).digest());
}

export function commitmentOf(devicePart: Uint8Array, candidate: number): string {
  const message = Buffer.concat([Buffer.from('Hostblind entropy commitment v1'), Buffer.of(candidate)]);
  return createHmac('sha256', devicePart).update(message).digest('hex');
}

export function phraseOf(devicePart: Uint8Array, host: Uint8Array, wordCount: WordCount): string {
  const digest = createHash('sha256').update(devicePart).update(host).digest();
  return entropyToMnemonic(new Uint8Array(digest.subarray(0, (wordCount / 3) * 4)), wordlist);
}

export function walletIdOfPhrase(phrase: string): string {
  // BIP-39 with an empty passphrase.
  const seed = pbkdf2Sync(phrase, 'mnemonic', 2048, 64, 'sha512');
  const { publicKey } = HDKey.fromMasterSeed(new Uint8Array(seed));
  if (publicKey === null) throw new Error('a master key has a public key');
  return createHash('sha256').update('Hostblind wallet id v1\0').update(publicKey).digest('hex').slice(0, 32);
}

export type Finding =
  | 'refused'
  | 'malformed'
  | 'number'
  | 'commitment'
  | 'commitment-reused'
  | 'part-constant'
  | 'part-reused'
  | 'wallet-id';

export type CheckResult =
  | { readonly kind: 'kept'; readonly walletId: string }
  | { readonly kind: 'failed'; readonly finding: Finding; readonly candidate: number };

class Failed extends Error {
  override readonly name = 'Failed';
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding);
    this.finding = finding;
  }
}

/** The data of a response of exactly `length` bytes. */
function answer(response: Uint8Array, length: number): Uint8Array {
  if (readU16(response, response.length - 2) !== 0x9000) throw new Failed('refused');
  if (response.length !== length + 2) throw new Failed('malformed');
  return response.slice(0, -2);
}

/** Opens `opens` candidates, checks each and keeps the next one. The device is at stage `entropy`. */
export function checkEntropy(
  exchange: Exchange,
  opens: number,
  wordCount: WordCount,
  seed = 'host',
): CheckResult {
  const seen = { commitments: new Set<string>(), parts: new Set<string>() };
  let candidate = 0;
  try {
    for (;;) {
      candidate += 1;
      const promised = answer(exchange(encodeCommitRequest()), 33);
      const commitment = toHex(promised.subarray(1));
      if (promised[0] !== candidate) throw new Failed('number');
      if (seen.commitments.has(commitment)) throw new Failed('commitment-reused');
      seen.commitments.add(commitment);
      const host = hostPart(candidate, seed);
      const walletId = toHex(answer(exchange(encodeEntropyRequest(host)), 16));
      if (candidate > opens) {
        answer(exchange(encodeKeepRequest()), 0);
        return { kind: 'kept', walletId };
      }
      const part = answer(exchange(encodeOpenRequest()), 32);
      if (part.every((byte) => byte === part[0])) throw new Failed('part-constant');
      if (seen.parts.has(toHex(part))) throw new Failed('part-reused');
      seen.parts.add(toHex(part));
      if (commitmentOf(part, candidate) !== commitment) throw new Failed('commitment');
      if (walletIdOfPhrase(phraseOf(part, host, wordCount)) !== walletId) throw new Failed('wallet-id');
    }
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'Failed') throw thrown;
    return { kind: 'failed', finding: (thrown as Failed).finding, candidate };
  }
}
