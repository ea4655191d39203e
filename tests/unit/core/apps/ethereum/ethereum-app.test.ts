/** The Ethereum app, by its commands. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppReply, OpenApp } from '../../../../../firmware-sim/core/app.ts';
import { createEthereumApp } from '../../../../../firmware-sim/core/apps/ethereum/ethereum-app.ts';
import type { TypedDataPart } from '../../../../../firmware-sim/core/apps/ethereum/typed-data-requests.ts';
import { textWidth } from '../../../../../firmware-sim/core/glass/font/font.ts';
import type { CommandApdu } from '../../../../../src/protocol/apdu/apdu.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import {
  callOf,
  wellFormed,
  writeTransaction,
  type WrittenTransaction,
} from '../../../../fixtures/data/ethereum-transactions.ts';
import { describeToken, signedByLedger } from '../../../../fixtures/data/ledger-tokens/tokens.ts';
import {
  chunked,
  command,
  firstAccount,
  hardened,
  instructionBytes,
  messageRequest,
  pathBytes,
} from '../../../../fixtures/devices/ethereum-commands.ts';

const app = createEthereumApp();
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const plain: WrittenTransaction = {
  type: 0,
  chainId: 1n,
  nonce: 9n,
  prices: [1n, 20_000_000_000n],
  gasLimit: 21_000n,
  to: new Uint8Array(20).fill(0x35),
  value: 10n ** 18n,
  data: new Uint8Array(),
  access: [],
};

/** What each command was answered with: a status, or the kind of question. */
function repliesTo(open: OpenApp, commands: readonly CommandApdu[]): readonly (string | number)[] {
  return commands.map((each) => {
    const reply = open.receive(each);
    return reply.kind === 'answer' ? reply.status : reply.kind;
  });
}

const statusOf = (open: OpenApp, each: CommandApdu): string | number | undefined =>
  repliesTo(open, [each])[0];

function lastOf(open: OpenApp, commands: readonly CommandApdu[]): AppReply {
  const replies = commands.map((each) => open.receive(each));
  return replies.at(-1) ?? expect.fail('no command');
}

function signingOf(open: OpenApp, commands: readonly CommandApdu[]): Extract<AppReply, { kind: 'sign' }> {
  const reply = lastOf(open, commands);
  return reply.kind === 'sign' ? reply : expect.fail(JSON.stringify(reply));
}

const secretKey = keccak_256(utf8('a key of this test'));

/** Signs as a vault does, and gives the key that the answer's bytes are of. */
function signedBy({ digest, answer }: Extract<AppReply, { kind: 'sign' }>, parityOf: (v: number) => number) {
  const made = secp256k1.sign(digest, secretKey, { prehash: false, format: 'recovered' });
  const parity = made[0] === 1 ? 1 : 0;
  const bytes = answer({ r: made.subarray(1, 33), s: made.subarray(33), parity });
  expect(bytes).toHaveLength(65);
  const signature = joined(Uint8Array.of(parityOf(bytes[0] ?? 0)), bytes.subarray(1));
  return toHex(secp256k1.recoverPublicKey(signature, digest, { prehash: false }));
}

const publicKey = toHex(secp256k1.getPublicKey(secretKey));

