/** Which stock Ledgers report enough about their set-up to be followed. */
import type { LedgerModel } from '../../protocol/ledger/models.ts';

/** The lowest firmware that can be followed. `never`: none of that model. `any`: all of that model. */
export const firmwareFloors: Record<LedgerModel, string> = {
  nanos: 'never',
  nanosp: '1.1.0',
  nanox: '2.2.0',
  stax: 'any',
  flex: 'any',
  apex: 'any',
};

/** Major, minor and patch; what follows them (a release candidate's mark, a build) does not count. */
function parts(version: string): readonly [number, number, number] {
  const [, major = '0', minor = '0', patch = '0'] = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}

function isAtLeast(version: string, floor: string): boolean {
  const have = parts(version);
  const need = parts(floor);
  const at = have.findIndex((part, index) => part !== need[index]);
  return at === -1 || (have[at] ?? 0) > (need[at] ?? 0);
}

export type Support = 'supported' | 'model-not-supported' | 'firmware-too-old';

export function supportFor(model: LedgerModel, version: string): Support {
  const floor = firmwareFloors[model];
  if (floor === 'never') return 'model-not-supported';
  return floor === 'any' || isAtLeast(version, floor) ? 'supported' : 'firmware-too-old';
}
