import { todoAfter, type AlarmReason } from '../../session/trust/alarm.ts';
import { cheatChance, provesNothing } from '../../session/trust/cheat-chance.ts';
import { isVouchedFor, strangerOf } from '../../session/trust/stranger.ts';
import type { DeviceFacts, UnprovenReason } from '../../session/state.ts';
import { plural } from '../locale/format.ts';
import type { NoticeText } from '../types/app.ts';
import type { Found, ProofTexts, StrangerText } from '../types/proof.ts';

const candidates = (count: number): string =>
  plural(count, { one: 'un candidato', other: `${count} candidatos` });

/** What the device did, in one sentence each. */
const happened: Readonly<Record<AlarmReason, string>> = {
  attestation:
    'No pudo demostrar qué es: su certificado o su firma son falsos. Puede ser una falsificación, o puede haber alguien entre él y este equipo.',
  malformed: 'En la comprobación de aleatoriedad dio una respuesta que ningún dispositivo honesto da.',
  'wrong-number': 'En la comprobación de aleatoriedad numeró mal los candidatos.',
  reused:
    'En la comprobación de aleatoriedad usó dos veces los mismos valores. El azar de verdad nunca lo hace.',
  'bad-part': 'Lo que presenta como azar es siempre lo mismo.',
  'bad-commitment':
    'Se comprometió con su parte de azar antes de ver la de este equipo y después mostró otra. Así podría elegir tus palabras.',
  'wrong-wallet-id':
    'La billetera que mostró no sale de juntar el azar del dispositivo con el de este equipo. Puede que alguien ya conozca sus palabras.',
  refused: 'Aceptó la comprobación de aleatoriedad y después se negó a continuar.',
  skipped: 'Se saltó la comprobación de aleatoriedad que habías aceptado.',
  'check-lost':
    'Antes se podía comprobar su aleatoriedad y ahora dice que no. Un dispositivo manipulado puede estar evitando la comprobación.',
  'attestation-lost':
    'Antes demostró qué es y ahora dice que no puede. Puede que otro dispositivo haya ocupado su lugar.',
  'key-changed':
    'Dice ser un dispositivo que este navegador conoce, pero su clave es otra. Lo han cambiado o manipulado.',
  'wallet-unsigned':
    'Dio un ID de billetera y después no lo firmó. Puede que otro dispositivo esté respondiendo en su lugar.',
  'number-ignored':
    'Firmó sin el número aleatorio de este equipo, aunque había aceptado usarlo. Una firma así puede llevarse tus claves, bit a bit. Esta página la descartó.',
  'other-key': 'Firmó con otra clave que la de la dirección que había dado. Esta página descartó la firma.',
  'simulator-mark-lost':
    'Era un simulador cuando este navegador lo vio por primera vez, y ahora dice ser un dispositivo real.',
  'other-wallet-after-backup':
    'La billetera de la que hiciste la copia de seguridad no es la que se comprobó: la han cambiado. Puede que alguien conozca sus palabras.',
  'other-wallet': 'Ha vuelto con una billetera distinta de la que conoce este navegador.',
};

const todo = {
  empty:
    'Todavía no hay nada en él. No crees una billetera ni introduzcas palabras. Si lo compraste, avisa al vendedor y al fabricante.',
  wallet:
    'No envíes dinero a su billetera. Si hay dinero en ella, pásalo a una billetera creada en otro dispositivo. No introduzcas palabras en este.',
  signing:
    'No firmes nada más con él, ni siquiera para mover dinero. Restaura tus palabras en otro dispositivo y pasa el dinero desde allí a una billetera nueva.',
  other:
    'Si lo borraste y lo configuraste de nuevo en otro sitio, no pasa nada: este navegador puede olvidar la billetera anterior. Si no fuiste tú, no lo uses y pasa tu dinero a una billetera creada en otro dispositivo.',
} as const;

function alarmText(reason: AlarmReason): NoticeText {
  const next = todo[todoAfter(reason)];
  return {
    title:
      reason === 'other-wallet' ? 'Este dispositivo tiene ahora otra billetera' : 'No uses este dispositivo',
    body: [happened[reason], next],
  };
}

const ifNotYou =
  'Si no fuiste tú y vuelve a pasar, no uses este dispositivo: puede estar evitando la comprobación.';

const unproven: Readonly<Partial<Record<UnprovenReason, readonly string[]>>> = {
  stopped: ['Paraste en el dispositivo durante la comprobación de aleatoriedad.', ifNotYou],
  cancelled: ['Se pidió al dispositivo que parara durante la comprobación de aleatoriedad.'],
  disconnected: ['El dispositivo se desconectó durante la comprobación de aleatoriedad.', ifNotYou],
  timeout: ['El dispositivo no respondió a tiempo durante la comprobación de aleatoriedad.', ifNotYou],
  'not-computed': ['Esta página no pudo calcular la comprobación. Recarga la página y vuelve a empezar.'],
};

/** One alone says nothing about a device; several in a row are what a device does that cheats and knows when to stop. */
const inARow = (count: number): string =>
  `${count} comprobaciones seguidas con este dispositivo quedaron sin terminar. Un dispositivo honesto termina si nadie lo para. Si no fuiste tú, no uses este dispositivo: puede estar abandonando justo cuando lo iban a descubrir. Cuantas más comprobaciones quedan sin terminar, menos demuestra la siguiente.`;

