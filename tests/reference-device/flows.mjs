// @ts-check
/**
 * The ceremonies, stage by stage: docs/protocol/ceremonies.md. Each is a generator that shows a screen and continues with what the person did
 * there. What it returns is how it ended.
 */
import { addressesOf } from './addresses.mjs';
import { headerOf, openFile, sealFile } from './backup-file.mjs';
import { choicesFor, codeOf, codeWordsOf, entropyOf, phraseOf, sha256, walletIdOf } from './words.mjs';

/**
 * What the glass shows: the stage that the status tells, the title and names of the buttons of docs/protocol/screens.md. `hold` is a right
 * button to be held; `entry` what a wheel would enter.
 * @typedef {{ stage: string, title: string, left?: string, both?: string, right?: string, hold?: boolean,
 *   entry?: 'pin' | 'word' | 'roll' | 'choice', choices?: string[], shows?: string, position?: number, total?: number }} Screen
 */
/** What the person did: a button, or something entered. @typedef {{ press?: string, entry?: string }} Act */
/** @typedef {Generator<Screen, string, Act>} Flow */
/** @typedef {Generator<Screen, 'look' | { end: string } | { entropy: Buffer }, Act>} Judge What becomes of words that were entered. */
/** @typedef {{ entropy: Buffer, key: Buffer }} Opened */
/** @typedef {{ words: number, part: Buffer | undefined, number: number, hostPart: Uint8Array | undefined, walletId: Buffer | undefined,
 *   entropy: Buffer, seen: string[], draw: () => Buffer, since: number }} Candidate */
/**
 * What a ceremony needs of the device.
 * @typedef {object} Device
 * @property {(purpose: string, length: number) => Buffer} draw
 * @property {() => number} now
 * @property {() => string | undefined} wallet
 * @property {(pin: string) => Opened | undefined} tryPin
 * @property {(state: 'unfinished' | 'backed-up', entropy: Buffer, pin: string) => Opened} store
 * @property {(opened: Opened) => void} markBackedUp
 * @property {(name?: Buffer) => void} erase
 * @property {() => void} wipe Erases, and forgets the name.
 * @property {(name: Uint8Array) => void} rename
 * @property {() => string} language What the glass is in.
 * @property {(tag: string) => void} speak
 * @property {(outcome: string | undefined) => void} mismatch
 * @property {(check: Candidate | undefined) => void} setCheck
 * @property {(entropy: Buffer) => void} release
 * @property {(file: Buffer) => void} releaseFile
 * @property {() => void} opened
 */

/** @param {string} title @param {string} [shows] @param {readonly [string, string]} [buttons] @returns {Generator<Screen, boolean, Act>} */
function* agreed(title, shows, [left, right] = ['No', 'Yes']) {
  const { press } = yield {
    stage: 'consent',
    title,
    left,
    right,
    ...(shows !== undefined && { shows }),
  };
  return press === 'right';
}

/** @returns {Generator<Screen, string, Act>} */
function* newPin() {
  for (;;) {
    const { entry = '' } = yield { stage: 'choose-pin', title: 'Choose a PIN', entry: 'pin' };
    const again = yield { stage: 'repeat-pin', title: 'Repeat the PIN', entry: 'pin' };
    if (again.entry === entry) return entry;
    yield { stage: 'pins-differ', title: 'PINs differ', right: 'Again' };
  }
}

/** Nothing, once three wrong ones have wiped. @param {Device} device @returns {Generator<Screen, Opened | undefined, Act>} */
function* enterPin(device) {
  for (;;) {
    const { entry = '' } = yield { stage: 'enter-pin', title: 'Enter your PIN', entry: 'pin' };
    const opened = device.tryPin(entry);
    if (opened !== undefined) return opened;
    if (device.wallet() === undefined) {
      yield { stage: 'wiped', title: 'Wiped', right: 'OK' };
      return undefined;
    }
    yield { stage: 'wrong-pin', title: 'Wrong PIN', right: 'Again' };
  }
}

