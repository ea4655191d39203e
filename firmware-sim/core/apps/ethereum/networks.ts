/** Networks that are called by their names, and what their coins are called. All others are numbers. */
export interface Network {
  readonly name: string;
  readonly coin: string;
}

const networks: ReadonlyMap<bigint, Network> = new Map([
  [1n, { name: 'Ethereum', coin: 'ETH' }],
  [10n, { name: 'Optimism', coin: 'ETH' }],
  [56n, { name: 'BNB Chain', coin: 'BNB' }],
  [100n, { name: 'Gnosis', coin: 'xDAI' }],
  [137n, { name: 'Polygon', coin: 'POL' }],
  [8453n, { name: 'Base', coin: 'ETH' }],
  [42161n, { name: 'Arbitrum One', coin: 'ETH' }],
  [43114n, { name: 'Avalanche', coin: 'AVAX' }],
  [59144n, { name: 'Linea', coin: 'ETH' }],
  [11155111n, { name: 'Sepolia', coin: 'SepoliaETH' }],
]);

export function networkOf(chainId: bigint): Network | undefined {
  return networks.get(chainId);
}
