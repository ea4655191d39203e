/**
 * Reads what a host asks to sign, map by map (BIP-370), and checks all of it against what the command has committed to. Stricter than it
 * could be: a coin of another wallet, a signature of less than everything, and an output that can't be shown are refused.
 */
import { equalBytes } from '../../../../../src/protocol/bytes.ts';
import { hashLength, leafAt, mostLeaves, type Talk } from '../host/host-answers.ts';
import { readPolicy, type Policy } from '../host/policy.ts';
import { createByteReader, mostSatoshis } from './byte-reader.ts';
import { parseCommitment, readCommitment, readMap, type MapCommitment, type PsbtMap } from './maps.ts';
import { openAccount, type Account } from './own-keys.ts';
import { knownOfCoin, readCoin } from './read-coin.ts';
import { knownGlobals, readGlobals } from './read-globals.ts';
import { knownOfOutput, readOutput } from './read-output.ts';
import type { PaidOutput, PsbtRefusal, SpendingTransaction, SpentCoin } from './transaction.ts';

/** `wrong`: not what this protocol sends, or not what it committed to. */
export type ReadTransaction =
  | { readonly kind: 'read'; readonly policy: Policy; readonly transaction: SpendingTransaction }
  | { readonly kind: 'refused'; readonly reason: PsbtRefusal }
  | { readonly kind: 'wrong' };

type Unread = PsbtRefusal | 'wrong';

/** Commitments to maps, behind their number and a Merkle root. */
interface MapList {
  readonly count: number;
  readonly root: Uint8Array;
}

interface SigningRequest {
  readonly globals: MapCommitment;
  readonly inputs: MapList;
  readonly outputs: MapList;
  readonly policyId: Uint8Array;
  readonly isRegistered: boolean;
}

function parseRequest(data: Uint8Array): SigningRequest | undefined {
  const reader = createByteReader(data);
  const readList = (): MapList | undefined => {
    const count = reader.varint();
    const root = reader.take(hashLength);
    return count === undefined || root === undefined ? undefined : { count, root };
  };
  const globals = readCommitment(reader);
  const [inputs, outputs] = [readList(), readList()];
  const policyId = reader.take(hashLength);
  const proof = reader.take(hashLength);
  if (globals === undefined || inputs === undefined || outputs === undefined) return undefined;
  if (policyId === undefined || proof === undefined || !reader.isAtEnd()) return undefined;
  return { globals, inputs, outputs, policyId, isRegistered: proof.some((byte) => byte !== 0) };
}

/** Of each map of a list, what `read` makes of it. */
function* readEach<Item extends object>(
  { count, root }: MapList,
  known: Parameters<typeof readMap>[1],
  read: (map: PsbtMap) => Item | Unread,
): Talk<readonly Item[] | Unread> {
  const items: Item[] = [];
  for (let at = 0; at < count; at += 1) {
    const leaf = yield* leafAt(root, count, at);
    const commitment = leaf && parseCommitment(leaf);
    if (commitment === undefined) return 'wrong';
    const map = yield* readMap(commitment, known);
    if (typeof map === 'string') return map;
    const item = read(map);
    if (typeof item === 'string') return item;
    items.push(item);
  }
  return items;
}

const sumOf = (items: readonly { readonly amount: bigint }[]): bigint =>
  items.reduce((sum, { amount }) => sum + amount, 0n);

/** No coin twice, no more of them than there are, and no more paid than they are worth. */
function isSound(coins: readonly SpentCoin[], outputs: readonly PaidOutput[]): boolean {
  const spent = sumOf(coins);
  const isTwice = (coin: SpentCoin, at: number): boolean =>
    coins.slice(0, at).some(({ txid, vout }) => vout === coin.vout && equalBytes(txid, coin.txid));
  return !coins.some(isTwice) && spent <= mostSatoshis && sumOf(outputs) <= spent;
}

function* readMaps(request: SigningRequest, account: Account): Talk<SpendingTransaction | Unread> {
  const { inputs, outputs } = request;
  const counts = [inputs.count, outputs.count];
  if (counts.includes(0)) return 'wrong';
  if (counts.some((count) => count > mostLeaves)) return 'tooLong';
  const globalMap = yield* readMap(request.globals, knownGlobals);
  if (typeof globalMap === 'string') return globalMap;
  const globals = readGlobals(globalMap, { inputs: inputs.count, outputs: outputs.count });
  if (globals === undefined) return 'wrong';
  const coins = yield* readEach(inputs, knownOfCoin, (map) => readCoin(map, account));
  if (typeof coins === 'string') return coins;
  const paid = yield* readEach(outputs, knownOfOutput, (map) => readOutput(map, account));
  if (typeof paid === 'string') return paid;
  return isSound(coins, paid) ? { kind: account.kind, ...globals, coins, outputs: paid } : 'wrong';
}

const unread = (why: Unread): ReadTransaction =>
  why === 'wrong' ? { kind: 'wrong' } : { kind: 'refused', reason: why };

/** `data`: of the command `04`. That the policy's extended key is this wallet's remains to be checked, against the vault. */
export function* readTransaction(data: Uint8Array): Talk<ReadTransaction> {
  // A copy: the command's bytes are the link's.
  const request = parseRequest(data.slice());
  if (request === undefined) return unread('wrong');
  // This device registers none.
  if (request.isRegistered) return unread('policy');
  const policy = yield* readPolicy(request.policyId);
  if (policy === 'wrong') return unread('wrong');
  const account = policy === 'unknown' ? undefined : openAccount(policy);
  if (policy === 'unknown' || account === undefined) return unread('policy');
  const transaction = yield* readMaps(request, account);
  return typeof transaction === 'string' ? unread(transaction) : { kind: 'read', policy, transaction };
}
