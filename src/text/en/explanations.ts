import { isAboutCode } from '../../protocol/files/backup-code.ts';
import { isWordCount, type Activity, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { Explanations } from '../types/explanations.ts';
import { stageSentences, wordHeading } from './stages.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';

type Explain = (facts: StageFacts) => string;

/** Before a ceremony begins. */
const asks: Partial<Record<Activity, string>> = {
  create: 'Check that your device shows the number of words you chose, then accept there.',
  restore: 'Accept on the device, then enter your words there. They never touch this computer.',
  reveal: 'Accept on the device if you asked for this. Your words appear there and nowhere else.',
  check: 'Have your paper ready and accept on the device. Nothing on it changes.',
  'change-pin': 'Accept on the device. It asks for your current PIN, then for the new one twice.',
  wipe: 'Make sure you have your words on paper. Holding the button deletes the wallet, and that can’t be undone.',
  rename: 'Check the name on the device, then accept there.',
  language: 'Accept on the device. It asks twice: in the language it speaks now, then in the one you chose.',
  'backup-file': 'Accept on the device. It then shows a new backup code for you to write down and confirm.',
  'check-file': 'Have your backup code ready and accept on the device. Nothing on it changes.',
  'restore-file':
    'Compare the wallet ID on the device, accept there, then enter the backup code on the device.',
  addresses: 'Accept on the device if you asked for this. The addresses appear there and nowhere else.',
  identify:
    'Have your paper ready and accept on the device. You enter the words there, and it keeps none of them.',
  app: 'A program that uses this wallet asks, and only your device’s screen says what. If you didn’t expect it, say no there.',
};

/** While a phrase is shown as a SeedQR, where it differs from showing words. */
const ofSeedQr: Partial<Record<Stage, Explain>> = {
  consent: () => 'Accept on the device if you asked for this. The squares appear there and nowhere else.',
  warning: () =>
    'Have a pen and a blank grid ready, and make sure you’re alone. A photo of the squares is a photo of your words.',
  'entry-method': ({ wordCount }) =>
    isWordCount(wordCount) && !isSpecified(wordCount)
      ? 'The SeedQR specification covers 12 and 24 words. Your device makes a Standard code, which any QR reader reads as digits, four per word.'
      : 'Choose on the device. Any QR reader reads a Standard code as digits, four per word. A Compact code is smaller, but only a few devices understand it.',
  written: () => 'Compare your squares with the device again, block by block, then finish there.',
};

const always: Readonly<Record<Stage, Explain>> = {
  idle: () => 'Your device is ready.',
  consent: ({ activity }) => (activity === undefined ? undefined : asks[activity]) ?? asks.create ?? '',
  'choose-pin': () =>
    'Each digit starts at a random number. After four digits, you can choose OK to finish. Never type this PIN on a computer.',
  'repeat-pin': () => 'Enter the same PIN again. If the two don’t match, you can choose again.',
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? 'Take a new sheet of paper, and make sure you’re alone. The code isn’t your recovery phrase: it opens the file and nothing else.'
      : 'Have pen and paper ready, and make sure you’re alone. Write by hand: no photos, no files, no printers.',
  hold: () => 'Hold the right button until the bar is full. If you let go, it starts over.',
  words: ({ activity }) =>
    `Write down the ${isAboutCode(activity) ? 'code word' : 'word'} on the device, with its number. You can go back and forth.`,
  written({ activity }) {
    if (isAboutCode(activity))
      return 'Compare your paper with the device again, then confirm the whole code.';
    return activity === 'reveal'
      ? 'Finish on the device, or press both buttons to confirm every word from your paper.'
      : 'Compare your paper with the device again, then confirm every word.';
  },
  confirm: () =>
    'The device asks for every word in turn and shows how far you are. Pick the one on your paper. If you pick a wrong one, it shows you that word and starts again from the first.',
  finish: ({ activity }) =>
    activity === 'backup-file'
      ? 'Release the file on the device. This app then saves it, still encrypted.'
      : 'Finish on the device. It then gives this app the wallet ID and nothing else.',
  'enter-pin': () => 'Enter your PIN on the device. We’ll continue from there.',
  unfinished: () => 'Resume on the device to see your words again, or discard the wallet and start over.',
  discard: () => 'Your device asks whether to delete this wallet. You won’t need its words any more.',
  'entry-method': ({ activity }) =>
    `Choose on the device how to enter ${isAboutCode(activity) ? 'the backup code' : 'your words'}. Halving gives the least away to anyone listening.`,
  'enter-words': ({ activity }) =>
    isAboutCode(activity)
      ? 'Enter the 12 code words on the device exactly as they are on your paper. If they can’t be right, it says so.'
      : 'Enter the words on the device exactly as they are on your paper. If they can’t be right, it says so and lets you look again.',
  result: ({ activity }) =>
    activity === 'restore'
      ? 'Compare the wallet ID on the device with the one on your form. Nothing is stored yet.'
      : 'Your device shows the result. Press its right button to continue.',
  wipe: () => 'Only your written words can bring the wallet back. Let go, or go back, to keep it.',
  'pins-differ': () => 'Press the right button on the device and choose a PIN again.',
  'wrong-pin': () => 'Press the right button on the device and enter your PIN again.',
  wiped: () =>
    'Your device is now empty. Your written words can restore the wallet, here or on another device.',
  fault: () =>
    'Your device found a fault in itself and stopped. Press its right button to see what it holds.',
  entropy: () => 'Your device and this computer are each adding randomness. This takes a moment.',
  dice: () => 'Roll a die and enter each number on the device. Never type your rolls on this computer.',
  'seed-qr': () => 'Copy the squares from the device by hand. Never point a camera or phone at its screen.',
  stopped: () => 'Press OK on the device.',
  unknown: () =>
    'Your device is newer than this app: it shows a step this app doesn’t know. Do what its screen says.',
  addresses: () =>
    'Compare both addresses with your other wallet. They’re on the device and nowhere else: this app doesn’t learn them.',
};

function explanation(stage: Stage, facts: StageFacts): string {
  if (facts.activity === 'unknown') return always.unknown(facts);
  const own = facts.activity === 'seed-qr' ? ofSeedQr[stage] : undefined;
  return (own ?? always[stage])(facts);
}

export const explanationsInEnglish: Explanations = {
  explanation,
  announcement(stage, facts) {
    if (stage === 'words' && facts.activity !== 'unknown') {
      return `${wordHeading(facts.activity)} ${facts.position} of ${facts.total} is on your device.`;
    }
    const { title } = stageSentences(stage, facts);
    return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explanation(stage, facts)}`;
  },
  coming: {
    'enter-words': (words) => `By halving, it’s 11 presses a word, for ${words} words.`,
    confirm: (words) => `${words} questions, one for each word.`,
  },
  compare: {
    title: 'What do I compare them with?',
    body: ({ ethereum, bitcoin }) => [
      'Ethereum: open MetaMask, or whatever wallet the words were used in, and look at the address of its first account.',
      'Bitcoin: look for the first receiving address of the kind that begins with bc1q. Wallets move on to a new one after each payment, so look in the list of all addresses.',
      'A difference alone proves nothing. Another account, another path or a passphrase gives other addresses, and accounts imported into MetaMask don’t come from the words at all.',
      `For those who know paths: ${ethereum} and ${bitcoin}.`,
    ],
  },
  walkthrough: {
    title: 'How do I enter a word?',
    lead: (word) =>
      `Here’s how to enter “${word}”, a word that’s no secret. Enter your own words on the device, and nowhere else.`,
    ways: { halving: 'By halving', letters: 'By letters' },
    half: (word, first, last, side) =>
      first === last
        ? `Only “${word}” is left on this side. Press ${side}, and it’s entered.`
        : `In the alphabet, “${word}” comes between “${first}” and “${last}”. Press ${side}.`,
    turn: (letter) => `Turn the wheel to “${letter}”, then press both buttons.`,
    pick: (word) => `Only a few words are left. Move the bar to “${word}”, then press both buttons.`,
  },
};
