import type { RefusalMessages } from '../types/refusals.ts';

export const refusalsInPortuguese: RefusalMessages = {
  framed: {
    title: 'Abra o Hostblind em uma aba própria',
    text: 'Outra página colocou o Hostblind dentro dela. Ela poderia encobrir o que você vê aqui ou se aproveitar dos seus cliques, então o Hostblind não roda nela. Digite o endereço do Hostblind em uma nova aba.',
  },
  'foreign-worker': {
    title: 'Outro programa controlava esta página',
    text: 'Outro site ou programa que já usou este endereço deixou um service worker para trás. Ele poderia mudar qualquer coisa nesta página, então o Hostblind não roda com ele. Ele está sendo removido agora: feche esta aba e abra o Hostblind de novo. Se você vir este aviso outra vez, não use o Hostblind neste endereço.',
  },
};
