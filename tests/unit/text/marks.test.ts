/** Marks that a language writes otherwise than English, and that nobody sees missing who doesn't read it. */
import { describe, expect, it } from 'vitest';
import { programLanguages } from '../../../src/text/program-languages.ts';

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What is a text by itself, and no function of something. The glass has one kind of space, and room for none too many. */
async function textsOf(tag: string): Promise<readonly string[]> {
  const { load } = programLanguages.find((each) => each.tag === tag) ?? expect.fail(`no ${tag}`);
  const groups = await Promise.all(
    [load.first, load.rest, load.terminal, load.simulator].map(async (loader) => ({ ...(await loader?.()) })),
  );
  const { glass: _, ...others } = Object.assign({}, ...groups) as Readonly<Record<string, unknown>>;
  return textsIn(others);
}

/** The texts that a rule finds fault with. */
async function against(tag: string, fault: RegExp): Promise<readonly string[]> {
  const texts = await textsOf(tag);
  expect(texts.length).toBeGreaterThan(500);
  return texts.filter((text) => fault.test(text));
}

describe('the marks of a language', () => {
  it('stand after a space that breaks no line, in French', async () => {
    expect(await against('fr', /«[^\u202F]|[^\u202F][»?!;](?=[\s.,]|$)|[^\u00A0]:(?=\s|$)/u)).toEqual([]);
  });

  it('open each question and exclamation, in Spanish', async () => {
    expect(await against('es', /(?:^|[.:] )[^¿]*\?|(?:^|[.:] )[^¡]*!/u)).toEqual([]);
  });

  it('are curved quotation marks where they are drawn, in German', async () => {
    expect(await against('de', /"|”|“[\p{L}\d]|«|»/u)).toEqual([]);
  });

  it('are curved quotation marks in Spanish and Portuguese', async () => {
    expect(await against('es', /"|«|»/u)).toEqual([]);
    expect(await against('pt', /"|«|»/u)).toEqual([]);
  });
});
