import { isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity } from '../../protocol/public-state.ts';
import { plural } from '../locale/format.ts';
import type { GlassMessages } from '../types/glass.ts';
import { entryInSpanish } from './entry.ts';
import { neverShareInSpanish, stageSentencesInSpanish, wordPlaceInSpanish } from './stages.ts';

const agreedTo: Partial<Record<Activity, string>> = {
  reveal: 'Ver palabras',
  check: 'Comprobar',
  'change-pin': 'Cambiar el PIN',
  rename: 'Otro nombre',
  'seed-qr': 'Ver SeedQR',
  'backup-file': 'Crear archivo',
  'check-file': 'Validar archivo',
  addresses: 'Ver direcciones',
};

const agreed: GlassMessages['agreed'] = (activity, { wordCount, dice, entropyCheck }) => {
  if (activity === 'create' || activity === 'restore') {
    if (activity === 'restore') return `${wordCount} palabras`;
    if (dice !== true && entropyCheck !== true) return `${wordCount} pal., sin dados ni control`;
    if (dice === true && entropyCheck === true) return `${wordCount} palabras, dados y control`;
    return `${wordCount} palabras, ${dice === true ? 'solo dados' : 'solo control'}`;
  }
  return agreedTo[activity];
};

export const glassInSpanish: GlassMessages = {
  language: {
    name: 'Español',
    leave: (other) => `¿Cambiar el idioma de este dispositivo de español a ${other}?`,
    take: 'Desde ahora, este dispositivo habla español.',
  },
  neverShare: neverShareInSpanish,
  stage: stageSentencesInSpanish,
  wordPlace: wordPlaceInSpanish,
  sameAs: (_, earlier) => `Igual que la ${earlier}`,
  confirm: {
    question: (activity, position, total) =>
      isAboutCode(activity) ? `Código: ¿la ${position} de ${total}?` : `¿Palabra ${position} de ${total}?`,
    seeAgain: 'Volver a verlas',
    wrong: (activity, position) => ({
      title: 'Esa no es',
      body: isAboutCode(activity)
        ? `Mira la palabra ${position} del código en tu papel. Después confirma todas otra vez.`
        : `Mira la palabra ${position} en tu papel. Después confirma todas otra vez.`,
      right: 'Ver',
    }),
    shown: (activity, position) => ({
      title: isAboutCode(activity) ? `La ${position} del código es` : `La palabra ${position} es`,
      right: 'Desde la 1',
    }),
  },
  pin: {
    done: 'OK',
    remove: 'Borrar',
    tries: (left) => plural(left, { one: 'Último intento o se borra', other: `Quedan ${left} intentos` }),
    wrong: (left) =>
      plural(left, {
        one: 'Queda un intento. Después, este dispositivo se borra.',
        other: `Quedan ${left} intentos. Después, este dispositivo se borra.`,
      }),
  },
  dice: {
    remove: 'Borrar',
    place: (position, total, wordCount) => `Tirada ${position} de ${total}, ${wordCount} palabras`,
    last: (position) => `Tirada ${position}: `,
    all: (rolls) => ({
      title: '¿Están todas?',
      body: `Introdujiste ${rolls} tiradas.`,
      left: 'Atrás',
      right: 'Listo',
    }),
    flaws: {
      biased: {
        title: 'No es azar',
        body: 'Hay números que salen demasiadas veces. Tira otra vez.',
        right: 'Otra vez',
      },
      patterned: {
        title: 'No es azar',
        body: 'Tus números siguen un patrón. Los dados, no. Tira otra vez.',
        right: 'Otra vez',
      },
    },
  },
  entry: entryInSpanish,
  file: {
    restore: (walletId) => `Restaurar la billetera ${walletId} de su archivo. Necesitas el código.`,
    results: (walletId) => ({
      match: { title: 'Archivo válido', body: 'Contiene esta billetera y tu código lo abre.' },
      'no-match': {
        title: 'No coincide',
        body: 'El código abre el archivo, pero contiene otra billetera.',
      },
      'other-wallet': {
        title: 'Otra billetera',
        body: `Este archivo es de la billetera ${walletId}, no de esta.`,
      },
    }),
  },
  seedQr: {
    size: (modules, blocks) => [`${modules} x ${modules},`, `${blocks} bloques`],
    place: (position, total) => `${position} de ${total}`,
  },
  addresses: {
    ethereum: { title: 'Ethereum, cuenta 1', left: 'Atrás', right: 'Seguir' },
    bitcoin: { title: 'Bitcoin, cuenta 1', left: 'Atrás', right: 'Listo' },
  },
  rename: (name) => `¿Llamar "${name}" a este dispositivo?`,
  name: (name) => `Nombre: "${name}"`,
  agreed,
  home: 'Copia lista',
  selfBuilt: 'Montaje propio',
  faulty: {
    title: 'Fallo interno',
    body: 'Almacenamiento o azar dañados. Restaura tu billetera en otro dispositivo.',
  },
};
