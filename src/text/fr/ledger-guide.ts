import type { LedgerWay } from '../../devices/ledger/ledger-state.ts';
import { ledgerInputs, type LedgerInput } from '../../protocol/ledger/models.ts';
import { ledgerOperations, type LedgerOperation } from '../../protocol/ledger/operation.ts';
import type {
  LedgerGuide,
  LedgerOperationTexts,
  LedgerSentences,
  Onboarding,
} from '../types/ledger-guide.ts';

const operations: Readonly<Record<LedgerOperation, LedgerOperationTexts>> = {
  'turn-pages': {
    buttons: { left: 'Retour', right: 'Suivant' },
    touch: 'Touchez pour continuer',
  },
  'pick-option': {
    buttons: { left: 'Défiler', right: 'Défiler', both: 'Choisir' },
    touch: 'Touchez votre choix',
  },
  'enter-digits': {
    buttons: { left: 'Moins', right: 'Plus', both: 'Valider' },
    touch: 'Touchez les chiffres',
  },
  'enter-letters': {
    buttons: { left: 'Défiler', right: 'Défiler', both: 'Valider' },
    touch: 'Tapez sur l’écran de l’appareil',
  },
};

const welcome = {
  title: 'Commencez sur l’appareil',
  buttons:
    'Appuyez sur le bouton droit pour lire ses pages, jusqu’à ce qu’il propose la configuration. Préparez un stylo et du papier, et assurez-vous que personne ne vous voit.',
  touch:
    'Parcourez ses pages en touchant l’écran, jusqu’à ce qu’il propose la configuration. Préparez un stylo et du papier, et assurez-vous que personne ne vous voit.',
};

function at(
  position: number,
  total: number | undefined,
  some: string,
  each: (place: string) => string,
): string {
  return position === 0 || total === undefined ? some : each(`${position} sur ${total}`);
}

function titleAndExplain(
  { screen, position, wordCount }: Onboarding,
  input: LedgerInput,
  way: LedgerWay,
): {
  title: string;
  explain: string;
} {
  const buttons = input === 'buttons';
  switch (screen) {
    case 'welcome-1':
    case 'welcome-2':
    case 'welcome-3':
    case 'welcome-4':
    case 'welcome-reminder':
      return { title: welcome.title, explain: buttons ? welcome.buttons : welcome.touch };
    case 'early-check':
      return {
        title: 'Contrôler maintenant, ou plus tard',
        explain:
          'L’appareil propose un contrôle par l’application de Ledger. Il faut pour cela le serveur de Ledger : cette page ne peut donc pas le faire. Passez cette étape sur l’appareil et faites-le plus tard, ou faites-le d’abord dans l’application de Ledger.',
      };
    case 'choose-name':
      return {
        title: 'Nommez l’appareil',
        explain: 'N’importe quel nom convient. Choisissez-le sur l’appareil, ou gardez celui qu’il propose.',
      };
    case 'set-up-choice':
      return {
        title: 'Nouveau, ou restaurer ?',
        explain: buttons
          ? 'Appuyez à gauche ou à droite pour trouver une option, et sur les deux boutons pour la choisir. Configurez l’appareil comme neuf pour obtenir de nouveaux mots, ou restaurez pour saisir des mots que vous avez déjà sur papier.'
          : 'Touchez une option. Configurez l’appareil comme neuf pour obtenir de nouveaux mots, ou restaurez pour saisir des mots que vous avez déjà sur papier.',
      };
    case 'restore-choice':
      return {
        title: 'Comment voulez-vous restaurer ?',
        explain:
          'Choisissez sur l’appareil. Pour restaurer à partir de votre feuille, indiquez combien de mots elle porte.',
      };
    case 'pin':
      return {
        title: 'Choisissez un code PIN',
        explain: buttons
          ? 'De 4 à 8 chiffres. Appuyez à gauche ou à droite pour changer un chiffre, et sur les deux boutons pour le valider. Puis saisissez le même code PIN une seconde fois. Ne le tapez jamais sur un ordinateur.'
          : 'Touchez 4 à 8 chiffres sur l’appareil, puis le même code PIN une seconde fois. Ne le tapez jamais sur un ordinateur.',
      };
    case 'new-words':
      return {
        title: at(position, wordCount, 'Notez les mots', (place) => `Mot ${place}`),
        explain: buttons
          ? 'Notez le mot affiché sur l’appareil, avec son numéro. Appuyez à gauche pour revenir en arrière.'
          : 'Notez chaque mot affiché sur l’appareil, avec son numéro. Vous pouvez revenir en arrière sur l’appareil.',
      };
    case 'confirm-words':
      return {
        title: at(position, wordCount, 'Confirmez les mots', (place) => `Confirmez le mot ${place}`),
        explain: buttons
          ? 'L’appareil demande un mot. Cherchez-le sur votre feuille, appuyez à gauche ou à droite jusqu’à ce qu’il apparaisse, puis sur les deux boutons.'
          : 'L’appareil demande un mot. Cherchez-le sur votre feuille et touchez-le sur l’appareil.',
      };
    case 'restore-words':
      return {
        title: at(position, wordCount, 'Saisissez les mots', (place) => `Saisissez le mot ${place}`),
        explain: buttons
          ? 'Saisissez-le sur l’appareil lettre par lettre : gauche et droite pour changer, les deux boutons pour valider. Ne tapez jamais un mot sur un ordinateur.'
          : 'Saisissez-le sur l’écran de l’appareil. Ne tapez jamais un mot sur un ordinateur.',
      };
    case 'restore-by-recover':
      return {
        title: 'Ledger Recover',
        explain:
          'L’appareil restaure à partir de l’abonnement de Ledger, et l’application de Ledger vous guide. Pour utiliser votre feuille, choisissez une autre méthode sur l’appareil.',
      };
    case 'restore-by-key':
      return {
        title: 'Recovery Key',
        explain: 'Suivez l’appareil : il restaure à partir de la carte que vous approchez de lui.',
      };
    case 'safety-warnings':
      return {
        title: 'Lisez ses conseils de sécurité',
        explain:
          way === 'new'
            ? 'Vos mots ne sont que sur votre feuille. Lisez les dernières pages de l’appareil et confirmez-les sur celui-ci.'
            : 'Lisez les dernières pages de l’appareil et confirmez-les sur celui-ci.',
      };
    case 'ready':
      return {
        title: 'Vous y êtes presque',
        explain: 'L’appareil indique qu’il est prêt. Terminez sur celui-ci.',
      };
  }
}

function sentences(reading: Onboarding, way: LedgerWay): LedgerSentences {
  const input = ledgerInputs[reading.device.model];
  const operation = operations[ledgerOperations[reading.screen]];
  const words = titleAndExplain(reading, input, way);
  return input === 'buttons' ? { ...words, ...operation.buttons } : { ...words, touch: operation.touch };
}

export const ledgerGuideInFrench: LedgerGuide = { sentences };
