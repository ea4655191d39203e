import type { DrawingMessages } from '../../types/drawings/drawings.ts';

export const drawingsInSpanish: DrawingMessages = {
  layouts: {
    screen: 'Un dispositivo con pantalla.',
    'buttons-above': 'Un dispositivo con pantalla y dos botones en el borde superior.',
    'buttons-below': 'Un dispositivo con pantalla y dos botones debajo.',
    'buttons-beside': 'Un dispositivo con una pantalla entre dos botones redondos.',
    touch: 'Un dispositivo con pantalla táctil.',
    edges: 'Un dispositivo con pantalla. Se tocan sus bordes superior e inferior.',
  },
  legend: 'Qué hacen los botones',
  left: 'Izquierdo',
  right: 'Derecho',
  both: 'Los dos',
  touch: 'En la pantalla',
  unused: 'sin uso',
  hold: 'Mantenlo pulsado más o menos esto: un segundo y medio. Solo tu dispositivo muestra cuánto falta.',
  connect: { 'plug-in': 'Conéctalo', unlock: 'Desbloquéalo', choose: 'Elígelo en la lista' },
};
