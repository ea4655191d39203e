/**
 * A phrase as squares that a person copies by hand: warning, format, hold, the whole code, then block by block. How
 * many screens and presses that takes depends on the format and the word count alone (H1).
 */
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import { blocksAcross, seedQrFormats, type SeedQrFormat } from '../../../../src/protocol/files/seed-qr.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import type { SeedQr } from '../../vault/copies/seed-qr.ts';
import type { Flow } from '../flow.ts';
import { gesture } from '../gestures.ts';
import { choose, type Glass } from '../glass.ts';
import { drawBlock, drawWholeCode } from '../screens/seed-qr-screens.ts';
import { holdToReveal } from './words.ts';

/** Where there is one format only, the screen says so and can be left. */
function* chooseFormat(glass: Glass, wallet: OpenWallet): Flow<SeedQrFormat | 'left'> {
  const made = yield* choose(glass, glass.enter('entry-method'));
  if (seedQrFormats(wallet.wordCount).length === 1) return made === 'left' ? 'left' : 'standard';
  return made === 'left' ? 'standard' : 'compact';
}

/** Step 0 is the whole code, the blocks follow. */
function* showStep(glass: Glass, code: SeedQr, step: number): Flow<'left' | 'right'> {
  const sentences = glass.enter('seed-qr');
  try {
    glass.draw((canvas) =>
      step === 0
        ? drawWholeCode(canvas, code, sentences, glass.text)
        : drawBlock(canvas, code, step - 1, sentences, glass.text),
    );
    for (;;) {
      const made = yield* gesture();
      if (made !== 'both') return made;
    }
  } finally {
    glass.blank();
  }
}

/** From the whole code to the question after the last block: `left` when the person went back past the whole code. */
function* showCode(glass: Glass, code: SeedQr): Flow<'right' | 'left'> {
  const last = blocksAcross(code.size) ** 2;
  let step = 0;
  while (step >= 0) {
    if (step > last) {
      if ((yield* choose(glass, glass.enter('written'))) === 'right') return 'right';
      step = last;
      continue;
    }
    step += (yield* showStep(glass, code, step)) === 'right' ? 1 : -1;
  }
  return 'left';
}

/** Warning, format and hold; `stopped`, or the format that may be shown now. */
function* agreeOnFormat(glass: Glass, wallet: OpenWallet): Flow<SeedQrFormat | 'stopped'> {
  for (;;) {
    if ((yield* choose(glass, glass.enter('warning'))) === 'left') return 'stopped';
    const format = yield* chooseFormat(glass, wallet);
    if (format !== 'left' && (yield* holdToReveal(glass)) === 'held') return format;
  }
}

/** The caller closes the wallet. */
export function* copySeedQr(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  for (;;) {
    const format = yield* agreeOnFormat(glass, wallet);
    if (format === 'stopped') return 'stopped';
    const code = wallet.seedQr(format);
    try {
      if ((yield* showCode(glass, code)) === 'right') return 'completed';
    } finally {
      code.erase();
    }
  }
}
