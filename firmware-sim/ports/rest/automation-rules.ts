/**
 * Automation rules: the document that `POST /automation` takes, checked whole. Every rule, condition and action is
 * validated before any of them counts, so that a document is accepted or refused and never half of each.
 */
import { isCode } from '../../../src/protocol/errors.ts';
import * as v from 'valibot';
import {
  choice,
  entries,
  fields,
  flag,
  integer,
  integerFrom,
  arrayOf,
  readBody,
  text,
} from './body-shape.ts';
import { pythonMatch } from './python-regexp.ts';

export type Action =
  | { readonly kind: 'button'; readonly button: 'left' | 'right'; readonly pressed: boolean }
  | { readonly kind: 'finger' }
  | { readonly kind: 'setbool'; readonly name: string; readonly value: boolean }
  | { readonly kind: 'exit' };

export interface Rule {
  readonly text: string | undefined;
  /** Python's, as Speculos has it; anchored at the start of the text only. */
  readonly regexp: RegExp | undefined;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly conditions: readonly (readonly [name: string, value: boolean])[];
  /** A rule without actions is skipped when it matches, and the rules after it are looked at. */
  readonly actions: readonly Action[] | undefined;
}

const button = v.pipe(
  entries([v.literal('button'), integerFrom(1, 2), flag]),
  v.transform(([kind, number, pressed]): Action => ({
    kind,
    button: number === 1 ? 'left' : 'right',
    pressed,
  })),
);
const finger = v.pipe(
  entries([v.literal('finger'), integer, integer, flag]),
  v.transform(([kind]): Action => ({ kind })),
);
const setbool = v.pipe(
  entries([v.literal('setbool'), text, flag]),
  v.transform(([kind, name, value]): Action => ({ kind, name, value })),
);
const exit = v.pipe(
  entries([v.literal('exit')]),
  v.transform(([kind]): Action => ({ kind })),
);

const kinds = { button, finger, setbool, exit } as const;
type Kind = keyof typeof kinds;
/** Refuses: what is no list, and what begins with no kind that there is. */
const unknownAction = v.pipe(
  arrayOf(v.unknown()),
  v.tuple([choice(Object.keys(kinds) as Kind[])]),
  v.transform(([kind]): Action => kind as never),
);

const action = v.lazy((value): v.GenericSchema<unknown, Action> => {
  const kind: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as Kind] : unknownAction;
});

const regexp = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }): RegExp => {
    try {
      return pythonMatch(dataset.value);
    } catch (error) {
      if (!isCode(error, 'unknown-expression')) throw error;
      addIssue({ message: error.message });
      return NEVER;
    }
  }),
);

const rule = v.pipe(
  fields({
    text: v.optional(text),
    regexp: v.optional(regexp),
    x: v.optional(integer),
    y: v.optional(integer),
    conditions: v.optional(arrayOf(entries([text, flag])), []),
    actions: v.optional(arrayOf(action)),
  }),
  v.transform((read): Rule => ({
    text: read.text,
    regexp: read.regexp,
    x: read.x,
    y: read.y,
    conditions: read.conditions,
    actions: read.actions,
  })),
);

const ruleDocument = fields({ version: integerFrom(1, 1), rules: arrayOf(rule) });

/** Throws `invalid-body` for anything that is not a whole and valid document. */
export function readRules(value: unknown): readonly Rule[] {
  return readBody(ruleDocument, value, 'document').rules;
}
