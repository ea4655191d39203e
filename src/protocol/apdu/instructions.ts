/** Class and instruction bytes. `docs/protocol.md` holds the same table and a test compares the two. */

/** Hostblind's own class: proprietary (bit 8 set, ISO/IEC 7816-4), `H` in the lower seven bits. */
export const hostblindClass = 0xc8;

/** The class of the one command that every app on a Ledger-like device answers. */
export const commonClass = 0xb0;

export const instructions = {
  info: 0x01,
  status: 0x02,
  cancel: 0x03,
  attest: 0x04,
  wallet: 0x05,
  name: 0x06,
  readFile: 0x07,
  certificate: 0x08,
  languages: 0x09,
  create: 0x10,
  commit: 0x11,
  entropy: 0x12,
  open: 0x13,
  keep: 0x14,
  reveal: 0x20,
  check: 0x21,
  restore: 0x22,
  changePin: 0x23,
  wipe: 0x24,
  rename: 0x25,
  seedQr: 0x26,
  backupFile: 0x27,
  checkFile: 0x28,
  restoreFile: 0x29,
  language: 0x2a,
  addresses: 0x2b,
  identify: 0x2c,
  protect: 0x30,
  nonce: 0x31,
} as const;

export const appNameInstruction = 0x01;

/** The class of Ledger's apps, and of the command that opens one. */
export const appClass = 0xe0;

/** What clients of such apps send beside the apps' own commands: of the common class, and of the apps'. */
export const hostInstructions = { appName: appNameInstruction, quitApp: 0xa7, openApp: 0xd8 } as const;
