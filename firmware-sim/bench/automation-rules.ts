/**
 * Automation rules: the document that `POST /automation` takes, checked whole. Every rule, condition and action is
 * validated before any of them counts, so that a document is accepted or refused and never half of each.
 */
import { InvalidBody, readBoolean, readChoice, readNumber, readObject, readText } from './body-shape.ts';

export type Action =
  | { readonly kind: 'button'; readonly button: 'left' | 'right'; readonly pressed: boolean }
  | { readonly kind: 'finger' }
  | { readonly kind: 'setbool'; readonly name: string; readonly value: boolean }
  | { readonly kind: 'exit' };

export interface Rule {
  readonly text: string | undefined;
  /** Anchored at the start of the text only. */
  readonly regexp: RegExp | undefined;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly conditions: readonly (readonly [name: string, value: boolean])[];
  /** A rule without actions is skipped when it matches, and the rules after it are looked at. */
  readonly actions: readonly Action[] | undefined;
}

function readList(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidBody(`${name}: a list is needed`);
  return value;
}

function readTuple(value: unknown, name: string, length: number): readonly unknown[] {
  const list = readList(value, name);
  if (list.length !== length) throw new InvalidBody(`${name}: ${length} entries are needed`);
  return list;
}

function readAction(value: unknown, name: string): Action {
  const kind = readChoice(readList(value, name)[0], `${name}[0]`, ['button', 'finger', 'setbool', 'exit']);
  switch (kind) {
    case 'button': {
      const [, button, pressed] = readTuple(value, name, 3);
      const number = readNumber(button, `${name}[1]`, { integer: true, minimum: 1, maximum: 2 });
      return {
        kind,
        button: number === 1 ? 'left' : 'right',
        pressed: readBoolean(pressed, `${name}[2]`),
      };
    }
    case 'finger': {
      const [, x, y, touched] = readTuple(value, name, 4);
      readNumber(x, `${name}[1]`, { integer: true });
      readNumber(y, `${name}[2]`, { integer: true });
      readBoolean(touched, `${name}[3]`);
      return { kind };
    }
    case 'setbool': {
      const [, variable, set] = readTuple(value, name, 3);
      return {
        kind,
        name: readText(variable, `${name}[1]`),
        value: readBoolean(set, `${name}[2]`),
      };
    }
    case 'exit':
      readTuple(value, name, 1);
      return { kind };
  }
}

function readRegexp(value: unknown, name: string): RegExp {
  try {
    return new RegExp(`^(?:${readText(value, name)})`, 'u');
  } catch (error) {
    throw error instanceof SyntaxError ? new InvalidBody(`${name}: not a regular expression`) : error;
  }
}

function readRule(value: unknown, name: string): Rule {
  const rule = readObject(value, name, { optional: ['text', 'regexp', 'x', 'y', 'conditions', 'actions'] });
  const integer = { integer: true };
  const conditions =
    rule['conditions'] === undefined ? [] : readList(rule['conditions'], `${name}.conditions`);
  const actions = rule['actions'] === undefined ? undefined : readList(rule['actions'], `${name}.actions`);
  return {
    text: rule['text'] === undefined ? undefined : readText(rule['text'], `${name}.text`),
    regexp: rule['regexp'] === undefined ? undefined : readRegexp(rule['regexp'], `${name}.regexp`),
    x: rule['x'] === undefined ? undefined : readNumber(rule['x'], `${name}.x`, integer),
    y: rule['y'] === undefined ? undefined : readNumber(rule['y'], `${name}.y`, integer),
    conditions: conditions.map((condition, index) => {
      const at = `${name}.conditions[${index}]`;
      const [variable, wanted] = readTuple(condition, at, 2);
      return [readText(variable, `${at}[0]`), readBoolean(wanted, `${at}[1]`)] as const;
    }),
    actions: actions?.map((action, index) => readAction(action, `${name}.actions[${index}]`)),
  };
}

/** Throws `InvalidBody` for anything that is not a whole and valid document. */
export function readRules(document: unknown): readonly Rule[] {
  const { version, rules } = readObject(document, 'document', { required: ['version', 'rules'] });
  readNumber(version, 'version', { integer: true, minimum: 1, maximum: 1 });
  return readList(rules, 'rules').map((rule, index) => readRule(rule, `rules[${index}]`));
}