/** A whole round without a slip; false at "Show the words again". @param {Device} device @param {string[]} words @param {string} called @returns {Generator<Screen, boolean, Act>} */
function* confirm(device, words, called) {
  const Called = `${called[0]?.toUpperCase()}${called.slice(1)}`;
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? '';
    const choices = [...choicesFor(word, device.draw('quiz', 5)), 'Show the words again'];
    const { entry } = yield {
      stage: 'confirm',
      title: `${Called} ${at + 1} of ${words.length}?`,
      left: 'Up',
      both: 'Choose',
      right: 'Down',
      entry: 'choice',
      choices,
    };
    if (entry === 'Show the words again') return false;
    if (entry === word) {
      at += 1;
      continue;
    }
    yield { stage: 'confirm', title: 'Not that one', right: 'Show' };
    yield {
      stage: 'confirm',
      title: `${Called} ${at + 1} is`,
      right: `From ${called} 1`,
      shows: word,
    };
    at = 0;
  }
  return true;
}

/** From the warning to the confirmation. @param {Device} device @param {string[]} words @param {'create' | 'reveal' | 'file'} why @returns {Generator<Screen, 'stopped' | 'completed', Act>} */
function* writeDown(device, words, why) {
  const called = why === 'file' ? 'code word' : 'word';
  const Called = why === 'file' ? 'Code word' : 'Word';
  for (;;) {
    const warning = yield {
      stage: 'warning',
      title: why === 'file' ? 'Backup code' : 'Pen and paper',
      left: 'Stop',
      right: 'Next',
    };
    if (warning.press === 'left') return 'stopped';
    while (
      (yield { stage: 'hold', title: 'Hold to reveal', left: 'Back', right: 'Hold', hold: true }).press ===
      'right'
    ) {
      for (let at = 0; at >= 0;) {
        if (at < words.length) {
          const title = `${Called} ${at + 1} of ${words.length}`;
          const { press } = yield {
            stage: 'words',
            title,
            left: 'Back',
            right: 'Next',
            shows: words[at] ?? '',
            position: at + 1,
            total: words.length,
          };
          at += press === 'right' ? 1 : -1;
          continue;
        }
        const { press } = yield why === 'reveal'
          ? { stage: 'written', title: 'All seen?', left: 'Back', both: 'Confirm', right: 'Done' }
          : { stage: 'written', title: 'All written?', left: 'Back', right: 'Confirm' };
        if (press === 'left') at -= 1;
        else if ((why === 'reveal' && press === 'right') || (yield* confirm(device, words, called)))
          return 'completed';
        else at = -1;
      }
    }
  }
}

/** The second half of a create, and of a resume. @param {Device} device @param {Opened} opened @returns {Flow} */
function* backUp(device, opened) {
  if ((yield* writeDown(device, phraseOf(opened.entropy), 'create')) === 'stopped') return 'stopped';
  device.markBackedUp(opened);
  return yield* finish(device, 'Backed up', opened.entropy);
}

/** @param {Device} device @param {string} title @param {Buffer} entropy @returns {Flow} */
function* finish(device, title, entropy) {
  yield { stage: 'finish', title, right: 'Finish', shows: walletIdOf(entropy).toString('hex') };
  device.release(entropy);
  return 'completed';
}

/** @param {string} stage @returns {Screen} */
const stopEntering = (stage) => ({ stage, title: 'Stop entering?', left: 'No', right: 'Stop' });

/**
 * Words entered by the person, in order, and gone through again for as long as the judge says so.
 * @param {Device} device @param {number} count @param {'Word' | 'Code word'} called @param {(words: string[]) => Judge} judge
 * @returns {Generator<Screen, { end: string } | { entropy: Buffer }, Act>}
 */
