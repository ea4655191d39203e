/** The flags of `firmware-sim` that make a persona out of it: another maker's device, as a host sees it. */
import { simulatorText } from '../../src/text/simulator/command.ts';
import type { PersonaOptions } from '../vendors/ledger/ledger-persona.ts';
import { personaModels } from '../vendors/ledger/persona-model.ts';
import { personaModes } from '../vendors/ledger/persona-wire.ts';

export interface PersonaFlags {
  readonly persona?: string | undefined;
  readonly model?: string | undefined;
  readonly firmware?: string | undefined;
  readonly mode?: string | undefined;
  readonly 'deriving-ms'?: string | undefined;
}

export type ReadPersona =
  | { readonly kind: 'none' }
  | { readonly kind: 'persona'; readonly options: PersonaOptions }
  | { readonly kind: 'problem'; readonly problem: string };

/** Ten minutes: more than any real device takes. */
const maximumDerivation = 600_000;

function problem(text: string): ReadPersona {
  return { kind: 'problem', problem: text };
}

export function personaOf(flags: PersonaFlags): ReadPersona {
  const { usage } = simulatorText;
  const { persona, firmware, 'deriving-ms': deriving } = flags;
  if (persona === undefined) {
    const stray = (['firmware', 'mode', 'deriving-ms'] as const).find((flag) => flags[flag] !== undefined);
    return stray === undefined ? { kind: 'none' } : problem(usage.onlyWith(`--${stray}`, '--persona ledger'));
  }
  if (persona !== 'ledger') return problem(usage.onePersona(persona));
  const model = personaModels.find((name) => name === (flags.model ?? personaModels[0]));
  if (model === undefined) return problem(usage.choose('--model', flags.model ?? '', personaModels));
  const mode = personaModes.find((name) => name === (flags.mode ?? 'normal'));
  if (mode === undefined) return problem(usage.choose('--mode', flags.mode ?? '', personaModes));
  if (firmware !== undefined && !/^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(firmware)) {
    return problem(usage.version('--firmware', firmware));
  }
  const derivingMs = deriving === undefined ? undefined : Number(deriving);
  if (deriving !== undefined && (!/^\d{1,6}$/.test(deriving) || Number(deriving) > maximumDerivation)) {
    return problem(usage.milliseconds('--deriving-ms', deriving, maximumDerivation));
  }
  return { kind: 'persona', options: { model, firmware, mode, derivingMs } };
}
