import type { RefusalMessages } from '../types/refusals.ts';

export const refusalsInFrench: RefusalMessages = {
  framed: {
    title: 'Ouvrez Hostblind dans son propre onglet',
    text: 'Une autre page a intégré Hostblind en elle. Elle pourrait masquer ce que vous voyez ici ou détourner vos clics : Hostblind refuse donc de s’y exécuter. Tapez l’adresse de Hostblind dans un nouvel onglet.',
  },
  'foreign-worker': {
    title: 'Un autre programme contrôlait cette page',
    text: 'Un autre site ou programme qui a utilisé cette adresse a laissé derrière lui un service worker. Il pourrait tout modifier sur cette page : Hostblind refuse donc de s’exécuter avec lui. Il est en cours de suppression : fermez cet onglet, puis rouvrez Hostblind. Si ce message réapparaît, n’utilisez pas Hostblind à cette adresse.',
  },
};
