/** What many scripts do alike. */
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import type { CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import {
  agree,
  choosePin,
  confirmEveryWord,
  enterPin,
  finish,
  leaveStopped,
  reveal,
  tap,
  writeWordsDown,
} from '../../kit/drivers/person.ts';
import { wholeFiles } from '../backup-file.ts';
import { bytesNamed, phraseText } from '../parts.ts';
import type { Scene, Stored } from './transcript.ts';

export const pin = '1357';
export const newPin = '8642';
export const wrongPin = '0000';

const [own, other] = wholeFiles;
if (own === undefined || other === undefined) throw new Error('there are files of several wallets');

/** A file of the wallet that scripts begin with, its code, and a file of another wallet. */
export const ownFile = own;
export const otherFile = other;

export const backedUp = { wallet: 'backed-up', phrase: own.phrase, pin } as const satisfies Stored;
/** A device draws it, and none draws what other wallets of these vectors have: 16 bytes alike. */
export const unfinished = {
  wallet: 'unfinished-backup',
  phrase: phraseText(bytesNamed('transcripts/unfinished', 16)),
  pin,
} as const satisfies Stored;

export const words = (phrase: string): string[] => phrase.split(' ');

export function ask(scene: Scene, means: string, request: CeremonyRequest, link?: number): void {
  scene.host(means, encodeCeremonyRequest(request), link);
}

export function cancel(scene: Scene): void {
  scene.host('asks the device to stop', encodeCancelRequest());
}

export function readWalletId(scene: Scene): void {
  scene.host('reads the wallet ID', encodeWalletRequest());
}

export function switchOnUnlocked(scene: Scene): void {
  scene.power('on');
  givePin(scene);
}

export function givePin(scene: Scene, given: string = pin): void {
  scene.person(`enters the PIN ${given}`, enterPin(given));
}

export function sayYes(scene: Scene, question: string): void {
  scene.person('says yes', agree(question));
}

export function pickPin(scene: Scene, chosen: string): void {
  scene.person(`chooses the PIN ${chosen}, and repeats it`, choosePin(chosen));
}

export function goOn(scene: Scene, means: string): void {
  scene.person(means, tap('right'));
}

export function leaveNews(scene: Scene): void {
  scene.person('reads that the computer stopped this', leaveStopped());
}

/** From "hold to reveal" to "All written?"; gives the paper. */
export function writeDown(scene: Scene, count: number): string[] {
  scene.person('holds the button until the words are shown', reveal());
  return scene.person('writes every word down', writeWordsDown(count));
}

/** From the warning on; gives the paper. */
export function backUpWords(scene: Scene, count: number): string[] {
  const paper = writeDown(scene, count);
  scene.person('confirms every word', confirmEveryWord(paper));
  scene.person('finishes, which releases the wallet ID', finish());
  return paper;
}
