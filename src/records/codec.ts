/**
 * Reads what is stored. Anybody with this computer can edit it, and a later version may have written it: what does
 * not have the right shape is left out, field by field, and nothing in it is trusted further than a list shows it.
 */
import * as v from 'valibot';
import { capabilities } from '../protocol/commands/info.ts';
import { hasNameForm } from '../protocol/device-name.ts';
import { isMakeName } from '../protocol/claims.ts';
import { activities, outcomes, walletStates } from '../protocol/public-state.ts';
import {
  mostUnfinished,
  type CeremonyRecord,
  type DeviceRecord,
  type DeviceRef,
  type EarlierDevice,
  type EntropyProof,
  type ExpectedWallet,
  type Result,
  type WalletRecord,
} from './book.ts';

/** 16 bytes in lower-case hexadecimal: the id of a device or a wallet. */
export const hex32 = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** ISO 8601 in UTC to the millisecond, as `toISOString` writes it, and no other text that a parser would take. */
const isoDate = v.pipe(
  v.string(),
  v.check((text) => {
    const time = Date.parse(text);
    return !Number.isNaN(time) && new Date(time).toISOString() === text;
  }),
);

const results = [
  ...outcomes.filter((outcome) => outcome !== 'none'),
  'under-way',
  'interrupted',
] as const satisfies readonly Result[];

/** Earlier versions kept a model in its place, which named another maker's device. */
export const productName = v.fallback(v.pipe(v.string(), v.check(isMakeName)), '');

const whichDevice = { id: v.optional(hex32), product: productName, simulator: v.boolean() };

const deviceRef = v.pipe(
  v.object(whichDevice),
  // A field that may be absent is there anyway, as the types of the book say.
  v.transform(({ id, product, simulator }): DeviceRef => ({ id, product, simulator })),
);

const ceremonyRecord = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[\w:. -]{1,120}$/)),
    what: v.picklist(activities.filter((activity) => activity !== 'none' && activity !== 'app')),
    number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff)),
    began: isoDate,
    ended: v.optional(isoDate),
    result: v.picklist(results),
    walletId: v.optional(hex32),
    device: deviceRef,
  }),
  v.transform((fields): CeremonyRecord => ({ ...fields, ended: fields.ended, walletId: fields.walletId })),
);

const largestRange = 64;
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestRange));

/** What is damaged, or was never counted, counts as none. */
const ranges = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((values) => values.filter((value) => v.is(count, value)).slice(-mostUnfinished)),
  ),
  [],
);

const entropyProof = v.pipe(
  v.object({
    kind: v.literal('entropy-check'),
    opened: count,
    range: count,
    date: v.pipe(
      v.string(),
      v.check((text) => !Number.isNaN(Date.parse(text))),
    ),
    unfinishedBefore: ranges,
  }),
  v.check(({ opened, range }) => opened <= range),
) satisfies v.GenericSchema<unknown, EntropyProof>;

const expectedWallet = v.pipe(
  v.object({
    walletId: hex32,
    backedUp: v.boolean(),
    /** What is damaged proves nothing. */
    proof: v.fallback(v.optional(entropyProof), undefined),
    absent: v.boolean(),
  }),
  v.transform(({ walletId, backedUp, absent, proof }): ExpectedWallet => ({
    walletId,
    backedUp,
    absent,
    proof,
  })),
);

const publicKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{130}$/));

/** Those that this version knows. */
const capabilityList = v.pipe(
  v.array(v.unknown()),
  v.transform((seen) => capabilities.filter((capability) => seen.includes(capability))),
);

const deviceRecord = v.pipe(
  v.object({
    ...whichDevice,
    id: hex32,
    name: v.pipe(
      v.string(),
      v.check((name) => name === '' || hasNameForm(name)),
    ),
    state: v.optional(v.picklist(walletStates)),
    firstSeen: isoDate,
    lastSeen: isoDate,
    publicKey: v.optional(publicKey),
    capabilities: v.optional(capabilityList, []),
    wallet: v.fallback(v.optional(expectedWallet), undefined),
    /** All that the first version, and the saved file, say of its wallet. */
    walletId: v.optional(hex32),
    unfinishedChecks: ranges,
  }),
  v.transform(({ walletId, ...fields }): DeviceRecord => ({
    ...fields,
    state: fields.state,
    publicKey: fields.publicKey,
    wallet:
      fields.wallet ??
      (walletId === undefined ? undefined : { walletId, backedUp: true, absent: false, proof: undefined }),
  })),
);

const earlierDevice = v.pipe(
  v.object({
    deviceId: hex32,
    publicKey,
    simulator: v.boolean(),
    capabilities: capabilityList,
    unfinishedChecks: ranges,
  }),
  v.transform(({ deviceId, ...fields }): EarlierDevice => ({ ...fields, id: deviceId })),
);

const walletRecord = v.pipe(
  v.object({
    walletId: hex32,
    product: productName,
    simulator: v.boolean(),
    backedUp: v.optional(isoDate),
    checked: v.optional(isoDate),
    doubted: v.optional(isoDate),
  }),
  v.transform((fields): WalletRecord => ({ ...fields, backedUp: fields.backedUp, checked: fields.checked })),
);

/** A function that gives what has the shape of `schema`, without other fields, and `undefined` for all else. */
export function readerOf<Output>(schema: v.GenericSchema<unknown, Output>) {
  return (value: unknown): Output | undefined => {
    const read = v.safeParse(schema, value, { abortEarly: true });
    return read.success ? read.output : undefined;
  };
}

export const readCeremony = readerOf(ceremonyRecord);
export const readDevice = readerOf(deviceRecord);
export const readWallet = readerOf(walletRecord);

/** How wallet IDs are made. Those of entries without the mark, or with another one, can't be compared with any. */
const idScheme = 2;

/** An entry as it is stored. */
export function marked<Entry extends object>(entry: Entry): Entry & { readonly idScheme: number } {
  return { ...entry, idScheme };
}

/** Takes a wallet ID of another making out of a stored entry, so that no wallet looks like another one by it. */
export function withoutEarlierId(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || ('idScheme' in entry && entry.idScheme === idScheme))
    return entry;
  return { ...entry, walletId: undefined, wallet: undefined };
}

/** The devices of a list as an earlier version kept it, beside its records. What isn't one is left out. */
export function readEarlierDevices(list: unknown): readonly EarlierDevice[] {
  return (Array.isArray(list) ? list : []).map(readerOf(earlierDevice)).filter((read) => read !== undefined);
}
