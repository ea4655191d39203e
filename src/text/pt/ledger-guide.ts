import type { LedgerWay } from '../../devices/ledger/ledger-state.ts';
import { ledgerInputs, type LedgerInput } from '../../protocol/ledger/models.ts';
import { ledgerOperations, type LedgerOperation } from '../../protocol/ledger/operation.ts';
import type {
  LedgerGuide,
  LedgerOperationTexts,
  LedgerSentences,
  Onboarding,
} from '../types/ledger-guide.ts';

const operations: Readonly<Record<LedgerOperation, LedgerOperationTexts>> = {
  'turn-pages': {
    buttons: { left: 'Voltar', right: 'Avançar' },
    touch: 'Toque para continuar',
  },
  'pick-option': {
    buttons: { left: 'Girar', right: 'Girar', both: 'Escolher' },
    touch: 'Toque na sua escolha',
  },
  'enter-digits': {
    buttons: { left: 'Menos', right: 'Mais', both: 'Inserir' },
    touch: 'Toque nos dígitos',
  },
  'enter-letters': {
    buttons: { left: 'Girar', right: 'Girar', both: 'Inserir' },
    touch: 'Digite na tela do dispositivo',
  },
};

const welcome = {
  title: 'Comece no dispositivo',
  buttons:
    'Aperte o botão direito para ler as páginas dele até que ele ofereça a configuração. Tenha papel e caneta à mão e confira se não há ninguém por perto.',
  touch:
    'Toque para passar as páginas dele até que ele ofereça a configuração. Tenha papel e caneta à mão e confira se não há ninguém por perto.',
};

function at(
  position: number,
  total: number | undefined,
  some: string,
  each: (place: string) => string,
): string {
  return position === 0 || total === undefined ? some : each(`${position} de ${total}`);
}

function titleAndExplain(
  { screen, position, wordCount }: Onboarding,
  input: LedgerInput,
  way: LedgerWay,
): {
  title: string;
  explain: string;
} {
  const buttons = input === 'buttons';
  switch (screen) {
    case 'welcome-1':
    case 'welcome-2':
    case 'welcome-3':
    case 'welcome-4':
    case 'welcome-reminder':
      return { title: welcome.title, explain: buttons ? welcome.buttons : welcome.touch };
    case 'early-check':
      return {
        title: 'Verificar agora ou depois',
        explain:
          'O dispositivo oferece uma verificação pelo app da própria Ledger. Ela precisa do servidor da Ledger, então esta página não pode fazê-la. Pule-a no dispositivo e faça depois, ou faça antes no app da Ledger.',
      };
    case 'choose-name':
      return {
        title: 'Dê um nome ao dispositivo',
        explain: 'Qualquer nome serve. Escolha no dispositivo, ou fique com o que ele sugere.',
      };
    case 'set-up-choice':
      return {
        title: 'Nova ou restaurar?',
        explain: buttons
          ? 'Aperte o botão esquerdo ou o direito para achar uma opção e os dois para escolhê-la. Configure como novo para receber palavras novas, ou restaure para inserir as que você já tem no papel.'
          : 'Toque em uma opção. Configure como novo para receber palavras novas, ou restaure para inserir as que você já tem no papel.',
      };
    case 'restore-choice':
      return {
        title: 'Como você vai restaurar?',
        explain: 'Escolha no dispositivo. Para restaurar com o papel, escolha quantas palavras há nele.',
      };
    case 'pin':
      return {
        title: 'Escolha um PIN',
        explain: buttons
          ? 'De 4 a 8 dígitos. Aperte o botão esquerdo ou o direito para mudar um dígito e os dois para inseri-lo. Depois, digite o mesmo PIN de novo. Nunca o digite em um computador.'
          : 'Toque de 4 a 8 dígitos no dispositivo e depois o mesmo PIN de novo. Nunca o digite em um computador.',
      };
    case 'new-words':
      return {
        title: at(position, wordCount, 'Anote as palavras', (place) => `Palavra ${place}`),
        explain: buttons
          ? 'Anote a palavra que está no dispositivo, com o número dela. Aperte o botão esquerdo para voltar.'
          : 'Anote cada palavra que está no dispositivo, com o número dela. Dá para voltar no dispositivo.',
      };
    case 'confirm-words':
      return {
        title: at(position, wordCount, 'Confirme as palavras', (place) => `Confirme a palavra ${place}`),
        explain: buttons
          ? 'O dispositivo pede uma palavra. Ache-a no seu papel, aperte o botão esquerdo ou o direito até ela aparecer e depois aperte os dois.'
          : 'O dispositivo pede uma palavra. Ache-a no seu papel e toque nela no dispositivo.',
      };
    case 'restore-words':
      return {
        title: at(position, wordCount, 'Insira as palavras', (place) => `Insira a palavra ${place}`),
        explain: buttons
          ? 'Insira-a no dispositivo letra por letra: os botões esquerdo e direito mudam a letra, os dois juntos a inserem. Nunca digite uma palavra em um computador.'
          : 'Insira-a na tela do próprio dispositivo. Nunca digite uma palavra em um computador.',
      };
    case 'restore-by-recover':
      return {
        title: 'Ledger Recover',
        explain:
          'O dispositivo restaura pela assinatura da Ledger, e o app da própria Ledger conduz você. Para usar o papel, escolha outro caminho no dispositivo.',
      };
    case 'restore-by-key':
      return {
        title: 'Recovery Key',
        explain: 'Siga o dispositivo: ele restaura com o cartão que você encosta nele.',
      };
    case 'safety-warnings':
      return {
        title: 'Leia os conselhos de segurança',
        explain:
          way === 'new'
            ? 'Suas palavras estão só no seu papel. Leia as últimas páginas do dispositivo e confirme lá.'
            : 'Leia as últimas páginas do dispositivo e confirme lá.',
      };
    case 'ready':
      return {
        title: 'Quase lá',
        explain: 'O dispositivo informa que está pronto. Conclua lá.',
      };
  }
}

function sentences(reading: Onboarding, way: LedgerWay): LedgerSentences {
  const input = ledgerInputs[reading.device.model];
  const operation = operations[ledgerOperations[reading.screen]];
  const words = titleAndExplain(reading, input, way);
  return input === 'buttons' ? { ...words, ...operation.buttons } : { ...words, touch: operation.touch };
}

export const ledgerGuideInPortuguese: LedgerGuide = { sentences };
