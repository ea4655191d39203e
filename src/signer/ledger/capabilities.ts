/** What can be done with a stock Ledger from here, and what cannot: said before anybody relies on it. */
export interface LedgerCapability {
  readonly able: boolean;
  readonly what: string;
  /** Where it can't be done here, where it can. */
  readonly how: string;
}

export const ledgerCapabilities = {
  follow: {
    able: true,
    what: 'Follow its set-up, screen by screen and word by word',
    how: 'The device says which screen it shows and which word, and never a word itself.',
  },
  revealAgain: {
    able: false,
    what: 'Show the words again',
    how: 'A Ledger shows its words once, during the set-up. If the paper is lost while the device still opens: move the funds to a new wallet.',
  },
  genuineCheck: {
    able: false,
    what: 'Check that the device is genuine',
    how: 'That needs Ledger’s server, and this app uses none. Ledger’s own app does it under My Ledger.',
  },
  recoveryCheck: {
    able: false,
    what: 'Compare your paper with the device',
    how: 'In Ledger’s own app, open My Ledger and install the app Recovery Check. Open it on the device and enter the words there, never on a computer.',
  },
  walletId: {
    able: false,
    what: 'Tell one wallet from another',
    how: 'A Ledger gives out no id of its wallet without an app. The first address in your wallet app is the same after every restore.',
  },
} as const satisfies Record<string, LedgerCapability>;
