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
  extendedKey: {
    compare: { title: 'Clave de cuenta', body: 'Revela todas las direcciones. Compárala con la del equipo.' },
    same: { title: '¿Es la misma?', body: 'La clave de aquí y la del equipo.' },
  },
  reasons: {
    transaction: {
      title: 'Sin firmar',
      body: 'Este dispositivo aún no puede firmar transacciones de Bitcoin.',
    },
    policy: {
      title: 'Otra billetera',
      body: 'Este dispositivo solo conoce billeteras de una clave. No puede comprobarla.',
    },
    foreignKey: {
      title: 'No es la tuya',
      body: 'El equipo pide una dirección cuya clave no es tuya.',
    },
    path: {
      title: 'Ruta inusual',
      body: 'No es una ruta de billeteras Bitcoin habituales. No se usa ninguna clave.',
    },
    tooLong: {
      title: 'Muy largo',
      body: 'Es más de lo que este dispositivo puede mostrar. No se firma.',
    },
  },
};
