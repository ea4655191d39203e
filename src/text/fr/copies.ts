import type { CopiesMessages } from '../types/copies.ts';

export const copiesInFrench: CopiesMessages = {
  title: 'Copies',
  lead: 'Le papier brûle, et un logement peut être cambriolé. Une seconde copie gardée ailleurs vous protège des deux.',
  noClipboard:
    'Il n’y a pas de bouton pour copier les mots : tous les programmes de cet ordinateur pourraient les lire. Et cette page, de toute façon, ne les a jamais.',
  file: {
    title: 'Fichier de sauvegarde chiffré',
    body: 'Votre appareil enregistre votre portefeuille dans un fichier que cet ordinateur peut garder, mais jamais lire. Il ne s’ouvre qu’avec un code de sauvegarde de 12 mots de code, que vous recopiez sur papier depuis l’écran de l’appareil.',
    advice: [
      'Gardez le fichier et le code à des endroits différents. L’un sans l’autre ne sert à rien à un voleur.',
      'Ensemble, ils valent votre phrase de récupération : ils restaurent le portefeuille en entier.',
      'Chaque fichier a son propre code. Notez le nom du fichier sur la feuille où figure son code.',
      'Vérifiez le fichier une fois rangé à sa place, puis chaque année.',
    ],
    make: 'Créer un fichier de sauvegarde',
    check: 'Vérifier un fichier de sauvegarde',
  },
  choose: {
    'check-file': {
      title: 'Vérifier un fichier de sauvegarde',
      body: [
        'Choisissez le fichier, puis saisissez votre code PIN et le code de sauvegarde sur l’appareil. Il dit si le fichier contient son portefeuille. Rien ne change, ni sur l’appareil, ni dans le fichier.',
      ],
      ask: 'Vérifier sur l’appareil',
    },
    'restore-file': {
      title: 'Restaurer à partir d’un fichier de sauvegarde',
      body: [
        'Choisissez le fichier et préparez son code de sauvegarde. Vous saisirez le code sur l’appareil, avec ses deux boutons. Ne le tapez jamais sur un ordinateur.',
      ],
      ask: 'Restaurer sur l’appareil',
    },
    pick: 'Choisir le fichier',
    pickAnother: 'Choisir un autre fichier',
    chosen: 'Fichier',
    walletId: 'ID du portefeuille',
    otherWallet: {
      title: 'Ce fichier désigne un autre portefeuille',
      body: [
        'Ce n’est pas une copie du portefeuille de votre appareil. Choisissez un autre fichier, ou vérifiez celui-ci avec l’appareil qui contient son portefeuille.',
      ],
    },
    unreadable: {
      title: 'Impossible de lire le fichier',
      body: [
        'Cet ordinateur n’a pas laissé la page l’ouvrir. Copiez le fichier dans un autre dossier et réessayez.',
      ],
    },
    problems: {
      'not-a-backup': {
        title: 'Ce n’est pas un fichier de sauvegarde',
        body: [
          'Le nom d’un fichier de sauvegarde se termine en général par .hbbackup. Le fichier que vous avez choisi contient autre chose.',
        ],
      },
      cut: {
        title: 'Le fichier est incomplet',
        body: ['Il lui manque la fin : il ne peut pas être restauré. Utilisez une autre copie du fichier.'],
      },
      damaged: {
        title: 'Le fichier est endommagé',
        body: [
          'Son contenu a été en partie altéré : il ne peut pas être restauré. Utilisez une autre copie du fichier.',
        ],
      },
      'newer-version': {
        title: 'Le fichier vient d’une version plus récente',
        body: [
          'Il a été créé par un appareil plus récent. Mettez à jour cette application et le firmware de votre appareil, puis choisissez de nouveau le fichier.',
        ],
      },
    },
  },
};
