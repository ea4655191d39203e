/** Reads the fields of a JSON body. A body of another shape throws `InvalidBody`, which says which field and why. */

export class InvalidBody extends Error {
  override readonly name = 'InvalidBody';
}

/** The fields of an object that has all of `required` and nothing beyond `required` and `optional`. */
export function readObject<const Required extends string = never, const Optional extends string = never>(
  value: unknown,
  name: string,
  fields: { readonly required?: readonly Required[]; readonly optional?: readonly Optional[] },
): Readonly<Record<Required, unknown> & Partial<Record<Optional, unknown>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidBody(`${name}: an object is needed`);
  }
  const required: readonly string[] = fields.required ?? [];
  const known = new Set([...required, ...(fields.optional ?? [])]);
  for (const key of required) {
    if (!Object.hasOwn(value, key)) throw new InvalidBody(`${name}: '${key}' is a required property`);
  }
  for (const key of Object.keys(value)) {
    if (!known.has(key)) throw new InvalidBody(`${name}: additional property '${key}' is not allowed`);
  }
  return value as Record<Required, unknown> & Partial<Record<Optional, unknown>>;
}

export function readText(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new InvalidBody(`${name}: a string is needed`);
  return value;
}

export function readBoolean(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw new InvalidBody(`${name}: true or false is needed`);
  return value;
}

export function readChoice<const Choice extends string>(
  value: unknown,
  name: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new InvalidBody(`${name}: one of ${choices.join(', ')} is needed`);
  return choice;
}

export interface NumberLimits {
  readonly integer?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

export function readNumber(value: unknown, name: string, limits: NumberLimits): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new InvalidBody(`${name}: a number is needed`);
  }
  if (limits.integer === true && !Number.isSafeInteger(value)) {
    throw new InvalidBody(`${name}: an integer is needed`);
  }
  if (value < (limits.minimum ?? -Infinity)) throw new InvalidBody(`${name}: at least ${limits.minimum}`);
  if (value > (limits.maximum ?? Infinity)) throw new InvalidBody(`${name}: at most ${limits.maximum}`);
  return value;
}
