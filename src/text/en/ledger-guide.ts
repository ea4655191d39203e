import type { LedgerWay } from '../../devices/ledger/ledger-state.ts';
import { ledgerInputs, type LedgerInput } from '../../protocol/ledger/models.ts';
import { ledgerOperations, type LedgerOperation } from '../../protocol/ledger/operation.ts';
import type {
  LedgerGuide,
  LedgerOperationTexts,
  LedgerSentences,
  Onboarding,
} from '../types/ledger-guide.ts';

const operations: Readonly<Record<LedgerOperation, LedgerOperationTexts>> = {
  'turn-pages': { buttons: { left: 'Back', right: 'Next' }, touch: 'Tap to continue' },
  'pick-option': {
    buttons: { left: 'Turn', right: 'Turn', both: 'Choose' },
    touch: 'Tap your choice',
  },
  'enter-digits': {
    buttons: { left: 'Down', right: 'Up', both: 'Enter' },
    touch: 'Tap the digits',
  },
  'enter-letters': {
    buttons: { left: 'Turn', right: 'Turn', both: 'Enter' },
    touch: 'Type on the device’s screen',
  },
};

const welcome = {
  title: 'Start on the device',
  buttons:
    'Press the right button to read its pages until it offers setup. Have pen and paper ready, and make sure you’re alone.',
  touch: 'Tap through its pages until it offers setup. Have pen and paper ready, and make sure you’re alone.',
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
          'The device offers a check by Ledger’s own app. That needs Ledger’s server, so this page can’t do it. Skip it on the device and do it later, or do it in Ledger’s app first.',
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
          ? 'Press left or right to find an option, and both buttons to choose it. Set up as new to get new words, or restore to enter words you already have on paper.'
          : 'Tap an option. Set up as new to get new words, or restore to enter words you already have on paper.',
      };
    case 'restore-choice':
      return {
        title: 'How will you restore?',
        explain: 'Choose on the device. To restore from paper, choose how many words are on it.',
      };
    case 'pin':
      return {
        title: 'Choose a PIN',
        explain: buttons
          ? '4 to 8 digits. Press left or right to change a digit and both buttons to enter it. Then enter the same PIN again. Never type it on a computer.'
          : 'Tap 4 to 8 digits on the device, then the same PIN again. Never type it on a computer.',
      };
    case 'new-words':
      return {
        title: at(position, wordCount, 'Write down the words', (place) => `Word ${place}`),
        explain: buttons
          ? 'Write down the word on the device, with its number. Press left to go back.'
          : 'Write down every word on the device, with its number. You can go back on the device.',
      };
    case 'confirm-words':
      return {
        title: at(position, wordCount, 'Confirm the words', (place) => `Confirm word ${place}`),
        explain: buttons
          ? 'The device asks for a word. Find it on your paper, press left or right until it appears, then press both buttons.'
          : 'The device asks for a word. Find it on your paper and tap it on the device.',
      };
    case 'restore-words':
      return {
        title: at(position, wordCount, 'Enter the words', (place) => `Enter word ${place}`),
        explain: buttons
          ? 'Enter it on the device letter by letter: left and right to change, both buttons to enter. Never type a word on a computer.'
          : 'Enter it on the device’s own screen. Never type a word on a computer.',
      };
    case 'restore-by-recover':
      return {
        title: 'Ledger Recover',
        explain:
          'The device restores from Ledger’s subscription, and Ledger’s own app takes you through it. To use your paper, choose another way on the device.',
      };
    case 'restore-by-key':
      return {
        title: 'Recovery Key',
        explain: 'Follow the device: it restores from the card you hold against it.',
      };
    case 'safety-warnings':
      return {
        title: 'Read its safety advice',
        explain:
          way === 'new'
            ? 'Your words are only on your paper. Read the device’s last pages and confirm there.'
            : 'Read the device’s last pages and confirm there.',
      };
    case 'ready':
      return { title: 'Almost there', explain: 'The device reports that it’s ready. Finish there.' };
  }
}

function sentences(reading: Onboarding, way: LedgerWay): LedgerSentences {
  const input = ledgerInputs[reading.device.model];
  const operation = operations[ledgerOperations[reading.screen]];
  const words = titleAndExplain(reading, input, way);
  return input === 'buttons' ? { ...words, ...operation.buttons } : { ...words, touch: operation.touch };
}

export const ledgerGuideInEnglish: LedgerGuide = { sentences };
