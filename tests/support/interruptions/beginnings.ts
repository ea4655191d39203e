/** The devices that the rows of the table begin with, made once by a person who did what it takes. */
import { responseData } from '../../../src/protocol/apdu.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import { createWallet, agreeToNewWallet, choosePin, enterPin, makeBackupFile } from '../person.ts';
import { createTestDevice, createTestStorage, seededRandom, type TestDevice } from '../test-device.ts';
import type { Known } from './go-on.ts';
import type { Beginning } from './ways.ts';

const pin = '1357';
const nextPin = '8642';
const size = 4_096;

interface Stored {
  readonly image: Uint8Array;
  readonly paper: readonly string[];
}

function store(lead: (device: TestDevice) => string[]): Stored {
  const device = createTestDevice({
    storage: createTestStorage(size),
    random: seededRandom({ all: 'interruptions' }),
  });
  const paper = lead(device);
  return { image: device.storage.bytes.slice(), paper };
}

const backedUp = store((device) => {
  device.startCreate(12);
  return device.person(createWallet(12, pin));
});

const unfinished = store((device) => {
  device.startCreate(12);
  device.person(agreeToNewWallet());
  device.person(choosePin(pin));
  return [];
});

const fresh = store(() => []);

/** What is in the storage of each, as an image of the 4,096 bytes that the simulator's file has. */
export const images: Readonly<Record<Beginning, Uint8Array>> = {
  new: fresh.image,
  unfinished: unfinished.image,
  locked: backedUp.image,
  unlocked: backedUp.image,
};

/** A device in this process that has just been switched on, and unlocked where it shall be. */
export function deviceAt(from: Beginning, random = seededRandom({ all: 'switched on' })): TestDevice {
  const storage = createTestStorage(size);
  storage.bytes.set(images[from]);
  const device = createTestDevice({ storage, random });
  if (from === 'unlocked') device.person(enterPin(pin));
  return device;
}

/** A backup file of the wallet that is backed up, made by its device, and the code that the person wrote down. */
const backupFile = (() => {
  const device = deviceAt('unlocked');
  device.start({ kind: 'backup-file' });
  const code = device.person(makeBackupFile(pin));
  return { file: responseData(device.exchange(encodeReadFileRequest())), code };
})();

export const ownFile: Uint8Array = backupFile.file;

/** What the person knows in front of each. */
export function knownAt(from: Beginning): Known {
  const holdsWallet = from === 'locked' || from === 'unlocked';
  const known = { nextPin, otherPaper: backedUp.paper, newCode: [], fileCode: backupFile.code };
  if (from === 'new') return { ...known, pin: nextPin, paper: [] };
  return { ...known, pin, paper: holdsWallet ? [...backedUp.paper] : [] };
}
