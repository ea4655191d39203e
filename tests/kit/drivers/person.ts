/**
 * A person in front of a device, by meaning: "choose this PIN", "write the words down", "confirm word 7". Reads the
 * glass and presses the two buttons, nothing else. Written as generators, so that the same person drives a device
 * in this process (`runPerson`) and one behind the bench (`runPersonAsync`).
 */
export interface SeenLine {
  readonly text: string;
  readonly y: number;
}

export type Action =
  | { readonly kind: 'look' }
  | { readonly kind: 'tap'; readonly gesture: 'left' | 'right' | 'both' }
  | { readonly kind: 'hold'; readonly milliseconds: number }
  /** Lets time pass on the device's clock. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** Looks on until the screen has another title: what happens then is not the person's doing. */
  | { readonly kind: 'watch'; readonly title: string };

export type Person<Result> = Generator<Action, Result, readonly SeenLine[]>;

export type Fingers = (action: Action) => readonly SeenLine[];
export type SlowFingers = (action: Action) => Promise<readonly SeenLine[]>;

/** What a button does, as the glass has it, and as it is spoken in a page. */
const buttonName = /[◀▶]|●● |^(?:The (?:left|right) button|Both buttons): /;

/** Screens that a host can bring up. */
const broughtUp = /\?$|^(?:Choose a PIN|Stopped|Device fault)$/;

/** A screen that a host has brought up just now. */
export function isDeaf(lines: readonly Pick<SeenLine, 'text'>[]): boolean {
  return broughtUp.test(lines[0]?.text ?? '') && !namesButton(lines);
}

/** More than the second in which a screen that a host brought up names no button. */
const mostWaits = 60;

const waitMs = 50;

/**
 * The one place where a person waits for a screen to take presses: it names its buttons when it does.
 */
export function* attentive<Result>(person: Person<Result>): Person<Result> {
  let lines: readonly SeenLine[] | undefined;
  let step = person.next();
  while (step.done !== true) {
    if (step.value.kind === 'tap' || step.value.kind === 'hold') {
      lines ??= yield { kind: 'look' };
      for (let waits = 0; waits < mostWaits && isDeaf(lines); waits += 1)
        lines = yield { kind: 'wait', milliseconds: waitMs };
    }
    lines = yield step.value;
    step = person.next(lines);
  }
  return step.value;
}

export function namesButton(lines: readonly Pick<SeenLine, 'text'>[]): boolean {
  return lines.some(({ text }) => buttonName.test(text));
}

export function runPerson<Result>(person: Person<Result>, fingers: Fingers): Result {
  const attending = attentive(person);
  let step = attending.next();
  while (step.done !== true) step = attending.next(fingers(step.value));
  return step.value;
}

export async function runPersonAsync<Result>(person: Person<Result>, fingers: SlowFingers): Promise<Result> {
  const attending = attentive(person);
  let step = attending.next();
  while (step.done !== true) step = attending.next(await fingers(step.value));
  return step.value;
}

/** On every picture: the simulator's mark, and that of a device that cheats. */
const marks = ['SIM', 'CHEAT'];

export function* look(): Person<string[]> {
  const lines = yield { kind: 'look' };
  return lines.map(({ text }) => text).filter((text) => !marks.includes(text));
}

export function* tap(gesture: 'left' | 'right' | 'both'): Person<void> {
  yield { kind: 'tap', gesture };
}

/** Fails when the screen does not say what it should: a person who sees something else stops. */
export function* expectScreen(title: string | RegExp): Person<string[]> {
  const lines = yield* look();
  const first = lines[0] ?? '';
  const fits = typeof title === 'string' ? first === title : title.test(first);
  // Titles only: a word must not end up in the output of a failing test.
  if (!fits) throw new Error(`the screen's title is ${JSON.stringify(first)}, not ${String(title)}`);
  return lines;
}

const pinEntry = /^([0-9]|OK|Delete)$/;

/** Turns the wheel until it shows `wanted`, then enters it. */
export function* turnTo(wanted: string): Person<void> {
  for (let turns = 0; turns < 14; turns += 1) {
    const lines = yield* look();
    const entry = lines.find((text, index) => index > 0 && pinEntry.test(text));
    if (entry === wanted) return yield* tap('both');
    yield* tap('right');
  }
  throw new Error('the wheel does not offer what is wanted');
}

