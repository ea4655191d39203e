import { terminalCeremoniesInEnglish } from '../en/terminal/ceremonies.ts';
import { part } from '../locale/language.ts';
import type { TerminalCeremonyMessages } from '../types/terminal/ceremonies.ts';

export const ceremonyText: TerminalCeremonyMessages = part('terminalCeremonies', terminalCeremoniesInEnglish);
