/** What a device asks by itself once it is switched on. */
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import {
  answerEveryWord,
  confirmWord,
  expectScreen,
  mistakeWord,
  tap,
  wipe,
  type Person,
} from '../../kit/drivers/person.ts';
import {
  ask,
  backedUp,
  backUpWords,
  cancel,
  givePin,
  goOn,
  leaveNews,
  newPin,
  pickPin,
  readWalletId,
  sayYes,
  unfinished,
  writeDown,
  wrongPin,
} from './common.ts';
import type { Scene, Script } from './transcript.ts';

function giveWrongPin(scene: Scene): void {
  givePin(scene, wrongPin);
}

function* discard(): Person<void> {
  yield* expectScreen('Discard wallet?');
  yield { kind: 'hold', milliseconds: 1_600 };
}

/** From "All written?" to the first question of the next round. */
function* slipAt(position: number, paper: readonly string[]): Person<void> {
  yield* tap('right');
  for (let before = 1; before < position; before += 1) yield* confirmWord(before, paper);
  yield* mistakeWord(position, paper);
}

export const powerOns: readonly Script[] = [
  {
    name: 'unlock',
    description: 'A wallet that is backed up waits for its PIN. Two are wrong, the third is right.',
    before: backedUp,
    play(scene) {
      scene.power('on');
      readWalletId(scene);
      ask(scene, 'asks for a recovery check, too soon', { kind: 'check' });
      giveWrongPin(scene);
      goOn(scene, 'reads how many tries are left');
      scene.power('off');
      scene.power('on');
      giveWrongPin(scene);
      goOn(scene, 'reads how many tries are left');
      givePin(scene);
      readWalletId(scene);
      return backedUp;
    },
  },
  {
    name: 'wiped',
    description: 'Three wrong PINs. The name of the device is gone too.',
    before: { ...backedUp, name: 'Desk' },
    play(scene) {
      scene.power('on');
      for (let tries = 1; tries <= 3; tries += 1) {
        giveWrongPin(scene);
        goOn(scene, tries < 3 ? 'reads how many tries are left' : 'reads that the wallet is gone');
      }
      return { wallet: 'empty' };
    },
  },
  {
    name: 'resume',
    description:
      'A new wallet is stopped twice amid its words, by a host and by pulling the cable, and resumed. In the confirmation there is a slip.',
    before: { wallet: 'empty' },
    play(scene) {
      scene.power('on');
      ask(scene, 'asks for a new wallet of 12 words', { kind: 'create', wordCount: 12 });
      sayYes(scene, 'New wallet?');
      pickPin(scene, newPin);
      const paper = writeDown(scene, 12);
      scene.person('looks at the last word again', tap('left'));
      cancel(scene);
      leaveNews(scene);
      ask(scene, 'asks for a new wallet, while one is unfinished', { kind: 'create', wordCount: 12 });
      goOn(scene, 'resumes');
      givePin(scene, newPin);
      writeDown(scene, 12);
      scene.power('off');
      scene.power('on');
      goOn(scene, 'resumes');
      givePin(scene, newPin);
      writeDown(scene, 12);
      scene.person('gets word 3 wrong, and sees it again', slipAt(3, paper));
      scene.person('confirms every word', answerEveryWord(paper));
      goOn(scene, 'finishes, which releases the wallet ID');
      readWalletId(scene);
      return { wallet: 'backed-up', phrase: paper.join(' '), pin: newPin };
    },
  },
  {
    name: 'resumed-once',
    description: 'An unfinished backup is resumed after power-on.',
    before: unfinished,
    play(scene) {
      scene.power('on');
      goOn(scene, 'resumes');
      givePin(scene);
      backUpWords(scene, 12);
      readWalletId(scene);
      return { ...unfinished, wallet: 'backed-up' };
    },
  },
  {
    name: 'discard',
    description:
      'An unfinished backup: the person turns back from discarding it, then discards it. The device keeps its name.',
    before: { ...unfinished, name: 'Desk' },
    play(scene) {
      scene.power('on');
      scene.person('wants to discard it', tap('left'));
      scene.person('turns back', tap('left'));
      scene.person('wants to discard it', tap('left'));
      scene.person('holds the button until it is deleted', discard());
      return { wallet: 'empty', name: 'Desk' };
    },
  },
  {
    name: 'wipe',
    description: 'A wallet is deleted, and the name of the device with it.',
    before: { ...backedUp, name: 'Desk' },
    play(scene) {
      scene.power('on');
      givePin(scene);
      ask(scene, 'asks to delete the wallet', { kind: 'wipe' });
      sayYes(scene, 'Wipe device?');
      scene.person('holds the button until it is deleted', wipe());
      readWalletId(scene);
      scene.host('asks for the name', encodeNameRequest());
      return { wallet: 'empty' };
    },
  },
];
