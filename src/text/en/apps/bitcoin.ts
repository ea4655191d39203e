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
  transaction: {
    title: 'Transaction',
    question: 'Sign it?',
    titles: {
      amount: 'Amount',
      to: 'To',
      back: 'Back to you',
      data: 'Data',
      dataInHex: 'Data in hex',
      lost: 'Lost for good',
      fee: 'Fee',
      highFee: 'High fee!',
      spent: 'Coins spent',
      coin: 'Coin',
      after: 'Valid after',
      replaceable: 'Replaceable?',
      id: 'Transaction ID',
      unsignedId: 'ID unsigned',
    },
    values: {
      fee: (amount, share) => `${amount}, ${share} of the amount`,
      highFee: 'More than a tenth of the amount goes in fees.',
      allInFees: 'All of it goes in fees. Nobody gets anything.',
      spent: (count, sum) => `${count}, together ${sum}`,
      block: (height) => `block ${height}`,
      ignored: (moment) => `${moment}, but that has no effect`,
      replaceable: 'Yes, until it is confirmed',
      lasting: 'No',
    },
  },
  extendedKey: {
    compare: { title: 'Account key', body: 'It tells all addresses. Compare it with the computer.' },
    same: { title: 'Is it the same?', body: 'The key here, and on the computer.' },
  },
  reasons: {
    policy: {
      title: 'Unknown wallet',
      body: "This device knows wallets of one key alone. It can't check this one.",
    },
    foreignKey: {
      title: 'Another wallet',
      body: "The computer names a key that isn't yours.",
    },
    path: {
      title: 'Unusual path',
      body: "It isn't a path of standard Bitcoin wallets. So no key is used.",
    },
    foreignCoin: {
      title: 'Not your coin',
      body: "It spends a coin that isn't of your account. So nothing is signed.",
    },
    previous: {
      title: 'Value unknown',
      body: "The wallet program doesn't prove what a coin is worth.",
    },
    sighash: {
      title: 'Open end',
      body: "What you read could be changed after you sign. So it isn't signed.",
    },
    output: {
      title: 'Unknown payee',
      body: "It pays to something that this device can't show.",
    },
    locktime: {
      title: 'Time lock',
      body: "A coin asks for a time of its own. This device can't show that.",
    },
    tooLong: {
      title: 'Too long',
      body: "It's more than this device can show. So it isn't signed.",
    },
  },
};
