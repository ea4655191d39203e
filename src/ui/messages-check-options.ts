/** The texts of the advanced choices about a new wallet. */
export const checkOptionsMessages = {
  title: 'Advanced: how the words are drawn',
  lead: 'Device and computer each add randomness. The device shows its part of some candidates, which are then thrown away, and this computer checks them. How many, it draws at random and tells nobody.',
  rangeLegend: 'Candidates to open',
  range: (range: number): string => `1 to ${range}`,
  rangeHint: (range: number): string => `cheats pass 1 in ${range}`,
  diceLegend: 'Dice',
  noDice: 'No dice',
  noDiceHint: 'The device draws by itself',
  dice: 'Dice on the device',
  diceHint: 'You roll and enter there',
  diceBody:
    'Your rolls are mixed with what the device draws, so they can only help: 50 rolls for 12 words, up to 99 for 24. Enter them on the device, never here.',
} as const;
