/** The rules that a device is held to, by name. The names stand in published reports: one that is there stays, and keeps its meaning. */

/** What can be asked for alone; `status` comes with all of them, and nobody can ask for what is out of a host's reach. */
export const conformanceParts = [
  'static',
  'attestation',
  // Before a candidate was ever kept: a device may cheat once.
  'entropy',
  'guided',
  'interruptions',
  'timing',
  'twins',
] as const;
export type ConformancePart = (typeof conformanceParts)[number];

interface Rule {
  readonly part: ConformancePart | 'status' | 'out-of-reach';
  /** The rule of docs/protocol.md that it belongs to; none for the form of messages. */
  readonly law?: `H${number}`;
}

export const conformanceRules = {
  // Without a person: what must be refused, and the form of answers.
  'app-name': { part: 'static' },
  info: { part: 'static' },
  'info-constant': { part: 'static' },
  'foreign-class': { part: 'static' },
  form: { part: 'static' },
  'unknown-instruction': { part: 'static' },
  parameters: { part: 'static' },
  length: { part: 'static' },
  data: { part: 'static' },
  'short-form': { part: 'static' },
  'named-commands': { part: 'static' },
  'absent-commands': { part: 'static' },
  languages: { part: 'static' },
  'refusals-change-nothing': { part: 'static', law: 'H2' },
  // Each status, in every part.
  'status-layout': { part: 'status' },
  'status-codes': { part: 'status' },
  'status-position': { part: 'status', law: 'H1' },
  'status-waits-for-pin': { part: 'status' },
  'status-outcome': { part: 'status' },
  'status-number': { part: 'status' },
  'status-tries': { part: 'status' },
  'status-word-count': { part: 'status' },
  // Led through every ceremony.
  stages: { part: 'guided', law: 'H2' },
  answers: { part: 'guided' },
  steady: { part: 'guided', law: 'H2' },
  'wallet-withheld': { part: 'guided', law: 'H4' },
  'wallet-stays': { part: 'guided' },
  'name-kept': { part: 'guided' },
  'language-kept': { part: 'guided' },
  'file-names-wallet': { part: 'guided' },
  'other-link': { part: 'guided' },
  'left-alone': { part: 'guided', law: 'H2' },
  // The check of the randomness.
  'check-order': { part: 'entropy', law: 'H8' },
  'check-goes-on': { part: 'entropy', law: 'H8' },
  'candidate-number': { part: 'entropy', law: 'H8' },
  commitment: { part: 'entropy', law: 'H8' },
  'commitment-fresh': { part: 'entropy', law: 'H8' },
  'device-part': { part: 'entropy', law: 'H8' },
  'candidate-wallet': { part: 'entropy', law: 'H8' },
  'host-part': { part: 'entropy', law: 'H8' },
  'named-candidate': { part: 'entropy', law: 'H8' },
  'candidate-cap': { part: 'entropy', law: 'H8' },
  keep: { part: 'entropy', law: 'H8' },
  'kept-wallet': { part: 'entropy', law: 'H8' },
  'host-silence': { part: 'entropy', law: 'H8' },
  // What it is.
  certificate: { part: 'attestation', law: 'H10' },
  issuer: { part: 'attestation', law: 'H10' },
  challenge: { part: 'attestation' },
  'signed-status': { part: 'attestation' },
  'signed-wallet': { part: 'attestation', law: 'H4' },
  // Interrupted at each stage.
  'cancel-said': { part: 'interruptions', law: 'H2' },
  'cancel-result': { part: 'interruptions', law: 'H6' },
  'unplug-result': { part: 'interruptions', law: 'H6' },
  // By the clock.
  'answer-limit': { part: 'timing' },
  'answer-budget': { part: 'timing' },
  computing: { part: 'timing' },
  'answer-grid': { part: 'timing', law: 'H1' },
  'answer-beat': { part: 'timing', law: 'H1' },
  // Two wallets, one script.
  'same-transcript': { part: 'twins', law: 'H1' },
  'same-times': { part: 'twins', law: 'H1' },
  // Known to be a part of conforming, and not to be seen from a host.
  'words-on-glass-only': { part: 'out-of-reach', law: 'H3' },
  'first-second': { part: 'out-of-reach', law: 'H2' },
  'hold-time': { part: 'out-of-reach', law: 'H5' },
  'whole-after-faults': { part: 'out-of-reach', law: 'H6' },
  'try-written-first': { part: 'out-of-reach', law: 'H7' },
  'random-source': { part: 'out-of-reach', law: 'H8' },
  erased: { part: 'out-of-reach', law: 'H9' },
  'mark-on-glass': { part: 'out-of-reach', law: 'H10' },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof conformanceRules;

export const ruleNames = Object.keys(conformanceRules) as RuleName[];

export function ruleOf(name: RuleName): Rule {
  return conformanceRules[name];
}
