/** The published vectors: every file of `docs/vectors`, and what makes it. */
import { addressVectors } from './addresses.ts';
import { attestationVectors } from './attestation.ts';
import { backupCodeVectors } from './backup-code.ts';
import { backupFileVectors } from './backup-file.ts';
import { entropyCheckVectors } from './entropy-check.ts';
import { exampleVectors } from './examples.ts';
import { framingVectors } from './hid-framing.ts';
import { layOut, type Json } from './lay-out.ts';
import { protectedSignatureVectors } from './protected-signatures.ts';
import { transcriptScripts, transcriptVectors } from './transcripts/vectors.ts';
import { walletIdVectors } from './wallet-ids.ts';

/** The folder, from the root of the repository. */
export const vectorFolder = 'docs/vectors';

/** What every file of vectors begins with, and what is its own. */
export interface Vectors {
  readonly description: string;
  readonly [name: string]: Json | undefined;
}

const makers: Readonly<Record<string, () => Vectors>> = {
  'wallet-ids.json': walletIdVectors,
  'addresses.json': addressVectors,
  'entropy-check.json': entropyCheckVectors,
  'attestation.json': attestationVectors,
  'hid-framing.json': framingVectors,
  'backup-file.json': backupFileVectors,
  'backup-code.json': backupCodeVectors,
  'protected-signatures.json': protectedSignatureVectors,
  'examples.json': exampleVectors,
  ...Object.fromEntries(
    transcriptScripts.map((script) => [`transcripts/${script.name}.json`, () => transcriptVectors(script)]),
  ),
};

export const vectorFiles: readonly string[] = Object.keys(makers);

/** The text of a file. */
export function vectorText(file: string): string {
  const make = makers[file];
  if (make === undefined) throw new Error(`${vectorFolder} has no ${file}`);
  const { description, ...rest } = make();
  return layOut({ description, licence: 'CC0-1.0', ...rest });
}
