/** The set-up of the persona, from "welcome" to "ready": the order of screens that each kind of device has. */
import { ledgerInputs } from '../../../src/protocol/ledger/models.ts';
import {
  ledgerWordCounts,
  type LedgerWordCount,
  type OnboardingScreen,
} from '../../../src/protocol/ledger/onboarding-flags.ts';
import type { Flow } from '../../core/glass/flow.ts';
import { erase } from '../../core/vault/memory/erase.ts';
import { phraseFromEntropy } from '../../core/vault/phrase/phrase.ts';
import { askPersona, chooseOption, enterDigits, type PersonaGlass, type Sentences } from './persona-glass.ts';
import type { PersonaModel } from './persona-model.ts';
import { restorePersonaWords } from './persona-restore.ts';
import { createPinCheck, isRightPin, type PinCheck } from './persona-storage.ts';
import { confirmWords, showPersonaWords } from './persona-words.ts';

export interface SetUpParts {
  readonly model: PersonaModel;
  /** Milliseconds of silence while keys are derived. */
  readonly derivingMs: number;
  /** Called as soon as there is a PIN: from here on the device can lock itself. */
  readonly onPin: (pin: PinCheck) => void;
}

const welcomePages: readonly { readonly screen: OnboardingScreen; readonly sentences: Sentences }[] = [
  {
    screen: 'welcome-1',
    sentences: { title: 'Welcome', body: 'A simulated Ledger. Test words only.', right: 'Next' },
  },
  {
    screen: 'welcome-2',
    sentences: {
      title: 'Your keys',
      body: 'They are made in here and stay here.',
      left: 'Back',
      right: 'Next',
    },
  },
  {
    screen: 'welcome-3',
    sentences: { title: 'Your words', body: 'They are the only backup.', left: 'Back', right: 'Next' },
  },
  {
    screen: 'welcome-4',
    sentences: {
      title: 'Your decisions',
      body: 'Read this screen before you agree.',
      left: 'Back',
      right: 'Next',
    },
  },
];

/** From the first welcome page past the last, back and forth. */
function* welcome(glass: PersonaGlass, first = 0): Flow<void> {
  for (let page = first; page < welcomePages.length;) {
    const shown = welcomePages[page];
    if (shown === undefined) return;
    glass.state.screen = shown.screen;
    page += (yield* askPersona(glass, shown.sentences)) === 'right' ? 1 : -1;
  }
}

function* choosePin(glass: PersonaGlass, parts: SetUpParts): Flow<void> {
  const { board, state } = glass;
  state.screen = 'pin';
  for (;;) {
    const first = yield* enterDigits(glass, 'Choose a PIN', '4 to 8 digits');
    const pin = createPinCheck(board, first);
    erase(first);
    const second = yield* enterDigits(glass, 'Repeat the PIN', 'The same digits again');
    const same = isRightPin(board, pin, second);
    erase(second);
    if (same) {
      state.pinValidated = true;
      parts.onPin(pin);
      return;
    }
    yield* askPersona(glass, { title: 'Not the same', body: 'Choose a PIN again.', right: 'Again' });
  }
}

const countTitles = ledgerWordCounts.map((count) => `${count} words`);

type Choice = { readonly way: 'new' | 'restore'; readonly wordCount: LedgerWordCount };

/** New or restore, and how many words; `undefined` to go back to the pages before. */
function* chooseWay(glass: PersonaGlass): Flow<Choice | undefined> {
  const { state } = glass;
  for (;;) {
    state.screen = 'set-up-choice';
    const way = yield* chooseOption(glass, 'Set up', ['Set up as new', 'Restore', 'Go back']);
    if (way === 2) return undefined;
    if (way === 1) state.screen = 'restore-choice';
    const count = yield* chooseOption(glass, 'Word count', [...countTitles, 'Go back']);
    const wordCount = ledgerWordCounts[count];
    if (wordCount !== undefined) return { way: way === 1 ? 'restore' : 'new', wordCount };
  }
}

/** Two buttons: the choice comes before the PIN. */
function* beginWithButtons(glass: PersonaGlass, parts: SetUpParts): Flow<Choice> {
  yield* welcome(glass);
  for (;;) {
    const choice = yield* chooseWay(glass);
    if (choice !== undefined) {
      yield* choosePin(glass, parts);
      return choice;
    }
    yield* welcome(glass, welcomePages.length - 1);
  }
}

/** Touch screen: the check by Ledger's own app can be left out, a name follows, and the choice comes after the PIN. */
function* beginWithTouch(glass: PersonaGlass, parts: SetUpParts): Flow<Choice> {
  const { state } = glass;
  state.screen = 'welcome-1';
  yield* askPersona(glass, {
    title: 'Welcome',
    body: 'A simulated Ledger. Test words only.',
    right: 'Start',
  });
  state.screen = 'early-check';
  yield* askPersona(glass, {
    title: 'Check first?',
    body: 'The app of its maker can check this device.',
    right: 'Skip',
  });
  state.screen = 'choose-name';
  yield* askPersona(glass, { title: 'Name', body: 'This device is called Persona.', right: 'Keep it' });
  for (;;) {
    yield* choosePin(glass, parts);
    const choice = yield* chooseWay(glass);
    if (choice !== undefined) return choice;
  }
}

function* newWords(glass: PersonaGlass, wordCount: LedgerWordCount): Flow<void> {
  const entropy = glass.board.random('phrase', (wordCount / 3) * 4);
  const phrase = phraseFromEntropy(entropy);
  erase(entropy);
  try {
    yield* showPersonaWords(glass, phrase, 0);
    yield* confirmWords(glass, phrase);
  } finally {
    erase(phrase);
  }
}

/** The wire says nothing at all for as long as this takes, on the device's own clock. */
function* derive(glass: PersonaGlass, milliseconds: number): Flow<void> {
  glass.draw((canvas) => canvas.text('Please wait', 2, 24));
  glass.state.deriving = true;
  try {
    let since: number | undefined;
    for (;;) {
      const input = yield;
      if (input.kind !== 'tick') continue;
      since ??= input.at;
      if (input.at - since >= milliseconds) return;
    }
  } finally {
    glass.state.deriving = false;
  }
}

/** Returns when the person has said "ready": only then does the device have a wallet. */
export function* setUp(glass: PersonaGlass, parts: SetUpParts): Flow<void> {
  const { state } = glass;
  const { way, wordCount } =
    ledgerInputs[parts.model] === 'touch'
      ? yield* beginWithTouch(glass, parts)
      : yield* beginWithButtons(glass, parts);
  state.wordCount = wordCount;
  if (way === 'new') yield* newWords(glass, wordCount);
  else yield* restorePersonaWords(glass, wordCount);
  yield* derive(glass, parts.derivingMs);
  state.screen = 'safety-warnings';
  state.wordIndex = 0;
  yield* askPersona(glass, {
    title: 'Keep it safe',
    body: 'Whoever has the words has the money.',
    right: 'I do',
  });
  state.screen = 'ready';
}
