/** What the device's apps say, by the rules for all catalogues. */
import { describe, expect, it } from 'vitest';
import { bitcoinTexts } from '../../../firmware-sim/core/apps/bitcoin/languages.ts';
import { ethereumTexts } from '../../../firmware-sim/core/apps/ethereum/languages.ts';
import { textWidth } from '../../../firmware-sim/core/glass/font/font.ts';
import { bitcoinInEnglish } from '../../../src/text/en/apps/bitcoin.ts';
import { ethereumInEnglish } from '../../../src/text/en/apps/ethereum.ts';
import { languages } from '../../../src/text/languages.ts';
import type { EthereumMessages } from '../../../src/text/types/apps/ethereum.ts';
import { askingInEnglish } from '../../../src/text/en/apps/asking.ts';
import { appFits, appTexts, askingFits, askingTexts, bitcoinFits } from '../../translations/app-fit.ts';
import { overfull } from '../../translations/glass-fit.ts';
import { missing, sameAsEnglish, unheard } from '../../translations/same-as-english.ts';

/** All that it says around values, as whole sentences. */
function sentencesOf(texts: EthereumMessages): readonly string[] {
  const { titles, reasons, transfer, tokenTransfer, approval, message } = texts;
  const { access, ...others } = titles;
  const asked = [transfer, tokenTransfer, approval, message];
  return [
    ...Object.values(others),
    access('1.1'),
    texts.chain('5'),
    texts.ownCoin('1.5'),
    texts.unknownToken,
    texts.rawAmount('7'),
    texts.unlimited('USDT'),
    texts.unlimited(''),
    texts.takenBack('0 USDT'),
    texts.gas('21000', '1 gwei', undefined),
    texts.gas('21000', '1 gwei', '2 gwei'),
    texts.nothing,
    ...asked.flatMap(({ title, question }) => [title, question]),
    ...Object.values(reasons).flatMap(({ title, body }) => [title, body]),
  ];
}

describe.each(languages)('the Ethereum app in $name', ({ tag }) => {
  const texts = appTexts[tag] ?? expect.fail(`no ${tag}`);

  it('is what the app speaks', () => {
    expect(ethereumTexts(tag)).toBe(texts);
  });

  it('fits on the glass', () => {
    expect(appFits(texts).length).toBeGreaterThan(40);
    expect(overfull(appFits(texts))).toEqual([]);
  });

  it('is drawn without a hole, and no sentence is empty or begins with a space', () => {
    for (const text of sentencesOf(texts)) {
      for (const font of ['small', 'body', 'bold'] as const) expect(textWidth(font, text)).toBeGreaterThan(0);
      expect(text.trim()).toBe(text);
    }
  });

  it('lacks nothing, says nothing in English, and knows what to say to anything', () => {
    expect(missing(ethereumInEnglish, texts)).toEqual([]);
    if (tag !== 'en') expect(sameAsEnglish(ethereumInEnglish, texts)).toEqual([]);
    expect(unheard(texts)).toEqual([]);
  });

  it('gives reasons in whole sentences, and asks questions', () => {
    for (const { body } of Object.values(texts.reasons)) expect(body).toMatch(/^\p{Lu}.*\.$/u);
    for (const { question } of [texts.transfer, texts.tokenTransfer, texts.approval, texts.message])
      expect(question).toMatch(tag === 'es' ? /^¿.*\?$/ : /\?$/);
  });

  it('keeps apart what differs in a number alone', () => {
    const told = [texts.unlimited('T'), texts.takenBack('1 T'), texts.rawAmount('1'), '1 T'];
    expect(new Set(told).size).toBe(told.length);
    const gas = [texts.gas('1', '2', undefined), texts.gas('1', '2', '3'), texts.gas('1', '2', '4')];
    expect(new Set(gas).size).toBe(gas.length);
  });
});

describe.each(languages)('the Bitcoin app in $name', ({ tag }) => {
  const texts = bitcoinTexts(tag);
  const { titles, nothing, message, transaction, extendedKey, reasons } = texts;
  const { values } = transaction;
  const told = [
    values.fee('0.1 BTC', '3 %'),
    values.highFee,
    values.allInFees,
    values.spent('2', '0.3 BTC'),
    values.block('800000'),
    values.ignored(values.block('800000')),
    values.replaceable,
    values.lasting,
  ];
  const screens = [...Object.values(extendedKey), ...Object.values(reasons)];

  it('has words of its own, and lacks none', () => {
    if (tag !== 'en') expect(sameAsEnglish(bitcoinInEnglish, texts)).toEqual([]);
    expect(missing(bitcoinInEnglish, texts)).toEqual([]);
    expect(unheard(texts)).toEqual([]);
  });

  it('fits on the glass', () => {
    expect(bitcoinFits(texts, askingTexts(tag)).length).toBeGreaterThan(20);
    expect(overfull(bitcoinFits(texts, askingTexts(tag)))).toEqual([]);
  });

  it('is drawn without a hole, and no sentence is empty or begins with a space', () => {
    const { title: name, question } = transaction;
    const all = [
      ...[titles, transaction.titles, message].flatMap(Object.values<string>),
      nothing,
      name,
      question,
      ...told,
    ];
    for (const text of [...all, ...screens.flatMap(({ title, body }) => [title, body])]) {
      for (const font of ['small', 'body', 'bold'] as const) expect(textWidth(font, text)).toBeGreaterThan(0);
      expect(text.trim()).toBe(text);
    }
  });

  it('gives reasons in whole sentences, and asks questions', () => {
    for (const { body } of screens) expect(body).toMatch(/^\p{Lu}.*\.$/u);
    for (const { question } of [message, transaction])
      expect(question).toMatch(tag === 'es' ? /^¿.*\?$/ : /\?$/);
  });

  it('tells apart what it says of a value', () => {
    expect(new Set(told).size).toBe(told.length);
    expect(values.highFee).toMatch(/^\p{Lu}.*\.$/u);
    expect(values.allInFees).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe.each(languages)('the questions of apps in $name', ({ tag }) => {
  const texts = askingTexts(tag);

  it('fit on the glass', () => {
    expect(askingFits(texts).length).toBeGreaterThan(20);
    expect(overfull(askingFits(texts))).toEqual([]);
  });

  it('lack nothing, and say nothing in English', () => {
    expect(missing(askingInEnglish, texts)).toEqual([]);
    if (tag !== 'en') expect(sameAsEnglish(askingInEnglish, texts)).toEqual([]);
    expect(unheard(texts)).toEqual([]);
  });

  it('say what a chain code gives away before one is given', () => {
    const { body = '' } = texts.allow('Ethereum');
    expect(body).toMatch(
      { en: /later/, de: /künftige/, fr: /futures/, es: /futuras/, pt: /futuros/ }[tag] ?? /$^/,
    );
  });
});
