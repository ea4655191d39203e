/** The ceremonies: what a host may ask for, and what a device begins by itself at power-on. */
import type { CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { Outcome, WordCount } from '../../../src/protocol/public-state.ts';
import { erase } from '../vault/erase.ts';
import type { OpenWallet } from '../vault/open-wallet.ts';
import { backUp } from './backup.ts';
import { checkBackupFile, releaseBackupFile, restoreBackupFile, restoreFileBody } from './backup-file.ts';
import { checkEntropy } from './check-entropy.ts';
import { rollDice } from './dice.ts';
import { enterPhrase } from './enter-words.ts';
import type { Flow } from './flow.ts';
import { holdRight } from './gestures.ts';
import { choose, type Glass } from './glass.ts';
import { chooseNewPin, sayWiped, unlock } from './pin.ts';
import { storeRestored } from './restore.ts';
import { revealAgain } from './reveal-again.ts';
import { drawHold } from './screens.ts';
import { copySeedQr } from './seed-qr.ts';

/** Asks first, always: a host can ask for a ceremony, and the person begins it (H2). */
export function* requested(glass: Glass, request: CeremonyRequest): Flow<Outcome> {
  const question = glass.enter('consent');
  const body = bodyOf(request);
  const sentences = body === undefined ? question : { ...question, body };
  if ((yield* choose(glass, sentences)) === 'left') return 'declined';
  switch (request.kind) {
    case 'create':
      return yield* createWallet(glass, request);
    case 'restore':
      return yield* restoreWallet(glass, request.wordCount);
    case 'reveal':
      return yield* withPin(glass, (wallet) => revealAgain(glass, wallet));
    case 'check':
      return yield* withPin(glass, (wallet) => checkBackup(glass, wallet));
    case 'change-pin':
      return yield* withPin(glass, (wallet) => changePin(glass, wallet));
    case 'seed-qr':
      return yield* withPin(glass, (wallet) => copySeedQr(glass, wallet));
    case 'wipe':
      return yield* wipe(glass);
    case 'rename':
      glass.vault.rename(request.name);
      return 'completed';
    case 'backup-file':
      return yield* withPin(glass, (wallet) => releaseBackupFile(glass, wallet));
    case 'check-file':
      return yield* withPin(glass, (wallet) => checkBackupFile(glass, wallet, request.file));
    case 'restore-file':
      return yield* restoreBackupFile(glass, request.file);
  }
}

/** What the host has chosen is shown before the person agrees to it. */
function bodyOf(request: CeremonyRequest): string | undefined {
  if (request.kind === 'rename') return `Call this device ${request.name}`;
  return request.kind === 'restore-file' ? restoreFileBody(request.file) : undefined;
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
    if (request.entropyCheck === true) {
      const ended = yield* checkEntropy(glass, source);
      if (ended !== 'kept') return ended;
    }
    const pin = yield* chooseNewPin(glass);
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

function* restoreWallet(glass: Glass, wordCount: WordCount): Flow<Outcome> {
  const phrase = yield* enterPhrase(glass, wordCount, 'valid');
  if (phrase === 'left') return 'stopped';
  return yield* storeRestored(glass, phrase);
}

/** Compares what is on the paper with what is stored, and changes nothing (a dry run). */
function* checkBackup(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  const entered = yield* enterPhrase(glass, wallet.wordCount, 'any');
  if (entered === 'left') return 'stopped';
  const matches = wallet.matches(entered);
  erase(entered);
  const sentences = glass.enter('result');
  yield* choose(glass, {
    ...sentences,
    title: matches ? 'They match' : 'No match',
    body: matches
      ? 'The words on your paper open this wallet.'
      : 'One word or more differs. Look at your words and compare the paper.',
  });
  return matches ? 'match' : 'no-match';
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
  glass.vault.discard();
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

/** Power-on with a finished wallet: the PIN releases the wallet id, nothing secret stays open. */
export function* unlockWallet(glass: Glass): Flow<void> {
  const result = yield* unlock(glass);
  if (result.kind === 'open') {
    glass.state.releasedWalletId = result.wallet.walletId.slice();
    result.wallet.close();
    glass.state.locked = false;
  } else {
    yield* sayWiped(glass);
    glass.state.outcome = 'wiped';
  }
}
