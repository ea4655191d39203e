/** Transactions to sign, from Ledger's client as it's published: what is read of them, and what is refused. */
import { HDKey } from '@scure/bip32';
import { createBase58check } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readTransaction,
  type ReadTransaction,
} from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/read-transaction.ts';
import type { SpendingTransaction } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/transaction.ts';
import type { AddressKind } from '../../../../../../firmware-sim/core/chains/bitcoin-address.ts';
import { publicChild, readExtendedKey } from '../../../../../../firmware-sim/core/chains/extended-key.ts';
import { createBitcoinHost, sha256, type PolicyParts } from '../../../../../fixtures/bitcoin/bitcoin-host.ts';
import { scriptByBitcoinJs } from '../../../../../fixtures/bitcoin/bitcoinjs.ts';
import {
  accountPath,
  addressKinds,
  derivationBytes,
  ownKeyAt,
  policyOf,
  previousTransaction,
  scriptBytes,
  u32,
  u64,
  withChanged,
  withFirst,
  without,
  withValue,
  writePlan,
  type Place,
  type Plan,
  type RawMap,
  type RawPsbt,
} from '../../../../../fixtures/bitcoin/psbt-maps.ts';
import {
  answering,
  leadTalk,
  readFromHost,
  readFromLedger,
  signingRequest,
} from '../../../../../fixtures/bitcoin/psbt-readers.ts';
import { hardened } from '../../../../../fixtures/devices/ethereum-commands.ts';

const somebody = Buffer.from(`0014${'ab'.repeat(20)}`, 'hex');

const planOf = (kind: AddressKind): Plan => ({
  kind,
  locktime: 800_000,
  coins: [
    { place: [0, 3], amount: 70_000n, vout: 1 },
    { place: [1, 9], amount: 40_000n, vout: 0, sequence: 0xffff_ffff, hasWitness: true },
  ],
  outputs: [
    { amount: 60_000n, to: somebody },
    { amount: 45_000n, to: [1, 4] },
  ],
});

const base58check = createBase58check(sha256);

function expectRead(result: ReadTransaction, transaction: SpendingTransaction): void {
  expect(result.kind === 'read' ? result.transaction : result).toEqual(transaction);
}

const anyPlace = fc.tuple(
  fc.constantFrom(0, 1),
  fc.oneof(fc.nat(20), fc.integer({ min: 0, max: hardened - 1 })),
);
const anyAmount = fc.oneof(fc.bigInt(0n, 100_000n), fc.bigInt(0n, 30_000_000_000_000n));
const anyBytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const anyScript = fc.oneof(
  anyBytes(20).map((hash) => Buffer.from([0x00, 0x14, ...hash])),
  anyBytes(32).map((hash) => Buffer.from([0x00, 0x20, ...hash])),
  anyBytes(32).map((hash) => Buffer.from([0x51, 0x20, ...hash])),
  anyBytes(20).map((hash) => Buffer.from([0x76, 0xa9, 0x14, ...hash, 0x88, 0xac])),
  anyBytes(20).map((hash) => Buffer.from([0xa9, 0x14, ...hash, 0x87])),
  fc.uint8Array({ minLength: 1, maxLength: 75 }).map((data) => Buffer.from([0x6a, data.length, ...data])),
);

