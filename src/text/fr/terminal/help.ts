import { formatChoice } from '../../locale/format.ts';
import type { TerminalHelpMessages } from '../../types/terminal/help.ts';

export const terminalHelpInFrench: TerminalHelpMessages = {
  title:
    'hostblind : sauvegarder un portefeuille sur un appareil. Ses mots s’affichent sur l’appareil, jamais ici.',
  usage: 'Utilisation :',
  usageLine: 'hostblind COMMANDE [OPTIONS]',
  usageOf: (command) => `hostblind ${command} [OPTIONS]`,
  groups: {
    backup: 'Sauvegarder, vérifier et restaurer',
    copies: 'Copies',
    signing: 'Signer',
    device: 'L’appareil',
    looking: 'Consulter',
    makers: 'Pour les fabricants',
  },
  options: 'Options',
  exitCodes: 'Codes de retour',
  more: 'hostblind COMMANDE --help en dit plus sur chaque commande. Rien de secret ne se tape jamais ici : mots, codes PIN et codes de sauvegarde se saisissent sur l’appareil.',
  commands: {
    create: {
      summary: 'Créer un portefeuille et le sauvegarder',
      about: [
        'Crée un portefeuille sur un appareil vide et vous guide dans sa sauvegarde : définir un code PIN, noter les mots, confirmer chacun d’eux. Tout se passe sur l’appareil. Une sauvegarde inachevée est reprise.',
        'Pendant ce temps, cet ordinateur contrôle l’aléa de l’appareil et retient l’ID du portefeuille.',
      ],
    },
    resume: {
      summary: 'Reprendre une sauvegarde interrompue',
      about: [
        'Reprend le suivi d’une sauvegarde commencée mais inachevée. L’appareil demande s’il faut la reprendre ou l’abandonner.',
      ],
    },
    check: {
      summary: 'Vérifier votre feuille : saisir ses mots sur l’appareil',
      about: [
        'Vous saisissez sur l’appareil les mots de votre feuille. Il dit s’ils correspondent à son portefeuille. Rien n’y change.',
        'Un échec est retenu jusqu’à une vérification réussie : hostblind info et hostblind records le montrent, comme toute commande avec ce portefeuille. Code de retour 11 si les mots ne correspondent pas.',
      ],
    },
    restore: {
      summary: 'Restaurer un portefeuille à partir des mots de votre feuille',
      about: [
        'Vous saisissez les mots de votre feuille sur un appareil vide, qui en crée le portefeuille. Comparez ensuite son ID à celui de votre fiche.',
      ],
    },
    reveal: {
      summary: 'Afficher de nouveau les mots, sur l’appareil',
      about: [
        'L’appareil affiche les mots sur son propre écran, après son code PIN et un bouton à maintenir. Deux questions sur les arnaques viennent d’abord, avec leurs réponses.',
      ],
    },
    addresses: {
      summary: 'Afficher les premières adresses du portefeuille, sur l’appareil',
      about: [
        'Après son code PIN, l’appareil affiche sa première adresse Ethereum et sa première adresse Bitcoin sur son propre écran. Comparez-les avec ce qu’affiche votre autre portefeuille. Elles n’arrivent jamais sur cet ordinateur.',
      ],
    },
    identify: {
      summary: 'Voir quelles adresses ouvrent les mots d’une feuille',
      about: [
        'Vous saisissez les mots sur un appareil vide. Il affiche leur première adresse Ethereum et Bitcoin sur son propre écran et ne garde rien. Pour une vieille feuille que personne n’ose saisir nulle part.',
      ],
    },
    'backup-file': {
      summary: 'Enregistrer une copie chiffrée du portefeuille dans un fichier',
      about: [
        'L’appareil chiffre son portefeuille avec un code de sauvegarde de 12 mots de code, qu’il affiche sur son propre écran pour que vous le notiez. Cet ordinateur reçoit le fichier, jamais le code.',
        'Le fichier est écrit en entier ou pas du tout, et vous seul pouvez le lire. Un fichier existant n’est remplacé qu’avec --force.',
      ],
    },
    'check-file': {
      summary: 'Vérifier qu’un fichier de sauvegarde est bon',
      about: [
        'Vous saisissez le code de sauvegarde sur l’appareil. Il dit si le fichier contient son portefeuille. Rien ne change.',
      ],
    },
    'restore-file': {
      summary: 'Restaurer un portefeuille à partir d’un fichier de sauvegarde',
      about: [
        'Vous saisissez le code de sauvegarde sur un appareil vide. Comparez d’abord l’ID du portefeuille sur l’appareil à celui du fichier.',
      ],
    },
    'seed-qr': {
      summary: 'Afficher les mots sous forme de cases, à recopier à la main',
      about: [
        'L’appareil affiche la phrase en SeedQR sur son propre écran, bloc par bloc. Vous recopiez les cases à la main, pour un appareil doté d’une caméra et sans réseau. Ces cases sont vos mots : ne les photographiez jamais.',
      ],
    },
    'sign-message': {
      summary: 'Signer un message, avec le nombre aléatoire de cet ordinateur',
      about: [
        'Votre appareil affiche le message en entier et le signe avec une clé Ethereum de son portefeuille lorsque vous maintenez son bouton enfoncé. Cet ordinateur met dans la signature un nombre aléatoire à lui et vérifie qu’il y est. Ainsi, un appareil malhonnête ne peut pas y cacher vos mots. À un appareil qui n’en est pas capable, aucune signature n’est demandée.',
        'TEXTE est signé tel quel. Avec -, il est lu sur l’entrée standard, avec son dernier saut de ligne. Ne mettez jamais de mots de votre phrase dans un message : un message signé est public.',
      ],
    },
    rename: {
      summary: 'Donner un autre nom à l’appareil',
      about: ['L’appareil affiche le nom et vous demande de l’accepter.'],
    },
    language: {
      summary: 'Changer la langue de l’appareil',
      about: ['Son propre écran vous le demande deux fois : dans la langue actuelle, puis dans la nouvelle.'],
    },
    'change-pin': {
      summary: 'Changer le code PIN de l’appareil, sur l’appareil',
      about: ['Vous saisissez votre code PIN sur l’appareil, puis deux fois le nouveau.'],
    },
    wipe: {
      summary: 'Supprimer le portefeuille de l’appareil',
      about: [
        'Dit ce qui sera perdu et vous interroge ; l’appareil vous interroge à son tour, et ne supprime le portefeuille que si vous maintenez son bouton. Vérifiez d’abord votre feuille.',
      ],
    },
    list: { summary: 'Lister les appareils accessibles', about: [] },
    info: {
      summary: 'Montrer ce qu’est l’appareil, ce qu’il prouve et ce qu’on en sait',
      about: [
        'Montre le type de l’appareil et sa preuve, et ce que cet ordinateur en a retenu : son portefeuille, la dernière vérification de sa sauvegarde et les contrôles de son aléa jamais allés à leur terme. Rien n’est demandé à l’appareil, et rien n’est conservé.',
      ],
    },
    status: { summary: 'Montrer ce que fait l’appareil', about: [] },
    records: {
      summary: 'Montrer ce que cet ordinateur a retenu',
      about: [
        'Liste vos appareils, vos portefeuilles, leur dernière vérification, celles qui ont échoué ou sont à faire, et ce que vous avez fait. Avec --json, affiche la liste telle que la page l’enregistre. Elle ne contient ni mots, ni code PIN, ni clés.',
      ],
    },
    cancel: {
      summary: 'Demander à l’appareil d’arrêter ce qu’il fait',
      about: [],
    },
    conform: {
      summary: 'Tester si un appareil respecte le protocole',
      about: [
        'Pour les fabricants d’appareils. Crée et supprime des portefeuilles : utilisez un appareil vide.',
      ],
    },
  },
  argument: { file: 'FICHIER', name: 'NOM', language: 'LANGUE', message: 'TEXTE' },
  values: {
    words: 'NOMBRE',
    candidates: 'MAXIMUM',
    account: 'NUMÉRO',
    link: 'LIAISON',
    port: 'PORT',
    path: 'CHEMIN',
    records: 'FICHIER',
    roots: 'FICHIER',
    only: 'PARTIE',
    press: 'COMMANDE',
    report: 'FICHIER',
  },
  flags: ({ words, candidates, only }) => ({
    words: `nombre de mots : ${formatChoice(words.map(String))} (24 par défaut)`,
    candidates: `ouvrir de 1 à ce nombre de candidats pendant le contrôle de l’aléa : ${formatChoice(candidates.map(String))} (8 par défaut)`,
    dice: 'lancer des dés sur l’appareil',
    force: 'remplacer le fichier s’il existe',
    yes: 'confirmer d’avance, là où l’on ne peut pas vous interroger',
    'forget-wallet':
      'vous savez pourquoi l’appareil a un autre portefeuille, ou n’en a plus : oublier l’ancien',
    account: 'le compte dont la clé signe ; 0 est le premier (0 par défaut)',
    link: 'usb (par défaut), process ou tcp : le port wire ou le port APDU d’un simulateur',
    port: 'le port du simulateur (par défaut 9997 pour process, 9999 pour tcp)',
    path: 'l’appareil USB à utiliser, tel que list l’affiche (le premier par défaut)',
    records:
      'le fichier de ce que cet ordinateur retient (par défaut $XDG_STATE_HOME/hostblind/records.json)',
    'no-records': 'ne rien retenir',
    roots: 'un fichier de racines de fabricants auxquelles se fier aussi (docs/makers.md)',
    only: `cette partie seule : ${only.join(', ')} ; peut être répété`,
    press: 'une commande qui agit sur l’appareil à votre place (docs/conformance.md)',
    report: 'y écrire le rapport : en JSON s’il se termine par .json, sinon en texte',
    long: 'exécuter aussi ce qui demande des minutes d’attente',
    json: 'une ligne de JSON par événement',
    version: 'afficher la version',
    help: 'afficher cette aide',
  }),
  names: (names) => `Les noms possibles : ${names.join(', ')}.`,
  languages: (languages) => `Les langues : ${languages.join(', ')}.`,
};
