/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds `explain`.
 */
import { codeWordCount, isAboutCode, wordTitle } from './backup-code.ts';
import type { Activity, Stage } from './public-state.ts';

export interface StageSentences {
  /** One line on the glass, as large as it fits. */
  readonly title: string;
  /** Up to three lines on the glass. */
  readonly body?: string;
  /** What the buttons do now; shown at the foot of the glass. */
  readonly left?: string;
  readonly right?: string;
  readonly both?: string;
  /** What the host adds, for a person who looks up from the device. */
  readonly explain: string;
}

export const neverShare = 'Nobody may ever ask for these words. No computer, no website, no helper.';

export interface StageFacts {
  readonly position: number;
  readonly total: number;
  /** 0 when it is not known: a host that finds a device in the middle of its question. */
  readonly wordCount: number;
  /** What the stage belongs to; a stage such as consent asks something else in each ceremony. */
  readonly activity?: Activity | undefined;
  /** What is mixed into a new phrase, as far as it is known. */
  readonly entropyCheck?: boolean | undefined;
  readonly dice?: boolean | undefined;
}

type Question = Pick<StageSentences, 'title' | 'explain'> & { readonly body: string };

const computerMixes = 'adds and checks randomness.';

/** Everything that shapes the new wallet is said before the person agrees to it. */
function newWalletBody({ wordCount, entropyCheck, dice }: StageFacts): string {
  if (wordCount === 0) return 'Create a wallet with a new recovery phrase.';
  if (dice === true) {
    return `${wordCount} words. You roll dice${entropyCheck === true ? `, and this computer ${computerMixes}` : '.'}`;
  }
  return entropyCheck === true
    ? `${wordCount} words. This computer ${computerMixes}`
    : `Create a wallet with a recovery phrase of ${wordCount} words.`;
}

/** What a device asks before a ceremony begins. */
const asks = {
  create: (facts) => ({
    title: 'New wallet?',
    body: newWalletBody(facts),
    explain: 'Check that the device names the number of words that you chose, then agree on the device.',
  }),
  restore: ({ wordCount }) => ({
    title: 'Restore?',
    body:
      wordCount === 0
        ? 'Enter the words of a wallet that you have on paper.'
        : `Enter the ${wordCount} words of a wallet that you have on paper.`,
    explain: 'Agree on the device, then enter the words there. They never pass through this computer.',
  }),
  reveal: () => ({
    title: 'Show words?',
    body: 'The app asks to show your recovery phrase on this screen.',
    explain: 'Agree on the device if you asked for this. The words appear there, and nowhere else.',
  }),
  check: () => ({
    title: 'Check backup?',
    body: 'Enter your written words here. The device says whether they match.',
    explain: 'Have your paper at hand and agree on the device. Nothing on the device changes.',
  }),
  'change-pin': () => ({
    title: 'Change PIN?',
    body: 'You need the PIN that you have now.',
    explain: 'Agree on the device. It asks for the PIN that you have now, then twice for the new one.',
  }),
  wipe: () => ({
    title: 'Wipe device?',
    body: 'Without your written words, the wallet is lost for ever.',
    explain: 'Be sure that you have your words on paper. The device deletes the wallet after a hold.',
  }),
  rename: () => ({
    title: 'Rename?',
    body: 'Give this device a new name.',
    explain: 'Check the name on the device, then agree there.',
  }),
  'backup-file': () => ({
    title: 'Backup file?',
    body: 'This computer gets an encrypted copy. A code on your paper opens it.',
    explain: 'Agree on the device. It then shows a backup code of its own, to be written down and confirmed.',
  }),
  'check-file': () => ({
    title: 'Check file?',
    body: 'Is the file a good copy of this wallet? You need its backup code.',
    explain: 'Have the paper with the backup code at hand and agree on the device. Nothing changes there.',
  }),
  'restore-file': () => ({
    title: 'Restore file?',
    body: 'Restore the wallet in a backup file. You need its backup code.',
    explain:
      'Compare the wallet id that the device shows, agree there, and enter the backup code on the device.',
  }),
} as const satisfies Partial<Record<Activity, (facts: StageFacts) => Question>>;

