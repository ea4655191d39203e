import type { EthereumMessages } from '../../types/apps/ethereum.ts';

export const ethereumInFrench: EthereumMessages = {
  titles: {
    account: 'Compte',
    address: 'Adresse',
    network: 'Réseau',
    amount: 'Montant',
    alsoSent: 'Envoie aussi',
    token: 'Jeton',
    contract: 'Contrat',
    to: 'À',
    spender: 'Peut dépenser',
    fees: 'Gaz, maximum',
    gas: 'Gaz',
    nonce: 'Numéro (nonce)',
    message: 'Message',
    messageInHex: 'Message (hexa)',
    emptyMessage: 'Message vide',
    accessList: "Liste d'accès",
    access: (place) => `Accès ${place}`,
  },
  chain: (id) => `Chaîne ${id}`,
  ownCoin: (amount) => `${amount} de la monnaie de cette chaîne`,
  unknownToken: 'Jeton inconnu : comparez le contrat',
  rawAmount: (amount) => `${amount}, décimales inconnues`,
  unlimited: (ticker) => `Illimité ${ticker}`.trimEnd(),
  takenBack: (amount) => `${amount} : retire l'autorisation`,
  gas: (limit, price, tip) =>
    tip === undefined ? `${limit} à ${price}` : `${limit} à ${price} au plus, frais prioritaires ${tip}`,
  nothing: 'vide',
  transfer: { title: 'Envoi', question: "Signer l'envoi ?" },
  tokenTransfer: { title: 'Envoi de jetons', question: "Signer l'envoi ?" },
  approval: { title: 'Autorisation', question: 'Signer ceci ?' },
  message: { title: 'Message', question: 'Signer ceci ?' },
  reasons: {
    creation: {
      title: 'Contrat à créer',
      body: "L'écran ne peut pas montrer ce que ferait son code. Ce n'est pas signé.",
    },
    call: {
      title: 'Appel inconnu',
      body: "L'écran ne peut pas montrer ce que ferait le contrat. Ce n'est pas signé.",
    },
    hashes: {
      title: 'Hachages seuls',
      body: "Votre portefeuille n'a envoyé que des hachages. Ce n'est pas signé.",
    },
    delegation: {
      title: 'Compte cédé',
      body: "Un contrat prendrait le contrôle de votre compte. Ce n'est pas signé.",
    },
    tooLong: {
      title: 'Trop long',
      body: "C'est plus que cet appareil ne peut montrer. Ce n'est pas signé.",
    },
  },
};