/** It spends more than it pays. */
function anyPlan(kind: AddressKind): fc.Arbitrary<Plan> {
  const coin = fc.record({
    place: anyPlace,
    amount: anyAmount,
    sequence: fc.constantFrom(0xffff_fffd, 0xffff_fffe, 0xffff_ffff),
    sighash: fc.constantFrom(undefined, 1, ...(kind === 'tr' ? [0 as const] : [])),
    hasWitness: fc.boolean(),
  });
  const output = fc.record({ amount: anyAmount, to: fc.oneof(anyScript, anyPlace) });
  return fc
    .record({
      version: fc.integer({ min: 1, max: 3 }),
      locktime: fc.option(fc.integer({ min: 0, max: 0xffff_ffff }), { nil: undefined }),
      coins: fc.array(coin, { minLength: 1, maxLength: 5 }),
      outputs: fc.array(output, { minLength: 1, maxLength: 5 }),
    })
    .map(({ version, locktime, coins, outputs }) => {
      const paid = outputs.reduce((sum, { amount }) => sum + amount, 0n);
      return {
        kind,
        version,
        ...(locktime !== undefined && { locktime }),
        // Each is of an output of its own.
        coins: coins.map(({ sighash, amount, ...rest }, at) => ({
          ...rest,
          vout: at,
          amount: at === 0 ? amount + paid : amount,
          ...(sighash !== undefined && { sighash }),
        })),
        outputs,
      };
    });
}

const { psbt: plain } = writePlan(planOf('wpkh'));
const { psbt: taproot } = writePlan(planOf('tr'));

const wrong = { kind: 'wrong' };
const refused = (reason: string): object => ({ kind: 'refused', reason });

/** By both hosts, which have to agree. */
async function read(psbt: RawPsbt, policy: PolicyParts = policyOf('wpkh')) {
  const result = await readFromLedger(psbt, policy);
  expect(readFromHost(psbt, policy)).toEqual(result);
  return result;
}

const readTaproot = (psbt: RawPsbt) => read(psbt, policyOf('tr'));

const input = (change: (map: RawMap) => RawMap, psbt = plain): RawPsbt => withFirst(psbt, 'inputs', change);
const output = (change: (map: RawMap) => RawMap, psbt = plain): RawPsbt => withFirst(psbt, 'outputs', change);
const globals = (change: (map: RawMap) => RawMap): RawPsbt => ({ ...plain, globals: change(plain.globals) });
const valueOf = (map: RawMap | undefined, hex: string): Buffer =>
  map?.find(([key]) => key.toString('hex').startsWith(hex))?.[1] ?? expect.fail(`no ${hex}`);

describe('a transaction that is read', () => {
  it.each(addressKinds)('says what the wallet wrote: %s', async (kind) => {
    const { psbt, transaction } = writePlan(planOf(kind));
    const result = await read(psbt, policyOf(kind));
    expect(result).toMatchObject({ kind: 'read', policy: { kind, account: accountPath(kind) } });
    expectRead(result, transaction);
  });

  it.each(addressKinds)('may be anything within the limits: %s', (kind) => {
    fc.assert(
      fc.property(anyPlan(kind), (plan) => {
        const { psbt, transaction } = writePlan(plan);
        expectRead(readFromHost(psbt, policyOf(kind)), transaction);
      }),
      { numRuns: 15 },
    );
  });

  it('has 64 coins and 64 outputs at most', async () => {
    const coins = Array.from(
      { length: 64 },
      (_, at) => ({ place: [0, at], amount: 1_000n, vout: at }) as const,
    );
    const outputs = Array.from({ length: 64 }, (_, at) => ({ amount: 900n, to: [1, at] }) as const);
    const most: Plan = { kind: 'wpkh', coins, outputs };
    const { psbt, transaction } = writePlan(most);
    expectRead(await read(psbt), transaction);
    const oneCoin = { ...most, coins: [...coins, { place: [0, 64], amount: 1_000n, vout: 64 }] } as const;
    expect(await read(writePlan(oneCoin).psbt)).toEqual(refused('tooLong'));
    const oneOutput = { ...most, outputs: [...outputs, { amount: 900n, to: [1, 64] }] } as const;
    expect(await read(writePlan(oneOutput).psbt)).toEqual(refused('tooLong'));
  });

  it('has one coin and one output at least', async () => {
    expect(await read(writePlan({ ...planOf('wpkh'), outputs: [] }).psbt)).toEqual(wrong);
    expect(await read(writePlan({ ...planOf('wpkh'), coins: [] }).psbt)).toEqual(wrong);
  });

  it('ignores what says nothing of what is signed', async () => {
    const noise = (map: RawMap): RawMap =>
      withValue(
        withValue(map, '02'.padEnd(68, '0'), Buffer.alloc(71)),
        'fc0568656c6c6f',
        Buffer.alloc(70_000, 1),
      );
    const { transaction } = writePlan(planOf('wpkh'));
    const psbt = {
      globals: withValue(withValue(plain.globals, '06', Buffer.of(3)), 'fc0100', Buffer.alloc(300)),
      inputs: plain.inputs.map(noise),
      outputs: plain.outputs.map((map) => withValue(map, 'fc0568656c6c6f', Buffer.alloc(0))),
    };
    expectRead(await read(psbt), transaction);
  });
});

