/** Each device that cheats is caught, and for what it does: the rules that break are named, and no other breaks. */
import { expect, it, vi } from 'vitest';
import { createMaliciousFirmware } from '../../../firmware-sim/malicious/malicious-firmware.ts';
import { maliciousNames, type MaliciousName } from '../../../firmware-sim/malicious/names.ts';
import type { RuleName } from '../../../src/conformance/catalogue/rules.ts';
import { brokenIn, conformInProcess } from '../../fixtures/conformance/in-process.ts';

vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

/** The compiler asks for the entry of a new one. Most answer a command their own way in any form of it, which is seen too. */
const caughtBy: Readonly<Record<MaliciousName, readonly RuleName[]>> = {
  'wrong-commitment': ['commitment'],
  'reused-commitment': ['commitment', 'commitment-fresh'],
  'reused-part': ['device-part'],
  'missing-commitment': ['answers', 'commitment', 'length', 'named-commands', 'other-link', 'parameters'],
  // Whatever the host sends, in whichever form, a part of its own is taken.
  'host-entropy-ignored': ['candidate-wallet', 'data', 'host-part', 'length', 'named-commands', 'parameters'],
  'cheat-once': ['candidate-wallet'],
  'gives-up': ['check-goes-on'],
  'wallet-swapped-after-keep': ['kept-wallet'],
  // It tells the ID that the host expects. Its backup file names the wallet that it has; one that lies there too is caught by a person
  // alone, who compares the ID on the glass, or restores the words elsewhere.
  'wallet-swapped-and-denied': ['file-names-wallet'],
  'wallet-swapped-at-reconnect': ['file-names-wallet', 'wallet-stays'],
  // What it hasn't must be unknown to it. A device that really lacks the check conforms, and its report says so.
  'downgraded-capabilities': ['absent-commands', 'answers', 'length', 'other-link'],
  'false-attestation': ['challenge'],
  'false-device-id': ['certificate', 'length', 'named-commands', 'parameters'],
  'endless-candidates': [
    'answers',
    'keep',
    'length',
    'named-candidate',
    'named-commands',
    'other-link',
    'parameters',
  ],
  'candidates-over-cap': ['candidate-number'],
  'lying-status': ['stages', 'status-number', 'status-outcome'],
  'jumping-status': ['stages', 'status-outcome', 'status-position'],
  'nonsense-status': ['stages', 'status-position'],
  // Each signature fits its key: who doesn't know the words finds nothing (`tests/security/h1-signing.test.ts`).
  'leaking-nonce': [],
  // The kit signs nothing. A host that protects its signatures finds it (the same file).
  'ignored-commitment': [],
};

it.each(maliciousNames)('%s', async (name) => {
  const findings = await conformInProcess({
    createFirmware: createMaliciousFirmware(name),
    parts: ['static', 'attestation', 'entropy', 'guided'],
    journeys: ['create', 'unlock', 'reveal', 'backup-file', 'check-file'],
  });
  expect(brokenIn(findings).toSorted()).toEqual(caughtBy[name]);
});
