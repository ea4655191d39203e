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
  extendedKey: {
    compare: { title: 'Chave da conta', body: 'Revela todos os endereços. Compare com a do computador.' },
    same: { title: 'É a mesma?', body: 'A chave daqui e a do computador.' },
  },
  reasons: {
    transaction: {
      title: 'Não assinado',
      body: 'Este aparelho ainda não assina transações de Bitcoin.',
    },
    policy: {
      title: 'Outro tipo',
      body: 'Este aparelho só conhece carteiras de uma chave. Não consegue verificar esta.',
    },
    foreignKey: {
      title: 'Outra carteira',
      body: 'O computador pede um endereço cuja chave não é sua.',
    },
    path: {
      title: 'Caminho raro',
      body: 'Não é um caminho de carteiras Bitcoin comuns. Nenhuma chave é usada.',
    },
    tooLong: {
      title: 'Longo demais',
      body: 'É mais do que este aparelho consegue mostrar. Isso não é assinado.',
    },
  },
};
