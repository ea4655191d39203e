import { conformanceInSpanish } from '../conformance/kit.ts';
import { terminalCeremoniesInSpanish } from '../terminal/ceremonies.ts';
import { terminalHelpInSpanish } from '../terminal/help.ts';
import { terminalInSpanish } from '../terminal/terminal.ts';
import type { TerminalTexts } from '../../types/catalogue.ts';

export const terminalTextsInSpanish: TerminalTexts = {
  conformance: conformanceInSpanish,
  terminal: terminalInSpanish,
  terminalCeremonies: terminalCeremoniesInSpanish,
  terminalHelp: terminalHelpInSpanish,
};