describe('the policy of a transaction', () => {
  it('is one of a single key, which isn’t registered', async () => {
    const own = policyOf('wpkh');
    for (const other of [
      { ...own, template: 'wsh(pk(@0/**))' },
      { ...own, name: 'Named' },
      { ...own, template: 'tr(@0/**)' },
      { ...own, keys: own.keys.map((key) => key.replace(/.$/, 'z')) },
    ])
      expect(await read(plain, other)).toEqual(refused('policy'));
    const host = createBitcoinHost();
    const request = signingRequest(host, plain, own, { proof: Buffer.alloc(32, 1) });
    expect(leadTalk(readTransaction(request), answering(host))).toEqual(refused('policy'));
  });

  it('names a key on the curve, of the main network', async () => {
    const [key = ''] = policyOf('wpkh').keys;
    const xpub = key.slice(key.indexOf(']') + 1);
    const { chainCode } = HDKey.fromExtendedKey(xpub);
    if (chainCode === null) return expect.fail();
    for (const bad of [Buffer.alloc(33, 5), Buffer.concat([Buffer.of(2), Buffer.alloc(32, 0xff)])]) {
      const text = base58check.encode(
        Buffer.concat([Buffer.from('0488b21e03', 'hex'), Buffer.alloc(8), chainCode, bad]),
      );
      const policy = { ...policyOf('wpkh'), keys: [key.replace(xpub, text)] };
      expect(await read(plain, policy)).toEqual(refused('policy'));
    }
  });
});

describe('the command', () => {
  const host = createBitcoinHost();
  const whole = signingRequest(host, plain, policyOf('wpkh'));

  it('is read to its end, and no further', () => {
    const result = leadTalk(readTransaction(whole), answering(host));
    expect(result.kind).toBe('read');
    for (let length = 0; length < whole.length; length += 1)
      expect(leadTalk(readTransaction(whole.subarray(0, length)), () => expect.fail('asked'))).toEqual(wrong);
    const longer = Buffer.concat([whole, Buffer.of(0)]);
    expect(leadTalk(readTransaction(longer), () => expect.fail('asked'))).toEqual(wrong);
  });

  it('commits to everything: another byte of it, and nothing is read', () => {
    // A host that answers as if it had asked for what it knows.
    const asked: Buffer[] = [];
    leadTalk(readTransaction(whole), (request) => {
      const answer = host.answer(request);
      asked.push(answer);
      return answer;
    });
    for (let at = 0; at < whole.length; at += 1) {
      const bent = Buffer.from(whole);
      bent[at] = (bent[at] ?? 0) ^ 1;
      let next = 0;
      const result = leadTalk(readTransaction(bent), () => asked[next++] ?? Buffer.alloc(0));
      expect(result.kind).not.toBe('read');
    }
  });
});

