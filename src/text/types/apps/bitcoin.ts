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
  /** Before and after an extended key that the person compares. */
  readonly extendedKey: { readonly compare: Screen; readonly same: Screen };
  /** Why something isn't done. */
  readonly reasons: Readonly<
    Record<
      | 'transaction'
      /** Of several keys, with conditions, or registered. */
      | 'policy'
      /** A single key, which isn't this wallet's. */
      | 'foreignKey'
      | 'path'
      | 'tooLong',
      Screen
    >
  >;
}
