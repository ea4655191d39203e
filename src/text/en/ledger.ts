import type { LedgerMessages } from '../types/ledger.ts';

const ledgerApp = 'Ledger’s own app (Ledger Wallet, formerly Ledger Live)';

export const ledgerInEnglish: LedgerMessages = {
  stock: 'Stock Ledger',
  terminal:
    'This is a stock Ledger. It runs its own setup, which the Hostblind app can follow in a browser; this command can’t start one.',
  unchecked: 'Not checked here',
  simulated: 'Simulated',
  steps: {
    create: { prepare: 'Prepare', pin: 'PIN', write: 'Write', confirm: 'Confirm', 'backed-up': 'Ready' },
    restore: { prepare: 'Prepare', pin: 'PIN', write: 'Enter words', confirm: 'Check', 'backed-up': 'Ready' },
  },
  restarted:
    'Setup is starting over, with new words. If this is the same device and its setup hadn’t finished, the words on your paper are no longer used. If you’re not sure, keep that paper.',
  swapped: 'This is a different device, or it was reset. What you see is its own state.',
  soonQuiet: 'After the last word, the device works for up to two minutes without answering. That’s normal.',
  quiet: {
    title: 'The device is working',
    body: [
      'It’s creating its keys and may not answer for up to two minutes. Keep it plugged in.',
      'We’ll continue from there.',
    ],
  },
  waiting: 'The device isn’t answering yet. We’ll keep waiting.',
  lost: {
    title: 'The device isn’t answering',
    body: [
      'We’ve tried several times. If it’s unplugged or switched off, plug it back in. Close Ledger’s own app and any other tabs using it.',
      'If it was switched off before setup finished, it starts over with new words.',
    ],
    long: 'If it’s showing a word, it doesn’t need this page: continue on the device.',
    keepWaiting: 'Keep waiting',
    choose: 'Choose the device again',
  },
  reconnecting: 'Trying to reach it…',
  conditions: {
    locked: {
      title: 'Unlock your Ledger',
      body: ['Enter your PIN on the device. We’ll continue from there.'],
    },
    'app-open': {
      title: 'An app is open on your Ledger',
      body: ['While an app is open, we can’t see how far along the device is. Close the app there, or here.'],
    },
    'menu-open': {
      title: 'The device’s menu is open',
      body: ['Close it on the device. We’ll continue from there.'],
    },
    busy: {
      title: 'Your device is busy',
      body: ['Finish or stop what’s on its screen. We’ll continue from there.'],
    },
    bootloader: {
      title: 'The device is in its bootloader',
      body: [
        'It’s waiting for an update, so its wallet can’t be reached. Unplug it, then plug it back in without holding a button.',
        `If that doesn’t help, repair it in ${ledgerApp}.`,
      ],
    },
    updater: {
      title: 'An update is being installed',
      body: [`Keep the device plugged in and finish the update in ${ledgerApp}. We’ll continue from there.`],
    },
    'recovery-mode': {
      title: 'The device is in recovery mode',
      body: [`Switch it off and on. If it’s still in recovery mode, repair it in ${ledgerApp}.`],
    },
    'model-not-supported': {
      title: 'We can’t follow a Nano S',
      body: [
        'It doesn’t report which setup screen it’s on. Nothing’s wrong with it: set it up on the device itself, without this page.',
      ],
    },
    'firmware-too-old': {
      title: 'Its firmware is too old to follow',
      body: [
        'It doesn’t report which setup screen it’s on. A Nano S Plus does from version 1.1.0, a Nano X from 2.2.0.',
        `Update it in ${ledgerApp}, or set it up on the device itself, without this page.`,
      ],
    },
    'unknown-screen': {
      title: 'Follow the device',
      body: ['It’s showing a step this page doesn’t know. Do what it says, and we’ll continue from there.'],
    },
  },
  quitApp: 'Close it on the device',
  quitting: 'Asking your device to close the app…',
  appOpen: (app) => (app === undefined ? undefined : `The device calls it “${app}”.`),
  ready: {
    title: {
      new: 'Your Ledger is ready',
      restore: 'Your Ledger is restored',
      other: 'Your Ledger is ready',
      before: 'This Ledger is already set up',
    },
    lead: {
      new: 'The device reports that it has a wallet now, and that it showed its words and asked for them again. This page never asked it for a word.',
      restore:
        'The device reports that it has a wallet now, from the words you entered there. This page never asked it for a word.',
      other: 'The device reports that it now has a wallet.',
      before: 'It has a wallet. A Ledger shows its words only once, during setup.',
    },
    seen: (wordCount) => `It reports that it showed ${wordCount} words and asked for them again.`,
    facts: { device: 'Device', firmware: 'Firmware', words: 'Recovery phrase' },
    wordsSeen: (wordCount) => `${wordCount} words, the device reports`,
    notKnownTitle: 'What this page can and cannot do with a stock Ledger',
    capabilities: [
      {
        able: true,
        what: 'Follow its setup, screen by screen and word by word',
        how: 'The device reports which screen and which word number it’s on, never the word itself.',
      },
      {
        able: false,
        what: 'Show the words again',
        how: 'A Ledger shows its words only once, during setup. If you’ve lost the paper but can still unlock the device, move your funds to a new wallet.',
      },
      {
        able: false,
        what: 'Check that the device is genuine',
        how: 'That needs Ledger’s server, and this app uses none. Ledger’s own app does it under My Ledger.',
      },
      {
        able: false,
        what: 'Compare your paper with the device',
        how: 'In Ledger’s own app, open My Ledger and install the Recovery Check app. Open it on the device and enter your words there, never on a computer.',
      },
      {
        able: false,
        what: 'Tell one wallet from another',
        how: 'A Ledger gives out no wallet ID unless an app is open. The first address in your wallet app is the same after every restore.',
      },
    ],
    can: 'Can',
    cannot: 'Cannot',
    keepTitle: 'Next steps',
    keep: [
      'Keep your paper dry, out of sight and away from the device.',
      'Anyone who asks for your words is trying to steal from you.',
    ],
    simulatorOnly: 'This is a simulated Ledger. It has no keys: never send money to it.',
    finish: 'Done',
  },
};
