/** What a PSBT says of an output. */
import { equalBytes } from '../../../../../src/protocol/bytes.ts';
import { readAmount } from './byte-reader.ts';
import type { KnownEntries, PsbtMap } from './maps.ts';
import { derivationLengths, taprootDerivationLengths, type Account } from './own-keys.ts';
import { payeeOf } from './scripts.ts';
import type { PaidOutput } from './transaction.ts';

const type = { derivation: 0x02, amount: 0x03, script: 0x04, taprootDerivation: 0x07 } as const;

/** No script is run that is longer, in bytes. */
const longestScript = 10_000;

export const knownOfOutput: KnownEntries = new Map([
  [type.derivation, derivationLengths],
  [type.amount, { data: 0, value: 8 }],
  [type.script, { data: 0, value: longestScript }],
  [type.taprootDerivation, taprootDerivationLengths],
]);

/** `output`: one that can't be shown. */
export function readOutput(map: PsbtMap, account: Account): PaidOutput | 'output' | 'wrong' {
  const amount = readAmount(map.value(type.amount));
  const script = map.value(type.script);
  if (amount === undefined || script === undefined) return 'wrong';
  if (payeeOf(script) === undefined) return 'output';
  const derivations = map.entries(account.kind === 'tr' ? type.taprootDerivation : type.derivation);
  const own = account.ownKey(derivations);
  const isChange = own?.isChange === true && equalBytes(own.script, script);
  return { amount, script, change: isChange ? own.path : undefined };
}
