import { todoAfter, type AlarmReason } from '../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../session/trust/cheat-chance.ts';
import { isVouchedFor, strangerOf } from '../../session/trust/stranger.ts';
import type { DeviceFacts, UnprovenReason } from '../../session/state.ts';
import { plural } from '../locale/format.ts';
import type { NoticeText } from '../types/app.ts';
import type { Found, ProofTexts, StrangerText } from '../types/proof.ts';

const candidates = (count: number): string =>
  plural(count, { one: `${count} candidat`, other: `${count} candidats` });

/** What the device did, in one sentence each. */
const happened: Readonly<Record<AlarmReason, string>> = {
  attestation:
    'Il n’a pas pu prouver son identité : son certificat ou sa signature est faux. C’est peut-être une contrefaçon, ou quelqu’un s’est glissé entre lui et cet ordinateur.',
  malformed: 'Pendant le contrôle de l’aléa, il a donné une réponse qu’aucun appareil honnête ne donne.',
  'wrong-number': 'Il a mal numéroté les candidats pendant le contrôle de l’aléa.',
  reused:
    'Il a utilisé deux fois les mêmes valeurs pendant le contrôle de l’aléa. Un véritable aléa ne le fait jamais.',
  'bad-part': 'Ce qu’il appelle son aléa est toujours identique.',
  'bad-commitment':
    'Il s’est engagé sur sa part d’aléa avant de voir celle de cet ordinateur, puis en a montré une autre. Il pourrait ainsi choisir vos mots.',
  'wrong-wallet-id':
    'Le portefeuille qu’il a montré ne provient pas de l’aléa de l’appareil et de celui de cet ordinateur réunis. Quelqu’un connaît peut-être déjà ses mots.',
  refused: 'Il a accepté le contrôle de l’aléa, puis refusé de continuer.',
  skipped: 'Il a sauté le contrôle de l’aléa que vous aviez accepté.',
  'check-lost':
    'Son aléa pouvait être contrôlé, et il affirme maintenant que non. Un appareil altéré cherche peut-être à éviter le contrôle.',
  'attestation-lost':
    'Il a déjà prouvé son identité, et affirme maintenant ne pas pouvoir le faire. Un autre appareil a peut-être pris sa place.',
  'key-changed':
    'Il prétend être un appareil que ce navigateur connaît, mais sa clé est différente. Il a été échangé ou altéré.',
  'wallet-unsigned':
    'Il a donné un ID de portefeuille, puis ne l’a pas signé. Un autre appareil répond peut-être à sa place.',
  'number-ignored':
    'Il a signé sans le nombre aléatoire de cet ordinateur, alors qu’il avait accepté de l’utiliser. Une telle signature peut emporter vos clés, bit par bit. Cette page l’a écartée.',
  'other-key':
    'Il a signé avec une autre clé que celle de l’adresse qu’il avait donnée. Cette page a écarté la signature.',
  'simulator-mark-lost':
    'C’était un simulateur quand ce navigateur l’a vu pour la première fois, et il prétend maintenant être un vrai appareil.',
  'other-wallet-after-backup':
    'Le portefeuille que vous avez sauvegardé n’est pas celui qui a été contrôlé : il a été échangé. Quelqu’un connaît peut-être ses mots.',
  'other-wallet': 'Il est revenu avec un autre portefeuille que celui que ce navigateur connaît.',
};

const todo = {
  empty:
    'Il ne contient encore rien. N’y créez pas de portefeuille et n’y saisissez aucun mot. Si vous l’avez acheté, prévenez le vendeur et le fabricant.',
  wallet:
    'N’envoyez pas d’argent sur son portefeuille. S’il en contient, transférez-le vers un portefeuille créé sur un autre appareil. Ne saisissez aucun mot sur celui-ci.',
  signing:
    'Ne signez plus rien avec lui, même pour transférer de l’argent. Restaurez vos mots sur un autre appareil et transférez l’argent de là vers un nouveau portefeuille.',
  other:
    'Si vous l’avez effacé et configuré de nouveau ailleurs, tout va bien : ce navigateur peut oublier l’ancien portefeuille. Sinon, ne l’utilisez pas, et transférez votre argent vers un portefeuille créé sur un autre appareil.',
} as const;

