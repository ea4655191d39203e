import { isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';
import type { EntryMessages } from '../types/entry.ts';
import { wordLabel } from './stages.ts';

const stopOrLook = { left: 'Stop', right: 'Look' } as const;

const words = (activity: Activity): string => (isAboutCode(activity) ? 'Code words' : 'Words');

const noMatch = (difference: string): StageSentences => ({
  title: 'No match',
  body: `${difference} Is it your entry, or your paper?`,
  left: 'Look',
  right: 'OK',
});

const wrongCodes = {
  phrase: 'At least one is wrong. Or are they the words of a recovery phrase?',
  checksum: 'At least one code word is wrong or out of place.',
  file: "It doesn't open the file. Compare the code words with your paper.",
} as const;

export const entryInEnglish: EntryMessages = {
  remove: 'Delete',
  listFoot: { left: 'Up', both: 'Choose', right: 'Down' },
  wheelFoot: { left: 'Turn', both: 'Enter', right: 'Turn' },
  halvesBack: 'Back',
  enteredFoot: { left: 'Back', both: 'Change', right: 'Next' },
  leave: {
    title: 'Stop entering?',
    body: 'The words you entered will be forgotten. Nothing is stored.',
    left: 'No',
    right: 'Stop',
  },
  allLookedAt: (activity) => ({
    title: 'Try again?',
    body: `You've been through all ${wordLabel(activity)}s.`,
    left: 'Back',
    right: 'Try',
  }),
  dontFit: (mayBeCode) => ({
    title: "Words don't fit",
    body: mayBeCode
      ? 'At least one is wrong. Or are they the code words of a backup file?'
      : 'At least one is wrong or out of place. Check each one again.',
    ...stopOrLook,
  }),
  wrongCode: (why) => ({ title: 'Wrong code', body: wrongCodes[why], left: 'Look', right: 'OK' }),
  anotherWallet: {
    title: 'Another wallet',
    body: 'So a word is wrong. Nothing is stored. Check each one again.',
    ...stopOrLook,
  },
  walletIdLabel: 'Wallet ID',
  compare: { title: 'On your form?', left: 'Differs', right: 'Go on' },
  maybeSwapped(activity, positions) {
    const pairs = positions.map((position) => `${position} and ${position + 1}`).join(', or ');
    return `${words(activity)} ${pairs} may be swapped. Compare them first.`;
  },
  sameTwice: (activity, position) =>
    `${words(activity)} ${position - 1} and ${position} are the same. Is your paper the same?`,
  mayBeCode: 'They may be code words of a backup file, from another paper.',
  match: { title: 'They match', body: 'The words on your paper open this wallet.', right: 'OK' },
  noMatch: {
    word: (position) => noMatch(`Word ${position} isn't this wallet's.`),
    swapped: (position) => noMatch(`Words ${position} and ${position + 1} are swapped.`),
    'left-out': (position) => noMatch(`Word ${position} was left out.`),
    extra: (position) => noMatch(`Word ${position} is one too many.`),
    several: (position, count) => noMatch(`${count} words differ, the first is word ${position}.`),
  },
};
