import type { TypedDataText } from '../../types/apps/typed-data.ts';

export const typedDataInGerman: TypedDataText = {
  title: 'Zu signieren',
  question: 'Alles signieren?',
  domain: {
    name: 'App',
    version: 'App-Version',
    chainId: 'Chain',
    verifyingContract: 'Vertrag',
    salt: 'App-Salt',
  },
  domainField: (position, total) => `App ${position}/${total}`,
  domainTypes: 'App-Typen',
  primaryType: 'Art der Daten',
  field: (position, total) => `Feld ${position}/${total}`,
  types: 'Datentypen',
  elements: (count) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
  address: 'Adresse',
  unlimited: (bits) => `unbegrenzt (2^${bits}-1)`,
};
