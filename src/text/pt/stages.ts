/**
 * The one source of what device and host say about a step, so that a person reads the same sentence on both.
 * The device draws `title`, `body` and the button labels; the host shows the same and adds
 * what is in `explanations.ts`.
 */
import { codeWordCount, isAboutCode } from '../../protocol/files/backup-code.ts';
import type { Activity, Stage } from '../../protocol/public-state.ts';
import { seedQrSentencesInPortuguese } from './seed-qr-stages.ts';
import type { StageFacts, StageSentences } from '../../protocol/stage-facts.ts';

export const neverShareInPortuguese =
  'Ninguém deve pedir estas palavras. Nem computador, nem site, nem suporte.';

/** What one of the words of a ceremony is called. */
export const wordLabelInPortuguese = (activity: Activity | undefined): string =>
  isAboutCode(activity) ? 'palavra-código' : 'palavra';

/** The same at the beginning of a sentence. */
export const wordHeadingInPortuguese = (activity: Activity | undefined): string =>
  isAboutCode(activity) ? 'Palavra-código' : 'Palavra';

type Question = Pick<StageSentences, 'title'> & { readonly body: string };

const computerMixes = 'soma aleatoriedade e verifica.';

/** Everything that shapes the new wallet is said before the person agrees to it. */
function newWalletBody({ wordCount, entropyCheck, dice }: StageFacts): string {
  if (wordCount === 0) return 'Criar uma carteira com uma nova frase de recuperação.';
  if (dice === true) {
    return `${wordCount} palavras. Você lança dados${entropyCheck === true ? `, e o computador ${computerMixes}` : '.'}`;
  }
  return entropyCheck === true
    ? `${wordCount} palavras. Este computador ${computerMixes}`
    : `Criar uma carteira com frase de recuperação de ${wordCount} palavras.`;
}

/** What a device asks before a ceremony begins. */
const asks = {
  create: (facts) => ({
    title: 'Nova carteira?',
    body: newWalletBody(facts),
  }),
  restore: ({ wordCount }) => ({
    title: 'Restaurar?',
    body:
      wordCount === 0
        ? 'Insira as palavras que você tem no papel.'
        : `Insira as ${wordCount} palavras que você tem no papel.`,
  }),
  reveal: () => ({
    title: 'Ver palavras?',
    body: 'O app pede para mostrar sua frase de recuperação nesta tela.',
  }),
  check: () => ({
    title: 'Verificar?',
    body: 'Insira aqui as palavras do seu papel. O dispositivo diz se conferem.',
  }),
  'change-pin': () => ({
    title: 'Mudar o PIN?',
    body: 'Você vai precisar do PIN atual.',
  }),
  wipe: () => ({
    title: 'Apagar tudo?',
    body: 'Sem as palavras anotadas, a carteira não pode ser restaurada.',
  }),
  language: () => ({
    title: 'Outro idioma?',
    body: 'Este dispositivo pode falar outro idioma.',
  }),
  rename: () => ({
    title: 'Renomear?',
    body: 'Dar um novo nome a este dispositivo.',
  }),
  'backup-file': () => ({
    title: 'Criar arquivo?',
    body: 'O computador recebe uma cópia criptografada. Só um código no seu papel a abre.',
  }),
  'check-file': () => ({
    title: 'Arquivo bom?',
    body: 'O arquivo é uma boa cópia desta carteira? Tenha o código de backup.',
  }),
  'restore-file': () => ({
    title: 'Restaurar?',
    body: 'Restaurar a carteira de um arquivo de backup. Tenha o código à mão.',
  }),
  addresses: () => ({
    title: 'Ver endereços?',
    body: 'O primeiro endereço de Ethereum e de Bitcoin, só nesta tela.',
  }),
  identify: ({ wordCount }) => ({
    title: 'Qual carteira?',
    body:
      wordCount === 0
        ? 'Insira palavras e veja os endereços delas. Nada é guardado.'
        : `Insira ${wordCount} palavras e veja os endereços delas. Nada é guardado.`,
  }),
  app: () => ({
    title: 'Um app pergunta',
    body: 'Leia a pergunta no aparelho e responda nele.',
  }),
} as const satisfies Partial<Record<Activity, (facts: StageFacts) => Question>>;

function asksFor(activity: Activity | undefined): keyof typeof asks {
  return activity !== undefined && activity in asks ? (activity as keyof typeof asks) : 'create';
}

