import { terminalInEnglish } from './en/terminal.ts';
import { part } from './locale/language.ts';
import type { TerminalMessages } from './types/terminal.ts';

export const terminalText: TerminalMessages = part('terminal', terminalInEnglish);
