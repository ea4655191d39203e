import type { WalletChangeMessages } from '../types/wallet-change.ts';

const stopIfNot =
  'Si no te consta nada parecido, para: puede que alguien haya manipulado tu dispositivo o le haya puesto otra billetera para que le envíes dinero.';

const changed = [
  'No pasa nada si tú, o alguien de tu confianza, lo borró y creó o restauró otra billetera en él desde otro equipo o navegador.',
  `${stopIfNot} No envíes nada a esta billetera hasta saber por qué cambió.`,
];

const gone = [
  'No pasa nada si tú, o alguien de tu confianza, lo borró desde otro equipo o navegador, o si su PIN fue incorrecto tres veces.',
  `${stopIfNot} Tu papel sigue abriendo la billetera anterior: restáurala en un dispositivo en el que confíes.`,
];

export const walletChangeInSpanish: WalletChangeMessages = { reasons: { changed, gone } };
