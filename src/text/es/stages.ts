/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds
 * what is in `explanations.ts`.
 */
import { codeWordCount, isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity, Stage } from '../../protocol/public-state.ts';
import { seedQrSentencesInSpanish } from './seed-qr-stages.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

export const neverShareInSpanish =
  'Nadie debería pedirte estas palabras: ni un equipo, ni una web, ni un técnico.';

/** Where one of the words of a ceremony stands. */
export const wordPlaceInSpanish = (activity: Activity | undefined, position: number, total: number): string =>
  `${isAboutCode(activity) ? 'Código: palabra' : 'Palabra'} ${position} de ${total}`;

type Question = Pick<StageSentences, 'title'> & { readonly body: string };

/** Everything that shapes the new wallet is said before the person agrees to it. */
function newWalletBody({ wordCount, entropyCheck, dice }: StageFacts): string {
  if (wordCount === 0) return 'Crear una billetera con una frase de recuperación nueva.';
  if (dice === true) {
    return entropyCheck === true
      ? `${wordCount} palabras. Tú tiras dados; este equipo aporta azar y lo comprueba.`
      : `${wordCount} palabras. Tú tiras dados.`;
  }
  return entropyCheck === true
    ? `${wordCount} palabras. Este equipo aporta azar y lo comprueba.`
    : `Crear una billetera con una frase de recuperación de ${wordCount} palabras.`;
}

/** What a device asks before a ceremony begins. */
const asks = {
  create: (facts) => ({
    title: '¿Crear billetera?',
    body: newWalletBody(facts),
  }),
  restore: ({ wordCount }) => ({
    title: '¿Restaurar?',
    body:
      wordCount === 0
        ? 'Introduce las palabras de tu papel.'
        : `Introduce las ${wordCount} palabras de tu papel.`,
  }),
  reveal: () => ({
    title: '¿Ver palabras?',
    body: 'La app pide mostrar tu frase de recuperación en esta pantalla.',
  }),
  check: () => ({
    title: '¿Comprobar?',
    body: 'Introduce aquí tus palabras. El dispositivo dice si coinciden.',
  }),
  'change-pin': () => ({
    title: '¿Cambiar PIN?',
    body: 'Necesitarás tu PIN actual.',
  }),
  wipe: () => ({
    title: '¿Borrar todo?',
    body: 'Sin tus palabras en papel, la billetera no se puede restaurar.',
  }),
  language: () => ({
    title: '¿Otro idioma?',
    body: 'Este dispositivo puede hablar otro idioma.',
  }),
  rename: () => ({
    title: '¿Otro nombre?',
    body: 'Ponle un nombre nuevo a este dispositivo.',
  }),
  'backup-file': () => ({
    title: '¿Crear archivo?',
    body: 'Este equipo recibe una copia cifrada. Solo la abre un código en tu papel.',
  }),
  'check-file': () => ({
    title: '¿Archivo válido?',
    body: '¿Es una buena copia de esta billetera? Necesitas su código de respaldo.',
  }),
  'restore-file': () => ({
    title: '¿Restaurar?',
    body: 'Restaurar la billetera de un archivo. Necesitas su código de respaldo.',
  }),
  addresses: () => ({
    title: '¿Direcciones?',
    body: 'La primera dirección de Ethereum y de Bitcoin, solo en esta pantalla.',
  }),
  identify: ({ wordCount }) => ({
    title: '¿Qué billetera?',
    body:
      wordCount === 0
        ? 'Introduce palabras y mira qué direcciones abren. No se guarda nada.'
        : `Introduce ${wordCount} palabras y mira sus direcciones. No se guarda nada.`,
  }),
  app: () => ({
    title: 'Una app pregunta',
    body: 'Lee la pregunta en el dispositivo y responde allí.',
  }),
} as const satisfies Partial<Record<Activity, (facts: StageFacts) => Question>>;

function asksFor(activity: Activity | undefined): keyof typeof asks {
  return activity !== undefined && activity in asks ? (activity as keyof typeof asks) : 'create';
}

const wheel = { left: 'Bajar', right: 'Subir', both: 'Elegir' } as const;

