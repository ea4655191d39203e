import type { BitcoinMessages } from '../../types/apps/bitcoin.ts';

export const bitcoinInEnglish: BitcoinMessages = {
  titles: {
    account: 'Account',
    address: 'Address',
    changeAddress: 'Change address',
    extendedKey: 'Account key',
    message: 'Message',
    messageInHex: 'Message in hex',
    emptyMessage: 'Empty message',
  },
  nothing: 'empty',
  message: { title: 'Message', question: 'Sign message?' },
  extendedKey: {
    compare: { title: 'Account key', body: 'It tells all addresses. Compare it with the computer.' },
    same: { title: 'Is it the same?', body: 'The key here, and on the computer.' },
  },
  reasons: {
    transaction: {
      title: 'Not signed',
      body: "This device can't sign Bitcoin transactions yet.",
    },
    policy: {
      title: 'Unknown wallet',
      body: "This device knows wallets of one key alone. It can't check this one.",
    },
    foreignKey: {
      title: 'Another wallet',
      body: "The computer asks for an address of a key that isn't yours.",
    },
    path: {
      title: 'Unusual path',
      body: "It isn't a path of standard Bitcoin wallets. So no key is used.",
    },
    tooLong: {
      title: 'Too long',
      body: "It's more than this device can show. So it isn't signed.",
    },
  },
};
