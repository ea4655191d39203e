import { part } from '../locale/language.ts';
import type { PreferencesMessages } from '../types/about/preferences.ts';

export const preferencesMessages: PreferencesMessages = part('preferences');
