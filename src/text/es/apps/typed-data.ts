import type { TypedDataText } from '../../types/apps/typed-data.ts';

export const typedDataInSpanish: TypedDataText = {
  title: 'Para firmar',
  question: '¿Firmar todo?',
  domain: {
    name: 'Aplicación',
    version: 'Su versión',
    chainId: 'Cadena',
    verifyingContract: 'Contrato',
    salt: 'Su sal',
  },
  domainField: (position, total) => `Dominio ${position}/${total}`,
  domainTypes: 'Sus tipos',
  primaryType: 'Clase de datos',
  field: (position, total) => `Campo ${position}/${total}`,
  types: 'Tipos',
  elements: (count) => (count === 1 ? '1 elemento' : `${count} elementos`),
  address: 'dirección',
  unlimited: (bits) => `ilimitado (2^${bits}-1)`,
};
