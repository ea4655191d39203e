/** `docs/vectors`: what is committed is what the code makes, free for all, and explained. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vectorFiles, vectorFolder, vectorText } from '../../../vectors/files.ts';

const folder = join(import.meta.dirname, '../../../..', vectorFolder);
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const readme = read('README.md');

/** Every name of a field, however deep. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...fieldsOf(each)]);
}

/** The part of the README that is about a file. */
function sectionOf(file: string): string {
  const heading = file.startsWith('transcripts/') ? 'transcripts/' : file;
  return readme.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
}

describe('docs/vectors', () => {
  it('holds the files that are made, a licence and a README, and nothing else', () => {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
    expect(new Set(found)).toEqual(new Set([...vectorFiles, 'LICENSE', 'README.md']));
  });

  it('carries the text of CC0 1.0 as Creative Commons publishes it', () => {
    // https://creativecommons.org/publicdomain/zero/1.0/legalcode.txt
    expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe(
      'a2010f343487d3f7618affe54f789f5487602331c0a8d03f49e9a7c547cf0499',
    );
  });

  it.each(vectorFiles)('%s is what `npm run vectors` makes', (file) => {
    expect(read(file) === vectorText(file)).toBe(true);
  });

  it.each(vectorFiles)('%s says what it is and that it is free', (file) => {
    const { description, licence } = JSON.parse(read(file)) as Record<string, unknown>;
    expect(description).toMatch(/^[A-Z].+\.$/);
    expect(licence).toBe('CC0-1.0');
  });

  it.each(vectorFiles)('%s is named in the README', (file) => {
    const [, transcript] = /^transcripts\/(.+)\.json$/.exec(file) ?? [];
    expect(readme).toContain(transcript === undefined ? `[${file}](${file})` : `\`${transcript}\``);
  });

  it.each(vectorFiles)('%s has the fields that the README explains', (file) => {
    const section = sectionOf(file);
    const unexplained = fieldsOf(JSON.parse(read(file))).filter(
      (name) => !['description', 'licence'].includes(name) && !section.includes(`\`${name}\``),
    );
    expect([...new Set(unexplained)]).toEqual([]);
  });
});
