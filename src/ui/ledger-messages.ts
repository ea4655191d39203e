/** What the page says about stock Ledgers beside the sentences of their screens: one catalogue, whole sentences. */
import type { Step } from '../ceremony/step-names.ts';
import type { LedgerReading } from '../signer/ledger/reading.ts';
import type { LedgerInput } from '../protocol/ledger/models.ts';
import type { NoticeText } from './messages.ts';

/** Readings that there is one thing to say about, and nothing to follow. */
export type LedgerCondition = Exclude<LedgerReading['kind'], 'onboarding' | 'set-up'>;

export const ledgerApp = 'Ledger’s own app (Ledger Wallet, formerly Ledger Live)';

export interface LedgerMessages {
  readonly stock: string;
  readonly unchecked: string;
  readonly simulated: string;
  readonly drawing: Record<LedgerInput, string>;
  readonly touchLegend: string;
  readonly steps: { readonly create: Record<Step, string>; readonly restore: Record<Step, string> };
  /** Never a flat "void": a device of the same model in place of the first one looks just the same. */
  readonly restarted: string;
  readonly swapped: string;
  readonly soonQuiet: string;
  readonly quiet: NoticeText;
  readonly waiting: string;
  readonly lost: NoticeText & { long: string; keepWaiting: string; choose: string };
  readonly reconnecting: string;
  readonly conditions: Record<LedgerCondition, NoticeText>;
  readonly quitApp: (app: string) => string;
  readonly quitting: string;
  readonly appOpen: (app: string) => string;
  readonly ready: {
    readonly title: Record<'new' | 'restore' | 'other' | 'before', string>;
    readonly lead: Record<'new' | 'restore' | 'other' | 'before', string>;
    readonly seen: (wordCount: number) => string;
    readonly facts: { device: string; firmware: string; words: string };
    readonly wordsSeen: (wordCount: number) => string;
    readonly notKnownTitle: string;
    readonly can: string;
    readonly cannot: string;
    readonly keepTitle: string;
    readonly keep: readonly string[];
    readonly simulatorOnly: string;
    readonly finish: string;
  };
}

export const ledgerMessages: LedgerMessages = {
  stock: 'Stock Ledger',
  unchecked: 'Not checked here',
  simulated: 'Simulated',
  drawing: {
    buttons: 'A device with a screen and two buttons.',
    touch: 'A device with a touch screen.',
  },
  touchLegend: 'On the screen',
  steps: {
    create: { prepare: 'Prepare', pin: 'PIN', write: 'Write', confirm: 'Confirm', 'backed-up': 'Ready' },
    restore: { prepare: 'Prepare', pin: 'PIN', write: 'Enter words', confirm: 'Check', 'backed-up': 'Ready' },
  },
  restarted:
    'The set-up begins anew, with new words. If this is the device from before and its set-up had not ended, the words on your paper open nothing. If you are not sure, keep that paper.',
  swapped: 'This is another device than before, or it was emptied. What you see is its own state.',
  soonQuiet:
    'After the last word the device computes for up to two minutes and does not answer. That is how it should be.',
  quiet: {
    title: 'The device computes',
    body: [
      'It makes its keys from the words and does not answer meanwhile, for up to two minutes. Leave it plugged in.',
      'This page goes on by itself.',
    ],
  },
  waiting: 'The device does not answer yet. This page keeps waiting, and goes on by itself.',
  lost: {
    title: 'The device does not answer',
    body: [
      'It was asked several times. If it is unplugged or switched off, plug it in again. Close Ledger’s own app and other tabs that use it.',
      'A device that was switched off before its set-up ended begins anew, with new words.',
    ],
    long: 'If it shows a word, it does not need this page: go on there.',
    keepWaiting: 'Keep waiting',
    choose: 'Choose the device again',
  },
  reconnecting: 'Trying to reach it…',
  conditions: {
    locked: {
      title: 'Unlock your Ledger',
      body: ['Enter your PIN on the device. This page goes on by itself.'],
    },
    'app-open': {
      title: 'An app is open on your Ledger',
      body: ['While an app is open, the device does not say where it stands. Close the app there, or here.'],
    },
    'menu-open': {
      title: 'The device’s menu is open',
      body: ['Close it on the device. This page goes on by itself.'],
    },
    busy: {
      title: 'The device is busy',
      body: ['Finish or stop what it shows. This page goes on by itself.'],
    },
    bootloader: {
      title: 'The device is in its bootloader',
      body: [
        'It waits for an update, and no wallet can be reached. Unplug it, and plug it in again without holding a button.',
        `If it comes back here, repair it in ${ledgerApp}.`,
      ],
    },
    updater: {
      title: 'An update is being installed',
      body: [
        `Leave the device plugged in and finish the update in ${ledgerApp}. This page goes on by itself.`,
      ],
    },
    'recovery-mode': {
      title: 'The device is in recovery mode',
      body: [`Switch it off and on. If it stays in recovery mode, repair it in ${ledgerApp}.`],
    },
    'model-not-supported': {
      title: 'A Nano S cannot be followed',
      body: [
        'It does not say which screen of its set-up it shows. Nothing is wrong with it: set it up without this page, by what it shows.',
      ],
    },
    'firmware-too-old': {
      title: 'Its firmware is too old to follow',
      body: [
        'It does not yet say which screen of its set-up it shows. A Nano S Plus does from version 1.1.0 on, a Nano X from 2.2.0 on.',
        `Update it in ${ledgerApp}, or set it up without this page, by what it shows.`,
      ],
    },
    'unknown-screen': {
      title: 'Follow the device',
      body: ['It shows a step that this page does not know. Do what it says; this page goes on by itself.'],
    },
  },
  quitApp: (app) => `Close ${app} on the device`,
  quitting: 'The device was asked to close the app…',
  appOpen: (app) => `It is ${app}.`,
  ready: {
    title: {
      new: 'Your Ledger is ready',
      restore: 'Your Ledger is restored',
      other: 'Your Ledger is ready',
      before: 'This Ledger is set up already',
    },
    lead: {
      new: 'The device has a wallet now. It showed its words and asked for them again, and this computer has seen none of them.',
      restore:
        'The device has a wallet now, from the words that you entered there. This computer has seen none of them.',
      other: 'The device says that it has a wallet now.',
      before: 'It has a wallet. A Ledger shows its words once, when they are made, and not a second time.',
    },
    seen: (wordCount) => `It showed ${wordCount} words and asked for them again.`,
    facts: { device: 'Device', firmware: 'Firmware', words: 'Recovery phrase' },
    wordsSeen: (wordCount) => `${wordCount} words, on your paper only`,
    notKnownTitle: 'What this page can and cannot do with a stock Ledger',
    can: 'Can',
    cannot: 'Cannot',
    keepTitle: 'From here on',
    keep: [
      'Keep the paper dry, out of sight, and away from the device.',
      'Anyone who asks for the words, whoever it is, wants to steal from you.',
    ],
    simulatorOnly: 'This is a simulated Ledger. It holds no keys: never send money to it.',
    finish: 'Done',
  },
};