function* enterWords(device, count, called, judge) {
  yield { stage: 'entry-method', title: 'Entry method', left: 'Letters', right: 'Halving' };
  /** @type {string[]} */
  const words = [];
  let [again, change] = [false, false];
  for (let at = 0; ;) {
    if (at < 0) {
      if ((yield stopEntering('enter-words')).press === 'right') return { end: 'stopped' };
      at = 0;
    } else if (at === count) {
      if (
        again &&
        (yield { stage: 'enter-words', title: 'Try again?', left: 'Back', right: 'Try' }).press === 'left'
      ) {
        at -= 1;
        continue;
      }
      again = true;
      const verdict = yield* judge(words);
      if (typeof verdict === 'object') return verdict;
      at = 0;
    } else {
      const title = `${called} ${at + 1} of ${count}`;
      const shown = words[at];
      /** @type {Act} */
      const { press, entry } = yield shown === undefined || change
        ? { stage: 'enter-words', title, left: 'Back', entry: 'word' }
        : { stage: 'enter-words', title, left: 'Back', both: 'Change', right: 'Next', shows: shown };
      if (entry !== undefined) words[at] = entry;
      // Back from a change is back to the word as it was.
      if (press === 'left' && !change) at -= 1;
      change = press === 'both';
      if (press !== 'left' && !change) at += 1;
    }
  }
}

/** Words with a wrong checksum, and no wallet to compare them with. @returns {Judge} */
function* dontFit() {
  const says = { stage: 'enter-words', title: "Words don't fit", left: 'Stop', right: 'Look' };
  while ((yield says).press === 'left')
    if ((yield stopEntering('enter-words')).press === 'right') return { end: 'stopped' };
  return 'look';
}

/** What is to come, then an address a screen. @param {Uint8Array} entropy @returns {Flow} */
function* showAddresses(entropy) {
  const { ethereum, bitcoin } = addressesOf(entropy);
  const screens = [
    { stage: 'addresses', title: 'Addresses', left: 'Stop', right: 'Next' },
    { stage: 'addresses', title: 'Ethereum, account 1', left: 'Back', right: 'Next', shows: ethereum },
    { stage: 'addresses', title: 'Bitcoin, account 1', left: 'Back', right: 'Done', shows: bitcoin },
  ];
  for (let at = 0; at >= 0;) {
    const screen = screens[at];
    if (screen === undefined) return 'completed';
    at += (yield screen).press === 'right' ? 1 : -1;
  }
  return 'stopped';
}

/** A result that the person may leave, or look at the words again. @param {Device} device @param {string} title @param {string} outcome @returns {Judge} */
function* mismatch(device, title, outcome) {
  const { press } = yield { stage: 'result', title, left: 'Look', right: 'OK' };
  if (press === 'right') return { end: outcome };
  device.mismatch(outcome);
  return 'look';
}

/** The wallet in a file, by its code. @param {Device} device @param {Uint8Array} file @param {string[]} words @returns {Judge} */
function* openByCode(device, file, words) {
  const code = codeOf(words, headerOf(file).version);
  const entropy = code === undefined ? 'wrong-code' : openFile(file, code);
  if (entropy === 'no-match') return yield* otherInside();
  if (entropy === 'wrong-code') return yield* mismatch(device, 'Wrong code', 'wrong-code');
  device.mismatch(undefined);
  return { entropy };
}

/** @returns {Generator<Screen, { end: string }, Act>} */
function* otherInside() {
  yield { stage: 'result', title: 'No match', right: 'OK' };
  return { end: 'no-match' };
}

/** How many rolls: docs/protocol.md "Dice". @type {Record<number, number>} */
const rollCounts = { 12: 50, 15: 62, 18: 75, 21: 87, 24: 99 };

/** @param {number} words @returns {Generator<Screen, string, Act>} */
function* rollDice(words) {
  for (let rolls = ''; ;) {
    if (rolls.length < (rollCounts[words] ?? 0)) {
      const { entry } = yield {
        stage: 'dice',
        title: 'Roll the dice',
        left: 'Down',
        both: 'Enter',
        right: 'Up',
        entry: 'roll',
      };
      rolls = entry === 'Delete' ? rolls.slice(0, -1) : `${rolls}${entry}`;
    } else if (
      (yield { stage: 'dice', title: 'All rolled?', left: 'Back', right: 'Done' }).press === 'left'
    ) {
      rolls = rolls.slice(0, -1);
    } else {
      if (isFair(rolls)) return rolls;
      yield { stage: 'dice', title: 'Not random', right: 'Again' };
      rolls = '';
    }
  }
}

