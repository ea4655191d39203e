/** The command that signs a transaction, as the app answers it: the question, and the signatures one at a time. */
import { describe, expect, it } from 'vitest';
import type { AppReply, MadeSignature, OpenApp } from '../../../../../firmware-sim/core/app.ts';
import { createBitcoinApp } from '../../../../../firmware-sim/core/apps/bitcoin/bitcoin-app.ts';
import { secp256k1 } from '../../../../../firmware-sim/core/chains/secp256k1.ts';
import type { PublicKey } from '../../../../../firmware-sim/core/signing-keys.ts';
import { toHex } from '../../../../../src/protocol/bytes.ts';
import { bitcoinInEnglish } from '../../../../../src/text/en/apps/bitcoin.ts';
import {
  bitcoinCommand,
  converse,
  createBitcoinHost,
  goOn,
} from '../../../../fixtures/bitcoin/bitcoin-host.ts';
import { digestByBitcoinJs } from '../../../../fixtures/bitcoin/bitcoinjs.ts';
import {
  accountPath,
  addressKinds,
  plainWallet,
  policyOf,
  u32,
  withFirst,
  without,
  withValue,
  writePlan,
  type Plan,
  type RawPsbt,
} from '../../../../fixtures/bitcoin/psbt-maps.ts';
import { signingRequest } from '../../../../fixtures/bitcoin/psbt-readers.ts';

const { reasons } = bitcoinInEnglish;

const planOf = (kind: Plan['kind']): Plan => ({
  kind,
  coins: [0, 1, 2].map((at) => ({ place: [0, at] as const, amount: 50_000n })),
  outputs: [
    { amount: 100_000n, to: Buffer.from(`0014${'ab'.repeat(20)}`, 'hex') },
    { amount: 49_000n, to: [1, 4] },
  ],
});

function ask(app: OpenApp, psbt: RawPsbt, policy = policyOf('wpkh')): AppReply {
  const host = createBitcoinHost();
  return converse(app, host, bitcoinCommand(0x04, signingRequest(host, psbt, policy)));
}

const open = (): OpenApp => createBitcoinApp().open('en');

type SignAll = Extract<AppReply, { kind: 'sign-all' }>;

function asked(app: OpenApp, kind: Plan['kind']): SignAll {
  const reply = ask(app, writePlan(planOf(kind)).psbt, policyOf(kind));
  return reply.kind === 'sign-all' ? reply : expect.fail(reply.kind);
}

/** Of no key: an app believes the glass. */
const made = ({ signatures }: SignAll): readonly MadeSignature[] =>
  signatures.map(({ scheme }, at) =>
    scheme === 'taproot'
      ? { scheme, signature: new Uint8Array(64).fill(at + 1) }
      : {
          scheme,
          signature: { r: new Uint8Array(32).fill(0x11), s: new Uint8Array(32).fill(at + 1), parity: 0 },
        },
  );

const statusOf = (reply: AppReply): string =>
  reply.kind === 'answer'
    ? `${reply.status.toString(16)} ${toHex(reply.data ?? new Uint8Array())}`
    : reply.kind;

/** What a vault tells of an account of the plain wallet. */
function accountKey(kind: Plan['kind'], fingerprint = plainWallet.fingerprint): PublicKey {
  const { publicKey, chainCode, parentFingerprint } = plainWallet.accountKey(kind);
  const parent = Buffer.alloc(4);
  parent.writeUInt32BE(parentFingerprint);
  const point = secp256k1.fromBytes(publicKey ?? new Uint8Array()).toBytes(false);
  return { point, chainCode: chainCode ?? new Uint8Array(), parent, master: fingerprint };
}

