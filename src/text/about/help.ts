import { part } from '../locale/language.ts';
import type { HelpMessages } from '../types/about/help.ts';

export const helpPage: HelpMessages = part('help');
