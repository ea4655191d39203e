/** The entropy check in `hostblind create`: run when the device comes to it, and what it proved. */
import { toHex } from '../protocol/bytes.ts';
import { HostblindError } from '../protocol/errors.ts';
import type { PublicState, WordCount } from '../protocol/public-state.ts';
import { isPastCheck } from '../signer/entropy-endings.ts';
import type { EntropyFailure, EntropyGap } from '../signer/entropy-outcome.ts';
import type { Signer } from '../signer/signer.ts';
import type { Output } from './output.ts';

export interface Proven {
  /** The kept candidate's: 32 hexadecimal digits. */
  readonly walletId: string;
  readonly opened: number;
  readonly range: number;
}

export interface CheckParts {
  readonly signer: Signer;
  readonly output: Output;
  readonly wordCount: WordCount;
  readonly range: number;
  readonly signal: AbortSignal;
}

export interface EntropyProof {
  /** Known from the moment before the device is told to keep its candidate. */
  readonly evidence: Proven | undefined;
  /** The device was asked for the check: a wallet without evidence is then none to trust. */
  readonly asked: boolean;
  /** Takes up each state of the ceremony. Throws `CheckFailed` for a device that cheats. */
  look(state: PublicState, parts: CheckParts): Promise<void>;
}

/** The one outcome that says something about the device. */
export class CheckFailed extends HostblindError {
  constructor(reason: EntropyFailure | 'other-wallet-after-backup') {
    super('device-fault', { detail: `it failed the entropy check: ${reason}` });
  }
}

export function createEntropyProof(): EntropyProof {
  let evidence: Proven | undefined;
  let asked = false;
  let begun = false;

  async function run({ signer, output, wordCount, range, signal }: CheckParts): Promise<void> {
    for await (const step of signer.checkEntropy({ wordCount, range }, { signal })) {
      if (step.kind === 'failed') throw new CheckFailed(step.failure);
      if (step.kind === 'keeping') {
        evidence = { walletId: toHex(step.walletId), opened: step.opened, range };
      }
      if (step.kind === 'proven') output.note('proven', provenLines(evidence).join(' '));
      if (step.kind !== 'unfinished') continue;
      output.note('check-unfinished', unfinishedLines(step.gap, range).join(' '));
      // The device ended the ceremony itself, or its end is on its way; only what this program lacks is left to stop.
      if (step.gap === 'not-computed') await signer.cancel({ signal }).catch(() => undefined);
    }
  }

  return {
    get evidence() {
      return evidence;
    },
    get asked() {
      return asked;
    },
    async look(state, parts) {
      asked = true;
      if (state.activity === 'create' && state.stage === 'entropy' && !begun) {
        begun = true;
        await run(parts);
        return;
      }
      if (evidence !== undefined || !isPastCheck(state)) return;
      await parts.signer.cancel({ signal: parts.signal }).catch(() => undefined);
      throw new CheckFailed('skipped');
    },
  };
}

/** This program remembers nothing of a device, so the person has to: see `ceremony/unfinished-checks.ts`. */
function unfinishedLines(gap: EntropyGap, range: number): readonly string[] {
  if (gap === 'not-computed')
    return ['The entropy check did not finish: this computer could not compute it.'];
  return [
    'The entropy check did not finish. Once, this says nothing about the device.',
    `Count it if it happens again, this program does not: by the second check with this device a cheat gets through with a chance of at most 2 in ${range}, by the third 3 in ${range}, and so on.`,
  ];
}

/** In plain words; empty when nothing was proven. */
export function provenLines(evidence: Proven | undefined): readonly string[] {
  if (evidence === undefined) return [];
  const { opened, range } = evidence;
  return [
    `Randomness checked: ${opened === 1 ? 'one candidate was' : `${opened} candidates were`} opened and right.`,
    `A device that cheats would have passed with a chance of at most 1 in ${range}.`,
  ];
}
