import type { EthereumMessages } from '../../types/apps/ethereum.ts';

export const ethereumInSpanish: EthereumMessages = {
  titles: {
    account: 'Cuenta',
    address: 'Dirección',
    network: 'Red',
    amount: 'Importe',
    alsoSent: 'Envía además',
    token: 'Token',
    contract: 'Contrato',
    to: 'Para',
    spender: 'Podrá gastar',
    fees: 'Gas, máximo',
    gas: 'Gas',
    nonce: 'Nonce',
    message: 'Mensaje',
    messageInHex: 'Mensaje en hex',
    emptyMessage: 'Mensaje vacío',
    accessList: 'Lista de acceso',
    access: (place) => `Acceso ${place}`,
  },
  chain: (id) => `Cadena ${id}`,
  ownCoin: (amount) => `${amount} de la moneda de esta cadena`,
  unknownToken: 'Token desconocido: compara el contrato',
  rawAmount: (amount) => `${amount}, decimales desconocidos`,
  unlimited: (ticker) => `Ilimitado ${ticker}`.trimEnd(),
  takenBack: (amount) => `${amount}: retira el permiso`,
  gas: (limit, price, tip) =>
    tip === undefined ? `${limit} a ${price}` : `${limit} a ${price} como máximo, prioridad ${tip}`,
  nothing: 'vacía',
  transfer: { title: 'Envío', question: '¿Lo firmas?' },
  tokenTransfer: { title: 'Envío de tokens', question: '¿Lo firmas?' },
  approval: { title: 'Permiso', question: '¿Lo firmas?' },
  message: { title: 'Mensaje', question: '¿Lo firmas?' },
  reasons: {
    creation: {
      title: 'Contrato nuevo',
      body: 'Esta pantalla no puede mostrar lo que haría su código. No se firma.',
    },
    call: {
      title: 'Llamada opaca',
      body: 'Esta pantalla no puede mostrar lo que haría el contrato. No se firma.',
    },
    hashes: {
      title: 'Solo hashes',
      body: 'Tu billetera envió solo hashes, nada que se pueda leer. No se firma.',
    },
    delegation: {
      title: 'Ceder la cuenta',
      body: 'Un contrato pasaría a controlar tu cuenta. No se firma.',
    },
    tooLong: {
      title: 'Muy largo',
      body: 'Es más de lo que este dispositivo puede mostrar. No se firma.',
    },
  },
};
