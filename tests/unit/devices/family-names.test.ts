/** A family is named in its own places alone, and in the lists of the programs. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** By its name: where it may be named beside its own folders and texts. */
const families: Readonly<Record<string, readonly RegExp[]>> = {
  ledger: [
    // One line a list.
    /^src\/app\/family-pages\.ts$/,
    /^src\/cli\/families\.ts$/,
    // The drivers are Ledger's own, for every device; so is the form of the wire.
    /^src\/transport\//,
    /^src\/protocol\/(apdu|commands)\//,
    // The sentence of the first page that names it.
    /^src\/text\/[a-z]{2}\/app\.ts$/,
    // What the help says of each maker's devices.
    /^src\/text\/[a-z]{2}\/about\/help\.ts$/,
    // The files of a language, a line each.
    /^src\/text\/[a-z]{2}\/groups\/rest\.ts$/,
    // Whose licences the help tells: the drivers again.
    /^src\/site\/licences-plugin\.ts$/,
    // What `firmware-sim` can be in place of a Hostblind device, and whose tools look for it.
    /^src\/text\/[a-z]{2}\/simulator\/command\.ts$/,
  ],
};

const own = (name: string): readonly RegExp[] => [
  new RegExp(`^src/(devices|protocol|elements)/${name}/`),
  new RegExp(`^src/text/(([a-z]{2}|types)/)?${name}[a-z-]*\\.ts$`),
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  // Tests of the linter put files into folders of these names, and take them away again.
  .filter((path) => /\.(ts|css|html)$/.test(path) && !/\/wall(?:-|less\/)/.test(path));

const naming = (name: string): string[] =>
  sources.filter((path) => `${path}\n${readFileSync(path, 'utf8')}`.toLowerCase().includes(name));

describe('where a family is named', () => {
  for (const [name, others] of Object.entries(families)) {
    const places = [...own(name), ...others];

    it(`${name}: in its own places alone`, () => {
      expect(naming(name).filter((path) => !places.some((place) => place.test(path)))).toEqual([]);
    });

    it(`${name}: each of these places is still needed`, () => {
      const named = naming(name);
      expect(places.filter((place) => !named.some((path) => place.test(path)))).toEqual([]);
    });
  }
});
