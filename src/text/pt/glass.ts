import type { Activity } from '../../protocol/public-state.ts';
import { isAboutCode } from '../../protocol/files/backup-code.ts';
import { plural } from '../locale/format.ts';
import type { GlassMessages } from '../types/glass.ts';
import { entryInPortuguese } from './entry.ts';
import {
  neverShareInPortuguese,
  stageSentencesInPortuguese,
  wordHeadingInPortuguese,
  wordLabelInPortuguese,
} from './stages.ts';

const agreedTo: Partial<Record<Activity, string>> = {
  reveal: 'Ver palavras',
  check: 'Verificar papel',
  'change-pin': 'Mudar o PIN',
  rename: 'Renomear',
  'seed-qr': 'Ver SeedQR',
  'backup-file': 'Criar arquivo',
  'check-file': 'Verif. arquivo',
  addresses: 'Ver endereços',
};

const agreed: GlassMessages['agreed'] = (activity, { wordCount, dice, entropyCheck }) => {
  if (activity === 'create' || activity === 'restore') {
    if (activity === 'restore') return `${wordCount} palavras`;
    if (dice !== true && entropyCheck !== true) return `${wordCount} pal., sem dados nem verif.`;
    if (dice === true && entropyCheck === true) return `${wordCount} palavras, dados e verif.`;
    return `${wordCount} palavras, ${dice === true ? 'só dados' : 'só verificação'}`;
  }
  return agreedTo[activity];
};

export const glassInPortuguese: GlassMessages = {
  language: {
    name: 'Português',
    leave: (other) => `Mudar o idioma deste dispositivo de português para ${other}?`,
    take: 'A partir de agora, este dispositivo fala português.',
  },
  neverShare: neverShareInPortuguese,
  stage: stageSentencesInPortuguese,
  wordPlace: (activity, position, total) => `${wordHeadingInPortuguese(activity)} ${position} de ${total}`,
  sameAs: (activity, earlier) => `Igual à ${wordLabelInPortuguese(activity)} ${earlier}`,
  confirm: {
    question: (activity, position, total) => `${wordHeadingInPortuguese(activity)} ${position} de ${total}?`,
    seeAgain: 'Ver as palavras de novo',
    wrong: (activity, position) => ({
      title: 'Não é essa',
      body: isAboutCode(activity)
        ? `Veja a palavra-código ${position} no papel. Depois, confirme todas de novo.`
        : `Veja a palavra ${position} no papel. Depois, confirme todas as palavras de novo.`,
      right: 'Mostrar',
    }),
    shown: (activity, position) => ({
      title: `${wordHeadingInPortuguese(activity)} ${position}:`,
      right: 'Recomeçar',
    }),
  },
  pin: {
    done: 'OK',
    remove: 'Apagar',
    tries: (left) => plural(left, { one: 'Se errar, tudo se apaga', other: `Restam ${left} tentativas` }),
    wrong: (left) =>
      plural(left, {
        one: 'Resta uma tentativa. Depois, este dispositivo se apaga.',
        other: `Restam ${left} tentativas. Depois, este dispositivo se apaga.`,
      }),
  },
  dice: {
    remove: 'Apagar',
    place: (position, total, wordCount) => `Dado ${position} de ${total} (${wordCount} palavras)`,
    last: (position) => `Dado ${position}: `,
    all: (rolls) => ({
      title: 'Lançou todos?',
      body: `Você inseriu ${rolls} lançamentos.`,
      left: 'Voltar',
      right: 'Concluir',
    }),
    flaws: {
      biased: {
        title: 'Não é aleatório',
        body: 'Alguns números saem demais para um dado honesto. Lance de novo.',
        right: 'De novo',
      },
      patterned: {
        title: 'Não é aleatório',
        body: 'Seus números seguem um padrão. Dados, não. Lance de novo.',
        right: 'De novo',
      },
    },
  },
  entry: entryInPortuguese,
  file: {
    restore: (walletId) => `Restaurar a carteira ${walletId} do arquivo. Tenha o código de backup.`,
    results: (walletId) => ({
      match: { title: 'Arquivo bom', body: 'Contém esta carteira, e seu código de backup o abre.' },
      'no-match': { title: 'Não confere', body: 'O código abre o arquivo, mas nele há outra carteira.' },
      'other-wallet': {
        title: 'Outra carteira',
        body: `Este arquivo é da carteira ${walletId}, não desta.`,
      },
    }),
  },
  seedQr: {
    size: (modules, blocks) => [`${modules} x ${modules},`, `em ${blocks} blocos`],
    place: (position, total) => `${position} de ${total}`,
  },
  addresses: {
    ethereum: { title: 'Ethereum, conta 1', left: 'Voltar', right: 'Avançar' },
    bitcoin: { title: 'Bitcoin, conta 1', left: 'Voltar', right: 'Pronto' },
  },
  rename: (name) => `Dar a este dispositivo o nome "${name}"?`,
  name: (name) => `Nome: "${name}"`,
  agreed,
  home: 'Backup feito',
  selfBuilt: 'Feito em casa',
  faulty: {
    title: 'Defeito',
    body: 'Falha na memória ou no sorteio. Restaure a carteira em outro dispositivo.',
  },
};
