/** A person in front of the simulated Ledger, by meaning; runs with the fingers of `person.ts`. */
import { expectScreen, look, readWord, tap, typePin, type Person } from './person.ts';

export type PersonaLook = 'buttons' | 'touch';

export function lookOf(model: 'nanox' | 'nanosp' | 'stax' | 'flex'): PersonaLook {
  return model === 'nanox' || model === 'nanosp' ? 'buttons' : 'touch';
}

/** Turns to the option that reads `wanted` and chooses it. */
export function* chooseOption(title: string, wanted: string): Person<void> {
  for (let turns = 0; turns < 6; turns += 1) {
    const lines = yield* expectScreen(title);
    if (lines[1] === wanted) return yield* tap('both');
    yield* tap('right');
  }
  throw new Error('the option is not offered');
}

export function* choosePersonaPin(pin: string): Person<void> {
  yield* expectScreen('Choose a PIN');
  yield* typePin(pin);
  yield* expectScreen('Repeat the PIN');
  yield* typePin(pin);
}

export function* welcomePages(): Person<void> {
  for (const title of ['Welcome', 'Your keys', 'Your words', 'Your decisions']) {
    yield* expectScreen(title);
    yield* tap('right');
  }
}

function* choose(way: 'new' | 'restore', count: number): Person<void> {
  yield* chooseOption('Set up', way === 'new' ? 'Set up as new' : 'Restore');
  yield* chooseOption('Word count', `${count} words`);
}

/** From "welcome" to the first word, shown or asked for. */
export function* beginSetUp(
  kind: PersonaLook,
  { way, count, pin }: { way: 'new' | 'restore'; count: number; pin: string },
): Person<void> {
  if (kind === 'buttons') {
    yield* welcomePages();
    yield* choose(way, count);
    yield* choosePersonaPin(pin);
    return;
  }
  for (const title of ['Welcome', 'Check first?', 'Name']) {
    yield* expectScreen(title);
    yield* tap('right');
  }
  yield* choosePersonaPin(pin);
  yield* choose(way, count);
}

/** From the first word to "all written"; gives the paper. */
export function* writePersonaWords(count: number): Person<string[]> {
  const paper: string[] = [];
  for (let position = 1; position <= count; position += 1) {
    paper.push(yield* readWord(position));
    yield* tap('right');
  }
  yield* expectScreen('All written?');
  return paper;
}

/** Chooses what the paper says at `position`. */
export function* confirmPersonaWord(position: number, paper: readonly string[]): Person<void> {
  const lines = yield* expectScreen(`Confirm word ${position}`);
  const at = lines.slice(1, 5).indexOf(paper[position - 1] ?? '');
  if (at === -1) throw new Error('the choices do not offer what is on the paper');
  for (let moves = 0; moves < at; moves += 1) yield* tap('right');
  yield* tap('both');
}

/** From "all written" to the silence after the last word; or from word `first` to word `last` of it. */
export function* confirmPersonaWords(paper: readonly string[], last = paper.length, first = 1): Person<void> {
  if (first === 1) {
    yield* expectScreen('All written?');
    yield* tap('right');
  }
  for (let position = first; position <= last; position += 1) yield* confirmPersonaWord(position, paper);
}

/** Enters one word by letters: turns the wheel until it offers the letter, or the word. */
export function* enterPersonaWord(position: number, word: string): Person<void> {
  for (let steps = 0; steps < 400; steps += 1) {
    const [title = '', ...entries] = yield* look();
    const entered = new RegExp(`^Word ${position}: ([a-z]*)$`).exec(title)?.[1];
    if (entered === undefined) return;
    const next = entries.includes(word) ? word : (word[entered.length] ?? word);
    const at = entries.indexOf(next);
    // A page shows four entries; the bar starts on the first, and leaving the page turns it.
    const moves = at === -1 ? 4 : at;
    for (let move = 0; move < moves; move += 1) yield* tap('right');
    if (at !== -1) yield* tap('both');
  }
  throw new Error('the word cannot be entered');
}

export function* enterPersonaWords(words: readonly string[]): Person<void> {
  for (const [index, word] of words.entries()) yield* enterPersonaWord(index + 1, word);
}

/** From the end of the silence to the dashboard. */
export function* agreeToSafety(): Person<void> {
  yield* expectScreen('Keep it safe');
  yield* tap('right');
  yield* expectScreen('Your Ledger');
}

export function* unlockPersona(pin: string): Person<void> {
  yield* expectScreen('Enter your PIN');
  yield* typePin(pin);
}