/** On any of the PIN screens. */
export function* typePin(pin: string): Person<void> {
  for (const digit of pin) yield* turnTo(digit);
  yield* turnTo('OK');
}

/** While device and computer add randomness, when the host has asked for the check. */
export function* waitForCheck(): Person<void> {
  const [title] = yield* look();
  if (title === 'Randomness') yield { kind: 'watch', title };
}

export function* agreeToNewWallet(): Person<void> {
  yield* expectScreen('New wallet?');
  yield* tap('right');
  yield* waitForCheck();
}

/** After words were entered for a restore, their wallet ID is on the screen: it is the one on the form. */
export function* choosePin(pin: string): Person<void> {
  const [title] = yield* look();
  if (title === 'On your form?') yield* tap('right');
  yield* expectScreen('Choose a PIN');
  yield* typePin(pin);
  yield* expectScreen('Repeat the PIN');
  yield* typePin(pin);
}

/** Enters one number a digit of `rolls`; gives the numbers that the device says were rolled so far. */
export function* rollDice(rolls: string): Person<void> {
  for (const number of rolls) {
    yield* expectScreen('Roll the dice');
    yield* turnTo(number);
  }
}

/** All rolls, as a fair die may give them, and on. */
export function* rollAllDice(rolls: string): Person<void> {
  yield* rollDice(rolls);
  yield* expectScreen('All rolled?');
  yield* tap('right');
}

/** At the screen that refuses the rolls. */
export function* refusedDice(): Person<void> {
  yield* expectScreen('Not random');
  yield* tap('right');
}

export function* enterPin(pin: string): Person<void> {
  yield* expectScreen('Enter your PIN');
  yield* typePin(pin);
}

export function* reveal(): Person<void> {
  const lines = yield* look();
  if (lines[0] === 'Pen and paper' || lines[0] === 'Backup code') yield* tap('right');
  yield* expectScreen('Hold to reveal');
  yield { kind: 'hold', milliseconds: 1600 };
}

/** Reads the word in front of the person. */
export function* readWord(position: number): Person<string> {
  const [, word = ''] = yield* expectScreen(new RegExp(`^(Word|Code word) ${position} (of|is)`));
  return word;
}

/** Goes through all words and to "all written?"; gives what the paper then holds. */
export function* writeWordsDown(count: number): Person<string[]> {
  const paper: string[] = [];
  for (let position = 1; position <= count; position += 1) {
    paper.push(yield* readWord(position));
    yield* tap('right');
  }
  yield* expectScreen('All written?');
  return paper;
}

/** Puts the bar on the entry that reads `text` and presses both. */
export function* pick(text: string): Person<void> {
  const lines = yield* look();
  const at = lines.slice(1, 5).indexOf(text);
  if (at === -1) throw new Error('the choices do not offer what is on the paper');
  for (let moves = 0; moves < at; moves += 1) yield* tap('right');
  yield* tap('both');
}

/** The position asked for now, from 1, or 0 on another screen. */
export function* askedPosition(): Person<number> {
  const [title = ''] = yield* look();
  return Number(/^(?:Word|Code word) (\d+) of \d+\?$/.exec(title)?.[1] ?? 0);
}

export function* confirmWord(position: number, paper: readonly string[]): Person<void> {
  yield* expectScreen(new RegExp(`^(Word|Code word) ${position} of \\d+\\?$`));
  yield* pick(paper[position - 1] ?? '');
}

/** A slip: picks any of the choices but the right one, and goes on past the word that the device shows again. */
export function* mistakeWord(position: number, paper: readonly string[]): Person<void> {
  const lines = yield* expectScreen(new RegExp(`^(Word|Code word) ${position} of \\d+\\?$`));
  const wrong = lines.slice(1, 5).find((text) => text !== paper[position - 1]);
  yield* pick(wrong ?? '');
  yield* expectScreen('Not that one');
  yield* tap('right');
  yield* readWord(position);
  yield* tap('right');
}

export function* confirmEveryWord(paper: readonly string[]): Person<void> {
  yield* expectScreen('All written?');
  yield* tap('right');
  yield* answerEveryWord(paper);
}

/** From a question on, to the end of the round. */
export function* answerEveryWord(paper: readonly string[]): Person<void> {
  for (let asked = yield* askedPosition(); asked > 0; asked = yield* askedPosition())
    yield* confirmWord(asked, paper);
}

