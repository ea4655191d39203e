import type { CopiesMessages } from '../types/copies.ts';

export const copiesInSpanish: CopiesMessages = {
  title: 'Copias adicionales',
  lead: 'El papel puede arder y en una casa pueden entrar a robar. Una segunda copia en otro lugar te protege de ambas cosas.',
  noClipboard:
    'No hay ningún botón para copiar las palabras al portapapeles: cualquier programa de este equipo podría leerlas, y esta página ni siquiera las tiene.',
  file: {
    title: 'Archivo de respaldo cifrado',
    body: 'Tu dispositivo guarda tu billetera en un archivo que este equipo puede conservar, pero nunca leer. Solo se abre con un código de respaldo de 12 palabras, que copias en papel desde la pantalla del dispositivo.',
    advice: [
      'Guarda el archivo y el código por separado. A un ladrón no le sirve uno sin el otro.',
      'Juntos valen lo mismo que tu frase de recuperación: restauran la billetera entera.',
      'Cada archivo tiene su propio código. Anota el nombre del archivo en el papel de su código.',
      'Comprueba el archivo cuando esté donde vayas a guardarlo, y de nuevo cada año.',
    ],
    make: 'Crear un archivo de respaldo',
    check: 'Comprobar un archivo de respaldo',
  },
  choose: {
    'check-file': {
      title: 'Comprobar un archivo de respaldo',
      body: [
        'Elige el archivo y después introduce tu PIN y el código de respaldo en el dispositivo. Te dice si el archivo contiene su billetera. No cambia nada en el dispositivo ni en el archivo.',
      ],
      ask: 'Comprobar en el dispositivo',
    },
    'restore-file': {
      title: 'Restaurar con un archivo de respaldo',
      body: [
        'Elige el archivo y ten a mano su código de respaldo. Introducirás el código en el dispositivo, con sus dos botones. Nunca lo escribas en un equipo.',
      ],
      ask: 'Restaurar en el dispositivo',
    },
    pick: 'Elegir el archivo',
    pickAnother: 'Elegir otro archivo',
    chosen: 'Archivo',
    walletId: 'ID de la billetera',
    otherWallet: {
      title: 'Este archivo indica otra billetera',
      body: [
        'No es una copia de la billetera de tu dispositivo. Elige otro archivo, o comprueba este con el dispositivo que tiene su billetera.',
      ],
    },
    unreadable: {
      title: 'No se pudo leer el archivo',
      body: [
        'Este equipo no dejó que la página lo abriera. Copia el archivo a otra carpeta e inténtalo de nuevo.',
      ],
    },
    problems: {
      'not-a-backup': {
        title: 'Esto no es un archivo de respaldo',
        body: [
          'El nombre de los archivos de respaldo suele terminar en .hbbackup. El archivo que elegiste contiene otra cosa.',
        ],
      },
      cut: {
        title: 'El archivo está incompleto',
        body: ['Le falta el final, así que no se puede restaurar. Usa otra copia del archivo.'],
      },
      damaged: {
        title: 'El archivo está dañado',
        body: [
          'Parte de su contenido ha cambiado, así que no se puede restaurar. Usa otra copia del archivo.',
        ],
      },
      'newer-version': {
        title: 'El archivo es de una versión más nueva',
        body: [
          'Lo creó un dispositivo más nuevo. Actualiza esta aplicación y el firmware de tu dispositivo, y vuelve a elegir el archivo.',
        ],
      },
    },
  },
};
