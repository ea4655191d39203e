/** What a person reads of typed data: every value of domain and message, and the types, so that no other data reads the same. */
import { toHex } from '../../../../../src/protocol/bytes.ts';
import type { TypedDataText } from '../../../../../src/text/types/apps/typed-data.ts';
import { withChecksumCase } from '../../../chains/ethereum-address.ts';
import type { Field } from '../../../app.ts';
import { quotedText } from './quoted-text.ts';
import { encodeType } from './type-graph.ts';
import {
  domainType,
  type LeafValue,
  type StructTypes,
  type StructValue,
  type TypedMessage,
} from './types.ts';
import type { TypedValue } from './types.ts';

/** Below it, the highest number of a type is a number as any other, such as 255. */
const leastUnlimited = 96;

function writtenInteger({ value, type }: LeafValue & { kind: 'integer' }, text: TypedDataText): string {
  const bits = type.size * 8;
  const isHighest = type.kind === 'uint' && value === (1n << BigInt(bits)) - 1n;
  return isHighest && bits >= leastUnlimited ? text.unlimited(bits) : value.toString();
}

const writtenAddress = (bytes: Uint8Array): string => `0x${withChecksumCase(toHex(bytes))}`;

type Said = Pick<Field, 'value' | 'shape'>;

const asText = (value: string): Said => ({ value, shape: 'text' });

/** Of what is no struct and no array. */
function sayLeaf(leaf: LeafValue, text: TypedDataText): Said {
  switch (leaf.kind) {
    case 'address':
      return { value: writtenAddress(leaf.bytes), shape: 'address' };
    case 'integer':
      return asText(writtenInteger(leaf, text));
    case 'bool':
      return asText(leaf.value ? 'true' : 'false');
    case 'string':
      return asText(quotedText(leaf.text));
    case 'bytes':
    case 'fixed-bytes':
      return asText(`0x${toHex(leaf.bytes)}`);
  }
}

interface Line extends Said {
  readonly path: string;
}

/** `path`: where it is, such as `order.items[2].amount`. */
function linesOf(value: TypedValue, path: string, text: TypedDataText): readonly Line[] {
  if (value.kind === 'struct') return linesOfMembers(value, `${path}.`, text);
  if (value.kind !== 'array') return [{ path, ...sayLeaf(value, text) }];
  return [
    { path, ...asText(text.elements(value.elements.length)) },
    ...value.elements.flatMap((element, index) => linesOf(element, `${path}[${index}]`, text)),
  ];
}

function linesOfMembers({ members }: StructValue, prefix: string, text: TypedDataText): readonly Line[] {
  return members.flatMap(({ name, value }) => linesOf(value, `${prefix}${name}`, text));
}

/**
 * A path is the host's text: it isn't a title (H2), and stands before its value. An address has a screen of its own, so that two follow
 * each other.
 */
function fieldsOf(
  struct: StructValue,
  title: (position: number, total: number) => string,
  text: TypedDataText,
): readonly Field[] {
  const lines = linesOfMembers(struct, '', text);
  return lines.flatMap(({ path, value, shape }, index): readonly Field[] => {
    const place = title(index + 1, lines.length);
    if (shape === 'text') return [{ title: place, value: `${path}: ${value}`, shape }];
    return [
      { title: place, value: `${path}: ${text.address}`, shape: 'text' },
      { title: place, value, shape },
    ];
  });
}

const knownDomainTypes: ReadonlyMap<string, { readonly key: keyof TypedDataText['domain']; type: string }> =
  new Map([
    ['name', { key: 'name', type: 'string' }],
    ['version', { key: 'version', type: 'string' }],
    ['chainId', { key: 'chainId', type: 'uint256' }],
    ['verifyingContract', { key: 'verifyingContract', type: 'address' }],
    ['salt', { key: 'salt', type: 'bytes32' }],
  ]);

/** A domain of the fields that EIP-712 names, each of its type, has titles of its own, which tell the types too. */
function knownDomainFields(
  { types, domain }: TypedMessage,
  text: TypedDataText,
): readonly Field[] | undefined {
  const fields: Field[] = [];
  for (const { name, value } of domain.members) {
    const known = knownDomainTypes.get(name);
    if (known === undefined || value.kind === 'struct' || value.kind === 'array') return undefined;
    fields.push({ title: text.domain[known.key], ...sayLeaf(value, text) });
  }
  const written = domain.members.map(({ name }) => `${knownDomainTypes.get(name)?.type} ${name}`).join(',');
  const isKnown = fields.length > 0 && encodeType(types, domainType) === `${domainType}(${written})`;
  return isKnown ? fields : undefined;
}

const typesOf = (types: StructTypes, name: string, title: string): Field => ({
  title,
  ...asText(encodeType(types, name)),
});

export function reviewTypedMessage(data: TypedMessage, text: TypedDataText): readonly Field[] {
  const { types, domain, message } = data;
  const domainFields = knownDomainFields(data, text) ?? [
    ...fieldsOf(domain, text.domainField, text),
    typesOf(types, domainType, text.domainTypes),
  ];
  return [
    ...domainFields,
    { title: text.primaryType, ...asText(message.name) },
    ...fieldsOf(message, text.field, text),
    typesOf(types, message.name, text.types),
  ];
}
