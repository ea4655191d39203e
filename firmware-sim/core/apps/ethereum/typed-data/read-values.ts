/** Values in the order of their types: a struct brings nothing, an array how many elements it has, everything else its bytes. */
import { parseLeaf } from './parse-leaf.ts';
import type { TypedDataFault } from './limits.ts';
import type { FieldType, StructTypes, StructValue, TypedValue } from './types.ts';

export type ValueItem =
  { readonly kind: 'array'; readonly length: number } | { readonly kind: 'leaf'; readonly bytes: Uint8Array };

/** Waits for an item at each step. */
export type ValueWalk<T> = Generator<undefined, T | TypedDataFault, ValueItem>;

/** How many values may still come: types of types can stand for more of them than anyone would send. */
export interface ValueBudget {
  left: number;
}

function* readArray(
  types: StructTypes,
  { base, levels }: FieldType,
  budget: ValueBudget,
): ValueWalk<TypedValue> {
  const item = yield;
  const expected = levels.at(-1);
  if (item.kind !== 'array' || (expected !== 'any' && expected !== item.length)) return 'badData';
  const elements: TypedValue[] = [];
  while (elements.length < item.length) {
    const element = yield* readValue(types, { base, levels: levels.slice(0, -1) }, budget);
    if (typeof element === 'string') return element;
    elements.push(element);
  }
  return { kind: 'array', elements };
}

function* readValue(types: StructTypes, type: FieldType, budget: ValueBudget): ValueWalk<TypedValue> {
  if (type.levels.length === 0 && type.base.kind === 'struct')
    return yield* readStruct(types, type.base.name, budget);
  if (budget.left === 0) return 'tooMuch';
  budget.left -= 1;
  if (type.levels.length > 0 || type.base.kind === 'struct') return yield* readArray(types, type, budget);
  const item = yield;
  return item.kind === 'leaf' ? (parseLeaf(type.base, item.bytes) ?? 'badData') : 'badData';
}

/** `name`: of a struct whose types were found sound. */
export function* readStruct(types: StructTypes, name: string, budget: ValueBudget): ValueWalk<StructValue> {
  if (budget.left === 0) return 'tooMuch';
  budget.left -= 1;
  const members: { readonly name: string; readonly value: TypedValue }[] = [];
  for (const field of types.get(name) ?? []) {
    const value = yield* readValue(types, field.type, budget);
    if (typeof value === 'string') return value;
    members.push({ name: field.name, value });
  }
  return { kind: 'struct', name, members };
}
