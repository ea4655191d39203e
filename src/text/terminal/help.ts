import { terminalHelpInEnglish } from '../en/terminal/help.ts';
import { part } from '../locale/language.ts';
import type { TerminalHelpMessages } from '../types/terminal/help.ts';

export const helpMessages: TerminalHelpMessages = part('terminalHelp', terminalHelpInEnglish);
