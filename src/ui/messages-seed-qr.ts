/** The texts of the SeedQR and of the blank forms on the page of copies: loaded with that page. */
import type { NoticeText } from './messages.ts';

export interface SeedQrMessages {
  readonly seedQr: {
    readonly title: string;
    readonly body: string;
    readonly advice: readonly string[];
    readonly show: string;
    readonly grid: string;
  };
  readonly forms: Omit<NoticeText, 'body'> & {
    readonly body: string;
    readonly words: string;
    readonly code: string;
  };
}

export const seedQrMessages: SeedQrMessages = {
  seedQr: {
    title: 'SeedQR, copied by hand',
    body: 'The device shows your phrase as a code of squares on its own screen, whole and block by block. You copy them onto a blank grid with a pen; a device with a camera can read the grid later.',
    advice: [
      'Whoever sees the squares has your words: it is the phrase itself, and not encrypted.',
      'Never point a phone at the screen of the device or at the grid, not even to check the copy.',
      'It goes beside your words on paper and does not replace them: few devices read it.',
    ],
    show: 'Show on the device',
    grid: 'Print a blank grid',
  },
  forms: {
    title: 'Blank forms to print',
    body: 'Sheets with empty lines for the words, with boxes for a metal plate, or with boxes for a backup code. Nothing secret is on them, and you fill them in by hand.',
    words: 'For the words',
    code: 'For a backup code',
  },
};
