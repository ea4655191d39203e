import { plural } from '../locale/format.ts';
import type { SettingsMessages } from '../types/settings.ts';

export const settingsInGerman: SettingsMessages = {
  deviceLanguage: { speaks: (language) => `Dein Gerät spricht ${language}.`, ask: 'Auf Deutsch umstellen' },
  open: 'Sicherheit & Datenschutz',
  title: 'Sicherheit & Datenschutz',
  lead: 'Alles hier passiert auf deinem Gerät. Diese Seite fragt nur an, und du stimmst dort zu oder lehnst ab.',
  rows: {
    reveal: {
      title: 'Wieder\u00ADherstellungs\u00ADphrase auf dem Gerät anzeigen',
      body: 'Um sie mit deinem Blatt zu vergleichen oder ein neues zu schreiben. Vorher kommen zwei kurze Fragen.',
    },
    check: {
      title: 'Backup prüfen',
      body: 'Gib deine aufgeschriebenen Wörter am Gerät ein. Es sagt dir, ob sie stimmen, und ändert nichts.',
    },
    'change-pin': { title: 'PIN ändern', body: 'Du brauchst dafür deine aktuelle PIN.' },
    rename: { title: 'Gerät umbenennen', body: 'So hältst du deine Geräte auseinander.' },
    wipe: {
      title: 'Gerät zurücksetzen',
      body: 'Löscht die Wallet vom Gerät. Vorher zeigen wir dir, was auf dem Spiel steht.',
    },
  },
  copies: { title: 'Kopien', body: 'Eine weitere Kopie deiner Wallet, für einen anderen Ort.' },
  named: (name) => `Es heißt „${name}“.`,
  unnamed: 'Es hat noch keinen Namen.',
  lastChecked: 'Zuletzt geprüft am',
  neverChecked: 'Noch nie, soweit dieser Browser weiß',
  remind:
    'Prüfe dieses Backup in ein paar Wochen: Gib die Wörter von deinem Blatt am Gerät ein. So weißt du sicher, dass du sie lesen kannst.',
  remindAgain:
    'Deine letzte Prüfung ist über ein Jahr her. Gib die Wörter von deinem Blatt am Gerät ein. So weißt du sicher, dass du sie noch lesen kannst.',
  compare: {
    question: 'Steht auf deinem Vordruck dieselbe ID?',
    answers: { same: 'Ja, dieselbe', different: 'Nein, eine andere', none: 'Ich habe keine' },
    known: 'Dieser Browser kennt diese Wallet: Ihre ID ist dieselbe wie zuvor.',
  },
  failed: { row: 'Letzte Prüfung', on: (date) => `Fehlgeschlagen am ${date}` },
  records: {
    title: 'Verlauf und Erinnerungen',
    body: 'Deine Geräte, was du mit ihnen gemacht hast, und Erinnerungen für den Kalender. Du kannst die Liste speichern oder löschen.',
  },
  home: {
    title: 'Dein Gerät',
    states: {
      backedUp: (date) => `Gesichert am ${date}`,
      checked: (date) => `Gesichert, geprüft am ${date}`,
      known: 'Gesichert, meldet dein Gerät',
      never: 'Gesichert, hier noch nie geprüft',
      due: 'Gesichert, Prüfung fällig',
    },
    reveal: 'Wörter anzeigen',
    addresses: 'Adressen anzeigen',
    sign: 'Nachricht signieren',
    records: 'Verlauf',
    apps: 'Du kannst diese Wallet mit Wallet-Programmen benutzen: Öffne „Apps“ auf dem Gerät oder überlass es dem Programm. Das Gerät unterschreibt nichts, was es dir nicht vorher gezeigt hat.',
    details: 'Details',
    disconnect: 'Trennen',
  },
  receipt: {
    walletId: 'Wallet-ID',
    date: 'Gesichert am',
    device: 'Gerät',
    words: 'Wieder\u00ADherstellungs\u00ADphrase',
    wordCount: (count) => plural(count, { one: 'Ein Wort', other: `${count} Wörter` }),
    unknownDate: 'Bevor dieser Browser die Wallet kannte',
    finish: 'Fertig',
  },
  simulated: {
    device: 'Diese Wallet steckt in einem Simulator. Sende nie echtes Geld an sie.',
    link: 'Dieses Gerät ist so verbunden, wie es Simulatoren sind. Wenn du nicht weißt, was am anderen Ende ist, sende nie echtes Geld an diese Wallet.',
  },
  next: {
    title: 'Nächste Schritte',
    advice: [
      'Bewahre dein Blatt trocken, außer Sicht und getrennt vom Gerät auf.',
      'Wer nach deinen Wörtern fragt, will dich bestehlen.',
    ],
  },
  length: {
    title: 'Wie viele Wörter?',
    lead: 'Sicher ist jede Länge. Mehr Wörter aufzuschreiben und zu bestätigen dauert länger.',
    legend: 'Länge der Wieder\u00ADherstellungs\u00ADphrase',
    option: (wordCount) => `${wordCount} Wörter`,
    hint: {
      12: 'Etwa 5 Minuten',
      15: 'Etwa 6 Minuten',
      18: 'Etwa 8 Minuten',
      21: 'Etwa 9 Minuten',
      24: 'Etwa 10 Minuten',
    },
    others: 'Andere Längen',
    create: 'Auf dem Gerät erstellen',
    needs: 'Lege Stift und Papier bereit und sorge dafür, dass du allein bist.',
  },
  restore: {
    offer: 'Aus meinen Wörtern wiederherstellen',
    title: 'Wie viele Wörter stehen auf deinem Blatt?',
    lead: 'Du gibst sie am Gerät mit seinen zwei Tasten ein. Tippe sie nie in einen Computer.',
    ask: 'Auf dem Gerät wiederherstellen',
    needs: 'Lege dein Blatt bereit und sorge dafür, dass du allein bist.',
    instead: 'Lieber eine neue Wallet erstellen',
    offerFile: 'Aus einer Backup-Datei wiederherstellen',
    neither: {
      title: 'Keine Wallet auf diesem Gerät',
      lead: 'Seine Firmware kann keine Wallet erstellen und auch keine aus Wörtern wiederherstellen.',
    },
  },
  identify: {
    offer: 'Welche Wallet ist dieses Blatt?',
    title: 'Welche Wallet ist dieses Blatt?',
    lead: 'Gib seine Wörter am Gerät ein und sieh, welche Adressen sie öffnen. Nichts wird gespeichert, und weder Wörter noch Adressen kommen auf diesen Computer.',
    ask: 'Wörter am Gerät eingeben',
  },
  rename: {
    title: 'Gib dem Gerät einen Namen',
    lead: 'Wähle einen Namen und bestätige ihn auf dem Gerät. Die Namen sind vorgegeben, damit sich niemand daran gewöhnt, hier zu tippen.',
    legend: 'Name des Geräts',
    keep: 'Nichts ändern',
    ask: 'Auf dem Gerät umbenennen',
    keepAsk: 'Namen behalten',
  },
};
