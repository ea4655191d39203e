/**
 * Builds the libraries' errors into a page without their sentences: nobody reads them there, and they are a thirtieth of it. What is
 * thrown, and when, stays as it is.
 */
import type { Plugin } from 'vite';

const libraries = /\/node_modules\/@(?:noble|scure)\//;
const errorName = /^(?:Type|Range)?Error$/;

interface Part {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function isPart(value: unknown): value is Part & Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Where the sentences of `throw new Error(…)` stand, the first one first. */
function* sentencesIn(value: unknown): Generator<readonly [start: number, end: number]> {
  if (Array.isArray(value)) for (const each of value) yield* sentencesIn(each);
  if (!isPart(value)) return;
  const thrown = value.type === 'ThrowStatement' ? value['argument'] : undefined;
  if (isPart(thrown) && thrown.type === 'NewExpression') {
    const { callee, arguments: given } = thrown;
    const [only, ...others] = Array.isArray(given) ? (given as unknown[]) : [];
    const named = isPart(callee) && errorName.test(String(callee['name']));
    if (named && isPart(only) && others.length === 0) return yield [only.start, only.end];
  }
  for (const child of Object.values(value)) yield* sentencesIn(child);
}

export function bareErrorsPlugin(): Plugin {
  return {
    name: 'hostblind-bare-errors',
    transform(code, id) {
      if (!libraries.test(id.replaceAll('\\', '/'))) return undefined;
      let bare = '';
      let at = 0;
      for (const [start, end] of sentencesIn(this.parse(code))) {
        bare += code.slice(at, start);
        at = end;
      }
      return { code: bare + code.slice(at), map: null };
    },
  };
}
