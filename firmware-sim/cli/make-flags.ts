/** The flags of `firmware-sim` that say who made the device: what a host does with each kind can be seen without one of them. */
import { readFileSync } from 'node:fs';
import { isMakeName } from '../../src/protocol/claims.ts';
import { codedError } from '../../src/protocol/errors.ts';
import { fromHex } from '../../src/protocol/bytes.ts';
import { deviceKinds } from '../../src/protocol/device-make.ts';
import { simulatorText } from '../../src/text/simulator/command.ts';
import type { Make } from '../core/board.ts';

export interface MakeFlags {
  readonly kind?: string | undefined;
  readonly maker?: string | undefined;
  readonly product?: string | undefined;
  readonly 'issuer-key'?: string | undefined;
}

/** As on the command line; the file of the key is read when the device is made. */
export type MakeOptions = { readonly maker: string; readonly product: string } & (
  { readonly kind: 'self-built' } | { readonly kind: 'maker'; readonly issuerKeyFile: string }
);

export type ReadMake =
  | { readonly kind: 'make'; readonly options: MakeOptions | undefined }
  | { readonly kind: 'problem'; readonly problem: string };

function problem(text: string): ReadMake {
  return { kind: 'problem', problem: text };
}

/** `undefined`: a simulator as usual. */
export function makeOf(flags: MakeFlags): ReadMake {
  const { usage, usualMake: usual } = simulatorText;
  const { maker = usual.maker, product = usual.product, 'issuer-key': issuerKeyFile } = flags;
  if (flags.kind === undefined || flags.kind === 'simulator') {
    const stray = (['maker', 'product', 'issuer-key'] as const).find((flag) => flags[flag] !== undefined);
    if (stray !== undefined)
      return problem(
        usage.onlyWith(`--${stray}`, stray === 'issuer-key' ? '--kind maker' : '--kind self-built'),
      );
    return { kind: 'make', options: undefined };
  }
  if (flags.kind !== 'self-built' && flags.kind !== 'maker')
    return problem(usage.choose('--kind', flags.kind, deviceKinds));
  for (const [flag, name] of [
    ['--maker', maker],
    ['--product', product],
  ] as const)
    if (!isMakeName(name)) return problem(usage.makeName(flag, name));
  if (flags.kind === 'self-built')
    return issuerKeyFile === undefined
      ? { kind: 'make', options: { kind: 'self-built', maker, product } }
      : problem(usage.onlyWith('--issuer-key', '--kind maker'));
  return issuerKeyFile === undefined
    ? problem(usage.onlyWith('--kind maker', '--issuer-key FILE'))
    : { kind: 'make', options: { kind: 'maker', maker, product, issuerKeyFile } };
}

/** Throws an `Error` that says what is wrong with the file. */
export function makeFrom(options: MakeOptions): Make {
  if (options.kind === 'self-built') return options;
  const { kind, maker, product, issuerKeyFile } = options;
  return { kind, maker, product, issuerKey: readKey(issuerKeyFile) };
}

function readKey(path: string): Uint8Array {
  let text = '';
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw codedError('usage', simulatorText.usage.unreadable('--issuer-key', path, code));
  }
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw codedError('usage', simulatorText.usage.notAKey('--issuer-key', path));
  return fromHex(text);
}
