/** What a person reads of typed data, and how each value is written. */
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../../../firmware-sim/core/app.ts';
import { quotedText } from '../../../../../../firmware-sim/core/apps/ethereum/typed-data/quoted-text.ts';
import { createTypedData } from '../../../../../../firmware-sim/core/apps/ethereum/typed-data/typed-data.ts';
import { accents } from '../../../../../../firmware-sim/core/glass/font/accents.generated.ts';
import { addAccents, textWidth } from '../../../../../../firmware-sim/core/glass/font/font.ts';
import { titleWidth } from '../../../../../../firmware-sim/core/glass/screens/layout.ts';
import { typedDataInEnglish } from '../../../../../../src/text/en/apps/typed-data.ts';
import { typedDataInFrench } from '../../../../../../src/text/fr/apps/typed-data.ts';
import { typedDataInGerman } from '../../../../../../src/text/de/apps/typed-data.ts';
import { typedDataInPortuguese } from '../../../../../../src/text/pt/apps/typed-data.ts';
import { typedDataInSpanish } from '../../../../../../src/text/es/apps/typed-data.ts';
import type { TypedDataText } from '../../../../../../src/text/types/apps/typed-data.ts';
import { everyKind, mail } from '../../../../../fixtures/ethereum/typed-data-samples.ts';
import {
  feed,
  streamTypedData,
  type TypedDataJson,
} from '../../../../../fixtures/ethereum/typed-data-stream.ts';

function fieldsOf(data: TypedDataJson, text: TypedDataText = typedDataInEnglish): readonly Field[] {
  const reader = createTypedData(text);
  expect(feed(reader, streamTypedData(data))).toBe(0x9000);
  const request = reader.finish();
  return typeof request === 'number' ? expect.fail('refused') : request.fields;
}

const lines = (fields: readonly Field[]) => fields.map(({ title, value }) => `${title} | ${value}`);

/** A message of one field. */
const withField = (type: string, value: unknown): TypedDataJson => ({
  types: { EIP712Domain: [{ name: 'name', type: 'string' }], M: [{ name: 'a', type }] },
  primaryType: 'M',
  domain: { name: 'Test' },
  message: { a: value },
});

const languages = [
  ['English', typedDataInEnglish],
  ['German', typedDataInGerman],
  ['French', typedDataInFrench],
  ['Spanish', typedDataInSpanish],
  ['Portuguese', typedDataInPortuguese],
] as const;

