import type { SeedQrMessages } from '../types/seed-qr-page.ts';

export const seedQrPageInEnglish: SeedQrMessages = {
  seedQr: {
    title: 'SeedQR, copied by hand',
    body: 'Your device shows your phrase as a grid of squares on its own screen, whole and then block by block. You copy them onto a blank grid by hand, for a device with a camera to read later.',
    advice: [
      'Anyone who sees the squares has your words: it’s your phrase, unencrypted.',
      'Never point a phone at the device’s screen or the grid, not even to check your copy.',
      'Keep it alongside your written words, not instead of them: few devices can read it.',
    ],
    show: 'Show on the device',
    grid: 'Print a blank grid',
  },
  forms: {
    title: 'Blank forms to print',
    body: 'Sheets with blank lines for your words, a metal plate or a backup code. They hold nothing secret, and you fill them in by hand.',
    words: 'For the words',
    code: 'For a backup code',
  },
};