describe('what is said of the whole transaction', () => {
  it.each([
    ['no PSBT version', (map: RawMap) => without(map, 'fb')],
    ['version 1', (map: RawMap) => withValue(map, 'fb', u32(1))],
    ['a version of two bytes', (map: RawMap) => withValue(map, 'fb', Buffer.of(2, 0))],
    ['no version of the transaction', (map: RawMap) => without(map, '02')],
    ['transaction version 0', (map: RawMap) => withValue(map, '02', u32(0))],
    ['transaction version 4', (map: RawMap) => withValue(map, '02', u32(4))],
    ['a negative transaction version', (map: RawMap) => withValue(map, '02', u32(0xffff_ffff))],
    ['a locktime of five bytes', (map: RawMap) => withValue(map, '03', Buffer.alloc(5))],
    ['an input count that isn’t the command’s', (map: RawMap) => withValue(map, '04', Buffer.of(1))],
    ['an output count that isn’t the command’s', (map: RawMap) => withValue(map, '05', Buffer.of(3))],
    ['a count in a longer form', (map: RawMap) => withValue(map, '04', Buffer.of(0xfd, 2, 0))],
    ['a count with a rest', (map: RawMap) => withValue(map, '04', Buffer.of(2, 0))],
    ['an unsigned transaction beside it', (map: RawMap) => withValue(map, '00', Buffer.alloc(60))],
    ['a key that is longer than its kind', (map: RawMap) => withValue(map, '0300', u32(0))],
  ])('is wrong with %s', (_, change) => {
    // The library itself stumbles over some of them.
    expect(readFromHost(globals(change))).toEqual(wrong);
  });

  it('has versions 1 to 3, and no locktime where none is said', async () => {
    for (const version of [1, 2, 3]) {
      const { psbt, transaction } = writePlan({ ...planOf('wpkh'), version });
      expectRead(await read(psbt), transaction);
    }
    const result = await read(globals((map) => without(map, '03')));
    expect(result).toMatchObject({ transaction: { locktime: 0 } });
  });
});

