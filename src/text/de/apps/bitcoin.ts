import type { BitcoinMessages } from '../../types/apps/bitcoin.ts';

export const bitcoinInGerman: BitcoinMessages = {
  titles: {
    account: 'Konto',
    address: 'Adresse',
    changeAddress: 'Wechselgeld',
    extendedKey: 'Kontoschlüssel',
    message: 'Nachricht',
    messageInHex: 'Hex-Nachricht',
    emptyMessage: 'Leere Nachricht',
  },
  nothing: 'leer',
  message: { title: 'Nachricht', question: 'Signieren?' },
  transaction: {
    title: 'Transaktion',
    question: 'Signieren?',
    titles: {
      amount: 'Betrag',
      to: 'An',
      back: 'Zurück an dich',
      data: 'Daten',
      dataInHex: 'Hex-Daten',
      lost: 'Für immer weg',
      fee: 'Gebühr',
      highFee: 'Hohe Gebühr!',
      spent: 'Ausgegeben',
      coin: 'Münze',
      after: 'Gültig nach',
      replaceable: 'Ersetzbar?',
      id: 'Transaktions-ID',
      unsignedId: 'ID unsigniert',
    },
    values: {
      fee: (amount, share) => `${amount}, ${share} des Betrags`,
      highFee: 'Mehr als ein Zehntel des Betrags geht für Gebühren drauf.',
      allInFees: 'Alles geht für Gebühren drauf. Niemand bekommt etwas.',
      spent: (count, sum) => `${count}, zusammen ${sum}`,
      block: (height) => `Block ${height}`,
      ignored: (moment) => `${moment}, aber ohne Wirkung`,
      replaceable: 'Ja, bis sie bestätigt ist',
      lasting: 'Nein',
    },
  },
  extendedKey: {
    compare: {
      title: 'Kontoschlüssel',
      body: 'Er verrät alle Adressen. Vergleiche ihn mit dem am Computer.',
    },
    same: { title: 'Ist er gleich?', body: 'Der Schlüssel hier und der am Computer.' },
  },
  reasons: {
    policy: {
      title: 'Andere Art',
      body: 'Dieses Gerät kennt nur Wallets mit einem Schlüssel und kann das nicht prüfen.',
    },
    foreignKey: {
      title: 'Andere Wallet',
      body: 'Der Computer nennt einen Schlüssel, der nicht deiner ist.',
    },
    path: {
      title: 'Anderer Pfad',
      body: 'Kein Pfad üblicher Bitcoin-Wallets. Also wird kein Schlüssel benutzt.',
    },
    foreignCoin: {
      title: 'Nicht deine',
      body: 'Sie gibt eine Münze aus, die nicht von deinem Konto ist.',
    },
    previous: {
      title: 'Ohne Beleg',
      body: 'Das Wallet-Programm belegt nicht, wie viel eine Münze wert ist.',
    },
    sighash: {
      title: 'Offenes Ende',
      body: 'Was du liest, könnte danach geändert werden. Das wird nicht signiert.',
    },
    output: {
      title: 'Unbekannt',
      body: 'Sie zahlt an etwas, das dieses Gerät nicht zeigen kann.',
    },
    locktime: {
      title: 'Zeitsperre',
      body: 'Eine Münze verlangt eine eigene Zeit. Das kann dieses Gerät nicht zeigen.',
    },
    tooLong: {
      title: 'Zu lang',
      body: 'Mehr, als dieses Gerät zeigen kann. Das wird nicht signiert.',
    },
  },
};