describe('the Ethereum app', () => {
  it('is known to wallets by name, version and configuration', () => {
    expect(app).toMatchObject({ name: 'Ethereum', version: '1.14.0', classes: [0xe0] });
    expect(app.roots).toEqual([[hardened + 44, hardened + 60], [hardened + 45]]);
    expect(app.open('en').receive(command(0x06))).toEqual({
      kind: 'answer',
      status: 0x9000,
      data: Uint8Array.of(3, 1, 14, 0),
    });
  });

  it.each([
    ['a plugin', 0x12, 0x6984],
    ['another one', 0x16, 0x6984],
    ['a collectible', 0x14, 0x9000],
    ['a filter', 0x1e, 0x9000],
    ['a shared secret', 0x18, 0x6d00],
    ['a key of validators', 0x0e, 0x6d00],
    ['a challenge', 0x20, 0x6d00],
    ['a name', 0x22, 0x6d00],
    ['a network', 0x30, 0x6d00],
  ])('answers to %s with a status, and drops nothing', (_, ins, status) => {
    const open = app.open('en');
    const chunks = chunked(0x04, writeTransaction(plain), [10]);
    repliesTo(open, chunks.slice(0, 2));
    expect(statusOf(open, command(ins, Uint8Array.of(1)))).toBe(status);
    const isRequest = ins === 0x1a || ins === 0x1c;
    expect(statusOf(open, chunks[2] ?? expect.fail())).toBe(isRequest ? 0x6980 : 0x9000);
  });

  it('gives the place of a collectible', () => {
    expect(app.open('en').receive(command(0x14))).toMatchObject({ data: Uint8Array.of(0) });
  });

  it('answers no other class', () => {
    expect(statusOf(app.open('en'), command(0x06, undefined, 0, 0, 0xe1))).toBe(0x6e00);
  });

  it.each([
    ['only hashes', command(0x0c, joined(pathBytes(), new Uint8Array(64))), 'Only hashes'],
    ['an account that is handed over', command(0x34, pathBytes(), 1), 'Losing control'],
  ])('refuses %s, and says why', (_, each, title) => {
    expect(app.open('en').receive(each)).toMatchObject({ kind: 'refuse', reason: { title } });
  });

  it('speaks a person’s language, and English for one that it doesn’t know', () => {
    const titleIn = (language: string): unknown => {
      const reply = app.open(language).receive(command(0x34));
      return reply.kind === 'refuse' && reply.reason.title;
    };
    expect(['de', 'en', 'xx'].map(titleIn)).toEqual(['Konto abgeben', 'Losing control', 'Losing control']);
  });
});

describe('a request for a public key', () => {
  const key = {
    point: secp256k1.getPublicKey(secretKey, false),
    chainCode: new Uint8Array(32).fill(0xcc),
    parent: new Uint8Array(4),
    master: new Uint8Array(4),
  };
  const address = toHex(keccak_256(key.point.subarray(1)).subarray(12));

  it('is answered with key, address and chain code', () => {
    const reply = app.open('en').receive(command(0x02, pathBytes(), 0, 1));
    if (reply.kind !== 'key') return expect.fail(reply.kind);
    expect(reply.path).toEqual(firstAccount);
    const data = reply.answer(key);
    expect(toHex(data.subarray(0, 66))).toBe(`41${toHex(key.point)}`);
    expect(data[66]).toBe(40);
    expect(new TextDecoder().decode(data.subarray(67, 107)).toLowerCase()).toBe(address);
    expect(toHex(data.subarray(107))).toBe(toHex(key.chainCode));
  });

  it('without a chain code is answered without', () => {
    const reply = app.open('en').receive(command(0x02, joined(pathBytes(), new Uint8Array(8))));
    if (reply.kind !== 'key') return expect.fail(reply.kind);
    expect(reply.answer(key)).toHaveLength(107);
  });

  it.each([
    ['', []],
    ['0000000000000001', []],
    ['0000000000000089', ['Network: Polygon']],
    ['ffffffffffffffff', ['Network: Chain 18446744073709551615']],
  ])('to be shown names the account, and a network other than Ethereum: "%s"', (chain, network) => {
    const reply = app.open('en').receive(command(0x02, joined(pathBytes(), fromHex(chain)), 1));
    if (reply.kind !== 'show-key') return expect.fail(reply.kind);
    const fields = reply.fields(key);
    expect(fields.slice(0, -1).map(({ title, value }) => `${title}: ${value}`)).toEqual([
      "Account: m/44'/60'/0'/0/0",
      ...network,
    ]);
    expect(fields.at(-1)).toMatchObject({ title: 'Address', shape: 'address' });
    expect(fields.at(-1)?.value.toLowerCase()).toBe(`0x${address}`);
    expect(reply.answer(key)).toHaveLength(107);
  });

  const at = (...path: readonly number[]): Uint8Array => pathBytes(path);
  it.each([
    ['no path', new Uint8Array(), 0, 0, 0x6a80],
    ['no index', at(), 0, 0, 0x6a80],
    ['eleven of them', at(hardened + 44, hardened + 60, ...Array<number>(9).fill(0)), 0, 0, 0x6a80],
    ['a path that ends too soon', pathBytes().subarray(0, 20), 0, 0, 0x6a80],
    ['half of a chain id', joined(pathBytes(), new Uint8Array(4)), 0, 0, 0x6a80],
    ['more than a chain id', joined(pathBytes(), new Uint8Array(9)), 0, 0, 0x6a80],
    ['Bitcoin’s keys', at(hardened + 84, hardened, hardened), 0, 0, 0x6a80],
    ['keys that aren’t hardened', at(44, 60, 0), 0, 0, 0x6a80],
    ['the key above', at(hardened + 44), 0, 0, 0x6a80],
    ['the key at the root', at(hardened + 44, hardened + 60), 0, 0, 0x6a80],
    ['another way to show it', pathBytes(), 2, 0, 0x6b00],
    ['another kind of it', pathBytes(), 0, 2, 0x6b00],
  ])('is refused for %s', (_, data, p1, p2, status) => {
    expect(statusOf(app.open('en'), command(0x02, data, p1, p2))).toBe(status);
  });

  it('may be below either root, and ten levels deep', () => {
    const paths = [at(hardened + 45, 0), at(hardened + 44, hardened + 60, ...Array<number>(8).fill(0))];
    expect(paths.map((data) => statusOf(app.open('en'), command(0x02, data)))).toEqual(['key', 'key']);
  });
});

