/** What a person reads of a key. */
import type { BitcoinMessages } from '../../../../src/text/types/apps/bitcoin.ts';
import type { Field } from '../../app.ts';
import type { KeyPath } from '../../signing-keys.ts';
import { writeKeyPath } from '../shared/key-paths.ts';

export const pathField = ({ titles }: BitcoinMessages, path: KeyPath): Field => ({
  title: titles.account,
  value: writeKeyPath(path),
  shape: 'text',
});
