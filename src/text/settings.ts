import { part } from './locale/language.ts';
import type { SettingsMessages } from './types/settings.ts';

export type { SettingsMessages } from './types/settings.ts';

export const settingsMessages: SettingsMessages = part('settings');
