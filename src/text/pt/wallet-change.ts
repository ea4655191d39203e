import type { WalletChangeMessages } from '../types/wallet-change.ts';

const stopIfNot =
  'Se você não sabe de nada disso, pare: alguém pode ter mexido no seu dispositivo ou colocado outra carteira nele para que você mande dinheiro a essa pessoa.';

const changed = [
  'Não há problema se você, ou alguém de confiança, apagou o dispositivo e criou ou restaurou outra carteira nele usando outro computador ou navegador.',
  `${stopIfNot} Não envie nada para esta carteira até saber por que ela mudou.`,
];

const gone = [
  'Não há problema se você, ou alguém de confiança, apagou o dispositivo usando outro computador ou navegador, ou se o PIN foi errado três vezes.',
  `${stopIfNot} Seu papel ainda abre a carteira antiga: restaure-a em um dispositivo em que você confia.`,
];

export const walletChangeInPortuguese: WalletChangeMessages = { reasons: { changed, gone } };
