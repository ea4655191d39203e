import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { NoticeText } from '../types/app.ts';
import type { EndingsMessages, Ended } from '../types/endings.ts';

const asking: Readonly<Record<CeremonyKind, string>> = {
  create: 'Mira tu dispositivo: pregunta si quieres crear una billetera nueva.',
  restore: 'Mira tu dispositivo: pregunta si quieres restaurar una billetera.',
  reveal: 'Mira tu dispositivo: pregunta si quieres ver tus palabras.',
  check: 'Mira tu dispositivo: pregunta si quieres comprobar tu copia de seguridad.',
  'change-pin': 'Mira tu dispositivo: pregunta si quieres cambiar tu PIN.',
  rename: 'Mira tu dispositivo: muestra el nombre nuevo y te pide que lo confirmes.',
  language: 'Mira tu dispositivo: pregunta en los dos idiomas si quieres cambiar.',
  wipe: 'Mira tu dispositivo: pregunta si quieres eliminar la billetera.',
  'seed-qr': 'Mira tu dispositivo: pregunta si quieres ver tu frase como SeedQR.',
  'backup-file': 'Mira tu dispositivo: pregunta si quieres crear un archivo de respaldo cifrado.',
  'check-file': 'Mira tu dispositivo: pregunta si quieres comprobar el archivo de respaldo.',
  'restore-file':
    'Mira tu dispositivo: muestra el ID de la billetera del archivo y pregunta si quieres restaurarla.',
  addresses: 'Mira tu dispositivo: pregunta si quieres ver las direcciones de esta billetera.',
  identify: 'Mira tu dispositivo: pregunta si quieres ver las direcciones de las palabras que introduzcas.',
};

const general: Readonly<Record<Ended, NoticeText>> = {
  completed: { title: 'Listo', body: ['Tu dispositivo ha terminado.'] },
  declined: { title: 'Lo rechazaste en el dispositivo', body: ['No ha cambiado nada.'] },
  cancelled: {
    title: 'Cancelado',
    body: ['Tu dispositivo paró, como pediste. Este equipo no ha averiguado nada.'],
  },
  stopped: {
    title: 'Paraste en el dispositivo',
    body: ['No se ha perdido nada. Puedes continuar cuando quieras.'],
  },
  discarded: {
    title: 'Se eliminó la billetera sin terminar',
    body: [
      'Las palabras que anotaste son de una billetera vacía que ya no está en este dispositivo. Destruye ese papel para que no confunda a nadie.',
    ],
  },
  wiped: {
    title: 'El dispositivo eliminó su billetera',
    body: [
      'El PIN fue incorrecto tres veces, así que tu dispositivo está vacío.',
      'Si tienes tus palabras en papel, la billetera no se ha perdido: restáurala con ellas.',
    ],
  },
  fault: {
    title: 'Tu dispositivo detectó un fallo interno',
    body: [
      'No uses este dispositivo para una billetera. Apágalo y enciéndelo una vez. Si vuelve a decirlo, sustitúyelo.',
    ],
  },
  match: {
    title: 'Tus palabras coinciden',
    body: [
      'Las palabras de tu papel abren la billetera de este dispositivo. En él no ha cambiado nada.',
      'Vuelve a guardar el papel en un lugar seco, fuera de la vista y lejos del dispositivo. Repite la comprobación dentro de unos meses.',
    ],
  },
  'no-match': {
    title: 'Tus palabras no coinciden',
    body: [
      'Al menos una palabra está mal o fuera de orden. En tu dispositivo no ha cambiado nada.',
      'Vuelve a ver las palabras en tu dispositivo y compáralas con tu papel. Si no son iguales, anótalas en uno nuevo. Después repite la comprobación.',
    ],
  },
  'wrong-code': {
    title: 'Código de respaldo incorrecto',
    body: [
      'El código que introdujiste no abre este archivo de respaldo. En tu dispositivo no ha cambiado nada.',
      'Compara cada palabra del código con tu papel e inténtalo de nuevo.',
    ],
  },
  unknown: {
    title: 'Ha terminado en tu dispositivo',
    body: ['Esta aplicación no sabe cómo: tu dispositivo es más nuevo. Mira su pantalla.'],
  },
  'other-wallet': {
    title: 'Este archivo es de otra billetera',
    body: ['Este archivo de respaldo no es de la billetera de tu dispositivo. No ha cambiado nada.'],
  },
};

const samePin = ['Tu PIN sigue siendo el mismo.'];
const sameName = ['El nombre sigue siendo el mismo.'];

const noFile = [
  'No se creó ningún archivo y no ha cambiado nada. Si anotaste un código, no abre nada: destruye ese papel.',
];
const stillEmpty = [
  'Tu dispositivo sigue vacío y no guardó nada de lo que introdujiste. Puedes empezar de nuevo.',
];
const unfinishedCopy = 'Si empezaste una copia, es parte de tu frase: termínala más adelante o destrúyela.';

