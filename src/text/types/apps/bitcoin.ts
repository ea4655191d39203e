/** What the device's Bitcoin app says. Titles fit one line of the glass, a text of a screen three. */

interface Screen {
  readonly title: string;
  readonly body: string;
}

export interface BitcoinMessages {
  /** Over each value. */
  readonly titles: {
    /** Whose key signs, or is shown: its path. */
    readonly account: string;
    readonly address: string;
    /** Of an address that a wallet pays itself the rest to. */
    readonly changeAddress: string;
    /** What tells all addresses of an account: `xpub…`. */
    readonly extendedKey: string;
    readonly message: string;
    /** Of bytes that are no text. */
    readonly messageInHex: string;
    readonly emptyMessage: string;
  };
  readonly nothing: string;
  /** What the first screen calls it, and what the last one asks. */
  readonly message: { readonly title: string; readonly question: string };
  readonly transaction: {
    readonly title: string;
    readonly question: string;
    /** Over each value. A number may follow. */
    readonly titles: {
      readonly amount: string;
      readonly to: string;
      /** Over an amount and an address of the wallet's own: change. */
      readonly back: string;
      /** What an output says instead of paying somebody; and what it makes unspendable. */
      readonly data: string;
      readonly dataInHex: string;
      readonly lost: string;
      readonly fee: string;
      readonly highFee: string;
      /** All coins, and each. */
      readonly spent: string;
      readonly coin: string;
      /** The time or the block before which nobody takes it. */
      readonly after: string;
      readonly replaceable: string;
      readonly id: string;
      /** Of one whose signatures will change its id. */
      readonly unsignedId: string;
    };
    readonly values: {
      /** `share`: in percent, as `3 %`, of what is sent. */
      readonly fee: (amount: string, share: string) => string;
      readonly highFee: string;
      readonly allInFees: string;
      readonly spent: (count: string, sum: string) => string;
      readonly block: (height: string) => string;
      /** Of a time that is in it and that nobody heeds. */
      readonly ignored: (moment: string) => string;
      readonly replaceable: string;
      readonly lasting: string;
    };
  };
  /** Before and after an extended key that the person compares. */
  readonly extendedKey: { readonly compare: Screen; readonly same: Screen };
  /** Why something isn't done. */
  readonly reasons: Readonly<
    Record<
      /** Of several keys, with conditions, or registered. */
      | 'policy'
      /** A single key, which isn't this wallet's. */
      | 'foreignKey'
      | 'path'
      /** A coin that isn't of the account. */
      | 'foreignCoin'
      /** The transaction before is missing, which says what a coin is worth. */
      | 'previous'
      /** A signature of a part of it. */
      | 'sighash'
      /** One that says neither an address nor a little data. */
      | 'output'
      /** A coin with a time of its own. */
      | 'locktime'
      | 'tooLong',
      Screen
    >
  >;
}
