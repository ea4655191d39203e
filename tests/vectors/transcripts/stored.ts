/** Storage as a transcript describes it: made by a device that is led there, since its bytes are each maker's own. */
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { isWordCount, type WordCount } from '../../../src/protocol/public-state.ts';
import { agree, agreeToNewWallet, choosePin, enterWords, tap } from '../../kit/drivers/person.ts';
import { entropyOfPhrase } from '../../fixtures/data/independent-phrase.ts';
import {
  createTestDevice,
  createTestStorage,
  seededRandom,
  type TestDevice,
  type TestStorage,
} from '../../fixtures/devices/test-device.ts';
import type { Stored } from './transcript.ts';

/** Of the device of all transcripts but the one that starts it. */
export const deviceSeed = 'the device of the transcripts';

export const wordCountIn = (phrase: string): WordCount => {
  const count = phrase.split(' ').length;
  if (!isWordCount(count)) throw new Error('a phrase has 12, 15, 18, 21 or 24 words');
  return count;
};

function rename(device: TestDevice, name: string): void {
  device.exchange(encodeCeremonyRequest({ kind: 'rename', name }));
  device.person(tap('right'));
}

/** The storage of a device that holds what is described. */
export function storageWith(stored: Stored): TestStorage {
  const storage = createTestStorage();
  if (stored.wallet === 'never started') return storage;
  const sound = seededRandom({ all: deviceSeed });
  const entropy = 'phrase' in stored ? entropyOfPhrase(stored.phrase) : new Uint8Array();
  const device = createTestDevice({
    storage,
    random: (purpose, length) => (purpose === 'phrase' ? Uint8Array.from(entropy) : sound(purpose, length)),
  });
  if (stored.name !== undefined && stored.name !== '') rename(device, stored.name);
  if (stored.wallet === 'empty') return storage;
  const wordCount = wordCountIn(stored.phrase);
  if (stored.wallet === 'unfinished-backup') {
    device.startCreate(wordCount);
    device.person(agreeToNewWallet());
  } else {
    device.start({ kind: 'restore', wordCount });
    device.person(agree('Restore?'));
    device.person(enterWords(stored.phrase.split(' '), 'halving'));
  }
  device.person(choosePin(stored.pin));
  return storage;
}
