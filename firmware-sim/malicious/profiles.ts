/** The devices that cheat, by name. For tests: the app must catch them, with the right words. */
import type { Cheat } from './cheat.ts';
import {
  candidatesOverCap,
  cheatOnce,
  endlessCandidates,
  givesUp,
  hostEntropyIgnored,
  missingCommitment,
  reusedCommitment,
  reusedPart,
  walletSwappedAfterKeep,
  walletSwappedAndDenied,
  wrongCommitment,
} from './entropy-cheats.ts';
import type { MaliciousName } from './names.ts';
import {
  downgradedCapabilities,
  falseAttestation,
  falseDeviceId,
  jumpingStatus,
  lyingStatus,
  nonsenseStatus,
  walletSwappedAtReconnect,
} from './other-cheats.ts';
import { ignoredCommitment, leakingNonce } from './signing-cheats.ts';

/** Each makes the cheat of one device, which lives as long as the device does. */
export const maliciousProfiles: Readonly<Record<MaliciousName, () => Cheat>> = {
  'wrong-commitment': wrongCommitment,
  'reused-commitment': reusedCommitment,
  'reused-part': reusedPart,
  'missing-commitment': missingCommitment,
  'host-entropy-ignored': hostEntropyIgnored,
  'cheat-once': cheatOnce,
  'gives-up': givesUp,
  'wallet-swapped-after-keep': walletSwappedAfterKeep,
  'wallet-swapped-and-denied': walletSwappedAndDenied,
  'wallet-swapped-at-reconnect': walletSwappedAtReconnect,
  'downgraded-capabilities': downgradedCapabilities,
  'false-attestation': falseAttestation,
  'false-device-id': falseDeviceId,
  'endless-candidates': endlessCandidates,
  'candidates-over-cap': candidatesOverCap,
  'lying-status': lyingStatus,
  'jumping-status': jumpingStatus,
  'nonsense-status': nonsenseStatus,
  'leaking-nonce': leakingNonce,
  'ignored-commitment': ignoredCommitment,
};
