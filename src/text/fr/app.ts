import { plural } from '../locale/format.ts';
import type { Messages, NoticeText, PageMessages } from '../types/app.ts';

const plugIn: NoticeText = {
  title: 'Aucun appareil ne répond',
  body: ['Branchez votre appareil et allumez-le, puis choisissez-le de nouveau.'],
};

export const appInFrench: Messages = {
  wordmark: 'Hostblind',
  deviceCalled: (name) => `« ${name} »`,
  simulatorBadge: {
    device: 'Simulateur · pas d’argent réel',
    link: 'Connexion de simulateur · pas d’argent réel',
  },
  simulatorFrameTitle: 'Appareil simulé',
  footer: 'Aucune mesure d’audience. Cette page ne communique qu’avec votre appareil.',
  footerOffline:
    'Aucune mesure d’audience. Cette page fonctionne hors ligne et ne communique qu’avec votre appareil.',
  asides: { preferences: 'Préférences', help: 'Aide et informations' },
  asideLoading: 'Chargement de cette page. Si elle n’apparaît pas, rechargez-la une fois en ligne.',
  install: 'Installer cette application',
  newVersion: {
    ready: 'Une nouvelle version de cette application est prête.',
    otherPages: 'Hostblind est ouvert dans un autre onglet. Fermez-le, puis réessayez.',
    use: 'L’utiliser maintenant',
  },
  progressLabel: 'Progression',
  steps: {
    prepare: 'Préparer',
    pin: 'Code PIN',
    write: 'Voir et noter',
    confirm: 'Confirmer',
    'backed-up': 'Sauvegardé',
  },
  stepOf: (index, total, name) => `Étape ${index} sur ${total} : ${name}`,
  stepDone: 'terminée',
  connection: {
    connected: 'Connecté',
    connecting: 'Connexion…',
    lost: 'Déconnecté',
    none: 'Aucun appareil',
  },
  welcome: {
    title: 'Une phrase de récupération qu’aucun ordinateur ne voit jamais',
    lead: 'Créez un portefeuille sur un appareil dédié, notez ses mots à la main et confirmez-les un par un sur l’appareil. Cette page vous guide, sans jamais les voir.',
    points: [
      {
        title: 'Les mots restent sur l’appareil',
        body: 'Maintenez un bouton pour les révéler. Ils s’affichent sur l’écran de l’appareil, un par un.',
      },
      {
        title: 'Vous confirmez chaque mot',
        body: 'Le portefeuille reste inutilisable tant que l’appareil ne vous a pas demandé chacun d’eux.',
      },
      {
        title: 'L’ordinateur ne voit que votre progression',
        body: 'L’appareil n’a aucune commande qui envoie ou reçoive un mot.',
      },
    ],
    choices: {
      create: {
        title: 'Créer un portefeuille',
        body: 'Votre appareil génère les mots. Vous les notez, puis confirmez chacun d’eux.',
      },
      restore: {
        title: 'J’ai des mots ou un fichier',
        body: 'Retrouvez un portefeuille à partir de sa phrase de récupération ou d’un fichier de sauvegarde.',
      },
      try: {
        title: 'Essayer avec le simulateur',
        body: 'Tout se passe sur cette page : sans appareil, sans risque.',
      },
    },
    manage: 'Mon appareil a déjà un portefeuille',
    noUsb: {
      title: 'Ce navigateur ne peut pas accéder aux appareils USB',
      body: [
        'Pour utiliser un appareil, ouvrez cette page dans Chrome, Edge ou un autre navigateur Chromium. Le simulateur, lui, fonctionne ici même.',
      ],
    },
  },
  backup: {
    label: 'Portefeuille',
    states: {
      empty: 'Aucun portefeuille',
      'unfinished-backup': 'Non sauvegardé',
      'backed-up': 'Sauvegardé',
      restored: 'Restauré',
      doubtful: 'Échec de la vérification',
    },
    remembered(devices, { unfinished, failed, unchecked }) {
      if (failed > 0) {
        return plural(devices, {
          one: `${devices} appareil : dernière vérification en échec`,
          other: `${devices} appareils : dernière vérification en échec pour ${failed}`,
        });
      }
      if (unfinished > 0) {
        return plural(devices, {
          one: `${devices} appareil : non sauvegardé`,
          other: `${devices} appareils, dont ${plural(unfinished, {
            one: `${unfinished} non sauvegardé`,
            other: `${unfinished} non sauvegardés`,
          })}`,
        });
      }
      if (unchecked > 0) {
        return plural(devices, {
          one: `${devices} appareil : vérification à faire`,
          other: `${devices} appareils, dont ${unchecked} à vérifier`,
        });
      }
      return plural(devices, {
        one: `${devices} appareil : tout va bien`,
        other: `${devices} appareils : tout va bien`,
      });
    },
    records: 'Historique',
  },
  loading: { title: 'Un instant', body: ['Chargement de la page…'] },
  frameEnded: {
    title: 'Le simulateur de cette page s’est arrêté',
    body: ['Vous avez quitté ou rechargé la page : son portefeuille d’essai a disparu avec elle.'],
  },
  leave: {
    title: 'Quitter cet appareil ?',
    body: {
      frame: 'Le simulateur de cette page ne conserve rien. Si vous la quittez, son portefeuille disparaît.',
      device: 'Rien ne change sur votre appareil. Reconnectez-le pour continuer.',
    },
    leave: 'Quitter',
    stay: 'Rester',
  },
  loadFailed: {
    title: 'Cette page ne s’est pas chargée entièrement',
    body: [
      'Vous êtes peut-être hors ligne, ou le programme qui fournit cette page s’est arrêté. Rien n’a changé sur votre appareil.',
    ],
    retry: 'Réessayer',
  },
  introduction: {
    title: 'Avant de commencer',
    points: {
      privacy: {
        title: 'Rien ne quitte cet ordinateur',
        body: 'Ni mesure d’audience, ni compte, ni serveur : cette page ne communique qu’avec votre appareil. Pour repérer un appareil échangé à votre insu, ce navigateur garde en mémoire vos appareils, leurs clés publiques, les ID de leurs portefeuilles et ce que vous avez fait avec. Il n’enregistre jamais aucun de vos mots, et vous pouvez tout effacer à tout moment dans « Historique ».',
      },
      terms: {
        title: 'Personne ne peut retrouver vos mots à votre place',
        body: 'Qui a vos mots a votre argent. Si vous les perdez avec l’appareil, personne ne pourra vous les rendre : ni le fabricant, ni cette application.',
      },
      pin: {
        title: 'Votre code PIN reste sur l’appareil',
        body: 'Vous le choisissez et le saisissez sur l’appareil. Après trop d’essais manqués, celui-ci supprime son portefeuille.',
      },
      words: {
        title: 'La place de vos mots est sur le papier',
        body: 'Personne ne doit jamais vous les demander. Ne les tapez jamais sur un ordinateur ou un téléphone, et ne les photographiez jamais.',
      },
    },
    tick: 'J’ai compris que personne ne peut retrouver mes mots à ma place',
    missing: 'Cochez d’abord la case ci-dessus.',
    next: 'Continuer',
  },
  back: 'Retour',
  dropFile: 'Déposez ici votre fichier de sauvegarde',
  choose: {
    title: 'Choisissez votre appareil',
    lead: 'Comment voulez-vous vous connecter ?',
    links: {
      webhid: {
        title: 'Appareil USB',
        body: 'Branchez-le, allumez-le, puis choisissez-le dans la liste du navigateur. Un Ledger d’origine convient aussi, avec moins de fonctions.',
      },
      webusb: {
        title: 'Appareil USB',
        body: 'Branchez-le, allumez-le, puis choisissez-le dans la liste du navigateur. Un Ledger d’origine convient aussi, avec moins de fonctions.',
      },
      'simulator-frame': {
        title: 'Simulateur sur cette page',
        body: 'Essayez tout ici. Son portefeuille disparaît quand vous partez.',
      },
      'simulator-process': {
        title: 'Simulateur dans sa propre fenêtre',
        body: 'Pour le programme firmware-sim lancé sur cet ordinateur.',
      },
    },
    noWebHid:
      'Ce navigateur ne peut pas accéder aux appareils USB. Ouvrez cette page dans Chrome, Edge ou un autre navigateur Chromium sur un ordinateur, ou utilisez le simulateur.',
  },
  problem: {
    noWebHid: {
      title: 'Ce navigateur ne peut pas accéder aux appareils USB',
      body: [
        'Ouvrez cette page dans Chrome, Edge ou un autre navigateur Chromium sur un ordinateur, ou utilisez le simulateur.',
      ],
    },
    permissionDenied: {
      title: 'Impossible d’ouvrir l’appareil',
      body: [
        'Votre navigateur ou votre système ne l’a pas permis. Autorisez l’appareil dans les paramètres du site, puis choisissez-le de nouveau.',
        'Sous Linux, il faut ajouter une règle, une fois pour toutes. En tant que root, copiez ces lignes dans le fichier ci-dessous, puis rebranchez l’appareil.',
      ],
    },
    udevTitle: (file) => `Fichier ${file}`,
    notFound: {
      webhid: plugIn,
      webusb: plugIn,
      'simulator-frame': {
        title: 'Le simulateur de cette page n’a pas démarré',
        body: [
          'Réessayez une fois. Si cela ne suffit pas, rechargez la page. Si elle ne se charge pas, vous êtes hors ligne, ou le programme qui la fournit s’est arrêté.',
          'Une extension qui bloque les scripts ou un navigateur ancien peuvent l’empêcher de démarrer : essayez un autre navigateur.',
          'Sinon, lancez le simulateur en tant que programme : npm run firmware-sim, puis choisissez « Simulateur dans sa propre fenêtre ».',
        ],
      },
      'simulator-process': {
        title: 'Aucun simulateur ne répond',
        body: ['Démarrez-le sur cet ordinateur avec npm run firmware-sim, puis choisissez-le de nouveau.'],
      },
    },
    chooserBlocked: {
      title: 'Le navigateur n’a pas affiché la liste des appareils',
      body: [
        'Il a fermé la liste avant que quiconque puisse choisir. Dans les paramètres du navigateur pour ce site, autorisez les appareils HID ou USB, puis réessayez.',
        'Sur un ordinateur professionnel, une règle peut bloquer les appareils USB dans les pages web : adressez-vous à votre administrateur. Le simulateur, lui, n’en a pas besoin.',
      ],
    },
  },
  opening: {
    webhid: {
      title: 'Choisissez-le dans la liste du navigateur',
      body: ['Si votre appareil est verrouillé, saisissez son code PIN sur l’appareil.'],
    },
    webusb: {
      title: 'Choisissez-le dans la liste du navigateur',
      body: ['Si votre appareil est verrouillé, saisissez son code PIN sur l’appareil.'],
    },
    'simulator-frame': { title: 'Démarrage du simulateur', body: ['Il va apparaître sur cette page.'] },
    'simulator-process': { title: 'Connexion au simulateur', body: ['Il tourne dans sa propre fenêtre.'] },
    identify: {
      title: 'Contrôle de l’appareil',
      body: ['Votre appareil prouve son identité.'],
    },
  },
  waiting: {
    'in-use': {
      title: 'Votre appareil est utilisé ailleurs',
      body: [
        'Il est ouvert dans un autre onglet ou programme. Fermez-le, et la suite s’affichera ici.',
        'Rien n’a changé sur votre appareil.',
      ],
    },
    locked: {
      title: 'L’appareil est verrouillé',
      body: ['Saisissez votre code PIN sur l’appareil. La suite s’affichera ici.'],
    },
    busy: {
      title: 'Votre appareil est occupé',
      body: ['Terminez ou arrêtez ce qui est sur son écran. La suite s’affichera ici.'],
    },
  },
  refused: { title: 'Cela n’a pas fonctionné', retry: 'Réessayer' },
  alarm: {
    title: 'N’utilisez pas cet appareil',
    body: [
      'Il a échoué à un contrôle que tout appareil authentique réussit.',
      'N’y saisissez aucun mot et n’envoyez pas d’argent sur son portefeuille.',
    ],
    forget: 'J’ai réinitialisé cet appareil : oublier son ancien portefeuille',
  },
  unverified: {
    title: 'Connaissez-vous cet appareil ?',
    body: ['Aucun fabricant connu de cette application ne s’en porte garant.'],
    accept: 'Je connais cet appareil : continuer',
  },
  lost: {
    device: {
      title: 'Votre appareil n’est pas connecté',
      body: [
        'Rien n’est perdu : votre appareil sait où vous en étiez.',
        'Rebranchez-le et déverrouillez-le. La suite s’affichera ici.',
      ],
      long: 'Il reste injoignable. Essayez un autre câble ou un autre port. Rien ne presse : si votre appareil affiche un mot, ce mot reste à l’écran.',
    },
    simulator: {
      title: 'Le simulateur s’est arrêté',
      body: [
        'Relancez-le avec le même fichier --storage : il saura où vous en étiez. Sans ce fichier, il redémarre comme un appareil neuf.',
        'La suite s’affichera ici.',
      ],
      long: 'Il reste injoignable. Démarrez le simulateur avec : npm run firmware-sim -- --storage device.bin',
    },
    frame: {
      title: 'Le simulateur de cette page s’est arrêté',
      body: [
        'Nous essayons de le joindre. S’il a dû redémarrer, c’est un appareil neuf et vide : le simulateur de cette page ne conserve rien.',
      ],
      long: 'Toujours pas de réponse. Rechargez la page pour relancer le simulateur, comme un appareil neuf et vide.',
    },
    reconnecting: 'Reconnexion…',
    retry: 'Choisir de nouveau l’appareil',
  },
  wallet: {
    changed: 'Le portefeuille de cet appareil a changé',
    gone: 'Le portefeuille de cet appareil a disparu',
    before: 'Avant',
    now: 'Maintenant',
    none: 'Aucun : cet appareil est vide',
    unfinished: 'Un nouveau, pas encore sauvegardé',
    accept: 'Je sais pourquoi : continuer',
    stop: 'Arrêter',
  },
  swapped: 'Ce n’est plus le même appareil. L’état affiché ici est le sien.',
  forms: {
    open: 'Imprimer une fiche vierge',
    hint: 'Si vous avez une imprimante, imprimez d’abord une fiche vierge. Si votre appareil met en garde contre les imprimantes, c’est à raison : vos mots ne doivent jamais y passer. Une fiche vierge, elle, ne craint rien.',
    loading:
      'Chargement des fiches vierges. Si elles n’apparaissent pas, rechargez cette page une fois en ligne.',
  },
  chooseAnother: 'Choisir un autre appareil',
  cancel: 'Annuler',
  withdraw: 'Retirer la question',
  cancelling: 'Demande d’arrêt envoyée à votre appareil…',
  checking: { title: 'Un instant', body: ['Lecture de l’état de l’appareil…'] },
  lookAtDevice: 'Regardez votre appareil',
  attached: 'Votre appareil était déjà en pleine opération. Vous pouvez la poursuivre ici.',
  lockedItself:
    'Votre appareil s’est verrouillé tout seul, car personne n’a appuyé sur ses boutons depuis un moment.',
  after: {
    declined: 'Vous avez refusé sur l’appareil.',
    cancelled: 'Annulé. La sauvegarde de ce portefeuille n’est toujours pas terminée.',
    stopped: 'Vous avez arrêté sur l’appareil. La sauvegarde de ce portefeuille n’est toujours pas terminée.',
    discarded: 'Le portefeuille inachevé a été supprimé.',
    wiped: 'L’appareil a supprimé son portefeuille après trois codes PIN erronés.',
    fault: 'Votre appareil a détecté une défaillance.',
    match: 'Vos mots correspondent au portefeuille de l’appareil.',
    'no-match': 'Vos mots ne correspondent pas au portefeuille de l’appareil.',
    'wrong-code': 'Le code de sauvegarde était erroné.',
    'other-wallet': 'Ce fichier de sauvegarde est celui d’un autre portefeuille.',
    unknown: 'Une opération s’est terminée sur votre appareil. Regardez son écran.',
  },
  panel: {
    title: 'Votre appareil',
    before: 'Vos mots s’affichent sur votre appareil, et nulle part ailleurs.',
    firmware: (version) => `Firmware ${version}`,
  },
  wordProgress: (position, total) => `Mot ${position} sur ${total}`,
  triesLeft: (count) =>
    plural(count, {
      one: 'Il reste un essai. S’il échoue, l’appareil supprime son portefeuille.',
      other: `Il reste ${count} essais avant que l’appareil supprime son portefeuille.`,
    }),
  resting: {
    locked: {
      title: 'L’appareil est verrouillé',
      body: ['Saisissez votre code PIN sur l’appareil. La suite s’affichera ici.'],
    },
    unfinished: {
      title: 'Votre sauvegarde n’est pas terminée',
      body: [
        'Votre appareil demande s’il faut la reprendre ou l’abandonner. Choisissez sur l’appareil, et la suite s’affichera ici.',
      ],
    },
  },
  again: 'Recommencer',
  goOn: 'Continuer',
  readingWallet: { title: 'Presque fini', body: ['Lecture de l’ID du portefeuille…'] },
  backedUp: {
    title: 'Sauvegardé',
    lead: 'Vous avez confirmé chaque mot sur l’appareil. Cet ordinateur n’en a vu aucun.',
    known: 'Votre appareil indique que ce portefeuille est sauvegardé.',
  },
};

export const pageInFrench: PageMessages = {
  title: 'Hostblind : une phrase de récupération qu’aucun ordinateur ne voit jamais',
  description:
    'Créez un portefeuille sur un appareil dédié et sauvegardez sa phrase de récupération sans qu’aucun ordinateur n’en voie jamais un seul mot.',
  noScript:
    'Hostblind a besoin de JavaScript : c’est depuis cette page qu’il communique avec votre appareil, et avec rien d’autre.',
  notLoaded:
    'Cette page ne s’est pas chargée complètement. Rechargez-la. Rien n’a changé sur votre appareil.',
};
