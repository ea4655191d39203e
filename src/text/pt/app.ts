import { plural } from '../locale/format.ts';
import type { Messages, NoticeText, PageMessages } from '../types/app.ts';

const plugIn: NoticeText = {
  title: 'Nenhum dispositivo responde',
  body: ['Conecte e ligue o dispositivo. Depois, escolha-o de novo.'],
};

export const appInPortuguese: Messages = {
  wordmark: 'Hostblind',
  deviceCalled: (name) => `“${name}”`,
  simulatorBadge: {
    device: 'Simulador · não é para dinheiro de verdade',
    link: 'Conexão de simulador · não é para dinheiro de verdade',
  },
  simulatorFrameTitle: 'Dispositivo simulado',
  footer: 'Sem rastreamento. Esta página só se comunica com o seu dispositivo.',
  footerOffline: 'Sem rastreamento. Esta página funciona offline e só se comunica com o seu dispositivo.',
  asides: { preferences: 'Preferências', help: 'Ajuda e informações' },
  asideLoading: 'Carregando esta página. Se ela não aparecer, recarregue quando estiver online.',
  install: 'Instalar este app',
  newVersion: {
    ready: 'Há uma nova versão deste app.',
    otherPages: 'O Hostblind está aberto em outra aba. Feche-a e tente de novo.',
    use: 'Usar agora',
  },
  progressLabel: 'Progresso',
  steps: {
    prepare: 'Preparar',
    pin: 'PIN',
    write: 'Ver e anotar',
    confirm: 'Confirmar',
    'backed-up': 'Backup feito',
  },
  stepOf: (index, total, name) => `Etapa ${index} de ${total}: ${name}`,
  stepDone: 'concluída',
  connection: {
    connected: 'Conectado',
    connecting: 'Conectando…',
    lost: 'Desconectado',
    none: 'Nenhum dispositivo',
  },
  welcome: {
    title: 'Uma frase de recuperação que nenhum computador vê',
    lead: 'Crie uma carteira em um dispositivo físico, anote as palavras à mão e confirme cada uma no próprio dispositivo. Esta página orienta você e nunca vê as palavras.',
    points: [
      {
        title: 'As palavras não saem do dispositivo',
        body: 'Segure um botão para vê-las. Elas aparecem na tela do próprio dispositivo, uma de cada vez.',
      },
      {
        title: 'Você confirma cada palavra',
        body: 'A carteira só fica pronta para uso depois que o dispositivo pergunta todas elas.',
      },
      {
        title: 'O computador só vê em que ponto você está',
        body: 'O dispositivo não tem nenhum comando que envie ou receba uma palavra.',
      },
    ],
    choices: {
      create: {
        title: 'Criar uma carteira nova',
        body: 'O dispositivo cria as palavras. Você anota e confirma cada uma.',
      },
      restore: {
        title: 'Já tenho as palavras ou um arquivo',
        body: 'Recupere uma carteira com a frase de recuperação ou um arquivo de backup.',
      },
      try: {
        title: 'Experimentar com o simulador',
        body: 'Tudo nesta página: sem dispositivo e sem risco.',
      },
    },
    manage: 'Meu dispositivo já tem uma carteira',
    noUsb: {
      title: 'Este navegador não acessa dispositivos USB',
      body: [
        'Para usar um dispositivo físico, abra esta página no Chrome, no Edge ou em outro navegador Chromium. O simulador funciona aqui mesmo.',
      ],
    },
  },
  backup: {
    label: 'Carteira',
    states: {
      empty: 'Sem carteira',
      'unfinished-backup': 'Sem backup',
      'backed-up': 'Backup feito',
      restored: 'Restaurada',
      doubtful: 'Verificação falhou',
    },
    remembered(devices, { unfinished, failed, unchecked }) {
      if (failed > 0) {
        return plural(devices, {
          one: '1 dispositivo: a última verificação falhou',
          other: `${devices} dispositivos: ${plural(failed, { one: `${failed} falhou`, other: `${failed} falharam` })} na última verificação`,
        });
      }
      if (unfinished > 0) {
        return plural(devices, {
          one: '1 dispositivo: sem backup',
          other: `${devices} dispositivos: ${unfinished} sem backup`,
        });
      }
      if (unchecked > 0) {
        return plural(devices, {
          one: '1 dispositivo: hora de verificar',
          other: `${devices} dispositivos: ${unchecked} para verificar`,
        });
      }
      return plural(devices, {
        one: '1 dispositivo: tudo certo',
        other: `${devices} dispositivos: tudo certo`,
      });
    },
    records: 'Registros',
  },
  loading: { title: 'Um momento', body: ['Carregando esta página…'] },
  frameEnded: {
    title: 'O simulador desta página foi encerrado',
    body: ['Você saiu da página ou a recarregou, e a carteira de teste se foi com ela.'],
  },
  leave: {
    title: 'Sair deste dispositivo?',
    body: {
      frame: 'O simulador desta página não guarda nada. Se você sair, a carteira dele se perde.',
      device: 'Nada muda no seu dispositivo. Para continuar, é só conectá-lo de novo.',
    },
    leave: 'Sair',
    stay: 'Ficar',
  },
  loadFailed: {
    title: 'Esta página não carregou por completo',
    body: [
      'Talvez você esteja sem internet, ou o programa que serve esta página parou. Nada mudou no seu dispositivo.',
    ],
    retry: 'Tentar de novo',
  },
  introduction: {
    title: 'Antes de começar',
    points: {
      privacy: {
        title: 'Nada sai deste computador',
        body: 'Sem rastreamento, sem contas, sem servidores: esta página só se comunica com o seu dispositivo. Para perceber se um dispositivo foi trocado, este navegador guarda os seus dispositivos, as chaves públicas e os IDs das carteiras deles e o que você fez com cada um. Ele nunca guarda uma palavra, e você pode apagar tudo quando quiser em “Registros”.',
      },
      terms: {
        title: 'Ninguém pode recuperar suas palavras por você',
        body: 'Quem tem as suas palavras tem o seu dinheiro. Se você perder as palavras e o dispositivo, ninguém pode trazê-las de volta: nem o fabricante, nem este app.',
      },
      pin: {
        title: 'Seu PIN fica no dispositivo',
        body: 'É lá que você o escolhe e é lá que você o digita. Depois de muitas tentativas erradas, o dispositivo apaga a própria carteira.',
      },
      words: {
        title: 'Lugar das suas palavras é no papel',
        body: 'Ninguém jamais deve pedi-las a você. Nunca as digite em um computador ou celular e nunca as fotografe.',
      },
    },
    tick: 'Entendo que ninguém pode recuperar minhas palavras por mim',
    missing: 'Antes, marque a caixa acima.',
    next: 'Continuar',
  },
  back: 'Voltar',
  dropFile: 'Solte aqui seu arquivo de backup',
  choose: {
    title: 'Escolha seu dispositivo',
    lead: 'Como você quer se conectar?',
    links: {
      webhid: {
        title: 'Dispositivo USB',
        body: 'Conecte e ligue o dispositivo; depois, escolha-o na lista do navegador. Um Ledger comum também funciona, com menos recursos.',
      },
      webusb: {
        title: 'Dispositivo USB',
        body: 'Conecte e ligue o dispositivo; depois, escolha-o na lista do navegador. Um Ledger comum também funciona, com menos recursos.',
      },
      'simulator-frame': {
        title: 'Simulador nesta página',
        body: 'Experimente tudo aqui. A carteira dele se perde quando você sair.',
      },
      'simulator-process': {
        title: 'Simulador em janela própria',
        body: 'Para o programa firmware-sim em execução neste computador.',
      },
    },
    noWebHid:
      'Este navegador não acessa dispositivos USB. Abra esta página no Chrome, no Edge ou em outro navegador Chromium em um computador, ou use o simulador.',
  },
  problem: {
    noWebHid: {
      title: 'Este navegador não acessa dispositivos USB',
      body: [
        'Abra esta página no Chrome, no Edge ou em outro navegador Chromium em um computador, ou use o simulador.',
      ],
    },
    permissionDenied: {
      title: 'Não foi possível abrir o dispositivo',
      body: [
        'O navegador ou o sistema não permitiu. Autorize o dispositivo nas configurações do site no navegador e escolha-o de novo.',
        'No Linux, é preciso adicionar uma regra, uma única vez. Como root, coloque estas linhas no arquivo abaixo e reconecte o dispositivo.',
      ],
    },
    udevTitle: (file) => `Arquivo ${file}`,
    notFound: {
      webhid: plugIn,
      webusb: plugIn,
      'simulator-frame': {
        title: 'O simulador desta página não abriu',
        body: [
          'Tente mais uma vez. Se não adiantar, recarregue a página. Se ela não carregar, você está sem internet ou o programa que a serve parou.',
          'Uma extensão que bloqueia scripts ou um navegador antigo podem impedir que ele abra: tente outro navegador.',
          'Ou rode o simulador como programa: npm run firmware-sim. Depois, escolha “Simulador em janela própria”.',
        ],
      },
      'simulator-process': {
        title: 'Nenhum simulador responde',
        body: ['Inicie-o neste computador com npm run firmware-sim e escolha-o de novo.'],
      },
    },
    chooserBlocked: {
      title: 'O navegador não mostrou a lista de dispositivos',
      body: [
        'Ele fechou a lista antes que alguém pudesse escolher. Nas configurações do navegador para este site, permita dispositivos HID ou USB e tente de novo.',
        'Em um computador do trabalho, pode haver uma política que bloqueia dispositivos USB em páginas da web: fale com o administrador. O simulador funciona sem eles.',
      ],
    },
  },
  opening: {
    webhid: {
      title: 'Escolha-o na lista do navegador',
      body: ['Se o dispositivo estiver bloqueado, digite o PIN nele.'],
    },
    webusb: {
      title: 'Escolha-o na lista do navegador',
      body: ['Se o dispositivo estiver bloqueado, digite o PIN nele.'],
    },
    'simulator-frame': { title: 'Abrindo o simulador', body: ['Ele vai aparecer nesta página.'] },
    'simulator-process': { title: 'Conectando ao simulador', body: ['Ele fica em janela própria.'] },
    identify: {
      title: 'Verificando o dispositivo',
      body: ['Seu dispositivo está provando o que é.'],
    },
  },
  waiting: {
    'in-use': {
      title: 'Seu dispositivo está em uso em outro lugar',
      body: [
        'Ele está aberto em outra aba ou em outro programa. Feche por lá, e continuamos.',
        'Nada mudou no seu dispositivo.',
      ],
    },
    locked: {
      title: 'O dispositivo está bloqueado',
      body: ['Digite seu PIN no dispositivo. Continuamos a partir daí.'],
    },
    busy: {
      title: 'Seu dispositivo está ocupado',
      body: ['Conclua ou interrompa o que está na tela dele. Continuamos a partir daí.'],
    },
  },
  refused: { title: 'Não deu certo', retry: 'Tentar de novo' },
  alarm: {
    title: 'Não use este dispositivo',
    body: [
      'Ele não passou em uma verificação em que todo dispositivo autêntico passa.',
      'Não insira nenhuma palavra nele e não envie dinheiro para a carteira dele.',
    ],
    forget: 'Eu redefini este dispositivo. Esquecer a carteira antiga',
  },
  unverified: {
    title: 'Você conhece este dispositivo?',
    body: ['Nenhum fabricante que este app conheça responde por ele.'],
    accept: 'Conheço este dispositivo: continuar',
  },
  lost: {
    device: {
      title: 'Seu dispositivo não está conectado',
      body: [
        'Nada se perdeu: seu dispositivo se lembra de onde você parou.',
        'Reconecte e desbloqueie o dispositivo. Continuamos a partir daí.',
      ],
      long: 'Ainda sem resposta. Tente outro cabo ou outra porta. Não tem pressa: se o dispositivo mostra uma palavra, ela continua na tela.',
    },
    simulator: {
      title: 'O simulador parou',
      body: [
        'Inicie-o de novo com o mesmo arquivo de --storage, e ele se lembra de onde você parou. Sem esse arquivo, ele começa como um dispositivo novo.',
        'Continuamos a partir daí.',
      ],
      long: 'Ainda sem resposta. Inicie o simulador com: npm run firmware-sim -- --storage device.bin',
    },
    frame: {
      title: 'O simulador desta página parou',
      body: [
        'Estamos tentando falar com ele de novo. Se ele precisou reiniciar, agora é um dispositivo novo e vazio: o simulador desta página não guarda nada.',
      ],
      long: 'Ainda sem resposta. Recarregue a página para abrir o simulador de novo, como um dispositivo novo e vazio.',
    },
    reconnecting: 'Reconectando…',
    retry: 'Escolher o dispositivo de novo',
  },
  wallet: {
    changed: 'A carteira deste dispositivo mudou',
    gone: 'A carteira deste dispositivo sumiu',
    before: 'Carteira anterior',
    now: 'Carteira atual',
    none: 'Nenhuma: este dispositivo está vazio',
    unfinished: 'Uma nova, ainda sem backup',
    accept: 'Sei o motivo: continuar',
    stop: 'Parar',
  },
  swapped: 'Este é outro dispositivo. O que você vê é o estado dele.',
  forms: {
    open: 'Imprimir um formulário em branco',
    hint: 'Se você tem impressora, imprima antes um formulário em branco. O aviso do dispositivo sobre impressoras tem razão de ser: suas palavras nunca devem passar por uma. Uma folha em branco pode.',
    loading:
      'Carregando os formulários em branco. Se eles não aparecerem, recarregue esta página quando tiver internet.',
  },
  chooseAnother: 'Escolher outro dispositivo',
  cancel: 'Cancelar',
  withdraw: 'Retirar a pergunta',
  cancelling: 'Pedindo ao dispositivo que pare…',
  checking: { title: 'Um momento', body: ['Lendo o estado do dispositivo…'] },
  lookAtDevice: 'Olhe para o dispositivo',
  attached: 'Seu dispositivo já estava no meio disto. Você pode continuar daqui.',
  lockedItself: 'Seu dispositivo se bloqueou sozinho, porque ninguém apertou os botões dele por um tempo.',
  after: {
    declined: 'Você recusou no dispositivo.',
    cancelled: 'Cancelado. O backup desta carteira continua pela metade.',
    stopped: 'Você interrompeu no dispositivo. O backup desta carteira continua pela metade.',
    discarded: 'A carteira inacabada foi apagada.',
    wiped: 'O dispositivo apagou a própria carteira depois de três PINs errados.',
    fault: 'Seu dispositivo detectou um defeito em si mesmo.',
    match: 'Suas palavras conferem com a carteira do dispositivo.',
    'no-match': 'Suas palavras não conferem com a carteira do dispositivo.',
    'wrong-code': 'O código de backup estava errado.',
    'other-wallet': 'Este arquivo de backup é de outra carteira.',
    unknown: 'Algo terminou no seu dispositivo. Olhe para a tela dele.',
  },
  panel: {
    title: 'Seu dispositivo',
    before: 'Suas palavras aparecem no dispositivo e em nenhum outro lugar.',
    firmware: (version) => `Firmware ${version}`,
  },
  wordProgress: (position, total) => `Palavra ${position} de ${total}`,
  triesLeft: (count) =>
    plural(count, {
      one: 'Resta uma tentativa. Se errar, o dispositivo apaga a própria carteira.',
      other: `Restam ${count} tentativas antes que o dispositivo apague a própria carteira.`,
    }),
  resting: {
    locked: {
      title: 'O dispositivo está bloqueado',
      body: ['Digite seu PIN no dispositivo. Continuamos a partir daí.'],
    },
    unfinished: {
      title: 'Falta terminar o backup',
      body: ['O dispositivo pergunta se você quer retomar ou descartar o backup. Escolha lá, e continuamos.'],
    },
  },
  again: 'Recomeçar',
  goOn: 'Continuar',
  readingWallet: { title: 'Quase lá', body: ['Lendo o ID da carteira…'] },
  backedUp: {
    title: 'Backup feito',
    lead: 'Você confirmou cada palavra no dispositivo. Este computador não viu nenhuma delas.',
    known: 'Seu dispositivo informa que esta carteira tem backup.',
  },
};

export const pageInPortuguese: PageMessages = {
  title: 'Hostblind: uma frase de recuperação que nenhum computador vê',
  description:
    'Crie uma carteira em um dispositivo físico e faça o backup da frase de recuperação sem que nenhum computador veja uma única palavra.',
  noScript:
    'O Hostblind precisa de JavaScript: é a partir desta página que ele se comunica com o seu dispositivo, e com mais nada.',
  notLoaded: 'Esta página não carregou por completo. Recarregue-a. Nada mudou no seu dispositivo.',
};
