import { plural } from '../locale/format.ts';
import type { FormsMessages } from '../types/forms.ts';

export const formsInSpanish: FormsMessages = {
  title: 'Imprimir una plantilla en blanco',
  lead: 'Una hoja con líneas en blanco para rellenar a mano mirando la pantalla de tu dispositivo. Cuando sale de la impresora no tiene ninguna palabra.',
  why: 'Tu dispositivo te advierte sobre las impresoras, y con razón: las impresoras y los equipos guardan lo que imprimen, así que tus palabras nunca deberían pasar por ahí. Una plantilla en blanco no es problema.',
  form: {
    legend: 'Para qué es',
    options: {
      words: { title: 'Frase de recuperación', hint: 'Líneas numeradas para tus palabras' },
      'seed-qr': { title: 'Cuadrícula de SeedQR', hint: 'Cuadros vacíos para rellenar con bolígrafo' },
      'backup-code': { title: 'Código de respaldo', hint: 'Para el código de un archivo de respaldo' },
    },
  },
  paper: 'Papel',
  words: { legend: 'Cuántas palabras', option: (count) => `${count} palabras` },
  size: {
    legend: 'Tamaño de la cuadrícula',
    options: {
      21: { title: '21 x 21', hint: '12 palabras, Compact' },
      25: { title: '25 x 25', hint: '12 palabras, Standard; 24 palabras, Compact' },
      29: { title: '29 x 29', hint: '24 palabras, Standard' },
    },
  },
  boxes: {
    legend: 'Para placas de metal',
    with: { title: 'Con casillas', hint: 'Bastan las cuatro primeras letras de cada palabra' },
    without: { title: 'Solo líneas' },
  },
  fixed: {
    legend: 'Cuadros que son iguales en todos los códigos',
    with: { title: 'Imprimirlos', hint: 'Las esquinas, que no revelan nada' },
    without: { title: 'Dejarlos en blanco' },
  },
  checks: {
    legend: 'Fechas de tus comprobaciones',
    with: { title: 'Una segunda hoja', hint: 'Para guardarla lejos de tus palabras' },
    without: { title: 'Sin segunda hoja' },
  },
  walletId: {
    legend: 'ID de la billetera',
    with: { title: 'Imprimirlo', hint: 'No abre nada' },
    without: { title: 'Dejarlo en blanco' },
  },
  print: 'Imprimir',
  back: 'Atrás',
  preview: (sheets) => plural(sheets, { one: 'Una hoja', other: `${sheets} hojas` }),
  sheet: {
    heading: {
      words: 'Frase de recuperación',
      'seed-qr': 'SeedQR',
      'backup-code': 'Código de respaldo',
    },
    warning: {
      words:
        'Rellena a mano mirando la pantalla de tu dispositivo. No pases nunca esta hoja a un equipo, ni le hagas fotos, ni la escanees, ni la fotocopies.',
      'seed-qr':
        'Rellena a mano, bloque a bloque, mirando la pantalla de tu dispositivo. Nunca fotografíes ni escanees esta hoja con un teléfono.',
      'backup-code':
        'Esto no es una frase de recuperación. Estas palabras abren un archivo de respaldo y nada más. Guárdalas lejos del archivo.',
    },
    walletId: 'ID de la billetera',
    device: 'Dispositivo',
    date: 'Anotado el',
    words: 'Palabras',
    file: 'Nombre del archivo',
    format: 'Standard o Compact',
    firstLetters: 'cuatro primeras letras',
    foot: {
      words:
        'Quien lea esta hoja puede llevarse todo lo que hay en la billetera. Para restaurarla, introduce las palabras en un dispositivo de hardware que acepte frases BIP-39, nunca en un equipo.',
      'seed-qr':
        'Quien vea esta hoja puede llevarse todo lo que hay en la billetera: los cuadros son la frase de recuperación. Para leerla, usa un dispositivo de hardware con cámara y sin red.',
      'backup-code':
        'Quien tenga el archivo y esta hoja puede llevarse todo lo que hay en la billetera. Para restaurarla, elige el archivo en la aplicación e introduce el código en el dispositivo.',
    },
    checks: {
      title: 'Comprobaciones de una copia de seguridad',
      lead: 'De vez en cuando, comprueba tu copia de seguridad en el dispositivo y anota la fecha. Nunca escribas una palabra en esta hoja.',
      columns: ['Fecha', 'Coinciden', 'No coinciden', 'Dispositivo', 'Quién'],
    },
    grid: (size) =>
      `${size} x ${size} cuadros. Los bloques se nombran por fila y columna, como en el dispositivo: A1 es el de arriba a la izquierda.`,
  },
};
