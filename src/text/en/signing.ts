import { plural } from '../locale/format.ts';
import type { SigningMessages } from '../types/signing.ts';

export const signingInEnglish: SigningMessages = {
  title: 'Sign a message',
  lead: 'Prove to somebody that an address is yours. The device shows you the message before it signs it.',
  message: 'Message',
  noWords: 'Never type your recovery words or your PIN here. They go into the device, and nowhere else.',
  left: (bytes) => plural(bytes, { one: 'One byte left.', other: `${bytes} bytes left.` }),
  tooLong: (bytes) =>
    plural(bytes, {
      one: 'One byte too long: the device can’t take it.',
      other: `${bytes} bytes too long: the device can’t take it.`,
    }),
  looksLikeWords: {
    title: 'This looks like a recovery phrase',
    body: [
      'This page takes none, and nothing was sent. Clear the field, and never type your words on a computer.',
      'If these are the words of a wallet with money in it, move the money to a new wallet: something on this computer may have read them.',
    ],
  },
  brokenCharacter: 'Part of a character is missing. Write it again.',
  otherAccount: 'Sign with another account',
  account: 'Account number',
  accountHint: 'Most wallets have one account, number 1.',
  ask: 'Sign on the device',
  running: {
    title: 'Read it on the device',
    sent: 'Your message',
    onGlass: 'As the device writes it',
    stop: 'Only you can stop this now, on the device. If you close this page, the question stays there, and its answer goes nowhere.',
  },
  steps: {
    opening: 'Opening Ethereum on the device.',
    consent:
      'The device may ask whether this page may see your Ethereum addresses. Agree there: the page needs the address that signs.',
    reading:
      'Read every screen on the device. If it’s your message, hold the right button there until it’s signed. If it isn’t, decline.',
    finishing: 'Checking the signature.',
  },
  failed: {
    title: 'Not signed',
    failures: {
      declined: [
        'You declined on the device, or it refused. Your message is still here: change it, or try again.',
      ],
      locked: ['The device is locked. Enter your PIN on it, then try again. Your message is still here.'],
      busy: [
        'The device is busy with something else. Finish or stop what’s on its screen, then try again. Your message is still here.',
      ],
      disconnected: [
        'The device was disconnected before it answered, so this page has no signature. Your message is still here: try again.',
      ],
      timeout: [
        'The device didn’t answer in time, so this page has no signature. Your message is still here: try again.',
      ],
    },
  },
  signed: {
    title: 'Message signed',
    lead: 'Pass on the message, the address and the signature. Together they’re the proof, and none of them is a secret.',
    address: 'Address',
    signature: 'Signature',
    select: 'Select',
    selected: 'Selected. Copy it with your keyboard or the menu.',
    checked: 'This computer’s random number is in the signature.',
    why: 'That’s why the signature can’t be carrying your keys: a tampered device could hide them in signatures, bit by bit. This page has checked it.',
    save: 'Save as a file',
    another: 'Sign another message',
    done: 'Done',
  },
};
