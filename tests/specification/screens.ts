/** The screens that a stage has beside its own, and what stands on them beside the sentences. */
import type { StageSentences } from '../../src/protocol/stage-facts.ts';
import { activities, type Activity, type Stage } from '../../src/protocol/public-state.ts';
import { wayTo } from '../../firmware-sim/core/glass/screens/screens.ts';
import { askingInEnglish as asking } from '../../src/text/en/apps/asking.ts';
import { ethereumInEnglish } from '../../src/text/en/apps/ethereum.ts';
import { glassText } from '../../src/text/glass.ts';
import { otherTag, twoLanguages } from '../fixtures/devices/other-language.ts';
import { list } from './markdown.ts';

export interface ShownScreen {
  readonly stage: Stage;
  readonly when: string;
  readonly says: StageSentences;
}

const { entry, confirm, dice, pin } = glassText;
const shortId = '3A7F 09C2';
const result = glassText.stage('result', { position: 0, total: 0, wordCount: 0 });
const files = glassText.file.results(shortId);

/** Stands for any. */
const app = 'Ethereum';

const german = twoLanguages.text(otherTag) ?? glassText;
const askedForLanguage = { position: 0, total: 0, wordCount: 0, activity: 'language' } as const;

const screen = (stage: Stage, when: string, says: StageSentences): ShownScreen => ({
  stage,
  when,
  says,
});

export const furtherScreens: readonly ShownScreen[] = [
  screen('idle', 'an empty device', {
    ...glassText.stage('idle', { position: 0, total: 0, wordCount: 0 }),
    title: 'Hostblind',
  }),
  screen('idle', 'a backed-up wallet; below the title its ID', { title: glassText.home }),
  screen('idle', 'a fault at power-on; no button does anything', glassText.faulty),
  screen('idle', 'the same, of a device with apps', { title: glassText.home, right: asking.apps }),
  screen('idle', 'after "Apps", each app in turn', asking.choose(app)),
  screen('idle', 'an app is open', asking.ready(app)),
  screen('consent', 'app: a public key, with or without its chain code', asking.allow(app)),
  screen('consent', 'app: an address to compare; then the address', asking.compare),
  screen('consent', 'app: after the address', asking.same),
  screen('consent', 'app: to be signed; here a transfer. Then all that it says', {
    ...asking.review,
    title: ethereumInEnglish.transfer.title,
  }),
  screen('consent', 'app: after the last of it, to be held', {
    title: ethereumInEnglish.transfer.question,
    body: asking.hold,
    left: asking.reject,
    right: asking.sign,
  }),
  ...Object.values(ethereumInEnglish.reasons).map((reason) =>
    screen('consent', "app: what can't be shown is refused", { ...reason, right: asking.refused }),
  ),
  screen('consent', 'rename, in place of its text', {
    ...glassText.stage('consent', { position: 0, total: 0, wordCount: 0, activity: 'rename' }),
    body: glassText.rename('Desk'),
  }),
  screen('consent', 'restore file, in place of its text', {
    ...glassText.stage('consent', { position: 0, total: 0, wordCount: 0, activity: 'restore-file' }),
    body: glassText.file.restore(shortId),
  }),
  screen('consent', 'language, asked in the one that the device speaks', {
    ...glassText.stage('consent', askedForLanguage),
    body: glassText.language.leave(german.language.name),
  }),
  screen('consent', 'language, asked in the one that it is to speak', {
    ...german.stage('consent', askedForLanguage),
    body: german.language.take,
  }),
  screen('wrong-pin', 'two tries left', {
    ...glassText.stage('wrong-pin', { position: 0, total: 0, wordCount: 0 }),
    body: pin.wrong(2),
  }),
  screen('wrong-pin', 'one try left', {
    ...glassText.stage('wrong-pin', { position: 0, total: 0, wordCount: 0 }),
    body: pin.wrong(1),
  }),
  screen('dice', 'after the last roll', dice.all(99)),
  screen('dice', 'rolls too uneven, in numbers or steps', dice.flaws.biased),
  screen('dice', 'rolls that repeat', dice.flaws.patterned),
  screen('confirm', 'four choices, and a fifth entry; those of a phrase', {
    ...glassText.stage('confirm', { position: 0, total: 0, wordCount: 24 }),
    title: confirm.question('create', 5, 24),
  }),
  screen('confirm', 'four choices, and a fifth entry; those of a backup code', {
    ...glassText.stage('confirm', { position: 0, total: 0, wordCount: 12, activity: 'backup-file' }),
    title: confirm.question('backup-file', 5, 12),
  }),
  screen('confirm', 'a wrong word', confirm.wrong('create', 5)),
  screen('confirm', 'a wrong code word', confirm.wrong('backup-file', 5)),
  screen('confirm', 'then the word', confirm.shown('create', 5)),
  screen('confirm', 'then the code word', confirm.shown('backup-file', 5)),
  screen('enter-words', 'a word is entered; the buttons below', {
    title: glassText.wordPlace('restore', 5, 24),
  }),
  screen('enter-words', 'a code word is entered; the buttons below', {
    title: glassText.wordPlace('check-file', 5, 12),
  }),
  screen('enter-words', 'a word that was entered before, shown', {
    title: glassText.wordPlace('restore', 5, 24),
    ...entry.enteredFoot,
  }),
  screen('enter-words', 'a code word that was entered before, shown', {
    title: glassText.wordPlace('check-file', 5, 12),
    ...entry.enteredFoot,
  }),
  screen('enter-words', 'back, before the first word', entry.leave),
  screen(
    'enter-words',
    'past the last word, when words are gone through again',
    entry.allLookedAt('restore'),
  ),
  screen('enter-words', 'the same of code words', entry.allLookedAt('check-file')),
  screen('enter-words', 'restore and identify, a wrong checksum', entry.dontFit(false)),
  screen(
    'enter-words',
    'restore and identify of 12 words, which have the checksum of a backup code',
    entry.dontFit(true),
  ),
  screen('enter-words', 'the same where two neighbours, swapped, fit', {
    ...entry.dontFit(false),
    body: entry.maybeSwapped('restore', [5]),
  }),
  screen('enter-words', 'the same where one word stands twice in a row', {
    ...entry.dontFit(false),
    body: entry.sameTwice('restore', 5),
  }),
  screen('addresses', 'then the address, in groups of four', glassText.addresses.ethereum),
  screen('addresses', 'and the other one', glassText.addresses.bitcoin),
  screen('result', "check: the words are the wallet's", entry.match),
  screen('result', 'check: one word differs', entry.noMatch.word(5)),
  screen('result', 'check: two neighbours are swapped', entry.noMatch.swapped(5)),
  screen('result', 'check: a word is missing, and those after it moved up', entry.noMatch['left-out'](5)),
  screen('result', 'check: a word too many, and those after it moved down', entry.noMatch.extra(5)),
  screen('result', 'check: several words differ', entry.noMatch.several(5, 7)),
  screen('result', 'check: the same of 12 words that have the checksum of a backup code', {
    ...entry.noMatch.several(5, 7),
    body: entry.mayBeCode,
  }),
  screen('result', 'restore: the wallet ID between title and buttons', entry.compare),
  screen('result', 'restore, after "Differs"', entry.anotherWallet),
  screen('result', 'restore, after "Stop" there', entry.leave),
  screen('result', 'files: the checksum of the code is wrong', entry.wrongCode('checksum')),
  screen('result', 'files: the same where two neighbours, swapped, fit', {
    ...entry.wrongCode('checksum'),
    body: entry.maybeSwapped('check-file', [5]),
  }),
  screen('result', 'files: the same where one code word stands twice in a row', {
    ...entry.wrongCode('checksum'),
    body: entry.sameTwice('check-file', 5),
  }),
  screen('result', 'files: the code words have the checksum of a phrase', entry.wrongCode('phrase')),
  screen('result', "files: the code doesn't open the file", entry.wrongCode('file')),
  screen('result', 'check file: the wallet is in it', { ...result, ...files.match }),
  screen('result', 'files: another wallet is in it', { ...result, ...files['no-match'] }),
  screen('result', 'check file: the file names another wallet', { ...result, ...files['other-wallet'] }),
];

