/** Makers' roots in a build of the app: those of the file, or none. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { rootsPlugin } from '../../../src/site/roots-plugin.ts';
import { acmeRoot } from '../../fixtures/devices/certified-device.ts';

const root = join(import.meta.dirname, '../../..');
const entry = join(root, 'src/devices/hostblind/attestation/attestation.ts');

/** The code of the attestation, built with the roots that `load` gives. */
async function builtWith(load: (() => Promise<readonly object[]>) | undefined): Promise<string> {
  const options: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [rootsPlugin(load)],
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  };
  const [output] = (await build(options)) as Rolldown.RolldownOutput[];
  return (output?.output ?? []).map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
}

it('come from the file', async () => {
  const code = await builtWith(() => Promise.resolve([acmeRoot]));
  expect(code).toContain(acmeRoot.publicKey);
  expect(code).toContain('"Acme"');
});

it('are none without one', async () => {
  expect(existsSync(entry)).toBe(true);
  expect(await builtWith(undefined)).not.toContain('Acme');
});

it('stop the build where the file can’t be read', async () => {
  const unreadable = () => Promise.reject(new Error('roots file x: it names no root.'));
  await expect(builtWith(unreadable)).rejects.toThrow('it names no root.');
});
