/** The names of the devices that cheat, for command line and tests; `docs/threat-model.md` has a row for each. */
export const maliciousNames = [
  'wrong-commitment',
  'reused-commitment',
  'reused-part',
  'missing-commitment',
  'host-entropy-ignored',
  'cheat-once',
  'gives-up',
  'wallet-swapped-after-keep',
  'wallet-swapped-and-denied',
  'wallet-swapped-at-reconnect',
  'downgraded-capabilities',
  'false-attestation',
  'false-device-id',
  'endless-candidates',
  'candidates-over-cap',
  'lying-status',
  'jumping-status',
  'nonsense-status',
  'leaking-nonce',
  'ignored-commitment',
] as const;
export type MaliciousName = (typeof maliciousNames)[number];
