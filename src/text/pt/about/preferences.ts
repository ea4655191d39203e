import type { PreferencesMessages } from '../../types/about/preferences.ts';

export const preferencesInPortuguese: PreferencesMessages = {
  title: 'Preferências',
  lead: 'Ficam só neste navegador, até você apagar tudo em “Registros”.',
  theme: {
    title: 'Aparência',
    options: { system: 'Igual ao meu sistema', light: 'Clara', dark: 'Escura' },
  },
  language: {
    title: 'Idioma',
    system: 'Igual ao meu navegador',
    words: 'Suas palavras continuam em inglês: quase todas as carteiras só leem essa lista.',
    failed: 'Este idioma não carregou. Talvez você esteja sem internet: tente mais tarde.',
  },
};
