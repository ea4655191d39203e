/** The sampler of `npm run test:mutation:sample`: what it changes, which of it it draws, and how it finds the tests. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { mutantsOf, type Mutant } from '../../mutation/mutants.ts';
import { blockAround, withProbes } from '../../mutation/probes.ts';
import { sample } from '../../mutation/sample.ts';

const mutated = (text: string, { start, end, replacement }: Mutant): string =>
  text.slice(0, start) + replacement + text.slice(end);

const kindsAndTexts = (text: string): [string, string][] =>
  mutantsOf('x.ts', text).map((mutant) => [mutant.kind, mutated(text, mutant)]);

describe('a line of code', () => {
  it.each([
    ['if (a === b) f();', 'condition negated', 'if (!(a === b)) f();'],
    ['if (a === b) f();', 'condition false', 'if (false) f();'],
    ['if (a === b) f();', 'equality', 'if (a !== b) f();'],
    ['if (a === b) f();', 'statement dropped', 'if (a === b) ;'],
    ['x = (a as number) < b.length!;', 'relation', 'x = (a as number) <= b.length!;'],
    ['x = a && b;', 'logic', 'x = a || b;'],
    ['x = a + 2;', 'arithmetic', 'x = a - 2;'],
    ['x = a + 2;', 'constant', 'x = a + 3;'],
    ["throw new Error('é');", 'throw dropped', ';'],
    ["f('é', b);", 'text emptied', "f('', b);"],
    ['f = async () => await g();', 'await dropped', 'f = async () => g();'],
    ['f = () => g();', 'function emptied', 'f = () => undefined;'],
    ['function f() { return 1; }', 'return dropped', 'function f() { return; }'],
    ['function f() { return 1; }', 'function emptied', 'function f() {}'],
    ['x = { a: 1, b };', 'property dropped', 'x = {  b };'],
    ['x = [1, 2];', 'array emptied', 'x = [];'],
    ['x = `a ${b}`;', 'template emptied', 'x = ``;'],
    ['switch (a) { case 1: f(); }', 'case dropped', 'switch (a) {  }'],
  ])('%s (%s)', (text, kind, expected) => {
    expect(kindsAndTexts(text)).toContainEqual([kind, expected]);
  });

  it('has no mutant in its types, imports and names', () => {
    expect(kindsAndTexts("import { a } from './a.ts'; type B = 'b' | 1; interface C { d: 'e' }")).toEqual([]);
    expect(kindsAndTexts("x = { 'a': b };").map(([kind]) => kind)).toEqual([
      'statement dropped',
      'property dropped',
    ]);
  });
});

describe('a sample', () => {
  const mutants = mutantsOf('x.ts', `${'x = a + 1;'.repeat(40)}${"throw 'a';".repeat(10)}`);

  it('is the same for the same seed, another for another, and draws none twice', () => {
    const first = sample(mutants, 20, 'one');
    expect(sample(mutants, 20, 'one')).toEqual(first);
    expect(sample(mutants, 20, 'two')).not.toEqual(first);
    expect(new Set(first).size).toBe(20);
  });

  it('is everything where there is no more', () => {
    expect(sample(mutants, 1000, 'one')).toHaveLength(mutants.length);
  });
});

describe('probes', () => {
  const text = 'const f = (a) => ({ a: a + 1 });\nif (f(2)) { f(3); } else { f(4); }';

  it('tell which blocks ran, by the place of each', () => {
    const ran = new Set<string>();
    runInNewContext(withProbes('x.ts', text), { probed: ran });
    const places = [0, text.indexOf('({ a'), text.indexOf('{ f(3)')];
    expect(ran).toEqual(new Set(places.map((place) => `x.ts:${place}`)));
  });

  it('find the innermost block around a mutant', () => {
    const at = (piece: string) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length });
    expect(blockAround(text, at('a + 1'))).toBe(text.indexOf('({ a'));
    expect(blockAround(text, at('f(3);'))).toBe(text.indexOf('{ f(3)'));
    expect(blockAround(text, at('f(2)'))).toBe(0);
    expect(blockAround(text, at('{ f(3); }'))).toBe(0);
  });
});
