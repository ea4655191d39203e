/**
 * Finds thousands of byte strings in gigabytes of memory in one pass (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994): three bytes at the end of a window say how far the window may jump.
 */

const blockLength = 3;
const longestWindow = 8;
const tableSize = 0x10000;

export interface MultiSearch {
  /** Length of the longest needle: neighbouring chunks must overlap by one byte less. */
  readonly longest: number;
  /** Calls `found` with the number of each needle that occurs and where it begins; a needle may be reported often. */
  search(haystack: Uint8Array, found: (needle: number, offset: number) => void): void;
}

function hash(first: number, second: number, third: number): number {
  return (first ^ (second << 4) ^ (third << 8)) & (tableSize - 1);
}

function blockHash(bytes: Uint8Array, end: number): number {
  return hash(bytes[end - 2] ?? 0, bytes[end - 1] ?? 0, bytes[end] ?? 0);
}

function startsAt(haystack: Uint8Array, offset: number, needle: Uint8Array): boolean {
  if (offset < 0 || offset + needle.length > haystack.length) return false;
  for (let at = 0; at < needle.length; at += 1) if (haystack[offset + at] !== needle[at]) return false;
  return true;
}

/** Memory is full of zeros and of runs of one value: a window that ends in them would be looked at everywhere. */
function rarity(bytes: Uint8Array, end: number): number {
  const block = bytes.subarray(end - blockLength + 1, end + 1);
  return new Set(block).size - (block.includes(0) ? blockLength : 0);
}

/** Where in the needle its window of `length` bytes ends best. */
function anchorOf(needle: Uint8Array, length: number): number {
  let best = length - 1;
  for (let end = length; end < Math.min(needle.length, 3 * length); end += 1)
    if (rarity(needle, end) > rarity(needle, best)) best = end;
  return best;
}

/** Needles have at least three bytes; the shortest one sets the pace, up to eight. */
export function createMultiSearch(needles: readonly Uint8Array[]): MultiSearch {
  const window = Math.min(longestWindow, ...needles.map(({ length }) => length));
  if (window < blockLength) throw new RangeError('a needle has at least three bytes');
  const jumps = new Uint8Array(tableSize).fill(window - blockLength + 1);
  const anchors = needles.map((needle) => anchorOf(needle, window));
  const buckets: (number[] | undefined)[] = Array.from({ length: tableSize });
  needles.forEach((needle, number) => {
    const anchor = anchors[number] ?? 0;
    for (let back = 0; back <= window - blockLength; back += 1) {
      const key = blockHash(needle, anchor - back);
      jumps[key] = Math.min(jumps[key] ?? 0, back);
    }
    (buckets[blockHash(needle, anchor)] ??= []).push(number);
  });
  return {
    longest: Math.max(0, ...needles.map(({ length }) => length)),
    search(haystack, found) {
      const length = haystack.length;
      let end = window - 1;
      while (end < length) {
        // Written out, and without checks of the index: these lines run once for every few bytes of memory.
        const key =
          ((haystack[end - 2] as number) ^
            ((haystack[end - 1] as number) << 4) ^
            ((haystack[end] as number) << 8)) &
          (tableSize - 1);
        const jump = jumps[key] as number;
        if (jump > 0) {
          end += jump;
          continue;
        }
        for (const number of buckets[key] ?? []) {
          const needle = needles[number];
          const offset = end - (anchors[number] ?? 0);
          if (needle !== undefined && startsAt(haystack, offset, needle)) found(number, offset);
        }
        end += 1;
      }
    },
  };
}
