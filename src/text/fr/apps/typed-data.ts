import type { TypedDataText } from '../../types/apps/typed-data.ts';

export const typedDataInFrench: TypedDataText = {
  title: 'À signer',
  question: 'Tout signer ?',
  domain: {
    name: 'Application',
    version: 'Sa version',
    chainId: 'Chaîne',
    verifyingContract: 'Contrat',
    salt: 'Son sel',
  },
  domainField: (position, total) => `Domaine ${position}/${total}`,
  domainTypes: 'Ses types',
  primaryType: 'Nature',
  field: (position, total) => `Champ ${position}/${total}`,
  types: 'Types',
  elements: (count) => (count <= 1 ? `${count} élément` : `${count} éléments`),
  address: 'adresse',
  unlimited: (bits) => `illimité (2^${bits}-1)`,
};