function unprovenText(reason: UnprovenReason, count: number): NoticeText {
  const [what, advice] = unproven[reason] ?? [
    'El dispositivo pasó a otra cosa durante la comprobación.',
    ifNotYou,
  ];
  const again = count > 1 && reason !== 'not-computed' ? inARow(count) : advice;
  const nothingLost = 'No se creó ninguna billetera y no se ha perdido nada. Puedes empezar de nuevo.';
  return {
    title: 'La comprobación no terminó',
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
      one: 'La comprobación de aleatoriedad no es fiable: una anterior con este dispositivo quedó sin terminar. Si no la paraste tú, no pongas fondos en esta billetera. Crea una en otro dispositivo.',
      other: `La comprobación de aleatoriedad no es fiable: ${count} anteriores seguidas con este dispositivo quedaron sin terminar. Si no las paraste tú, no pongas fondos en esta billetera. Crea una en otro dispositivo.`,
    });
  }
  const recomputed = plural(opened, {
    one: 'hizo abrir un candidato y lo recalculó',
    other: `hizo abrir ese número de candidatos, ${opened}, y los recalculó todos`,
  });
  const proven = `Tus palabras salen de juntar el azar de tu dispositivo con el de este equipo, y ninguno conoció la parte del otro a tiempo de elegir. Para verificarlo, este equipo sacó en secreto un número del 1 al ${range}, ${recomputed}.`;
  if (count === 0) {
    return `${proven} Un dispositivo tramposo tenía como mucho una probabilidad de ${times} entre ${of} de pasarla.`;
  }
  return plural(count, {
    one: `${proven} Una comprobación anterior con este dispositivo quedó sin terminar. Si no la cancelaste tú, un dispositivo tramposo tenía una probabilidad de hasta ${times} entre ${of} de pasarla. Para más seguridad, crea una billetera en otro dispositivo.`,
    other: `${proven} ${count} comprobaciones anteriores seguidas con este dispositivo quedaron sin terminar. Si no las cancelaste tú, un dispositivo tramposo tenía una probabilidad de hasta ${times} entre ${of} de pasarla. Para más seguridad, crea una billetera en otro dispositivo.`,
  });
}

const strangers = {
  'unknown-issuer': {
    title: 'Fabricante desconocido',
    body: [
      'Tu dispositivo tiene un certificado, pero esta aplicación no sabe quién lo emitió. Así se ve el dispositivo de un fabricante nuevo, y así se ve una falsificación.',
    ],
    accept: 'Conozco este dispositivo: continuar',
  },
  'self-built': {
    title: 'Dispositivo de montaje propio',
    body: [
      'Ningún fabricante responde por él. Este navegador recuerda su clave y te avisa si otro dispositivo responde alguna vez en su lugar.',
      'Si no lo montaste tú ni te lo dio quien lo montó, no lo uses.',
    ],
    accept: 'Sé quién lo montó: continuar',
  },
  none: {
    title: 'Este dispositivo no puede demostrar qué es',
    body: [
      'No tiene certificado, así que esta aplicación no puede distinguirlo de una falsificación ni reconocerlo la próxima vez.',
      'Continúa solo si sabes de dónde viene.',
    ],
    accept: 'Conozco este dispositivo: continuar',
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
          { name: 'Su fabricante, según él', value: `“${maker}”` },
          { name: 'Cómo se llama, según él', value: `“${product}”` },
        ];
  return { ...strangers[strangerOf(proof)], claims };
}

const deviceTitle: ProofTexts['deviceTitle'] = ({ proof, maker, product }) => {
  if (product === '') return 'Dispositivo sin nombre';
  return isVouchedFor(proof) ? `${maker} ${product}` : `“${product}”`;
};

const deviceProof: ProofTexts['deviceProof'] = ({ proof, maker, addedRoot }) =>
  ({
    simulator: 'Simulador',
    genuine:
      addedRoot === true ? `${maker} (añadido a esta compilación)` : `Dispositivo auténtico de ${maker}`,
    'self-built': 'De montaje propio',
    'unknown-issuer': 'Fabricante desconocido',
    none: 'No puede demostrar qué es',
  })[proof];

export const proofInSpanish: ProofTexts = {
  deviceTitle,
  deviceProof,
  strangerText,
  alarmText,
  unprovenText,
  progress: (opened: number): string =>
    opened === 0
      ? 'Empezando la comprobación.'
      : plural(opened, {
          one: 'Un candidato comprobado: por ahora, todo bien.',
          other: `${opened} candidatos comprobados: por ahora, todo bien.`,
        }),
  attached: 'Esta comprobación empezó antes y no se puede reanudar. Cancélala y vuelve a empezar.',
  passed: ({ opened }: Found): string =>
    `Aleatoriedad comprobada: este equipo abrió ${candidates(opened)} y no encontró nada raro.`,
  row: 'Aleatoriedad',
  rowProven: (found: Found, date: string): string =>
    provesNothing(found) ? `Comprobada el ${date}, pero no es fiable` : `Comprobada el ${date}`,
  rowUnproven: 'No comprobada por este navegador',
  proven: provenText,
  provesNothing,
  forgottenPin: {
    title: '¿Olvidaste tu PIN?',
    body: [
      'Nadie puede consultarlo ni restablecerlo, y eso te protege. Tras tres PIN incorrectos, tu dispositivo elimina su billetera.',
      'Si tienes tus palabras en papel, no se pierde nada: restaura la billetera en el dispositivo vacío y elige un PIN nuevo. Si no las tienes, tómate tu tiempo antes del tercer intento.',
    ],
  },
  noCapability:
    'El firmware de este dispositivo no puede mostrar de dónde saca su azar, así que este navegador no pudo comprobarlo.',
};