describe('the review of typed data', () => {
  it('shows the domain, what it is, each field, and the types', () => {
    const fields = fieldsOf(mail);
    expect(lines(fields)).toEqual([
      'App | "Ether Mail"',
      'App version | "1"',
      'Chain | 1',
      'Contract | 0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC',
      'Kind of data | Mail',
      'Field 1/5 | from.name: "Cow"',
      'Field 2/5 | from.wallet: address',
      'Field 2/5 | 0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826',
      'Field 3/5 | to.name: "Bob"',
      'Field 4/5 | to.wallet: address',
      'Field 4/5 | 0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB',
      'Field 5/5 | contents: "Hello, Bob!"',
      'Data types | Mail(Person from,Person to,string contents)Person(string name,address wallet)',
    ]);
    const addresses = fields.filter(({ shape }) => shape === 'address');
    expect(addresses.map(({ value }) => value.length)).toEqual([42, 42, 42]);
  });

  it('shows how long arrays are, and where each value belongs', () => {
    const fields = lines(fieldsOf(everyKind)).map((line) => line.replace(/^Field \d+\/19 \| /, ''));
    expect(fields.slice(6)).toEqual([
      'items: 2 items',
      'items[0].token: address',
      '0xABaBaBaBABabABabAbAbABAbABabababaBaBABaB',
      'items[0].amount: unlimited (2^256-1)',
      'items[0].delta: -2',
      'items[1].token: address',
      `0x${'0'.repeat(40)}`,
      'items[1].amount: 1000000',
      'items[1].delta: 32767',
      'grid: 2 items',
      'grid[0]: 2 items',
      'grid[0][0]: 1',
      'grid[0][1]: 2',
      'grid[1]: 2 items',
      'grid[1][0]: 0',
      'grid[1][1]: 255',
      'none: 0 items',
      'open: true',
      'selector: 0xa9059cbb',
      `data: 0x${'c0ffee'.repeat(100)}`,
      String.raw`note: "Stra\u{df}e\n\"a\\b\" \u{20}\u{202e}\u{1f984} "`,
      'Data types | Order(Item[] items,uint8[2][] grid,Empty[] none,Empty one,bool open,bytes4 selector,bytes data,string note)Empty()Item(address token,uint256 amount,int16 delta)',
    ]);
  });

  it('says that a number is the highest only where apps mean no limit by it', () => {
    const value = (type: string, number: bigint) =>
      fieldsOf(withField(type, number.toString())).find(({ title }) => title === 'Field 1/1')?.value;
    expect(value('uint160', 2n ** 160n - 1n)).toBe('a: unlimited (2^160-1)');
    expect(value('uint160', 2n ** 160n - 2n)).toBe(`a: ${2n ** 160n - 2n}`);
    expect(value('uint48', 2n ** 48n - 1n)).toBe('a: 281474976710655');
    expect(value('int256', 2n ** 255n - 1n)).toBe(`a: ${2n ** 255n - 1n}`);
    expect(value('int256', -1n)).toBe('a: -1');
  });

  it.each([
    ['has other fields', [{ name: 'origin', type: 'string' }], { origin: 'x' }, 'origin: "x"'],
    ['has a field of another type', [{ name: 'chainId', type: 'uint32' }], { chainId: 5 }, 'chainId: 5'],
    ['has a field twice as long', [{ name: 'name', type: 'string[]' }], { name: [] }, 'name: 0 items'],
  ])('shows the types of a domain that %s', (_, fields, domain, first) => {
    const shown = fieldsOf({
      ...withField('bool', false),
      domain,
      types: { ...withField('bool', false).types, EIP712Domain: fields },
    });
    const [{ name, type } = { name: '', type: '' }] = fields;
    expect(lines(shown)).toEqual([
      `App 1/1 | ${first}`,
      `App types | EIP712Domain(${type} ${name})`,
      'Kind of data | M',
      'Field 1/1 | a: false',
      'Data types | M(bool a)',
    ]);
  });

  it('shows that a domain says nothing', () => {
    const { types } = withField('bool', true);
    const shown = fieldsOf({ ...withField('bool', true), domain: {}, types: { ...types, EIP712Domain: [] } });
    expect(lines(shown)[0]).toBe('App types | EIP712Domain()');
  });

  it.each(languages)('fits, and has a title of its own for each thing, in %s', (_, text) => {
    addAccents(accents);
    const titles = [
      text.title,
      text.question,
      ...Object.values(text.domain),
      text.domainTypes,
      text.primaryType,
      text.types,
      text.domainField(99, 99),
      text.field(999, 999),
    ];
    expect(titles.filter((title) => textWidth('bold', title) > titleWidth)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    const elements = Array.from({ length: 256 }, (_each, count) => text.elements(count));
    expect(new Set(elements).size).toBe(256);
    for (const { value } of fieldsOf(everyKind, text)) expect(textWidth('small', value)).toBeGreaterThan(0);
  });
});

describe('a host’s text', () => {
  it.each([
    ['', '""'],
    ['plain', '"plain"'],
    ['a b', '"a b"'],
    ['a  b', String.raw`"a \u{20}b"`],
    ['a\u00a0b', String.raw`"a\u{a0}b"`],
    ['a\tb', String.raw`"a\u{9}b"`],
    ['a\nb', String.raw`"a\nb"`],
    [String.raw`a\nb`, String.raw`"a\\nb"`],
    ['"', String.raw`"\""`],
    ['\u0430', String.raw`"\u{430}"`],
    ['\u007f', String.raw`"\u{7f}"`],
    ['\ufeff', String.raw`"\u{feff}"`],
  ])('%j is written so that it can’t be another', (text, written) => {
    expect(quotedText(text)).toBe(written);
  });
});
