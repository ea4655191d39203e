import type { WalletMessages } from '../types/wallet.ts';

export const walletInEnglish: WalletMessages = {
  save: {
    again: 'Save it again',
    retry: 'Save the file',
    name: 'File name',
    write:
      'Write the file’s name on the paper with its code. If your browser added a number to it, write that too.',
  },
  loading: 'Loading this page\u2026',
  noted: (date) => `Last checked on ${date}.`,
  restored: {
    title: 'Restored',
    ask: 'Your device made this wallet from what you entered. Compare its ID with the one on your form.',
    same: 'Your wallet is back on the device. This computer hasn’t seen any of its words.',
    none: 'Nothing shows yet that this is the right wallet. Make sure it has the addresses and coins you expect before you send anything to it.',
  },
  doubt: {
    title: 'Your paper doesn’t match',
    lead: (date) =>
      `${date === undefined ? 'The' : `On ${date}, the`} words you entered didn’t fit the wallet on this device. Don’t rely on that paper: compare it with the words on the device, then check again.`,
    otherTitle: 'This isn’t the wallet on your form',
    otherLead:
      'Either a word was entered wrong, or the form is for another wallet. Don’t send anything to this wallet. Compare your paper with the words on the device, or wipe the device and restore again.',
    show: 'Show the words on the device',
    check: 'Check again',
  },
  tryAgain: 'Try again',
  wipe: {
    title: 'Wipe this device?',
    body: [
      'This deletes the wallet, its PIN and its words from the device. Nothing on this computer can bring them back.',
      'If you have your words on paper, you can restore the wallet. If you don’t, or aren’t sure, everything in it is permanently lost: check your backup first.',
      'Your device asks once more, and only deletes the wallet after you hold its button. This can’t be undone.',
    ],
    ask: 'Wipe on the device',
    keep: 'Keep the wallet',
  },
};
