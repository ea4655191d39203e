import type { CeremonyKind } from '../../protocol/ceremonies.ts';
import type { Activity } from '../../protocol/public-state.ts';
import type { NoticeText } from '../types/app.ts';
import type { EndingsMessages, Ended } from '../types/endings.ts';

const asking: Readonly<Record<CeremonyKind, string>> = {
  create: 'Olhe para o dispositivo: ele pergunta se deve criar uma carteira nova.',
  restore: 'Olhe para o dispositivo: ele pergunta se deve restaurar uma carteira.',
  reveal: 'Olhe para o dispositivo: ele pergunta se deve mostrar suas palavras.',
  check: 'Olhe para o dispositivo: ele pergunta se deve verificar seu backup.',
  'change-pin': 'Olhe para o dispositivo: ele pergunta se deve mudar seu PIN.',
  rename: 'Olhe para o dispositivo: ele mostra o novo nome e pede que você confirme.',
  language: 'Olhe para o dispositivo: ele pergunta nos dois idiomas se deve mudar.',
  wipe: 'Olhe para o dispositivo: ele pergunta se deve apagar a carteira.',
  'seed-qr': 'Olhe para o dispositivo: ele pergunta se deve mostrar sua frase como SeedQR.',
  'backup-file': 'Olhe para o dispositivo: ele pergunta se deve criar um arquivo de backup criptografado.',
  'check-file': 'Olhe para o dispositivo: ele pergunta se deve verificar o arquivo de backup.',
  'restore-file':
    'Olhe para o dispositivo: ele mostra o ID da carteira do arquivo e pergunta se deve restaurá-la.',
  addresses: 'Olhe para o dispositivo: ele pergunta se deve mostrar os endereços desta carteira.',
  identify:
    'Olhe para o dispositivo: ele pergunta se deve mostrar os endereços das palavras que você inserir.',
};

const general: Readonly<Record<Ended, NoticeText>> = {
  completed: { title: 'Pronto', body: ['Seu dispositivo terminou.'] },
  declined: { title: 'Você recusou no dispositivo', body: ['Nada mudou.'] },
  cancelled: {
    title: 'Cancelado',
    body: ['O dispositivo parou, como você pediu. Este computador não ficou sabendo de nada.'],
  },
  stopped: {
    title: 'Interrompido no dispositivo',
    body: ['Nada se perdeu. Você pode continuar quando quiser.'],
  },
  discarded: {
    title: 'Carteira inacabada apagada',
    body: [
      'As palavras que você anotou são de uma carteira vazia que não está mais neste dispositivo. Destrua esse papel para que ele não engane ninguém.',
    ],
  },
  wiped: {
    title: 'O dispositivo apagou a própria carteira',
    body: [
      'O PIN foi errado três vezes, por isso o dispositivo está vazio agora.',
      'Se você tem as palavras no papel, a carteira não está perdida: restaure-a com elas.',
    ],
  },
  fault: {
    title: 'Seu dispositivo detectou um defeito em si mesmo',
    body: [
      'Não use este dispositivo para uma carteira. Desligue-o e ligue-o uma vez. Se o aviso voltar, troque o dispositivo.',
    ],
  },
  match: {
    title: 'Suas palavras conferem',
    body: [
      'As palavras do seu papel abrem a carteira deste dispositivo. Nada mudou nele.',
      'Guarde o papel de volta em lugar seco, fora da vista e longe do dispositivo. Verifique de novo daqui a alguns meses.',
    ],
  },
  'no-match': {
    title: 'Suas palavras não conferem',
    body: [
      'Pelo menos uma palavra está errada ou fora de ordem. Nada mudou no seu dispositivo.',
      'Mostre as palavras de novo no dispositivo e compare com o seu papel. Se houver diferença, escreva outro. Depois, verifique de novo.',
    ],
  },
  'wrong-code': {
    title: 'Código de backup errado',
    body: [
      'O código que você inseriu não abre este arquivo de backup. Nada mudou no seu dispositivo.',
      'Compare cada palavra-código com o seu papel e tente de novo.',
    ],
  },
  unknown: {
    title: 'Terminou no seu dispositivo',
    body: ['Este app não sabe como: seu dispositivo é mais novo. Olhe para a tela dele.'],
  },
  'other-wallet': {
    title: 'Este arquivo é de outra carteira',
    body: ['Este arquivo de backup não é da carteira do seu dispositivo. Nada mudou.'],
  },
};

const samePin = ['Seu PIN não mudou.'];

const noFile = [
  'Nenhum arquivo foi criado e nada mudou. Se você anotou um código, ele não abre nada: destrua esse papel.',
];
const stillEmpty = [
  'Seu dispositivo continua vazio e não guardou nada do que você inseriu. Você pode recomeçar.',
];

const unsavedFile: EndingsMessages['unsavedFile'] = {
  saving: { title: 'Salvando seu arquivo de backup', body: ['Seu dispositivo já o liberou.'] },
  failed: {
    title: 'Seu arquivo de backup não foi salvo',
    body: [
      'O dispositivo o liberou, mas este computador não conseguiu salvá-lo. Tente de novo: o dispositivo guarda o arquivo até você desligá-lo ou pedir outra coisa.',
    ],
  },
};

