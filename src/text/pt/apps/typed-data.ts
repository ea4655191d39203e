import type { TypedDataText } from '../../types/apps/typed-data.ts';

export const typedDataInPortuguese: TypedDataText = {
  title: 'Para assinar',
  question: 'Assinar tudo?',
  domain: {
    name: 'Aplicativo',
    version: 'Versão dele',
    chainId: 'Rede',
    verifyingContract: 'Contrato',
    salt: 'Sal dele',
  },
  domainField: (position, total) => `Domínio ${position}/${total}`,
  domainTypes: 'Tipos dele',
  primaryType: 'Tipo de dados',
  field: (position, total) => `Campo ${position}/${total}`,
  types: 'Tipos',
  elements: (count) => (count === 1 ? '1 item' : `${count} itens`),
  address: 'endereço',
  unlimited: (bits) => `ilimitado (2^${bits}-1)`,
};
