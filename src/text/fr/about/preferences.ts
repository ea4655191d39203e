import type { PreferencesMessages } from '../../types/about/preferences.ts';

export const preferencesInFrench: PreferencesMessages = {
  title: 'Préférences',
  lead: 'Conservées dans ce navigateur uniquement, jusqu’à ce que vous effaciez tout dans « Historique ».',
  theme: {
    title: 'Apparence',
    options: { system: 'Comme mon système', light: 'Claire', dark: 'Sombre' },
  },
  language: {
    title: 'Langue',
    system: 'Comme mon navigateur',
    words:
      'Vos mots eux-mêmes restent en anglais : presque tous les portefeuilles ne lisent que cette liste.',
    failed: 'Cette langue ne s’est pas chargée. Vous êtes peut-être hors ligne : réessayez plus tard.',
  },
};
