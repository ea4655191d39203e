import type { BitcoinMessages } from '../../types/apps/bitcoin.ts';

export const bitcoinInSpanish: BitcoinMessages = {
  titles: {
    account: 'Cuenta',
    address: 'Dirección',
    changeAddress: 'Para el cambio',
    extendedKey: 'Clave de cuenta',
    message: 'Mensaje',
    messageInHex: 'Mensaje en hex',
    emptyMessage: 'Mensaje vacío',
  },
  nothing: 'vacío',
  message: { title: 'Mensaje', question: '¿Lo firmas?' },
  transaction: {
    title: 'Transacción',
    question: '¿La firmas?',
    titles: {
      amount: 'Importe',
      to: 'Para',
      back: 'Vuelve a ti',
      data: 'Datos',
      dataInHex: 'Datos en hex',
      lost: 'Se pierde',
      fee: 'Comisión',
      highFee: '¡Comisión alta!',
      spent: 'Se gasta',
      coin: 'Moneda',
      after: 'Válida tras',
      replaceable: '¿Reemplazable?',
      id: 'ID',
      unsignedId: 'ID sin firmar',
    },
    values: {
      fee: (amount, share) => `${amount}, ${share} del importe`,
      highFee: 'Más de una décima parte del importe se va en comisiones.',
      allInFees: 'Todo se va en comisiones. Nadie recibe nada.',
      spent: (count, sum) => `${count}, en total ${sum}`,
      block: (height) => `bloque ${height}`,
      ignored: (moment) => `${moment}, pero no tiene efecto`,
      replaceable: 'Sí, hasta que se confirme',
      lasting: 'No',
    },
  },
  extendedKey: {
    compare: { title: 'Clave de cuenta', body: 'Revela todas las direcciones. Compárala con la del equipo.' },
    same: { title: '¿Es la misma?', body: 'La clave de aquí y la del equipo.' },
  },
  reasons: {
    policy: {
      title: 'Otra billetera',
      body: 'Este dispositivo solo conoce billeteras de una clave. No puede comprobarla.',
    },
    foreignKey: {
      title: 'No es la tuya',
      body: 'El equipo nombra una clave que no es tuya.',
    },
    path: {
      title: 'Ruta inusual',
      body: 'No es una ruta de billeteras Bitcoin habituales. No se usa ninguna clave.',
    },
    foreignCoin: {
      title: 'Moneda ajena',
      body: 'Gasta una moneda que no es de tu cuenta. No se firma.',
    },
    previous: {
      title: 'Sin valor',
      body: 'El programa no demuestra cuánto vale una moneda.',
    },
    sighash: {
      title: 'Sin cerrar',
      body: 'Lo que lees podría cambiarse después de firmar. No se firma.',
    },
    output: {
      title: 'Desconocido',
      body: 'Paga a algo que este dispositivo no puede mostrar.',
    },
    locktime: {
      title: 'Con plazo',
      body: 'Una moneda pide un plazo propio. Este dispositivo no puede mostrarlo.',
    },
    tooLong: {
      title: 'Muy largo',
      body: 'Es más de lo que este dispositivo puede mostrar. No se firma.',
    },
  },
};