const unsavedFile: EndingsMessages['unsavedFile'] = {
  saving: { title: 'Guardando tu archivo de respaldo', body: ['Tu dispositivo lo ha entregado.'] },
  failed: {
    title: 'Tu archivo de respaldo no está guardado',
    body: [
      'Tu dispositivo lo entregó, pero este equipo no pudo guardarlo. Inténtalo de nuevo: el dispositivo conserva el archivo hasta que lo apagues o le pidas otra cosa.',
    ],
  },
};

/** Where a ceremony has something of its own to say. */
const particular: Partial<Record<Activity, Partial<Record<Ended, NoticeText>>>> = {
  create: {
    declined: {
      title: general.declined.title,
      body: ['No se creó ninguna billetera y no ha cambiado nada.'],
    },
  },
  addresses: {
    completed: {
      title: 'Tu dispositivo mostró las direcciones',
      body: [
        'Si tu otra billetera muestra las mismas, este dispositivo contiene esa billetera.',
        'Si son distintas, las palabras aún pueden ser correctas: otra cuenta, otra ruta o una passphrase da otras direcciones.',
        'Esta aplicación solo sabe que se mostraron.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['No se mostró ninguna dirección y no ha cambiado nada.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Las direcciones vuelven a estar ocultas y no ha cambiado nada.'],
    },
  },
  identify: {
    completed: {
      title: 'Tu dispositivo mostró las direcciones',
      body: [
        'Si otra billetera muestra las mismas, tu papel abre esa billetera.',
        'Si son distintas, las palabras aún pueden ser correctas: otra cuenta, otra ruta o una passphrase da otras direcciones.',
        'Tu dispositivo sigue vacío y no guardó nada de lo que introdujiste. Esta aplicación solo sabe que se mostraron.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['No se mostró ninguna dirección. Tu dispositivo sigue vacío.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['Tu dispositivo paró, como pediste. Sigue vacío y no guardó nada de lo que introdujiste.'],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  restore: {
    declined: {
      title: general.declined.title,
      body: ['No se restauró nada. Tu dispositivo sigue vacío.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['Tu dispositivo paró, como pediste. Sigue vacío y no guardó nada de lo que introdujiste.'],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  reveal: {
    completed: {
      title: 'Ya viste tus palabras',
      body: [
        'Tu dispositivo mostró todas las palabras. Este equipo no ha visto ninguna.',
        'Vuelve a guardar el papel en un lugar seco, fuera de la vista y lejos del dispositivo.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['No se mostró ninguna palabra y no ha cambiado nada.'],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Tus palabras vuelven a estar ocultas y no ha cambiado nada.'],
    },
  },
  'seed-qr': {
    completed: {
      title: 'Ya copiaste tu SeedQR',
      body: [
        'Tu dispositivo mostró todos los cuadros. Este equipo no ha visto ninguno.',
        'Lee tu copia con un dispositivo que tenga cámara y no tenga red, nunca con un teléfono. Después guárdala con el mismo cuidado que tus palabras: es tu frase de recuperación.',
      ],
    },
    declined: { title: general.declined.title, body: ['No se mostró nada y no ha cambiado nada.'] },
    stopped: {
      title: general.stopped.title,
      body: [`Los cuadros vuelven a estar ocultos y no ha cambiado nada. ${unfinishedCopy}`],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [`Los cuadros vuelven a estar ocultos y este equipo no ha averiguado nada. ${unfinishedCopy}`],
    },
  },
  check: {
    stopped: {
      title: general.stopped.title,
      body: [
        'La comprobación se detuvo antes de la última palabra, así que no hay resultado. No ha cambiado nada.',
      ],
    },
  },
  'change-pin': {
    completed: {
      title: 'PIN cambiado',
      body: [
        'A partir de ahora, tu dispositivo solo se abre con el PIN nuevo. Tus palabras no han cambiado, así que tu papel sigue sirviendo.',
        'Guarda el PIN y las palabras en lugares distintos.',
      ],
    },
    declined: { title: general.declined.title, body: samePin },
    cancelled: { title: general.cancelled.title, body: samePin },
    stopped: { title: general.stopped.title, body: samePin },
  },
  language: {
    completed: {
      title: 'Tu dispositivo ya habla otro idioma',
      body: ['Conserva el idioma cuando se apaga, e incluso cuando se borra.'],
    },
    declined: { title: general.declined.title, body: ['El idioma no ha cambiado.'] },
    cancelled: { title: general.cancelled.title, body: ['El idioma no ha cambiado.'] },
  },
  rename: {
    completed: {
      title: 'Tu dispositivo tiene un nombre nuevo',
      body: ['Lo muestra cuando está en reposo, para que distingas tus dispositivos.'],
    },
    declined: { title: general.declined.title, body: sameName },
    cancelled: { title: general.cancelled.title, body: sameName },
  },
  'backup-file': {
    completed: {
      title: 'Archivo de respaldo guardado',
      body: [
        'Está en tus descargas, cifrado por tu dispositivo. Este equipo no ha visto el código que lo abre.',
        'Mueve el archivo al lugar donde vayas a guardarlo, y guarda el papel con el código en otro. Después comprueba el archivo en “Copias adicionales”, “Comprobar un archivo de respaldo”.',
      ],
    },
    declined: { title: general.declined.title, body: noFile },
    cancelled: { title: general.cancelled.title, body: noFile },
    stopped: { title: general.stopped.title, body: noFile },
  },
  'check-file': {
    match: {
      title: 'El archivo de respaldo está bien',
      body: [
        'Contiene la billetera de este dispositivo y tu código de respaldo lo abre. No ha cambiado nada.',
        'Guarda el archivo y el código en lugares distintos.',
      ],
    },
    'no-match': {
      title: 'El archivo no contiene esta billetera',
      body: [
        'El código abre el archivo, pero dentro no está la billetera de tu dispositivo. No te fíes de él: crea otro.',
      ],
    },
    stopped: {
      title: general.stopped.title,
      body: [
        'La comprobación se detuvo antes de que introdujeras el código entero, así que no hay resultado. No ha cambiado nada.',
      ],
    },
  },
  'restore-file': {
    declined: {
      title: general.declined.title,
      body: ['No se restauró nada. Tu dispositivo sigue vacío.'],
    },
    cancelled: { title: general.cancelled.title, body: stillEmpty },
    stopped: { title: general.stopped.title, body: stillEmpty },
    'wrong-code': {
      title: general['wrong-code'].title,
      body: [
        'El código que introdujiste no abre este archivo. Tu dispositivo sigue vacío.',
        'Compara cada palabra del código con tu papel y asegúrate de que el papel sea el de este archivo. Después inténtalo de nuevo.',
      ],
    },
    'no-match': {
      title: 'El archivo no es lo que dice ser',
      body: [
        'El código abre el archivo, pero contiene una billetera distinta de la que anuncia. No se restauró nada.',
      ],
    },
  },
  wipe: {
    completed: {
      title: 'Tu dispositivo está vacío',
      body: [
        'La billetera se eliminó de este dispositivo. Las palabras que anotaste pueden restaurarla, aquí o en otro.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['No se eliminó nada. La billetera sigue en el dispositivo.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['No se eliminó nada. La billetera sigue en el dispositivo.'],
    },
  },
};

const cutShort: EndingsMessages['cutShort'] = {
  create:
    'Tu dispositivo se apagó antes de tener un PIN, así que todavía no hay billetera nueva. Vuelve a empezar.',
  backup:
    'Tu dispositivo se apagó. No se ha perdido nada: la billetera sigue ahí, con las mismas palabras. Puedes reanudar la copia de seguridad o descartarla.',
  restore:
    'Tu dispositivo se apagó antes de restaurar la billetera. No guardó ninguna de las palabras que introdujiste, así que vuelve a empezar.',
  'restore-file':
    'Tu dispositivo se apagó antes de restaurar la billetera. No guardó nada del código que introdujiste, así que vuelve a elegir el archivo.',
  reveal: 'Tu dispositivo se apagó y tus palabras vuelven a estar ocultas. No ha cambiado nada.',
  check:
    'Tu dispositivo se apagó antes de que esta aplicación recibiera el resultado de la comprobación. No ha cambiado nada, y puedes repetirla cuando quieras.',
  'change-pin':
    'Tu dispositivo se apagó mientras cambiabas el PIN. Si ya habías introducido el nuevo dos veces, usa ese. Si no, usa el anterior.',
  wipe: 'Tu dispositivo se apagó antes de eliminar nada. La billetera sigue ahí.',
  language: 'Tu dispositivo se apagó antes de cambiar de idioma. Puedes pedirlo de nuevo cuando quieras.',
  rename: 'Tu dispositivo se apagó antes de cambiar de nombre. Puedes cambiárselo de nuevo cuando quieras.',
  'seed-qr': 'Tu dispositivo se apagó y los cuadros vuelven a estar ocultos. No ha cambiado nada.',
  'backup-file':
    'Tu dispositivo se apagó antes de que esta aplicación recibiera el archivo. Si anotaste un código de respaldo, tíralo: el próximo archivo tendrá otro.',
  'check-file':
    'Tu dispositivo se apagó antes de que esta aplicación recibiera el resultado de la comprobación. No ha cambiado nada, y puedes volver a comprobar el archivo cuando quieras.',
  wiped:
    'Tu dispositivo eliminó su billetera tras tres PIN incorrectos. Si tienes tus palabras en papel, la billetera no se ha perdido: restáurala con ellas.',
  addresses: 'Tu dispositivo se apagó y las direcciones vuelven a estar ocultas. No ha cambiado nada.',
  identify: 'Tu dispositivo se apagó. No guardó ninguna de las palabras que introdujiste: empieza de nuevo.',
};

export const endingsInSpanish: EndingsMessages = {
  starting: (kind) => ({ title: 'Pidiéndoselo a tu dispositivo', body: [asking[kind]] }),
  ended: (activity, outcome) => particular[activity]?.[outcome] ?? general[outcome],
  unsavedFile,
  cutShort,
};