describe('a transaction', () => {
  it('is asked for once its last byte is there, however it is cut', () => {
    const bytes = writeTransaction({ ...plain, type: 2, data: callOf('a9059cbb', plain.to, 5n) });
    const whole = signingOf(app.open('en'), chunked(0x04, bytes, [255 - 21]));
    expect(toHex(whole.digest)).toBe(toHex(keccak_256(bytes)));
    expect(whole.path).toEqual(firstAccount);
    for (const sizes of [[1], [2, 50], [3, 1, 1, 100], [bytes.length - 1, 1]]) {
      const open = app.open('en');
      const commands = chunked(0x04, bytes, sizes);
      const replies = repliesTo(open, commands);
      expect(replies).toEqual([...Array<number>(commands.length - 1).fill(0x9000), 'sign']);
      // Nothing is left of it.
      expect(statusOf(open, command(0x04, Uint8Array.of(1), 0x80))).toBe(0x6980);
    }
  });

  it.each([
    [0, 1n, (v: number) => v - 37],
    [0, 1_313_161_554n, (v: number) => v - 0xc7],
    [1, 137n, (v: number) => v],
    [2, 1n, (v: number) => v],
  ] as const)('of type %i on chain %i is answered with a signature', (type, chainId, parityOf) => {
    const bytes = writeTransaction({ ...plain, type, chainId });
    expect(signedBy(signingOf(app.open('en'), chunked(0x04, bytes)), parityOf)).toBe(publicKey);
  });

  it.each([
    ['type 3', fromHex('03c0'), 0x6501],
    ['type 4', fromHex('04c0'), 0x6501],
    ['no list', fromHex('83646f67'), 0x6a80],
    ['no bytes', new Uint8Array(), 0x6a80],
    ['no replay protection', writeTransaction(plain).with(0, 0xe9).subarray(0, -3), 0x6a80],
    ['more than there is', joined(writeTransaction(plain), Uint8Array.of(0)), 0x6a80],
    ['more than anyone reads', fromHex('f94000'), 'refuse'],
    ['more than there is memory', fromHex('fbffffffff'), 'refuse'],
    ['a length that could be shorter', fromHex('f801'), 0x6a80],
  ])('is refused for %s', (_, bytes, status) => {
    expect(repliesTo(app.open('en'), [command(0x04, joined(pathBytes(), bytes))])).toEqual([status]);
  });

  it('is refused for parameters, paths and an order that aren’t known', () => {
    const open = app.open('en');
    const data = joined(pathBytes(), writeTransaction(plain));
    const elsewhere = joined(pathBytes([hardened + 84, hardened, 0]), writeTransaction(plain));
    expect(
      repliesTo(open, [
        command(0x04, data, 1),
        command(0x04, data, 0, 1),
        command(0x04, undefined, 0, 2),
        command(0x04, data, 0x80),
        command(0x04, elsewhere),
        command(0x04),
      ]),
    ).toEqual([0x6b00, 0x6b00, 0x6b00, 0x6980, 0x6a80, 0x6a80]);
  });

  it('ends with another request, and begins again with a first part', () => {
    const [first, second = expect.fail()] = chunked(0x04, writeTransaction(plain), [30]);
    const [begun = expect.fail()] = chunked(0x08, messageRequest(utf8('a'.repeat(40))), [20]);
    for (const between of [command(0x02, pathBytes()), begun, command(0x0c, undefined, 0, 1)]) {
      const open = app.open('en');
      repliesTo(open, [first ?? expect.fail(), between]);
      expect(statusOf(open, second)).toBe(0x6980);
    }
    const open = app.open('en');
    expect(repliesTo(open, [first ?? expect.fail(), first ?? expect.fail(), second])).toEqual([
      0x9000,
      0x9000,
      'sign',
    ]);
  });

  it('is dropped by a refusal, and by a reset', () => {
    const [first = expect.fail(), second = expect.fail()] = chunked(0x04, writeTransaction(plain), [30]);
    const open = app.open('en');
    expect(repliesTo(open, [first, command(0x34), second])).toEqual([0x9000, 'refuse', 0x6980]);
    open.receive(first);
    open.reset();
    expect(statusOf(open, second)).toBe(0x6980);
  });

  it('that can’t be shown is refused with a reason', () => {
    const bytes = writeTransaction({ ...plain, data: utf8('who knows') });
    expect(lastOf(app.open('en'), chunked(0x04, bytes))).toMatchObject({
      kind: 'refuse',
      reason: { title: 'Unknown call' },
    });
  });

  it('of a token reads with what Ledger says of it, until a refusal', () => {
    const [usdt = expect.fail()] = signedByLedger;
    const to = fromHex(usdt.address.slice(2));
    const bytes = writeTransaction({ ...plain, to, data: callOf('a9059cbb', plain.to, 1_250_000n) });
    const open = app.open('en');
    const amountIn = (): unknown =>
      signingOf(open, chunked(0x04, bytes)).fields.find(({ title }) => title === 'Amount')?.value;
    expect(amountIn()).toBe('1250000, decimals unknown');
    const described = open.receive(command(0x0a, describeToken(usdt, fromHex(usdt.signature))));
    expect(described).toEqual({ kind: 'answer', status: 0x9000, data: Uint8Array.of(0) });
    // Wallets ask for more than there is on the way.
    repliesTo(open, [command(0x22), command(0x12), command(0x02, pathBytes())]);
    expect(amountIn()).toBe('1.25 USDT');
    open.receive(command(0x0c));
    expect(amountIn()).toBe('1250000, decimals unknown');
    expect(statusOf(open, command(0x0a, Uint8Array.of(9)))).toBe(0x9000);
  });
});

