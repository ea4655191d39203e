/** What a HID device says its reports are for: the part of HID 1.11, section 6.2.2, that tells one device from another. */

/** A top-level collection, by HID's "usage": a page, and a number in it. */
export interface HidUsage {
  readonly usagePage: number;
  readonly usage: number;
}

/** Item prefixes without their two size bits (HID 1.11, 6.2.2.4 to 6.2.2.8). */
const items = { usagePage: 0x04, usage: 0x08, collection: 0xa0, endCollection: 0xc0, push: 0xa4, pop: 0xb4 };
/** The two bits of a prefix that say what kind of item it is. */
const typeBits = 0x0c;
const mainItem = 0x00;
const longItem = 0xfe;

/**
 * The usages of a report descriptor's top-level collections, in its order. Total: a descriptor that breaks off or makes
 * no sense gives what could be read until there.
 */
export function topLevelUsages(descriptor: Uint8Array): HidUsage[] {
  const found: HidUsage[] = [];
  const saved: number[] = [];
  let [usagePage, depth] = [0, 0];
  /** The first usage since the last main item: the one that a collection takes, on the page in force by then. */
  let usage: { readonly page: number | undefined; readonly number: number } | undefined;
  for (const { tag, value, size } of readItems(descriptor)) {
    if (tag === items.usagePage) usagePage = value;
    else if (tag === items.push) saved.push(usagePage);
    else if (tag === items.pop) usagePage = saved.pop() ?? usagePage;
    // A usage of four bytes brings its own page, in the upper two.
    else if (tag === items.usage)
      usage ??= { page: size === 4 ? value >>> 16 : undefined, number: value & 0xffff };
    else if (tag === items.collection) {
      if (depth === 0) found.push({ usagePage: usage?.page ?? usagePage, usage: usage?.number ?? 0 });
      depth += 1;
    } else if (tag === items.endCollection) depth = Math.max(0, depth - 1);
    if ((tag & typeBits) === mainItem) usage = undefined;
  }
  return found;
}

interface Item {
  readonly tag: number;
  readonly value: number;
  readonly size: number;
}

function* readItems(descriptor: Uint8Array): Generator<Item> {
  let at = 0;
  for (;;) {
    const prefix = descriptor[at];
    if (prefix === undefined) return;
    if (prefix === longItem) {
      // Reserved by HID, never given a meaning: its data's length, its tag, its data.
      at += 3 + (descriptor[at + 1] ?? 0);
      continue;
    }
    const size = [0, 1, 2, 4][prefix & 3] ?? 0;
    const data = descriptor.subarray(at + 1, at + 1 + size);
    if (data.length < size) return;
    // Little-endian, unsigned.
    const value = data.reduceRight((sum, byte) => sum * 256 + byte, 0);
    yield { tag: prefix & 0xfc, value, size };
    at += 1 + size;
  }
}
