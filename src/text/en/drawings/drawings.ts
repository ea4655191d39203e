import type { DrawingMessages } from '../../types/drawings/drawings.ts';

export const drawingsInEnglish: DrawingMessages = {
  layouts: {
    screen: 'A device with a screen.',
    'buttons-above': 'A device with a screen and two buttons on its upper edge.',
    'buttons-below': 'A device with a screen and two buttons below it.',
    'buttons-beside': 'A device with a screen between two round buttons.',
    touch: 'A device with a touch screen.',
    edges: 'A device with a screen. You touch its upper and lower edges.',
  },
  legend: 'What the buttons do',
  left: 'Left',
  right: 'Right',
  both: 'Both',
  touch: 'On the screen',
  unused: 'not used',
  hold: 'Hold it about this long: a second and a half. Only your device shows how far you are.',
  connect: { 'plug-in': 'Plug it in', unlock: 'Unlock it', choose: 'Pick it from the list' },
};
