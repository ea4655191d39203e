import type { SeedQrMessages } from '../types/seed-qr-page.ts';

export const seedQrPageInSpanish: SeedQrMessages = {
  seedQr: {
    title: 'SeedQR copiado a mano',
    body: 'Tu dispositivo muestra tu frase en su propia pantalla como una cuadrícula, primero entera y luego bloque a bloque. Tú copias los cuadros a mano en una cuadrícula en blanco, para leerla más adelante con un dispositivo con cámara.',
    advice: [
      'Quien ve los cuadros tiene tus palabras: son tu frase, sin cifrar.',
      'Nunca apuntes con un teléfono a la pantalla del dispositivo ni a la cuadrícula, ni siquiera para revisar tu copia.',
      'Guárdala además de tus palabras escritas, no en su lugar: pocos dispositivos pueden leerla.',
    ],
    show: 'Ver en el dispositivo',
    grid: 'Imprimir una cuadrícula en blanco',
  },
  forms: {
    title: 'Plantillas en blanco para imprimir',
    body: 'Hojas con líneas en blanco para tus palabras, una placa de metal o un código de respaldo. No contienen nada secreto y las rellenas a mano.',
    words: 'Para las palabras',
    code: 'Para un código de respaldo',
  },
};
