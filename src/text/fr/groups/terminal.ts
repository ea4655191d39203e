import { conformanceInFrench } from '../conformance/kit.ts';
import { terminalCeremoniesInFrench } from '../terminal/ceremonies.ts';
import { terminalHelpInFrench } from '../terminal/help.ts';
import { terminalInFrench } from '../terminal/terminal.ts';
import type { TerminalTexts } from '../../types/catalogue.ts';

export const terminalTextsInFrench: TerminalTexts = {
  conformance: conformanceInFrench,
  terminal: terminalInFrench,
  terminalCeremonies: terminalCeremoniesInFrench,
  terminalHelp: terminalHelpInFrench,
};
