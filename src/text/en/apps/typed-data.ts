import type { TypedDataText } from '../../types/apps/typed-data.ts';

export const typedDataInEnglish: TypedDataText = {
  title: 'Data to sign',
  question: 'Sign this data?',
  domain: {
    name: 'App',
    version: 'App version',
    chainId: 'Chain',
    verifyingContract: 'Contract',
    salt: 'App salt',
  },
  domainField: (position, total) => `App ${position}/${total}`,
  domainTypes: 'App types',
  primaryType: 'Kind of data',
  field: (position, total) => `Field ${position}/${total}`,
  types: 'Data types',
  elements: (count) => (count === 1 ? '1 item' : `${count} items`),
  address: 'address',
  unlimited: (bits) => `unlimited (2^${bits}-1)`,
};
