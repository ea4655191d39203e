/**
 * A transaction as a person reads it: who is paid, what comes back, what goes in fees, and what is spent. Its id is of every byte of it
 * but for what the coins are worth and whose they are, which is told for each: so no two transactions read alike.
 */
import { toHex } from '../../../../../src/protocol/bytes.ts';
import type { BitcoinMessages } from '../../../../../src/text/types/apps/bitcoin.ts';
import type { Field } from '../../../app.ts';
import type { KeyPath } from '../../../signing-keys.ts';
import { writeDecimal } from '../../shared/decimals.ts';
import { writeKeyPath } from '../../shared/key-paths.ts';
import { messageField } from '../../shared/message-field.ts';
import { unsignedId } from './digests.ts';
import { payeeOf, type Payee } from './scripts.ts';
import type { PaidOutput, SpendingTransaction, SpentCoin } from './transaction.ts';
import { writeUniversalTime } from './universal-time.ts';

/** From here on a locktime is in seconds since 1970, and the number of a block below. */
const firstTime = 500_000_000;
const finalSequence = 0xffff_ffff;
/** Below, a coin lets the transaction be replaced by one that pays more (BIP-125). */
const lastOfLasting = 0xffff_fffe;
/** A screen holds no longer address at once: only those of versions to come may be. */
const longestOnAScreen = 64;

const field = (title: string, value: string): Field => ({ title, value, shape: 'text' });

const coins = (satoshis: bigint): string => `${writeDecimal(satoshis, 8)} BTC`;

const sumOf = (items: readonly { readonly amount: bigint }[]): bigint =>
  items.reduce((sum, { amount }) => sum + amount, 0n);

/** Behind a title, which of several it is. */
type Place = (title: string) => string;

const placeAmong =
  (count: number, at: number): Place =>
  (title) =>
    count === 1 ? title : `${title} ${at + 1}`;

function addressField(title: string, address: string): Field {
  return { title, value: address, shape: address.length <= longestOnAScreen ? 'address' : 'text' };
}

type PaidTo = Payee | { readonly kind: 'back'; readonly address: string };

function paidTo({ script, change }: PaidOutput): PaidTo {
  const payee = payeeOf(script);
  // None is read that has another script.
  if (payee === undefined) throw new Error('an output that can’t be shown');
  return payee.kind === 'address' && change !== undefined ? { ...payee, kind: 'back' } : payee;
}

function outputFields(amount: bigint, to: PaidTo, place: Place, text: BitcoinMessages): readonly Field[] {
  const { titles } = text.transaction;
  const names = { message: titles.data, messageInHex: titles.dataInHex, emptyMessage: titles.data };
  switch (to.kind) {
    case 'address':
      return [field(place(titles.amount), coins(amount)), addressField(place(titles.to), to.address)];
    case 'back':
      return [field(place(titles.back), coins(amount)), addressField(place(titles.back), to.address)];
    case 'data': {
      const { title, value } = messageField(to.bytes, { titles: names, nothing: text.nothing });
      const lost = amount === 0n ? [] : [field(place(titles.lost), coins(amount))];
      return [field(place(title), value), ...lost];
    }
  }
}

/** In their order; what is of one kind is counted. */
function allOutputFields(outputs: readonly PaidOutput[], text: BitcoinMessages): readonly Field[] {
  const all = outputs.map(paidTo);
  const countOf = (each: readonly PaidTo[], kind: PaidTo['kind']): number =>
    each.filter((to) => to.kind === kind).length;
  return outputs.flatMap((output, at) => {
    const to = paidTo(output);
    const place = placeAmong(countOf(all, to.kind), countOf(all.slice(0, at), to.kind));
    return outputFields(output.amount, to, place, text);
  });
}

/** In percent, rounded up. */
function share(fee: bigint, of: bigint): string {
  return fee * 100n < of ? '<1 %' : `${(fee * 100n + of - 1n) / of} %`;
}

function feeFields({ coins: spent, outputs }: SpendingTransaction, text: BitcoinMessages): readonly Field[] {
  const { titles, values } = text.transaction;
  const paid = sumOf(outputs);
  const fee = sumOf(spent) - paid;
  if (fee === 0n) return [field(titles.fee, coins(fee))];
  // Where nothing is sent, what comes back is what it's all about.
  const sent = sumOf(outputs.filter(({ change }) => change === undefined)) || paid;
  if (sent === 0n) return [field(titles.fee, coins(fee)), field(titles.highFee, values.allInFees)];
  const shown = field(titles.fee, values.fee(coins(fee), share(fee, sent)));
  return fee * 10n > sent ? [shown, field(titles.highFee, values.highFee)] : [shown];
}

function coinField(coin: SpentCoin, place: Place, { kind }: SpendingTransaction, title: string): Field {
  const told = [coins(coin.amount), writeKeyPath(coin.path)];
  // The other kinds have but one.
  if (kind === 'tr' && coin.sighash === 1) told.push('SIGHASH_ALL');
  return field(place(title), told.join(', '));
}

function coinFields(
  transaction: SpendingTransaction,
  { transaction: text }: BitcoinMessages,
): readonly Field[] {
  const { coins: spent } = transaction;
  return [
    field(text.titles.spent, text.values.spent(`${spent.length}`, coins(sumOf(spent)))),
    ...spent.map((coin, at) => coinField(coin, placeAmong(spent.length, at), transaction, text.titles.coin)),
  ];
}

function timeFields(
  { locktime, coins: spent }: SpendingTransaction,
  text: BitcoinMessages,
): readonly Field[] {
  const { titles, values } = text.transaction;
  const sequences = spent.map(({ sequence }) => sequence);
  const isReplaceable = sequences.some((sequence) => sequence < lastOfLasting);
  const replaceable = field(titles.replaceable, isReplaceable ? values.replaceable : values.lasting);
  if (locktime === 0) return [replaceable];
  const moment = locktime < firstTime ? values.block(`${locktime}`) : writeUniversalTime(locktime);
  const counts = sequences.some((sequence) => sequence !== finalSequence);
  return [field(titles.after, counts ? moment : values.ignored(moment)), replaceable];
}

/** Of a transaction that isn't signed, as people read it: backwards. */
function idField(transaction: SpendingTransaction, { transaction: { titles } }: BitcoinMessages): Field {
  const id = toHex(unsignedId(transaction).reverse());
  // Where signatures are in the inputs, they make another id.
  const isFinal = transaction.kind === 'wpkh' || transaction.kind === 'tr';
  return field(isFinal ? titles.id : titles.unsignedId, id);
}

/** `account`: the path that all of its coins' begin with. */
export function spendingFields(
  transaction: SpendingTransaction,
  account: KeyPath,
  text: BitcoinMessages,
): readonly Field[] {
  return [
    ...allOutputFields(transaction.outputs, text),
    ...feeFields(transaction, text),
    ...coinFields(transaction, text),
    ...timeFields(transaction, text),
    field(text.titles.account, writeKeyPath(account)),
    idField(transaction, text),
  ];
}
