/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds
 * what is in `explanations.ts`.
 */
import { codeWordCount, isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity, Stage } from '../../protocol/public-state.ts';
import { seedQrSentencesInGerman } from './seed-qr-stages.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

export const neverShareInGerman =
  'Niemand darf dich je danach fragen: kein Computer, keine Website, kein Helfer.';

/** What one of the words of a ceremony is called. */
export const wordHeadingInGerman = (activity: Activity | undefined): string =>
  isAboutCode(activity) ? 'Codewort' : 'Wort';

type Question = Pick<StageSentences, 'title'> & { readonly body: string };

/** Everything that shapes the new wallet is said before the person agrees to it. */
function newWalletBody({ wordCount, entropyCheck, dice }: StageFacts): string {
  if (wordCount === 0) return 'Erstelle eine Wallet mit neuen Wörtern.';
  if (dice === true) {
    return entropyCheck === true
      ? `${wordCount} Wörter. Du würfelst, dieser Computer gibt Zufall dazu und prüft.`
      : `${wordCount} Wörter. Du würfelst.`;
  }
  return entropyCheck === true
    ? `${wordCount} Wörter. Dieser Computer gibt Zufall dazu und prüft.`
    : `Erstelle eine Wallet mit ${wordCount} neuen Wörtern.`;
}

/** What a device asks before a ceremony begins. */
const asks = {
  create: (facts) => ({
    title: 'Neue Wallet?',
    body: newWalletBody(facts),
  }),
  restore: ({ wordCount }) => ({
    title: 'Zurückholen?',
    body:
      wordCount === 0
        ? 'Gib die Wörter ein, die du auf Papier hast.'
        : `Gib die ${wordCount} Wörter ein, die du auf Papier hast.`,
  }),
  reveal: () => ({
    title: 'Wörter zeigen?',
    body: 'Die App bittet, deine Wörter auf diesem Bildschirm zu zeigen.',
  }),
  check: () => ({
    title: 'Backup prüfen?',
    body: 'Gib hier die Wörter von deinem Blatt ein. Das Gerät sagt, ob sie stimmen.',
  }),
  'change-pin': () => ({
    title: 'PIN ändern?',
    body: 'Du brauchst deine aktuelle PIN.',
  }),
  wipe: () => ({
    title: 'Zurücksetzen?',
    body: 'Nur deine Wörter auf Papier bringen die Wallet dann zurück.',
  }),
  language: () => ({
    title: 'Neue Sprache?',
    body: 'Dieses Gerät kann eine andere Sprache sprechen.',
  }),
  rename: () => ({
    title: 'Umbenennen?',
    body: 'Gib diesem Gerät einen neuen Namen.',
  }),
  'backup-file': () => ({
    title: 'Backup-Datei?',
    body: 'Der Computer bekommt eine verschlüsselte Kopie. Nur dein Code öffnet sie.',
  }),
  'check-file': () => ({
    title: 'Datei prüfen?',
    body: 'Ist die Datei eine gute Kopie der Wallet? Du brauchst ihren Code.',
  }),
  'restore-file': () => ({
    title: 'Aus Datei?',
    body: 'Hole die Wallet aus einer Backup-Datei zurück. Du brauchst ihren Code.',
  }),
  addresses: () => ({
    title: 'Adressen?',
    body: 'Zeigt die erste Ethereum- und Bitcoin-Adresse, nur auf diesem Bildschirm.',
  }),
  identify: ({ wordCount }) => ({
    title: 'Welche Wallet?',
    body:
      wordCount === 0
        ? 'Gib Wörter ein und sieh ihre Adressen. Nichts wird gespeichert.'
        : `Gib ${wordCount} Wörter ein und sieh ihre Adressen. Nichts wird gespeichert.`,
  }),
  app: () => ({
    title: 'Eine App fragt',
    body: 'Lies die Frage am Gerät und antworte dort.',
  }),
} as const satisfies Partial<Record<Activity, (facts: StageFacts) => Question>>;

function asksFor(activity: Activity | undefined): keyof typeof asks {
  return activity !== undefined && activity in asks ? (activity as keyof typeof asks) : 'create';
}

