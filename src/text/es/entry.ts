import { isAboutCode } from '../../protocol/files/backup-code.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';
import type { EntryMessages } from '../types/entry.ts';

const stopOrLook = { left: 'Parar', right: 'Repasar' } as const;

const noMatch = (difference: string): StageSentences => ({
  title: 'No coinciden',
  body: `${difference} ¿Se introdujo mal o está así en tu papel?`,
  left: 'Repasar',
  right: 'OK',
});

const wrongCodes = {
  phrase: 'Al menos una está mal. ¿O son palabras de una frase de recuperación?',
  checksum: 'Al menos una palabra del código está mal o fuera de lugar.',
  file: 'No abre el archivo. Compara las palabras del código con tu papel.',
} as const;

export const entryInSpanish: EntryMessages = {
  remove: 'Borrar',
  listFoot: { left: 'Subir', both: 'Elegir', right: 'Bajar' },
  wheelFoot: { left: 'Girar', both: 'Elegir', right: 'Girar' },
  halvesBack: 'Atrás',
  enteredFoot: { left: 'Atrás', both: 'Editar', right: 'Seguir' },
  leave: {
    title: '¿Dejarlo?',
    body: 'Se olvidarán las palabras que introdujiste. No se guarda nada.',
    left: 'No',
    right: 'Parar',
  },
  allLookedAt: (activity) => ({
    title: '¿Otro intento?',
    body: isAboutCode(activity) ? 'Repasaste todo el código.' : 'Repasaste todas las palabras.',
    left: 'Atrás',
    right: 'Probar',
  }),
  dontFit: (mayBeCode) => ({
    title: 'No encajan',
    body: mayBeCode
      ? 'Al menos una está mal. ¿O son del código de un archivo de respaldo?'
      : 'Al menos una está mal o fuera de lugar. Repásalas todas.',
    ...stopOrLook,
  }),
  wrongCode: (why) => ({ title: 'Código erróneo', body: wrongCodes[why], left: 'Repasar', right: 'OK' }),
  anotherWallet: {
    title: 'Otra billetera',
    body: 'Una palabra está mal, entonces. No se guardó nada. Repásalas todas.',
    ...stopOrLook,
  },
  walletIdLabel: 'ID billetera',
  compare: { title: '¿El de tu hoja?', left: 'Distinto', right: 'Seguir' },
  maybeSwapped(activity, positions) {
    const [first = '', second] = positions.map((position) => `${position} y ${position + 1}`);
    const pairs = second === undefined ? first : `${first} (o ${second})`;
    return isAboutCode(activity)
      ? `Del código, puede que ${pairs} estén al revés. Compáralas antes.`
      : `Puede que las palabras ${pairs} estén al revés. Compáralas antes.`;
  },
  sameTwice: (activity, position) =>
    isAboutCode(activity)
      ? `Del código, ${position - 1} y ${position} son iguales. ¿En tu papel también?`
      : `Las palabras ${position - 1} y ${position} son iguales. ¿En tu papel también?`,
  mayBeCode: 'Quizá sean del código de un archivo de respaldo, de otro papel.',
  match: { title: 'Coinciden', body: 'Las palabras de tu papel abren esta billetera.', right: 'OK' },
  noMatch: {
    word: (position) => noMatch(`La palabra ${position} no es de esta billetera.`),
    swapped: (position) => noMatch(`Las palabras ${position} y ${position + 1} están al revés.`),
    'left-out': (position) => noMatch(`Falta la palabra ${position}.`),
    extra: (position) => noMatch(`Sobra la palabra ${position}.`),
    several: (position, count) => noMatch(`${count} no coinciden; la primera es la ${position}.`),
  },
};
