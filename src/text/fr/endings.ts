import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { NoticeText } from '../types/app.ts';
import type { EndingsMessages, Ended } from '../types/endings.ts';

const asking: Readonly<Record<CeremonyKind, string>> = {
  create: 'Regardez votre appareil : il demande s’il doit créer un portefeuille.',
  restore: 'Regardez votre appareil : il demande s’il doit restaurer un portefeuille.',
  reveal: 'Regardez votre appareil : il demande s’il doit afficher vos mots.',
  check: 'Regardez votre appareil : il demande s’il doit vérifier votre sauvegarde.',
  'change-pin': 'Regardez votre appareil : il demande s’il doit changer votre code PIN.',
  rename: 'Regardez votre appareil : il affiche son nouveau nom et vous demande de le confirmer.',
  language: 'Regardez votre appareil : il demande dans les deux langues s’il doit changer de langue.',
  wipe: 'Regardez votre appareil : il demande s’il doit supprimer le portefeuille.',
  'seed-qr': 'Regardez votre appareil : il demande s’il doit afficher votre phrase sous forme de SeedQR.',
  'backup-file': 'Regardez votre appareil : il demande s’il doit créer un fichier de sauvegarde chiffré.',
  'check-file': 'Regardez votre appareil : il demande s’il doit vérifier le fichier de sauvegarde.',
  'restore-file':
    'Regardez votre appareil : il affiche l’ID du portefeuille du fichier et demande s’il doit le restaurer.',
  addresses: 'Regardez votre appareil : il demande s’il doit afficher les adresses de ce portefeuille.',
  identify:
    'Regardez votre appareil : il demande s’il doit afficher les adresses des mots que vous saisirez.',
};

const general: Readonly<Record<Ended, NoticeText>> = {
  completed: { title: 'Terminé', body: ['Votre appareil a terminé.'] },
  declined: { title: 'Vous avez refusé sur l’appareil', body: ['Rien n’a changé.'] },
  cancelled: {
    title: 'Annulé',
    body: ['Votre appareil s’est arrêté, comme vous l’avez demandé. Cet ordinateur n’a rien appris.'],
  },
  stopped: {
    title: 'Arrêté sur l’appareil',
    body: ['Rien n’est perdu. Vous pouvez reprendre quand vous voulez.'],
  },
  discarded: {
    title: 'Portefeuille inachevé supprimé',
    body: [
      'Les mots que vous avez notés sont ceux d’un portefeuille vide, qui n’est plus sur cet appareil. Détruisez cette feuille, pour qu’elle ne trompe personne.',
    ],
  },
  wiped: {
    title: 'L’appareil a supprimé son portefeuille',
    body: [
      'Trois codes PIN erronés ont été saisis : votre appareil est maintenant vide.',
      'Si vous avez vos mots sur papier, le portefeuille n’est pas perdu : restaurez-le à partir d’eux.',
    ],
  },
  fault: {
    title: 'Votre appareil a détecté une défaillance',
    body: [
      'Ne lui confiez pas de portefeuille. Éteignez-le et rallumez-le une fois. S’il le signale encore, remplacez-le.',
    ],
  },
  match: {
    title: 'Vos mots correspondent',
    body: [
      'Les mots de votre feuille ouvrent le portefeuille de cet appareil. Rien n’y a changé.',
      'Rangez la feuille au sec, à l’abri des regards et loin de l’appareil. Vérifiez-la de nouveau dans quelques mois.',
    ],
  },
  'no-match': {
    title: 'Vos mots ne correspondent pas',
    body: [
      'Un mot au moins est faux ou mal placé. Rien n’a changé sur votre appareil.',
      'Affichez de nouveau les mots sur votre appareil et comparez-les à votre feuille. S’ils diffèrent, écrivez une nouvelle feuille. Puis refaites la vérification.',
    ],
  },
  'wrong-code': {
    title: 'Code de sauvegarde erroné',
    body: [
      'Le code que vous avez saisi n’ouvre pas ce fichier de sauvegarde. Rien n’a changé sur votre appareil.',
      'Comparez chaque mot du code à votre feuille et réessayez.',
    ],
  },
  unknown: {
    title: 'C’est terminé sur votre appareil',
    body: [
      'Cette application ne sait pas comment : votre appareil est plus récent qu’elle. Regardez son écran.',
    ],
  },
  'other-wallet': {
    title: 'Ce fichier est celui d’un autre portefeuille',
    body: ['Ce fichier de sauvegarde ne correspond pas au portefeuille de votre appareil. Rien n’a changé.'],
  },
};