describe('a coin', () => {
  it.each([
    ['no transaction before', (map: RawMap) => without(map, '0e')],
    ['a hash of 31 bytes', (map: RawMap) => withValue(map, '0e', Buffer.alloc(31))],
    ['no number of the output', (map: RawMap) => without(map, '0f')],
    ['a number of three bytes', (map: RawMap) => withValue(map, '0f', Buffer.alloc(3))],
    ['a number of no output', (map: RawMap) => withValue(map, '0f', u32(3))],
    ['a sequence of three bytes', (map: RawMap) => withValue(map, '10', Buffer.alloc(3))],
    ['a sighash of one byte', (map: RawMap) => withValue(map, '03', Buffer.of(1))],
    ['another’s hash', (map: RawMap) => withChanged(map, '0e', (txid) => Buffer.from(txid).reverse())],
    [
      'half of the transaction before',
      (map: RawMap) => withChanged(map, '00', (bytes) => bytes.subarray(0, 80)),
    ],
    [
      'a rest after the transaction before',
      (map: RawMap) => withChanged(map, '00', (bytes) => Buffer.concat([bytes, Buffer.of(0)])),
    ],
    ['a cut output', (map: RawMap) => withChanged(map, '01', (bytes) => bytes.subarray(0, -1))],
    [
      'an output with a rest',
      (map: RawMap) => withChanged(map, '01', (bytes) => Buffer.concat([bytes, Buffer.of(0)])),
    ],
  ])('is wrong with %s', async (_, change) => {
    expect(await read(input(change))).toEqual(wrong);
  });

  it('isn’t spent twice', async () => {
    const [first] = planOf('wpkh').coins;
    if (first === undefined) return expect.fail();
    const { psbt } = writePlan({ ...planOf('wpkh'), coins: [first, first] });
    expect(await read(psbt)).toEqual(wrong);
  });

  it('isn’t understated, so that nobody gets the rest as a fee', async () => {
    const script = scriptByBitcoinJs('wpkh', ownKeyAt('wpkh', [0, 3]));
    const other = previousTransaction(script, { amount: 60_000n, vout: 1 });
    const lower = Buffer.concat([u64(60_000n), scriptBytes(script)]);
    // In what is said of the output, in the transaction before, and in both.
    expect(await read(input((map) => withValue(map, '01', lower)))).toEqual(wrong);
    expect(await read(input((map) => withValue(map, '00', other.bytes)))).toEqual(wrong);
    expect(await read(input((map) => withValue(withValue(map, '00', other.bytes), '01', lower)))).toEqual(
      wrong,
    );
  });

  it('has the script of the transaction before', async () => {
    const said = Buffer.concat([u64(70_000n), scriptBytes(somebody)]);
    expect(await read(input((map) => withValue(map, '01', said)))).toEqual(wrong);
  });

  it.each(['pkh', 'sh-wpkh', 'wpkh'] as const)('needs the transaction before: %s', async (kind) => {
    const { psbt } = writePlan(planOf(kind));
    const script = scriptByBitcoinJs(kind, ownKeyAt(kind, [0, 3]));
    const said = Buffer.concat([u64(70_000n), scriptBytes(script)]);
    const alone = input((map) => withValue(without(map, '00'), '01', said), psbt);
    expect(await read(alone, policyOf(kind))).toEqual(refused('previous'));
  });

  it.each(['pkh', 'sh-wpkh', 'wpkh'] as const)(
    'is fine with the transaction before alone: %s',
    async (kind) => {
      const { psbt, transaction } = writePlan(planOf(kind));
      expectRead(
        await read(
          input((map) => without(map, '01'), psbt),
          policyOf(kind),
        ),
        transaction,
      );
    },
  );

  it('of Taproot needs one of the two, which agree', async () => {
    const { transaction } = writePlan(planOf('tr'));
    const script = scriptByBitcoinJs('tr', ownKeyAt('tr', [0, 3]));
    const before = previousTransaction(script, { amount: 70_000n, vout: 1 }).bytes;
    const both = input((map) => withValue(map, '00', before), taproot);
    expectRead(await readTaproot(both), transaction);
    expectRead(await readTaproot(input((map) => without(map, '01'), both)), transaction);
    expect(await readTaproot(input((map) => without(map, '01'), taproot))).toEqual(refused('previous'));
    const lower = Buffer.concat([u64(60_000n), scriptBytes(script)]);
    expect(await readTaproot(input((map) => withValue(map, '01', lower), both))).toEqual(wrong);
    const other = previousTransaction(script, { amount: 60_000n, vout: 1 }).bytes;
    expect(await readTaproot(input((map) => withValue(map, '00', other), taproot))).toEqual(wrong);
  });

  it('is signed for with everything, by the names of its kind', async () => {
    const signed = (value: number, psbt = plain): RawPsbt =>
      input((map) => withValue(map, '03', u32(value)), psbt);
    expect(await read(signed(1))).toMatchObject({
      kind: 'read',
      transaction: { coins: [{ sighash: 1 }, {}] },
    });
    expect(await readTaproot(signed(1, taproot))).toMatchObject({
      transaction: { coins: [{ sighash: 1 }, {}] },
    });
    expect(await readTaproot(signed(0, taproot))).toMatchObject({
      transaction: { coins: [{ sighash: 0 }, {}] },
    });
    for (const other of [0, 2, 3, 0x41, 0x81, 0x82, 0x83, 0x101])
      expect(await read(signed(other))).toEqual(refused('sighash'));
    for (const other of [2, 3, 0x81, 0x82, 0x83, 0x100])
      expect(await readTaproot(signed(other, taproot))).toEqual(refused('sighash'));
  });

  it('asks for no time of its own', async () => {
    for (const sequence of [0, 1, 0x0040_0001, 0xffff_fffc])
      expect(await read(input((map) => withValue(map, '10', u32(sequence))))).toEqual(refused('locktime'));
    for (const key of ['11', '12'])
      expect(await read(input((map) => withValue(map, key, u32(500_000_000))))).toEqual(refused('locktime'));
    for (const sequence of [0xffff_fffd, 0xffff_fffe, 0xffff_ffff])
      expect(await read(input((map) => withValue(map, '10', u32(sequence))))).toMatchObject({
        transaction: { coins: [{ sequence }, {}] },
      });
    const result = await read(input((map) => without(map, '10')));
    expect(result).toMatchObject({ transaction: { coins: [{ sequence: 0xffff_ffff }, {}] } });
  });

  it('is of the wallet’s account, by fingerprint, path and key', async () => {
    const path = [...accountPath('wpkh'), 0, 3];
    const said = (bytes: Buffer): RawPsbt => input((map) => withChanged(map, '06', () => bytes));
    for (const bytes of [
      derivationBytes(path, Buffer.from('73c5da0b', 'hex')),
      derivationBytes([hardened + 49, ...path.slice(1)]),
      derivationBytes([hardened + 84, hardened, hardened + 1, 0, 3]),
      derivationBytes([...accountPath('wpkh'), 2, 3]),
      derivationBytes([...accountPath('wpkh'), 0, hardened + 3]),
      derivationBytes([...accountPath('wpkh'), hardened, 3]),
      derivationBytes(path.slice(0, 4)),
      derivationBytes([...path, 0]),
      derivationBytes(path).subarray(0, -1),
      // A place in the account, but another key’s.
      derivationBytes([...accountPath('wpkh'), 1, 3]),
      derivationBytes([...accountPath('wpkh'), 0, 4]),
      Buffer.alloc(0),
    ])
      expect(await read(said(bytes))).toEqual(refused('foreignCoin'));
    expect(await read(input((map) => without(map, '06')))).toEqual(refused('foreignCoin'));
  });

  it.each(['wpkh', 'tr'] as const)('has a place that the wallet uses: %s', async (kind) => {
    // The key is below the account, and everything is as it is said.
    const { psbt } = writePlan({ ...planOf(kind), coins: [{ place: [2, 3], amount: 70_000n }] });
    expect(await read(psbt, policyOf(kind))).toEqual(refused('foreignCoin'));
  });

  it('has a place that its public key leads to', async () => {
    // Nothing hardened can be derived from it; a wrong derivation still gives a key.
    const [key = ''] = policyOf('wpkh').keys;
    const top = readExtendedKey(key.slice(key.indexOf(']') + 1));
    if (top === undefined) return expect.fail();
    const place = [0, hardened + 3];
    const odd = Buffer.from(publicChild(publicChild(top, 0), hardened + 3).key);
    const script = scriptByBitcoinJs('wpkh', odd);
    const { bytes, txid } = previousTransaction(script, { amount: 70_000n, vout: 1 });
    const psbt = input((map) => {
      const own = without(without(map, '06'), '01');
      const said = derivationBytes([...accountPath('wpkh'), ...place]);
      return withValue(withValue(withValue(own, `06${odd.toString('hex')}`, said), '00', bytes), '0e', txid);
    });
    expect(await read(psbt)).toEqual(refused('foreignCoin'));
  });

  it.each(['wpkh', 'tr'] as const)('is said to have the key that it has: %s', async (kind) => {
    const { psbt } = writePlan(planOf(kind));
    const other = ownKeyAt(kind, [0, 4]).toString('hex');
    const [type, data] = kind === 'tr' ? ['16', other.slice(2)] : ['06', other];
    const changed = input((map) => withValue(without(map, type), `${type}${data}`, valueOf(map, type)), psbt);
    expect(await read(changed, policyOf(kind))).toEqual(refused('foreignCoin'));
  });

  it('of Taproot is named by 32 bytes', async () => {
    for (const length of [0, 31])
      expect(await readTaproot(input((map) => withValue(map, '0e', Buffer.alloc(length)), taproot))).toEqual(
        wrong,
      );
  });

  it('of Taproot is spent with its key, in no leaf', async () => {
    const bytes = derivationBytes([...accountPath('tr'), 0, 3]);
    const leaf = Buffer.concat([Buffer.of(1), Buffer.alloc(32), bytes]);
    expect(await readTaproot(input((map) => withChanged(map, '16', () => leaf), taproot))).toEqual(
      refused('foreignCoin'),
    );
    const odd = Buffer.concat([Buffer.of(1), bytes]);
    expect(await readTaproot(input((map) => withChanged(map, '16', () => odd), taproot))).toEqual(
      refused('foreignCoin'),
    );
    // As ordinary keys say it: nothing that Taproot's coins are looked up by.
    const key = ownKeyAt('tr', [0, 3]).toString('hex');
    const ordinary = input((map) => withValue(without(map, '16'), `06${key}`, bytes), taproot);
    expect(await readTaproot(ordinary)).toEqual(refused('foreignCoin'));
  });

  it('pays to the account’s own script, not only to one that is said to', async () => {
    for (const kind of ['wpkh', 'tr'] as const) {
      const { psbt } = writePlan(planOf(kind));
      // The host says that it's ours, and gives the transaction before of another's coin.
      const { bytes, txid } = previousTransaction(somebody, { amount: 70_000n, vout: 1 });
      const foreign = input(
        (map) =>
          withValue(
            withValue(
              withValue(map, '00', bytes),
              '01',
              Buffer.concat([u64(70_000n), scriptBytes(somebody)]),
            ),
            '0e',
            txid,
          ),
        psbt,
      );
      expect(await read(foreign, policyOf(kind))).toEqual(refused('foreignCoin'));
    }
    // The same key in a script of another kind.
    const { psbt } = writePlan(planOf('pkh'));
    const own = scriptByBitcoinJs('wpkh', ownKeyAt('pkh', [0, 3]));
    const { bytes, txid } = previousTransaction(own, { amount: 70_000n, vout: 1 });
    const other = input((map) => withValue(withValue(map, '00', bytes), '0e', txid), psbt);
    expect(await read(other, policyOf('pkh'))).toEqual(refused('foreignCoin'));
  });

  it('may say keys of others beside the wallet’s own', async () => {
    const { transaction } = writePlan(planOf('wpkh'));
    const cosigner = derivationBytes([hardened + 48, 1, 2, 3, 4, 5, 6], Buffer.alloc(4, 1));
    const psbt = input((map) => withValue(map, `0602${'11'.repeat(32)}`, cosigner));
    expectRead(await read(psbt), transaction);
  });

  it('has a transaction before of 400,000 bytes at most', () => {
    const script = scriptByBitcoinJs('wpkh', ownKeyAt('wpkh', [0, 3]));
    const padded = (length: number): RawPsbt => {
      const { bytes, txid } = previousTransaction(script, { amount: 70_000n, vout: 1, padding: length });
      return input((map) => withValue(withValue(map, '00', bytes), '0e', txid));
    };
    const { length } = valueOf(padded(70_000).inputs[0], '00');
    const most = 400_000 - (length - 70_000);
    expect(valueOf(padded(most).inputs[0], '00')).toHaveLength(400_000);
    expect(readFromHost(padded(most)).kind).toBe('read');
    expect(readFromHost(padded(most + 1))).toEqual(refused('tooLong'));
  });
});

