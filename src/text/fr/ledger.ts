import type { LedgerMessages } from '../types/ledger.ts';

const ledgerApp = 'l’application de Ledger (Ledger Wallet, anciennement Ledger Live)';

export const ledgerInFrench: LedgerMessages = {
  stock: 'Ledger d’origine',
  terminal:
    'C’est un Ledger d’origine. Il suit sa propre configuration, que l’application Hostblind peut accompagner dans un navigateur ; cette commande ne peut pas en lancer une.',
  unchecked: 'Pas contrôlé ici',
  simulated: 'Simulé',
  steps: {
    create: {
      prepare: 'Préparer',
      pin: 'Code PIN',
      write: 'Noter',
      confirm: 'Confirmer',
      'backed-up': 'Prêt',
    },
    restore: {
      prepare: 'Préparer',
      pin: 'Code PIN',
      write: 'Saisir les mots',
      confirm: 'Vérifier',
      'backed-up': 'Prêt',
    },
  },
  restarted:
    'La configuration recommence, avec de nouveaux mots. Si c’est le même appareil et que sa configuration n’était pas terminée, les mots de votre feuille ne servent plus. Dans le doute, gardez cette feuille.',
  swapped: 'Ce n’est plus le même appareil, ou il a été réinitialisé. L’état affiché ici est le sien.',
  soonQuiet: 'Après le dernier mot, l’appareil travaille jusqu’à deux minutes sans répondre. C’est normal.',
  quiet: {
    title: 'L’appareil travaille',
    body: [
      'Il crée ses clés et peut ne pas répondre pendant deux minutes. Laissez-le branché.',
      'La suite s’affichera ici.',
    ],
  },
  waiting: 'L’appareil ne répond pas encore. Nous continuons d’attendre.',
  lost: {
    title: 'L’appareil ne répond pas',
    body: [
      'Nous avons essayé plusieurs fois. S’il est débranché ou éteint, rebranchez-le. Fermez l’application de Ledger et les autres onglets qui l’utilisent.',
      'S’il s’est éteint avant la fin de la configuration, il recommence avec de nouveaux mots.',
    ],
    long: 'S’il affiche un mot, il n’a pas besoin de cette page : continuez sur l’appareil.',
    keepWaiting: 'Continuer d’attendre',
    choose: 'Choisir de nouveau l’appareil',
  },
  reconnecting: 'Tentative de connexion…',
  conditions: {
    locked: {
      title: 'Déverrouillez votre Ledger',
      body: ['Saisissez votre code PIN sur l’appareil. La suite s’affichera ici.'],
    },
    'app-open': {
      title: 'Une application est ouverte sur votre Ledger',
      body: [
        'Tant qu’une application est ouverte, nous ne voyons pas où en est l’appareil. Fermez-la sur l’appareil, ou ici.',
      ],
    },
    'menu-open': {
      title: 'Le menu de l’appareil est ouvert',
      body: ['Fermez-le sur l’appareil. La suite s’affichera ici.'],
    },
    busy: {
      title: 'Votre appareil est occupé',
      body: ['Terminez ou arrêtez ce qui est sur son écran. La suite s’affichera ici.'],
    },
    bootloader: {
      title: 'L’appareil est en mode bootloader',
      body: [
        'Il attend une mise à jour : son portefeuille n’est pas accessible. Débranchez-le, puis rebranchez-le sans maintenir de bouton.',
        `Si cela ne suffit pas, réparez-le dans ${ledgerApp}.`,
      ],
    },
    updater: {
      title: 'Une mise à jour est en cours d’installation',
      body: [
        `Laissez l’appareil branché et terminez la mise à jour dans ${ledgerApp}. La suite s’affichera ici.`,
      ],
    },
    'recovery-mode': {
      title: 'L’appareil est en mode de récupération',
      body: [`Éteignez-le et rallumez-le. S’il y est toujours, réparez-le dans ${ledgerApp}.`],
    },
    'model-not-supported': {
      title: 'Nous ne pouvons pas suivre un Nano S',
      body: [
        'Il n’indique pas à quel écran de sa configuration il se trouve. Il n’a aucun problème : configurez-le sur l’appareil lui-même, sans cette page.',
      ],
    },
    'firmware-too-old': {
      title: 'Son firmware est trop ancien pour être suivi',
      body: [
        'Il n’indique pas à quel écran de sa configuration il se trouve. Un Nano S Plus le fait à partir de la version 1.1.0, un Nano X à partir de la 2.2.0.',
        `Mettez-le à jour dans ${ledgerApp}, ou configurez-le sur l’appareil lui-même, sans cette page.`,
      ],
    },
    'unknown-screen': {
      title: 'Suivez l’appareil',
      body: [
        'Il affiche une étape que cette page ne connaît pas. Faites ce qu’il indique, et la suite s’affichera ici.',
      ],
    },
  },
  quitApp: 'La fermer sur l’appareil',
  quitting: 'Demande de fermeture de l’application envoyée à votre appareil…',
  appOpen: (app) => (app === undefined ? undefined : `L’appareil l’appelle « ${app} ».`),
  ready: {
    title: {
      new: 'Votre Ledger est prêt',
      restore: 'Votre Ledger est restauré',
      other: 'Votre Ledger est prêt',
      before: 'Ce Ledger est déjà configuré',
    },
    lead: {
      new: 'L’appareil indique qu’il a maintenant un portefeuille, qu’il en a affiché les mots et qu’il les a redemandés. Cette page ne lui a jamais demandé un mot.',
      restore:
        'L’appareil indique qu’il a maintenant un portefeuille, créé à partir des mots que vous y avez saisis. Cette page ne lui a jamais demandé un mot.',
      other: 'L’appareil indique qu’il a maintenant un portefeuille.',
      before: 'Il a un portefeuille. Un Ledger n’affiche ses mots qu’une fois, pendant la configuration.',
    },
    seen: (wordCount) => `Il indique qu’il a affiché ${wordCount} mots et qu’il les a redemandés.`,
    facts: { device: 'Appareil', firmware: 'Firmware', words: 'Phrase de récupération' },
    wordsSeen: (wordCount) => `${wordCount} mots, selon l’appareil`,
    notKnownTitle: 'Ce que cette page peut et ne peut pas faire avec un Ledger d’origine',
    capabilities: [
      {
        able: true,
        what: 'Suivre sa configuration, écran par écran et mot par mot',
        how: 'L’appareil indique à quel écran et à quel numéro de mot il se trouve, jamais le mot lui-même.',
      },
      {
        able: false,
        what: 'Afficher de nouveau les mots',
        how: 'Un Ledger n’affiche ses mots qu’une fois, pendant la configuration. Si vous avez perdu la feuille mais pouvez encore déverrouiller l’appareil, transférez vos fonds vers un nouveau portefeuille.',
      },
      {
        able: false,
        what: 'S’assurer que l’appareil est authentique',
        how: 'Il faut pour cela le serveur de Ledger, et cette application n’en utilise aucun. L’application de Ledger le fait dans « My Ledger ».',
      },
      {
        able: false,
        what: 'Comparer votre feuille à l’appareil',
        how: 'Dans l’application de Ledger, ouvrez « My Ledger » et installez l’application « Recovery Check ». Ouvrez-la sur l’appareil et saisissez-y vos mots, jamais sur un ordinateur.',
      },
      {
        able: false,
        what: 'Distinguer un portefeuille d’un autre',
        how: 'Un Ledger ne donne aucun ID de portefeuille tant qu’une application n’est pas ouverte. La première adresse dans votre application de portefeuille est la même après chaque restauration.',
      },
    ],
    can: 'Possible',
    cannot: 'Impossible',
    keepTitle: 'Prochaines étapes',
    keep: [
      'Gardez votre feuille au sec, à l’abri des regards et loin de l’appareil.',
      'Quiconque vous demande vos mots cherche à vous voler.',
    ],
    simulatorOnly: 'C’est un Ledger simulé. Il n’a pas de clés : n’y envoyez jamais d’argent.',
    finish: 'Terminer',
  },
};
