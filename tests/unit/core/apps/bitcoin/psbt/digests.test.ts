/** What signatures are of: the test vectors of BIP-143 and BIP-341, and what bitcoinjs-lib makes of any transaction. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestsOf, unsignedId } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/digests.ts';
import type { SpendingTransaction } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/transaction.ts';
import type { AddressKind } from '../../../../../../firmware-sim/core/chains/bitcoin-address.ts';
import { fromHex, toHex } from '../../../../../../src/protocol/bytes.ts';
import {
  digestByBitcoinJs,
  transactionByBitcoinJs,
  unsignedByBitcoinJs,
} from '../../../../../fixtures/bitcoin/bitcoinjs.ts';
import { addressKinds, writePlan } from '../../../../../fixtures/bitcoin/psbt-maps.ts';
import { anyPlan } from '../../../../../fixtures/bitcoin/any-plan.ts';

interface Known {
  readonly amount: bigint;
  readonly script?: string;
  readonly key?: string;
  readonly sighash?: 0 | 1;
}

/** A transaction of a standard's, with what it says of the coins. */
function spendingOf(kind: AddressKind, raw: string, known: readonly Known[]): SpendingTransaction {
  const built = transactionByBitcoinJs(fromHex(raw));
  if (built === undefined) return expect.fail('no transaction');
  const { version, locktime, ins, outs } = built;
  return {
    kind,
    version,
    locktime,
    coins: ins.map(({ hash, index, sequence }, at) => ({
      txid: hash,
      vout: index,
      sequence,
      amount: known[at]?.amount ?? 0n,
      script: fromHex(known[at]?.script ?? ''),
      key: fromHex(known[at]?.key ?? '02'.repeat(33)),
      path: [],
      sighash: known[at]?.sighash ?? 1,
    })),
    outputs: outs.map(({ script, value }) => ({ amount: BigInt(value), script, change: undefined })),
  };
}

function digestAt(transaction: SpendingTransaction, at: number): string {
  const coin = transaction.coins[at];
  return coin === undefined ? 'no such coin' : toHex(digestsOf(transaction)(coin, at));
}

