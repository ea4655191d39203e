import type { AttestationFailure } from '../../../devices/hostblind/attestation/attestation-outcome.ts';
import { mayHoldMoney, type AlarmReason } from '../../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../../session/trust/cheat-chance.ts';
import { formatChoice, plural } from '../../locale/format.ts';
import type { TerminalMessages } from '../../types/terminal/terminal.ts';
import { proofInFrench } from '../proof.ts';

const ofTrust: Readonly<Partial<Record<AlarmReason, string>>> = {
  attestation: 'il n’a pas pu prouver son identité',
  'attestation-lost': 'il prouvait son identité, et ne le fait plus',
  'check-lost': 'son aléa pouvait être contrôlé, et ne le peut plus',
  'key-changed': 'il prétend être un appareil que cet ordinateur connaît, mais sa clé est différente',
  'wallet-unsigned': 'il a donné un ID de portefeuille et ne l’a pas signé',
  'simulator-mark-lost': 'c’était un simulateur, et il prétend maintenant être un vrai appareil',
  'other-wallet':
    'il contient un autre portefeuille que celui que cet ordinateur connaît ; si vous l’avez réinitialisé vous-même, utilisez --forget-wallet',
};

const failures: Readonly<Record<AttestationFailure, string>> = {
  malformed: 'son certificat ou sa réponse est mal formé',
  'challenge-signature': 'il n’a pas la clé de son certificat',
  'issuer-signature': 'son certificat n’est pas signé par l’émetteur qu’il nomme',
  'simulator-mark-missing': 'son certificat est celui d’un simulateur, et il prétend ne pas en être un',
  'other-maker': 'son certificat nomme un autre fabricant que son émetteur',
  revoked: 'son fabricant l’a révoqué',
  'not-this-device': 'son certificat est celui d’un autre appareil',
};

const outputFaults: Readonly<Record<string, string>> = {
  ENOSPC: 'le disque est plein',
  EDQUOT: 'le quota du disque est épuisé',
  EFBIG: 'le fichier est trop gros',
};

const wrongRoots = {
  'no-json': 'ce n’est pas du JSON',
  empty: 'aucune racine n’y figure',
  'no-such-field': 'ce champ manque, est inconnu ou n’a pas la bonne valeur',
  maker: 'un nom de fabricant a de 1 à 20 caractères simples et commence par une lettre ou un chiffre',
  key: 'une clé publique est 04 suivi de 128 chiffres hexadécimaux',
  'no-point': 'ce n’est pas une clé publique sur la courbe P-256',
  reserved: 'ce nom est réservé à ce projet',
  twice: 'cette clé est déjà connue',
} as const;