/** Where a ceremony has something of its own to say. */
const particular: Partial<Record<Activity, Partial<Record<Ended, NoticeText>>>> = {
  create: {
    declined: {
      title: general.declined.title,
      body: ['Nenhuma carteira foi criada e nada mudou.'],
    },
  },
  addresses: {
    completed: {
      title: 'O dispositivo mostrou os endereços',
      body: [
        'Se a sua outra carteira mostra os mesmos, este dispositivo guarda essa carteira.',
        'Se forem diferentes, as palavras ainda podem estar certas: outra conta, outro caminho ou uma passphrase dá outros endereços.',
        'Este app só sabe que eles foram mostrados.',
      ],
    },
    declined: { title: general.declined.title, body: ['Nenhum endereço foi mostrado e nada mudou.'] },
    stopped: { title: general.stopped.title, body: ['Os endereços estão escondidos de novo e nada mudou.'] },
  },
  identify: {
    completed: {
      title: 'O dispositivo mostrou os endereços',
      body: [
        'Se outra carteira mostra os mesmos, seu papel abre essa carteira.',
        'Se forem diferentes, as palavras ainda podem estar certas: outra conta, outro caminho ou uma passphrase dá outros endereços.',
        'Seu dispositivo continua vazio e não guardou nada do que você inseriu. Este app só sabe que eles foram mostrados.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Nenhum endereço foi mostrado. Seu dispositivo continua vazio.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'O dispositivo parou, como você pediu. Ele continua vazio e não guardou nada do que você inseriu.',
      ],
    },
    stopped: { title: general.stopped.title, body: stillEmpty },
  },
  restore: {
    declined: {
      title: general.declined.title,
      body: ['Nada foi restaurado. Seu dispositivo continua vazio.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'O dispositivo parou, como você pediu. Ele continua vazio e não guardou nada do que você inseriu.',
      ],
    },
    stopped: {
      title: general.stopped.title,
      body: ['Seu dispositivo continua vazio e não guardou nada do que você inseriu. Você pode recomeçar.'],
    },
  },
  reveal: {
    completed: {
      title: 'Você viu suas palavras',
      body: [
        'O dispositivo mostrou todas as palavras. Este computador não viu nenhuma delas.',
        'Guarde o papel de volta em lugar seco, fora da vista e longe do dispositivo.',
      ],
    },
    declined: { title: general.declined.title, body: ['Nenhuma palavra foi mostrada e nada mudou.'] },
    stopped: {
      title: general.stopped.title,
      body: ['Suas palavras estão escondidas de novo e nada mudou.'],
    },
  },
  'seed-qr': {
    completed: {
      title: 'Você copiou seu SeedQR',
      body: [
        'O dispositivo mostrou todos os quadrados. Este computador não viu nenhum deles.',
        'Leia sua cópia com um dispositivo que tenha câmera e não tenha rede, nunca com um celular. Depois, guarde-a com o mesmo cuidado que as suas palavras: ela é a sua frase de recuperação.',
      ],
    },
    declined: { title: general.declined.title, body: ['Nada foi mostrado e nada mudou.'] },
    stopped: {
      title: general.stopped.title,
      body: [
        'Os quadrados estão escondidos de novo e nada mudou. Se você começou uma cópia, ela já é parte da sua frase: termine depois ou destrua.',
      ],
    },
    cancelled: {
      title: general.cancelled.title,
      body: [
        'Os quadrados estão escondidos de novo e este computador não ficou sabendo de nada. Se você começou uma cópia, ela já é parte da sua frase: termine depois ou destrua.',
      ],
    },
  },
  check: {
    stopped: {
      title: general.stopped.title,
      body: ['A verificação parou antes da última palavra, então não há resultado. Nada mudou.'],
    },
  },
  'change-pin': {
    completed: {
      title: 'PIN alterado',
      body: [
        'A partir de agora, o dispositivo só abre com o novo PIN. Suas palavras não mudaram, então o papel continua valendo.',
        'Guarde o PIN e as palavras em lugares diferentes.',
      ],
    },
    declined: { title: general.declined.title, body: samePin },
    cancelled: { title: general.cancelled.title, body: samePin },
    stopped: { title: general.stopped.title, body: samePin },
  },
  language: {
    completed: {
      title: 'Seu dispositivo agora fala outro idioma',
      body: ['Ele mantém o idioma quando é desligado, e até quando é apagado.'],
    },
    declined: { title: general.declined.title, body: ['O idioma não mudou.'] },
    cancelled: { title: general.cancelled.title, body: ['O idioma não mudou.'] },
  },
  rename: {
    completed: {
      title: 'Seu dispositivo tem um novo nome',
      body: ['Ele mostra o nome quando está em espera, para você não confundir seus dispositivos.'],
    },
    declined: { title: general.declined.title, body: ['O nome não mudou.'] },
    cancelled: { title: general.cancelled.title, body: ['O nome não mudou.'] },
  },
  'backup-file': {
    completed: {
      title: 'Arquivo de backup salvo',
      body: [
        'Ele está na sua pasta de downloads, criptografado pelo dispositivo. Este computador não viu o código que o abre.',
        'Leve o arquivo para onde você vai guardá-lo e deixe o papel com o código em outro lugar. Depois, verifique o arquivo em “Cópias”, “Verificar um arquivo de backup”.',
      ],
    },
    declined: { title: general.declined.title, body: noFile },
    cancelled: { title: general.cancelled.title, body: noFile },
    stopped: { title: general.stopped.title, body: noFile },
  },
  'check-file': {
    match: {
      title: 'O arquivo de backup está bom',
      body: [
        'Ele contém a carteira deste dispositivo, e o seu código de backup o abre. Nada mudou.',
        'Guarde o arquivo e o código em lugares diferentes.',
      ],
    },
    'no-match': {
      title: 'O arquivo não contém esta carteira',
      body: [
        'O código abre o arquivo, mas a carteira dentro dele não é a do seu dispositivo. Não confie nele: crie outro.',
      ],
    },
    stopped: {
      title: general.stopped.title,
      body: [
        'A verificação parou antes de você inserir o código inteiro, então não há resultado. Nada mudou.',
      ],
    },
  },
  'restore-file': {
    declined: {
      title: general.declined.title,
      body: ['Nada foi restaurado. Seu dispositivo continua vazio.'],
    },
    cancelled: { title: general.cancelled.title, body: stillEmpty },
    stopped: { title: general.stopped.title, body: stillEmpty },
    'wrong-code': {
      title: general['wrong-code'].title,
      body: [
        'O código que você inseriu não abre este arquivo. Seu dispositivo continua vazio.',
        'Compare cada palavra-código com o seu papel e confira se o papel é deste arquivo. Depois, tente de novo.',
      ],
    },
    'no-match': {
      title: 'O arquivo não é o que diz ser',
      body: [
        'O código abre o arquivo, mas a carteira dentro dele não é a que ele indica. Nada foi restaurado.',
      ],
    },
  },
  wipe: {
    completed: {
      title: 'Seu dispositivo está vazio',
      body: [
        'A carteira foi apagada deste dispositivo. As palavras que você anotou podem restaurá-la, aqui ou em outro.',
      ],
    },
    declined: {
      title: general.declined.title,
      body: ['Nada foi apagado. A carteira continua no dispositivo.'],
    },
    cancelled: {
      title: general.cancelled.title,
      body: ['Nada foi apagado. A carteira continua no dispositivo.'],
    },
  },
};

