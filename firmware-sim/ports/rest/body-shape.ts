/** The shapes of JSON bodies, by valibot. A body of another shape throws the code `invalid-body`, and says which field and why. */
import { codedError } from '../../../src/protocol/errors.ts';
import * as v from 'valibot';

export const text = v.string('a string is needed');
export const flag = v.boolean('true or false is needed');
export const number = v.pipe(v.number('a number is needed'), v.finite('a number is needed'));
export const integer = v.pipe(number, v.safeInteger('an integer is needed'));

/** Both ends are allowed. */
export function integerFrom<const Minimum extends number, const Maximum extends number>(
  minimum: Minimum,
  maximum: Maximum,
) {
  return v.pipe(
    integer,
    v.minValue(minimum, `at least ${minimum}`),
    v.maxValue(maximum, `at most ${maximum}`),
  );
}

export function choice<const Choices extends readonly string[]>(choices: Choices) {
  return v.picklist(choices, `one of ${choices.join(', ')} is needed`);
}

export function arrayOf<Item extends v.GenericSchema>(item: Item) {
  return v.array(item, 'a list is needed');
}

/** A list of exactly these entries. */
export function entries<const Items extends v.TupleItems>(items: Items) {
  const { length } = items;
  return v.pipe(arrayOf(v.unknown()), v.length(length, `${length} entries are needed`), v.tuple(items));
}

function faultOfFields({ path, expected }: v.StrictObjectIssue): string {
  const key = path?.at(-1)?.key;
  if (typeof key !== 'string') return 'an object is needed';
  const named = `'${key}'`;
  return expected === 'never'
    ? `additional property ${named} is not allowed`
    : `${named} is a required property`;
}

/** An object that has these fields, of which some may be optional, and no other. */
export function fields<const Entries extends v.ObjectEntries>(expected: Entries) {
  // Without a prototype: a field called "constructor" is no more expected than any other.
  const known = Object.assign(Object.create(null) as Entries, expected);
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), 'an object is needed'),
    v.strictObject(known, faultOfFields),
  );
}

/** Such as `rules[0].actions[1][2]`; `whole` for the body itself. */
function placeOf(issue: v.BaseIssue<unknown>, whole: string): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  // A field that is missing, or one too many, is a fault of the object that should have it or not.
  if (issue.type === 'strict_object' && issue.expected !== 'Object') keys.splice(-1);
  const place = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return place === '' ? whole : place.replace(/^\./, '');
}

/** What is in a body that has the shape of `schema`. Throws `invalid-body` for the first fault. */
export function readBody<Output>(
  schema: v.GenericSchema<unknown, Output>,
  value: unknown,
  whole = 'body',
): Output {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw codedError('invalid-body', `${placeOf(issue, whole)}: ${issue.message}`);
}
