import type { BitcoinMessages } from '../../types/apps/bitcoin.ts';

export const bitcoinInGerman: BitcoinMessages = {
  titles: {
    account: 'Konto',
    address: 'Adresse',
    changeAddress: 'Wechselgeld',
    extendedKey: 'Kontoschlüssel',
    message: 'Nachricht',
    messageInHex: 'Hex-Nachricht',
    emptyMessage: 'Leere Nachricht',
  },
  nothing: 'leer',
  message: { title: 'Nachricht', question: 'Signieren?' },
  extendedKey: {
    compare: {
      title: 'Kontoschlüssel',
      body: 'Er verrät alle Adressen. Vergleiche ihn mit dem am Computer.',
    },
    same: { title: 'Ist er gleich?', body: 'Der Schlüssel hier und der am Computer.' },
  },
  reasons: {
    transaction: {
      title: 'Nicht signiert',
      body: 'Dieses Gerät kann noch keine Bitcoin-Transaktionen signieren.',
    },
    policy: {
      title: 'Andere Art',
      body: 'Dieses Gerät kennt nur Wallets mit einem Schlüssel und kann das nicht prüfen.',
    },
    foreignKey: {
      title: 'Andere Wallet',
      body: 'Der Computer fragt nach einer Adresse, deren Schlüssel nicht deiner ist.',
    },
    path: {
      title: 'Anderer Pfad',
      body: 'Kein Pfad üblicher Bitcoin-Wallets. Also wird kein Schlüssel benutzt.',
    },
    tooLong: {
      title: 'Zu lang',
      body: 'Mehr, als dieses Gerät zeigen kann. Das wird nicht signiert.',
    },
  },
};
