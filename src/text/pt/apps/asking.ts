import type { AskingMessages } from '../../types/apps/asking.ts';

export const askingInPortuguese: AskingMessages = {
  apps: 'Apps',
  choose: (app) => ({
    title: app,
    body: `Abrir ${app} para usar esta carteira com um programa no computador?`,
    left: 'Voltar',
    right: 'Abrir',
  }),
  nextApp: 'Próximo',
  ready: (app) => ({
    title: app,
    body: 'Pronto. O que seu programa pedir aparece aqui.',
    left: 'Fechar',
  }),
  allow: (app) => ({
    title: 'Endereços?',
    body: `Um programa veria todos os seus endereços ${app}, inclusive os futuros.`,
    left: 'Não',
    right: 'Sim',
  }),
  review: {
    title: 'Leia aqui',
    body: 'Só esta tela diz o que você assina.',
    left: 'Recusar',
    right: 'Ler',
  },
  back: 'Voltar',
  next: 'Avançar',
  reject: 'Recusar',
  hold: 'Segure o botão direito para assinar.',
  sign: 'Assinar',
  compare: { title: 'Seu endereço', body: 'Compare com o do computador.', left: 'Não', right: 'Ver' },
  same: { title: 'É o mesmo?', body: 'O endereço aqui e o do computador.', left: 'Não', right: 'Sim' },
  refused: 'OK',
  place: (at, of) => `${at}/${of}`,
};
