/** Typed data from its commands to a digest: known ones, those of another library, and all that is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTypedData,
  type TypedDataRequest,
} from '../../../../../../firmware-sim/core/apps/ethereum/typed-data/typed-data.ts';
import { typedDataInEnglish } from '../../../../../../src/text/en/apps/typed-data.ts';
import { fromHex, toHex } from '../../../../../../src/protocol/bytes.ts';
import { everyKind, mail, mailDigest } from '../../../../../fixtures/ethereum/typed-data-samples.ts';
import {
  feed,
  streamTypedData,
  type StreamCommand,
  type TypedDataJson,
} from '../../../../../fixtures/ethereum/typed-data-stream.ts';
import { independentHash } from '../../../../../fixtures/ethereum/independent-typed-data.ts';
import { anyTypedData } from '../../../../../fixtures/ethereum/any-typed-data.ts';

function read(commands: readonly StreamCommand[]): TypedDataRequest | number {
  const reader = createTypedData(typedDataInEnglish);
  const status = feed(reader, commands);
  return status === 0x9000 ? reader.finish() : status;
}

const isRequest = (outcome: TypedDataRequest | number): outcome is TypedDataRequest =>
  typeof outcome !== 'number';

function digestOf(data: TypedDataJson): string | number {
  const outcome = read(streamTypedData(data));
  return isRequest(outcome) ? toHex(outcome.digest) : outcome;
}

/** Two accepted ones that are signed differently must not read alike. */
function expectToldApart(left: TypedDataRequest, right: TypedDataRequest): void {
  if (toHex(left.digest) === toHex(right.digest)) return;
  expect(JSON.stringify(left.fields)).not.toBe(JSON.stringify(right.fields));
}

const define = (p2: number, hex: string): StreamCommand => ({
  instruction: 0x1a,
  p1: 0,
  p2,
  data: fromHex(hex),
});
const implement = (p1: number, p2: number, hex: string): StreamCommand => ({
  instruction: 0x1c,
  p1,
  p2,
  data: fromHex(hex),
});
const hexOf = (text: string): string => toHex(new TextEncoder().encode(text));
const struct = (name: string): StreamCommand => define(0x00, hexOf(name));
const root = (name: string): StreamCommand => implement(0, 0x00, hexOf(name));
const leaf = (hex: string): StreamCommand =>
  implement(0, 0xff, `${(hex.length / 2).toString(16).padStart(4, '0')}${hex}`);
const array = (size: number): StreamCommand => implement(0, 0x0f, size.toString(16).padStart(2, '0'));

/** A message of one field, called "a", behind a domain without fields. */
const ofField = (type: string, ...values: readonly StreamCommand[]): readonly StreamCommand[] => [
  struct('EIP712Domain'),
  struct('M'),
  define(0xff, `${type}0161`),
  root('EIP712Domain'),
  root('M'),
  ...values,
];