const always = {
  idle: () => ({ title: 'Bereit', body: 'Starte in der App.' }),
  consent: (facts) => ({
    ...asks[asksFor(facts.activity)](facts),
    // What the buttons say is the app's.
    ...(facts.activity !== 'app' && { left: 'Nein', right: 'Ja' }),
  }),
  'choose-pin': () => ({
    title: 'Wähle eine PIN',
    body: '4 bis 8 Ziffern',
    left: 'Minus',
    right: 'Plus',
    both: 'Eingabe',
  }),
  'repeat-pin': () => ({
    title: 'PIN wiederholen',
    body: 'Dieselben Ziffern',
    left: 'Minus',
    right: 'Plus',
    both: 'Eingabe',
  }),
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Backup-Code',
          body: `Schreibe ${codeWordCount} Codewörter auf. Niemand darf dich je danach fragen.`,
          left: 'Stopp',
          right: 'Weiter',
        }
      : {
          title: 'Stift und Papier',
          body: neverShareInGerman,
          left: 'Stopp',
          right: 'Weiter',
        },
  hold: ({ activity }) => ({
    title: 'Taste halten',
    body: isAboutCode(activity)
      ? 'Halte die rechte Taste, um den Backup-Code zu sehen.'
      : 'Halte die rechte Taste, um deine Wörter zu sehen.',
    left: 'Zurück',
    right: 'Halten',
  }),
  words: ({ position, total, activity }) => ({
    title: `${wordHeadingInGerman(activity)} ${position} von ${total}`,
    left: 'Zurück',
    right: 'Weiter',
  }),
  written: ({ wordCount, activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Alles notiert?',
          body: `Bestätige jetzt alle ${codeWordCount} Codewörter. Beide Tasten wählen aus.`,
          left: 'Zurück',
          right: 'Bestätigen',
        }
      : activity === 'reveal'
        ? {
            title: 'Alles gesehen?',
            body: 'Du kannst deine Wörter jetzt testen, wie beim ersten Mal.',
            left: 'Zurück',
            both: 'Test',
            right: 'Fertig',
          }
        : {
            title: 'Alles notiert?',
            body: `Bestätige jetzt alle ${wordCount} Wörter. Beide Tasten wählen aus.`,
            left: 'Zurück',
            right: 'Bestätigen',
          },
  confirm: ({ activity }) => ({
    title: isAboutCode(activity) ? 'Code bestätigen' : 'Bestätigen',
    left: 'Auf',
    right: 'Ab',
    both: 'Wählen',
  }),
  finish: ({ activity }) => {
    if (activity === 'backup-file')
      return {
        title: 'Freigeben?',
        body: 'Der Computer bekommt die Datei. Er kann sie behalten, aber nie lesen.',
        left: 'Stopp',
        right: 'Freigeben',
      };
    const restored = activity === 'restore' || activity === 'restore-file';
    return {
      title: restored ? 'Wieder da' : 'Gesichert',
      body: restored ? 'Die Wallet ist auf diesem Gerät.' : 'Du hast jedes Wort bestätigt.',
      right: 'Fertig',
    };
  },
  'enter-pin': () => ({
    title: 'PIN eingeben',
    left: 'Minus',
    right: 'Plus',
    both: 'Eingabe',
  }),
  unfinished: () => ({
    title: 'Nicht gesichert',
    body: 'Beende das Backup, bevor du diese Wallet benutzt.',
    left: 'Verwerfen',
    right: 'Fortsetzen',
  }),
  discard: () => ({
    title: 'Verwerfen?',
    body: 'Halte die rechte Taste, um sie endgültig zu löschen.',
    left: 'Behalten',
    right: 'Halten',
  }),
  'entry-method': ({ activity, wordCount }) => ({
    title: 'Wie eingeben?',
    body: `${isAboutCode(activity) ? 'Backup-Code' : wordCount === 0 ? 'Wörter' : `${wordCount} Wörter`}: nach Buchstaben oder durch Halbieren, je 11-mal drücken.`,
    left: 'Buchstaben',
    right: 'Halbieren',
  }),
  'enter-words': ({ activity }) => ({
    title: isAboutCode(activity) ? 'Dein Code' : 'Deine Wörter',
  }),
  result: () => ({
    title: 'Das Ergebnis',
    right: 'OK',
  }),
  wipe: () => ({
    title: 'Wallet löschen',
    body: 'Halte die rechte Taste, um die Wallet zu löschen.',
    left: 'Behalten',
    right: 'Halten',
  }),
  'pins-differ': () => ({
    title: 'PINs ungleich',
    body: 'Die beiden PINs sind verschieden. Wähle noch einmal.',
    right: 'Nochmal',
  }),
  'wrong-pin': () => ({
    title: 'Falsche PIN',
    body: 'Nach drei falschen PINs setzt sich das Gerät zurück.',
    right: 'Nochmal',
  }),
  wiped: () => ({
    title: 'Zurückgesetzt',
    body: 'Drei falsche PINs: Die Wallet ist weg. Deine Wörter bringen sie zurück.',
    right: 'OK',
  }),
  fault: () => ({
    title: 'Gerät defekt',
    body: 'Benutze dieses Gerät nicht für eine Wallet.',
    right: 'OK',
  }),
  entropy: ({ wordCount }) => ({
    title: 'Zufall',
    body: `${wordCount === 0 ? '' : `${wordCount} Wörter. `}Dein Computer gibt Zufall dazu und prüft dieses Gerät.`,
    left: 'Stopp',
  }),
  dice: () => ({
    title: 'Jetzt würfeln',
    left: 'Minus',
    right: 'Plus',
    both: 'Eingabe',
  }),
  'seed-qr': () => ({
    title: 'SeedQR',
    left: 'Zurück',
    right: 'Weiter',
  }),
  unknown: () => ({
    title: 'Folge dem Bildschirm des Geräts',
  }),
  stopped: () => ({
    title: 'Abgebrochen',
    body: 'Der Computer hat das hier abgebrochen.',
    right: 'OK',
  }),
  addresses: () => ({
    title: 'Adressen',
    body: 'Diese Wörter öffnen die zwei, die folgen. Mit Passphrase andere.',
    left: 'Stopp',
    right: 'Weiter',
  }),
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. In an activity that a host doesn't know, no stage means what it means elsewhere. */
export function stageSentencesInGerman(stage: Stage, facts: StageFacts): StageSentences {
  if (facts.activity === 'unknown') return always.unknown();
  return seedQrSentencesInGerman(stage, facts) ?? always[stage](facts);
}
