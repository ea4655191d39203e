import { terminalInEnglish } from '../en/terminal/terminal.ts';
import { part } from '../locale/language.ts';
import type { TerminalMessages } from '../types/terminal/terminal.ts';

export const terminalText: TerminalMessages = part('terminal', terminalInEnglish);
