import type { EthereumMessages } from '../../types/apps/ethereum.ts';

export const ethereumInEnglish: EthereumMessages = {
  titles: {
    account: 'Account',
    address: 'Address',
    network: 'Network',
    amount: 'Amount',
    alsoSent: 'Also sends',
    token: 'Token',
    contract: 'Contract',
    to: 'To',
    spender: 'May spend it',
    fees: 'Max gas fee',
    gas: 'Gas',
    nonce: 'Nonce',
    message: 'Message',
    messageInHex: 'Message in hex',
    emptyMessage: 'Empty message',
    accessList: 'Access list',
    access: (place) => `Access ${place}`,
  },
  chain: (id) => `Chain ${id}`,
  ownCoin: (amount) => `${amount} of the chain's own coin`,
  unknownToken: 'Unknown token: compare its contract',
  rawAmount: (amount) => `${amount}, decimals unknown`,
  unlimited: (ticker) => `Unlimited ${ticker}`.trimEnd(),
  takenBack: (amount) => `${amount}: takes it back`,
  gas: (limit, price, tip) =>
    tip === undefined ? `${limit} at ${price}` : `${limit} at no more than ${price}, priority fee ${tip}`,
  nothing: 'empty',
  transfer: { title: 'Transfer', question: 'Sign transfer?' },
  tokenTransfer: { title: 'Token transfer', question: 'Sign transfer?' },
  approval: { title: 'Token approval', question: 'Sign approval?' },
  message: { title: 'Message', question: 'Sign message?' },
  reasons: {
    creation: {
      title: 'New contract',
      body: "This screen can't show what its code would do. So it isn't signed.",
    },
    call: {
      title: 'Unknown call',
      body: "This device can't show what the contract would do. So it isn't signed.",
    },
    hashes: {
      title: 'Only hashes',
      body: "Your wallet sent hashes, and nothing that can be read. So it isn't signed.",
    },
    delegation: {
      title: 'Losing control',
      body: "This would give a contract control of your account. So it isn't signed.",
    },
    tooLong: {
      title: 'Too long',
      body: "It's more than this device can show. So it isn't signed.",
    },
  },
};
