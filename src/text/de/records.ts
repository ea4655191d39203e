import { plural } from '../locale/format.ts';
import type { RecordsMessages } from '../types/records.ts';

export const recordsInGerman: RecordsMessages = {
  product: (name) => (name === '' ? 'Gerät' : `„${name}“`),
  title: 'Verlauf und Erinnerungen',
  lead: 'Dieser Browser merkt sich deine Geräte und was du mit ihnen gemacht hast, nur auf diesem Computer. Ein Wort ist nie dabei.',
  back: 'Zurück',
  erased:
    'Alles, was dieser Browser sich gemerkt hat, ist gelöscht. Wenn du das nächste Mal ein Gerät benutzt, beginnt eine neue Liste.',
  problems: {
    unavailable:
      'Dein Browser lässt hier kein Speichern zu. Diese Liste geht deshalb verloren, wenn du die Seite schließt. Deine Geräte funktionieren trotzdem.',
    full: 'Der Speicher dieses Browsers ist voll. Alles Neue geht verloren, wenn du die Seite schließt und vorher keinen Platz schaffst. Speichere die Liste als Datei oder lösche sie.',
    blocked:
      'Ein anderer Tab mit dieser App belegt den Speicher. Schließe ihn, dann wird alles Neue von hier gespeichert.',
    newer:
      'Diese Liste stammt von einer neueren Version der App, deshalb rührt diese Version sie nicht an. Lade die Seite neu, um die neuere zu bekommen.',
    damaged:
      'Der Speicher dieser Seite ist beschädigt. Diese Liste geht deshalb verloren, wenn du die Seite schließt. Lösche alles, um eine neue Liste zu beginnen.',
  },
  unreadable: (count) =>
    plural(count, {
      one: 'Ein Eintrag ist nicht verwendbar. Vielleicht hat eine frühere Version seine Wallet mit einer anderen ID bezeichnet. Er bleibt, bis du alles löschst.',
      other: `${count} Einträge sind nicht verwendbar. Vielleicht hat eine frühere Version ihre Wallets mit anderen IDs bezeichnet. Sie bleiben, bis du alles löschst.`,
    }),
  devices: {
    title: 'Deine Geräte',
    none: 'Noch keine Geräte. Ein Gerät kommt dazu, sobald du es verbindest und es sich ausweist.',
    wallet: 'Wallet',
    seen: 'Zuletzt verbunden',
    connected: 'Verbunden',
    checked: 'Backup geprüft',
    never: 'Noch nie',
    longAgo: 'vor mehr als einem Jahr',
    failed: 'Fehlgeschlagen am',
    simulator: 'Simulator',
    named: (name) => `„${name}“`,
    actions: {
      unfinished: 'Backup abschließen',
      failed: 'Der Sache nachgehen',
      'long-ago': 'Erneut prüfen',
    },
    forget: 'Vergessen',
    forgetNamed: (name) => `${name} vergessen`,
  },
  backups: {
    title: 'Andere Backups',
    backedUp: 'Gesichert',
    unknownDate: 'bevor dieser Browser sie kannte',
  },
  reminders: {
    title: 'Prüfungen deiner Backups',
    unchecked: (count) =>
      plural(count, {
        one: 'Ein Backup wurde seit über einem Jahr nicht geprüft. Gib seine Wörter am Gerät ein. So weißt du sicher, dass du sie noch lesen kannst.',
        other: `${count} Backups wurden seit über einem Jahr nicht geprüft. Gib ihre Wörter am Gerät ein. So weißt du sicher, dass du sie noch lesen kannst.`,
      }),
    failed: (count) =>
      plural(count, {
        one: 'Bei einem Backup ist die letzte Prüfung fehlgeschlagen. Lass dir seine Wörter auf dem Gerät anzeigen, vergleiche sie mit deinem Blatt und prüfe noch einmal.',
        other: `Bei ${count} Backups ist die letzte Prüfung fehlgeschlagen. Lass dir ihre Wörter auf dem Gerät anzeigen, vergleiche sie mit deinen Blättern und prüfe noch einmal.`,
      }),
    allChecked: 'Jedes Backup, das dieser Browser kennt, wurde im letzten Jahr geprüft.',
    about:
      'Trage dir Erinnerungen nach 1, 6 und 12 Monaten in den Kalender ein. Darin steht nur „Routineprüfung“, falls andere deinen Kalender sehen.',
    save: 'Kalenderdatei speichern',
    saved: 'Die Datei liegt in deinen Downloads. Öffne sie, um die Termine in deinen Kalender zu übernehmen.',
    file: 'reminders.ics',
    event: {
      title: 'Routineprüfung',
      description: 'Eine Erinnerung von dir selbst.',
    },
  },
  ceremonies: {
    title: 'Aktivitäten',
    none: 'Noch nichts.',
    all: (count) => `Alle ${count} anzeigen`,
    what: {
      create: 'Neue Wallet',
      unlock: 'PIN-Eingabe',
      resume: 'Unfertiges Backup',
      reveal: 'Wörter angezeigt',
      check: 'Backup-Prüfung',
      restore: 'Wiederherstellung',
      'change-pin': 'PIN-Änderung',
      wipe: 'Zurücksetzen',
      language: 'Sprache',
      rename: 'Umbenennen',
      'seed-qr': 'SeedQR-Kopie',
      'backup-file': 'Backup-Datei',
      'check-file': 'Prüfung einer Backup-Datei',
      'restore-file': 'Wiederherstellung aus einer Datei',
      addresses: 'Adressen angezeigt',
      identify: 'Adressen eines Blatts',
    },
    results: {
      completed: 'Abgeschlossen',
      declined: 'Auf dem Gerät abgelehnt',
      cancelled: 'Auf dieser Seite abgebrochen',
      stopped: 'Auf dem Gerät abgebrochen',
      discarded: 'Wallet verworfen',
      wiped: 'Gerät nach falschen PINs zurückgesetzt',
      fault: 'Defekt am Gerät',
      match: 'Wörter stimmen',
      'no-match': 'Wörter stimmen nicht',
      'file-match': 'Datei stimmt',
      'file-no-match': 'Datei stimmt nicht',
      'wrong-code': 'Der Backup-Code hat die Datei nicht geöffnet',
      'other-wallet': 'Die Datei gehört zu einer anderen Wallet',
      'under-way': 'Läuft gerade',
      interrupted: 'Unterbrochen: Das Ende wurde hier nicht gesehen',
    },
  },
  keeping: {
    title: 'Deine Daten',
    about:
      'Tage und Uhrzeiten, Wallet-IDs sowie die IDs und Namen deiner Geräte. Keine Wörter, keine PIN, keine Schlüssel. Die Datei bleibt bei dir, solange du sie nicht weitergibst.',
    export: 'Liste als Datei speichern',
    file: 'hostblind-records.json',
    erase: 'Alles löschen',
    sureTitle: 'Alles löschen, was dieser Browser sich gemerkt hat?',
    sure: 'Das lässt sich nicht rückgängig machen. Die Liste, deine Geräte und die Tage deiner Prüfungen werden gelöscht, und diese App kann dich nicht mehr warnen, wenn ein Gerät mit einer anderen Wallet zurückkommt. Deine Geräte, deine Wallets und dein Papier bleiben, wie sie sind.',
    yes: 'Jetzt löschen',
    no: 'Behalten',
  },
  open: 'Verlauf und Erinnerungen',
};
