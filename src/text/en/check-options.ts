import type { CheckOptionsMessages } from '../types/check-options.ts';

export const checkOptionsInEnglish: CheckOptionsMessages = {
  title: 'Advanced: how your words are made',
  lead: 'Your device and this computer each add randomness. The device opens some candidates for this computer to check, and those are thrown away. The computer picks how many at random and keeps it secret.',
  rangeLegend: 'Candidates to check',
  range: (range) => `1 to ${range}`,
  rangeHint: (range) => `a cheat is missed 1 time in ${range}`,
  diceLegend: 'Dice',
  noDice: 'No dice',
  noDiceHint: 'Device and computer only',
  dice: 'Dice on the device',
  diceHint: 'You roll and enter the numbers',
  diceBody:
    'Your rolls are mixed in, so they can only help: 50 rolls for 12 words, up to 99 for 24. Enter them on the device, never here.',
};
