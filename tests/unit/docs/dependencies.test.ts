/** `docs/architecture.md` names every dependency of what people run, in the version that is installed. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(resolve(root, file), 'utf8');

it('the table of dependencies is the package’s own list, with versions and licences', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { license?: string }>;
  };
  const [, section = ''] = read('docs/architecture.md').split('\n## Dependencies\n');
  const [table = ''] = section.split('\n\n**Screenshots');
  const rows = [...table.matchAll(/^\| ([@a-z][\w@/.-]*) +\| (\d\S*) +\| ([^|]*?) +\|/gm)].map(
    ([, name, version, licence]) => [name, version, licence],
  );
  expect(rows).toEqual(
    Object.entries(dependencies).map(([name, version]) => [
      name,
      version,
      packages[`node_modules/${name}`]?.license?.replace(/^\((.*)\)$/, '$1'),
    ]),
  );
});
