import { part } from './locale/language.ts';
import type { ProofTexts } from './types/proof.ts';

export type { ProofTexts } from './types/proof.ts';

export const proof: ProofTexts = part('proof');
