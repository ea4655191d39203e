/**
 * What the frame's page has anyway, and lends the scripts that it is handed: a curve of their own would be half of them, and a font of their
 * own would lack the letters of the languages that the page was taught. `src/site/kit-plugin.ts` reads the imports here.
 */
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { font, textWidth } from '../../../core/glass/font/font.ts';
import { holdRight } from '../../../core/glass/gestures.ts';
import { choose, chooseLater } from '../../../core/glass/glass.ts';
import { drawAddress } from '../../../core/glass/screens/address-screen.ts';
import { drawHold, drawSentences } from '../../../core/glass/screens/screens.ts';
import { keyHash } from '../../../core/vault/keys/hmac.ts';
import { lend } from './lend.ts';

export function lendFrameKit(): void {
  lend({
    weierstrass,
    hmac,
    sha256,
    sha512,
    font,
    textWidth,
    holdRight,
    choose,
    chooseLater,
    drawAddress,
    drawHold,
    drawSentences,
    keyHash,
  });
}
