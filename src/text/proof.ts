import { proofInEnglish } from './en/proof.ts';
import { part } from './locale/language.ts';
import type { ProofTexts } from './types/proof.ts';

export type { Found, ProofTexts } from './types/proof.ts';

export const proof: ProofTexts = part('proof', proofInEnglish);
