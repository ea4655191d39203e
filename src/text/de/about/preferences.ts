import type { PreferencesMessages } from '../../types/about/preferences.ts';

export const preferencesInGerman: PreferencesMessages = {
  title: 'Einstellungen',
  lead: 'Nur in diesem Browser gespeichert, bis du unter „Verlauf“ alles löschst.',
  theme: {
    title: 'Darstellung',
    options: { system: 'Wie mein System', light: 'Hell', dark: 'Dunkel' },
  },
  language: {
    title: 'Sprache',
    system: 'Wie mein Browser',
    words: 'Deine Wörter selbst bleiben englisch: Fast jede Wallet liest nur diese Liste.',
    failed: 'Diese Sprache ließ sich nicht laden. Vielleicht bist du offline: Versuch es später noch einmal.',
  },
};
