import type { CopiesMessages } from '../types/copies.ts';

export const copiesInGerman: CopiesMessages = {
  title: 'Kopien',
  lead: 'Papier kann verbrennen, und bei dir kann eingebrochen werden. Eine zweite Kopie an einem anderen Ort schützt dich vor beidem.',
  noClipboard:
    'Eine Schaltfläche zum Kopieren der Wörter gibt es nicht: Jedes Programm auf diesem Computer könnte sie lesen, und diese Seite hat sie ohnehin nie.',
  file: {
    title: 'Verschlüsselte Backup-Datei',
    body: 'Dein Gerät sichert deine Wallet als Datei, die dieser Computer aufbewahren, aber nie lesen kann. Sie öffnet sich nur mit einem Backup-Code aus 12 Codewörtern, den du vom Bildschirm des Geräts auf Papier schreibst.',
    advice: [
      'Bewahre Datei und Code getrennt auf. Mit nur einem davon kann kein Dieb etwas anfangen.',
      'Zusammen sind sie so mächtig wie deine Wieder\u00ADherstellungs\u00ADphrase: Sie bringen die ganze Wallet zurück.',
      'Jede Datei hat ihren eigenen Code. Schreibe den Namen der Datei auf das Blatt mit dem Code.',
      'Prüfe die Datei, sobald sie an ihrem Platz liegt, und danach jedes Jahr.',
    ],
    make: 'Backup-Datei erstellen',
    check: 'Backup-Datei prüfen',
  },
  choose: {
    'check-file': {
      title: 'Backup-Datei prüfen',
      body: [
        'Wähle die Datei und gib dann PIN und Backup-Code am Gerät ein. Es sagt dir, ob die Datei seine Wallet enthält. Weder am Gerät noch an der Datei ändert sich etwas.',
      ],
      ask: 'Auf dem Gerät prüfen',
    },
    'restore-file': {
      title: 'Aus einer Backup-Datei wiederherstellen',
      body: [
        'Wähle die Datei und lege ihren Backup-Code bereit. Du gibst ihn am Gerät mit seinen zwei Tasten ein. Tippe ihn nie in einen Computer.',
      ],
      ask: 'Auf dem Gerät wiederherstellen',
    },
    pick: 'Datei wählen',
    pickAnother: 'Andere Datei wählen',
    chosen: 'Datei',
    walletId: 'Wallet-ID',
    otherWallet: {
      title: 'Diese Datei nennt eine andere Wallet',
      body: [
        'Sie ist keine Kopie der Wallet auf deinem Gerät. Wähle eine andere Datei, oder prüfe diese mit dem Gerät, das ihre Wallet hat.',
      ],
    },
    unreadable: {
      title: 'Die Datei ließ sich nicht lesen',
      body: [
        'Dieser Computer hat die Seite sie nicht öffnen lassen. Kopiere die Datei in einen anderen Ordner und versuche es noch einmal.',
      ],
    },
    problems: {
      'not-a-backup': {
        title: 'Das ist keine Backup-Datei',
        body: [
          'Namen von Backup-Dateien enden meist auf .hbbackup. Die Datei, die du gewählt hast, enthält etwas anderes.',
        ],
      },
      cut: {
        title: 'Die Datei ist unvollständig',
        body: [
          'Ihr Ende fehlt, deshalb lässt sich daraus nichts wiederherstellen. Nimm eine andere Kopie der Datei.',
        ],
      },
      damaged: {
        title: 'Die Datei ist beschädigt',
        body: [
          'Ein Teil ihres Inhalts hat sich verändert, deshalb lässt sich daraus nichts wiederherstellen. Nimm eine andere Kopie der Datei.',
        ],
      },
      'newer-version': {
        title: 'Die Datei stammt von einer neueren Version',
        body: [
          'Ein neueres Gerät hat sie erstellt. Aktualisiere diese App und die Firmware deines Geräts und wähle die Datei dann noch einmal aus.',
        ],
      },
    },
  },
};
