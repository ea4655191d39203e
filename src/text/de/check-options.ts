import type { CheckOptionsMessages } from '../types/check-options.ts';

export const checkOptionsInGerman: CheckOptionsMessages = {
  title: 'Erweitert: wie deine Wörter entstehen',
  lead: 'Dein Gerät und dieser Computer steuern beide Zufall bei. Das Gerät öffnet einige Kandidaten, damit der Computer sie prüfen kann; danach werden sie weggeworfen. Wie viele es sind, lost der Computer aus und behält es für sich.',
  rangeLegend: 'Kandidaten zum Prüfen',
  range: (range) => `1 bis ${range}`,
  rangeHint: (range) => `1 von ${range} Betrugsversuchen bleibt unentdeckt`,
  diceLegend: 'Würfel',
  noDice: 'Keine Würfel',
  noDiceHint: 'Nur Gerät und Computer',
  dice: 'Würfel am Gerät',
  diceHint: 'Du würfelst und gibst die Zahlen ein',
  diceBody:
    'Deine Würfe werden untergemischt, sie können also nur helfen: 50 Würfe für 12 Wörter, bis zu 99 für 24. Gib sie am Gerät ein, nie hier.',
};
