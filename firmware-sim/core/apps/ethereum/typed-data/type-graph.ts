/** Which structs a struct is made of, and how that is written. */
import { typedDataLimits, type TypedDataFault } from './limits.ts';
import type { FieldType, StructTypes } from './types.ts';

/** `uint256`, `bytes32[2][]`. */
function writtenType({ base, levels }: FieldType): string {
  const brackets = levels.map((length) => (length === 'any' ? '[]' : `[${length}]`)).join('');
  if (base.kind === 'struct') return `${base.name}${brackets}`;
  if (base.kind === 'fixed-bytes') return `bytes${base.size}${brackets}`;
  if (base.kind === 'int' || base.kind === 'uint') return `${base.kind}${base.size * 8}${brackets}`;
  return `${base.kind}${brackets}`;
}

function structsIn(types: StructTypes, name: string): readonly string[] {
  return (types.get(name) ?? []).flatMap(({ type: { base } }) => (base.kind === 'struct' ? [base.name] : []));
}

/** `Mail(Person from,string contents)Person(string name)`: the struct, then all it's made of, by name (EIP-712, encodeType). */
export function encodeType(types: StructTypes, root: string): string {
  const found = new Set([root]);
  // A set is walked over what is added to it meanwhile, too.
  for (const name of found) for (const inner of structsIn(types, name)) found.add(inner);
  const [first = root, ...others] = found;
  return [first, ...others.toSorted()]
    .map((name) => {
      const fields = (types.get(name) ?? []).map((field) => `${writtenType(field.type)} ${field.name}`);
      return `${name}(${fields.join(',')})`;
    })
    .join('');
}

/** A struct that holds itself, however far down, has values without an end: it isn't taken, even where an array could be empty. */
export function faultOfTypes(types: StructTypes, root: string): TypedDataFault | undefined {
  const depths = new Map<string, number>();
  const depthOf = (name: string, way: readonly string[]): number | TypedDataFault => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const fields = types.get(name);
    if (fields === undefined) return 'badData';
    if (way.includes(name)) return 'tooMuch';
    let deepest = 0;
    for (const { type } of fields) {
      const below = type.base.kind === 'struct' ? depthOf(type.base.name, [...way, name]) : 0;
      if (typeof below === 'string') return below;
      deepest = Math.max(deepest, below + type.levels.length);
    }
    depths.set(name, deepest + 1);
    return deepest + 1;
  };
  const depth = depthOf(root, []);
  if (typeof depth === 'string') return depth;
  return depth > typedDataLimits.depth ? 'tooMuch' : undefined;
}
