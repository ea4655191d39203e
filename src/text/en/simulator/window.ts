import type { DeviceWindowMessages } from '../../types/simulator/pages.ts';

export const deviceWindowInEnglish: DeviceWindowMessages = {
  switchedOff: 'The device is switched off.',
  ended: 'The simulator has stopped. Start it again, and this window reconnects.',
  moved: 'This simulator has a new window. Open the address it printed.',
};
