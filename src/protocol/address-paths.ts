/** Where the addresses come from that a device shows on its glass: BIP-44, and BIP-84 with the first receiving address of each. */
export const addressPaths = {
  ethereum: "m/44'/60'/0'/0/0",
  bitcoin: "m/84'/0'/0'/0/0",
} as const;
