/** What can be done with a wallet that is backed up, and bringing one back. */
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import {
  confirmEveryWord,
  copySquares,
  enterWords,
  expectScreen,
  reveal,
  revealSeedQr,
  tap,
  typePin,
  writeWordsDown,
} from '../../kit/drivers/person.ts';
import { wrongCode } from '../../fixtures/data/wrong-code.ts';
import {
  ask,
  backedUp,
  givePin,
  goOn,
  newPin,
  otherFile,
  ownFile,
  pickPin,
  pin,
  readWalletId,
  sayYes,
  switchOnUnlocked,
  words,
  wrongPin,
} from './common.ts';
import { encodeLanguagesRequest } from '../../../src/protocol/commands/languages.ts';
import { otherTag, otherTitle } from '../../fixtures/devices/other-language.ts';
import type { Scene, Script, Stored } from './transcript.ts';

function enterPhrase(scene: Scene, phrase: readonly string[]): void {
  scene.person(`enters, by halving: ${phrase.join(' ')}`, enterWords(phrase, 'halving'));
}

function enterCode(scene: Scene, code: readonly string[]): void {
  scene.person(`enters, by halving: ${code.join(' ')}`, enterWords(code, 'halving', 'Code word'));
}

/** A ceremony that begins with its question and the PIN. */
function behindPin(
  name: string,
  description: string,
  question: string,
  play: (scene: Scene) => Stored,
): Script {
  return {
    name,
    description,
    before: backedUp,
    play(scene) {
      switchOnUnlocked(scene);
      const kind = name === 'check-mismatch' ? 'check' : name;
      if (
        kind !== 'reveal' &&
        kind !== 'check' &&
        kind !== 'change-pin' &&
        kind !== 'seed-qr' &&
        kind !== 'addresses' &&
        kind !== 'backup-file'
      )
        throw new Error('no such ceremony');
      ask(scene, 'asks for it', { kind });
      sayYes(scene, question);
      givePin(scene);
      return play(scene);
    },
  };
}

/** By letters: turns the wheel to the word's first letters, then picks it. */
const byLetters = (scene: Scene, phrase: readonly string[]): void =>
  scene.person(`enters, by letters: ${phrase.join(' ')}`, enterWords(phrase, 'letters'));

