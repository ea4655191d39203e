import type { LedgerMessages } from '../types/ledger.ts';

const ledgerApp = 'app da própria Ledger (Ledger Wallet, antes Ledger Live)';

export const ledgerInPortuguese: LedgerMessages = {
  stock: 'Ledger comum',
  terminal:
    'Este é um Ledger comum. Ele tem sua própria configuração, que o app Hostblind pode acompanhar em um navegador; este comando não pode iniciar nenhuma.',
  unchecked: 'Não verificado aqui',
  simulated: 'Simulado',
  steps: {
    create: {
      prepare: 'Preparar',
      pin: 'PIN',
      write: 'Anotar',
      confirm: 'Confirmar',
      'backed-up': 'Pronto',
    },
    restore: {
      prepare: 'Preparar',
      pin: 'PIN',
      write: 'Inserir palavras',
      confirm: 'Verificar',
      'backed-up': 'Pronto',
    },
  },
  restarted:
    'A configuração está recomeçando, com palavras novas. Se este é o mesmo dispositivo e a configuração dele não tinha terminado, as palavras do seu papel não valem mais. Se você não tem certeza, guarde esse papel.',
  swapped: 'Este é outro dispositivo, ou ele foi redefinido. O que você vê é o estado dele.',
  soonQuiet:
    'Depois da última palavra, o dispositivo trabalha por até dois minutos sem responder. Isso é normal.',
  quiet: {
    title: 'O dispositivo está trabalhando',
    body: [
      'Ele está criando as chaves e pode ficar até dois minutos sem responder. Deixe-o conectado.',
      'Continuamos a partir daí.',
    ],
  },
  waiting: 'O dispositivo ainda não responde. Vamos continuar esperando.',
  lost: {
    title: 'O dispositivo não responde',
    body: [
      'Já tentamos várias vezes. Se ele estiver desconectado ou desligado, conecte-o de novo. Feche o app da Ledger e outras abas que o estejam usando.',
      'Se ele foi desligado antes de a configuração terminar, ela recomeça com palavras novas.',
    ],
    long: 'Se ele mostra uma palavra, não precisa desta página: continue no dispositivo.',
    keepWaiting: 'Continuar esperando',
    choose: 'Escolher o dispositivo de novo',
  },
  reconnecting: 'Tentando falar com ele…',
  conditions: {
    locked: {
      title: 'Desbloqueie seu Ledger',
      body: ['Digite seu PIN no dispositivo. Continuamos a partir daí.'],
    },
    'app-open': {
      title: 'Há um app aberto no seu Ledger',
      body: [
        'Enquanto um app está aberto, não conseguimos ver em que ponto o dispositivo está. Feche o app lá ou aqui.',
      ],
    },
    'menu-open': {
      title: 'O menu do dispositivo está aberto',
      body: ['Feche-o no dispositivo. Continuamos a partir daí.'],
    },
    busy: {
      title: 'Seu dispositivo está ocupado',
      body: ['Conclua ou interrompa o que está na tela dele. Continuamos a partir daí.'],
    },
    bootloader: {
      title: 'O dispositivo está no bootloader',
      body: [
        'Ele está esperando uma atualização, então não dá para acessar a carteira. Desconecte-o e conecte-o de novo sem segurar nenhum botão.',
        `Se não adiantar, repare-o no ${ledgerApp}.`,
      ],
    },
    updater: {
      title: 'Uma atualização está sendo instalada',
      body: [
        `Deixe o dispositivo conectado e conclua a atualização no ${ledgerApp}. Continuamos a partir daí.`,
      ],
    },
    'recovery-mode': {
      title: 'O dispositivo está em modo de recuperação',
      body: [`Desligue-o e ligue-o de novo. Se ele continuar nesse modo, repare-o no ${ledgerApp}.`],
    },
    'model-not-supported': {
      title: 'Não dá para acompanhar um Nano S',
      body: [
        'Ele não informa em que tela da configuração está. Não há nada de errado com ele: configure-o no próprio dispositivo, sem esta página.',
      ],
    },
    'firmware-too-old': {
      title: 'O firmware é antigo demais para acompanhar',
      body: [
        'Ele não informa em que tela da configuração está. Um Nano S Plus informa a partir da versão 1.1.0; um Nano X, a partir da 2.2.0.',
        `Atualize-o no ${ledgerApp} ou configure-o no próprio dispositivo, sem esta página.`,
      ],
    },
    'unknown-screen': {
      title: 'Siga o dispositivo',
      body: [
        'Ele mostra uma etapa que esta página não conhece. Faça o que ele diz, e continuamos a partir daí.',
      ],
    },
  },
  quitApp: 'Fechar no dispositivo',
  quitting: 'Pedindo ao dispositivo que feche o app…',
  appOpen: (app) => (app === undefined ? undefined : `O dispositivo o chama de “${app}”.`),
  ready: {
    title: {
      new: 'Seu Ledger está pronto',
      restore: 'Seu Ledger está restaurado',
      other: 'Seu Ledger está pronto',
      before: 'Este Ledger já está configurado',
    },
    lead: {
      new: 'O dispositivo informa que agora tem uma carteira e que mostrou as palavras dela e as pediu de volta. Esta página nunca pediu uma palavra a ele.',
      restore:
        'O dispositivo informa que agora tem uma carteira, a das palavras que você inseriu lá. Esta página nunca pediu uma palavra a ele.',
      other: 'O dispositivo informa que agora tem uma carteira.',
      before: 'Ele tem uma carteira. Um Ledger só mostra as palavras uma vez, durante a configuração.',
    },
    seen: (wordCount) => `Ele informa que mostrou ${wordCount} palavras e as pediu de volta.`,
    facts: { device: 'Dispositivo', firmware: 'Firmware', words: 'Frase de recuperação' },
    wordsSeen: (wordCount) => `${wordCount} palavras, segundo o dispositivo`,
    notKnownTitle: 'O que esta página consegue e não consegue fazer com um Ledger comum',
    capabilities: [
      {
        able: true,
        what: 'Acompanhar a configuração, tela por tela e palavra por palavra',
        how: 'O dispositivo informa em que tela e em que número de palavra está, nunca a palavra em si.',
      },
      {
        able: false,
        what: 'Mostrar as palavras de novo',
        how: 'Um Ledger só mostra as palavras uma vez, durante a configuração. Se você perdeu o papel, mas ainda consegue desbloquear o dispositivo, transfira seus fundos para uma carteira nova.',
      },
      {
        able: false,
        what: 'Verificar se o dispositivo é autêntico',
        how: 'Para isso é preciso o servidor da Ledger, e este app não usa nenhum. O app da própria Ledger faz isso em “My Ledger”.',
      },
      {
        able: false,
        what: 'Comparar seu papel com o dispositivo',
        how: 'No app da própria Ledger, abra “My Ledger” e instale o app Recovery Check. Abra-o no dispositivo e insira suas palavras lá, nunca em um computador.',
      },
      {
        able: false,
        what: 'Distinguir uma carteira de outra',
        how: 'Um Ledger não informa um ID de carteira sem um app aberto. O primeiro endereço no seu app de carteira é o mesmo depois de cada restauração.',
      },
    ],
    can: 'Consegue',
    cannot: 'Não consegue',
    keepTitle: 'Próximos passos',
    keep: [
      'Guarde o papel em lugar seco, fora da vista e longe do dispositivo.',
      'Quem pede as suas palavras está tentando roubar você.',
    ],
    simulatorOnly: 'Este é um Ledger simulado. Ele não tem chaves: nunca envie dinheiro para ele.',
    finish: 'Concluir',
  },
};
