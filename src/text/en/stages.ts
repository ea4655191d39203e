/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds
 * what is in `explanations.ts`.
 */
import { codeWordCount, isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity, Stage } from '../../protocol/public-state.ts';
import { seedQrSentences } from './seed-qr-stages.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

export const neverShare = 'No one should ever ask for these words. No computer, no website, no helper.';

/** What one of the words of a ceremony is called. */
export const wordLabel = (activity: Activity | undefined): string =>
  isAboutCode(activity) ? 'code word' : 'word';

/** The same at the beginning of a sentence. */
export const wordHeading = (activity: Activity | undefined): string =>
  isAboutCode(activity) ? 'Code word' : 'Word';

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
        ? 'Enter the words you have on paper.'
        : `Enter the ${wordCount} words you have on paper.`,
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
    body: "You'll need your current PIN.",
  }),
  wipe: () => ({
    title: 'Wipe device?',
    body: "Without your written words, the wallet can't be restored.",
  }),
  rename: () => ({
    title: 'Rename?',
    body: 'Give this device a new name.',
  }),
  language: () => ({
    title: 'New language?',
    body: 'This device can speak another language.',
  }),
  'backup-file': () => ({
    title: 'Backup file?',
    body: 'This computer gets an encrypted copy. Only a code on your paper opens it.',
  }),
  'check-file': () => ({
    title: 'Check file?',
    body: 'Is the file a good copy of this wallet? You need its backup code.',
  }),
  'restore-file': () => ({
    title: 'Restore file?',
    body: 'Restore the wallet in a backup file. You need its backup code.',
  }),
  addresses: () => ({
    title: 'Addresses?',
    body: "This wallet's first Ethereum and Bitcoin address, on this screen only.",
  }),
  identify: ({ wordCount }) => ({
    title: 'Which wallet?',
    body:
      wordCount === 0
        ? 'Enter words and see the addresses they open. Nothing is stored.'
        : `Enter ${wordCount} words and see the addresses they open. Nothing is stored.`,
  }),
  app: () => ({
    title: 'An app asks',
    body: 'Read it on the device, and answer there.',
  }),
} as const satisfies Partial<Record<Activity, (facts: StageFacts) => Question>>;

function asksFor(activity: Activity | undefined): keyof typeof asks {
  return activity !== undefined && activity in asks ? (activity as keyof typeof asks) : 'create';
}

const always = {
  idle: () => ({ title: 'Ready', body: 'Start in the app.' }),
  consent: (facts) => ({
    ...asks[asksFor(facts.activity)](facts),
    // What the buttons say is the app's.
    ...(facts.activity !== 'app' && { left: 'No', right: 'Yes' }),
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
          body: `Write down ${codeWordCount} code words. No one should ever ask for them.`,
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
    title: `${wordHeading(activity)} ${position} of ${total}`,
    left: 'Back',
    right: 'Next',
  }),
  written: ({ wordCount, activity }) =>
    isAboutCode(activity)
      ? {
          title: 'All written?',
          body: `Next, confirm all ${codeWordCount} code words. There, both buttons choose.`,
          left: 'Back',
          right: 'Confirm',
        }
      : activity === 'reveal'
        ? {
            title: 'All seen?',
            body: 'You can confirm your words now, as when you first wrote them.',
            left: 'Back',
            both: 'Confirm',
            right: 'Done',
          }
        : {
            title: 'All written?',
            body: `Next, confirm all ${wordCount} words. There, both buttons choose.`,
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
        body: 'The computer gets the file. It can keep it but never read it.',
        left: 'Stop',
        right: 'Release',
      };
    const restored = activity === 'restore' || activity === 'restore-file';
    return {
      title: restored ? 'Restored' : 'Backed up',
      body: restored ? 'The wallet is on this device.' : 'You confirmed every word.',
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
    body: 'Finish the backup before you can use this wallet.',
    left: 'Discard',
    right: 'Resume',
  }),
  discard: () => ({
    title: 'Discard wallet?',
    body: 'Hold the right button to delete it. No undo.',
    left: 'Keep',
    right: 'Hold',
  }),
  'entry-method': ({ activity, wordCount }) => ({
    title: 'Entry method',
    body: `${isAboutCode(activity) ? 'Backup code' : wordCount === 0 ? 'Words' : `${wordCount} words`}: by letters, or by halving, 11 presses each.`,
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
    title: 'PINs differ',
    body: "The two PINs don't match. Choose again.",
    right: 'Again',
  }),
  'wrong-pin': () => ({
    title: 'Wrong PIN',
    body: 'After three wrong PINs, this device wipes itself.',
    right: 'Again',
  }),
  wiped: () => ({
    title: 'Wiped',
    body: 'Three wrong PINs: the wallet is gone. Your words can restore it.',
    right: 'OK',
  }),
  fault: () => ({
    title: 'Device fault',
    body: "Don't use this device for a wallet.",
    right: 'OK',
  }),
  entropy: ({ wordCount }) => ({
    title: 'Randomness',
    body: `${wordCount === 0 ? '' : `${wordCount} words. `}Your computer adds randomness and checks this device.`,
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
  unknown: () => ({
    title: "Follow the device's screen",
  }),
  stopped: () => ({
    title: 'Stopped',
    body: 'The computer stopped this.',
    right: 'OK',
  }),
  addresses: () => ({
    title: 'Addresses',
    body: 'These words open the two that follow. With a passphrase, others.',
    left: 'Stop',
    right: 'Next',
  }),
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. In an activity that a host doesn't know, no stage means what it means elsewhere. */
export function stageSentences(stage: Stage, facts: StageFacts): StageSentences {
  if (facts.activity === 'unknown') return always.unknown();
  return seedQrSentences(stage, facts) ?? always[stage](facts);
}
