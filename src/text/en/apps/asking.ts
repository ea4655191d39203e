import type { AskingMessages } from '../../types/apps/asking.ts';

export const askingInEnglish: AskingMessages = {
  apps: 'Apps',
  choose: (app) => ({
    title: app,
    body: `Open ${app}, to use this wallet with a program on your computer?`,
    left: 'Back',
    right: 'Open',
  }),
  nextApp: 'Next app',
  ready: (app) => ({
    title: app,
    body: "Ready. You'll see here what your wallet program asks.",
    left: 'Close',
  }),
  allow: (app) => ({
    title: 'All addresses?',
    body: `A program would see all ${app} addresses of this wallet, later ones too.`,
    left: 'No',
    right: 'Yes',
  }),
  review: {
    title: 'Read it here',
    body: 'Only this screen says what you sign.',
    left: 'Reject',
    right: 'Read',
  },
  back: 'Back',
  next: 'Next',
  reject: 'Reject',
  hold: 'Hold the right button to sign it.',
  sign: 'Sign',
  compare: {
    title: 'Your address',
    body: 'Compare it with the one on the computer.',
    left: 'No',
    right: 'Show',
  },
  same: {
    title: 'Is it the same?',
    body: 'The address here, and on the computer.',
    left: 'No',
    right: 'Yes',
  },
  refused: 'OK',
  place: (at, of) => `${at}/${of}`,
};
