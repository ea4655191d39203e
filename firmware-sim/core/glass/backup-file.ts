/** The ceremonies of the encrypted backup file: made, checked, and restored from. The code is on the glass alone. */
import { codeWordCount } from '../../../src/protocol/backup-code.ts';
import { equalBytes } from '../../../src/protocol/bytes.ts';
import type { Outcome } from '../../../src/protocol/public-state.ts';
import { formatWalletId } from '../../../src/protocol/wallet-id.ts';
import { openBackupFile, readBackupFile } from '../vault/backup-file.ts';
import { erase } from '../vault/erase.ts';
import type { OpenWallet } from '../vault/open-wallet.ts';
import { showAndConfirm } from './backup.ts';
import { enterPhrase } from './enter-words.ts';
import type { Flow } from './flow.ts';
import { choose, type Glass } from './glass.ts';
import { storeRestored } from './restore.ts';

/** How a look into a file can end. */
type FileResult = Extract<Outcome, 'match' | 'no-match' | 'wrong-code' | 'other-wallet'>;

/** Enough of an id to tell one's own wallets apart by: eight digits. */
function shortId(walletId: Uint8Array): string {
  return formatWalletId(walletId).slice(0, 9);
}

export function restoreFileBody(file: Uint8Array): string {
  return `Restore wallet ${shortId(readBackupFile(file).walletId)} from its file. You need the backup code.`;
}

function* tell(glass: Glass, result: FileResult, file: Uint8Array): Flow<FileResult> {
  const says = {
    match: ['The file is good', 'It holds this wallet, and your backup code opens it.'],
    'no-match': ['No match', 'The code opens the file, but another wallet is in it.'],
    'wrong-code': ['Wrong code', 'It does not open the file. Compare the code words with your paper.'],
    'other-wallet': [
      'Other wallet',
      `The file is of the wallet ${shortId(readBackupFile(file).walletId)}, not of this one.`,
    ],
  } as const;
  const [title, body] = says[result];
  yield* choose(glass, { ...glass.enter('result'), title, body });
  return result;
}

/**
 * A new code, shown and confirmed like a phrase; then the last press releases the file. Nothing is encrypted before
 * that press, so that there is no file to be had by cutting the ceremony short (H2). The caller closes the wallet.
 */
export function* releaseBackupFile(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  const made = wallet.newBackupFile();
  try {
    if ((yield* showAndConfirm(glass, made)) === 'stopped') return 'stopped';
    if ((yield* choose(glass, glass.enter('finish'))) === 'left') return 'stopped';
    glass.state.releasedFile = made.seal();
    return 'completed';
  } finally {
    made.close();
  }
}

/** The phrase in the file, to be erased by the caller, once the person has entered its code. */
function* openWithCode(
  glass: Glass,
  file: Uint8Array,
): Flow<Uint16Array | 'left' | 'wrong-code' | 'no-match'> {
  const code = yield* enterPhrase(glass, codeWordCount, 'valid');
  if (code === 'left') return code;
  try {
    return openBackupFile(file, code);
  } finally {
    erase(code);
  }
}

/** Changes nothing. The wallet id in the header is compared first, to spare the person a code that cannot help. */
export function* checkBackupFile(glass: Glass, wallet: OpenWallet, file: Uint8Array): Flow<Outcome> {
  if (!equalBytes(readBackupFile(file).walletId, wallet.walletId))
    return yield* tell(glass, 'other-wallet', file);
  const phrase = yield* openWithCode(glass, file);
  if (phrase === 'left') return 'stopped';
  if (typeof phrase === 'string') return yield* tell(glass, phrase, file);
  const matches = wallet.matches(phrase);
  erase(phrase);
  return yield* tell(glass, matches ? 'match' : 'no-match', file);
}

/** Nothing is stored before the PIN is chosen. */
export function* restoreBackupFile(glass: Glass, file: Uint8Array): Flow<Outcome> {
  const phrase = yield* openWithCode(glass, file);
  if (phrase === 'left') return 'stopped';
  if (typeof phrase === 'string') return yield* tell(glass, phrase, file);
  return yield* storeRestored(glass, phrase);
}
