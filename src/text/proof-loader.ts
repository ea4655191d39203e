/**
 * The texts of checks and alarms, once they are loaded. They are asked for when a device is about to be opened, so that
 * the first page does not wait for them; until they are there, views say less, and an alarm says what matters most.
 */
import type { ProofTexts } from './proof.ts';

let texts: ProofTexts | undefined;

export function proofTexts(): ProofTexts | undefined {
  return texts;
}

/** Rejects when they cannot be loaded; the next call tries again. */
export async function loadProofTexts(): Promise<void> {
  texts ??= (await import('./proof.ts')).proof;
}
