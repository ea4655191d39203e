import { plural } from '../locale/format.ts';
import type { FormsMessages } from '../types/forms.ts';

export const formsInEnglish: FormsMessages = {
  title: 'Print a blank form',
  lead: 'A sheet with blank lines to fill in by hand from your device’s screen. It never has a word on it when it leaves the printer.',
  why: 'Your device warns you about printers, and it’s right: printers and computers keep what they print, so your words should never reach one. A blank form is fine.',
  form: {
    legend: 'What it’s for',
    options: {
      words: { title: 'Recovery phrase', hint: 'Numbered lines for your words' },
      'seed-qr': { title: 'SeedQR grid', hint: 'Empty squares to fill with a pen' },
      'backup-code': { title: 'Backup code', hint: 'For the code of a backup file' },
    },
  },
  paper: 'Paper',
  words: { legend: 'How many words', option: (count) => `${count} words` },
  size: {
    legend: 'Grid size',
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
    with: { title: 'Print them', hint: 'The corners, which give nothing away' },
    without: { title: 'Leave them blank' },
  },
  checks: {
    legend: 'Dates of your checks',
    with: { title: 'A second sheet', hint: 'To keep apart from your words' },
    without: { title: 'No second sheet' },
  },
  walletId: {
    legend: 'Wallet ID',
    with: { title: 'Print it', hint: 'It opens nothing' },
    without: { title: 'Leave it blank' },
  },
  print: 'Print',
  back: 'Back',
  preview: (sheets) => plural(sheets, { one: 'One sheet', other: `${sheets} sheets` }),
  sheet: {
    heading: { words: 'Recovery phrase', 'seed-qr': 'SeedQR', 'backup-code': 'Backup code' },
    warning: {
      words: 'Fill in by hand from your device’s screen. Never type, photograph, scan or copy this sheet.',
      'seed-qr':
        'Fill in by hand, block by block, from your device’s screen. Never photograph or scan this sheet with a phone.',
      'backup-code':
        'This isn’t a recovery phrase. These code words open one backup file and nothing else. Keep them apart from the file.',
    },
    walletId: 'Wallet ID',
    device: 'Device',
    date: 'Written on',
    words: 'Words',
    file: 'File name',
    format: 'Standard or Compact',
    firstLetters: 'first four letters',
    foot: {
      words:
        'Anyone who reads this sheet can take everything in the wallet. To restore it, enter the words on a hardware device that takes BIP-39 phrases, never on a computer.',
      'seed-qr':
        'Anyone who sees this sheet can take everything in the wallet: the squares are the recovery phrase. To read it, use a hardware device with a camera and no network.',
      'backup-code':
        'Anyone who has the file and this sheet can take everything in the wallet. To restore it, choose the file in the app and enter the code on the device.',
    },
    checks: {
      title: 'Checks of a backup',
      lead: 'Check your backup on the device now and then and note the date. Never write a word on this sheet.',
      columns: ['Date', 'They match', 'No match', 'Device', 'By whom'],
    },
    grid: (size) =>
      `${size} x ${size} squares. Blocks are named by row and column, as on the device: A1 is at the top left.`,
  },
};
