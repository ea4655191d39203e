import { isAboutCode } from '../../protocol/files/backup-code.ts';
import { isWordCount, type Activity, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { Explanations } from '../types/explanations.ts';
import { stageSentencesInSpanish } from './stages.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';

type Explain = (facts: StageFacts) => string;

/** Before a ceremony begins. */
const asks: Partial<Record<Activity, string>> = {
  create: 'Comprueba que tu dispositivo muestra el número de palabras que elegiste y acepta en él.',
  restore: 'Acepta en el dispositivo e introduce tus palabras en él. Nunca pasan por este equipo.',
  reveal: 'Acepta en el dispositivo si lo pediste tú. Tus palabras aparecen en él y en ningún otro sitio.',
  check: 'Ten tu papel a mano y acepta en el dispositivo. En él no cambia nada.',
  'change-pin': 'Acepta en el dispositivo. Te pide tu PIN actual y después, dos veces, el nuevo.',
  wipe: 'Asegúrate de que tienes tus palabras en papel. Al mantener pulsado el botón se elimina la billetera, y no se puede deshacer.',
  language:
    'Acepta en el dispositivo. Pregunta dos veces: en el idioma que habla ahora y en el que elegiste.',
  rename: 'Comprueba el nombre en el dispositivo y acepta en él.',
  'backup-file':
    'Acepta en el dispositivo. Después te muestra un código de respaldo nuevo para que lo anotes y lo confirmes.',
  'check-file': 'Ten tu código de respaldo a mano y acepta en el dispositivo. En él no cambia nada.',
  'restore-file':
    'Compara el ID de la billetera en el dispositivo, acepta en él e introduce también en él el código de respaldo.',
  addresses:
    'Acepta en el dispositivo si lo pediste tú. Las direcciones aparecen allí y en ningún otro sitio.',
  identify:
    'Ten tu papel a mano y acepta en el dispositivo. Introduces las palabras allí, y no guarda ninguna.',
  app: 'Un programa que usa esta billetera pregunta algo, y solo la pantalla de tu dispositivo dice qué. Si no lo esperabas, di que no en él.',
};

/** While a phrase is shown as a SeedQR, where it differs from showing words. */
const ofSeedQr: Partial<Record<Stage, Explain>> = {
  consent: () =>
    'Acepta en el dispositivo si lo pediste tú. Los cuadros aparecen en él y en ningún otro sitio.',
  warning: () =>
    'Ten a mano un bolígrafo y una cuadrícula en blanco, y asegúrate de que nadie te vea. Una foto de los cuadros es una foto de tus palabras.',
  'entry-method': ({ wordCount }) =>
    isWordCount(wordCount) && !isSpecified(wordCount)
      ? 'La especificación de SeedQR cubre 12 y 24 palabras. Tu dispositivo crea un código Standard, que cualquier lector de QR lee como cifras, cuatro por palabra.'
      : 'Elige en el dispositivo. Cualquier lector de QR lee un código Standard como cifras, cuatro por palabra. Un código Compact es más pequeño, pero solo lo entienden algunos dispositivos.',
  written: () => 'Vuelve a comparar tus cuadros con el dispositivo, bloque a bloque, y termina en él.',
};

const always: Readonly<Record<Stage, Explain>> = {
  idle: () => 'Tu dispositivo está listo.',
  consent: ({ activity }) => (activity === undefined ? undefined : asks[activity]) ?? asks.create ?? '',
  'choose-pin': () =>
    'Cada cifra empieza en un número al azar. A partir de cuatro cifras puedes elegir OK para terminar. Nunca escribas este PIN en un equipo.',
  'repeat-pin': () => 'Introduce otra vez el mismo PIN. Si no coinciden, puedes volver a elegirlo.',
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? 'Toma una hoja nueva y asegúrate de que nadie te vea. El código no es tu frase de recuperación: abre el archivo y nada más.'
      : 'Ten a mano papel y bolígrafo, y asegúrate de que nadie te vea. Escribe a mano: sin fotos, sin archivos, sin impresoras.',
  hold: () => 'No sueltes el botón derecho hasta que se llene la barra. Si lo sueltas, empieza de cero.',
  words: ({ activity }) =>
    isAboutCode(activity)
      ? 'Anota la palabra del código que muestra el dispositivo, con su número. Puedes avanzar y retroceder.'
      : 'Anota la palabra que muestra el dispositivo, con su número. Puedes avanzar y retroceder.',
  written({ activity }) {
    if (isAboutCode(activity))
      return 'Vuelve a comparar tu papel con el dispositivo y después confirma el código entero.';
    return activity === 'reveal'
      ? 'Termina en el dispositivo, o pulsa los dos botones para confirmar con tu papel palabra por palabra.'
      : 'Vuelve a comparar tu papel con el dispositivo y después confirma cada palabra.';
  },
  confirm: () =>
    'El dispositivo pregunta por cada palabra, una tras otra, y muestra por dónde vas. Elige la que está en tu papel. Si te equivocas, te muestra esa palabra y vuelve a empezar por la primera.',
  finish: ({ activity }) =>
    activity === 'backup-file'
      ? 'Entrega el archivo desde el dispositivo. Esta aplicación lo guarda después, siempre cifrado.'
      : 'Termina en el dispositivo. Después le da a esta aplicación el ID de la billetera y nada más.',
  'enter-pin': () => 'Introduce tu PIN en el dispositivo y seguimos desde ahí.',
  unfinished: () =>
    'Reanuda en el dispositivo para volver a ver tus palabras, o descarta la billetera y empieza de nuevo.',
  discard: () =>
    'Tu dispositivo pregunta si quieres eliminar esta billetera. Ya no necesitarás sus palabras.',
  'entry-method': ({ activity }) =>
    isAboutCode(activity)
      ? 'Decide en el dispositivo cómo introducir el código de respaldo. Por mitades das menos pistas a quien pueda estar escuchando.'
      : 'Decide en el dispositivo cómo introducir tus palabras. Por mitades das menos pistas a quien pueda estar escuchando.',
  'enter-words': ({ activity }) =>
    isAboutCode(activity)
      ? 'Introduce en el dispositivo las 12 palabras del código tal como están en tu papel. Si no pueden ser correctas, te lo dice.'
      : 'Introduce las palabras en el dispositivo tal como están en tu papel. Si no pueden ser correctas, te lo dice y te deja revisarlas.',
  result: ({ activity }) =>
    activity === 'restore'
      ? 'Compara el ID de la billetera en el dispositivo con el de tu hoja. Todavía no se ha guardado nada.'
      : 'Tu dispositivo muestra el resultado. Pulsa su botón derecho para continuar.',
  wipe: () =>
    'Solo las palabras que anotaste pueden recuperar la billetera. Para conservarla, suelta el botón o vuelve atrás.',
  'pins-differ': () => 'Pulsa el botón derecho del dispositivo y vuelve a elegir un PIN.',
  'wrong-pin': () => 'Pulsa el botón derecho del dispositivo y vuelve a introducir tu PIN.',
  wiped: () =>
    'Tu dispositivo está vacío. Las palabras que anotaste pueden restaurar la billetera, aquí o en otro dispositivo.',
  fault: () =>
    'Tu dispositivo detectó un fallo interno y se detuvo. Pulsa su botón derecho para ver qué contiene.',
  entropy: () => 'Tu dispositivo y este equipo aportan cada uno su parte de azar. Tarda un momento.',
  dice: () =>
    'Tira un dado e introduce cada número en el dispositivo. Nunca escribas tus tiradas en este equipo.',
  'seed-qr': () =>
    'Copia a mano los cuadros del dispositivo. Nunca apuntes a su pantalla con una cámara ni con un teléfono.',
  stopped: () => 'Pulsa OK en el dispositivo.',
  unknown: () =>
    'Tu dispositivo es más nuevo que esta aplicación: muestra un paso que no conoce. Haz lo que dice su pantalla.',
  addresses: () =>
    'Compara las dos direcciones con tu otra billetera. Están en el dispositivo y en ningún otro sitio: esta aplicación no las conoce.',
};

function explanation(stage: Stage, facts: StageFacts): string {
  if (facts.activity === 'unknown') return always.unknown(facts);
  const own = facts.activity === 'seed-qr' ? ofSeedQr[stage] : undefined;
  return (own ?? always[stage])(facts);
}

const sides = { left: 'el izquierdo', right: 'el derecho' } as const;

export const explanationsInSpanish: Explanations = {
  explanation,
  announcement(stage, facts) {
    const { activity, position, total } = facts;
    if (stage === 'words' && activity !== 'unknown') {
      return isAboutCode(activity)
        ? `Tu dispositivo muestra la palabra ${position} de ${total} del código.`
        : `Tu dispositivo muestra la palabra ${position} de ${total}.`;
    }
    const { title } = stageSentencesInSpanish(stage, facts);
    return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explanation(stage, facts)}`;
  },
  coming: {
    'enter-words': (words) => `Por mitades son 11 pulsaciones por palabra, para ${words} palabras.`,
    confirm: (words) => `${words} preguntas, una por palabra.`,
  },
  compare: {
    title: '¿Con qué las comparo?',
    body: ({ ethereum, bitcoin }) => [
      'Ethereum: abre MetaMask, o la billetera en la que se usaron las palabras, y mira la dirección de su primera cuenta.',
      'Bitcoin: busca la primera dirección de recepción de las que empiezan por bc1q. Tras cada pago las billeteras pasan a una nueva, así que mira en la lista de todas las direcciones.',
      'Una diferencia por sí sola no demuestra nada. Otra cuenta, otra ruta o una passphrase da otras direcciones, y las cuentas importadas en MetaMask no vienen de las palabras.',
      `Para quien conozca las rutas: ${ethereum} y ${bitcoin}.`,
    ],
  },
  walkthrough: {
    title: '¿Cómo introduzco una palabra?',
    lead: (word) =>
      `Así se introduce “${word}”, una palabra que cualquiera puede conocer. Introduce tus palabras en el dispositivo y en ningún otro sitio.`,
    ways: { halving: 'Por mitades', letters: 'Por letras' },
    half: (word, first, last, side) =>
      first === last
        ? `En este lado solo queda “${first}”. Pulsa ${sides[side]} y ya está introducida.`
        : `En el alfabeto, “${word}” está entre “${first}” y “${last}”. Pulsa ${sides[side]}.`,
    turn: (letter) => `Gira la rueda hasta “${letter}” y pulsa los dos botones.`,
    pick: (word) => `Quedan pocas palabras. Lleva la barra hasta “${word}” y pulsa los dos botones.`,
  },
};