describe('the digest of typed data', () => {
  it('is the one that EIP-712 gives for its example', () => {
    expect(digestOf(mail)).toBe(mailDigest);
  });

  it('is another library’s, for every kind of type', () => {
    expect(digestOf(everyKind)).toBe(independentHash(everyKind));
  });

  it('is another library’s, for whatever types and values', () => {
    fc.assert(
      fc.property(anyTypedData, (data) => {
        const digest = digestOf(data);
        // More than the device holds comes up now and then.
        fc.pre(digest !== 0x6a84);
        expect(digest).toBe(independentHash(data));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for an integer with its leading zeros, or with none', () => {
    const digests = ['', '00', '0000'].map((hex) => {
      const outcome = read(ofField('4220', leaf(hex)));
      return isRequest(outcome) ? toHex(outcome.digest) : outcome;
    });
    expect(new Set(digests).size).toBe(1);
    expect(typeof digests[0]).toBe('string');
  });

  it('is given once', () => {
    const reader = createTypedData(typedDataInEnglish);
    expect(feed(reader, streamTypedData(mail))).toBe(0x9000);
    expect(typeof reader.finish()).toBe('object');
    expect(reader.finish()).toBe(0x6a80);
  });
});

describe('what is read', () => {
  it('tells data apart that differ in a byte, or refuses it', () => {
    for (const data of [mail, everyKind]) {
      const commands = streamTypedData(data);
      const original = read(commands);
      if (!isRequest(original)) return expect.fail('refused');
      const seen = new Map([[JSON.stringify(original.fields), toHex(original.digest)]]);
      let accepted = 0;
      commands.forEach((command, at) => {
        for (let index = 0; index < command.data.length; index += 1) {
          for (const flip of [1, 1 << (index % 8), 255]) {
            const changed = command.data.slice();
            changed[index] = (changed[index] ?? 0) ^ flip;
            const outcome = read(commands.with(at, { ...command, data: changed }));
            if (!isRequest(outcome)) continue;
            accepted += 1;
            const fields = JSON.stringify(outcome.fields);
            const digest = toHex(outcome.digest);
            expect(seen.get(fields) ?? digest).toBe(digest);
            seen.set(fields, digest);
          }
        }
      });
      expect(accepted).toBeGreaterThan(200);
    }
  });

  it('tells data apart where a command is lost, doubled or moved', () => {
    const commands = streamTypedData(everyKind);
    const original = read(commands);
    if (!isRequest(original)) return expect.fail('refused');
    const at = fc.nat({ max: commands.length - 1 });
    fc.assert(
      fc.property(at, at, fc.constantFrom('lost', 'doubled', 'moved'), (from, to, how) => {
        const moved = commands[from];
        if (moved === undefined) return;
        const others = how === 'doubled' ? commands : commands.filter((_, index) => index !== from);
        const outcome = read(how === 'lost' ? others : others.toSpliced(to, 0, moved));
        if (isRequest(outcome)) expectToldApart(original, outcome);
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells any two messages apart', () => {
    fc.assert(
      fc.property(anyTypedData, anyTypedData, (left, right) => {
        const [one, other] = [read(streamTypedData(left)), read(streamTypedData(right))];
        if (isRequest(one) && isRequest(other)) expectToldApart(one, other);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is refused', () => {
  it('is a value that its type can’t have', () => {
    const refused: readonly (readonly [string, readonly StreamCommand[]])[] = [
      ['an integer that is too long', ofField('4202', leaf('000001'))],
      ['a short address', ofField('03', leaf('ab'.repeat(19)))],
      ['a long address', ofField('03', leaf('ab'.repeat(21)))],
      ['a bool of 2', ofField('04', leaf('02'))],
      ['a bool of no byte', ofField('04', leaf(''))],
      ['a bool of two bytes', ofField('04', leaf('0001'))],
      ['a broken string', ofField('05', leaf('ff'))],
      ['an overlong letter', ofField('05', leaf('c0af'))],
      ['half of a pair', ofField('05', leaf('eda080'))],
      ['short fixed bytes', ofField('4604', leaf('010203'))],
      ['too few elements', ofField('8503010201', array(1))],
      ['a size for a value', ofField('05', array(1))],
      ['a value for a size', ofField('850100', leaf('61'))],
      ['a size of two bytes', ofField('850100', implement(0, 0x0f, '0001'))],
      ['a value after the last', ofField('05', leaf('61'), leaf('61'))],
    ];
    expect(refused.map(([name, commands]) => [name, read(commands)])).toEqual(
      refused.map(([name]) => [name, 0x6a80]),
    );
  });

  it('is a definition that isn’t whole, or has another meaning beside it', () => {
    const definitions: readonly (readonly [string, string])[] = [
      ['nothing', ''],
      ['a bit that means nothing', '15 01 61'],
      ['an unknown type', '08 01 61'],
      ['no name', '05'],
      ['an empty name', '05 00'],
      ['half of a name', '05 02 61'],
      ['more after the name', '05 01 61 00'],
      ['a space in the name', '05 03 61 20 62'],
      ['a comma in the name', '05 03 61 2c 62'],
      ['no size where one belongs', '02 01 61'],
      ['a size of nothing', '42 00 01 61'],
      ['a size of 33', '42 21 01 61'],
      ['a size where none belongs', '45 01 01 61'],
      ['a size that is lacking', '42'],
      ['a struct with a size', '40 01 4d 01 61'],
      ['a struct without a name', '00 00 01 61'],
      ['a struct by a value’s name', '00 07 75 69 6e 74 32 35 36 01 61'],
      ['an array without levels', '85 00 01 61'],
      ['a level that is neither', '85 01 02 01 61'],
      ['levels that are lacking', '85 02 00'],
    ];
    const answers = definitions.map(([name, hex]) => [name, read([struct('M'), define(0xff, hex)])]);
    expect(answers).toEqual(definitions.map(([name]) => [name, 0x6a80]));
  });

  it('is what comes in another order', () => {
    const field = define(0xff, '050161');
    const refused: readonly (readonly [string, readonly StreamCommand[]])[] = [
      ['a field before a struct', [field]],
      ['a field twice', [struct('M'), field, field]],
      ['a struct by a value’s name', [struct('address')]],
      ['a name with a bracket', [struct('M(')]],
      ['a message before the domain', [struct('M'), root('M')]],
      ['a domain that isn’t defined', [root('EIP712Domain')]],
      ['the domain twice', [struct('EIP712Domain'), root('EIP712Domain'), root('EIP712Domain')]],
      ['a message that isn’t defined', [struct('EIP712Domain'), root('EIP712Domain'), root('M')]],
      ['a type that isn’t defined', ofField('00014e', leaf('61'))],
      ['a value without a root', [leaf('61')]],
      ['a size without a root', [array(1)]],
      ['a third root', ofField('05', leaf('61'), root('M'))],
      ['a root inside another', ofField('05', root('M'))],
      ['a field among values', ofField('05', field)],
      ['a size inside a value', ofField('05', implement(1, 0xff, '000261'), array(1))],
      ['less than a length', ofField('05', implement(0, 0xff, '00'))],
      ['more than its length', ofField('05', implement(0, 0xff, '00016161'))],
      ['less than its length', ofField('05', implement(0, 0xff, '000261'))],
      ['all of it, and said to go on', ofField('05', implement(1, 0xff, '000161'))],
      ['a message that isn’t whole', ofField('05')],
      ['a domain alone', [struct('EIP712Domain'), root('EIP712Domain')]],
    ];
    expect(refused.map(([name, commands]) => [name, read(commands)])).toEqual(
      refused.map(([name]) => [name, 0x6a80]),
    );
  });

  it('is a parameter that means nothing', () => {
    expect(read([define(0x01, '4d')])).toBe(0x6b00);
    expect(read(ofField('05', implement(2, 0xff, '000161')))).toBe(0x6b00);
    expect(read(ofField('05', implement(0, 0x01, '000161')))).toBe(0x6b00);
    expect(read(ofField('850100', implement(1, 0x0f, '00')))).toBe(0x6b00);
  });

  it('is more than the device holds', () => {
    const many = Array.from({ length: 65 }, (_, index) => struct(`S${index}`));
    expect(read(many)).toBe(0x6a84);
    const fields = Array.from({ length: 513 }, (_, index) => define(0xff, `0504${hexOf(`${1000 + index}`)}`));
    expect(read([struct('M'), ...fields])).toBe(0x6a84);
    const part = implement(1, 0xff, 'aa'.repeat(255));
    expect(read(ofField('07', implement(1, 0xff, '8000'), ...Array.from({ length: 130 }, () => part)))).toBe(
      0x6a84,
    );
    expect(read(ofField('07', implement(1, 0xff, '8001')))).toBe(0x6a84);
    expect(read(ofField(`8521${'00'.repeat(33)}`))).toBe(0x6a84);
    const long = Array.from({ length: 130 }, (_, index) =>
      define(0xff, `05fc${hexOf(`${1000 + index}`.padEnd(252, 'a'))}`),
    );
    expect(read([struct('M'), ...long])).toBe(0x6a84);
  });

  it('is a struct that holds itself, even in an array', () => {
    expect(read(ofField('00014d', leaf('61')))).toBe(0x6a84);
    expect(read(ofField('8001 4d 0100', array(0)))).toBe(0x6a84);
  });

  it('is types that stand for more values than were sent', () => {
    const levels = Array.from({ length: 12 }, (_, level) => [
      struct(`T${level + 1}`),
      ...Array.from({ length: 8 }, (_each, index) =>
        define(
          0xff,
          `00${`T${level}`.length.toString(16).padStart(2, '0')}${hexOf(`T${level}`)}01${hexOf(String(index))}`,
        ),
      ),
    ]);
    const commands = [
      struct('EIP712Domain'),
      struct('T0'),
      ...levels.flat(),
      root('EIP712Domain'),
      root('T12'),
    ];
    expect(read(commands)).toBe(0x6a84);
  });

  it('leaves nothing behind', () => {
    const reader = createTypedData(typedDataInEnglish);
    const commands = streamTypedData(mail);
    for (let cut = 0; cut < commands.length; cut += 1) {
      expect(feed(reader, commands.slice(0, cut))).toBe(0x9000);
      expect(reader.implement(0, 0x0f, new Uint8Array(2))).toBe(0x6a80);
      expect(reader.finish()).toBe(0x6a80);
    }
    expect(feed(reader, commands)).toBe(0x9000);
    reader.reset();
    expect(reader.finish()).toBe(0x6a80);
  });

  it('is not what a client begins again, wherever it was interrupted', () => {
    const reader = createTypedData(typedDataInEnglish);
    const commands = streamTypedData(mail);
    for (let cut = 0; cut < commands.length; cut += 1) {
      expect(feed(reader, commands.slice(0, cut))).toBe(0x9000);
      expect(feed(reader, commands)).toBe(0x9000);
      const outcome = reader.finish();
      expect(isRequest(outcome) && toHex(outcome.digest)).toBe(mailDigest);
    }
  });
});

describe('whatever bytes come', () => {
  it('each gets a status word, or a request', () => {
    const statuses = [0x9000, 0x6a80, 0x6a84, 0x6b00];
    const p = fc.oneof(fc.constantFrom(0, 1, 0x0f, 0xff), fc.nat({ max: 255 }));
    const command = fc.record({
      instruction: fc.constantFrom(0x1a, 0x1c),
      p1: fc.constantFrom(0, 0, 0, 1, 2),
      p2: p,
      data: fc.oneof(
        fc.uint8Array({ maxLength: 255 }),
        fc.constantFrom('EIP712Domain', 'M', 'N').map((name) => new TextEncoder().encode(name)),
        fc.constantFrom('850100 0161', '050161', '00014e0161').map(fromHex),
      ),
    });
    const sound = streamTypedData(everyKind);
    const cut = fc.nat({ max: sound.length });
    fc.assert(
      fc.property(cut, fc.array(command, { maxLength: 20 }), (end, commands) => {
        const reader = createTypedData(typedDataInEnglish);
        for (const each of [...sound.slice(0, end), ...commands])
          expect(statuses).toContain(feed(reader, [each]));
        const outcome = reader.finish();
        expect(isRequest(outcome) || statuses.includes(outcome)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
