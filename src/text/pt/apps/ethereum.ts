import type { EthereumMessages } from '../../types/apps/ethereum.ts';

export const ethereumInPortuguese: EthereumMessages = {
  titles: {
    account: 'Conta',
    address: 'Endereço',
    network: 'Rede',
    amount: 'Valor',
    alsoSent: 'Envia também',
    token: 'Token',
    contract: 'Contrato',
    to: 'Para',
    spender: 'Poderá gastar',
    fees: 'Gás, máximo',
    gas: 'Gás',
    nonce: 'Nonce',
    message: 'Mensagem',
    messageInHex: 'Mensagem (hex)',
    emptyMessage: 'Mensagem vazia',
    accessList: 'Lista de acesso',
    access: (place) => `Acesso ${place}`,
  },
  chain: (id) => `Rede ${id}`,
  ownCoin: (amount) => `${amount} da moeda desta rede`,
  unknownToken: 'Token desconhecido: compare o contrato',
  rawAmount: (amount) => `${amount}, casas decimais desconhecidas`,
  unlimited: (ticker) => `Ilimitado ${ticker}`.trimEnd(),
  takenBack: (amount) => `${amount}: retira a permissão`,
  gas: (limit, price, tip) =>
    tip === undefined ? `${limit} a ${price}` : `${limit} a no máximo ${price}, prioridade ${tip}`,
  nothing: 'vazia',
  transfer: { title: 'Envio', question: 'Assinar envio?' },
  tokenTransfer: { title: 'Envio de tokens', question: 'Assinar envio?' },
  approval: { title: 'Permissão', question: 'Assinar isto?' },
  message: { title: 'Mensagem', question: 'Assinar isto?' },
  reasons: {
    creation: {
      title: 'Contrato novo',
      body: 'Esta tela não consegue mostrar o que o código faria. Não é assinado.',
    },
    call: {
      title: 'Chamada opaca',
      body: 'Esta tela não consegue mostrar o que o contrato faria. Não é assinado.',
    },
    hashes: {
      title: 'Apenas hashes',
      body: 'Sua carteira enviou só hashes, nada que se possa ler. Não é assinado.',
    },
    delegation: {
      title: 'Ceder a conta',
      body: 'Um contrato passaria a controlar sua conta. Isso não é assinado.',
    },
    tooLong: {
      title: 'Longo demais',
      body: 'É mais do que este aparelho consegue mostrar. Isso não é assinado.',
    },
  },
};
