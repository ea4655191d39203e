import { conformanceInEnglish } from '../conformance/kit.ts';
import { terminalCeremoniesInEnglish } from '../terminal/ceremonies.ts';
import { terminalHelpInEnglish } from '../terminal/help.ts';
import { terminalInEnglish } from '../terminal/terminal.ts';
import type { TerminalTexts } from '../../types/catalogue.ts';

export const terminalTextsInEnglish: TerminalTexts = {
  conformance: conformanceInEnglish,
  terminal: terminalInEnglish,
  terminalCeremonies: terminalCeremoniesInEnglish,
  terminalHelp: terminalHelpInEnglish,
};