const cutShort: EndingsMessages['cutShort'] = {
  create:
    'Seu dispositivo foi desligado antes de o PIN ser definido, então ainda não há carteira nova. Comece de novo.',
  backup:
    'Seu dispositivo foi desligado. Nada se perdeu: a carteira continua lá, com as mesmas palavras. Você pode retomar o backup ou descartá-lo.',
  restore:
    'Seu dispositivo foi desligado antes de restaurar a carteira. Ele não guardou nenhuma das palavras que você inseriu, então comece de novo.',
  'restore-file':
    'Seu dispositivo foi desligado antes de restaurar a carteira. Ele não guardou nada do código que você inseriu, então escolha o arquivo de novo.',
  reveal: 'Seu dispositivo foi desligado e suas palavras estão escondidas de novo. Nada mudou.',
  check:
    'Seu dispositivo foi desligado antes de este app receber o resultado da verificação. Nada mudou, e você pode verificar de novo quando quiser.',
  'change-pin':
    'Seu dispositivo foi desligado enquanto você mudava o PIN. Se você já tinha digitado o novo PIN duas vezes, use esse. Se não, use o antigo.',
  wipe: 'Seu dispositivo foi desligado antes de apagar qualquer coisa. A carteira continua lá.',
  language: 'Seu dispositivo foi desligado antes de mudar de idioma. Você pode pedir de novo quando quiser.',
  rename: 'Seu dispositivo foi desligado antes de mudar de nome. Você pode renomeá-lo quando quiser.',
  'seed-qr': 'Seu dispositivo foi desligado e os quadrados estão escondidos de novo. Nada mudou.',
  'backup-file':
    'Seu dispositivo foi desligado antes de este app receber o arquivo. Se você anotou um código de backup, jogue-o fora: o próximo arquivo terá outro.',
  'check-file':
    'Seu dispositivo foi desligado antes de este app receber o resultado da verificação. Nada mudou, e você pode verificar o arquivo de novo quando quiser.',
  wiped:
    'Seu dispositivo apagou a própria carteira depois de três PINs errados. Se você tem as palavras no papel, ela não está perdida: restaure-a com elas.',
  addresses: 'Seu dispositivo foi desligado e os endereços estão escondidos de novo. Nada mudou.',
  identify:
    'Seu dispositivo foi desligado. Ele não guardou nenhuma das palavras que você inseriu: comece de novo.',
};

export const endingsInPortuguese: EndingsMessages = {
  starting: (kind) => ({ title: 'Consultando o dispositivo', body: [asking[kind]] }),
  ended: (activity, outcome) => particular[activity]?.[outcome] ?? general[outcome],
  unsavedFile,
  cutShort,
};
