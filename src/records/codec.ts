/**
 * Reads what is stored. Anybody with this computer can edit it, and a later version may have written it: what does
 * not have the right shape is left out, field by field, and nothing in it is trusted further than a list shows it.
 */
import { isDeviceName } from '../protocol/ceremonies.ts';
import { models, type Model } from '../protocol/models.ts';
import { activities, outcomes, walletStates } from '../protocol/public-state.ts';
import type { CeremonyRecord, DeviceRecord, DeviceRef, Result, WalletRecord } from './book.ts';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

function hex32(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? value : undefined;
}

/** ISO 8601 in UTC to the millisecond, as `toISOString` writes it, and no other text that a parser would take. */
function isoDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) || new Date(time).toISOString() !== value ? undefined : value;
}

function modelOf(value: unknown): Model | undefined {
  return oneOf(models, value);
}

/** `absent` is allowed; anything else must pass. */
function optional<Value>(value: unknown, read: (value: unknown) => Value | undefined) {
  const absent = value === undefined;
  const found = absent ? undefined : read(value);
  return { fits: absent || found !== undefined, value: found };
}

const results: readonly Result[] = [
  ...outcomes.filter((outcome) => outcome !== 'none'),
  'under-way',
  'interrupted',
];

function readDeviceRef(value: unknown): DeviceRef | undefined {
  const fields = fieldsOf(value);
  const id = optional(fields['id'], hex32);
  const model = modelOf(fields['model']);
  const { simulator } = fields;
  if (!id.fits || model === undefined || typeof simulator !== 'boolean') return undefined;
  return { id: id.value, model, simulator };
}

export function readCeremony(value: unknown): CeremonyRecord | undefined {
  const fields = fieldsOf(value);
  const { id, number } = fields;
  const what = oneOf(activities, fields['what']);
  const began = isoDate(fields['began']);
  const ended = optional(fields['ended'], isoDate);
  const result = oneOf(results, fields['result']);
  const walletId = optional(fields['walletId'], hex32);
  const device = readDeviceRef(fields['device']);
  if (typeof id !== 'string' || !/^[\w:. -]{1,120}$/.test(id) || what === undefined || what === 'none')
    return undefined;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > 0xffff)
    return undefined;
  if (began === undefined || !ended.fits || result === undefined) return undefined;
  if (!walletId.fits || device === undefined) return undefined;
  return { id, what, number, began, ended: ended.value, result, walletId: walletId.value, device };
}

export function readDevice(value: unknown): DeviceRecord | undefined {
  const fields = fieldsOf(value);
  const ref = readDeviceRef(fields);
  const { name } = fields;
  const state = oneOf(walletStates, fields['state']);
  const walletId = optional(fields['walletId'], hex32);
  const firstSeen = isoDate(fields['firstSeen']);
  const lastSeen = isoDate(fields['lastSeen']);
  if (ref?.id === undefined || typeof name !== 'string' || (name !== '' && !isDeviceName(name)))
    return undefined;
  if (state === undefined || !walletId.fits || firstSeen === undefined || lastSeen === undefined)
    return undefined;
  return { ...ref, id: ref.id, name, state, walletId: walletId.value, firstSeen, lastSeen };
}

export function readWallet(value: unknown): WalletRecord | undefined {
  const fields = fieldsOf(value);
  const walletId = hex32(fields['walletId']);
  const model = modelOf(fields['model']);
  const { simulator } = fields;
  const backedUp = optional(fields['backedUp'], isoDate);
  const checked = optional(fields['checked'], isoDate);
  if (walletId === undefined || model === undefined || typeof simulator !== 'boolean') return undefined;
  if (!backedUp.fits || !checked.fits) return undefined;
  return { walletId, model, simulator, backedUp: backedUp.value, checked: checked.value };
}
