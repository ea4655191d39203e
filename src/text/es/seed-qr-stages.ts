/** What device and host say while a phrase is shown as a SeedQR, where it differs from showing words. */
import { isWordCount, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

function whichFormat({ wordCount }: StageFacts): StageSentences {
  return isWordCount(wordCount) && !isSpecified(wordCount)
    ? {
        title: 'Solo Standard',
        body: `Pocos dispositivos leen un SeedQR de ${wordCount} palabras. Guárdalas también en papel.`,
        left: 'Atrás',
        right: 'Seguir',
      }
    : {
        title: '¿Qué SeedQR?',
        body: 'Standard: se lee como cifras. Compact: menos cuadros, menos dispositivos.',
        left: 'Standard',
        right: 'Compact',
      };
}

const worded: Partial<Record<Stage, (facts: StageFacts) => StageSentences>> = {
  consent: () => ({
    title: '¿Ver SeedQR?',
    body: '¿Mostrar tu frase como cuadros, para copiarla a mano?',
    left: 'No',
    right: 'Sí',
  }),
  warning: () => ({
    title: 'Solo a mano',
    body: 'Los cuadros son tus palabras. Nunca apuntes aquí con cámara o teléfono.',
    left: 'Parar',
    right: 'Seguir',
  }),
  'entry-method': whichFormat,
  hold: () => ({
    title: 'Mantén pulsado',
    body: 'Mantén el botón derecho para ver los cuadros.',
    left: 'Atrás',
    right: 'Mantén',
  }),
  written: () => ({
    title: '¿Todo copiado?',
    body: 'Vuelve atrás para comparar, o termina. Conserva tus palabras en papel.',
    left: 'Atrás',
    right: 'Listo',
  }),
};

/** `undefined` where the words of any ceremony do. */
export function seedQrSentencesInSpanish(stage: Stage, facts: StageFacts): StageSentences | undefined {
  return facts.activity === 'seed-qr' ? worded[stage]?.(facts) : undefined;
}
