import { isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';
import type { EntryMessages } from '../types/entry.ts';

const stopOrLook = { left: 'Stop', right: 'Revoir' } as const;

const words = (activity: Activity): string => (isAboutCode(activity) ? 'Mots de code' : 'Mots');

const noMatch = (difference: string): StageSentences => ({
  title: 'Non conformes',
  body: `${difference} Est-ce la saisie, ou la feuille ?`,
  left: 'Revoir',
  right: 'OK',
});

const wrongCodes = {
  phrase: "L'un d'eux est faux. Ou est-ce une phrase de récupération ?",
  checksum: 'Un mot de code au moins est faux ou mal placé.',
  file: "Il n'ouvre pas le fichier. Comparez les mots de code à votre feuille.",
} as const;

export const entryInFrench: EntryMessages = {
  remove: 'Effacer',
  listFoot: { left: 'Haut', both: 'Choisir', right: 'Bas' },
  wheelFoot: { left: 'Préc.', both: 'Valider', right: 'Suiv.' },
  halvesBack: 'Retour',
  enteredFoot: { left: 'Préc.', both: 'Changer', right: 'Suiv.' },
  leave: {
    title: 'Arrêter ?',
    body: "Les mots saisis seront oubliés. Rien n'est enregistré.",
    left: 'Non',
    right: 'Arrêter',
  },
  allLookedAt: (activity) => ({
    title: 'Réessayer ?',
    body: isAboutCode(activity) ? 'Vous avez revu tous les mots de code.' : 'Vous avez revu tous les mots.',
    left: 'Retour',
    right: 'Essayer',
  }),
  dontFit: (mayBeCode) => ({
    title: 'Mots incorrects',
    body: mayBeCode
      ? "L'un d'eux est faux. Ou sont-ce les mots de code d'un fichier ?"
      : 'Un mot au moins est faux ou mal placé. Revérifiez-les tous.',
    ...stopOrLook,
  }),
  wrongCode: (why) => ({ title: 'Code erroné', body: wrongCodes[why], left: 'Revoir', right: 'OK' }),
  anotherWallet: {
    title: 'Un mot est faux',
    body: "Ce n'est pas ce portefeuille. Rien n'est enregistré. Revoyez chaque mot.",
    ...stopOrLook,
  },
  walletIdLabel: 'ID du portefeuille',
  compare: { title: 'Sur la fiche ?', left: 'Différent', right: 'Continuer' },
  maybeSwapped(activity, positions) {
    const pairs = positions.map((position) => `${position} et ${position + 1}`).join(', ou ');
    return `${words(activity)} ${pairs} : peut-être inversés. Comparez-les d'abord.`;
  },
  sameTwice: (activity, position) =>
    `${words(activity)} ${position - 1} et ${position} identiques. Aussi sur votre feuille ?`,
  mayBeCode: "Ce sont peut-être les mots de code d'un fichier, d'une autre feuille.",
  match: {
    title: 'Conformes',
    body: 'Les mots de votre feuille ouvrent ce portefeuille.',
    right: 'OK',
  },
  noMatch: {
    word: (position) => noMatch(`Le mot ${position} n'est pas de ce portefeuille.`),
    swapped: (position) => noMatch(`Les mots ${position} et ${position + 1} sont inversés.`),
    'left-out': (position) => noMatch(`Il manque le mot ${position}.`),
    extra: (position) => noMatch(`Le mot ${position} est en trop.`),
    several: (position, count) => noMatch(`${count} mots diffèrent, le premier est le ${position}.`),
  },
};
