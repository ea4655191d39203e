import type { TargetProblem, TerminalCeremonyMessages } from '../../types/terminal/ceremonies.ts';

const systemProblems: Readonly<Record<string, string>> = {
  ENOSPC: 'o disco está cheio',
  EDQUOT: 'a cota do disco se esgotou',
  EROFS: 'o disco é somente leitura',
  EACCES: 'você não tem permissão para escrever ali',
  EPERM: 'você não tem permissão para escrever ali',
  ENOENT: 'a pasta não existe',
  ENOTDIR: 'a pasta não existe',
};

function reason(problem: TargetProblem): string {
  switch (problem.kind) {
    case 'exists':
      return 'o arquivo já existe';
    case 'folder':
      return 'isso é uma pasta';
    case 'system':
      return systemProblems[problem.code] ?? problem.code;
  }
}

/** Commands stay on one line, by a no-break space. */
export const terminalCeremoniesInPortuguese: TerminalCeremonyMessages = {
  backedUp: 'Backup feito. Você confirmou cada palavra no dispositivo.',
  nothing: 'Terminou antes de haver uma carteira. Nada foi criado: comece de novo.',
  toFinish: 'Uma carteira foi iniciada: conclua ou descarte o backup dela com hostblind\u00A0resume.',
  cancelled: 'Outro programa ou janela pediu que o dispositivo parasse.',
  unfit: {
    'no-wallet': {
      when: 'Este dispositivo não tem carteira.',
      todo: 'Crie uma com hostblind\u00A0create, ou recupere a sua com hostblind\u00A0restore ou hostblind\u00A0restore-file.',
    },
    'has-wallet': {
      when: 'Este dispositivo já tem uma carteira.',
      todo: 'Nada foi alterado. Se você não precisa mais dela neste dispositivo, antes verifique seu papel: hostblind\u00A0check. Depois, apague-a: hostblind\u00A0wipe.',
    },
    unfinished: {
      when: 'A carteira deste dispositivo ainda não tem backup.',
      todo: 'Antes, conclua ou descarte o backup: hostblind\u00A0resume.',
    },
    'nothing-unfinished': {
      when: 'Este dispositivo não tem nenhum backup inacabado.',
      todo: 'Veja hostblind\u00A0status.',
    },
  },
  language: {
    already: (language) => `Seu dispositivo já fala ${language}.`,
    unknown: (spoken) => `Seu dispositivo não fala esse idioma. Ele fala: ${spoken.join(', ')}.`,
  },
  sure: { reveal: 'Mostrar suas palavras no dispositivo?', wipe: 'Apagar este dispositivo?' },
  answerKeys: { yes: 's', no: 'n' },
  yesNo: '[s/N]',
  threeKeys: ({ yes, no, none }) => `s: ${yes}. n: ${no}. Enter: ${none}.`,
  left: 'Nada foi pedido ao seu dispositivo.',
  interrupted: {
    ours: 'Pedindo ao dispositivo que pare. Aperte Ctrl-C de novo para sair já.',
    away: 'Seu dispositivo não está conectado, então não é possível pedir que ele pare. Olhe para a tela dele quando ele voltar.',
    nothing: 'Parou aqui. Seu dispositivo ficou como estava.',
  },
  doubtNext: 'Mostrar as palavras: hostblind\u00A0reveal. Verificar de novo: hostblind\u00A0check.',
  notNoted: 'Este computador não conseguiu anotar o dia desta verificação.',
  knownWallet: 'Este computador conhece esta carteira: o ID é o mesmo de antes.',
  compareYourself:
    'Compare o ID da carteira com o do seu formulário. Este programa só pode perguntar em um terminal, então nada ainda mostra que é a carteira certa.',
  differentNext: 'Mostrar as palavras: hostblind\u00A0reveal. Apagar o dispositivo: hostblind\u00A0wipe.',
  ids: { onDevice: 'dispositivo', inFile: 'arquivo' },
  savedTo: (path) => `Arquivo de backup salvo: ${path}`,
  checkLater: (path) =>
    `O dispositivo o criptografou, e este computador não viu o código que o abre. Leve o arquivo para onde você vai guardá-lo, deixe o papel com o código em outro lugar e depois verifique: hostblind\u00A0check-file ${path}`,
  tryToSaveAgain: 'Tentar salvar de novo?',
  saveProblem: (path, problem) => `${path}: ${reason(problem)}.`,
  strangeFile: 'O que o dispositivo entregou não é um arquivo de backup da carteira dele.',
  openProblem: (path, problem) => ({
    when: `${path}: ${reason(problem)}.`,
    todo: {
      exists:
        'Informe outro arquivo. Se não precisa mais deste, substitua-o com --force: o código de backup dele não vai abrir mais nada.',
      folder: 'Informe um arquivo dentro dela.',
      system: 'Informe outro arquivo. Nada foi pedido ao seu dispositivo.',
    }[problem.kind],
  }),
  unreadable: (path, code) => `${path}: não é possível ler o arquivo (${code}).`,
};
