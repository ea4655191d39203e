import type { DeviceWindowMessages } from '../../types/simulator/pages.ts';
import { glassPageInEnglish } from './frame.ts';

export const deviceWindowInEnglish: DeviceWindowMessages = {
  ...glassPageInEnglish,
  mark: 'Simulator: test words only, never real money',
  latch: 'Hold for me: one press keeps a button down, the next lets it go',
  speech:
    'Speak secret words: your screen reader says the words and the PIN out loud. Put on headphones first.',
  keys: 'Keys: [←] left, [→] right, [↓] both. Hold a button or its key to keep it down.',
  switchedOff: 'The device is switched off.',
  ended: 'The simulator has stopped. Start it again, and this window reconnects.',
  moved: 'This simulator has a new window. Open the address it printed.',
};