export const terminalInFrench: TerminalMessages = {
  exits: {
    done: 'Terminé.',
    fault: 'Une erreur dans ce programme.',
    usage: 'La ligne de commande n’a pas été comprise.',
    noDevice: 'Aucun appareil trouvé, ou le simulateur n’est pas lancé.',
    notAllowed:
      'L’appareil est là mais ne peut pas être ouvert : pas d’autorisation, pas de bibliothèques USB, ou déjà utilisé.',
    notFinished:
      'L’opération n’est pas allée à son terme : refusée, arrêtée, annulée ou abandonnée, ou appareil effacé ou éteint.',
    notNow:
      'L’appareil ne peut pas faire cela maintenant : il a un portefeuille ou n’en a pas, est verrouillé ou occupé, ne peut pas protéger une signature, ou il n’y a rien à annuler.',
    link: 'L’appareil a été déconnecté ou n’a pas donné de réponse valable.',
    doNotUse:
      'L’appareil n’a pas pu prouver son identité, a échoué au contrôle de l’aléa, a changé depuis que cet ordinateur le connaît, a signé d’une façon qui pourrait trahir ses clés, ou a détecté une défaillance. Ne l’utilisez pas.',
    outputLost:
      'La sortie n’a pas pu être écrite, par exemple sur un disque plein. Il a été demandé à l’appareil de s’arrêter.',
    notConforming: 'L’appareil enfreint une règle du protocole ; le rapport la nomme.',
    notMatching:
      'Cela ne correspond pas : les mots, le code de sauvegarde ou le fichier ne vont pas avec le portefeuille.',
    badFile:
      'Le fichier est inutilisable : il existe déjà, n’est pas un fichier de sauvegarde, ou n’a pas pu être lu ou écrit.',
    interrupted:
      'Ctrl-C, ou plus rien ne lit la sortie. Il a été demandé à l’appareil d’arrêter ce que ce programme avait commencé, sauf par conform.',
  },
  notes: {
    simulator: 'C’est un simulateur. N’envoyez jamais d’argent réel sur son portefeuille.',
    'simulator-link':
      'Cette connexion est faite pour les simulateurs. À moins de savoir ce qu’il y a au bout, n’envoyez jamais d’argent réel sur son portefeuille.',
    'unknown-maker':
      'Ce programme ne sait pas qui a fabriqué cet appareil. À moins de le savoir vous-même, appuyez sur Ctrl-C et ne l’utilisez pas.',
    'self-built':
      'Cet appareil est fait maison : aucun fabricant ne s’en porte garant. Cet ordinateur retient désormais sa clé. À moins de savoir qui l’a fabriqué, appuyez sur Ctrl-C.',
    'cannot-prove':
      'Cet appareil ne peut pas prouver son identité. À moins de savoir d’où il vient, appuyez sur Ctrl-C.',
    'not-checked': 'Le firmware de cet appareil ne peut pas montrer comment il tire son aléa.',
    back: 'Votre appareil est de retour.',
    'other-device': 'C’est un autre appareil. Branchez le premier.',
    'not-kept':
      'Ce que cet ordinateur sait de vos appareils ne peut être ni lu ni conservé : un appareil qui a changé passera inaperçu.',
    locked:
      'Votre appareil est verrouillé. Saisissez son code PIN sur l’appareil, et la suite s’affichera ici.',
    busy: 'Votre appareil est occupé par quelque chose qui n’a pas été lancé ici. La suite s’affichera une fois que ce sera terminé.',
    asked:
      'Un programme demande quelque chose sur votre appareil. Lisez la question sur l’appareil et répondez-y. La suite s’affichera ensuite.',
  },
  labels: {
    device: 'appareil',
    kind: 'type',
    firmware: 'firmware',
    deviceId: 'ID d’appareil',
    can: 'fonctions',
    proof: 'preuve',
    name: 'nom',
    walletId: 'portefeuille',
    wallet: 'portefeuille',
    tries: 'essais PIN',
    backup: 'sauvegarde',
    backedUp: 'sauvegardé le',
    checked: 'vérification',
    checks: 'aléa',
    known: 'connu',
    lastSeen: 'vu le',
    file: 'fichier',
    address: 'adresse',
    signature: 'signature',
  },
  walletState: (state, locked) => (locked ? `${state}, appareil verrouillé` : state),
  proven(proof) {
    const { opened } = proof;
    const { times, of } = cheatChance(proof);
    const before = proof.unfinishedBefore.length;
    if (provesNothing(proof)) {
      return [
        plural(before, {
          one: 'Ce contrôle n’est pas fiable : un contrôle antérieur avec cet appareil n’est jamais allé à son terme.',
          other: `Ce contrôle n’est pas fiable : ${before} contrôles antérieurs avec cet appareil ne sont jamais allés à leur terme.`,
        }),
        plural(before, {
          one: 'Si ce n’est pas vous qui l’avez arrêté, n’alimentez pas ce portefeuille.',
          other: 'Si ce n’est pas vous qui les avez arrêtés, n’alimentez pas ce portefeuille.',
        }),
      ];
    }
    return [
      plural(opened, {
        one: `Aléa contrôlé : ${opened} candidat ouvert, rien d’anormal.`,
        other: `Aléa contrôlé : ${opened} candidats ouverts, rien d’anormal.`,
      }),
      ...(before === 0
        ? []
        : [
            plural(before, {
              one: 'Un contrôle antérieur avec cet appareil n’est jamais allé à son terme.',
              other: `${before} contrôles antérieurs avec cet appareil ne sont jamais allés à leur terme.`,
            }),
          ]),
      plural(times, {
        one: `Un appareil malhonnête avait au plus ${times} chance sur ${of} de passer.`,
        other: `Un appareil malhonnête avait au plus ${times} chances sur ${of} de passer.`,
      }),
    ];
  },
  unfinished(reason, count) {
    const { title, body } = proofInFrench.unprovenText(reason, count);
    return [`${title}.`, ...body].join(' ');
  },
  alarm(reason) {
    const detail = ofTrust[reason] ?? `il a échoué au contrôle de l’aléa : ${reason}`;
    const known = reason === 'other-wallet';
    return mayHoldMoney(reason) && !known
      ? `${detail} ; n’envoyez pas d’argent sur son portefeuille`
      : detail;
  },
  doNotUse: (why) => `N’utilisez pas cet appareil : ${why}.`,
  changed: [
    'Rien n’a été demandé à l’appareil.',
    'Si vous savez pourquoi, relancez la même commande avec --forget-wallet. Sinon, n’utilisez pas l’appareil.',
  ],
  kinds: {
    maker: 'appareil d’un fabricant',
    simulator: 'simulateur : pas d’argent réel',
    'self-built': 'fait maison',
  },
  make: ({ maker, product }, vouched) =>
    vouched ? `${maker} ${product}` : `« ${product} » de « ${maker} », dit-il`,
  claims: ({ maker, product }) => `Il se présente comme « ${product} » de « ${maker} ».`,
  attested(proof) {
    switch (proof?.kind) {
      case undefined:
        return 'aucune : il ne peut pas prouver son identité';
      case 'simulator':
        return 'simulateur, comme l’indique son certificat';
      case 'genuine':
        return proof.added ? 'authentique, par une racine que vous avez ajoutée' : 'authentique';
      case 'self-built':
        return 'signé par sa seule clé : aucun fabricant ne s’en porte garant';
      case 'unknown-issuer':
        return 'a un certificat, mais ce programme n’en connaît pas l’émetteur';
      case 'failed':
        return `ÉCHEC : ${failures[proof.reason]}. N’utilisez pas cet appareil.`;
    }
  },
  links: {
    process: (kind) =>
      kind === 'simulator' ? 'Simulateur dans sa propre fenêtre' : 'Appareil sur le port wire',
    tcp: (kind) => (kind === 'simulator' ? 'Simulateur par TCP' : 'Appareil par TCP'),
  },
  usage: {
    choose: (what, given, choices) => `${what} ${given} : choisissez parmi ${choices.join(', ')}.`,
    port: (given) => `--port ${given} : un port est un nombre de 1 à 65535.`,
    account: (given, highest) => `--account ${given} : un compte est un nombre de 0 à ${highest}.`,
    message: (longest) => `sign-message : un message compte de 1 à ${longest} octets de texte en UTF-8.`,
    looksLikePhrase:
      'cela ressemble à une phrase de récupération. Rien n’a été envoyé. Ne tapez jamais vos mots sur un ordinateur ; si elle contient de l’argent, transférez-le vers un nouveau portefeuille.',
    commandNeeded: (commands) => `il faut une commande : ${commands.join(', ')}.`,
    oneCommand: (more) => `une seule commande à la fois : ${more.join(' ')} est de trop.`,
    notWith: (flag, other) => `${flag} : à ne pas utiliser avec ${other}.`,
    fileNeeded: (flag) => `${flag} : indiquez un fichier.`,
    programNeeded: (flag) => `${flag} : indiquez une commande.`,
    onlyWith: (flag, others) => `${flag} : à utiliser avec ${formatChoice(others)}.`,
    notFor: (flag, command) => `${flag} : ${command} ne l’accepte pas. Voyez hostblind ${command} --help.`,
    argumentNeeded: (command, what) =>
      `${command} : indiquez ${what}, comme dans hostblind ${command} ${what}.`,
    sayYes: (command) =>
      `${command} : ajoutez --yes pour confirmer. Ce programme ne peut vous interroger que dans un terminal, et sans --json.`,
  },
  roots: {
    problem(file, problem) {
      const where = 'where' in problem && problem.where !== '' ? `${problem.where} : ` : '';
      return `fichier de racines ${file} : ${where}${wrongRoots[problem.kind]}.`;
    },
    unreadable: (file, code) => `fichier de racines ${file} : impossible de le lire (${code}).`,
  },
  signing: {
    steps: {
      opening: 'Ouverture de l’application Ethereum sur votre appareil.',
      consent:
        'Si votre appareil demande si un programme peut voir ses adresses, lisez la question et répondez-y sur l’appareil.',
      reading:
        'Lisez le message en entier sur votre appareil. Si c’est bien ce que vous voulez signer, maintenez son bouton droit enfoncé à la fin.',
      finishing: 'Vérification de la signature.',
    },
    checked:
      'Vérifié : le nombre aléatoire de cet ordinateur est dans la signature, votre appareil n’a donc rien pu y cacher.',
    unreadable: (code) => `impossible de lire le message sur l’entrée standard (${code}).`,
  },
  cancelled: 'L’appareil s’est arrêté, comme vous l’avez demandé.',
  nothingToCancel: 'Il n’y a rien à annuler sur l’appareil en ce moment.',
  noDevice: 'Aucun appareil trouvé.',
  stopped: 'Arrêté ici. Appuyez encore sur Ctrl-C pour quitter immédiatement.',
  seeHelp: 'Voyez hostblind --help.',
  unknownFault: 'erreur inconnue',
  udevRule: (file) => `Sous Linux, copiez ces lignes dans ${file} en tant que root :`,
  startSimulator: 'Pour le simulateur : démarrez firmware-sim, puis utilisez --link process.',
  outputLost: (code) =>
    `impossible d’écrire la sortie : ${outputFaults[code] ?? code}. Ce qui y manque n’a été dit nulle part ailleurs.`,
  otherService: (where, mayBeOff) =>
    mayBeOff
      ? `Ce qui répond à ${where} n’est pas un simulateur, ou son appareil est éteint.`
      : `Ce qui répond à ${where} n’est pas un simulateur.`,
  portPrinted: (name) => `Démarrez firmware-sim, et indiquez avec --port le port qu’il affiche pour ${name}.`,
  keys: 'Appuyez sur o ou n, puis sur Entrée. Ne tapez jamais un mot ou votre code PIN sur un ordinateur.',
  unfinishedChecks: (count) =>
    plural(count, {
      one: `${count} contrôle jamais allé à son terme`,
      other: `${count} contrôles de suite jamais allés à leur terme`,
    }),
  acquainted: {
    known: (since) => `depuis le ${since}, par la même clé`,
    new: 'pas encore : rien n’est retenu de cet appareil',
    unproven: 'non : il ne peut pas prouver quel appareil il est, donc rien n’en est retenu',
  },
  records: {
    place: (file) =>
      file === undefined
        ? 'Rien n’est conservé : --no-records.'
        : `Conservé dans ${file}, que vous seul pouvez lire : dates, ID des portefeuilles, ID, noms et clés publiques de vos appareils. Ni mots, ni code PIN.`,
    allChecked: 'Toutes les sauvegardes que cet ordinateur connaît ont été vérifiées depuis moins d’un an.',
    ceremony: (what, ended) => `${what} : ${ended}`,
    cancelled: 'Annulé sur un ordinateur',
    none: 'Cet ordinateur n’a encore rien retenu.',
    more: (count) =>
      plural(count, {
        one: `${count} entrée plus ancienne : --json l’affiche.`,
        other: `${count} entrées plus anciennes : --json les affiche.`,
      }),
  },
};
