/** How much typed data the device takes, and what it answers to more, or to less than whole. */

export const typedDataLimits = {
  /** Of all definitions and values, as they come. */
  bytes: 32_768,
  structs: 64,
  /** Of all structs together. */
  fields: 512,
  /** Structs and arrays inside each other. A batch of orders is a tree of arrays, one a level. */
  depth: 32,
  /** Structs, arrays and single values of domain and message: nobody reads more. */
  values: 1_000,
} as const;

/** Why it isn't taken: it's malformed, or sound and more than the device can hold and show. */
export type TypedDataFault = 'badData' | 'tooMuch' | 'badParameters';

/** Status words as Ledger's app gives them. */
export const typedDataStatus = {
  ok: 0x9000,
  badData: 0x6a80,
  tooMuch: 0x6a84,
  badParameters: 0x6b00,
} as const;
