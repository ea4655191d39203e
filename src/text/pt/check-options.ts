import type { CheckOptionsMessages } from '../types/check-options.ts';

export const checkOptionsInPortuguese: CheckOptionsMessages = {
  title: 'Avançado: como suas palavras são criadas',
  lead: 'Seu dispositivo e este computador contribuem com aleatoriedade, cada um com a sua. O dispositivo abre algumas candidatas para este computador verificar, e essas são descartadas. O computador sorteia quantas e mantém o número em segredo.',
  rangeLegend: 'Candidatas a verificar',
  range: (range) => `1 a ${range}`,
  rangeHint: (range) => `uma fraude escapa 1 vez em ${range}`,
  diceLegend: 'Dados',
  noDice: 'Sem dados',
  noDiceHint: 'Só o dispositivo e o computador',
  dice: 'Dados no dispositivo',
  diceHint: 'Você lança e insere os números',
  diceBody:
    'Seus lançamentos entram na mistura, então só podem ajudar: 50 lançamentos para 12 palavras, até 99 para 24. Insira-os no dispositivo, nunca aqui.',
};
