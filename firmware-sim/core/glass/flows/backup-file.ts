/** The ceremonies of the encrypted backup file: made, checked, and restored from. The code is on the glass alone. */
import { codeWordCount } from '../../../../src/protocol/files/backup-code.ts';
import { namesWallet } from '../../../../src/protocol/files/backup-file.ts';
import { equalBytes } from '../../../../src/protocol/bytes.ts';
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { formatWalletId } from '../../../../src/protocol/entropy/wallet-id.ts';
import { codeFits } from '../../vault/copies/backup-code.ts';
import { readBackupFile } from '../../vault/copies/backup-file.ts';
import { erase } from '../../vault/memory/erase.ts';
import { checksumFits } from '../../vault/phrase/phrase.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import { showAndConfirm } from './backup.ts';
import { enterPhrase } from './enter-words.ts';
import type { Flow } from '../flow.ts';
import { choose, type Glass } from '../glass.ts';
import { endedAs } from './ended-as.ts';
import { storeRestored } from './restore.ts';
import { withHint } from './wrong-words.ts';

/** Enough of an id to tell one's own wallets apart by: eight digits. */
function shortId(walletId: Uint8Array): string {
  return formatWalletId(walletId).slice(0, 9);
}

export function restoreFileBody({ text }: Glass, file: Uint8Array): string {
  return text.file.restore(shortId(readBackupFile(file).walletId));
}

/** How a look into a file can end, when the code opened it or was not asked for. */
type FileResult = Extract<Outcome, 'match' | 'no-match' | 'other-wallet'>;

function* tell(glass: Glass, result: FileResult, file: Uint8Array): Flow<FileResult> {
  const says = glass.text.file.results(shortId(readBackupFile(file).walletId));
  yield* choose(glass, { ...glass.enter('result'), ...says[result] });
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

/** Says why a code is wrong: the person looks at it again, or is done. */
function* sayWrongCode(glass: Glass, says: StageSentences): Flow<'look' | 'wrong-code'> {
  glass.enter('result');
  return (yield* choose(glass, says)) === 'right' ? 'wrong-code' : 'look';
}

/** The phrase in the file, to be erased by the caller, or what the device said of the code, or of the file. */
function* judgeCode(
  glass: Glass,
  file: Uint8Array,
  words: Uint16Array,
): Flow<Uint16Array | 'look' | 'wrong-code' | FileResult> {
  const { version } = readBackupFile(file);
  const { wrongCode } = glass.text.entry;
  const fits = (code: Uint16Array): boolean => codeFits(code, version);
  if (!fits(words)) {
    const isPhrase = version !== 1 && checksumFits(words);
    return yield* sayWrongCode(
      glass,
      isPhrase ? wrongCode('phrase') : withHint(glass, wrongCode('checksum'), words, fits),
    );
  }
  const opened = glass.vault.openFile(file, words);
  if (opened === 'wrong-code') return yield* sayWrongCode(glass, wrongCode('file'));
  return opened === 'no-match' ? yield* tell(glass, opened, file) : opened;
}

/** Asks for the code until it opens the file, or the person stops, or is content with what the device said. */
function* openWithCode(
  glass: Glass,
  file: Uint8Array,
): Flow<Uint16Array | 'stopped' | 'wrong-code' | FileResult> {
  // What the device has said stays said: leaving the words, or a host that stops, does not undo it (H12).
  let wrong = false;
  const opened = yield* endedAs(
    'wrong-code' as const,
    () => wrong,
    enterPhrase(glass, codeWordCount, function* judge(words) {
      const judged = yield* judgeCode(glass, file, words);
      wrong ||= judged === 'look';
      return judged;
    }),
  );
  if (opened !== 'left') return opened;
  return wrong ? 'wrong-code' : 'stopped';
}

/** Changes nothing. The wallet ID in the header is compared first, to spare the person a code that cannot help. */
export function* checkBackupFile(glass: Glass, wallet: OpenWallet, file: Uint8Array): Flow<Outcome> {
  const header = readBackupFile(file);
  if (namesWallet(header) && !equalBytes(header.walletId, wallet.walletId)) {
    yield* tell(glass, 'other-wallet', file);
    return 'other-wallet';
  }
  const phrase = yield* openWithCode(glass, file);
  if (typeof phrase === 'string') return phrase;
  const matches = wallet.matches(phrase);
  erase(phrase);
  const result = matches ? 'match' : 'no-match';
  yield* tell(glass, result, file);
  return result;
}

/** Nothing is stored before the PIN is chosen. */
export function* restoreBackupFile(glass: Glass, file: Uint8Array): Flow<Outcome> {
  const phrase = yield* openWithCode(glass, file);
  return typeof phrase === 'string' ? phrase : yield* storeRestored(glass, phrase);
}
