import type { BitcoinMessages } from '../../types/apps/bitcoin.ts';

export const bitcoinInFrench: BitcoinMessages = {
  titles: {
    account: 'Compte',
    address: 'Adresse',
    changeAddress: 'Adresse (reste)',
    extendedKey: 'Clé du compte',
    message: 'Message',
    messageInHex: 'Message (hexa)',
    emptyMessage: 'Message vide',
  },
  nothing: 'vide',
  message: { title: 'Message', question: 'Signer ceci ?' },
  extendedKey: {
    compare: {
      title: 'Clé du compte',
      body: "Elle révèle toutes les adresses. Comparez-la avec l'ordinateur.",
    },
    same: { title: 'La même ?', body: "La clé ici et celle de l'ordinateur." },
  },
  reasons: {
    transaction: {
      title: 'Non signé',
      body: 'Cet appareil ne sait pas encore signer de transactions Bitcoin.',
    },
    policy: {
      title: 'Autre type',
      body: "Cet appareil ne connaît que les portefeuilles à une clé. Celui-ci n'est pas vérifiable.",
    },
    foreignKey: {
      title: 'Pas le vôtre',
      body: "L'ordinateur demande une adresse dont la clé n'est pas la vôtre.",
    },
    path: {
      title: 'Chemin inconnu',
      body: "Ce n'est pas un chemin habituel de Bitcoin. Aucune clé n'est utilisée.",
    },
    tooLong: {
      title: 'Trop long',
      body: "C'est plus que cet appareil ne peut montrer. Ce n'est pas signé.",
    },
  },
};
