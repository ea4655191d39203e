/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds
 * what is in `explanations.ts`.
 */
import { codeWordCount, isAboutCode, wordTitle } from './backup-code.ts';
import type { Activity, Stage } from './public-state.ts';
import { seedQrSentences } from './seed-qr-sentences.ts';
import type { StageFacts, StageSentences } from './stage-facts.ts';

export const neverShare = 'Nobody may ever ask for these words. No computer, no website, no helper.';

type Question = Pick<StageSentences, 'title'> & { readonly body: string };

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
  }),
  restore: ({ wordCount }) => ({
    title: 'Restore?',
    body:
      wordCount === 0
        ? 'Enter the words of a wallet that you have on paper.'
        : `Enter the ${wordCount} words of a wallet that you have on paper.`,
  }),
  reveal: () => ({
    title: 'Show words?',
    body: 'The app asks to show your recovery phrase on this screen.',
  }),
  check: () => ({
    title: 'Check backup?',
    body: 'Enter your written words here. The device says whether they match.',
  }),
  'change-pin': () => ({
    title: 'Change PIN?',
    body: 'You need the PIN that you have now.',
  }),
  wipe: () => ({
    title: 'Wipe device?',
    body: 'Without your written words, the wallet is lost for ever.',
  }),
  rename: () => ({
    title: 'Rename?',
    body: 'Give this device a new name.',
  }),
  'backup-file': () => ({
    title: 'Backup file?',
    body: 'This computer gets an encrypted copy. A code on your paper opens it.',
  }),
  'check-file': () => ({
    title: 'Check file?',
    body: 'Is the file a good copy of this wallet? You need its backup code.',
  }),
  'restore-file': () => ({
    title: 'Restore file?',
    body: 'Restore the wallet in a backup file. You need its backup code.',
  }),
} as const satisfies Partial<Record<Activity, (facts: StageFacts) => Question>>;

function asksFor(activity: Activity | undefined): keyof typeof asks {
  return activity !== undefined && activity in asks ? (activity as keyof typeof asks) : 'create';
}

const always = {
  idle: () => ({ title: 'Ready', body: 'Start in the app.' }),
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
  }),
  'repeat-pin': () => ({
    title: 'Repeat the PIN',
    body: 'The same digits again',
    left: 'Down',
    right: 'Up',
    both: 'Enter',
  }),
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Backup code',
          body: `Write down ${codeWordCount} code words. Nobody may ever ask for them.`,
          left: 'Stop',
          right: 'Next',
        }
      : {
          title: 'Pen and paper',
          body: neverShare,
          left: 'Stop',
          right: 'Next',
        },
  hold: ({ activity }) => ({
    title: 'Hold to reveal',
    body: isAboutCode(activity)
      ? 'Hold the right button to see the backup code.'
      : 'Hold the right button to see your words.',
    left: 'Back',
    right: 'Hold',
  }),
  words: ({ position, total, activity }) => ({
    title: `${wordTitle(activity)} ${position} of ${total}`,
    left: 'Back',
    right: 'Next',
  }),
  written: ({ wordCount, activity }) =>
    isAboutCode(activity)
      ? {
          title: 'All written?',
          body: `Next you confirm all ${codeWordCount} code words. Press both buttons to choose.`,
          left: 'Back',
          right: 'Confirm',
        }
      : activity === 'reveal'
        ? {
            title: 'All seen?',
            body: 'You can confirm the words, as after writing them down.',
            left: 'Back',
            both: 'Confirm',
            right: 'Done',
          }
        : {
            title: 'All written?',
            body: `Next you confirm all ${wordCount} words. Press both buttons to choose.`,
            left: 'Back',
            right: 'Confirm',
          },
  confirm: ({ activity }) => ({
    title: isAboutCode(activity) ? 'Confirm code' : 'Confirm words',
    left: 'Up',
    right: 'Down',
    both: 'Choose',
  }),
  finish: ({ activity }) => {
    if (activity === 'backup-file')
      return {
        title: 'Release file?',
        body: 'The computer gets the file: it can keep it, and never read it.',
        left: 'Stop',
        right: 'Release',
      };
    const restored = activity === 'restore' || activity === 'restore-file';
    return {
      title: restored ? 'Restored' : 'Backed up',
      body: restored ? 'The wallet is on this device.' : 'Every word is confirmed.',
      right: 'Finish',
    };
  },
  'enter-pin': () => ({
    title: 'Enter your PIN',
    left: 'Down',
    right: 'Up',
    both: 'Enter',
  }),
  unfinished: () => ({
    title: 'Not backed up',
    body: 'The backup is unfinished. Until it is done, this wallet cannot be used.',
    left: 'Discard',
    right: 'Resume',
  }),
  discard: () => ({
    title: 'Discard wallet?',
    body: 'Hold the right button to delete it for ever.',
    left: 'Keep',
    right: 'Hold',
  }),
  'entry-method': () => ({
    title: 'How to enter?',
    body: 'By letters, or by halving the list: always 11 presses a word.',
    left: 'Letters',
    right: 'Halving',
  }),
  'enter-words': ({ activity }) => ({
    title: isAboutCode(activity) ? 'Enter code' : 'Enter words',
  }),
  result: () => ({
    title: 'The result',
    right: 'OK',
  }),
  wipe: () => ({
    title: 'Hold to wipe',
    body: 'Hold the right button to delete the wallet.',
    left: 'Keep',
    right: 'Hold',
  }),
  'pins-differ': () => ({
    title: 'Not the same',
    body: 'The two PINs differ. Choose a PIN again.',
    right: 'Again',
  }),
  'wrong-pin': () => ({
    title: 'Wrong PIN',
    body: 'After three wrong PINs this device wipes itself.',
    right: 'Again',
  }),
  wiped: () => ({
    title: 'Wiped',
    body: 'Three wrong PINs: the wallet is gone. Your written words still open it.',
    right: 'OK',
  }),
  fault: () => ({
    title: 'Device fault',
    body: 'Do not use this device for a wallet.',
    right: 'OK',
  }),
  entropy: () => ({
    title: 'Randomness',
    body: 'Your computer adds randomness of its own and checks this device.',
    left: 'Stop',
  }),
  dice: () => ({
    title: 'Roll the dice',
    left: 'Down',
    right: 'Up',
    both: 'Enter',
  }),
  'seed-qr': () => ({
    title: 'SeedQR',
    left: 'Back',
    right: 'Next',
  }),
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. */
export function stageSentences(stage: Stage, facts: StageFacts): StageSentences {
  return seedQrSentences(stage, facts) ?? always[stage](facts);
}
