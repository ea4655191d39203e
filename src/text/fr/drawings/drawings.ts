import type { DrawingMessages } from '../../types/drawings/drawings.ts';

export const drawingsInFrench: DrawingMessages = {
  layouts: {
    screen: 'Un appareil avec un écran.',
    'buttons-above': 'Un appareil avec un écran et deux boutons sur la tranche supérieure.',
    'buttons-below': 'Un appareil avec un écran et deux boutons en dessous.',
    'buttons-beside': 'Un appareil avec un écran entre deux boutons ronds.',
    touch: 'Un appareil avec un écran tactile.',
    edges: 'Un appareil avec un écran. Vous touchez ses bords supérieur et inférieur.',
  },
  legend: 'Rôle des boutons',
  left: 'Gauche',
  right: 'Droite',
  both: 'Les deux',
  touch: 'Sur l’écran',
  unused: 'inutilisé',
  hold: 'Maintenez-le à peu près ce temps-là : une seconde et demie. Seul votre appareil montre où vous en êtes.',
  connect: {
    'plug-in': 'Branchez-le',
    unlock: 'Déverrouillez-le',
    choose: 'Choisissez-le dans la liste',
  },
};
