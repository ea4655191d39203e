import type { CheckOptionsMessages } from '../types/check-options.ts';

export const checkOptionsInFrench: CheckOptionsMessages = {
  title: 'Avancé : comment sont tirés vos mots',
  lead: 'Votre appareil et cet ordinateur apportent chacun leur part d’aléa. L’appareil ouvre quelques candidats, que cet ordinateur contrôle et qui sont ensuite jetés. L’ordinateur en tire le nombre au hasard et le garde secret.',
  rangeLegend: 'Candidats à contrôler',
  range: (range) => `De 1 à ${range}`,
  rangeHint: (range) => `une triche passe 1 fois sur ${range}`,
  diceLegend: 'Dés',
  noDice: 'Sans dés',
  noDiceHint: 'L’appareil et l’ordinateur seuls',
  dice: 'Dés sur l’appareil',
  diceHint: 'Vous lancez et saisissez les résultats',
  diceBody:
    'Vos lancers s’ajoutent au mélange et ne peuvent donc qu’aider : 50 lancers pour 12 mots, jusqu’à 99 pour 24. Saisissez-les sur l’appareil, jamais ici.',
};
