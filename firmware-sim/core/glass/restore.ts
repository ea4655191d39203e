/** Putting a phrase that the person has, on paper or in a backup file, into an empty device. */
import type { Outcome } from '../../../src/protocol/public-state.ts';
import { erase } from '../vault/erase.ts';
import type { OpenWallet } from '../vault/open-wallet.ts';
import { releaseWalletId } from './backup.ts';
import type { Flow } from './flow.ts';
import type { Glass } from './glass.ts';
import { chooseNewPin } from './pin.ts';

/** Backed up as soon as it is stored, since the person has a copy. Erases the phrase however it ends. */
export function* storeRestored(glass: Glass, phrase: Uint16Array): Flow<Outcome> {
  let wallet: OpenWallet | undefined;
  try {
    const pin = yield* chooseNewPin(glass);
    try {
      wallet = glass.vault.restore(pin, phrase);
    } finally {
      erase(pin);
    }
    yield* releaseWalletId(glass, wallet);
    return 'completed';
  } finally {
    erase(phrase);
    wallet?.close();
    glass.blank();
  }
}
