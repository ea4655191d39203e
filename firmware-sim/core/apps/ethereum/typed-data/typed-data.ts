/**
 * Typed data as it's streamed (EIP-712): definitions of structs by command `1A`, then the values of domain and message by `1C`. All of
 * it is held, and nothing given out before it's whole, so that a person reads what is signed before anything is.
 */
import { concatBytes, readU16 } from '../../../../../src/protocol/bytes.ts';
import type { TypedDataText } from '../../../../../src/text/types/apps/typed-data.ts';
import type { Field } from '../../../app.ts';
import { hashTypedMessage } from './hash.ts';
import { typedDataLimits, typedDataStatus, type TypedDataFault } from './limits.ts';
import { parseStructField, parseStructName } from './parse-definition.ts';
import { readStruct, type ValueBudget, type ValueItem, type ValueWalk } from './read-values.ts';
import { reviewTypedMessage } from './review.ts';
import { faultOfTypes } from './type-graph.ts';
import { domainType, type StructField, type StructValue } from './types.ts';

/** What is to be read, and what is signed once it was. */
export interface TypedDataRequest {
  readonly digest: Uint8Array;
  readonly title: string;
  readonly question: string;
  readonly fields: readonly Field[];
}

/** Each call gives a status word: `9000`, or why it's refused, after which everything so far is gone. Total. */
export interface TypedDataReader {
  /** Command `1A`. A struct that is there already, or comes after values, begins another message. */
  define(p2: number, data: Uint8Array): number;
  /** Command `1C`. */
  implement(p1: number, p2: number, data: Uint8Array): number;
  /** What was read, once domain and message are whole, and once only. */
  finish(): TypedDataRequest | number;
  reset(): void;
}

interface Stream {
  readonly types: Map<string, StructField[]>;
  /** Of the struct that was named last. */
  fields: StructField[] | undefined;
  fieldCount: number;
  byteCount: number;
  readonly budget: ValueBudget;
  /** Domain, then message. */
  readonly roots: StructValue[];
  walk: ValueWalk<StructValue> | undefined;
  /** A value of which more follows. */
  pending: { readonly length: number; readonly bytes: Uint8Array } | undefined;
}

const newStream = (): Stream => ({
  types: new Map(),
  fields: undefined,
  fieldCount: 0,
  byteCount: 0,
  budget: { left: typedDataLimits.values },
  roots: [],
  walk: undefined,
  pending: undefined,
});

type Outcome = TypedDataFault | 'ok';

const hasValues = ({ roots, walk }: Stream): boolean => roots.length > 0 || walk !== undefined;

function addStruct(stream: Stream, name: string): Outcome {
  if (stream.types.size === typedDataLimits.structs) return 'tooMuch';
  stream.fields = [];
  stream.types.set(name, stream.fields);
  return 'ok';
}

function addField(stream: Stream, data: Uint8Array): Outcome {
  const field = parseStructField(data);
  const { fields } = stream;
  if (field === undefined || fields === undefined || hasValues(stream)) return 'badData';
  if (fields.some(({ name }) => name === field.name)) return 'badData';
  if (stream.fieldCount === typedDataLimits.fields) return 'tooMuch';
  stream.fieldCount += 1;
  fields.push(field);
  return 'ok';
}

/** Runs to the next item that is waited for, or to the end of the struct. */
function advance(stream: Stream, step: ReturnType<ValueWalk<StructValue>['next']>): Outcome {
  if (step.done !== true) return 'ok';
  if (typeof step.value === 'string') return step.value;
  stream.roots.push(step.value);
  stream.walk = undefined;
  return 'ok';
}

function beginRoot(stream: Stream, data: Uint8Array): Outcome {
  const name = parseStructName(data);
  if (name === undefined || stream.walk !== undefined || stream.roots.length > 1) return 'badData';
  if ((stream.roots.length === 0) !== (name === domainType)) return 'badData';
  const fault = faultOfTypes(stream.types, name);
  if (fault !== undefined) return fault;
  stream.walk = readStruct(stream.types, name, stream.budget);
  return advance(stream, stream.walk.next());
}

function giveItem(stream: Stream, item: ValueItem): Outcome {
  return stream.walk === undefined ? 'badData' : advance(stream, stream.walk.next(item));
}

/** A value's length, in two bytes, comes before its first part only. */
function addPart(stream: Stream, isLast: boolean, data: Uint8Array): Outcome {
  const { walk, pending } = stream;
  if (walk === undefined || (pending === undefined && data.length < 2)) return 'badData';
  const length = pending?.length ?? readU16(data, 0);
  if (length > typedDataLimits.bytes) return 'tooMuch';
  const bytes = pending === undefined ? data.slice(2) : concatBytes(pending.bytes, data);
  if (bytes.length > length || (bytes.length === length) !== isLast) return 'badData';
  stream.pending = isLast ? undefined : { length, bytes };
  return isLast ? giveItem(stream, { kind: 'leaf', bytes }) : 'ok';
}

/** The second parameter of commands. */
const named = { root: 0x00, array: 0x0f, value: 0xff, struct: 0x00, field: 0xff } as const;

function implementIn(stream: Stream, p1: number, p2: number, data: Uint8Array): Outcome {
  if (p2 === named.value) return p1 > 1 ? 'badParameters' : addPart(stream, p1 === 0, data);
  if (p1 !== 0 || (p2 !== named.root && p2 !== named.array)) return 'badParameters';
  if (stream.pending !== undefined) return 'badData';
  if (p2 === named.root) return beginRoot(stream, data);
  const [length] = data;
  return data.length === 1 && length !== undefined ? giveItem(stream, { kind: 'array', length }) : 'badData';
}

export function createTypedData(text: TypedDataText): TypedDataReader {
  let stream = newStream();

  function answer(outcome: Outcome): number {
    if (outcome !== 'ok') stream = newStream();
    return typedDataStatus[outcome];
  }

  function holds(data: Uint8Array): boolean {
    stream.byteCount += data.length;
    return stream.byteCount <= typedDataLimits.bytes;
  }

  function defineStruct(data: Uint8Array): Outcome {
    const name = parseStructName(data);
    if (name === undefined) return 'badData';
    // What a client that was interrupted has left behind is nothing that the next one should fail by.
    if (hasValues(stream) || stream.types.has(name)) stream = newStream();
    return holds(data) ? addStruct(stream, name) : 'tooMuch';
  }

  return {
    define(p2, data) {
      if (p2 === named.struct) return answer(defineStruct(data));
      if (p2 !== named.field) return answer('badParameters');
      return answer(holds(data) ? addField(stream, data) : 'tooMuch');
    },
    implement: (p1, p2, data) => answer(holds(data) ? implementIn(stream, p1, p2, data) : 'tooMuch'),
    finish() {
      const { types, roots, walk } = stream;
      const [domain, message] = roots;
      stream = newStream();
      if (domain === undefined || message === undefined || walk !== undefined) return typedDataStatus.badData;
      const data = { types, domain, message };
      return {
        digest: hashTypedMessage(data),
        title: text.title,
        question: text.question,
        fields: reviewTypedMessage(data, text),
      };
    },
    reset() {
      stream = newStream();
    },
  };
}
