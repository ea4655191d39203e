import { plural } from '../locale/format.ts';
import type { SigningMessages } from '../types/signing.ts';

export const signingInSpanish: SigningMessages = {
  title: 'Firmar un mensaje',
  lead: 'Demuéstrale a alguien que una dirección es tuya. El dispositivo te muestra el mensaje antes de firmarlo.',
  message: 'Mensaje',
  noWords:
    'Nunca escribas aquí tus palabras ni tu PIN. Se introducen en el dispositivo y en ningún otro sitio.',
  left: (bytes) => plural(bytes, { one: 'Queda un byte.', other: `Quedan ${bytes} bytes.` }),
  tooLong: (bytes) =>
    plural(bytes, {
      one: 'Sobra un byte: el dispositivo no lo admite.',
      other: `Sobran ${bytes} bytes: el dispositivo no lo admite.`,
    }),
  looksLikeWords: {
    title: 'Esto parece una frase de recuperación',
    body: [
      'Esta página no admite ninguna y no se ha enviado nada. Borra el campo y no escribas nunca tus palabras en un equipo.',
      'Si son las palabras de una billetera con dinero, pasa el dinero a una billetera nueva: algo en este equipo podría haberlas leído.',
    ],
  },
  brokenCharacter: 'Falta parte de un carácter. Escríbelo de nuevo.',
  otherAccount: 'Firmar con otra cuenta',
  account: 'Número de cuenta',
  accountHint: 'La mayoría de las billeteras tienen una cuenta, la número 1.',
  ask: 'Firmar en el dispositivo',
  running: {
    title: 'Léelo en el dispositivo',
    sent: 'Tu mensaje',
    onGlass: 'Como lo escribe el dispositivo',
    stop: 'Ahora solo tú puedes detenerlo, en el dispositivo. Si cierras esta página, la pregunta sigue allí y su respuesta no llega a ninguna parte.',
  },
  steps: {
    opening: 'Abriendo Ethereum en el dispositivo.',
    consent:
      'El dispositivo puede preguntar si esta página puede ver tus direcciones de Ethereum. Acepta allí: la página necesita la dirección que firma.',
    reading:
      'Lee cada pantalla en el dispositivo. Si es tu mensaje, mantén pulsado allí el botón derecho hasta que se firme. Si no lo es, recházalo.',
    finishing: 'Comprobando la firma.',
  },
  failed: {
    title: 'No se ha firmado',
    failures: {
      declined: [
        'Lo rechazaste en el dispositivo, o lo rechazó él. Tu mensaje sigue aquí: cámbialo o inténtalo de nuevo.',
      ],
      locked: [
        'El dispositivo está bloqueado. Introduce en él tu PIN e inténtalo de nuevo. Tu mensaje sigue aquí.',
      ],
      busy: [
        'El dispositivo está ocupado con otra cosa. Termina o detén lo que hay en su pantalla e inténtalo de nuevo. Tu mensaje sigue aquí.',
      ],
      disconnected: [
        'El dispositivo se desconectó antes de responder, así que esta página no tiene ninguna firma. Tu mensaje sigue aquí: inténtalo de nuevo.',
      ],
      timeout: [
        'El dispositivo no respondió a tiempo, así que esta página no tiene ninguna firma. Tu mensaje sigue aquí: inténtalo de nuevo.',
      ],
    },
  },
  signed: {
    title: 'Mensaje firmado',
    lead: 'Entrega el mensaje, la dirección y la firma. Juntos son la prueba, y ninguno es secreto.',
    address: 'Dirección',
    signature: 'Firma',
    select: 'Seleccionar',
    selected: 'Seleccionado. Cópialo con el teclado o el menú.',
    checked: 'El número aleatorio de este equipo está en la firma.',
    why: 'Por eso la firma no puede llevarse tus claves: un dispositivo manipulado podría esconderlas en firmas, bit a bit. Esta página lo ha comprobado.',
    save: 'Guardar como archivo',
    another: 'Firmar otro mensaje',
    done: 'Listo',
  },
};
