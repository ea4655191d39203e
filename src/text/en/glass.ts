import type { Activity } from '../../protocol/public-state.ts';
import { plural } from '../locale/format.ts';
import type { GlassMessages } from '../types/glass.ts';
import { entryInEnglish } from './entry.ts';
import { neverShare, stageSentences, wordLabel, wordHeading } from './stages.ts';

const agreedTo: Partial<Record<Activity, string>> = {
  reveal: 'To show words',
  check: 'To check words',
  'change-pin': 'To change it',
  rename: 'To rename',
  'seed-qr': 'For a SeedQR',
  'backup-file': 'For a file',
  'check-file': 'To check a file',
  addresses: 'For addresses',
};

const agreed: GlassMessages['agreed'] = (activity, { wordCount, dice, entropyCheck }) => {
  if (activity === 'create' || activity === 'restore') {
    if (activity === 'restore') return `${wordCount} words`;
    return `${wordCount} words, ${dice === true ? 'dice' : 'no dice'}, ${entropyCheck === true ? 'checked' : 'no check'}`;
  }
  return agreedTo[activity];
};

export const glassInEnglish: GlassMessages = {
  neverShare,
  stage: stageSentences,
  wordPlace: (activity, position, total) => `${wordHeading(activity)} ${position} of ${total}`,
  sameAs: (activity, earlier) => `Same as ${wordLabel(activity)} ${earlier}`,
  confirm: {
    question: (activity, position, total) => `${wordHeading(activity)} ${position} of ${total}?`,
    seeAgain: 'Show the words again',
    wrong: (activity, position) => ({
      title: 'Not that one',
      body: `Check ${wordLabel(activity)} ${position} on your paper. Then confirm all ${wordLabel(activity)}s again.`,
      right: 'Show',
    }),
    shown: (activity, position) => ({
      title: `${wordHeading(activity)} ${position} is`,
      right: `From ${wordLabel(activity)} 1`,
    }),
  },
  pin: {
    done: 'OK',
    remove: 'Delete',
    tries: (left) => plural(left, { one: 'Last try before the wipe', other: `${left} tries left` }),
    wrong: (left) =>
      plural(left, {
        one: 'One try left. Then this device wipes itself.',
        other: `${left} tries left. Then this device wipes itself.`,
      }),
  },
  dice: {
    remove: 'Delete',
    place: (position, total, wordCount) => `Roll ${position} of ${total} for ${wordCount} words`,
    last: (position) => `Roll ${position} was `,
    all: (rolls) => ({
      title: 'All rolled?',
      body: `You've entered ${rolls} rolls.`,
      left: 'Back',
      right: 'Done',
    }),
    flaws: {
      biased: {
        title: 'Not random',
        body: 'Some numbers come up too often for a fair die. Roll again.',
        right: 'Again',
      },
      patterned: {
        title: 'Not random',
        body: "Your numbers follow a pattern. Dice don't. Roll again.",
        right: 'Again',
      },
    },
  },
  entry: entryInEnglish,
  file: {
    restore: (walletId) => `Restore wallet ${walletId} from its file. You'll need the backup code.`,
    results: (walletId) => ({
      match: { title: 'The file is good', body: 'It holds this wallet and your backup code opens it.' },
      'no-match': { title: 'No match', body: 'The code opens the file, but it holds another wallet.' },
      'other-wallet': {
        title: 'Other wallet',
        body: `This file belongs to wallet ${walletId}, not this one.`,
      },
    }),
  },
  seedQr: {
    size: (modules, blocks) => [`${modules} x ${modules},`, `in ${blocks} blocks`],
    place: (position, total) => `${position} of ${total}`,
  },
  addresses: {
    ethereum: { title: 'Ethereum, account 1', left: 'Back', right: 'Next' },
    bitcoin: { title: 'Bitcoin, account 1', left: 'Back', right: 'Done' },
  },
  rename: (name) => `Name this device "${name}"?`,
  language: {
    name: 'English',
    leave: (other) => `Change this device's language from English to ${other}?`,
    take: 'This device will speak English from now on.',
  },
  name: (name) => `Name: "${name}"`,
  agreed,
  home: 'Backed up',
  selfBuilt: 'Self-built',
  faulty: {
    title: 'Device fault',
    body: 'Storage or random source is broken. Restore your wallet on another device.',
  },
};
