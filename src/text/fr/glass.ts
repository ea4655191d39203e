import { isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity } from '../../protocol/public-state.ts';
import { plural } from '../locale/format.ts';
import type { GlassMessages } from '../types/glass.ts';
import { entryInFrench } from './entry.ts';
import {
  neverShareInFrench,
  stageSentencesInFrench,
  wordHeadingInFrench,
  wordLabelInFrench,
} from './stages.ts';

const agreedTo: Partial<Record<Activity, string>> = {
  reveal: 'Voir les mots',
  check: 'Vérification',
  'change-pin': 'Nouveau PIN',
  rename: 'Renommer',
  'seed-qr': 'Voir le SeedQR',
  'backup-file': 'Sauvegarde',
  'check-file': 'Vérifier fichier',
  addresses: 'Voir adresses',
};

const agreed: GlassMessages['agreed'] = (activity, { wordCount, dice, entropyCheck }) => {
  if (activity === 'create' || activity === 'restore') {
    if (activity === 'restore') return `${wordCount} mots`;
    if (entropyCheck === true) return `${wordCount} mots, ${dice === true ? 'dés' : 'sans dés'}, contrôle`;
    return dice === true ? `${wordCount} mots, dés, sans contrôle` : `${wordCount} mots, ni dés ni contrôle`;
  }
  return agreedTo[activity];
};

export const glassInFrench: GlassMessages = {
  language: {
    name: 'Français',
    leave: (other) => `Cet appareil parle français. Le passer en ${other} ?`,
    take: 'Désormais, cet appareil parlera français.',
  },
  neverShare: neverShareInFrench,
  stage: stageSentencesInFrench,
  wordPlace: (activity, position, total) => `${wordHeadingInFrench(activity)} ${position} sur ${total}`,
  sameAs: (activity, earlier) => `Identique au ${wordLabelInFrench(activity)} ${earlier}`,
  confirm: {
    question: (activity, position, total) => `${wordHeadingInFrench(activity)} ${position} sur ${total} ?`,
    seeAgain: 'Revoir les mots',
    wrong: (activity, position) => ({
      title: 'Pas celui-là',
      body: isAboutCode(activity)
        ? `Voyez le mot de code ${position} sur la feuille. Puis reconfirmez tous les mots de code.`
        : `Voyez le mot ${position} sur votre feuille. Puis reconfirmez tous les mots.`,
      right: 'Voir',
    }),
    shown: (activity, position) => ({
      title: `Le ${wordLabelInFrench(activity)} ${position} est`,
      right: `Dès le ${wordLabelInFrench(activity)} 1`,
    }),
  },
  pin: {
    done: 'OK',
    remove: 'Effacer',
    tries: (left) => plural(left, { one: 'Dernier essai, puis effacé', other: `Il reste ${left} essais` }),
    wrong: (left) =>
      plural(left, {
        one: "Il reste un essai. Ensuite, cet appareil s'efface.",
        other: `Il reste ${left} essais. Ensuite, cet appareil s'efface.`,
      }),
  },
  dice: {
    remove: 'Effacer',
    place: (position, total, wordCount) => `Lancer ${position}/${total} pour ${wordCount} mots`,
    last: (position) => `Lancer ${position} : `,
    all: (rolls) => ({
      title: 'Tous lancés ?',
      body: `Vous avez saisi ${rolls} lancers.`,
      left: 'Retour',
      right: 'Terminer',
    }),
    flaws: {
      biased: {
        title: 'Pas aléatoire',
        body: 'Certains chiffres sortent trop pour un dé non truqué. Relancez.',
        right: 'Refaire',
      },
      patterned: {
        title: 'Pas aléatoire',
        body: 'Vos chiffres suivent un motif. Ceux des dés, non. Relancez.',
        right: 'Refaire',
      },
    },
  },
  entry: entryInFrench,
  file: {
    restore: (walletId) => `Restaurer le portefeuille ${walletId} de son fichier. Il faut son code.`,
    results: (walletId) => ({
      match: {
        title: 'Bon fichier',
        body: "Il contient ce portefeuille et votre code de sauvegarde l'ouvre.",
      },
      'no-match': {
        title: 'Mauvais fichier',
        body: 'Le code ouvre le fichier, qui contient un autre portefeuille.',
      },
      'other-wallet': {
        title: 'Mauvais fichier',
        body: `Ce fichier est celui du portefeuille ${walletId}, pas de celui-ci.`,
      },
    }),
  },
  seedQr: {
    size: (modules, blocks) => [`${modules} x ${modules},`, `en ${blocks} blocs`],
    place: (position, total) => `${position} sur ${total}`,
  },
  addresses: {
    ethereum: { title: 'Ethereum, compte 1', left: 'Retour', right: 'Suite' },
    bitcoin: { title: 'Bitcoin, compte 1', left: 'Retour', right: 'Terminer' },
  },
  rename: (name) => `Nommer cet appareil "${name}" ?`,
  name: (name) => `Nom : "${name}"`,
  agreed,
  home: 'Sauvegardé',
  selfBuilt: 'Fait maison',
  faulty: {
    title: 'Défaillance',
    body: "Stockage ou source d'aléa en panne. Restaurez votre portefeuille ailleurs.",
  },
};
