import type { PreferencesMessages } from '../../types/about/preferences.ts';

export const preferencesInEnglish: PreferencesMessages = {
  title: 'Preferences',
  lead: 'Kept in this browser only, until you erase everything under “Records”.',
  theme: {
    title: 'Appearance',
    options: { system: 'Same as my system', light: 'Light', dark: 'Dark' },
  },
  language: {
    title: 'Language',
    system: 'Same as my browser',
    words: 'Your words themselves stay in English: nearly every wallet reads only that list.',
    failed: 'This language didn’t load. You may be offline: try again later.',
  },
};
