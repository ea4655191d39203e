// @ts-check
/** BIP-39, the wallet ID and the code words of a backup file: docs/protocol.md "Public outputs", docs/backup-file.md "Layout". */
import { createHash, pbkdf2Sync } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

export const wordCounts = [12, 15, 18, 21, 24];

/** @param {(string | Uint8Array)[]} parts */
export function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Bits of entropy and checksum, eleven to a word. @param {Uint8Array} entropy @param {number} checksum */
function spell(entropy, checksum) {
  const count = (entropy.length * 3) / 4;
  const bits = (BigInt(`0x${Buffer.from(entropy).toString('hex')}`) << BigInt(count / 3)) | BigInt(checksum);
  return Array.from(
    { length: count },
    (_, at) => wordlist[Number((bits >> BigInt(11 * (count - 1 - at))) & 2047n)] ?? '',
  );
}

/** The other way round. @param {readonly string[]} words */
function read(words) {
  const bits = words.reduce((sum, word) => (sum << 11n) | BigInt(wordlist.indexOf(word)), 0n);
  const size = BigInt(words.length / 3);
  const entropy = (bits >> size).toString(16).padStart((words.length * 8) / 3, '0');
  return { entropy: Buffer.from(entropy, 'hex'), checksum: Number(bits & ((1n << size) - 1n)) };
}

const bip39Checksum = (/** @type {Uint8Array} */ entropy) =>
  (sha256(entropy)[0] ?? 0) >> (8 - entropy.length / 4);

export const isWord = (/** @type {string} */ word) => wordlist.includes(word);
export const phraseOf = (/** @type {Uint8Array} */ entropy) => spell(entropy, bip39Checksum(entropy));

/** The entropy of a phrase, or nothing if its checksum is wrong. @param {readonly string[]} words */
export function entropyOf(words) {
  const { entropy, checksum } = read(words);
  return checksum === bip39Checksum(entropy) ? entropy : undefined;
}

/** @param {Uint8Array} entropy */
export function walletIdOf(entropy) {
  const seed = pbkdf2Sync(phraseOf(entropy).join(' '), 'mnemonic', 2048, 64, 'sha512');
  const tag = sha256('Hostblind/wallet-id/2');
  return sha256(tag, tag, seed).subarray(0, 16);
}

/** @param {Uint8Array} code */
function codeChecksum(code) {
  const t = sha256('Hostblind backup code v2\0', code).readUInt16BE(0);
  return (bip39Checksum(code) + 1 + (t % 15)) % 16;
}

export const codeWordsOf = (/** @type {Uint8Array} */ code) => spell(code, codeChecksum(code));

/** The code of a file of this version, or nothing if the checksum is wrong. @param {readonly string[]} words @param {number} version */
export function codeOf(words, version) {
  const { entropy, checksum } = read(words);
  return checksum === (version === 1 ? bip39Checksum(entropy) : codeChecksum(entropy)) ? entropy : undefined;
}

/** Three other words and the right one, in any order; the nearest in the list looks most alike. @param {string} word @param {Uint8Array} random */
export function choicesFor(word, random) {
  const at = wordlist.indexOf(word);
  const others = [
    at === 2047 ? 2046 : at + 1,
    ...[0, 2].map((from) => ((random[from] ?? 0) << 8) | (random[from + 1] ?? 0)),
  ];
  const choices = new Set([word, ...others.map((index) => wordlist[index % 2048] ?? '')]);
  for (let next = at + 2; choices.size < 4; next += 1) choices.add(wordlist[next % 2048] ?? '');
  const order = [...choices];
  const turn = (random[4] ?? 0) % 4;
  return [...order.slice(turn), ...order.slice(0, turn)];
}
