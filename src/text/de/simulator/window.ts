import type { DeviceWindowMessages } from '../../types/simulator/pages.ts';

export const deviceWindowInGerman: DeviceWindowMessages = {
  switchedOff: 'Das Gerät ist ausgeschaltet.',
  ended: 'Der Simulator läuft nicht mehr. Starte ihn neu, dann verbindet sich dieses Fenster wieder.',
  moved: 'Dieser Simulator hat ein neues Fenster. Öffne die Adresse, die er ausgegeben hat.',
};