interface Label {
  readonly where: string;
  readonly says: string;
}

const asked = { wordCount: 24 } as const;

/** Ceremonies whose consent is said once more, in few words. */
function agreedLabels(): Label[] {
  return activities.flatMap((activity: Activity) => {
    const says = glassText.agreed(activity, asked);
    return says === undefined
      ? []
      : [{ where: `${activity}: what was agreed to, on the first PIN screen`, says }];
  });
}

const [sizeOfCode, blocksOfCode] = glassText.seedQr.size(29, 25);

export const labels: readonly Label[] = [
  ...agreedLabels(),
  {
    where: 'create with both flags: what was agreed to',
    says: glassText.agreed('create', { ...asked, dice: true, entropyCheck: true }) ?? '',
  },
  { where: '`enter-pin`, below the title', says: list([3, 2, 1].map((left) => `"${pin.tries(left)}"`)) },
  { where: 'PIN screens: entries beside the digits', says: `${pin.done}, ${pin.remove}` },
  {
    where:
      'PIN screens, and those of letters and dice: the nearer way to an entry that isn’t a digit or a letter',
    says: list([wayTo(pin.done, ['5', pin.done], 0), wayTo(dice.remove, ['1', '2', '3', dice.remove], 0)]),
  },
  { where: '`dice`, below the title', says: dice.place(5, 99, 24) },
  { where: '`dice`, once there is a roll', says: `${dice.last(4)}…` },
  { where: '`dice`: the entry beside the numbers', says: dice.remove },
  { where: '`confirm`: the fifth entry', says: confirm.seeAgain },
  { where: '`words`: below a word that stands at an earlier place too', says: glassText.sameAs('create', 3) },
  { where: '`words`: the same of a code word', says: glassText.sameAs('backup-file', 3) },
  { where: 'above the digits of a wallet ID', says: entry.walletIdLabel },
  { where: 'a device at rest that has a name', says: glassText.name('Desk') },
  { where: '`seed-qr`, beside the whole code', says: `${sizeOfCode} ${blocksOfCode}` },
  { where: '`seed-qr`, beside a block', says: glassText.seedQr.place(5, 25) },
  { where: 'every picture of a simulator, at the top right', says: 'SIM' },
];
