import type { WalletChangeMessages } from '../types/wallet-change.ts';

const stopIfNot =
  'Si rien de tel ne vous dit quelque chose, arrêtez : quelqu’un a peut-être manipulé votre appareil, ou y a mis un autre portefeuille pour que vous lui envoyiez de l’argent.';

const changed = [
  'C’est sans danger si vous, ou une personne de confiance, l’avez effacé puis y avez créé ou restauré un autre portefeuille avec un autre ordinateur ou navigateur.',
  `${stopIfNot} N’envoyez rien sur ce portefeuille tant que vous ne savez pas pourquoi il a changé.`,
];

const gone = [
  'C’est sans danger si vous, ou une personne de confiance, l’avez effacé avec un autre ordinateur ou navigateur, ou si trois codes PIN erronés y ont été saisis.',
  `${stopIfNot} Votre feuille ouvre toujours l’ancien portefeuille : restaurez-le sur un appareil de confiance.`,
];

export const walletChangeInFrench: WalletChangeMessages = { reasons: { changed, gone } };