/** Numbers and steps even enough, and no repetition at any distance up to half of the rolls. @param {string} rolls */
export function isFair(rolls) {
  const numbers = Array.from(rolls, Number);
  const uneven = (/** @type {number[]} */ faces) => {
    const expected = faces.length / 6;
    return (
      [0, 1, 2, 3, 4, 5].reduce(
        (sum, face) => sum + (faces.filter((one) => one === face).length - expected) ** 2 / expected,
        0,
      ) > 45
    );
  };
  if (
    uneven(numbers.map((one) => one - 1)) ||
    uneven(numbers.slice(1).map((one, at) => (one - (numbers[at] ?? 0) + 6) % 6))
  )
    return false;
  for (let apart = 1; apart <= numbers.length / 2; apart += 1) {
    const pairs = numbers.length - apart;
    const alike = numbers.slice(apart).filter((one, at) => one === numbers[at]).length;
    if (alike > pairs / 6 + 7 * Math.sqrt((pairs * 5) / 36)) return false;
  }
  return true;
}

/** How many blocks a SeedQR has: docs/copies.md. @param {number} words @param {boolean} compact */
const blocksOf = (words, compact) => (compact ? (words === 12 ? 3 : 5) : words > 18 ? 6 : 5) ** 2;

/** As on a chessboard. @param {number} at @param {number} side */
const blockName = (at, side) => `${'ABCDEF'[Math.floor(at / side)]}${(at % side) + 1}`;