const samePin = ['Votre code PIN n’a pas changé.'];

const noFile = [
  'Aucun fichier n’a été créé et rien n’a changé. Si vous avez noté un code, il n’ouvre rien : détruisez cette feuille.',
];
const stillEmpty = [
  'Votre appareil est toujours vide et n’a rien gardé de ce que vous avez saisi. Vous pouvez recommencer.',
];

const unsavedFile: EndingsMessages['unsavedFile'] = {
  saving: {
    title: 'Enregistrement de votre fichier de sauvegarde',
    body: ['Votre appareil l’a transmis à cet ordinateur.'],
  },
  failed: {
    title: 'Votre fichier de sauvegarde n’est pas enregistré',
    body: [
      'Votre appareil l’a transmis, mais cet ordinateur n’a pas pu l’enregistrer. Réessayez : l’appareil garde le fichier jusqu’à ce que vous l’éteigniez ou lui demandiez autre chose.',
    ],
  },
};

/** Where a ceremony has something of its own to say. */
const particular: Partial<Record<Activity, Partial<Record<Ended, NoticeText>>>> = {
  create: {
    declined: {
      title: general.declined.title,
      body: ['Aucun portefeuille n’a été créé et rien n’a changé.'],
    },
  },
  addresses: {
    completed: {
      title: 'Votre appareil a affiché les adresses',
      body: [
        'Si votre autre portefeuille affiche les mêmes, cet appareil contient ce portefeuille.',
        'Si elles diffèrent, les mots peuvent quand même être bons : un autre compte, un autre chemin ou une passphrase donne d’autres adresses.',
        'Cette application sait seulement qu’elles ont été affichées.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Aucune adresse n’a été affichée et rien n’a changé.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Les adresses sont de nouveau cachées et rien n’a changé.'],
    },
  },
  identify: {
    completed: {
      title: 'Votre appareil a affiché les adresses',
      body: [
        'Si un autre portefeuille affiche les mêmes, votre feuille ouvre ce portefeuille.',
        'Si elles diffèrent, les mots peuvent quand même être bons : un autre compte, un autre chemin ou une passphrase donne d’autres adresses.',
        'Votre appareil est toujours vide et n’a rien gardé de ce que vous avez saisi. Cette application sait seulement qu’elles ont été affichées.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Aucune adresse n’a été affichée. Votre appareil est toujours vide.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'Votre appareil s’est arrêté, comme vous l’avez demandé. Il est toujours vide et n’a rien gardé de ce que vous avez saisi.',
      ],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  restore: {
    declined: {
      title: general.declined.title,
      body: ['Rien n’a été restauré. Votre appareil est toujours vide.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'Votre appareil s’est arrêté, comme vous l’avez demandé. Il est toujours vide et n’a rien gardé de ce que vous avez saisi.',
      ],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  reveal: {
    completed: {
      title: 'Vous avez vu vos mots',
      body: [
        'Votre appareil a affiché tous les mots. Cet ordinateur n’en a vu aucun.',
        'Rangez la feuille au sec, à l’abri des regards et loin de l’appareil.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Aucun mot n’a été affiché et rien n’a changé.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Vos mots sont de nouveau cachés et rien n’a changé.'],
    },
  },
  'seed-qr': {
    completed: {
      title: 'Vous avez copié votre SeedQR',
      body: [
        'Votre appareil a affiché toutes les cases. Cet ordinateur n’en a vu aucune.',
        'Faites relire votre copie par un appareil doté d’une caméra et sans réseau, jamais par un téléphone. Puis protégez-la autant que vos mots : c’est votre phrase de récupération.',
      ],
    },
    declined: { title: general.declined.title, body: ['Rien n’a été affiché et rien n’a changé.'] },
    stopped: {
      title: general.stopped.title,
      body: [
        'Les cases sont de nouveau cachées et rien n’a changé. Une copie commencée contient une partie de votre phrase : terminez-la plus tard ou détruisez-la.',
      ],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'Les cases sont de nouveau cachées et cet ordinateur n’a rien appris. Une copie commencée contient une partie de votre phrase : terminez-la plus tard ou détruisez-la.',
      ],
    },
  },
  check: {
    stopped: {
      title: general.stopped.title,
      body: [
        'La vérification s’est arrêtée avant le dernier mot : il n’y a donc pas de résultat. Rien n’a changé.',
      ],
    },
  },
  'change-pin': {
    completed: {
      title: 'Code PIN changé',
      body: [
        'Désormais, votre appareil ne s’ouvre plus qu’avec le nouveau code PIN. Vos mots n’ont pas changé : votre feuille reste valable.',
        'Gardez votre code PIN et vos mots à des endroits différents.',
      ],
    },
    declined: { title: general.declined.title, body: samePin },
    cancelled: { title: general.cancelled.title, body: samePin },
    stopped: { title: general.stopped.title, body: samePin },
  },
  language: {
    completed: {
      title: 'Votre appareil a changé de langue',
      body: ['Il garde cette langue une fois éteint, et même une fois effacé.'],
    },
    declined: { title: general.declined.title, body: ['La langue n’a pas changé.'] },
    cancelled: { title: general.cancelled.title, body: ['La langue n’a pas changé.'] },
  },
  rename: {
    completed: {
      title: 'Votre appareil a un nouveau nom',
      body: ['Il l’affiche au repos : vous distinguerez ainsi vos appareils.'],
    },
    declined: { title: general.declined.title, body: ['Le nom n’a pas changé.'] },
    cancelled: { title: general.cancelled.title, body: ['Le nom n’a pas changé.'] },
  },
  'backup-file': {
    completed: {
      title: 'Fichier de sauvegarde enregistré',
      body: [
        'Il est dans vos téléchargements, chiffré par votre appareil. Cet ordinateur n’a pas vu le code qui l’ouvre.',
        'Déplacez le fichier là où vous le garderez, et rangez ailleurs la feuille où figure le code. Puis vérifiez le fichier dans « Copies », « Vérifier un fichier de sauvegarde ».',
      ],
    },
    declined: { title: general.declined.title, body: noFile },
    cancelled: { title: general.cancelled.title, body: noFile },
    stopped: { title: general.stopped.title, body: noFile },
  },
  'check-file': {
    match: {
      title: 'Le fichier de sauvegarde est bon',
      body: [
        'Il contient le portefeuille de cet appareil et votre code de sauvegarde l’ouvre. Rien n’a changé.',
        'Gardez le fichier et le code à des endroits différents.',
      ],
    },
    'no-match': {
      title: 'Le fichier ne contient pas ce portefeuille',
      body: [
        'Le code ouvre le fichier, mais celui-ci ne contient pas le portefeuille de votre appareil. Ne vous y fiez pas : créez-en un nouveau.',
      ],
    },
    stopped: {
      title: general.stopped.title,
      body: [
        'La vérification s’est arrêtée avant que le code soit saisi en entier : il n’y a donc pas de résultat. Rien n’a changé.',
      ],
    },
  },
  'restore-file': {
    declined: {
      title: general.declined.title,
      body: ['Rien n’a été restauré. Votre appareil est toujours vide.'],
    },
    cancelled: { title: general.cancelled.title, body: stillEmpty },
    stopped: { title: general.stopped.title, body: stillEmpty },
    'wrong-code': {
      title: general['wrong-code'].title,
      body: [
        'Le code que vous avez saisi n’ouvre pas ce fichier. Votre appareil est toujours vide.',
        'Comparez chaque mot du code à votre feuille, et assurez-vous que cette feuille est bien celle de ce fichier. Puis réessayez.',
      ],
    },
    'no-match': {
      title: 'Le fichier n’est pas ce qu’il prétend être',
      body: [
        'Le code ouvre le fichier, mais celui-ci contient un autre portefeuille que celui qu’il annonce. Rien n’a été restauré.',
      ],
    },
  },
  wipe: {
    completed: {
      title: 'Votre appareil est vide',
      body: [
        'Le portefeuille est supprimé de cet appareil. Les mots que vous avez notés permettent de le restaurer, ici ou sur un autre appareil.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Rien n’a été supprimé. Le portefeuille est toujours sur l’appareil.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['Rien n’a été supprimé. Le portefeuille est toujours sur l’appareil.'],
    },
  },
};

const cutShort: EndingsMessages['cutShort'] = {
  create:
    'Votre appareil s’est éteint avant que son code PIN soit défini : il n’y a pas encore de nouveau portefeuille. Recommencez.',
  backup:
    'Votre appareil s’est éteint. Rien n’est perdu : le portefeuille est toujours là, avec les mêmes mots. Vous pouvez reprendre la sauvegarde ou l’abandonner.',
  restore:
    'Votre appareil s’est éteint avant que le portefeuille soit restauré. Il n’a gardé aucun des mots que vous avez saisis : recommencez.',
  'restore-file':
    'Votre appareil s’est éteint avant que le portefeuille soit restauré. Il n’a rien gardé du code que vous avez saisi : choisissez de nouveau le fichier.',
  reveal: 'Votre appareil s’est éteint et vos mots sont de nouveau cachés. Rien n’a changé.',
  check:
    'Votre appareil s’est éteint avant que cette application reçoive le résultat de la vérification. Rien n’a changé, et vous pouvez la refaire à tout moment.',
  'change-pin':
    'Votre appareil s’est éteint pendant que vous changiez le code PIN. Si vous aviez saisi deux fois le nouveau, utilisez-le. Sinon, utilisez l’ancien.',
  wipe: 'Votre appareil s’est éteint avant que quoi que ce soit ait été supprimé. Le portefeuille est toujours là.',
  language:
    'Votre appareil s’est éteint avant de changer de langue. Vous pouvez refaire la demande à tout moment.',
  rename:
    'Votre appareil s’est éteint avant d’être renommé. Vous pouvez le renommer de nouveau à tout moment.',
  'seed-qr': 'Votre appareil s’est éteint et les cases sont de nouveau cachées. Rien n’a changé.',
  'backup-file':
    'Votre appareil s’est éteint avant que cette application reçoive le fichier. Si vous avez noté un code de sauvegarde, jetez-le : le prochain fichier en aura un nouveau.',
  'check-file':
    'Votre appareil s’est éteint avant que cette application reçoive le résultat de la vérification. Rien n’a changé, et vous pouvez vérifier le fichier de nouveau à tout moment.',
  wiped:
    'Votre appareil a supprimé son portefeuille après trois codes PIN erronés. Si vous avez vos mots sur papier, le portefeuille n’est pas perdu : restaurez-le à partir d’eux.',
  addresses: 'Votre appareil s’est éteint et les adresses sont de nouveau cachées. Rien n’a changé.',
  identify: 'Votre appareil s’est éteint. Il n’a gardé aucun des mots saisis : recommencez.',
};

export const endingsInFrench: EndingsMessages = {
  starting: (kind) => ({ title: 'Demande envoyée à votre appareil', body: [asking[kind]] }),
  ended: (activity, outcome) => particular[activity]?.[outcome] ?? general[outcome],
  unsavedFile,
  cutShort,
};
