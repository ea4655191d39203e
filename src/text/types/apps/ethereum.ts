/**
 * What the device's Ethereum app says. Titles fit one line of the glass, a reason's body three; values are spread over as many screens as
 * they take, so that two that differ must differ in words as well.
 */

/** What is signed, as the first screen says it, and what the last one asks. */
interface Asked {
  readonly title: string;
  readonly question: string;
}

interface Why {
  readonly title: string;
  readonly body: string;
}

export interface EthereumMessages {
  /** Over each value. */
  readonly titles: {
    /** Whose key signs, or is shown: its path. */
    readonly account: string;
    readonly address: string;
    readonly network: string;
    readonly amount: string;
    /** Coins that go along with a call. */
    readonly alsoSent: string;
    readonly token: string;
    readonly contract: string;
    readonly to: string;
    /** Who may spend from now on. */
    readonly spender: string;
    /** The most that price and limit come to. Some chains take more for something else. */
    readonly fees: string;
    readonly gas: string;
    /** Ethereum's word for a transaction's number. */
    readonly nonce: string;
    readonly message: string;
    /** Of bytes that are no text. */
    readonly messageInHex: string;
    readonly emptyMessage: string;
    readonly accessList: string;
    /** `place`: "2" for an address that is read ahead, "2.1" for a storage key of it. */
    readonly access: (place: string) => string;
  };
  /** Of a network without a name. */
  readonly chain: (id: string) => string;
  /** Of a network whose coin has no name here. */
  readonly ownCoin: (amount: string) => string;
  readonly unknownToken: string;
  /** Of a token whose decimals nobody vouches for. */
  readonly rawAmount: (amount: string) => string;
  /** Of an approval. `ticker`: empty if unknown. */
  readonly unlimited: (ticker: string) => string;
  /** Of an approval of nothing, which takes an earlier one back. `amount`: "0 USDT". Elsewhere, 0 may be the number of a collectible. */
  readonly takenBack: (amount: string) => string;
  /** `price`, `tip`: with their unit. */
  readonly gas: (limit: string, price: string, tip: string | undefined) => string;
  readonly nothing: string;
  readonly transfer: Asked;
  readonly tokenTransfer: Asked;
  readonly approval: Asked;
  readonly message: Asked;
  /** Why something isn't signed. */
  readonly reasons: Readonly<Record<'creation' | 'call' | 'hashes' | 'delegation' | 'tooLong', Why>>;
}
