import { isAboutCode } from '../../protocol/files/backup-code.ts';
import type { StageSentences } from '../../protocol/stage-facts.ts';
import type { EntryMessages } from '../types/entry.ts';

const stopOrLook = { left: 'Parar', right: 'Rever' } as const;

const noMatch = (difference: string): StageSentences => ({
  title: 'Não confere',
  body: `${difference} O erro está aqui ou no papel?`,
  left: 'Rever',
  right: 'OK',
});

const wrongCodes = {
  phrase: 'Há pelo menos uma errada. Ou são as palavras de uma frase de recuperação?',
  checksum: 'Há pelo menos uma palavra-código errada ou fora do lugar.',
  file: 'Não abre o arquivo. Compare as palavras-código com o papel.',
} as const;

export const entryInPortuguese: EntryMessages = {
  remove: 'Apagar',
  listFoot: { left: 'Subir', both: 'OK', right: 'Descer' },
  wheelFoot: { left: 'Girar', both: 'Inserir', right: 'Girar' },
  halvesBack: 'Voltar',
  enteredFoot: { left: 'Ant.', both: 'Mudar', right: 'Próx.' },
  leave: {
    title: 'Parar agora?',
    body: 'O que você inseriu será esquecido. Nada foi guardado.',
    left: 'Não',
    right: 'Parar',
  },
  allLookedAt: (activity) => ({
    title: 'Mais uma vez?',
    body: isAboutCode(activity)
      ? 'Você passou por todas as palavras-código.'
      : 'Você passou por todas as palavras.',
    left: 'Voltar',
    right: 'Tentar',
  }),
  dontFit: (mayBeCode) => ({
    title: 'Não combinam',
    body: mayBeCode
      ? 'Há pelo menos uma errada. Ou são palavras-código de um arquivo de backup?'
      : 'Há pelo menos uma errada ou fora do lugar. Confira todas de novo.',
    ...stopOrLook,
  }),
  wrongCode: (why) => ({ title: 'Código errado', body: wrongCodes[why], left: 'Rever', right: 'OK' }),
  anotherWallet: {
    title: 'Outra carteira',
    body: 'Alguma palavra está errada. Nada foi guardado. Confira todas de novo.',
    ...stopOrLook,
  },
  walletIdLabel: 'ID da carteira',
  compare: { title: 'Como no papel?', left: 'Não', right: 'Sim' },
  maybeSwapped(activity, positions) {
    const pairs = positions.map((position) => `${position} e ${position + 1}`).join(' ou ');
    return isAboutCode(activity)
      ? `Talvez ${pairs} do código estejam trocadas. Compare-as primeiro.`
      : `Talvez as palavras ${pairs} estejam trocadas. Compare-as primeiro.`;
  },
  sameTwice: (activity, position) =>
    isAboutCode(activity)
      ? `As palavras-código ${position - 1} e ${position} são iguais. No papel também?`
      : `As palavras ${position - 1} e ${position} são iguais. No papel também?`,
  mayBeCode: 'Talvez sejam as palavras-código de um arquivo, em outro papel.',
  match: { title: 'Conferem', body: 'As palavras do seu papel abrem esta carteira.', right: 'OK' },
  noMatch: {
    word: (position) => noMatch(`A palavra ${position} não é desta carteira.`),
    swapped: (position) => noMatch(`As palavras ${position} e ${position + 1} estão trocadas.`),
    'left-out': (position) => noMatch(`Faltou a palavra ${position}.`),
    extra: (position) => noMatch(`A palavra ${position} está sobrando.`),
    several: (position, count) => noMatch(`${count} palavras diferem, a primeira é a ${position}.`),
  },
};
