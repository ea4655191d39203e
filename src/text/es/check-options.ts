import type { CheckOptionsMessages } from '../types/check-options.ts';

export const checkOptionsInSpanish: CheckOptionsMessages = {
  title: 'Avanzado: cómo se generan tus palabras',
  lead: 'Tu dispositivo y este equipo aportan cada uno su parte de azar. El dispositivo abre algunos candidatos para que este equipo los compruebe, y esos se descartan. El equipo elige al azar cuántos y lo mantiene en secreto.',
  rangeLegend: 'Candidatos que se comprueban',
  range: (range) => `De 1 a ${range}`,
  rangeHint: (range) => `una trampa se escapa 1 vez de cada ${range}`,
  diceLegend: 'Dados',
  noDice: 'Sin dados',
  noDiceHint: 'Solo el dispositivo y el equipo',
  dice: 'Dados en el dispositivo',
  diceHint: 'Tiras tú e introduces los números',
  diceBody:
    'Tus tiradas se mezclan con el resto, así que solo pueden ayudar: 50 tiradas para 12 palabras y hasta 99 para 24. Introdúcelas en el dispositivo, nunca aquí.',
};
