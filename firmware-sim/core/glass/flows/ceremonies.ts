/** The ceremonies: what a host may ask for, and what a device begins by itself at power-on. */
import type { CeremonyRequest } from '../../../../src/protocol/ceremonies.ts';
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import { erase } from '../../vault/memory/erase.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import { identifyWords, showOwnAddresses } from './addresses.ts';
import { backUp } from './backup.ts';
import { checkBackupFile, releaseBackupFile, restoreBackupFile, restoreFileBody } from './backup-file.ts';
import { checkBackup } from './check-backup.ts';
import { followEntropyCheck } from './check-entropy.ts';
import { rollDice } from './dice.ts';
import type { Flow } from '../flow.ts';
import { holdRight } from '../gestures.ts';
import { choose, chooseLater, type Glass } from '../glass.ts';
import { chooseNewPin, sayWiped, unlock } from './pin.ts';
import { restoreWords } from './restore.ts';
import { revealAgain } from './reveal-again.ts';
import { drawHold } from '../screens/screens.ts';
import { copySeedQr } from './seed-qr.ts';

/** Asks first, always: a host can ask for a ceremony, and the person begins it (H2). */
export function* requested(glass: Glass, request: CeremonyRequest): Flow<Outcome> {
  const question = glass.enter('consent');
  const body = bodyOf(glass, request);
  const sentences = body === undefined ? question : { ...question, body };
  const answer = yield* chooseLater(glass, sentences);
  glass.state.unanswered = 0;
  if (answer === 'left') return 'declined';
  switch (request.kind) {
    case 'create':
      return yield* createWallet(glass, request);
    case 'restore':
      return yield* restoreWords(glass, request.wordCount);
    case 'reveal':
      return yield* withPin(glass, (wallet) => revealAgain(glass, wallet));
    case 'check':
      return yield* withPin(glass, (wallet) => checkBackup(glass, wallet));
    case 'change-pin':
      return yield* withPin(glass, (wallet) => changePin(glass, wallet));
    case 'seed-qr':
      return yield* withPin(glass, (wallet) => copySeedQr(glass, wallet));
    case 'addresses':
      return yield* withPin(glass, (wallet) => showOwnAddresses(glass, wallet));
    case 'identify':
      return yield* identifyWords(glass, request.wordCount);
    case 'wipe':
      return yield* wipe(glass);
    case 'rename':
      return yield* rename(glass, request.name);
    case 'language':
      return yield* changeLanguage(glass, request.tag);
    case 'backup-file':
      return yield* withPin(glass, (wallet) => releaseBackupFile(glass, wallet));
    case 'check-file':
      return yield* withPin(glass, (wallet) => checkBackupFile(glass, wallet, request.file));
    case 'restore-file':
      return yield* restoreBackupFile(glass, request.file);
  }
}

/** What the host has chosen is shown before the person agrees to it. */
function bodyOf(glass: Glass, request: CeremonyRequest): string | undefined {
  if (request.kind === 'rename') return glass.text.rename(request.name);
  if (request.kind === 'language') return glass.text.language.leave(glass.textIn(request.tag).language.name);
  return request.kind === 'restore-file' ? restoreFileBody(glass, request.file) : undefined;
}

/** Asks for the PIN and lends the open wallet to `use`; closes it however that ends. */
function* withPin(glass: Glass, use: (wallet: OpenWallet) => Flow<Outcome>): Flow<Outcome> {
  const result = yield* unlock(glass);
  if (result.kind === 'wiped') {
    yield* sayWiped(glass);
    return 'wiped';
  }
  try {
    return yield* use(result.wallet);
  } finally {
    result.wallet.close();
    glass.blank();
  }
}

/** Before the PIN is set nothing exists; from then on there is an unfinished backup, whatever happens (H6). */
function* createWallet(glass: Glass, request: Extract<CeremonyRequest, { kind: 'create' }>): Flow<Outcome> {
  const source = glass.vault.newPhrase(request.wordCount);
  let wallet: OpenWallet;
  try {
    if (request.dice === true) yield* rollDice(glass, source);
    const isChecked = request.entropyCheck === true;
    if (isChecked) {
      const ended = yield* followEntropyCheck(glass, source);
      if (ended !== 'kept') return ended;
    }
    // The host's "keep" brought the next screen up.
    const pin = yield* chooseNewPin(glass, isChecked);
    try {
      wallet = glass.vault.create(pin, source);
    } finally {
      erase(pin);
    }
  } finally {
    source.erase();
  }
  return yield* backUp(glass, wallet);
}

/** Behind the PIN where there is a wallet: what stands below its ID is for its owner to say. */
function* rename(glass: Glass, name: string): Flow<Outcome> {
  const { vault } = glass;
  const keep = (): Outcome => {
    vault.rename(name);
    return 'completed';
  };
  if (vault.state() === 'empty') return keep();
  return yield* withPin(glass, function* () {
    yield* [];
    return keep();
  });
}

/** Asked once more in the language that it is to be: who can't read it doesn't agree to it. */
function* changeLanguage(glass: Glass, tag: string): Flow<Outcome> {
  const { language, stage } = glass.textIn(tag);
  const question = stage('consent', { position: 0, total: 0, wordCount: 0, activity: 'language' });
  const answer = yield* choose(glass, { ...question, body: language.take });
  if (answer === 'left') return 'declined';
  glass.vault.speak(tag);
  return 'completed';
}

function* changePin(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  const pin = yield* chooseNewPin(glass);
  try {
    wallet.changePin(pin);
  } finally {
    erase(pin);
  }
  return 'completed';
}

/** No PIN is asked: a thief with the unlocked device could as well enter three wrong ones. */
function* wipe(glass: Glass): Flow<Outcome> {
  const sentences = glass.enter('wipe');
  const draw = (progress: number): void => glass.draw((canvas) => drawHold(canvas, sentences, progress));
  draw(0);
  if ((yield* holdRight(glass, draw)) === 'left') return 'declined';
  glass.vault.wipe();
  return 'completed';
}

/** PIN, then the whole backup from the hold on. */
export function* resumeBackup(glass: Glass): Flow<Outcome> {
  const result = yield* unlock(glass);
  if (result.kind === 'open') {
    glass.state.locked = false;
    return yield* backUp(glass, result.wallet);
  }
  yield* sayWiped(glass);
  return 'wiped';
}

/** No PIN is asked: three wrong ones would do the same, and an unfinished wallet has received nothing. */
export function* discardBackup(glass: Glass): Flow<Outcome | 'kept'> {
  const sentences = glass.enter('discard');
  const draw = (progress: number): void => glass.draw((canvas) => drawHold(canvas, sentences, progress));
  draw(0);
  if ((yield* holdRight(glass, draw)) === 'left') return 'kept';
  glass.vault.discard();
  return 'discarded';
}

/** Power-on with a finished wallet: the PIN releases the wallet ID, nothing secret stays open. */
export function* unlockWallet(glass: Glass): Flow<void> {
  const result = yield* unlock(glass);
  if (result.kind === 'open') {
    glass.state.releasedWalletId = result.wallet.walletId.slice();
    result.wallet.keepKeys();
    result.wallet.close();
    glass.state.locked = false;
  } else {
    yield* sayWiped(glass);
    glass.state.outcome = 'wiped';
  }
}