describe('an output', () => {
  it.each([
    ['no amount', (map: RawMap) => without(map, '03')],
    ['an amount of seven bytes', (map: RawMap) => withValue(map, '03', Buffer.alloc(7))],
    ['more than all bitcoin', (map: RawMap) => withValue(map, '03', u64(2_100_000_000_000_001n))],
    ['a negative amount', (map: RawMap) => withValue(map, '03', Buffer.alloc(8, 0xff))],
    ['no script', (map: RawMap) => without(map, '04')],
  ])('is wrong with %s', async (_, change) => {
    expect(await read(output(change))).toEqual(wrong);
  });

  it('is one that can be shown', async () => {
    const to = (script: Buffer): RawPsbt => output((map) => withValue(map, '04', script));
    for (const hex of ['', '51', '6a', '5114', `0013${'00'.repeat(19)}`, `21${'02'.repeat(33)}ac`])
      expect(await read(to(Buffer.from(hex, 'hex')))).toEqual(refused('output'));
    expect(await read(to(Buffer.alloc(10_000)))).toEqual(refused('output'));
    expect(await read(to(Buffer.alloc(10_001)))).toEqual(refused('tooLong'));
    expect(await read(to(Buffer.from('6a0568656c6c6f', 'hex')))).toMatchObject({ kind: 'read' });
  });

  it('is change where it’s of the account, and its script is the key’s', async () => {
    const place: Place = [1, 4];
    const change = writePlan({ ...planOf('wpkh'), outputs: [{ amount: 1n, to: place }] }).psbt;
    const path = [...accountPath('wpkh'), ...place];
    const changeOf = async (psbt: RawPsbt): Promise<unknown> => {
      const result = await read(psbt);
      return result.kind === 'read' ? result.transaction.outputs[0]?.change : result;
    };
    expect(await changeOf(change)).toEqual(path);
    const said = (bytes: Buffer): RawPsbt => output((map) => withChanged(map, '02', () => bytes), change);
    for (const bytes of [
      derivationBytes(path, Buffer.from('73c5da0b', 'hex')),
      derivationBytes([...accountPath('wpkh'), 0, 4]),
      derivationBytes([...accountPath('wpkh'), 1, 5]),
      derivationBytes([...accountPath('wpkh'), 2, 4]),
      derivationBytes([hardened + 84, hardened, hardened + 1, 1, 4]),
    ])
      expect(await changeOf(said(bytes))).toBeUndefined();
    // Our key is said, and somebody else is paid.
    expect(await changeOf(output((map) => withValue(map, '04', somebody), change))).toBeUndefined();
    const other = scriptByBitcoinJs('pkh', ownKeyAt('wpkh', place));
    expect(await changeOf(output((map) => withValue(map, '04', other), change))).toBeUndefined();
    expect(await changeOf(output((map) => without(map, '02'), change))).toBeUndefined();
  });

  it('to an address for receiving is a payment like any other', async () => {
    const { psbt, transaction } = writePlan({ ...planOf('wpkh'), outputs: [{ amount: 1n, to: [0, 4] }] });
    expect(transaction.outputs[0]?.change).toBeUndefined();
    expectRead(await read(psbt), transaction);
  });
});

