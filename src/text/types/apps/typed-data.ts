/** What the device says of typed data (EIP-712), around what is in it. */
export interface TypedDataText {
  /** What is to be signed, and the question before the hold. */
  readonly title: string;
  readonly question: string;
  /** What the domain says of the app that asks: the fields that EIP-712 names. */
  readonly domain: {
    readonly name: string;
    readonly version: string;
    readonly chainId: string;
    readonly verifyingContract: string;
    readonly salt: string;
  };
  /** Above a field of a domain that has others, and above the types of all of these. */
  readonly domainField: (position: number, total: number) => string;
  readonly domainTypes: string;
  /** Above the name of what the message is, such as "Permit". */
  readonly primaryType: string;
  readonly field: (position: number, total: number) => string;
  /** Above the text of all types of the message. */
  readonly types: string;
  /** Of an array. */
  readonly elements: (count: number) => string;
  /** Stands for an address, which follows on a screen of its own. */
  readonly address: string;
  /** The highest number of so many bits, with which apps say that there's no limit. */
  readonly unlimited: (bits: number) => string;
}