const always = {
  idle: () => ({ title: 'Pronto', body: 'Comece no app.' }),
  consent: (facts) => ({
    ...asks[asksFor(facts.activity)](facts),
    // What the buttons say is the app's.
    ...(facts.activity !== 'app' && { left: 'Não', right: 'Sim' }),
  }),
  'choose-pin': () => ({
    title: 'Escolha um PIN',
    body: 'De 4 a 8 dígitos',
    left: 'Menos',
    right: 'Mais',
    both: 'Inserir',
  }),
  'repeat-pin': () => ({
    title: 'Repita o PIN',
    body: 'Os mesmos dígitos',
    left: 'Menos',
    right: 'Mais',
    both: 'Inserir',
  }),
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Anote o código',
          body: `Anote ${codeWordCount} palavras-código. Ninguém deve pedi-las a você.`,
          left: 'Parar',
          right: 'Avançar',
        }
      : {
          title: 'Papel e caneta',
          body: neverShareInPortuguese,
          left: 'Parar',
          right: 'Avançar',
        },
  hold: ({ activity }) => ({
    title: 'Segure para ver',
    body: isAboutCode(activity)
      ? 'Segure o botão direito para ver o código de backup.'
      : 'Segure o botão direito para ver suas palavras.',
    left: 'Voltar',
    right: 'Segurar',
  }),
  words: ({ position, total, activity }) => ({
    title: `${wordHeadingInPortuguese(activity)} ${position} de ${total}`,
    left: 'Voltar',
    right: 'Avançar',
  }),
  written: ({ wordCount, activity }) =>
    isAboutCode(activity)
      ? {
          title: 'Anotou tudo?',
          body: `Agora, confirme as ${codeWordCount} palavras-código. Aperte os dois botões para escolher.`,
          left: 'Voltar',
          right: 'Confirmar',
        }
      : activity === 'reveal'
        ? {
            title: 'Viu tudo?',
            body: 'Se quiser, confirme agora suas palavras, como da primeira vez.',
            left: 'Ver',
            both: 'Confirmar',
            right: 'Fim',
          }
        : {
            title: 'Anotou tudo?',
            body: `Agora, confirme as ${wordCount} palavras. Aperte os dois botões para escolher.`,
            left: 'Voltar',
            right: 'Confirmar',
          },
  confirm: ({ activity }) => ({
    title: isAboutCode(activity) ? 'Confirme código' : 'Confirme tudo',
    left: 'Subir',
    right: 'Descer',
    both: 'OK',
  }),
  finish: ({ activity }) => {
    if (activity === 'backup-file')
      return {
        title: 'Liberar arquivo?',
        body: 'O computador recebe o arquivo. Pode guardá-lo, mas nunca lê-lo.',
        left: 'Parar',
        right: 'Liberar',
      };
    const restored = activity === 'restore' || activity === 'restore-file';
    return {
      title: restored ? 'Restaurada' : 'Backup feito',
      body: restored ? 'A carteira está neste dispositivo.' : 'Você confirmou cada palavra.',
      right: 'Concluir',
    };
  },
  'enter-pin': () => ({
    title: 'Digite seu PIN',
    left: 'Menos',
    right: 'Mais',
    both: 'Inserir',
  }),
  unfinished: () => ({
    title: 'Sem backup',
    body: 'Termine o backup antes de usar esta carteira.',
    left: 'Descartar',
    right: 'Retomar',
  }),
  discard: () => ({
    title: 'Descartar?',
    body: 'Segurar o botão direito apaga a carteira de vez.',
    left: 'Manter',
    right: 'Segurar',
  }),
  'entry-method': ({ activity, wordCount }) => ({
    title: 'Como inserir?',
    body: `${isAboutCode(activity) ? 'Código de backup' : wordCount === 0 ? 'Palavras' : `${wordCount} palavras`}: por letras, ou por metades, 11 toques cada.`,
    left: 'Letras',
    right: 'Metades',
  }),
  'enter-words': ({ activity }) => ({
    title: isAboutCode(activity) ? 'Insira o código' : 'Suas palavras',
  }),
  result: () => ({
    title: 'Resultado',
    right: 'OK',
  }),
  wipe: () => ({
    title: 'Apagar agora?',
    body: 'Segure o botão direito para apagar a carteira.',
    left: 'Manter',
    right: 'Segurar',
  }),
  'pins-differ': () => ({
    title: 'PINs diferentes',
    body: 'Os dois PINs não são iguais. Escolha de novo.',
    right: 'De novo',
  }),
  'wrong-pin': () => ({
    title: 'PIN errado',
    body: 'Após três PINs errados, este dispositivo se apaga.',
    right: 'De novo',
  }),
  wiped: () => ({
    title: 'Apagado',
    body: 'Três PINs errados: a carteira foi apagada. Suas palavras a restauram.',
    right: 'OK',
  }),
  fault: () => ({
    title: 'Defeito',
    body: 'Não use este dispositivo para uma carteira.',
    right: 'OK',
  }),
  entropy: ({ wordCount }) => ({
    title: 'Aleatoriedade',
    body: `${wordCount === 0 ? '' : `${wordCount} palavras. `}O computador soma aleatoriedade e verifica este dispositivo.`,
    left: 'Parar',
  }),
  dice: () => ({
    title: 'Lance os dados',
    left: 'Menos',
    right: 'Mais',
    both: 'Inserir',
  }),
  'seed-qr': () => ({
    title: 'SeedQR',
    left: 'Voltar',
    right: 'Avançar',
  }),
  unknown: () => ({
    title: 'Siga a tela do dispositivo',
  }),
  stopped: () => ({
    title: 'Interrompido',
    body: 'O computador interrompeu isto.',
    right: 'OK',
  }),
  addresses: () => ({
    title: 'Endereços',
    body: 'Estas palavras abrem os dois a seguir. Com passphrase, outros.',
    left: 'Parar',
    right: 'Avançar',
  }),
} as const satisfies Record<Stage, (facts: StageFacts) => StageSentences>;

/** What device and host say at a stage. In an activity that a host doesn't know, no stage means what it means elsewhere. */
export function stageSentencesInPortuguese(stage: Stage, facts: StageFacts): StageSentences {
  if (facts.activity === 'unknown') return always.unknown();
  return seedQrSentencesInPortuguese(stage, facts) ?? always[stage](facts);
}
