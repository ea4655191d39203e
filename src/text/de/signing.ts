import { plural } from '../locale/format.ts';
import type { SigningMessages } from '../types/signing.ts';

export const signingInGerman: SigningMessages = {
  title: 'Nachricht signieren',
  lead: 'Beweise jemandem, dass eine Adresse dir gehört. Das Gerät zeigt dir die Nachricht, bevor es sie signiert.',
  message: 'Nachricht',
  noWords: 'Gib hier nie deine Wörter oder deine PIN ein. Die gehören ins Gerät und sonst nirgendwohin.',
  left: (bytes) => plural(bytes, { one: 'Noch ein Byte frei.', other: `Noch ${bytes} Byte frei.` }),
  tooLong: (bytes) =>
    plural(bytes, {
      one: 'Ein Byte zu lang: Das nimmt das Gerät nicht an.',
      other: `${bytes} Byte zu lang: Das nimmt das Gerät nicht an.`,
    }),
  looksLikeWords: {
    title: 'Das sieht nach Wiederherstellungswörtern aus',
    body: [
      'Diese Seite nimmt keine an, und es wurde nichts gesendet. Leere das Feld und gib deine Wörter nie an einem Computer ein.',
      'Wenn es die Wörter einer Wallet mit Geld sind, sende das Geld an eine neue Wallet: Etwas auf diesem Computer könnte sie gelesen haben.',
    ],
  },
  brokenCharacter: 'Ein Teil eines Zeichens fehlt. Schreibe es noch einmal.',
  otherAccount: 'Mit einem anderen Konto signieren',
  account: 'Nummer des Kontos',
  accountHint: 'Die meisten Wallets haben ein Konto, die Nummer 1.',
  ask: 'Auf dem Gerät signieren',
  running: {
    title: 'Lies sie auf dem Gerät',
    sent: 'Deine Nachricht',
    onGlass: 'So schreibt sie das Gerät',
    stop: 'Stoppen kannst das jetzt nur noch du, am Gerät. Wenn du diese Seite schließt, bleibt die Frage dort stehen, und ihre Antwort geht ins Leere.',
  },
  steps: {
    opening: 'Ethereum wird auf dem Gerät geöffnet.',
    consent:
      'Das Gerät fragt vielleicht, ob diese Seite deine Ethereum-Adressen sehen darf. Stimme dort zu: Die Seite braucht die Adresse, die signiert.',
    reading:
      'Lies jede Anzeige auf dem Gerät. Ist es deine Nachricht, halte dort die rechte Taste, bis sie signiert ist. Wenn nicht, lehne ab.',
    finishing: 'Die Signatur wird geprüft.',
  },
  failed: {
    title: 'Nicht signiert',
    failures: {
      declined: [
        'Du hast auf dem Gerät abgelehnt, oder das Gerät. Deine Nachricht ist noch da: Ändere sie oder versuche es noch einmal.',
      ],
      locked: [
        'Das Gerät ist gesperrt. Gib deine PIN darauf ein und versuche es noch einmal. Deine Nachricht ist noch da.',
      ],
      busy: [
        'Das Gerät ist mit etwas anderem beschäftigt. Beende, was auf seinem Bildschirm steht, oder brich es ab, und versuche es noch einmal. Deine Nachricht ist noch da.',
      ],
      disconnected: [
        'Das Gerät wurde getrennt, bevor es geantwortet hat. Diese Seite hat keine Signatur. Deine Nachricht ist noch da: Versuche es noch einmal.',
      ],
      timeout: [
        'Das Gerät hat nicht rechtzeitig geantwortet. Diese Seite hat keine Signatur. Deine Nachricht ist noch da: Versuche es noch einmal.',
      ],
    },
  },
  signed: {
    title: 'Nachricht signiert',
    lead: 'Gib die Nachricht, die Adresse und die Signatur weiter. Zusammen sind sie der Beweis, und nichts davon ist geheim.',
    address: 'Adresse',
    signature: 'Signatur',
    select: 'Markieren',
    selected: 'Markiert. Kopiere es mit der Tastatur oder dem Menü.',
    checked: 'Die Zufallszahl dieses Computers steckt in der Signatur.',
    why: 'Darum kann die Signatur deine Schlüssel nicht hinaustragen: Ein manipuliertes Gerät könnte sie Stück für Stück in Signaturen verstecken. Diese Seite hat es geprüft.',
    save: 'Als Datei speichern',
    another: 'Noch eine Nachricht signieren',
    done: 'Fertig',
  },
};
