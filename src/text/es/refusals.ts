import type { RefusalMessages } from '../types/refusals.ts';

export const refusalsInSpanish: RefusalMessages = {
  framed: {
    title: 'Abre Hostblind en su propia pestaña',
    text: 'Otra página ha metido a Hostblind dentro de ella. Podría tapar lo que ves aquí o aprovecharse de tus clics, así que Hostblind no funciona ahí. Escribe la dirección de Hostblind en una pestaña nueva.',
  },
  'foreign-worker': {
    title: 'Otro programa tenía el control de esta página',
    text: 'Otro sitio web o programa que usó antes esta dirección dejó un service worker. Podría cambiar cualquier cosa de esta página, así que Hostblind no funciona con él. Se está quitando ahora mismo: cierra esta pestaña y vuelve a abrir Hostblind. Si ves esto otra vez, no uses Hostblind en esta dirección.',
  },
};
