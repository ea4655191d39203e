import type { AskingMessages } from '../../types/apps/asking.ts';

export const askingInGerman: AskingMessages = {
  apps: 'Apps',
  choose: (app) => ({
    title: app,
    body: `${app} öffnen, um die Wallet mit einem Programm am Computer zu nutzen?`,
    left: 'Zurück',
    right: 'Öffnen',
  }),
  nextApp: 'Nächste',
  ready: (app) => ({
    title: app,
    body: 'Bereit. Was dein Wallet-Programm fragt, siehst du hier.',
    left: 'Beenden',
  }),
  allow: (app) => ({
    title: 'Alle Adressen?',
    body: `Ein Programm sähe alle ${app}-Adressen der Wallet, auch künftige.`,
    left: 'Nein',
    right: 'Ja',
  }),
  review: {
    title: 'Hier lesen',
    body: 'Nur dieser Bildschirm sagt, was du signierst.',
    left: 'Ablehnen',
    right: 'Lesen',
  },
  back: 'Zurück',
  next: 'Weiter',
  reject: 'Ablehnen',
  hold: 'Zum Signieren die rechte Taste halten.',
  sign: 'Signieren',
  compare: {
    title: 'Deine Adresse',
    body: 'Vergleiche sie mit der am Computer.',
    left: 'Nein',
    right: 'Zeigen',
  },
  same: {
    title: 'Ist sie gleich?',
    body: 'Die Adresse hier und die am Computer.',
    left: 'Nein',
    right: 'Ja',
  },
  refused: 'OK',
  place: (at, of) => `${at}/${of}`,
};
