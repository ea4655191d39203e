/** What device and host say while a phrase is shown as a SeedQR, where it differs from showing words. */
import { isWordCount, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

function whichFormat({ wordCount }: StageFacts): StageSentences {
  return isWordCount(wordCount) && !isSpecified(wordCount)
    ? {
        title: 'Só o padrão',
        body: `Poucos dispositivos leem SeedQR de ${wordCount} palavras. Guarde também o papel.`,
        left: 'Voltar',
        right: 'Avançar',
      }
    : {
        title: 'Qual SeedQR?',
        body: 'Padrão: lido como dígitos. Compacto: menor, e menos dispositivos leem.',
        left: 'Padrão',
        right: 'Compacto',
      };
}

const worded: Partial<Record<Stage, (facts: StageFacts) => StageSentences>> = {
  consent: () => ({
    title: 'Ver SeedQR?',
    body: 'Mostrar sua frase como quadrados para copiar à mão?',
    left: 'Não',
    right: 'Sim',
  }),
  warning: () => ({
    title: 'Só à mão',
    body: 'Os quadrados são suas palavras. Nunca aponte câmera ou celular.',
    left: 'Parar',
    right: 'Avançar',
  }),
  'entry-method': whichFormat,
  hold: () => ({
    title: 'Segure para ver',
    body: 'Segure o botão direito para ver os quadrados.',
    left: 'Voltar',
    right: 'Segurar',
  }),
  written: () => ({
    title: 'Copiou tudo?',
    body: 'Volte e compare, ou conclua. Seu backup ainda são as palavras no papel.',
    left: 'Voltar',
    right: 'Concluir',
  }),
};

/** `undefined` where the words of any ceremony do. */
export function seedQrSentencesInPortuguese(stage: Stage, facts: StageFacts): StageSentences | undefined {
  return facts.activity === 'seed-qr' ? worded[stage]?.(facts) : undefined;
}
