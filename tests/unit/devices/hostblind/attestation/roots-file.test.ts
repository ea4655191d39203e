/** Makers' roots from a file: what is taken, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { readRoots } from '../../../../../src/devices/hostblind/attestation/roots-file.ts';
import { simulatorIssuerPublicKey } from '../../../../../src/protocol/simulator-issuer.ts';
import { terminalText } from '../../../../../src/text/terminal/terminal.ts';
import { acmeRoot } from '../../../../fixtures/devices/certified-device.ts';

const file = (roots: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'hostblind-roots', version: 1, roots, ...more });
const { maker, publicKey } = acmeRoot;

describe('a roots file', () => {
  it('names makers, their keys, and what they have revoked', async () => {
    const upper = { maker, publicKey: publicKey.toUpperCase() };
    expect(await readRoots(file([upper]))).toEqual({ kind: 'roots', roots: [acmeRoot] });
    const revoking = { ...acmeRoot, revoked: [publicKey] };
    expect(await readRoots(file([revoking]))).toEqual({ kind: 'roots', roots: [revoking] });
  });

  it.each<[string, string, string]>([
    ['no JSON', '{', "it isn't JSON."],
    ['no roots', file([]), 'it names no root.'],
    [
      'another format',
      JSON.stringify({ format: 'x', version: 1, roots: [acmeRoot] }),
      'format: this field is',
    ],
    ['a later version', file([acmeRoot], { version: 2 }), 'version: this field is'],
    ['a field too many', file([acmeRoot], { date: 1 }), 'date: this field is'],
    ['a list in its place', '[]', 'this field is missing'],
    ['a root without a maker', file([{ publicKey }]), 'roots.0.maker: '],
    [
      'a maker that is a sentence',
      file([{ maker: 'Trust <b>', publicKey }]),
      "roots.0.maker: a maker's name has",
    ],
    [
      'the name of this project',
      file([{ maker: 'HostBlind', publicKey }]),
      'roots.0.maker: this name is taken',
    ],
    [
      'a short key',
      file([{ maker, publicKey: publicKey.slice(2) }]),
      'roots.0.publicKey: a public key is 04',
    ],
    ['a private key', file([{ maker, publicKey: 'ab'.repeat(32) }]), 'roots.0.publicKey: a public key is 04'],
    ['a key off the curve', file([{ maker, publicKey: `04${'11'.repeat(64)}` }]), "isn't a public key on"],
    ['the same key twice', file([acmeRoot, acmeRoot]), 'roots.1.publicKey: this key is known already.'],
    ['the simulators’ key', file([{ maker, publicKey: simulatorIssuerPublicKey }]), 'known already.'],
    [
      'a revoked key that is none',
      file([{ ...acmeRoot, revoked: ['04'] }]),
      'roots.0.revoked.0: a public key',
    ],
  ])('with %s is refused, with where and why', async (_name, text, said) => {
    const read = await readRoots(text);
    if (read.kind !== 'problem') throw new Error('it was taken');
    expect(terminalText.roots.problem('roots.json', read.problem)).toContain(said);
    expect(terminalText.roots.problem('roots.json', read.problem)).toMatch(/^roots file roots\.json: /);
  });
});
