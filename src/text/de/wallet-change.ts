import type { WalletChangeMessages } from '../types/wallet-change.ts';

const stopIfNot =
  'Wenn du von nichts dergleichen weißt, brich ab: Vielleicht hatte jemand dein Gerät in der Hand oder hat eine andere Wallet darauf eingerichtet, damit du ihm Geld sendest.';

const changed = [
  'Es ist harmlos, wenn du oder jemand, dem du vertraust, es zurückgesetzt und mit einem anderen Computer oder Browser eine andere Wallet darauf erstellt oder wiederhergestellt hat.',
  `${stopIfNot} Sende nichts an diese Wallet, bis du weißt, warum sie eine andere ist.`,
];

const gone = [
  'Es ist harmlos, wenn du oder jemand, dem du vertraust, es mit einem anderen Computer oder Browser zurückgesetzt hat, oder wenn seine PIN dreimal falsch war.',
  `${stopIfNot} Dein Blatt öffnet die alte Wallet noch: Stelle sie auf einem Gerät wieder her, dem du vertraust.`,
];

export const walletChangeInGerman: WalletChangeMessages = { reasons: { changed, gone } };