describe('a transaction', () => {
  it.each(addressKinds)('is asked for with what each coin needs: %s', (kind) => {
    const { transaction } = writePlan(planOf(kind));
    const reply = asked(open(), kind);
    expect(reply.account).toEqual(accountPath(kind));
    expect(reply.signatures.map(({ path, digest, scheme }) => [path, toHex(digest), scheme])).toEqual(
      transaction.coins.map(({ path }, at) => [
        path,
        digestByBitcoinJs(transaction, at).toString('hex'),
        kind === 'tr' ? 'taproot' : 'ecdsa',
      ]),
    );
    expect([reply.title, reply.question]).toEqual(['Transaction', 'Sign it?']);
    expect(reply.fields[0]).toEqual({ title: 'Amount', value: '0.001 BTC', shape: 'text' });
  });

  it('is asked for of this wallet alone', () => {
    const { check } = asked(open(), 'wpkh');
    expect(check(accountKey('wpkh'))).toBeUndefined();
    expect(check(accountKey('pkh'))).toBe(reasons.foreignKey);
    expect(check(accountKey('wpkh', Buffer.from('00000000', 'hex')))).toBe(reasons.foreignKey);
  });

  it.each(addressKinds)('is answered a signature at a time: %s', (kind) => {
    const app = open();
    const { coins } = writePlan(planOf(kind)).transaction;
    const reply = asked(app, kind);
    const { status, data } = reply.answer(made(reply));
    // What the host sends with it says nothing.
    const others = [goOn(new Uint8Array()), goOn(Uint8Array.of(1, 2)), goOn(new Uint8Array())].map(
      (command) => statusOf(app.receive(command)),
    );
    const expected = coins.map(({ key, script }, at) => {
      const number = toHex(Uint8Array.of(at + 1));
      const der = `30440220${'11'.repeat(32)}0220${number.repeat(32)}01`;
      return kind === 'tr'
        ? `e000 100${at}20${toHex(script.subarray(2))}${number.repeat(64)}`
        : `e000 100${at}21${toHex(key)}${der}`;
    });
    expect([`${status?.toString(16) ?? ''} ${toHex(data)}`, ...others]).toEqual([...expected, '9000 ']);
    expect(statusOf(app.receive(goOn(new Uint8Array())))).toBe('b007 ');
  });

  it('says what it is of behind a signature of Taproot, where that was asked for', () => {
    const app = open();
    const plan = planOf('tr');
    const { psbt } = writePlan({
      ...plan,
      coins: plan.coins.map((coin) => ({ ...coin, sighash: 1 as const })),
    });
    const reply = ask(app, psbt, policyOf('tr'));
    if (reply.kind !== 'sign-all') return expect.fail(reply.kind);
    expect(toHex(reply.answer(made(reply)).data)).toMatch(/(01){64}01$/);
  });

  it.each([
    ['another command', (app: OpenApp) => void app.receive(bitcoinCommand(0x05))],
    ['a command that isn’t one', (app: OpenApp) => void app.receive(bitcoinCommand(0x77))],
    ['the same once more', (app: OpenApp) => void asked(app, 'wpkh')],
    ['a no', (app: OpenApp) => app.reset()],
  ])('leaves nothing to be fetched behind %s', (_, end) => {
    const app = open();
    const reply = asked(app, 'wpkh');
    expect(reply.answer(made(reply)).status).toBe(0xe000);
    expect(statusOf(app.receive(goOn(new Uint8Array())))).toMatch(/^e000 1001/);
    end(app);
    expect(statusOf(app.receive(goOn(new Uint8Array())))).toBe('b007 ');
  });

  it('that waits for its answer has none yet', () => {
    const app = open();
    asked(app, 'wpkh');
    expect(statusOf(app.receive(goOn(new Uint8Array())))).toBe('b007 ');
  });
});

const refused: readonly (readonly [keyof typeof reasons, (psbt: RawPsbt) => RawPsbt])[] = [
  ['previous', (psbt) => withFirst(psbt, 'inputs', (map) => without(map, '00'))],
  ['sighash', (psbt) => withFirst(psbt, 'inputs', (map) => withValue(map, '03', u32(3)))],
  ['foreignCoin', (psbt) => withFirst(psbt, 'inputs', (map) => without(map, '06'))],
  ['locktime', (psbt) => withFirst(psbt, 'inputs', (map) => withValue(map, '12', u32(5)))],
  ['output', (psbt) => withFirst(psbt, 'outputs', (map) => withValue(map, '04', Buffer.of(0x51)))],
  ['tooLong', (psbt) => ({ ...psbt, outputs: Array.from({ length: 65 }, () => psbt.outputs[0] ?? []) })],
];

describe('a transaction that isn’t signed', () => {
  it.each(refused)('is refused with a reason: %s', (reason, bend) => {
    const reply = ask(open(), bend(writePlan(planOf('wpkh')).psbt));
    expect(reply).toEqual({ kind: 'refuse', reason: reasons[reason] });
  });

  it('is refused where its wallet is none that this device knows', () => {
    const policy = { ...policyOf('wpkh'), template: 'wsh(pk(@0/**))' };
    const reply = ask(open(), writePlan(planOf('wpkh')).psbt, policy);
    expect(reply).toEqual({ kind: 'refuse', reason: reasons.policy });
  });

  it('is malformed where it says nothing of a coin', () => {
    const { psbt } = writePlan(planOf('wpkh'));
    expect(
      statusOf(
        ask(
          open(),
          withFirst(psbt, 'inputs', (map) => without(map, '0e')),
        ),
      ),
    ).toBe('6a80 ');
    expect(statusOf(open().receive(bitcoinCommand(0x04)))).toBe('6a80 ');
  });
});
