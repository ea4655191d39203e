import { plural } from '../../locale/format.ts';
import type { FrameMessages } from '../../types/simulator/pages.ts';

export const frameInFrench: FrameMessages = {
  title: 'Appareil simulé',
  screen: 'L’écran de l’appareil',
  buttons: 'Les boutons de l’appareil',
  left: 'Gauche',
  both: 'Les deux',
  right: 'Droite',
  notSpoken: 'L’écran affiche un texte secret. Il n’est pas lu à voix haute.',
  mark: 'Simulateur : mots de test, jamais d’argent réel',
  unseen: 'Les boutons ne fonctionnent que si tout l’écran est visible.',
  leftButton: 'Bouton gauche :',
  bothButtons: 'Les deux boutons :',
  rightButton: 'Bouton droit :',
  keys: 'Touches : [←] gauche, [→] droite, [↓] ou [Entrée] les deux. Maintenez une touche pour maintenir son bouton.',
  options: 'Options',
  latch: 'Maintenir pour moi : une pression garde un bouton enfoncé, la suivante le relâche',
  speech: 'Prononcer les mots secrets (pour les lecteurs d’écran)',
  speechWarning:
    'Votre lecteur d’écran dira les mots et le code PIN à voix haute. Quiconque l’entend les connaît. Mettez d’abord un casque.',
  speechAgree: 'Je porte un casque : prononcer les mots',
  keepsNothing:
    'Cet appareil ne conserve rien : rechargez ou fermez la page, et vous en aurez un neuf, vide.',
  does: (button, action) =>
    ({
      left: `Bouton gauche : ${action}`,
      both: `Les deux boutons : ${action}`,
      right: `Bouton droit : ${action}`,
    })[button],
  turn: (button, entry) =>
    button === 'left' ? `Vers la gauche pour ${entry}` : `Vers la droite pour ${entry}`,
  digitsEntered: (count) =>
    plural(count, { one: `${count} chiffre saisi`, other: `${count} chiffres saisis` }),
  selected: (item) => `Sélectionné : ${item}`,
};
