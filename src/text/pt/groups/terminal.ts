import { conformanceInPortuguese } from '../conformance/kit.ts';
import { terminalCeremoniesInPortuguese } from '../terminal/ceremonies.ts';
import { terminalHelpInPortuguese } from '../terminal/help.ts';
import { terminalInPortuguese } from '../terminal/terminal.ts';
import type { TerminalTexts } from '../../types/catalogue.ts';

export const terminalTextsInPortuguese: TerminalTexts = {
  conformance: conformanceInPortuguese,
  terminal: terminalInPortuguese,
  terminalCeremonies: terminalCeremoniesInPortuguese,
  terminalHelp: terminalHelpInPortuguese,
};
