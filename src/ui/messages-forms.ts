/** The texts of the blank forms and of the page that prints them: loaded with that page. */
import type { SeedQrSize } from '../protocol/seed-qr.ts';
import type { FormKind } from './forms-request.ts';

interface Choice {
  readonly title: string;
  readonly hint?: string;
}

export interface FormsMessages {
  readonly title: string;
  readonly lead: string;
  readonly why: string;
  readonly form: { legend: string; options: Record<FormKind, Choice> };
  readonly paper: string;
  readonly words: { legend: string; option: (count: number) => string };
  readonly size: { legend: string; options: Record<SeedQrSize, Choice> };
  readonly boxes: { legend: string; with: Choice; without: Choice };
  readonly fixed: { legend: string; with: Choice; without: Choice };
  readonly checks: { legend: string; with: Choice; without: Choice };
  readonly walletId: { legend: string; with: Choice; without: Choice };
  readonly print: string;
  readonly back: string;
  readonly preview: (sheets: number) => string;
  readonly sheet: {
    readonly heading: Record<FormKind, string>;
    readonly warning: Record<FormKind, string>;
    readonly walletId: string;
    readonly device: string;
    readonly date: string;
    readonly words: string;
    readonly file: string;
    readonly format: string;
    readonly firstLetters: string;
    readonly foot: Record<FormKind, string>;
    readonly checks: { title: string; lead: string; columns: readonly string[] };
    readonly grid: (size: SeedQrSize) => string;
  };
}

export const formsMessages: FormsMessages = {
  title: 'Print a blank form',
  lead: 'A sheet with empty lines, to be filled in by hand from the screen of your device. No word is ever on it when it leaves the printer.',
  why: 'Your device warns you against printers, and it is right: a printer must never get a word, since printers and the computers before them keep what they print. An empty form tells them nothing.',
  form: {
    legend: 'What it is for',
    options: {
      words: { title: 'Recovery phrase', hint: 'Numbered lines for the words' },
      'seed-qr': { title: 'SeedQR grid', hint: 'Empty squares to fill with a pen' },
      'backup-code': { title: 'Backup code', hint: 'For the code of a backup file' },
    },
  },
  paper: 'Paper',
  words: { legend: 'How many words', option: (count) => `${count} words` },
  size: {
    legend: 'Size of the grid',
    options: {
      21: { title: '21 x 21', hint: '12 words, Compact' },
      25: { title: '25 x 25', hint: '12 words, Standard; 24 words, Compact' },
      29: { title: '29 x 29', hint: '24 words, Standard' },
    },
  },
  boxes: {
    legend: 'For metal plates',
    with: { title: 'With boxes', hint: 'The first four letters name each word' },
    without: { title: 'Lines only' },
  },
  fixed: {
    legend: 'Squares that are the same in every code',
    with: { title: 'Print them', hint: 'The corners, which tell nothing' },
    without: { title: 'Leave them blank' },
  },
  checks: {
    legend: 'Dates of your checks',
    with: { title: 'A second sheet', hint: 'To keep apart from the words' },
    without: { title: 'No second sheet' },
  },
  walletId: {
    legend: 'Wallet id',
    with: { title: 'Print it', hint: 'It opens nothing' },
    without: { title: 'Leave it blank' },
  },
  print: 'Print',
  back: 'Back',
  preview: (sheets) => (sheets === 1 ? 'One sheet' : `${sheets} sheets`),
  sheet: {
    heading: { words: 'Recovery phrase', 'seed-qr': 'SeedQR', 'backup-code': 'Backup code' },
    warning: {
      words:
        'Fill in by hand, from the screen of your device. Never type, photograph, scan or copy this sheet.',
      'seed-qr':
        'Fill in by hand, block by block, from the screen of your device. Never photograph or scan this sheet with a phone.',
      'backup-code':
        'This is not a recovery phrase. These code words open one backup file and nothing else. Keep them apart from the file.',
    },
    walletId: 'Wallet id',
    device: 'Device',
    date: 'Written on',
    words: 'Words',
    file: 'Name of the file',
    format: 'Standard or Compact',
    firstLetters: 'first four letters',
    foot: {
      words:
        'Whoever reads this sheet can take everything in the wallet. To restore it, enter the words on a hardware device that takes BIP-39 phrases, never on a computer.',
      'seed-qr':
        'Whoever sees this sheet can take everything in the wallet: the squares are the recovery phrase. To read it, use a hardware device with a camera and without a network.',
      'backup-code':
        'Whoever has the file and this sheet can take everything in the wallet. To restore it, choose the file in the app and enter the code on the device.',
    },
    checks: {
      title: 'Checks of a backup',
      lead: 'Check your backup on the device once in a while and note the day. No word belongs on this sheet.',
      columns: ['Date', 'They match', 'No match', 'Device', 'By whom'],
    },
    grid: (size) =>
      `${size} x ${size} squares. Blocks are named by row and column, as on the device: A1 is at the top left.`,
  },
};
