import type { TargetProblem, TerminalCeremonyMessages } from '../../types/terminal/ceremonies.ts';

const systemProblems: Readonly<Record<string, string>> = {
  ENOSPC: 'le disque est plein',
  EDQUOT: 'le quota du disque est épuisé',
  EROFS: 'le disque est en lecture seule',
  EACCES: 'vous n’avez pas le droit d’y écrire',
  EPERM: 'vous n’avez pas le droit d’y écrire',
  ENOENT: 'le dossier n’existe pas',
  ENOTDIR: 'le dossier n’existe pas',
};

function reason(problem: TargetProblem): string {
  switch (problem.kind) {
    case 'exists':
      return 'le fichier existe déjà';
    case 'folder':
      return 'c’est un dossier';
    case 'system':
      return systemProblems[problem.code] ?? problem.code;
  }
}

/** Commands stay on one line, by a no-break space. */
export const terminalCeremoniesInFrench: TerminalCeremonyMessages = {
  backedUp: 'Sauvegardé. Vous avez confirmé chaque mot sur l’appareil.',
  nothing: 'L’opération s’est arrêtée avant la création d’un portefeuille. Rien n’a été créé : recommencez.',
  toFinish:
    'Un portefeuille a été commencé : terminez ou abandonnez sa sauvegarde avec hostblind\u00A0resume.',
  cancelled: 'Un autre programme ou une autre fenêtre a demandé à votre appareil de s’arrêter.',
  unfit: {
    'no-wallet': {
      when: 'Cet appareil n’a pas de portefeuille.',
      todo: 'Créez-en un avec hostblind\u00A0create, ou retrouvez le vôtre avec hostblind\u00A0restore ou hostblind\u00A0restore-file.',
    },
    'has-wallet': {
      when: 'Cet appareil a déjà un portefeuille.',
      todo: 'Rien n’a changé. Si vous n’y avez plus besoin de ce portefeuille, vérifiez d’abord votre feuille : hostblind\u00A0check. Puis supprimez-le : hostblind\u00A0wipe.',
    },
    unfinished: {
      when: 'Le portefeuille de cet appareil n’est pas encore sauvegardé.',
      todo: 'Terminez d’abord sa sauvegarde ou abandonnez-la : hostblind\u00A0resume.',
    },
    'nothing-unfinished': {
      when: 'Cet appareil n’a pas de sauvegarde inachevée.',
      todo: 'Voyez hostblind\u00A0status.',
    },
  },
  language: {
    already: (language) => `Votre appareil parle déjà ${language}.`,
    unknown: (spoken) => `Votre appareil ne parle pas cette langue. Il parle : ${spoken.join(', ')}.`,
  },
  sure: { reveal: 'Afficher vos mots sur l’appareil ?', wipe: 'Effacer cet appareil ?' },
  answerKeys: { yes: 'o', no: 'n' },
  yesNo: '[o/N]',
  threeKeys: ({ yes, no, none }) => `o : ${yes}. n : ${no}. Entrée : ${none}.`,
  left: 'Rien n’a été demandé à votre appareil.',
  interrupted: {
    ours: 'Demande d’arrêt envoyée à votre appareil. Appuyez encore sur Ctrl-C pour quitter immédiatement.',
    away: 'Votre appareil n’est pas connecté : impossible de lui demander de s’arrêter. Regardez son écran quand il sera de retour.',
    nothing: 'Arrêté ici. Votre appareil est resté tel quel.',
  },
  doubtNext:
    'Pour afficher les mots : hostblind\u00A0reveal. Pour vérifier de nouveau : hostblind\u00A0check.',
  notNoted: 'Cet ordinateur n’a pas pu noter la date de cette vérification.',
  knownWallet: 'Cet ordinateur connaît ce portefeuille : son ID est le même qu’avant.',
  compareYourself:
    'Comparez l’ID du portefeuille à celui de votre fiche. Ce programme ne peut vous interroger que dans un terminal : rien ne montre donc encore que c’est le bon portefeuille.',
  differentNext:
    'Pour afficher les mots : hostblind\u00A0reveal. Pour effacer l’appareil : hostblind\u00A0wipe.',
  ids: { onDevice: 'appareil', inFile: 'fichier' },
  savedTo: (path) => `Fichier de sauvegarde enregistré : ${path}`,
  checkLater: (path) =>
    `Votre appareil l’a chiffré, et cet ordinateur n’a pas vu le code qui l’ouvre. Déplacez le fichier là où vous le garderez, rangez ailleurs la feuille où figure le code, puis vérifiez-le : hostblind\u00A0check-file ${path}`,
  tryToSaveAgain: 'Essayer encore de l’enregistrer ?',
  saveProblem: (path, problem) => `${path} : ${reason(problem)}.`,
  strangeFile: 'Ce que l’appareil a donné n’est pas un fichier de sauvegarde de son portefeuille.',
  openProblem: (path, problem) => ({
    when: `${path} : ${reason(problem)}.`,
    todo: {
      exists:
        'Indiquez un autre fichier. Si vous n’avez plus besoin de celui-ci, remplacez-le avec --force : son code de sauvegarde n’ouvrira alors plus rien.',
      folder: 'Indiquez un fichier dans ce dossier.',
      system: 'Indiquez un autre fichier. Rien n’a été demandé à votre appareil.',
    }[problem.kind],
  }),
  unreadable: (path, code) => `${path} : impossible de lire le fichier (${code}).`,
};
