/**
 * Status words: the last two bytes of every response (ISO/IEC 7816-4, with Ledger's additions).
 * `docs/protocol.md` holds the same table and a test compares the two.
 */
export const statusWords = {
  ok: 0x9000,
  locked: 0x5515,
  busy: 0x6601,
  computing: 0x6602,
  wrongLength: 0x6700,
  declined: 0x6985,
  notInThisState: 0x6986,
  unknownApp: 0x6807,
  badData: 0x6a80,
  badParameters: 0x6b00,
  unknownInstruction: 0x6d00,
  unknownClass: 0x6e00,
  deviceFault: 0x6f00,
} as const;

export type StatusWordName = keyof typeof statusWords;
export type StatusWord = (typeof statusWords)[StatusWordName];

/** The name of a status word, or `undefined` for one that this protocol does not use. */
export function statusWordName(code: number): StatusWordName | undefined {
  const entry = Object.entries(statusWords).find(([, value]) => value === code);
  return entry?.[0] as StatusWordName | undefined;
}