function alarmText(reason: AlarmReason): NoticeText {
  const next = todo[todoAfter(reason)];
  return {
    title:
      reason === 'other-wallet'
        ? 'Cet appareil contient maintenant un autre portefeuille'
        : 'N’utilisez pas cet appareil',
    body: [happened[reason], next],
  };
}

const ifNotYou =
  'Si ce n’est pas vous et que cela se reproduit, n’utilisez pas cet appareil : il cherche peut-être à éviter le contrôle.';

const unproven: Readonly<Partial<Record<UnprovenReason, readonly string[]>>> = {
  stopped: ['Vous avez arrêté sur l’appareil pendant le contrôle de l’aléa.', ifNotYou],
  cancelled: ['Une demande d’arrêt a été envoyée à l’appareil pendant le contrôle de l’aléa.'],
  disconnected: ['L’appareil a été déconnecté pendant le contrôle de l’aléa.', ifNotYou],
  timeout: ['L’appareil n’a pas répondu à temps pendant le contrôle de l’aléa.', ifNotYou],
  'not-computed': ['Cette page n’a pas pu calculer le contrôle. Rechargez-la, puis recommencez.'],
};

/** One alone says nothing about a device; several in a row are what a device does that cheats and knows when to stop. */
const inARow = (count: number): string =>
  `${count} contrôles de suite avec cet appareil ne sont jamais allés à leur terme. Un appareil honnête va jusqu’au bout, sauf si quelqu’un l’arrête. Si ce n’était pas vous, n’utilisez pas cet appareil : il abandonne peut-être chaque fois qu’il serait démasqué. Plus il y a de contrôles inachevés, moins le suivant prouve.`;

function unprovenText(reason: UnprovenReason, count: number): NoticeText {
  const [what, advice] = unproven[reason] ?? [
    'L’appareil est passé à autre chose pendant le contrôle.',
    ifNotYou,
  ];
  const again = count > 1 && reason !== 'not-computed' ? inARow(count) : advice;
  const nothingLost = 'Aucun portefeuille n’a été créé et rien n’est perdu. Vous pouvez recommencer.';
  return {
    title: 'Le contrôle n’est pas allé à son terme',
    body: [what, again, nothingLost].filter((sentence) => sentence !== undefined),
  };
}

/** What the check proved, and how likely a cheat was to get through: at this check, and at those that it gave up before. */
function provenText(found: Found): string {
  const { opened, range, unfinishedBefore } = found;
  const { times, of } = cheatChance(found);
  const count = unfinishedBefore.length;
  if (provesNothing(found)) {
    return plural(count, {
      one: 'Le contrôle de l’aléa n’est pas fiable : un contrôle antérieur avec cet appareil n’est jamais allé à son terme. Si ce n’est pas vous qui l’avez arrêté, n’alimentez pas ce portefeuille. Créez-en un sur un autre appareil.',
      other: `Le contrôle de l’aléa n’est pas fiable : ${count} contrôles antérieurs de suite avec cet appareil ne sont jamais allés à leur terme. Si ce n’est pas vous qui les avez arrêtés, n’alimentez pas ce portefeuille. Créez-en un sur un autre appareil.`,
    });
  }
  const chances = plural(times, { one: `${times} chance sur ${of}`, other: `${times} chances sur ${of}` });
  const proven = `Vos mots proviennent de l’aléa de votre appareil et de celui de cet ordinateur réunis, et aucun des deux n’a connu la part de l’autre à temps pour choisir. Pour s’en assurer, cet ordinateur a fait ouvrir ${candidates(opened)}, un nombre tiré en secret de 1 à ${range}, et a tout recalculé.`;
  if (count === 0) return `${proven} Un appareil malhonnête avait au plus ${chances} de passer.`;
  return plural(count, {
    one: `${proven} Un contrôle antérieur avec cet appareil n’est jamais allé à son terme. Si ce n’est pas vous qui l’avez annulé, un appareil malhonnête avait jusqu’à ${chances} de passer. Pour plus de certitude, créez un portefeuille sur un autre appareil.`,
    other: `${proven} ${count} contrôles antérieurs de suite avec cet appareil ne sont jamais allés à leur terme. Si ce n’est pas vous qui les avez annulés, un appareil malhonnête avait jusqu’à ${chances} de passer. Pour plus de certitude, créez un portefeuille sur un autre appareil.`,
  });
}

