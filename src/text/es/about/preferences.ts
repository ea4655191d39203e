import type { PreferencesMessages } from '../../types/about/preferences.ts';

export const preferencesInSpanish: PreferencesMessages = {
  title: 'Preferencias',
  lead: 'Se guardan solo en este navegador, hasta que lo borres todo en “Registro”.',
  theme: {
    title: 'Apariencia',
    options: { system: 'Como mi sistema', light: 'Clara', dark: 'Oscura' },
  },
  language: {
    title: 'Idioma',
    system: 'Como mi navegador',
    words: 'Tus palabras siguen en inglés: casi todas las billeteras leen solo esa lista.',
    failed: 'Este idioma no se ha cargado. Quizá no tengas conexión: inténtalo más tarde.',
  },
};