export function* finish(): Person<void> {
  yield* expectScreen('Backed up');
  yield* tap('right');
}

/** From "hold to reveal" to "backed up"; gives the words on the paper. */
export function* backUp(count: number): Person<string[]> {
  yield* reveal();
  const paper = yield* writeWordsDown(count);
  yield* confirmEveryWord(paper);
  yield* finish();
  return paper;
}

/** The whole ceremony on the glass, once a host has asked for it. */
export function* createWallet(count: number, pin: string): Person<string[]> {
  yield* agreeToNewWallet();
  yield* choosePin(pin);
  return yield* backUp(count);
}

/** Chooses a way to enter words, at "How to enter?". */
export function* chooseEntry(method: 'letters' | 'halving'): Person<void> {
  yield* expectScreen('Entry method');
  yield* tap(method === 'letters' ? 'left' : 'right');
}

/** Keeps the half that holds the word, as the list is sorted, until the device has counted all presses. */
function* enterWordByHalving(word: string): Person<void> {
  for (let left = 1; left > 0;) {
    const lines = yield* look();
    const lastOfLeft = (lines[1] ?? '').replace('◀ ', '').split(' - ').at(-1) ?? '';
    const [pressed = 0, presses = 0] = (lines.at(-1) ?? '').split('/').map(Number);
    yield* tap(word <= lastOfLeft ? 'left' : 'right');
    left = presses - pressed - 1;
  }
}

/** Turns the wheel to each letter, and picks from the list once there is one. */
function* enterWordByLetters(word: string, title: string): Person<void> {
  for (let typed = 0; ;) {
    const lines = yield* look();
    if (lines[0] !== title) return;
    if (!lines.includes('Turn ▶')) return yield* pickWord(word);
    yield* turnWheelTo(word[typed] ?? '');
    typed += 1;
  }
}

/** What the wheel of letters shows: what was typed, and what would be entered now, which stands above the foot. */
export function wheelOf(lines: readonly string[]): { readonly typed: string; readonly entry: string } {
  const foot = lines.indexOf('◀ Turn');
  return { typed: foot > 2 ? (lines[1] ?? '') : '', entry: lines[foot - 1] ?? '' };
}

export function* turnWheelTo(wanted: string): Person<void> {
  for (let turns = 0; turns < 30; turns += 1) {
    if (wheelOf(yield* look()).entry === wanted) return yield* tap('both');
    yield* tap('right');
  }
  throw new Error('the wheel does not offer what is wanted');
}

/** What the list shows now, `Delete` among it only at its end. */
function* listed(): Person<string[]> {
  const lines = yield* look();
  return lines.slice(1, lines.indexOf('◀ Up'));
}

/** In a list of up to eight words that scrolls: puts the bar on the first, then brings it down to the word. */
export function* pickWord(word: string): Person<void> {
  const shown = yield* listed();
  let bar = 0;
  // All of a short list is in view, and the bar begins in its middle. Of a longer one the end shows only at the end.
  if (shown.includes('Delete')) {
    bar = (shown.length - 1) >> 1;
  } else {
    while (!(yield* listed()).includes('Delete')) yield* tap('right');
    yield* tap('right');
  }
  for (let moves = 0; moves < 9; moves += 1) {
    const visible = yield* listed();
    if (visible[Math.min(bar, 3)] === word) return yield* tap('both');
    yield* tap('right');
    bar = (bar + 1) % (shown.includes('Delete') ? shown.length : 9);
  }
  throw new Error('the list does not offer what is wanted');
}

function* enterWord(word: string, method: 'letters' | 'halving', title: string): Person<void> {
  yield* expectScreen(title);
  if (method === 'halving') yield* enterWordByHalving(word);
  else yield* enterWordByLetters(word, title);
}

/** Enters what is on the paper, word by word. */
export function* enterWords(
  paper: readonly string[],
  method: 'letters' | 'halving',
  name: 'Word' | 'Code word' = 'Word',
): Person<void> {
  yield* chooseEntry(method);
  yield* enterEachWord(paper, method, name);
}

/** Likewise, once the way to enter them was chosen. */
export function* enterEachWord(
  paper: readonly string[],
  method: 'letters' | 'halving',
  name: 'Word' | 'Code word',
): Person<void> {
  for (const [index, word] of paper.entries()) {
    const title = `${name} ${index + 1} of ${paper.length}`;
    yield* enterWord(word, method, title);
  }
}

