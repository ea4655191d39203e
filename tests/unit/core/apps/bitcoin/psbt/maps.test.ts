/** The maps of a PSBT, from hosts that don't keep to the rules: what Ledger's own client would never send. */
import { describe, expect, it } from 'vitest';
import { readTransaction } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/read-transaction.ts';
import { createBitcoinHost } from '../../../../../fixtures/bitcoin/bitcoin-host.ts';
import {
  addressKinds,
  policyOf,
  withFirst,
  withValue,
  writePlan,
  type RawMap,
  type RawPsbt,
} from '../../../../../fixtures/bitcoin/psbt-maps.ts';
import {
  answering,
  leadTalk,
  readFromHost,
  signingRequest,
  type Bend,
} from '../../../../../fixtures/bitcoin/psbt-readers.ts';

const { psbt, transaction } = writePlan({
  kind: 'wpkh',
  coins: [
    { place: [0, 0], amount: 5_000n },
    { place: [0, 1], amount: 6_000n, vout: 2, hasWitness: true },
  ],
  outputs: [{ amount: 10_000n, to: [1, 0] }],
});

const wrong = { kind: 'wrong' };
const tooLong = { kind: 'refused', reason: 'tooLong' };

/** The same change in each of the maps, one at a time. */
function everywhere(change: (map: RawMap) => RawMap): readonly RawPsbt[] {
  return [
    { ...psbt, globals: change(psbt.globals) },
    withFirst(psbt, 'inputs', change),
    withFirst(psbt, 'outputs', change),
  ];
}

const swapped = (map: RawMap, at: number): RawMap =>
  map.map((entry, index) => (index === at ? map[at + 1] : index === at + 1 ? map[at] : entry) ?? entry);

describe('a map', () => {
  it('is read as it was written', () => {
    expect(readFromHost(psbt)).toMatchObject({ kind: 'read', transaction });
  });

  it('has its keys in ascending order', () => {
    for (const changed of everywhere((map) => map.toReversed())) expect(readFromHost(changed)).toEqual(wrong);
    const [first = []] = psbt.inputs;
    for (let at = 0; at < first.length - 1; at += 1)
      expect(readFromHost(withFirst(psbt, 'inputs', (map) => swapped(map, at)))).toEqual(wrong);
  });

  it('has each key once, with one value', () => {
    const twice = (map: RawMap): RawMap => map.flatMap((entry) => [entry, entry]);
    for (const changed of everywhere(twice)) expect(readFromHost(changed)).toEqual(wrong);
    // The second amount is another, and comes right behind the first.
    const amounts = (map: RawMap): RawMap =>
      map.flatMap(([key, value]) =>
        key[0] === 0x03 ? [[key, value] as const, [key, Buffer.alloc(8)] as const] : [[key, value] as const],
      );
    expect(readFromHost(withFirst(psbt, 'outputs', amounts))).toEqual(wrong);
  });

  it('has no key without a byte', () => {
    for (const changed of everywhere((map) => [[Buffer.alloc(0), Buffer.alloc(1)] as const, ...map]))
      expect(readFromHost(changed)).toEqual(wrong);
  });

  it('has a shorter key before those that begin with it', () => {
    const more = (map: RawMap): RawMap =>
      withValue(withValue(map, 'fc01', Buffer.of(1)), 'fc0100', Buffer.of(2));
    for (const changed of everywhere(more)) expect(readFromHost(changed).kind).toBe('read');
    const shorter = (map: RawMap): number => map.findIndex(([key]) => key.toString('hex') === 'fc01');
    const unsorted = (map: RawMap): RawMap => swapped(more(map), shorter(more(map)));
    for (const changed of everywhere(unsorted)) expect(readFromHost(changed)).toEqual(wrong);
  });

  it('has 64 keys at most, of 10,000 bytes at most', () => {
    const filled = (map: RawMap, count: number): RawMap => [
      ...map.filter(([key]) => key[0] !== 0xfb),
      ...Array.from(
        { length: count - map.length },
        (_, at) => [Buffer.of(0xf0, at), Buffer.alloc(0)] as const,
      ),
      ...map.filter(([key]) => key[0] === 0xfb),
    ];
    for (const changed of everywhere((map) => filled(map, 64)))
      expect(readFromHost(changed).kind).toBe('read');
    for (const changed of everywhere((map) => filled(map, 65)))
      expect(readFromHost(changed)).toEqual(tooLong);
    const long = (length: number) => (map: RawMap) => withValue(map, 'fc'.repeat(length), Buffer.alloc(0));
    for (const changed of everywhere(long(10_000))) expect(readFromHost(changed).kind).toBe('read');
    for (const changed of everywhere(long(10_001))) expect(readFromHost(changed)).toEqual(tooLong);
  });

  it('has no values that are longer than what they say', () => {
    for (const [part, key] of [
      ['inputs', '03'],
      ['inputs', '0e'],
      ['inputs', '0f'],
      ['inputs', '10'],
      ['outputs', '03'],
    ] as const)
      expect(readFromHost(withFirst(psbt, part, (map) => withValue(map, key, Buffer.alloc(40))))).toEqual(
        tooLong,
      );
  });

  it('has keys that are as long as their kind has them', () => {
    for (const [part, key] of [
      ['inputs', '0100'],
      ['inputs', '0e01'],
      ['inputs', `06${'02'.repeat(32)}`],
      ['inputs', `16${'02'.repeat(33)}`],
      ['outputs', '0300'],
      ['outputs', '0400'],
      ['outputs', `02${'02'.repeat(34)}`],
      ['outputs', '07'],
    ] as const)
      expect(readFromHost(withFirst(psbt, part, (map) => withValue(map, key, Buffer.alloc(1))))).toEqual(
        wrong,
      );
  });

  it('is behind a commitment, and nothing else', () => {
    for (const [tail, kind] of [
      [Buffer.alloc(0), 'read'],
      [Buffer.of(0), 'wrong'],
    ] as const) {
      const host = createBitcoinHost();
      const request = signingRequest(host, psbt, policyOf('wpkh'), { tail });
      expect(leadTalk(readTransaction(request), answering(host)).kind).toBe(kind);
    }
  });
});

