/** `transcripts/`: a file for each script. */
import { p256 } from '@noble/curves/nist.js';
import { toHex } from '../../../src/protocol/bytes.ts';
import { entropyOfPhrase, walletIdOfEntropy } from '../../fixtures/data/independent-phrase.ts';
import { seededRandom } from '../../fixtures/devices/test-device.ts';
import type { Vectors } from '../files.ts';
import type { Json } from '../lay-out.ts';
import { lives } from './lives.ts';
import { newWallets } from './new-wallets.ts';
import { powerOns } from './power-on.ts';
import { record } from './recorder.ts';
import { deviceSeed, wordCountIn } from './stored.ts';
import type { Script, Stored } from './transcript.ts';
import { troubles } from './troubles.ts';

export const transcriptScripts: readonly Script[] = [...newWallets, ...powerOns, ...lives, ...troubles];

/** What the device of the transcripts drew when it was started. */
function identityFrom(random: string): { readonly deviceId: string; readonly deviceKey: string } {
  const draw = seededRandom({ all: random });
  const seed = draw('device', 48);
  return { deviceId: toHex(draw('device', 16)), deviceKey: toHex(p256.utils.randomSecretKey(seed)) };
}

function describe(stored: Stored, script: Script): Json {
  if (stored.wallet === 'never started') return { wallet: stored.wallet };
  const name = stored.name ?? '';
  const identity = identityFrom(script.before.wallet === 'never started' ? script.name : deviceSeed);
  if (stored.wallet === 'empty') return { ...identity, name, wallet: stored.wallet };
  const entropy = entropyOfPhrase(stored.phrase);
  return {
    ...identity,
    name,
    wallet: stored.wallet,
    words: wordCountIn(stored.phrase),
    phrase: stored.phrase,
    walletId: walletIdOfEntropy(entropy),
    pin: stored.pin,
  };
}

export function transcriptVectors(script: Script): Vectors {
  const { draws, steps, after } = record(script);
  return {
    description: script.description,
    before: describe(script.before, script),
    seed: script.name,
    random: draws,
    steps,
    after: describe(after, script),
  };
}
