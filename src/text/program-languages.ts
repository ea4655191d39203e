/** The languages with what only a program says: no page is built with it. */
import { languages, type Language, type Loaders } from './languages.ts';

const texts: Readonly<Record<string, Pick<Loaders, 'terminal' | 'simulator'>>> = {
  en: {
    terminal: async () => (await import('./en/groups/terminal.ts')).terminalTextsInEnglish,
    simulator: async () => (await import('./en/groups/simulator.ts')).simulatorTextsInEnglish,
  },
  de: {
    terminal: async () => (await import('./de/groups/terminal.ts')).terminalTextsInGerman,
    simulator: async () => (await import('./de/groups/simulator.ts')).simulatorTextsInGerman,
  },
  fr: {
    terminal: async () => (await import('./fr/groups/terminal.ts')).terminalTextsInFrench,
    simulator: async () => (await import('./fr/groups/simulator.ts')).simulatorTextsInFrench,
  },
  es: {
    terminal: async () => (await import('./es/groups/terminal.ts')).terminalTextsInSpanish,
    simulator: async () => (await import('./es/groups/simulator.ts')).simulatorTextsInSpanish,
  },
  pt: {
    terminal: async () => (await import('./pt/groups/terminal.ts')).terminalTextsInPortuguese,
    simulator: async () => (await import('./pt/groups/simulator.ts')).simulatorTextsInPortuguese,
  },
};

export const programLanguages: readonly Language[] = languages.map((language) => ({
  ...language,
  load: { ...language.load, ...texts[language.tag] },
}));
