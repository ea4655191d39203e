import type { AskingMessages } from '../../types/apps/asking.ts';

export const askingInFrench: AskingMessages = {
  apps: 'Applis',
  choose: (app) => ({
    title: app,
    body: `Ouvrir ${app} pour utiliser ce portefeuille depuis l'ordinateur ?`,
    left: 'Retour',
    right: 'Ouvrir',
  }),
  nextApp: 'Suivante',
  ready: (app) => ({
    title: app,
    body: "Prêt. Les demandes de votre logiciel s'affichent ici.",
    left: 'Fermer',
  }),
  allow: (app) => ({
    title: 'Les adresses ?',
    body: `Un logiciel verrait toutes vos adresses ${app}, futures comprises.`,
    left: 'Non',
    right: 'Oui',
  }),
  review: {
    title: 'Lisez ici',
    body: 'Seul cet écran dit ce que vous signez.',
    left: 'Refuser',
    right: 'Lire',
  },
  back: 'Retour',
  next: 'Suite',
  reject: 'Refuser',
  hold: 'Maintenez le bouton droit pour signer.',
  sign: 'Signer',
  compare: {
    title: 'Votre adresse',
    body: "Comparez-la avec celle de l'ordinateur.",
    left: 'Non',
    right: 'Voir',
  },
  same: {
    title: 'La même ?',
    body: "L'adresse ici et celle de l'ordinateur.",
    left: 'Non',
    right: 'Oui',
  },
  refused: 'OK',
  place: (at, of) => `${at}/${of}`,
};
