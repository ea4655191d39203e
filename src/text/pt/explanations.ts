import { isAboutCode } from '../../protocol/files/backup-code.ts';
import { isWordCount, type Activity, type Stage } from '../../protocol/public-state.ts';
import { isSpecified } from '../../protocol/files/seed-qr.ts';
import type { Explanations } from '../types/explanations.ts';
import { stageSentencesInPortuguese, wordHeadingInPortuguese } from './stages.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';

type Explain = (facts: StageFacts) => string;

/** Before a ceremony begins. */
const asks: Partial<Record<Activity, string>> = {
  create: 'Confira se o dispositivo mostra o número de palavras que você escolheu e aceite lá.',
  restore: 'Aceite no dispositivo e insira suas palavras lá. Elas nunca passam por este computador.',
  reveal: 'Se foi você que pediu, aceite no dispositivo. Suas palavras aparecem lá e em nenhum outro lugar.',
  check: 'Tenha o papel à mão e aceite no dispositivo. Nada muda nele.',
  'change-pin': 'Aceite no dispositivo. Ele pede o PIN atual e, depois, o novo duas vezes.',
  wipe: 'Confira se você tem as palavras no papel. Segurar o botão apaga a carteira, e isso não tem volta.',
  language:
    'Aceite no dispositivo. Ele pergunta duas vezes: no idioma que fala agora e no que você escolheu.',
  rename: 'Confira o nome no dispositivo e aceite lá.',
  'backup-file': 'Aceite no dispositivo. Ele mostra um código de backup novo para você anotar e confirmar.',
  'check-file': 'Tenha o código de backup à mão e aceite no dispositivo. Nada muda nele.',
  'restore-file':
    'Compare o ID da carteira no dispositivo, aceite lá e insira o código de backup no próprio dispositivo.',
  addresses: 'Aceite no dispositivo se foi você que pediu. Os endereços aparecem lá e em nenhum outro lugar.',
  identify:
    'Tenha o papel à mão e aceite no dispositivo. Você insere as palavras lá, e ele não guarda nenhuma.',
  app: 'Um programa que usa esta carteira pergunta algo, e só a tela do seu dispositivo diz o quê. Se você não esperava por isso, diga não no dispositivo.',
};

/** While a phrase is shown as a SeedQR, where it differs from showing words. */
const ofSeedQr: Partial<Record<Stage, Explain>> = {
  consent: () =>
    'Se foi você que pediu, aceite no dispositivo. Os quadrados aparecem lá e em nenhum outro lugar.',
  warning: () =>
    'Tenha à mão uma caneta e uma grade em branco e confira se não há ninguém por perto. Uma foto dos quadrados é uma foto das suas palavras.',
  'entry-method': ({ wordCount }) =>
    isWordCount(wordCount) && !isSpecified(wordCount)
      ? 'A especificação do SeedQR cobre 12 e 24 palavras. Seu dispositivo faz um código padrão, que qualquer leitor de QR lê como dígitos, quatro por palavra.'
      : 'Escolha no dispositivo. Qualquer leitor de QR lê um código padrão como dígitos, quatro por palavra. Um código compacto é menor, mas poucos dispositivos o entendem.',
  written: () =>
    'Compare seus quadrados com o dispositivo mais uma vez, bloco por bloco, e depois conclua lá.',
};

