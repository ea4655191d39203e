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
  transaction: {
    title: 'Transaction',
    question: 'La signer ?',
    titles: {
      amount: 'Montant',
      to: 'À',
      back: 'Retour à vous',
      data: 'Données',
      dataInHex: 'Données (hexa)',
      lost: 'Perdu',
      fee: 'Frais',
      highFee: 'Frais élevés !',
      spent: 'Dépensé',
      coin: 'Pièce',
      after: 'Valable après',
      replaceable: 'Remplaçable ?',
      id: 'ID',
      unsignedId: 'ID non signé',
    },
    values: {
      fee: (amount, share) => `${amount}, ${share} du montant`,
      highFee: "Plus d'un dixième du montant part en frais.",
      allInFees: 'Tout part en frais. Personne ne reçoit rien.',
      spent: (count, sum) => `${count}, en tout ${sum}`,
      block: (height) => `bloc ${height}`,
      ignored: (moment) => `${moment}, mais sans effet`,
      replaceable: "Oui, jusqu'à sa confirmation",
      lasting: 'Non',
    },
  },
  extendedKey: {
    compare: {
      title: 'Clé du compte',
      body: "Elle révèle toutes les adresses. Comparez-la avec l'ordinateur.",
    },
    same: { title: 'La même ?', body: "La clé ici et celle de l'ordinateur." },
  },
  reasons: {
    policy: {
      title: 'Autre type',
      body: "Cet appareil ne connaît que les portefeuilles à une clé. Celui-ci n'est pas vérifiable.",
    },
    foreignKey: {
      title: 'Pas le vôtre',
      body: "L'ordinateur nomme une clé qui n'est pas la vôtre.",
    },
    path: {
      title: 'Chemin inconnu',
      body: "Ce n'est pas un chemin habituel de Bitcoin. Aucune clé n'est utilisée.",
    },
    foreignCoin: {
      title: 'Pas à vous',
      body: "Elle dépense une pièce qui n'est pas de votre compte.",
    },
    previous: {
      title: 'Valeur inconnue',
      body: "Le logiciel ne prouve pas ce que vaut une pièce. Ce n'est pas signé.",
    },
    sighash: {
      title: 'Fin ouverte',
      body: "Ce que vous lisez pourrait changer ensuite. Ce n'est pas signé.",
    },
    output: {
      title: 'Sortie inconnue',
      body: 'Elle paie quelque chose que cet appareil ne peut pas montrer.',
    },
    locktime: {
      title: 'Délai',
      body: 'Une pièce demande un délai à elle. Cet appareil ne peut pas le montrer.',
    },
    tooLong: {
      title: 'Trop long',
      body: "C'est plus que cet appareil ne peut montrer. Ce n'est pas signé.",
    },
  },
};
