/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds `explain`.
 */
import type { Stage } from './public-state.ts';

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
}

const always = {
  idle: () => ({ title: 'Ready', body: 'Start in the app.', explain: 'The device waits for you.' }),
  consent: ({ wordCount }) => ({
    title: 'New wallet?',
    body:
      wordCount === 0
        ? 'Create a wallet with a new recovery phrase.'
        : `Create a wallet with a recovery phrase of ${wordCount} words.`,
    left: 'No',
    right: 'Yes',
    explain: 'Check that the device names the number of words that you chose, then agree on the device.',
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
  warning: () => ({
    title: 'Pen and paper',
    body: neverShare,
    left: 'Stop',
    right: 'Next',
    explain:
      'Have pen and paper ready, and be alone in the room. Write by hand: no photo, no file, no printer.',
  }),
  hold: () => ({
    title: 'Hold to reveal',
    body: 'Hold the right button to see your words.',
    left: 'Back',
    right: 'Hold',
    explain: 'Keep the right button down until the bar is full. Letting go starts it again.',
  }),
  words: ({ position, total }) => ({
    title: `Word ${position} of ${total}`,
    left: 'Back',
    right: 'Next',
    explain: 'Write down the word that the device shows, with its number. You can go back and forth.',
  }),
  written: ({ wordCount }) => ({
    title: 'All written?',
    body: `Next you confirm all ${wordCount} words. Press both buttons to choose.`,
    left: 'Back',
    right: 'Confirm',
    explain: 'Compare your paper with the device once more, then go on to confirm every word.',
  }),
  confirm: () => ({
    title: 'Confirm words',
    left: 'Up',
    right: 'Down',
    both: 'Choose',
    explain: 'The device asks for every word in turn. Read it from your paper and choose it on the device.',
  }),
  finish: () => ({
    title: 'Backed up',
    body: 'Every word is confirmed.',
    right: 'Finish',
    explain: 'Finish on the device. It then tells this app the wallet id, and nothing else.',
  }),
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
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. */
export function stageSentences(stage: Stage, facts: StageFacts): StageSentences {
  return always[stage](facts);
}

/** What the host announces in its one live region: progress, never a word. */
export function announcement(stage: Stage, facts: StageFacts): string {
  if (stage === 'words') return `Word ${facts.position} of ${facts.total} is on your device.`;
  const { title, explain } = stageSentences(stage, facts);
  return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explain}`;
}
