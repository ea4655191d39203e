/**
 * What the page says while a stock Ledger leads: per screen, and as that model is operated. The device's own texts
 * are Ledger's and differ between firmware versions, so these say what to do there and quote nothing.
 */
import type { LedgerWay } from '../ceremony/ledger-state.ts';
import { ledgerInputs, type LedgerInput } from '../protocol/ledger/models.ts';
import type { OnboardingScreen } from '../protocol/ledger/onboarding-flags.ts';
import type { LedgerReading } from '../signer/ledger/reading.ts';

export interface LedgerSentences {
  readonly title: string;
  readonly explain: string;
  /** What the two buttons do now; empty on a touch screen. */
  readonly left?: string | undefined;
  readonly right?: string | undefined;
  readonly both?: string | undefined;
  /** What a finger does now; empty on a model with buttons. */
  readonly touch?: string | undefined;
}

type Onboarding = Extract<LedgerReading, { kind: 'onboarding' }>;

interface Operation {
  readonly buttons: Pick<LedgerSentences, 'left' | 'right' | 'both'>;
  readonly touch: string;
}

const turnPages: Operation = { buttons: { left: 'Back', right: 'Next' }, touch: 'Tap to go on' };
const pickOption: Operation = {
  buttons: { left: 'Turn', right: 'Turn', both: 'Choose' },
  touch: 'Tap what you choose',
};
const enterDigits: Operation = {
  buttons: { left: 'Down', right: 'Up', both: 'Enter' },
  touch: 'Tap the digits',
};
const enterLetters: Operation = {
  buttons: { left: 'Turn', right: 'Turn', both: 'Enter' },
  touch: 'Type on the device’s screen',
};

const operations: Record<OnboardingScreen, Operation> = {
  'welcome-1': turnPages,
  'welcome-2': turnPages,
  'welcome-3': turnPages,
  'welcome-4': turnPages,
  'welcome-reminder': turnPages,
  'set-up-choice': pickOption,
  pin: enterDigits,
  'new-words': turnPages,
  'confirm-words': pickOption,
  'restore-words': enterLetters,
  'safety-warnings': turnPages,
  ready: turnPages,
  'choose-name': enterLetters,
  'restore-by-recover': pickOption,
  'restore-choice': pickOption,
  'early-check': pickOption,
  'restore-by-key': pickOption,
};

const welcome = {
  title: 'Start on the device',
  buttons:
    'Read its pages with the right button until it offers to set itself up. Have pen and paper ready, and be alone in the room.',
  touch:
    'Read its pages and tap on until it offers to set itself up. Have pen and paper ready, and be alone in the room.',
};

function at(
  position: number,
  total: number | undefined,
  some: string,
  each: (place: string) => string,
): string {
  return position === 0 || total === undefined ? some : each(`${position} of ${total}`);
}

function titleAndExplain(
  { screen, position, wordCount }: Onboarding,
  input: LedgerInput,
  way: LedgerWay,
): {
  title: string;
  explain: string;
} {
  const buttons = input === 'buttons';
  switch (screen) {
    case 'welcome-1':
    case 'welcome-2':
    case 'welcome-3':
    case 'welcome-4':
    case 'welcome-reminder':
      return { title: welcome.title, explain: buttons ? welcome.buttons : welcome.touch };
    case 'early-check':
      return {
        title: 'Check now, or later',
        explain:
          'The device offers a check by Ledger’s own app. It needs Ledger’s server, so this page cannot do it. Skip it on the device and do it afterwards, or do it in Ledger’s app first.',
      };
    case 'choose-name':
      return {
        title: 'Name the device',
        explain: 'Any name will do. Choose it on the device, or keep the one it offers.',
      };
    case 'set-up-choice':
      return {
        title: 'New, or restore?',
        explain: buttons
          ? 'Turn to an option with left or right, and press both buttons to choose it. A new set-up makes new words; restoring takes the words of a paper that you have.'
          : 'Tap an option. A new set-up makes new words; restoring takes the words of a paper that you have.',
      };
    case 'restore-choice':
      return {
        title: 'How will you restore?',
        explain: 'Choose on the device. For a paper, choose the number of words that are on it.',
      };
    case 'pin':
      return {
        title: 'Choose a PIN',
        explain: buttons
          ? '4 to 8 digits. Left and right change a digit, both buttons enter it. Then enter the same PIN again. Never type it on a computer.'
          : '4 to 8 digits, tapped on the device, and then the same PIN again. Never type it on a computer.',
      };
    case 'new-words':
      return {
        title: at(position, wordCount, 'Write down the words', (place) => `Word ${place}`),
        explain: buttons
          ? 'Write down the word that the device shows, with its number. The left button goes back.'
          : 'Write down every word that the device shows, with its number. You can go back there.',
      };
    case 'confirm-words':
      return {
        title: at(position, wordCount, 'Confirm the words', (place) => `Confirm word ${place}`),
        explain: buttons
          ? 'The device asks for a word. Read it from your paper, turn to it with left or right, and press both buttons.'
          : 'The device asks for a word. Read it from your paper and tap it there.',
      };
    case 'restore-words':
      return {
        title: at(position, wordCount, 'Enter the words', (place) => `Enter word ${place}`),
        explain: buttons
          ? 'Enter it on the device, letter by letter: left and right turn, both buttons enter. Never type a word on a computer.'
          : 'Enter it on the device’s own screen. Never type a word on a computer.',
      };
    case 'restore-by-recover':
      return {
        title: 'Ledger Recover',
        explain:
          'The device restores from Ledger’s subscription, and Ledger’s own app leads you through it. Choose another way on the device to use a paper.',
      };
    case 'restore-by-key':
      return {
        title: 'Recovery Key',
        explain: 'Follow the device: it restores from the card that you hold against it.',
      };
    case 'safety-warnings':
      return {
        title: 'Read what it says about safety',
        explain:
          way === 'new'
            ? 'The words are on your paper only. Read the device’s last pages and agree there.'
            : 'Read the device’s last pages and agree there.',
      };
    case 'ready':
      return { title: 'Almost there', explain: 'The device says that it is ready. Finish there.' };
  }
}

/** What the page says about a reading of the set-up. */
export function ledgerSentences(reading: Onboarding, way: LedgerWay): LedgerSentences {
  const input = ledgerInputs[reading.device.model];
  const operation = operations[reading.screen];
  const words = titleAndExplain(reading, input, way);
  return input === 'buttons' ? { ...words, ...operation.buttons } : { ...words, touch: operation.touch };
}