export const lives: readonly Script[] = [
  behindPin('reveal', 'The words are shown again.', 'Show words?', (scene) => {
    scene.person('holds the button until the words are shown', reveal());
    for (let word = 1; word <= 12; word += 1) goOn(scene, `has seen word ${word}`);
    scene.person('sees that these are all', expectScreen('All seen?'));
    goOn(scene, 'is done');
    return backedUp;
  }),
  behindPin('check', 'A recovery check: the words match.', 'Check backup?', (scene) => {
    byLetters(scene, words(backedUp.phrase));
    goOn(scene, 'reads that they match');
    return backedUp;
  }),
  behindPin(
    'check-mismatch',
    'A recovery check: two words of the paper have changed places.',
    'Check backup?',
    (scene) => {
      const [first = '', second = '', ...rest] = words(backedUp.phrase);
      enterPhrase(scene, [second, first, ...rest]);
      scene.person('reads that they don’t match, and leaves', tap('right'));
      return backedUp;
    },
  ),
  behindPin('change-pin', 'Another PIN, after two that differ.', 'Change PIN?', (scene) => {
    scene.person(`chooses the PIN ${newPin}`, typePin(newPin));
    scene.person(`repeats ${wrongPin}`, typePin(wrongPin));
    goOn(scene, 'reads that the PINs differ');
    pickPin(scene, newPin);
    return { ...backedUp, pin: newPin };
  }),
  behindPin('seed-qr', 'The phrase as a SeedQR, in the compact format.', 'Show SeedQR?', (scene) => {
    scene.person('reads the warning, chooses the format and holds the button', revealSeedQr('compact'));
    scene.person('copies block after block', copySquares());
    goOn(scene, 'has copied everything');
    return backedUp;
  }),
  behindPin('addresses', 'The wallet’s first addresses are shown.', 'Addresses?', (scene) => {
    goOn(scene, 'reads what is to come');
    goOn(scene, 'compares the Ethereum address, and goes on');
    scene.person('goes back to it', tap('left'));
    goOn(scene, 'goes on again');
    goOn(scene, 'compares the Bitcoin address, and is done');
    return backedUp;
  }),
  behindPin('backup-file', 'An encrypted backup file is made and read.', 'Backup file?', (scene) => {
    scene.person('holds the button until the code words are shown', reveal());
    const code = scene.person('writes every code word down', writeWordsDown(12));
    scene.person('confirms every code word', confirmEveryWord(code));
    scene.host('reads the file, too soon', encodeReadFileRequest());
    goOn(scene, 'releases the file');
    scene.host('reads the file', encodeReadFileRequest());
    return backedUp;
  }),
  {
    name: 'check-file',
    description:
      'Three backup files are checked: a good one, the same with a wrong code, and one of another wallet.',
    before: backedUp,
    play(scene) {
      switchOnUnlocked(scene);
      for (const [file, code] of [
        [ownFile.file, words(ownFile.code)],
        [ownFile.file, wrongCode],
        [otherFile.file, undefined],
      ] as const) {
        ask(scene, 'asks for a check of a file', { kind: 'check-file', file: fromHex(file) });
        sayYes(scene, 'Check file?');
        givePin(scene);
        if (code !== undefined) enterCode(scene, code);
        goOn(scene, 'reads the result');
      }
      return backedUp;
    },
  },
  {
    name: 'rename',
    description: 'A device that holds a wallet gets a name.',
    before: backedUp,
    play(scene) {
      switchOnUnlocked(scene);
      ask(scene, 'asks for the name "Desk"', { kind: 'rename', name: 'Desk' });
      sayYes(scene, 'Rename?');
      givePin(scene);
      scene.host('asks for the name', encodeNameRequest());
      return { ...backedUp, name: 'Desk' };
    },
  },
  {
    name: 'language',
    description: 'A device that speaks English and German is asked for German, and speaks it from then on.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      scene.host('asks which languages it speaks', encodeLanguagesRequest());
      ask(scene, 'asks for German', { kind: 'language', tag: otherTag });
      sayYes(scene, 'New language?');
      sayYes(scene, otherTitle);
      scene.host('asks which languages it speaks', encodeLanguagesRequest());
      return { wallet: 'empty' };
    },
  },
  {
    name: 'restore',
    description: 'A wallet is restored from its words.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      ask(scene, 'asks to restore 12 words', { kind: 'restore', wordCount: 12 });
      sayYes(scene, 'Restore?');
      enterPhrase(scene, words(backedUp.phrase));
      goOn(scene, 'compares the wallet ID with the form');
      pickPin(scene, pin);
      goOn(scene, 'finishes, which releases the wallet ID');
      readWalletId(scene);
      return backedUp;
    },
  },
  {
    name: 'identify',
    description: 'A device without a wallet shows which addresses words open, after words that don’t fit.',
    before: { wallet: 'empty' },
    play(scene) {
      const [first = '', second = '', ...rest] = words(backedUp.phrase);
      const request = { kind: 'identify', wordCount: 12 } as const;
      scene.power('on');
      ask(scene, 'asks which addresses 12 words open', request);
      sayYes(scene, 'Which wallet?');
      enterPhrase(scene, [second, first, ...rest]);
      scene.person('reads that they don’t fit, and stops', tap('left'));
      scene.person('says so once more', tap('right'));
      ask(scene, 'asks again', request);
      sayYes(scene, 'Which wallet?');
      enterPhrase(scene, words(backedUp.phrase));
      goOn(scene, 'reads what is to come');
      goOn(scene, 'compares the Ethereum address, and goes on');
      goOn(scene, 'compares the Bitcoin address, and is done');
      return { wallet: 'empty' };
    },
  },
  {
    name: 'restore-file',
    description: 'A wallet is restored from a backup file, after a wrong code.',
    before: { wallet: 'empty' },
    play(scene) {
      const request = { kind: 'restore-file', file: fromHex(ownFile.file) } as const;
      scene.power('on');
      ask(scene, 'asks to restore a file', request);
      sayYes(scene, 'Restore file?');
      enterCode(scene, wrongCode);
      goOn(scene, 'reads that the code is wrong');
      ask(scene, 'asks to restore the file again', request);
      sayYes(scene, 'Restore file?');
      enterCode(scene, words(ownFile.code));
      pickPin(scene, pin);
      goOn(scene, 'finishes, which releases the wallet ID');
      readWalletId(scene);
      return backedUp;
    },
  },
];
