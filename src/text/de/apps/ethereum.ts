import type { EthereumMessages } from '../../types/apps/ethereum.ts';

export const ethereumInGerman: EthereumMessages = {
  titles: {
    account: 'Konto',
    address: 'Adresse',
    network: 'Netzwerk',
    amount: 'Betrag',
    alsoSent: 'Sendet auch',
    token: 'Token',
    contract: 'Vertrag',
    to: 'An',
    spender: 'Darf ausgeben',
    fees: 'Max. Gasgebühr',
    gas: 'Gas',
    nonce: 'Nonce',
    message: 'Nachricht',
    messageInHex: 'Hex-Nachricht',
    emptyMessage: 'Leere Nachricht',
    accessList: 'Zugriffsliste',
    access: (place) => `Zugriff ${place}`,
  },
  chain: (id) => `Chain Nr. ${id}`,
  ownCoin: (amount) => `${amount} Coins dieser Chain`,
  unknownToken: 'Unbekannter Token: Vergleiche den Vertrag',
  rawAmount: (amount) => `${amount}, Kommastellen unbekannt`,
  unlimited: (ticker) => `Unbegrenzt ${ticker}`.trimEnd(),
  takenBack: (amount) => `${amount}: hebt die Freigabe auf`,
  gas: (limit, price, tip) =>
    tip === undefined
      ? `${limit} zu je ${price}`
      : `${limit} zu je höchstens ${price}, Prioritätsgebühr ${tip}`,
  nothing: 'leer',
  transfer: { title: 'Überweisung', question: 'Signieren?' },
  tokenTransfer: { title: 'Token senden', question: 'Signieren?' },
  approval: { title: 'Token-Freigabe', question: 'Signieren?' },
  message: { title: 'Nachricht', question: 'Signieren?' },
  reasons: {
    creation: {
      title: 'Neuer Vertrag',
      body: 'Was sein Code tun würde, kann hier niemand lesen. Nichts wird signiert.',
    },
    call: {
      title: 'Unklarer Aufruf',
      body: 'Was der Vertrag tun würde, kann hier niemand lesen. Nichts wird signiert.',
    },
    hashes: {
      title: 'Nur Hashes',
      body: 'Deine Wallet hat nur Hashes geschickt, nichts Lesbares. Nichts wird signiert.',
    },
    delegation: {
      title: 'Konto abgeben',
      body: 'Damit hätte ein Vertrag dein Konto in der Hand. Das wird nicht signiert.',
    },
    tooLong: {
      title: 'Zu lang',
      body: 'Mehr, als dieses Gerät zeigen kann. Das wird nicht signiert.',
    },
  },
};