describe('a message', () => {
  it('is asked for once its last byte is there, and answered with a signature', () => {
    const message = utf8(`Sign in.\n${'x'.repeat(400)}`);
    for (const sizes of [[150], [2, 100], [255 - 21, 255]]) {
      const reply = signingOf(app.open('en'), chunked(0x08, messageRequest(message), sizes));
      expect(reply.title).toBe('Message');
      expect(reply.fields[0]?.value).toBe(String.raw`Sign in.\n ${'x'.repeat(400)}`);
      expect(signedBy(reply, (v) => v - 27)).toBe(publicKey);
    }
  });

  it('may be empty', () => {
    const reply = signingOf(app.open('en'), chunked(0x08, messageRequest(new Uint8Array())));
    expect(reply.fields[0]?.title).toBe('Empty message');
  });

  it.each([
    ['more than it says', joined(messageRequest(utf8('ab')), utf8('c')), 0x6a80],
    ['more than anyone reads', fromHex('00003ffd'), 'refuse'],
    ['more than there is memory', fromHex('ffffffff'), 'refuse'],
  ])('is refused for %s', (_, bytes, status) => {
    expect(repliesTo(app.open('en'), [command(0x08, joined(pathBytes(), bytes))])).toEqual([status]);
  });

  it('is not continued by a transaction, nor without a first part', () => {
    const [first = expect.fail(), second = expect.fail()] = chunked(
      0x08,
      messageRequest(utf8('a'.repeat(60))),
      [40],
    );
    const open = app.open('en');
    expect(repliesTo(open, [second])).toEqual([0x6980]);
    expect(repliesTo(open, [first, command(0x04, Uint8Array.of(1), 0x80), second])).toEqual([
      0x9000, 0x6980, 0x6980,
    ]);
  });

  it('may be as long as a request', () => {
    const bytes = messageRequest(new Uint8Array(16_380).fill(0x61));
    expect(repliesTo(app.open('en'), chunked(0x08, bytes)).at(-1)).toBe('sign');
  });
});

