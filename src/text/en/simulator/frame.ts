import { plural } from '../../locale/format.ts';
import type { FrameMessages } from '../../types/simulator/pages.ts';

export const frameInEnglish: FrameMessages = {
  title: 'Simulated device',
  screen: "The device's screen",
  buttons: "The device's buttons",
  left: 'Left',
  both: 'Both',
  right: 'Right',
  notSpoken: "There's secret text on the screen. It isn't spoken.",
  mark: 'Simulator: test words only, never real money',
  unseen: 'The buttons work only while the whole screen is in view.',
  leftButton: 'Left button:',
  bothButtons: 'Both buttons:',
  rightButton: 'Right button:',
  keys: 'Keys: [←] left, [→] right, [↓] or [Enter] both. Hold a key to hold its button.',
  options: 'Options',
  latch: 'Hold for me: one press keeps a button down, the next lets it go',
  speech: 'Speak secret words (for screen readers)',
  speechWarning:
    'Your screen reader will say the words and the PIN out loud. Anyone who can hear it learns them. Put on headphones first.',
  speechAgree: "I'm wearing headphones: speak the words",
  keepsNothing: 'This device keeps nothing: reload or close the page and you get a new, empty one.',
  does: (button, action) =>
    button === 'both' ? `Both buttons: ${action}` : `The ${button} button: ${action}`,
  turn: (button, entry) => `Turn ${button} for ${entry}`,
  digitsEntered: (count) => plural(count, { one: '1 digit entered', other: `${count} digits entered` }),
  selected: (item) => `Selected: ${item}`,
};
