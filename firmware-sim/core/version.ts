import type { Capability } from '../../src/protocol/commands/info.ts';

export const firmwareVersion = { major: 0, minor: 1, patch: 0, text: '0.1.0' } as const;

/** What this firmware can do of all that the protocol knows. */
export const firmwareCapabilities: readonly Capability[] = [
  'create',
  'attest',
  'reveal',
  'check',
  'restore',
  'change-pin',
  'wipe',
  'rename',
  'entropy-check',
  'backup-file',
];
