/** What docs/makers.md prints for makers is what the code has. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRoots } from '../../../src/devices/hostblind/attestation/roots-file.ts';
import { simulatorIssuerPublicKey } from '../../../src/protocol/simulator-issuer.ts';
import { acmeRoot } from '../../fixtures/devices/certified-device.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/makers.md'), 'utf8');

it('prints the public key of the simulators’ issuer, and its ID', () => {
  const printed = /```\n(04[0-9a-f]+)\n([0-9a-f]+)\n```/.exec(text);
  expect(`${printed?.[1]}${printed?.[2]}`).toBe(simulatorIssuerPublicKey);
  const hash = createHash('sha256').update(Buffer.from(simulatorIssuerPublicKey, 'hex')).digest('hex');
  expect(text).toContain(`\`${hash.slice(0, 16)}\``);
});

it('shows a roots file that is read, once a key is in it', async () => {
  const [, file = ''] = /```json\n([\s\S]+?)```/.exec(text) ?? [];
  const filled = file.replace('04…', acmeRoot.publicKey);
  expect(await readRoots(filled)).toEqual({ kind: 'roots', roots: [acmeRoot] });
});
