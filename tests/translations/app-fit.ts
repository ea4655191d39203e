/** What the device's apps say on its glass, and how much of it that takes. Pure. */
import { askingIn } from '../../firmware-sim/apps/asking.ts';
import { titleWidth } from '../../firmware-sim/core/glass/screens/layout.ts';
import { ethereumInEnglish } from '../../src/text/en/apps/ethereum.ts';
import { ethereumInFrench } from '../../src/text/fr/apps/ethereum.ts';
import { ethereumInGerman } from '../../src/text/de/apps/ethereum.ts';
import { ethereumInPortuguese } from '../../src/text/pt/apps/ethereum.ts';
import { ethereumInSpanish } from '../../src/text/es/apps/ethereum.ts';
import type { AskingMessages } from '../../src/text/types/apps/asking.ts';
import type { BitcoinMessages } from '../../src/text/types/apps/bitcoin.ts';
import type { EthereumMessages } from '../../src/text/types/apps/ethereum.ts';
import { line, screen, type Fit } from './glass-fit.ts';

/** By the language's tag. */
export const appTexts: Readonly<Record<string, EthereumMessages>> = {
  en: ethereumInEnglish,
  de: ethereumInGerman,
  fr: ethereumInFrench,
  es: ethereumInSpanish,
  pt: ethereumInPortuguese,
};

/** Around the questions of an app, by the language's tag. */
export const askingTexts = (tag: string): AskingMessages => askingIn(tag);

/** Screens of its own, the home screen's button beside a name of twelve wide letters, and what stands under and behind a field. */
export function askingFits(text: AskingMessages): readonly Fit[] {
  const {
    apps,
    choose,
    nextApp,
    ready,
    allow,
    review,
    back,
    next,
    reject,
    hold,
    sign,
    compare,
    same,
    refused,
  } = text;
  const name = 'Ethereum';
  return [
    ...[choose(name), ready(name), allow(name), review, compare, same].flatMap((each) =>
      screen('asking', each),
    ),
    ...screen('asking.choose', { ...choose(name), left: nextApp }),
    ...screen('asking.field', { title: '', left: back, right: next }),
    ...screen('asking.hold', { title: '', body: hold, left: reject, right: sign }),
    ...screen('asking.refused', { title: '', right: refused }),
    ...screen('asking.home', { title: '', left: '"MMMMMMMM"', right: apps }),
  ];
}

/** A title over a value, a question and a reason. What values say may be of any length. */
export function appFits({ titles, reasons, ...asked }: EthereumMessages): readonly Fit[] {
  const { access, ...others } = titles;
  const { transfer, tokenTransfer, approval, message } = asked;
  return [
    ...[...Object.values(others), access('99.99')].map((text) =>
      line('ethereum.titles', 'bold', text, titleWidth),
    ),
    ...[transfer, tokenTransfer, approval, message].flatMap(({ title, question }) =>
      [title, question].map((text) => line('ethereum', 'bold', text, titleWidth)),
    ),
    ...Object.values(reasons).flatMap((reason) => screen('ethereum.reasons', reason)),
  ];
}

/** The same of the Bitcoin app. What an extended key's screens leave out is what `asking` says of an address. */
export function bitcoinFits(
  { titles, message, transaction, extendedKey, reasons }: BitcoinMessages,
  { compare, same, refused }: AskingMessages,
): readonly Fit[] {
  const asked = [message, transaction].flatMap(({ title, question }) => [title, question]);
  return [
    ...[...Object.values(titles), ...Object.values(transaction.titles), ...asked].map((text) =>
      line('bitcoin', 'bold', text, titleWidth),
    ),
    // As many of them as a transaction may have.
    ...Object.values(transaction.titles).map((text) =>
      line('bitcoin.numbered', 'small', `${text} 64`, titleWidth),
    ),
    ...screen('bitcoin.extendedKey', { ...compare, ...extendedKey.compare }),
    ...screen('bitcoin.extendedKey', { ...same, ...extendedKey.same }),
    ...Object.values(reasons).flatMap((reason) => screen('bitcoin.reasons', { ...reason, right: refused })),
  ];
}