/** From the screen after "Look": goes through the words, changes those that differ from the paper, and tries again. */
export function* changeWords(
  paper: readonly string[],
  method: 'letters' | 'halving',
  name: 'Word' | 'Code word' = 'Word',
): Person<void> {
  for (const [index, word] of paper.entries()) {
    const title = `${name} ${index + 1} of ${paper.length}`;
    const [, shown] = yield* expectScreen(title);
    if (shown === word) {
      yield* tap('right');
      continue;
    }
    yield* tap('both');
    yield* enterWord(word, method, title);
  }
  yield* expectScreen('Try again?');
  yield* tap('right');
}

/** From "Backup file?" to the last press, which releases the file; gives the code on the paper. */
export function* makeBackupFile(pin: string): Person<string[]> {
  yield* agree('Backup file?');
  yield* enterPin(pin);
  yield* reveal();
  const code = yield* writeWordsDown(12);
  yield* confirmEveryWord(code);
  yield* expectScreen('Release file?');
  yield* tap('right');
  return code;
}

/** From "Check file?" to the last press at the result, whose title must be `result`. */
export function* checkBackupFile(
  pin: string,
  code: readonly string[],
  result: string,
  method: 'letters' | 'halving' = 'halving',
): Person<void> {
  yield* agree('Check file?');
  yield* enterPin(pin);
  if (result !== 'Other wallet') yield* enterWords(code, method, 'Code word');
  yield* expectScreen(result);
  yield* tap('right');
}

/** From "Restore file?" to the wallet ID on the screen, and the last press. */
export function* restoreBackupFile(
  pin: string,
  code: readonly string[],
  method: 'letters' | 'halving' = 'halving',
): Person<void> {
  yield* agree('Restore file?');
  yield* enterWords(code, method, 'Code word');
  yield* choosePin(pin);
  yield* expectScreen('Restored');
  yield* tap('right');
}

/** At "Hold to wipe". */
export function* wipe(): Person<void> {
  yield* expectScreen('Hold to wipe');
  yield { kind: 'hold', milliseconds: 1600 };
}

/** What a host took back: reads it, and leaves the screen that says so. */
export function* leaveStopped(): Person<void> {
  yield* expectScreen('Stopped');
  yield* tap('right');
}

/** Says yes to a new name, behind the PIN. */
export function* agreeToName(pin: string): Person<void> {
  yield* agree('Rename?');
  yield* enterPin(pin);
}

/** Says yes to what the device asks before a ceremony. */
export function* agree(question: string): Person<void> {
  yield* expectScreen(question);
  yield* tap('right');
}

/** At the warning, up to the whole code; with a word count of 15, 18 or 21 there is no choice. */
export function* revealSeedQr(format: 'standard' | 'compact'): Person<void> {
  yield* expectScreen('By hand only');
  yield* tap('right');
  const [title] = yield* expectScreen(/^(Which SeedQR\?|Standard only)$/);
  yield* tap(format === 'compact' || title === 'Standard only' ? 'right' : 'left');
  yield* expectScreen('Hold to reveal');
  yield { kind: 'hold', milliseconds: 1600 };
}

/** From the whole code past the last block; gives the names of the blocks, as they came. */
export function* copySquares(): Person<string[]> {
  yield* expectScreen('SeedQR');
  yield* tap('right');
  const names: string[] = [];
  for (;;) {
    const [title = ''] = yield* look();
    if (title === 'All copied?') return names;
    yield* expectScreen(/^[A-F][1-6]$/);
    names.push(title);
    yield* tap('right');
  }
}

/** From the screen before the first address to the end; gives both addresses as they stand on the glass. */
export function* readAddresses(): Person<{ readonly ethereum: string; readonly bitcoin: string }> {
  yield* expectScreen('Addresses');
  yield* tap('right');
  const ethereum = yield* readAddress('Ethereum, account 1');
  const bitcoin = yield* readAddress('Bitcoin, account 1');
  return { ethereum, bitcoin };
}

function* readAddress(title: string): Person<string> {
  const [, ...lines] = yield* expectScreen(title);
  yield* tap('right');
  return lines
    .filter((text) => !buttonName.test(text))
    .join('')
    .replaceAll(' ', '');
}
