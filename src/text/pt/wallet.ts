import type { WalletMessages } from '../types/wallet.ts';

export const walletInPortuguese: WalletMessages = {
  save: {
    again: 'Salvar de novo',
    retry: 'Salvar o arquivo',
    name: 'Nome do arquivo',
    write:
      'Escreva o nome do arquivo no papel com o código dele. Se o navegador acrescentou um número, escreva também.',
  },
  loading: 'Carregando esta página\u2026',
  noted: (date) => `Última verificação em ${date}.`,
  restored: {
    title: 'Restaurada',
    ask: 'Seu dispositivo criou esta carteira a partir do que você inseriu. Compare o ID dela com o do seu formulário.',
    same: 'Sua carteira está de volta no dispositivo. Este computador não viu nenhuma das palavras dela.',
    none: 'Nada ainda mostra que esta é a carteira certa. Antes de enviar qualquer coisa para ela, confira se tem os endereços e as moedas que você espera.',
  },
  doubt: {
    title: 'Seu papel não confere',
    lead: (date) =>
      `${date === undefined ? 'As' : `Em ${date}, as`} palavras que você inseriu não bateram com a carteira deste dispositivo. Não confie nesse papel: compare-o com as palavras no dispositivo e verifique de novo.`,
    otherTitle: 'Esta não é a carteira do seu formulário',
    otherLead:
      'Ou uma palavra foi inserida errada, ou o formulário é de outra carteira. Não envie nada para esta carteira. Compare seu papel com as palavras no dispositivo, ou apague o dispositivo e restaure de novo.',
    show: 'Mostrar as palavras no dispositivo',
    check: 'Verificar de novo',
  },
  tryAgain: 'Tentar de novo',
  wipe: {
    title: 'Apagar este dispositivo?',
    body: [
      'Isto apaga do dispositivo a carteira, o PIN e as palavras. Nada neste computador pode trazê-los de volta.',
      'Se você tem as palavras no papel, pode restaurar a carteira. Se não tem, ou não tem certeza, perde para sempre tudo o que há nela: verifique seu backup antes.',
      'O dispositivo pergunta mais uma vez e só apaga a carteira depois que você segura o botão dele. Isto não tem volta.',
    ],
    ask: 'Apagar no dispositivo',
    keep: 'Manter a carteira',
  },
};
