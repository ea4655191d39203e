/** A wallet as clients describe it to this app: a template of its addresses, and its keys behind a Merkle root. */
import type { AddressKind } from '../../../chains/bitcoin-address.ts';
import { hardened, type KeyPath } from '../../../signing-keys.ts';
import { toHex } from '../../../../../src/protocol/bytes.ts';
import { hashLength, leafAt, preimage, type Talk } from './host-answers.ts';
import { isAccountOf } from './key-paths.ts';
import { readVarint } from './varint.ts';

/** A wallet of one key, whose addresses are below an account. */
export interface Policy {
  readonly kind: AddressKind;
  readonly account: KeyPath;
  /** Of the master key, in hexadecimal. */
  readonly fingerprint: string;
  readonly extendedKey: string;
}

/** `unknown`: a wallet that this device can't tell the addresses of. `wrong`: no answer to what was asked. */
export type ReadPolicy = Policy | 'unknown' | 'wrong';

const policyVersion = 2;

const templates: ReadonlyMap<string, AddressKind> = new Map([
  ['pkh(@0/**)', 'pkh'],
  ['sh(wpkh(@0/**))', 'sh-wpkh'],
  ['wpkh(@0/**)', 'wpkh'],
  ['tr(@0/**)', 'tr'],
]);

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

interface Head {
  readonly hasName: boolean;
  readonly templateLength: number;
  readonly templateHash: Uint8Array;
  readonly keyCount: number;
  readonly keysRoot: Uint8Array;
}

/** Version, name, length and hash of the template, number of keys and their root. */
function readHead(bytes: Uint8Array): Head | undefined {
  if (bytes[0] !== policyVersion) return undefined;
  const name = readVarint(bytes.subarray(1));
  if (name === undefined) return undefined;
  const template = readVarint(name.rest.subarray(name.value));
  if (template === undefined) return undefined;
  const keys = readVarint(template.rest.subarray(hashLength));
  if (keys?.rest.length !== hashLength) return undefined;
  return {
    hasName: name.value > 0,
    templateLength: template.value,
    templateHash: template.rest.subarray(0, hashLength),
    keyCount: keys.value,
    keysRoot: keys.rest,
  };
}

/** `[f5acc2fd/84'/0'/0']xpub…`. */
const keyShape = /^\[([0-9a-fA-F]{8})((?:\/\d{1,10}['h]?)*)\](xpub[1-9A-HJ-NP-Za-km-z]{107})$/;

function readKey(text: string, kind: AddressKind): Policy | undefined {
  const [, fingerprint, levels, extendedKey] = keyShape.exec(text) ?? [];
  if (fingerprint === undefined || levels === undefined || extendedKey === undefined) return undefined;
  const account = levels
    .split('/')
    .slice(1)
    .map((level) => Number.parseInt(level, 10) + (/['h]$/.test(level) ? hardened : 0));
  return isAccountOf(account, kind) ? { kind, account, fingerprint, extendedKey } : undefined;
}

/** `id`: the hash of the description. */
export function* readPolicy(id: Uint8Array): Talk<ReadPolicy> {
  const bytes = yield* preimage(id);
  const head = bytes && readHead(bytes);
  if (head === undefined) return 'wrong';
  // A name is one that was registered.
  if (head.hasName || head.keyCount !== 1) return 'unknown';
  const template = yield* preimage(head.templateHash);
  if (template?.length !== head.templateLength) return 'wrong';
  const kind = templates.get(textOf(template));
  if (kind === undefined) return 'unknown';
  const key = yield* leafAt(head.keysRoot, 1, 0);
  if (key === undefined) return 'wrong';
  return readKey(textOf(key), kind) ?? 'unknown';
}

/** Whether a policy's key is the one that this wallet has there. */
export const isOwnKey = (policy: Policy, master: Uint8Array, extendedKey: string): boolean =>
  policy.fingerprint.toLowerCase() === toHex(master) && policy.extendedKey === extendedKey;
