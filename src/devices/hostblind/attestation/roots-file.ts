/** A file of makers' roots, for those who add one without editing the source: JSON, described in docs/makers.md. */
import * as v from 'valibot';
import { fromHex } from '../../../protocol/bytes.ts';
import { isMakeName } from '../../../protocol/claims.ts';
import type { RootsProblem } from './attestation-outcome.ts';
import { importPublicKey } from './public-key.ts';
import { trustedIssuers, type MakerRoot } from './trusted-issuers.ts';

export type ReadRoots =
  | { readonly kind: 'roots'; readonly roots: readonly MakerRoot[] }
  | { readonly kind: 'problem'; readonly problem: RootsProblem };

const keyText = v.pipe(
  v.string('key'),
  v.transform((text) => text.toLowerCase()),
  v.regex(/^04[0-9a-f]{128}$/, 'key'),
);

const rootsFile = v.strictObject(
  {
    format: v.literal('hostblind-roots', 'no-such-field'),
    version: v.literal(1, 'no-such-field'),
    roots: v.pipe(
      v.array(
        v.strictObject(
          {
            maker: v.pipe(v.string('maker'), v.check(isMakeName, 'maker')),
            publicKey: keyText,
            revoked: v.optional(v.array(keyText, 'key'), []),
          },
          'no-such-field',
        ),
        'no-such-field',
      ),
    ),
  },
  'no-such-field',
);

const messages = ['no-such-field', 'maker', 'key'] as const;

function problem(kind: Exclude<RootsProblem['kind'], 'no-json' | 'empty'>, where: string): ReadRoots {
  return { kind: 'problem', problem: { kind, where } };
}

/** The name of this project, whose root nobody adds. */
const ownName = 'hostblind';

export async function readRoots(text: string): Promise<ReadRoots> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'problem', problem: { kind: 'no-json' } };
  }
  const read = v.safeParse(rootsFile, json, { abortEarly: true });
  if (!read.success) {
    const [{ message, ...issue }] = read.issues;
    const kind = messages.find((each) => each === message) ?? 'no-such-field';
    return problem(kind, v.getDotPath({ message, ...issue }) ?? '');
  }
  const { roots } = read.output;
  if (roots.length === 0) return { kind: 'problem', problem: { kind: 'empty' } };
  const seen = new Set(trustedIssuers.map(({ publicKey }) => publicKey));
  for (const [index, { maker, publicKey }] of roots.entries()) {
    if (maker.toLowerCase() === ownName) return problem('reserved', `roots.${index}.maker`);
    if ((await importPublicKey(fromHex(publicKey))) === undefined)
      return problem('no-point', `roots.${index}.publicKey`);
    if (seen.has(publicKey)) return problem('twice', `roots.${index}.publicKey`);
    seen.add(publicKey);
  }
  return { kind: 'roots', roots };
}