const strangers = {
  'unknown-issuer': {
    title: 'Fabricant inconnu',
    body: [
      'Votre appareil a un certificat, mais cette application ne connaît pas son émetteur. C’est le cas d’un appareil d’un nouveau fabricant, mais aussi d’une contrefaçon.',
    ],
    accept: 'Je connais cet appareil : continuer',
  },
  'self-built': {
    title: 'Appareil fait maison',
    body: [
      'Aucun fabricant ne s’en porte garant. Ce navigateur mémorise sa clé, et vous avertit si un autre appareil répond un jour à sa place.',
      'Si vous ne l’avez ni fabriqué vous-même, ni reçu de la personne qui l’a fabriqué, ne l’utilisez pas.',
    ],
    accept: 'Je sais qui l’a fabriqué : continuer',
  },
  none: {
    title: 'Cet appareil ne peut pas prouver son identité',
    body: [
      'Il n’a pas de certificat : cette application ne peut ni le distinguer d’une contrefaçon, ni le reconnaître la prochaine fois.',
      'Ne continuez que si vous savez d’où il vient.',
    ],
    accept: 'Je connais cet appareil : continuer',
  },
} as const;

function strangerText({
  proof,
  maker,
  product,
}: Pick<DeviceFacts, 'proof' | 'maker' | 'product'>): StrangerText {
  const claims =
    product === ''
      ? []
      : [
          { name: 'Son fabricant, dit-il', value: `« ${maker} »` },
          { name: 'Le nom qu’il se donne', value: `« ${product} »` },
        ];
  return { ...strangers[strangerOf(proof)], claims };
}

const deviceTitle: ProofTexts['deviceTitle'] = ({ proof, maker, product }) => {
  if (product === '') return 'Appareil sans nom';
  return isVouchedFor(proof) ? `${maker} ${product}` : `« ${product} »`;
};

const deviceProof: ProofTexts['deviceProof'] = ({ proof, maker, addedRoot }) =>
  ({
    simulator: 'Simulateur',
    genuine: addedRoot === true ? `${maker} (ajouté à cette version)` : `Appareil ${maker} authentique`,
    'self-built': 'Fait maison',
    'unknown-issuer': 'Fabricant inconnu',
    none: 'Ne peut pas prouver son identité',
  })[proof];

export const proofInFrench: ProofTexts = {
  deviceTitle,
  deviceProof,
  strangerText,
  alarmText,
  unprovenText,
  progress: (opened: number): string =>
    opened === 0
      ? 'Début du contrôle.'
      : plural(opened, {
          one: `${opened} candidat contrôlé : rien à signaler.`,
          other: `${opened} candidats contrôlés : rien à signaler.`,
        }),
  attached: 'Ce contrôle a commencé plus tôt et ne peut pas être repris. Annulez-le, puis recommencez.',
  passed: ({ opened }: Found): string =>
    `Aléa contrôlé : cet ordinateur a ouvert ${candidates(opened)} et n’a rien trouvé d’anormal.`,
  row: 'Aléa',
  rowProven: (found: Found, date: string): string =>
    provesNothing(found) ? `Contrôlé le ${date}, mais non fiable` : `Contrôlé le ${date}`,
  rowUnproven: 'Pas contrôlé par ce navigateur',
  proven: provenText,
  provesNothing,
  forgottenPin: {
    title: 'Code PIN oublié ?',
    body: [
      'Personne ne peut le retrouver ni le réinitialiser, et c’est ce qui vous protège. Après trois codes PIN erronés, votre appareil supprime son portefeuille.',
      'Si vous avez vos mots sur papier, rien n’est perdu : restaurez le portefeuille sur l’appareil vide et choisissez un nouveau code PIN. Sinon, prenez votre temps avant le troisième essai.',
    ],
  },
  noCapability:
    'Le firmware de cet appareil ne peut pas montrer comment il tire son aléa : ce navigateur n’a donc pas pu le contrôler.',
};