describe('a false answer', () => {
  /** Whatever is asked, one answer has one byte changed, is cut off, or has one more. */
  it.each(addressKinds)('gets nothing read, whichever it is: %s', (kind) => {
    const plan = writePlan({
      kind,
      coins: [{ place: [0, 0], amount: 5_000n }],
      outputs: [{ amount: 4_000n, to: [1, 0] }],
    });
    let answers = 0;
    const count: Bend = (answer) => ((answers += 1), answer);
    expect(readFromHost(plan.psbt, policyOf(kind), count).kind).toBe('read');
    const bends: readonly ((answer: Buffer, at: number) => Uint8Array)[] = [
      (answer, at) => answer.map((byte, index) => (index === at % answer.length ? byte ^ 1 : byte)),
      (answer) => answer.map((byte, index) => (index === answer.length - 1 ? byte ^ 0x80 : byte)),
      (answer) => answer.subarray(0, -1),
      (answer) => Buffer.concat([answer, Buffer.of(0)]),
      () => Buffer.alloc(0),
    ];
    for (const bend of bends)
      for (let place = 0; place < answers; place += 1) {
        const bent: Bend = (answer, _, at) => (at === place ? bend(answer, at * 31) : answer);
        expect(outcomeOf(plan.psbt, kind, bent)).not.toBe('read');
      }
  });
});

/** A host that is asked for what it doesn't know has been caught as well. */
function outcomeOf(changed: RawPsbt, kind: (typeof addressKinds)[number], bend: Bend): string {
  try {
    return readFromHost(changed, policyOf(kind), bend).kind;
  } catch (error) {
    if (!(error instanceof Error) || !/nothing is left|hash of nothing|no such leaf/.test(error.message))
      throw error;
    return 'asked in vain';
  }
}
