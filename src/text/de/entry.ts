import { isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';
import type { EntryMessages } from '../types/entry.ts';

const stopOrLook = { left: 'Stopp', right: 'Ansehen' } as const;

const words = (activity: Activity): string => (isAboutCode(activity) ? 'Codewörter' : 'Wörter');

const noMatch = (difference: string): StageSentences => ({
  title: 'Stimmt nicht',
  body: `${difference} Vertippt oder falsch notiert?`,
  left: 'Ansehen',
  right: 'OK',
});

const wrongCodes = {
  phrase: 'Mindestens eins ist falsch. Oder sind es Wörter einer Wallet?',
  checksum: 'Mindestens ein Codewort ist falsch oder am falschen Platz.',
  file: 'Er öffnet die Datei nicht. Vergleiche die Codewörter mit deinem Blatt.',
} as const;

export const entryInGerman: EntryMessages = {
  remove: 'Löschen',
  listFoot: { left: 'Auf', both: 'Wählen', right: 'Ab' },
  wheelFoot: { left: 'Drehen', both: 'OK', right: 'Drehen' },
  halvesBack: 'Zurück',
  enteredFoot: { left: 'Zurück', both: 'Neu', right: 'Weiter' },
  leave: {
    title: 'Aufhören?',
    body: 'Was du eingegeben hast, wird vergessen. Nichts wird gespeichert.',
    left: 'Nein',
    right: 'Stopp',
  },
  allLookedAt: (activity) => ({
    title: 'Noch einmal?',
    body: `Du hast alle ${words(activity)} durchgesehen.`,
    left: 'Zurück',
    right: 'Prüfen',
  }),
  dontFit: (mayBeCode) => ({
    title: 'Passt nicht',
    body: mayBeCode
      ? 'Mindestens eins ist falsch. Oder sind es Codewörter einer Backup-Datei?'
      : 'Mindestens eins ist falsch oder am falschen Platz. Sieh jedes noch einmal an.',
    ...stopOrLook,
  }),
  wrongCode: (why) => ({ title: 'Falscher Code', body: wrongCodes[why], left: 'Ansehen', right: 'OK' }),
  anotherWallet: {
    title: 'Andere Wallet',
    body: 'Ein Wort ist also falsch. Nichts ist gespeichert. Sieh jedes noch einmal an.',
    ...stopOrLook,
  },
  walletIdLabel: 'Wallet-ID',
  compare: { title: 'Wie notiert?', left: 'Anders', right: 'Weiter' },
  maybeSwapped(activity, positions) {
    const pairs = positions.map((position) => `${position} und ${position + 1}`).join(' oder ');
    return `Sind ${words(activity)} ${pairs} vertauscht? Sieh sie zuerst an.`;
  },
  sameTwice: (activity, position) =>
    `${words(activity)} ${position - 1} und ${position} sind gleich. Auch auf deinem Blatt?`,
  mayBeCode: 'Vielleicht sind es Codewörter einer Backup-Datei, von einem anderen Blatt.',
  match: { title: 'Sie stimmen', body: 'Die Wörter auf deinem Blatt öffnen diese Wallet.', right: 'OK' },
  noMatch: {
    word: (position) => noMatch(`Wort ${position} gehört nicht zu dieser Wallet.`),
    swapped: (position) => noMatch(`Wörter ${position} und ${position + 1} sind vertauscht.`),
    'left-out': (position) => noMatch(`Wort ${position} fehlt.`),
    extra: (position) => noMatch(`Wort ${position} ist zu viel.`),
    several: (position, count) => noMatch(`${count} Wörter sind anders, zuerst Wort ${position}.`),
  },
};
