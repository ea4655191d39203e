/** The devices that the walk of the ceremonies begins with, and what a host may ask each of them for. */
import { allApps } from '../../firmware-sim/apps/all-apps.ts';
import { sealBackupFile } from '../../firmware-sim/core/vault/copies/backup-file.ts';
import { wordsOfCode } from '../../firmware-sim/core/vault/copies/backup-code.ts';
import { wordText } from '../../firmware-sim/core/vault/phrase/phrase.ts';
import type { Board } from '../../firmware-sim/core/board.ts';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import type { CeremonyRequest } from '../../src/protocol/ceremonies.ts';
import { encodeWalletRequest } from '../../src/protocol/commands/wallet.ts';
import { fromHex } from '../../src/protocol/bytes.ts';
import {
  fewestRounds,
  fileNonceLength,
  fileSaltLength,
  writtenVersion,
} from '../../src/protocol/files/backup-file.ts';
import { otherTag } from '../fixtures/devices/other-language.ts';
import { rememberedStretch } from '../fixtures/devices/remembered-stretch.ts';
import {
  createTestDevice,
  createTestStorage,
  seededRandom,
  type TestDevice,
} from '../fixtures/devices/test-device.ts';
import { deviceAt, images, knownAt, ownFile } from '../fixtures/interruptions/beginnings.ts';
import type { Known } from '../fixtures/interruptions/go-on.ts';
import type { Beginning } from '../fixtures/interruptions/ways.ts';
import { strangersCode, strangersFile } from '../fixtures/proof/strangers-file.ts';
import { createWallet, enterPin } from '../kit/drivers/person.ts';

/** What a host asks for, and what makes it lead elsewhere than another request of its kind. */
export interface Asked {
  readonly request: CeremonyRequest;
  readonly variant: string;
  /** The code of the file in it. */
  readonly fileCode?: readonly string[];
}

export interface Start {
  readonly name: string;
  readonly switchOn: (random: Board['random']) => TestDevice;
  readonly known: () => Known;
  readonly asks: readonly Asked[];
}

const walletId = (() => {
  const device = deviceAt('unlocked');
  return responseData(device.exchange(encodeWalletRequest())).slice();
})();

const forgedCode = new Uint8Array(16).map((_, at) => at * 7 + 11);

/** Names the wallet of the device and holds another one: no device of ours writes it. */
const forgedFile = sealBackupFile(
  new Uint8Array(16).map((_, at) => at * 3 + 1),
  forgedCode,
  {
    version: writtenVersion,
    wordCount: 12,
    walletId,
    rounds: fewestRounds,
    salt: new Uint8Array(fileSaltLength).fill(5),
    nonce: new Uint8Array(fileNonceLength).fill(6),
  },
  rememberedStretch,
);
const forgedCodeWords = [...wordsOfCode(forgedCode)].map(wordText);

const fileAsks = (kind: 'check-file' | 'restore-file'): readonly Asked[] => [
  { request: { kind, file: ownFile }, variant: 'own' },
  { request: { kind, file: forgedFile }, variant: 'forged', fileCode: forgedCodeWords },
];

const plain = (request: CeremonyRequest): Asked => ({ request, variant: '' });

const forEmpty: readonly Asked[] = [
  { request: { kind: 'create', wordCount: 12 }, variant: 'plain' },
  { request: { kind: 'create', wordCount: 12, entropyCheck: true }, variant: 'check' },
  { request: { kind: 'create', wordCount: 12, dice: true }, variant: 'dice' },
  { request: { kind: 'create', wordCount: 12, dice: true, entropyCheck: true }, variant: 'dice and check' },
  plain({ kind: 'restore', wordCount: 12 }),
  plain({ kind: 'identify', wordCount: 12 }),
  ...fileAsks('restore-file'),
  plain({ kind: 'rename', name: 'Desk' }),
  plain({ kind: 'language', tag: otherTag }),
];

const forBackedUp: readonly Asked[] = [
  plain({ kind: 'reveal' }),
  plain({ kind: 'check' }),
  plain({ kind: 'change-pin' }),
  plain({ kind: 'wipe' }),
  plain({ kind: 'rename', name: 'Desk' }),
  plain({ kind: 'language', tag: otherTag }),
  plain({ kind: 'seed-qr' }),
  plain({ kind: 'addresses' }),
  plain({ kind: 'backup-file' }),
  ...fileAsks('check-file'),
  { request: { kind: 'check-file', file: strangersFile }, variant: 'other', fileCode: strangersCode },
];

const start = (from: Beginning, asks: readonly Asked[]): Start => ({
  name: from,
  switchOn: (random) => deviceAt(from, random),
  known: () => knownAt(from),
  asks,
});

const fifteenWords = ((): Uint8Array => {
  const device = createTestDevice({
    storage: createTestStorage(4_096),
    random: seededRandom({ all: 'fifteen words' }),
  });
  device.startCreate(15);
  device.person(createWallet(15, knownAt('unlocked').pin));
  return device.storage.bytes.slice();
})();

/** Words that have one format of SeedQR only. */
const withFifteenWords: Start = {
  name: '15 words',
  switchOn(random) {
    const storage = createTestStorage(fifteenWords.length);
    storage.bytes.set(fifteenWords);
    const device = createTestDevice({ storage, random });
    device.person(enterPin(knownAt('unlocked').pin));
    return device;
  },
  known: () => ({ ...knownAt('unlocked'), paper: [] }),
  asks: [plain({ kind: 'seed-qr' })],
};

/** `E0 D8` "Ethereum", and a silent `E0 02` for m/44'/60'/0'/0/0: the question of one screen. */
const openEthereum = fromHex('e0d8000008457468657265756d');
const silentKey = fromHex('e002000015058000002c8000003c800000000000000000000000');

/** In an app, with a question on the glass: no request of the protocol leads there. */
const askedByAnApp: Start = {
  name: 'app',
  switchOn(random) {
    const storage = createTestStorage(images.unlocked.length);
    storage.bytes.set(images.unlocked);
    const device = createTestDevice({ storage, random, apps: allApps });
    device.person(enterPin(knownAt('unlocked').pin));
    device.ask(openEthereum);
    device.ask(silentKey);
    return device;
  },
  known: () => knownAt('unlocked'),
  asks: [],
};

export const starts: readonly Start[] = [
  start('new', forEmpty),
  start('unfinished', []),
  start('locked', []),
  start('unlocked', forBackedUp),
  withFifteenWords,
  askedByAnApp,
];
