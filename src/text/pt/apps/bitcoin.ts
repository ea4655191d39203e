import type { BitcoinMessages } from '../../types/apps/bitcoin.ts';

export const bitcoinInPortuguese: BitcoinMessages = {
  titles: {
    account: 'Conta',
    address: 'Endereço',
    changeAddress: 'Para o troco',
    extendedKey: 'Chave da conta',
    message: 'Mensagem',
    messageInHex: 'Mensagem (hex)',
    emptyMessage: 'Mensagem vazia',
  },
  nothing: 'vazia',
  message: { title: 'Mensagem', question: 'Assinar isto?' },
  transaction: {
    title: 'Transação',
    question: 'Assinar isto?',
    titles: {
      amount: 'Valor',
      to: 'Para',
      back: 'Volta para você',
      data: 'Dados',
      dataInHex: 'Dados em hex',
      lost: 'Perdido',
      fee: 'Taxa',
      highFee: 'Taxa alta!',
      spent: 'Gasto',
      coin: 'Moeda',
      after: 'Vale depois de',
      replaceable: 'Substituível?',
      id: 'ID',
      unsignedId: 'ID sem assinar',
    },
    values: {
      fee: (amount, share) => `${amount}, ${share} do valor`,
      highFee: 'Mais de um décimo do valor vai em taxas.',
      allInFees: 'Tudo vai em taxas. Ninguém recebe nada.',
      spent: (count, sum) => `${count}, ao todo ${sum}`,
      block: (height) => `bloco ${height}`,
      ignored: (moment) => `${moment}, mas sem efeito`,
      replaceable: 'Sim, até ser confirmada',
      lasting: 'Não',
    },
  },
  extendedKey: {
    compare: { title: 'Chave da conta', body: 'Revela todos os endereços. Compare com a do computador.' },
    same: { title: 'É a mesma?', body: 'A chave daqui e a do computador.' },
  },
  reasons: {
    policy: {
      title: 'Outro tipo',
      body: 'Este aparelho só conhece carteiras de uma chave. Não consegue verificar esta.',
    },
    foreignKey: {
      title: 'Outra carteira',
      body: 'O computador indica uma chave que não é sua.',
    },
    path: {
      title: 'Caminho raro',
      body: 'Não é um caminho de carteiras Bitcoin comuns. Nenhuma chave é usada.',
    },
    foreignCoin: {
      title: 'Moeda alheia',
      body: 'Gasta uma moeda que não é da sua conta. Isso não é assinado.',
    },
    previous: {
      title: 'Valor incerto',
      body: 'O programa não prova quanto vale uma moeda.',
    },
    sighash: {
      title: 'Em aberto',
      body: 'O que você lê poderia mudar depois. Isso não é assinado.',
    },
    output: {
      title: 'Desconhecido',
      body: 'Paga a algo que este aparelho não consegue mostrar.',
    },
    locktime: {
      title: 'Com prazo',
      body: 'Uma moeda pede um prazo próprio. Este aparelho não consegue mostrar.',
    },
    tooLong: {
      title: 'Longo demais',
      body: 'É mais do que este aparelho consegue mostrar. Isso não é assinado.',
    },
  },
};