describe('amounts', () => {
  const most = 2_100_000_000_000_000n;
  const amounts = (coins: readonly bigint[], outputs: readonly bigint[]): RawPsbt =>
    writePlan({
      kind: 'wpkh',
      coins: coins.map((amount, at) => ({ place: [0, at], amount })),
      outputs: outputs.map((amount) => ({ amount, to: somebody })),
    }).psbt;

  it('may leave no fee, and are all the bitcoin at most', async () => {
    expect(await read(amounts([500n, 500n], [1_000n]))).toMatchObject({ kind: 'read' });
    expect(await read(amounts([most], [most]))).toMatchObject({ kind: 'read' });
  });

  it('are never more than is spent, nor than there is', async () => {
    expect(await read(amounts([500n, 500n], [1_001n]))).toEqual(wrong);
    expect(await read(amounts([500n, 500n], [1_000n, 1n]))).toEqual(wrong);
    expect(await read(amounts([most], [most, most]))).toEqual(wrong);
    expect(await read(amounts([most, 1n], [1n]))).toEqual(wrong);
    expect(await read(amounts([most + 1n], [1n]))).toEqual(wrong);
    expect(await read(amounts([1n], [most + 1n]))).toEqual(wrong);
    // 2^64 and a little, in eight bytes.
    expect(await read(amounts([1_000n], [2n ** 63n, 2n ** 63n]))).toEqual(wrong);
  });
});
