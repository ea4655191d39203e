/**
 * What a host adds to the device's own sentences, for a person who looks up from the device. A file of its own: the
 * device never draws them, and has no room for them.
 */
import { isAboutCode, wordTitle } from './backup-code.ts';
import { isWordCount, type Activity, type Stage } from './public-state.ts';
import { isSpecified } from './seed-qr.ts';
import { stageSentences } from './sentences.ts';
import type { StageFacts } from './stage-facts.ts';

type Explain = (facts: StageFacts) => string;

/** Before a ceremony begins. */
const asks: Partial<Record<Activity, string>> = {
  create: 'Check that the device names the number of words that you chose, then agree on the device.',
  restore: 'Agree on the device, then enter the words there. They never pass through this computer.',
  reveal: 'Agree on the device if you asked for this. The words appear there, and nowhere else.',
  check: 'Have your paper at hand and agree on the device. Nothing on the device changes.',
  'change-pin': 'Agree on the device. It asks for the PIN that you have now, then twice for the new one.',
  wipe: 'Be sure that you have your words on paper. The device deletes the wallet after a hold.',
  rename: 'Check the name on the device, then agree there.',
  'backup-file':
    'Agree on the device. It then shows a backup code of its own, to be written down and confirmed.',
  'check-file': 'Have the paper with the backup code at hand and agree on the device. Nothing changes there.',
  'restore-file':
    'Compare the wallet id that the device shows, agree there, and enter the backup code on the device.',
};

/** While a phrase is shown as a SeedQR, where it differs from showing words. */
const ofSeedQr: Partial<Record<Stage, Explain>> = {
  consent: () => 'Agree on the device if you asked for this. The squares appear there, and nowhere else.',
  warning: () =>
    'Have a pen and a blank grid ready, and be alone in the room. A photo of the squares is a photo of your words.',
  'entry-method': ({ wordCount }) =>
    isWordCount(wordCount) && !isSpecified(wordCount)
      ? 'The SeedQR specification knows 12 and 24 words. The device makes a Standard code, which any QR reader reads as digits, four for each word.'
      : 'Choose on the device. Any QR reader reads a Standard code as digits, four for each word; a Compact one is smaller, and means something to few devices.',
  written: () => 'Compare your squares with the device once more, block by block, then finish there.',
};

const always: Readonly<Record<Stage, Explain>> = {
  idle: () => 'The device waits for you.',
  consent: ({ activity }) => (activity === undefined ? undefined : asks[activity]) ?? asks.create ?? '',
  'choose-pin': () =>
    'Each digit starts at a random number. After four digits, choose OK to finish. Never type this PIN on a computer.',
  'repeat-pin': () => 'Enter the same PIN once more. If the two differ, the device lets you choose again.',
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? 'Take a new sheet of paper, and be alone in the room. The code is not your recovery phrase: it opens the file, and nothing else.'
      : 'Have pen and paper ready, and be alone in the room. Write by hand: no photo, no file, no printer.',
  hold: () => 'Keep the right button down until the bar is full. Letting go starts it again.',
  words: ({ activity }) =>
    `Write down the ${isAboutCode(activity) ? 'code word' : 'word'} that the device shows, with its number. You can go back and forth.`,
  written({ activity }) {
    if (isAboutCode(activity))
      return 'Compare your paper with the device once more, then go on to confirm the whole code.';
    return activity === 'reveal'
      ? 'Finish on the device, or press both buttons to confirm every word from your paper.'
      : 'Compare your paper with the device once more, then go on to confirm every word.';
  },
  confirm: () =>
    'The device asks for every word in turn: choose it as it is on your paper. After a slip it shows the word, and asks for all of them once more at the end.',
  finish: ({ activity }) =>
    activity === 'backup-file'
      ? 'Release the file on the device. This app then saves it, encrypted as it is.'
      : 'Finish on the device. It then tells this app the wallet id, and nothing else.',
  'enter-pin': () => 'Enter the PIN on the device. This app goes on by itself.',
  unfinished: () => 'Resume on the device to see the words again, or discard the wallet and start anew.',
  discard: () => 'The device asks whether to delete this wallet. Its words will open nothing from here on.',
  'entry-method': ({ activity }) =>
    `Choose on the device how to enter ${isAboutCode(activity) ? 'the backup code' : 'your words'}. Halving gives away least to somebody who listens.`,
  'enter-words': ({ activity }) =>
    isAboutCode(activity)
      ? 'Enter the 12 code words from your paper on the device. Never type them here.'
      : 'Enter the words from your paper on the device, one after the other. Never type them here.',
  result: () => 'The device shows the result. Press the right button there to go on.',
  wipe: () => 'Only your written words can bring the wallet back afterwards. Let go, or go back, to keep it.',
  'pins-differ': () => 'Press the right button on the device and choose the PIN once more.',
  'wrong-pin': () => 'Press the right button on the device and enter the PIN once more.',
  wiped: () =>
    'The device is empty now. Your written words restore the wallet, on this device or on another.',
  fault: () =>
    'The device found a fault in itself and stopped. Press the right button there to see what it holds.',
  entropy: () => 'The device and this computer each add randomness. Nothing is shown yet; wait a moment.',
  dice: () => 'Roll a die and enter each number on the device. Never tell this computer what you rolled.',
  'seed-qr': () => 'Copy the squares from the device by hand. Never point a camera or a phone at its screen.',
};

/** What the host says beside the device's sentences of a stage. */
export function explanation(stage: Stage, facts: StageFacts): string {
  const own = facts.activity === 'seed-qr' ? ofSeedQr[stage] : undefined;
  return (own ?? always[stage])(facts);
}

/** What the host announces in its one live region: progress, never a word. */
export function announcement(stage: Stage, facts: StageFacts): string {
  if (stage === 'words') {
    return `${wordTitle(facts.activity)} ${facts.position} of ${facts.total} is on your device.`;
  }
  const { title } = stageSentences(stage, facts);
  return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explanation(stage, facts)}`;
}