function asksFor(activity: Activity | undefined): keyof typeof asks {
  return activity !== undefined && activity in asks ? (activity as keyof typeof asks) : 'create';
}

const always = {
  idle: () => ({ title: 'Ready', body: 'Start in the app.', explain: 'The device waits for you.' }),
  consent: (facts) => ({
    ...asks[asksFor(facts.activity)](facts),
    left: 'No',
    right: 'Yes',
  }),
  'choose-pin': () => ({
    title: 'Choose a PIN',
    body: '4 to 8 digits',
    left: 'Down',
    right: 'Up',
    both: 'Enter',
    explain:
      'Each digit starts at a random number. After four digits, choose OK to finish. Never type this PIN on a computer.',
  }),
  'repeat-pin': () => ({
    title: 'Repeat the PIN',
    body: 'The same digits again',
    left: 'Down',
    right: 'Up',
    both: 'Enter',
    explain: 'Enter the same PIN once more. If the two differ, the device lets you choose again.',
  }),
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Backup code',
          body: `Write down ${codeWordCount} code words. Nobody may ever ask for them.`,
          left: 'Stop',
          right: 'Next',
          explain:
            'Take a new sheet of paper, and be alone in the room. The code is not your recovery phrase: it opens the file, and nothing else.',
        }
      : {
          title: 'Pen and paper',
          body: neverShare,
          left: 'Stop',
          right: 'Next',
          explain:
            'Have pen and paper ready, and be alone in the room. Write by hand: no photo, no file, no printer.',
        },
  hold: ({ activity }) => ({
    title: 'Hold to reveal',
    body: isAboutCode(activity)
      ? 'Hold the right button to see the backup code.'
      : 'Hold the right button to see your words.',
    left: 'Back',
    right: 'Hold',
    explain: 'Keep the right button down until the bar is full. Letting go starts it again.',
  }),
  words: ({ position, total, activity }) => ({
    title: `${wordTitle(activity)} ${position} of ${total}`,
    left: 'Back',
    right: 'Next',
    explain: isAboutCode(activity)
      ? 'Write down the code word that the device shows, with its number. You can go back and forth.'
      : 'Write down the word that the device shows, with its number. You can go back and forth.',
  }),
  written: ({ wordCount, activity }) =>
    isAboutCode(activity)
      ? {
          title: 'All written?',
          body: `Next you confirm all ${codeWordCount} code words. Press both buttons to choose.`,
          left: 'Back',
          right: 'Confirm',
          explain: 'Compare your paper with the device once more, then go on to confirm the whole code.',
        }
      : activity === 'reveal'
        ? {
            title: 'All seen?',
            body: 'You can confirm the words, as after writing them down.',
            left: 'Back',
            both: 'Confirm',
            right: 'Done',
            explain: 'Finish on the device, or press both buttons to confirm every word from your paper.',
          }
        : {
            title: 'All written?',
            body: `Next you confirm all ${wordCount} words. Press both buttons to choose.`,
            left: 'Back',
            right: 'Confirm',
            explain: 'Compare your paper with the device once more, then go on to confirm every word.',
          },
  confirm: ({ activity }) => ({
    title: isAboutCode(activity) ? 'Confirm code' : 'Confirm words',
    left: 'Up',
    right: 'Down',
    both: 'Choose',
    explain:
      'The device asks for every word in turn: choose it as it is on your paper. After a slip it shows the word once more.',
  }),
  finish: ({ activity }) => {
    if (activity === 'backup-file')
      return {
        title: 'Release file?',
        body: 'The computer gets the file: it can keep it, and never read it.',
        left: 'Stop',
        right: 'Release',
        explain: 'Release the file on the device. This app then saves it, encrypted as it is.',
      };
    const restored = activity === 'restore' || activity === 'restore-file';
    return {
      title: restored ? 'Restored' : 'Backed up',
      body: restored ? 'The wallet is on this device.' : 'Every word is confirmed.',
      right: 'Finish',
      explain: 'Finish on the device. It then tells this app the wallet id, and nothing else.',
    };
  },
  'enter-pin': () => ({
    title: 'Enter your PIN',
    left: 'Down',
    right: 'Up',
    both: 'Enter',
    explain: 'Enter the PIN on the device. This app goes on by itself.',
  }),
  unfinished: () => ({
    title: 'Not backed up',
    body: 'The backup is unfinished. Until it is done, this wallet cannot be used.',
    left: 'Discard',
    right: 'Resume',
    explain: 'Resume on the device to see the words again, or discard the wallet and start anew.',
  }),
  discard: () => ({
    title: 'Discard wallet?',
    body: 'Hold the right button to delete it for ever.',
    left: 'Keep',
    right: 'Hold',
    explain: 'The device asks whether to delete this wallet. Its words will open nothing from here on.',
  }),
  'entry-method': ({ activity }) => ({
    title: 'How to enter?',
    body: 'By letters, or by halving the list: always 11 presses a word.',
    left: 'Letters',
    right: 'Halving',
    explain: isAboutCode(activity)
      ? 'Choose on the device how to enter the backup code. Halving gives away least to somebody who listens.'
      : 'Choose on the device how to enter your words. Halving gives away least to somebody who listens.',
  }),
  'enter-words': ({ activity }) => ({
    title: isAboutCode(activity) ? 'Enter code' : 'Enter words',
    explain: isAboutCode(activity)
      ? 'Enter the 12 code words from your paper on the device. Never type them here.'
      : 'Enter the words from your paper on the device, one after the other. Never type them here.',
  }),
  result: () => ({
    title: 'The result',
    right: 'OK',
    explain: 'The device shows the result. Press the right button there to go on.',
  }),
  wipe: () => ({
    title: 'Hold to wipe',
    body: 'Hold the right button to delete the wallet.',
    left: 'Keep',
    right: 'Hold',
    explain: 'Only your written words can bring the wallet back afterwards. Let go, or go back, to keep it.',
  }),
  'pins-differ': () => ({
    title: 'Not the same',
    body: 'The two PINs differ. Choose a PIN again.',
    right: 'Again',
    explain: 'Press the right button on the device and choose the PIN once more.',
  }),
  'wrong-pin': () => ({
    title: 'Wrong PIN',
    body: 'After three wrong PINs this device wipes itself.',
    right: 'Again',
    explain: 'Press the right button on the device and enter the PIN once more.',
  }),
  wiped: () => ({
    title: 'Wiped',
    body: 'Three wrong PINs: the wallet is gone. Your written words still open it.',
    right: 'OK',
    explain: 'The device is empty now. Your written words restore the wallet, on this device or on another.',
  }),
  fault: () => ({
    title: 'Device fault',
    body: 'Do not use this device for a wallet.',
    right: 'OK',
    explain:
      'The device found a fault in itself and stopped. Press the right button there to see what it holds.',
  }),
  entropy: () => ({
    title: 'Randomness',
    body: 'Your computer adds randomness of its own and checks this device.',
    left: 'Stop',
    explain: 'The device and this computer each add randomness. Nothing is shown yet; wait a moment.',
  }),
  dice: () => ({
    title: 'Roll the dice',
    left: 'Down',
    right: 'Up',
    both: 'Enter',
    explain: 'Roll a die and enter each number on the device. Never tell this computer what you rolled.',
  }),
  'seed-qr': () => ({
    title: 'SeedQR',
    left: 'Back',
    right: 'Next',
    explain: 'Copy the squares from the device by hand. Never point a camera or a phone at its screen.',
  }),
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. */
export function stageSentences(stage: Stage, facts: StageFacts): StageSentences {
  return always[stage](facts);
}

/** What the host announces in its one live region: progress, never a word. */
export function announcement(stage: Stage, facts: StageFacts): string {
  if (stage === 'words') {
    return `${wordTitle(facts.activity)} ${facts.position} of ${facts.total} is on your device.`;
  }
  const { title, explain } = stageSentences(stage, facts);
  return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explain}`;
}