const always: Readonly<Record<Stage, Explain>> = {
  idle: () => 'Seu dispositivo está pronto.',
  consent: ({ activity }) => (activity === undefined ? undefined : asks[activity]) ?? asks.create ?? '',
  'choose-pin': () =>
    'Cada dígito começa em um número sorteado. Depois de quatro dígitos, você já pode escolher OK para terminar. Nunca digite este PIN em um computador.',
  'repeat-pin': () =>
    'Digite o mesmo PIN de novo. Se os dois não forem iguais, você pode escolher outra vez.',
  warning: ({ activity }) =>
    isAboutCode(activity)
      ? 'Pegue uma folha de papel nova e confira se não há ninguém por perto. O código não é a sua frase de recuperação: ele abre o arquivo e mais nada.'
      : 'Tenha papel e caneta à mão e confira se não há ninguém por perto. Escreva à mão: nada de fotos, arquivos ou impressoras.',
  hold: () => 'Segure o botão direito até a barra encher. Se você soltar, ela recomeça.',
  words: ({ activity }) =>
    isAboutCode(activity)
      ? 'Anote a palavra-código que está no dispositivo, com o número dela. Você pode avançar e voltar.'
      : 'Anote a palavra que está no dispositivo, com o número dela. Você pode avançar e voltar.',
  written({ activity }) {
    if (isAboutCode(activity))
      return 'Compare o papel com o dispositivo mais uma vez e depois confirme o código inteiro.';
    return activity === 'reveal'
      ? 'Conclua no dispositivo, ou aperte os dois botões para confirmar cada palavra do seu papel.'
      : 'Compare o papel com o dispositivo mais uma vez e depois confirme cada palavra.';
  },
  confirm: () =>
    'O dispositivo pergunta as palavras uma a uma e mostra em que ponto você está. Escolha a que está no seu papel. Se errar, ele mostra a palavra certa e recomeça da primeira.',
  finish: ({ activity }) =>
    activity === 'backup-file'
      ? 'Libere o arquivo no dispositivo. Este app o salva em seguida, ainda criptografado.'
      : 'Conclua no dispositivo. Ele passa a este app o ID da carteira e mais nada.',
  'enter-pin': () => 'Digite seu PIN no dispositivo. Continuamos a partir daí.',
  unfinished: () =>
    'Retome no dispositivo para ver suas palavras de novo, ou descarte a carteira e recomece.',
  discard: () =>
    'O dispositivo pergunta se deve apagar esta carteira. Você não vai mais precisar das palavras dela.',
  'entry-method': ({ activity }) =>
    isAboutCode(activity)
      ? 'Escolha no dispositivo como inserir o código de backup. Por metades é o jeito que menos revela a quem estiver escutando.'
      : 'Escolha no dispositivo como inserir suas palavras. Por metades é o jeito que menos revela a quem estiver escutando.',
  'enter-words': ({ activity }) =>
    isAboutCode(activity)
      ? 'Insira no dispositivo as 12 palavras-código, exatamente como estão no seu papel. Se não puderem estar certas, ele avisa.'
      : 'Insira as palavras no dispositivo, exatamente como estão no seu papel. Se não puderem estar certas, ele avisa e deixa você conferir de novo.',
  result: ({ activity }) =>
    activity === 'restore'
      ? 'Compare o ID da carteira no dispositivo com o do seu formulário. Nada foi guardado ainda.'
      : 'Seu dispositivo mostra o resultado. Aperte o botão direito dele para continuar.',
  wipe: () =>
    'Só as palavras que você anotou podem trazer a carteira de volta. Para mantê-la, solte o botão ou volte.',
  'pins-differ': () => 'Aperte o botão direito do dispositivo e escolha um PIN de novo.',
  'wrong-pin': () => 'Aperte o botão direito do dispositivo e digite seu PIN de novo.',
  wiped: () =>
    'Seu dispositivo agora está vazio. As palavras que você anotou podem restaurar a carteira, aqui ou em outro dispositivo.',
  fault: () =>
    'Seu dispositivo detectou um defeito em si mesmo e parou. Aperte o botão direito dele para ver o que ele guarda.',
  entropy: () =>
    'Seu dispositivo e este computador estão somando aleatoriedade, cada um a sua. Leva só um momento.',
  dice: () =>
    'Lance um dado e insira cada número no dispositivo. Nunca digite seus lançamentos neste computador.',
  'seed-qr': () =>
    'Copie à mão os quadrados do dispositivo. Nunca aponte uma câmera ou um celular para a tela dele.',
  stopped: () => 'Aperte OK no dispositivo.',
  unknown: () =>
    'Seu dispositivo é mais novo que este app: ele mostra uma etapa que este app não conhece. Faça o que diz a tela dele.',
  addresses: () =>
    'Compare os dois endereços com a sua outra carteira. Eles estão no dispositivo e em nenhum outro lugar: este app não fica sabendo deles.',
};

function explanation(stage: Stage, facts: StageFacts): string {
  if (facts.activity === 'unknown') return always.unknown(facts);
  const own = facts.activity === 'seed-qr' ? ofSeedQr[stage] : undefined;
  return (own ?? always[stage])(facts);
}

const sides = { left: 'o esquerdo', right: 'o direito' } as const;

export const explanationsInPortuguese: Explanations = {
  explanation,
  announcement(stage, facts) {
    if (stage === 'words' && facts.activity !== 'unknown') {
      return `${wordHeadingInPortuguese(facts.activity)} ${facts.position} de ${facts.total} está no seu dispositivo.`;
    }
    const { title } = stageSentencesInPortuguese(stage, facts);
    return `${title}${/[.?!]$/.test(title) ? '' : '.'} ${explanation(stage, facts)}`;
  },
  coming: {
    'enter-words': (words) => `Por metades, são 11 toques por palavra, para ${words} palavras.`,
    confirm: (words) => `${words} perguntas, uma para cada palavra.`,
  },
  compare: {
    title: 'Comparar com o quê?',
    body: ({ ethereum, bitcoin }) => [
      'Ethereum: abra a MetaMask, ou a carteira em que as palavras foram usadas, e olhe o endereço da primeira conta.',
      'Bitcoin: procure o primeiro endereço de recebimento do tipo que começa com bc1q. As carteiras passam para um novo depois de cada pagamento, então olhe na lista de todos os endereços.',
      'Uma diferença sozinha não prova nada. Outra conta, outro caminho ou uma passphrase dá outros endereços, e as contas importadas na MetaMask não vêm das palavras.',
      `Para quem conhece caminhos: ${ethereum} e ${bitcoin}.`,
    ],
  },
  walkthrough: {
    title: 'Como insiro uma palavra?',
    lead: (word) =>
      `Veja como inserir “${word}”, uma palavra que todo mundo pode conhecer. Insira suas palavras no dispositivo e em nenhum outro lugar.`,
    ways: { halving: 'Por metades', letters: 'Por letras' },
    half: (word, first, last, side) =>
      first === last
        ? `Deste lado só resta “${first}”. Aperte ${sides[side]}, e a palavra está inserida.`
        : `No alfabeto, “${word}” fica entre “${first}” e “${last}”. Aperte ${sides[side]}.`,
    turn: (letter) => `Gire a roda até “${letter}” e aperte os dois botões.`,
    pick: (word) => `Restam poucas palavras. Leve a barra até “${word}” e aperte os dois botões.`,
  },
};
