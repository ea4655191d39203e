import type { DeviceWindowMessages } from '../../types/simulator/pages.ts';

export const deviceWindowInFrench: DeviceWindowMessages = {
  switchedOff: 'L’appareil est éteint.',
  ended: 'Le simulateur s’est arrêté. Relancez-le, et cette fenêtre se reconnecte.',
  moved: 'Ce simulateur a une nouvelle fenêtre. Ouvrez l’adresse qu’il a affichée.',
};
