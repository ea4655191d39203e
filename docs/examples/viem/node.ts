/**
 * A local node to try the page with: `node --import tsx docs/examples/viem/node.ts 0xADDRESS [PORT]`. The address begins with 10 ether of
 * chain 31337; nothing is kept when it ends.
 */
import { createLocalChain } from '../../../tests/kit/wallets/local-chain.ts';
import { serveChain } from '../../../tests/kit/wallets/chain-server.ts';

const [address = '', port = '8545'] = process.argv.slice(2);
const chain = await createLocalChain({ chainId: 31_337, balances: { [address]: 10n ** 19n } });
const { url } = await serveChain(chain, Number(port));
process.stdout.write(`${url}\n`);
