import { plural } from '../locale/format.ts';
import type { FormsMessages } from '../types/forms.ts';

export const formsInGerman: FormsMessages = {
  title: 'Leeren Vordruck drucken',
  lead: 'Ein Blatt mit leeren Zeilen, das du von Hand nach dem Bildschirm deines Geräts ausfüllst. Wenn es aus dem Drucker kommt, steht kein Wort darauf.',
  why: 'Dein Gerät warnt dich vor Druckern, und es hat recht: Drucker und Computer behalten, was sie drucken. Deine Wörter dürfen deshalb nie in einen gelangen. Ein leerer Vordruck ist in Ordnung.',
  form: {
    legend: 'Wofür',
    options: {
      words: { title: 'Wieder\u00ADherstellungs\u00ADphrase', hint: 'Nummerierte Zeilen für deine Wörter' },
      'seed-qr': { title: 'SeedQR-Raster', hint: 'Leere Kästchen zum Ausmalen' },
      'backup-code': { title: 'Backup-Code', hint: 'Für den Code einer Backup-Datei' },
    },
  },
  paper: 'Papier',
  words: { legend: 'Wie viele Wörter', option: (count) => `${count} Wörter` },
  size: {
    legend: 'Größe des Rasters',
    options: {
      21: { title: '21 x 21', hint: '12 Wörter, Compact' },
      25: { title: '25 x 25', hint: '12 Wörter, Standard; 24 Wörter, Compact' },
      29: { title: '29 x 29', hint: '24 Wörter, Standard' },
    },
  },
  boxes: {
    legend: 'Für Metallplatten',
    with: { title: 'Mit Feldern', hint: 'Die ersten vier Buchstaben genügen für jedes Wort' },
    without: { title: 'Nur Linien' },
  },
  fixed: {
    legend: 'Kästchen, die in jedem Code gleich sind',
    with: { title: 'Mitdrucken', hint: 'Die Ecken, sie verraten nichts' },
    without: { title: 'Leer lassen' },
  },
  checks: {
    legend: 'Wann du geprüft hast',
    with: { title: 'Ein zweites Blatt', hint: 'Bewahre es getrennt von deinen Wörtern auf' },
    without: { title: 'Kein zweites Blatt' },
  },
  walletId: {
    legend: 'Wallet-ID',
    with: { title: 'Mitdrucken', hint: 'Sie öffnet nichts' },
    without: { title: 'Leer lassen' },
  },
  print: 'Drucken',
  back: 'Zurück',
  preview: (sheets) => plural(sheets, { one: 'Ein Blatt', other: `${sheets} Blätter` }),
  sheet: {
    heading: {
      words: 'Wieder\u00ADherstellungs\u00ADphrase',
      'seed-qr': 'SeedQR',
      'backup-code': 'Backup-Code',
    },
    warning: {
      words:
        'Von Hand nach dem Bildschirm deines Geräts ausfüllen. Dieses Blatt nie abtippen, fotografieren, scannen oder kopieren.',
      'seed-qr':
        'Von Hand, Block für Block, nach dem Bildschirm deines Geräts ausfüllen. Dieses Blatt nie mit einem Handy fotografieren oder scannen.',
      'backup-code':
        'Das ist keine Wieder\u00ADherstellungs\u00ADphrase. Diese Codewörter öffnen eine einzige Backup-Datei und sonst nichts. Getrennt von der Datei aufbewahren.',
    },
    walletId: 'Wallet-ID',
    device: 'Gerät',
    date: 'Aufgeschrieben am',
    words: 'Wörter',
    file: 'Dateiname',
    format: 'Standard oder Compact',
    firstLetters: 'die ersten vier Buchstaben',
    foot: {
      words:
        'Wer dieses Blatt liest, kann alles aus der Wallet nehmen. Zum Wiederherstellen die Wörter an einem Hardware-Gerät eingeben, das BIP-39-Phrasen annimmt, nie an einem Computer.',
      'seed-qr':
        'Wer dieses Blatt sieht, kann alles aus der Wallet nehmen: Die Kästchen sind die Wieder\u00ADherstellungs\u00ADphrase. Zum Lesen ein Hardware-Gerät mit Kamera und ohne Netz nehmen.',
      'backup-code':
        'Wer die Datei und dieses Blatt hat, kann alles aus der Wallet nehmen. Zum Wiederherstellen die Datei in der App wählen und den Code am Gerät eingeben.',
    },
    checks: {
      title: 'Prüfungen eines Backups',
      lead: 'Prüfe dein Backup ab und zu am Gerät und notiere das Datum. Schreibe nie ein Wort auf dieses Blatt.',
      columns: ['Datum', 'Stimmt', 'Stimmt nicht', 'Gerät', 'Wer'],
    },
    grid: (size) =>
      `${size} x ${size} Kästchen. Blöcke heißen nach Zeile und Spalte, wie auf dem Gerät: A1 ist oben links.`,
  },
};