const always = {
  idle: () => ({ title: 'Listo', body: 'Empieza en la app.' }),
  consent: (facts) => ({
    ...asks[asksFor(facts.activity)](facts),
    // What the buttons say is the app's.
    ...(facts.activity !== 'app' && { left: 'No', right: 'Sí' }),
  }),
  'choose-pin': () => ({
    title: 'Elige un PIN',
    body: 'De 4 a 8 cifras',
    ...wheel,
  }),
  'repeat-pin': () => ({
    title: 'Repite el PIN',
    body: 'Las mismas cifras',
    ...wheel,
  }),
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Tu código',
          body: `Anota las ${codeWordCount} palabras del código de respaldo. Nadie debería pedírtelas.`,
          left: 'Parar',
          right: 'Seguir',
        }
      : {
          title: 'Papel y lápiz',
          body: neverShareInSpanish,
          left: 'Parar',
          right: 'Seguir',
        },
  hold: ({ activity }) => ({
    title: 'Mantén pulsado',
    body: isAboutCode(activity)
      ? 'Mantén el botón derecho para ver el código.'
      : 'Mantén el botón derecho para ver tus palabras.',
    left: 'Atrás',
    right: 'Mantén',
  }),
  words: ({ position, total, activity }) => ({
    title: wordPlaceInSpanish(activity, position, total),
    left: 'Atrás',
    right: 'Seguir',
  }),
  written: ({ wordCount, activity }) =>
    isAboutCode(activity)
      ? {
          title: '¿Todo anotado?',
          body: `Ahora confirma las ${codeWordCount} palabras del código. Elige con los dos botones.`,
          left: 'Atrás',
          right: 'Confirmar',
        }
      : activity === 'reveal'
        ? {
            title: '¿Todo visto?',
            body: 'Puedes confirmar tus palabras, como cuando las anotaste.',
            left: 'Ver',
            both: 'Confirmar',
            right: 'Fin',
          }
        : {
            title: '¿Todo anotado?',
            body: `Ahora confirma las ${wordCount} palabras. Elige con los dos botones.`,
            left: 'Atrás',
            right: 'Confirmar',
          },
  confirm: () => ({
    title: 'Confirmación',
    left: 'Subir',
    right: 'Bajar',
    both: 'Elegir',
  }),
  finish: ({ activity }) => {
    if (activity === 'backup-file')
      return {
        title: '¿Dar el archivo?',
        body: 'El equipo recibe el archivo. Puede guardarlo, pero nunca leerlo.',
        left: 'Parar',
        right: 'Entregar',
      };
    const restored = activity === 'restore' || activity === 'restore-file';
    return {
      title: restored ? 'Restaurada' : 'Copia lista',
      body: restored ? 'La billetera está en este dispositivo.' : 'Confirmaste cada palabra.',
      right: 'Terminar',
    };
  },
  'enter-pin': () => ({
    title: 'Marca tu PIN',
    ...wheel,
  }),
  unfinished: () => ({
    title: 'Sin copia',
    body: 'Termina la copia de seguridad para poder usar esta billetera.',
    left: 'Descartar',
    right: 'Reanudar',
  }),
  discard: () => ({
    title: '¿Descartarla?',
    body: 'Mantén el botón derecho: se elimina para siempre.',
    left: 'Conservar',
    right: 'Mantén',
  }),
  'entry-method': ({ activity, wordCount }) => ({
    title: 'Elige el modo',
    body: `${isAboutCode(activity) ? 'El código' : wordCount === 0 ? 'Palabras' : `${wordCount} palabras`}: por letras, o por mitades con 11 pulsaciones por palabra.`,
    left: 'Letras',
    right: 'Mitades',
  }),
  'enter-words': ({ activity }) => ({
    title: isAboutCode(activity) ? 'Tu código' : 'Tus palabras',
  }),
  result: () => ({
    title: 'El resultado',
    right: 'OK',
  }),
  wipe: () => ({
    title: 'Borrar todo',
    body: 'Mantén el botón derecho para eliminar la billetera.',
    left: 'Conservar',
    right: 'Mantén',
  }),
  'pins-differ': () => ({
    title: 'PIN distintos',
    body: 'Los dos PIN no coinciden. Elige otra vez.',
    right: 'Otra vez',
  }),
  'wrong-pin': () => ({
    title: 'PIN incorrecto',
    body: 'Tras tres PIN incorrectos, este dispositivo se borra.',
    right: 'Otra vez',
  }),
  wiped: () => ({
    title: 'Borrado',
    body: 'Tres PIN incorrectos: la billetera ya no está. Tus palabras la restauran.',
    right: 'OK',
  }),
  fault: () => ({
    title: 'Fallo interno',
    body: 'No uses este dispositivo para una billetera.',
    right: 'OK',
  }),
  entropy: ({ wordCount }) => ({
    title: 'Aleatoriedad',
    body: `${wordCount === 0 ? '' : `${wordCount} palabras. `}Tu equipo aporta azar y comprueba este dispositivo.`,
    left: 'Parar',
  }),
  dice: () => ({
    title: 'Tira los dados',
    ...wheel,
  }),
  'seed-qr': () => ({
    title: 'SeedQR',
    left: 'Atrás',
    right: 'Seguir',
  }),
  unknown: () => ({
    title: 'Mira el dispositivo',
  }),
  stopped: () => ({
    title: 'Detenido',
    body: 'El equipo lo detuvo.',
    right: 'OK',
  }),
  addresses: () => ({
    title: 'Direcciones',
    body: 'Estas palabras abren las dos que siguen. Con passphrase, otras.',
    left: 'Parar',
    right: 'Seguir',
  }),
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. In an activity that a host doesn't know, no stage means what it means elsewhere. */
export function stageSentencesInSpanish(stage: Stage, facts: StageFacts): StageSentences {
  if (facts.activity === 'unknown') return always.unknown();
  return seedQrSentencesInSpanish(stage, facts) ?? always[stage](facts);
}