/** What each ceremony does after it was asked for. @satisfies {Record<string, (device: Device, asked: any) => Flow>} */
export const flows = {
  /** @param {Device} device @param {{ words: number, checked: boolean, dice: boolean }} asked @returns {Flow} */
  *create(device, { words, checked, dice }) {
    if (
      !(yield* agreed(
        'New wallet?',
        `${words} words, ${dice ? 'dice' : 'no dice'}, ${checked ? 'checked' : 'no check'}`,
      ))
    )
      return 'declined';
    const rolls = dice ? yield* rollDice(words) : undefined;
    const draw = () => {
      const random = device.draw('phrase', checked || dice ? 32 : (words * 4) / 3);
      return rolls === undefined ? random : sha256('Hostblind dice v1', random, sha256(rolls));
    };
    /** @type {Buffer | undefined} */
    let entropy;
    if (checked) {
      /** @type {Candidate} */
      const check = {
        words,
        draw,
        number: 0,
        part: undefined,
        hostPart: undefined,
        walletId: undefined,
        entropy: Buffer.alloc(0),
        seen: [],
        since: device.now(),
      };
      device.setCheck(check);
      const { press } = yield { stage: 'entropy', title: 'Randomness', left: 'Stop' };
      device.setCheck(undefined);
      if (press === 'left') return 'stopped';
      entropy = check.entropy;
    }
    const pin = yield* newPin();
    entropy ??= draw().subarray(0, (words * 4) / 3);
    return yield* backUp(device, device.store('unfinished', entropy, pin));
  },
  /** @param {Device} device @returns {Flow} */
  *unlock(device) {
    const opened = yield* enterPin(device);
    if (opened === undefined) return 'wiped';
    device.release(opened.entropy);
    return '';
  },
  /** Begins after the press at `unfinished`. @param {Device} device @returns {Flow} */
  *resume(device) {
    const opened = yield* enterPin(device);
    if (opened === undefined) return 'wiped';
    device.opened();
    return yield* backUp(device, opened);
  },
  /** The other press there. @param {Device} device @returns {Flow} */
  *discard(device) {
    const { press } = yield {
      stage: 'discard',
      title: 'Discard wallet?',
      left: 'Keep',
      right: 'Hold',
      hold: true,
    };
    if (press === 'left') return 'stopped';
    device.erase();
    return 'discarded';
  },
  /** @param {Device} device @returns {Flow} */
  *reveal(device) {
    if (!(yield* agreed('Show words?'))) return 'declined';
    const opened = yield* enterPin(device);
    return opened === undefined ? 'wiped' : yield* writeDown(device, phraseOf(opened.entropy), 'reveal');
  },
  /** @param {Device} device @returns {Flow} */
  *check(device) {
    if (!(yield* agreed('Check backup?'))) return 'declined';
    const opened = yield* enterPin(device);
    if (opened === undefined) return 'wiped';
    const phrase = phraseOf(opened.entropy);
    const result = yield* enterWords(device, phrase.length, 'Word', function* judge(words) {
      if (words.join() !== phrase.join()) return yield* mismatch(device, 'No match', 'no-match');
      yield { stage: 'result', title: 'They match', right: 'OK' };
      return { end: 'match' };
    });
    return 'end' in result ? result.end : '';
  },
  /** @param {Device} device @param {{ words: number }} asked @returns {Flow} */
  *restore(device, { words: count }) {
    if (!(yield* agreed('Restore?', `${count} words`))) return 'declined';
    const result = yield* enterWords(device, count, 'Word', function* judge(words) {
      const entropy = entropyOf(words);
      if (entropy === undefined) return yield* dontFit();
      const { press } = yield {
        stage: 'result',
        title: 'On your form?',
        left: 'Differs',
        right: 'Go on',
        shows: walletIdOf(entropy).toString('hex'),
      };
      if (press === 'right') return { entropy };
      for (;;) {
        if (
          (yield { stage: 'result', title: 'Another wallet', left: 'Stop', right: 'Look' }).press === 'right'
        )
          return 'look';
        if ((yield stopEntering('result')).press === 'right') return { end: 'stopped' };
      }
    });
    if ('end' in result) return result.end;
    device.store('backed-up', result.entropy, yield* newPin());
    return yield* finish(device, 'Restored', result.entropy);
  },
  /** @param {Device} device @returns {Flow} */
  *'change-pin'(device) {
    if (!(yield* agreed('Change PIN?'))) return 'declined';
    const opened = yield* enterPin(device);
    if (opened === undefined) return 'wiped';
    device.store('backed-up', opened.entropy, yield* newPin());
    return 'completed';
  },
  /** @param {Device} device @returns {Flow} */
  *wipe(device) {
    if (!(yield* agreed('Wipe device?'))) return 'declined';
    const { press } = yield { stage: 'wipe', title: 'Hold to wipe', left: 'Keep', right: 'Hold', hold: true };
    if (press === 'left') return 'declined';
    device.wipe();
    return 'completed';
  },
  /** @param {Device} device @param {{ name: Uint8Array }} asked @returns {Flow} */
  *rename(device, { name }) {
    if (!(yield* agreed('Rename?', `Name this device "${Buffer.from(name).toString('ascii')}"?`)))
      return 'declined';
    if (device.wallet() !== undefined && (yield* enterPin(device)) === undefined) return 'wiped';
    device.rename(name);
    return 'completed';
  },
  /** Of German this device has the one screen that leads to it and from it. @param {Device} device @param {{ tag: string }} asked @returns {Flow} */
  *language(device, { tag }) {
    for (const spoken of [device.language(), tag]) {
      const isYes =
        spoken === 'de' ? agreed('Neue Sprache?', tag, ['Nein', 'Ja']) : agreed('New language?', tag);
      if (!(yield* isYes)) return 'declined';
    }
    device.speak(tag);
    return 'completed';
  },
  /** The squares themselves are left out: this device has no glass. @param {Device} device @returns {Flow} */
  *'seed-qr'(device) {
    if (!(yield* agreed('Show SeedQR?'))) return 'declined';
    const opened = yield* enterPin(device);
    if (opened === undefined) return 'wiped';
    const words = (opened.entropy.length * 3) / 4;
    const both = words === 12 || words === 24;
    for (;;) {
      if ((yield { stage: 'warning', title: 'By hand only', left: 'Stop', right: 'Next' }).press === 'left')
        return 'stopped';
      const { press } = yield both
        ? { stage: 'entry-method', title: 'Which SeedQR?', left: 'Standard', right: 'Compact' }
        : { stage: 'entry-method', title: 'Standard only', left: 'Back', right: 'Next' };
      if (!both && press === 'left') continue;
      const blocks = blocksOf(words, both && press === 'right');
      if (
        (yield { stage: 'hold', title: 'Hold to reveal', left: 'Back', right: 'Hold', hold: true }).press ===
        'left'
      )
        continue;
      for (let at = 0; at >= 0;) {
        const act = yield at > blocks
          ? { stage: 'written', title: 'All copied?', left: 'Back', right: 'Done' }
          : {
              stage: 'seed-qr',
              title: at === 0 ? 'SeedQR' : blockName(at - 1, Math.sqrt(blocks)),
              left: 'Back',
              right: 'Next',
            };
        if (at > blocks && act.press === 'right') return 'completed';
        at += act.press === 'right' ? 1 : -1;
      }
    }
  },
  /** @param {Device} device @returns {Flow} */
  *addresses(device) {
    if (!(yield* agreed('Addresses?'))) return 'declined';
    const opened = yield* enterPin(device);
    return opened === undefined ? 'wiped' : yield* showAddresses(opened.entropy);
  },
  /** @param {Device} device @param {{ words: number }} asked @returns {Flow} */
  *identify(device, { words: count }) {
    if (!(yield* agreed('Which wallet?', `${count} words`))) return 'declined';
    const result = yield* enterWords(device, count, 'Word', function* judge(words) {
      const entropy = entropyOf(words);
      return entropy === undefined ? yield* dontFit() : { entropy };
    });
    return 'end' in result ? result.end : yield* showAddresses(result.entropy);
  },
  /** @param {Device} device @returns {Flow} */
  *'backup-file'(device) {
    if (!(yield* agreed('Backup file?'))) return 'declined';
    const opened = yield* enterPin(device);
    if (opened === undefined) return 'wiped';
    const code = device.draw('backup-code', 16);
    if ((yield* writeDown(device, codeWordsOf(code), 'file')) === 'stopped') return 'stopped';
    if ((yield { stage: 'finish', title: 'Release file?', left: 'Stop', right: 'Release' }).press === 'left')
      return 'stopped';
    device.releaseFile(
      sealFile({
        entropy: opened.entropy,
        code,
        salt: device.draw('seal', 16),
        nonce: device.draw('seal', 24),
      }),
    );
    return 'completed';
  },
  /** @param {Device} device @param {{ file: Uint8Array }} asked @returns {Flow} */
  *'check-file'(device, { file }) {
    if (!(yield* agreed('Check file?'))) return 'declined';
    const opened = yield* enterPin(device);
    if (opened === undefined) return 'wiped';
    const { version, walletId } = headerOf(file);
    if (version === 3 && !walletId.equals(walletIdOf(opened.entropy))) {
      yield { stage: 'result', title: 'Other wallet', right: 'OK' };
      return 'other-wallet';
    }
    const result = yield* enterWords(device, 12, 'Code word', (words) => openByCode(device, file, words));
    if ('end' in result) return result.end;
    if (!result.entropy.equals(opened.entropy)) return (yield* otherInside()).end;
    yield { stage: 'result', title: 'The file is good', right: 'OK' };
    return 'match';
  },
  /** @param {Device} device @param {{ file: Uint8Array }} asked @returns {Flow} */
  *'restore-file'(device, { file }) {
    if (!(yield* agreed('Restore file?', `wallet ${headerOf(file).walletId.toString('hex', 0, 4)}`)))
      return 'declined';
    const result = yield* enterWords(device, 12, 'Code word', (words) => openByCode(device, file, words));
    if ('end' in result) return result.end;
    device.store('backed-up', result.entropy, yield* newPin());
    return yield* finish(device, 'Restored', result.entropy);
  },
};
