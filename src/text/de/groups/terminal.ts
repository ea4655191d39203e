import { conformanceInGerman } from '../conformance/kit.ts';
import { terminalCeremoniesInGerman } from '../terminal/ceremonies.ts';
import { terminalHelpInGerman } from '../terminal/help.ts';
import { terminalInGerman } from '../terminal/terminal.ts';
import type { TerminalTexts } from '../../types/catalogue.ts';

export const terminalTextsInGerman: TerminalTexts = {
  conformance: conformanceInGerman,
  terminal: terminalInGerman,
  terminalCeremonies: terminalCeremoniesInGerman,
  terminalHelp: terminalHelpInGerman,
};