describe('typed data', () => {
  const digest = new Uint8Array(32).fill(9);
  const whole = { digest, title: 'T', question: 'Q', fields: [] };

  function reading(finish: () => ReturnType<TypedDataPart['finish']>) {
    const calls: unknown[] = [];
    const open = createEthereumApp((language) => ({
      define: (p2, data) => (calls.push(['define', language, p2, toHex(data)]), 0x9000),
      implement: (p1, p2, data) => (calls.push(['implement', p1, p2, toHex(data)]), 0x9000),
      finish: () => (calls.push(['finish']), finish()),
      reset: () => void calls.push(['reset']),
    })).open('de');
    return { calls, open };
  }

  it('is read by its own part, and asked for with the account that signs', () => {
    const { calls, open } = reading(() => whole);
    const replies = repliesTo(open, [
      command(0x1a, utf8('A'), 0, 0xff),
      command(0x1e, undefined, 0, 0x0f),
      command(0x1c, utf8('B'), 1, 0xff),
    ]);
    expect(replies).toEqual([0x9000, 0x9000, 0x9000]);
    const reply = signingOf(open, [command(0x0c, pathBytes(), 0, 1)]);
    expect(calls).toEqual([['define', 'de', 0xff, '41'], ['implement', 1, 0xff, '42'], ['finish']]);
    expect(reply).toMatchObject({ digest, title: 'T', question: 'Q', path: firstAccount });
    expect(reply.fields).toEqual([{ title: 'Konto', value: "m/44'/60'/0'/0/0", shape: 'text' }]);
    expect(signedBy(reply, (v) => v - 27)).toBe(publicKey);
  });

  it.each([
    ['what its part refuses', command(0x0c, pathBytes(), 0, 1), 0x6a80],
    ['a path with something after it', command(0x0c, joined(pathBytes(), utf8('x')), 0, 1), 0x6a80],
    ['no path', command(0x0c, undefined, 0, 1), 0x6a80],
    ['another first parameter', command(0x0c, pathBytes(), 1, 1), 0x6b00],
    ['another second one', command(0x0c, pathBytes(), 0, 2), 0x6b00],
    ['another one of a definition', command(0x1a, undefined, 1), 0x6b00],
  ])('is refused and dropped for %s', (_, each, status) => {
    const { calls, open } = reading(() => 0x6a80);
    expect(statusOf(open, each)).toBe(status);
    expect(calls.at(-1)).toEqual(['reset']);
  });

  it('ends with another request', () => {
    const message = chunked(0x08, messageRequest(utf8('a')));
    for (const each of [command(0x02, pathBytes()), ...chunked(0x04, writeTransaction(plain)), ...message]) {
      const { calls, open } = reading(() => whole);
      open.receive(each);
      expect(calls).toEqual([['reset']]);
    }
  });
});

describe('whatever is sent', () => {
  /** Beside noise, what begins like something. */
  const anyCommand: fc.Arbitrary<CommandApdu> = fc
    .tuple(
      fc.oneof(fc.constantFrom(...instructionBytes), fc.nat({ max: 255 })),
      fc.constantFrom(0, 1, 0x80, 2),
      fc.constantFrom(0, 0, 0, 1, 0xff),
      fc.oneof(
        fc.uint8Array({ maxLength: 255 }),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => joined(pathBytes(), bytes)),
      ),
    )
    .map(([ins, p1, p2, data]) => command(ins, data, p1, p2));
  const request = fc.oneof(
    fc.tuple(fc.constant(0x04), wellFormed.map(writeTransaction)),
    fc.tuple(fc.constant(0x08), fc.uint8Array({ maxLength: 300 }).map(messageRequest)),
  );
  const cut = fc.array(fc.integer({ min: 1, max: 230 }), { minLength: 1, maxLength: 4 });
  const broken = fc
    .tuple(request, cut, fc.nat(), fc.nat({ max: 255 }), fc.boolean())
    .map(([[ins, bytes], sizes, at, byte, isWhole]) =>
      chunked(ins, isWhole ? bytes : bytes.with(at % bytes.length, byte), sizes),
    );

  it('gets a reply, and no question without all that it is about', () => {
    const open = app.open('en');
    let questions = 0;
    fc.assert(
      fc.property(fc.oneof(broken, fc.array(anyCommand, { maxLength: 3 })), (commands) => {
        for (const each of commands) {
          const reply = open.receive(each);
          if (reply.kind !== 'sign') continue;
          questions += 1;
          expect(reply.digest).toHaveLength(32);
          expect(reply.fields.every(({ value }) => textWidth('small', value) > 0)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(questions).toBeGreaterThan(100);
  });
});