describe('what is signed', () => {
  it('of P2WPKH is what BIP-143 says', () => {
    const raw =
      '0100000002fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad969f0000000000eeffffffef51e1b804cc89d182d279655c3aa89e815b1b309fe287d9b2b55d57b90ec68a0100000000ffffffff02202cb206000000001976a9148280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000000001976a9143bde42dbee7e4dbe6a21b2d50ce2f0167faa815988ac11000000';
    const transaction = spendingOf('wpkh', raw, [
      { amount: 625_000_000n },
      {
        amount: 600_000_000n,
        key: '025476c2e83188368da1ff3e292e7acafcdb3566bb0ad253f62fc70f07aeee6357',
      },
    ]);
    expect(digestAt(transaction, 1)).toBe('c37af31116d1b27caf68aae9e3ac82f1477929014d5b917657d0eb49478cb670');
  });

  it('of P2WPKH in P2SH is what BIP-143 says', () => {
    const raw =
      '0100000001db6b1b20aa0fd7b23880be2ecbd4a98130974cf4748fb66092ac4d3ceb1a54770100000000feffffff02b8b4eb0b000000001976a914a457b684d7f0d539a46a45bbc043f35b59d0d96388ac0008af2f000000001976a914fd270b1ee6abcaea97fea7ad0402e8bd8ad6d77c88ac92040000';
    const transaction = spendingOf('sh-wpkh', raw, [
      {
        amount: 1_000_000_000n,
        key: '03ad1d8e89212f0b92c74d23bb710c00662ad1470198ac48c43f7d6f93a2a26873',
      },
    ]);
    expect(digestAt(transaction, 0)).toBe('64f3b0f4dd2bb3aa1ce8566d220cc74dda9df97d8490cc81d89d735c92e59fb6');
  });

  it('of Taproot is what BIP-341 says', () => {
    const raw =
      '02000000097de20cbff686da83a54981d2b9bab3586f4ca7e48f57f5b55963115f3b334e9c010000000000000000d7b7cab57b1393ace2d064f4d4a2cb8af6def61273e127517d44759b6dafdd990000000000fffffffff8e1f583384333689228c5d28eac13366be082dc57441760d957275419a418420000000000fffffffff0689180aa63b30cb162a73c6d2a38b7eeda2a83ece74310fda0843ad604853b0100000000feffffffaa5202bdf6d8ccd2ee0f0202afbbb7461d9264a25e5bfd3c5a52ee1239e0ba6c0000000000feffffff956149bdc66faa968eb2be2d2faa29718acbfe3941215893a2a3446d32acd050000000000000000000e664b9773b88c09c32cb70a2a3e4da0ced63b7ba3b22f848531bbb1d5d5f4c94010000000000000000e9aa6b8e6c9de67619e6a3924ae25696bb7b694bb677a632a74ef7eadfd4eabf0000000000ffffffffa778eb6a263dc090464cd125c466b5a99667720b1c110468831d058aa1b82af10100000000ffffffff0200ca9a3b000000001976a91406afd46bcdfd22ef94ac122aa11f241244a37ecc88ac807840cb0000000020ac9a87f5594be208f8532db38cff670c450ed2fea8fcdefcc9a663f78bab962b0065cd1d';
    const transaction = spendingOf('tr', raw, [
      {
        amount: 420_000_000n,
        script: '512053a1f6e454df1aa2776a2814a721372d6258050de330b3c6d10ee8f4e0dda343',
      },
      {
        amount: 462_000_000n,
        script: '5120147c9c57132f6e7ecddba9800bb0c4449251c92a1e60371ee77557b6620f3ea3',
      },
      { amount: 294_000_000n, script: '76a914751e76e8199196d454941c45d1b3a323f1433bd688ac' },
      {
        amount: 504_000_000n,
        script: '5120e4d810fd50586274face62b8a807eb9719cef49c04177cc6b76a9a4251d5450e',
        sighash: 1,
      },
      {
        amount: 630_000_000n,
        script: '512091b64d5324723a985170e4dc5a0f84c041804f2cd12660fa5dec09fc21783605',
        sighash: 0,
      },
      { amount: 378_000_000n, script: '00147dd65592d0ab2fe0d0257d571abf032cd9db93dc' },
      {
        amount: 672_000_000n,
        script: '512075169f4001aa68f15bbed28b218df1d0a62cbbcf1188c6665110c293c907b831',
      },
      {
        amount: 546_000_000n,
        script: '5120712447206d7a5238acc7ff53fbe94a3b64539ad291c7cdbc490b7577e4b17df5',
      },
      {
        amount: 588_000_000n,
        script: '512077e30a5522dd9f894c3f8b8bd4c4b2cf82ca7da8a3ea6a239655c39c050ab220',
      },
    ]);
    expect([digestAt(transaction, 3), digestAt(transaction, 4)]).toEqual([
      'bf013ea93474aa67815b1b6cc441d23b64fa310911d991e713cd34c7f5d46669',
      '4f900a0bae3f1446fd48490c2958b5a023228f01661cda3496a11da502a7f7ef',
    ]);
  });

  it.each(addressKinds)('of %s is what another library says, and so is the id', (kind) => {
    fc.assert(
      fc.property(anyPlan(kind), (plan) => {
        const { transaction } = writePlan(plan);
        expect(Buffer.from(unsignedId(transaction)).reverse().toString('hex')).toBe(
          unsignedByBitcoinJs(transaction).getId(),
        );
        for (const at of transaction.coins.keys())
          expect(digestAt(transaction, at)).toBe(digestByBitcoinJs(transaction, at).toString('hex'));
      }),
      { numRuns: 25 },
    );
  });
});
