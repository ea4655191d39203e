/**
 * H9 from the inside: every array that carries a secret through the libraries and between the vault's files is
 * recorded, and must hold nothing but zeros once the flow has ended, however it ended.
 */
import type * as pbkdf2Module from '@noble/hashes/pbkdf2.js';
import type * as hmacModule from '@noble/hashes/hmac.js';
import type * as chachaModule from '@noble/ciphers/chacha.js';
import type * as backupFileModule from '../../../../firmware-sim/core/vault/backup-file.ts';
import type * as phraseModule from '../../../../firmware-sim/core/vault/phrase.ts';
import type * as questionModule from '../../../../firmware-sim/core/vault/question.ts';
import type * as prefixesModule from '../../../../firmware-sim/core/vault/prefixes.ts';
import type * as secretBytesModule from '../../../../firmware-sim/core/vault/secret-bytes.ts';
import type * as vaultModule from '../../../../firmware-sim/core/vault/vault.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { erase } from '../../../../firmware-sim/core/vault/erase.ts';
import { recordLength } from '../../../../firmware-sim/core/vault/record.ts';
import { slotLength } from '../../../../firmware-sim/core/vault/slots.ts';
import { openVault } from '../../../../firmware-sim/core/vault/vault.ts';
import { createCoreBoard, type CoreBoard } from '../../../support/core-board.ts';
import {
  agreeToNewWallet,
  choosePin,
  createWallet,
  enterPin,
  mistakeWord,
  type Action,
  reveal,
  tap,
  typePin,
  writeWordsDown,
} from '../../../support/person.ts';
import { createTestDevice, PowerCut, seededRandom, type TestDevice } from '../../../support/test-device.ts';
import { lifeScripts, playScript, readyFor, backedUpImage } from '../../../support/life-scripts.ts';
import { encodeCancelRequest } from '../../../../src/protocol/commands/cancel.ts';
import type { RandomPurpose } from '../../../../firmware-sim/core/board.ts';

const recorded = vi.hoisted(() => {
  const arrays: { readonly name: string; readonly bytes: Uint8Array | Uint16Array }[] = [];
  return {
    arrays,
    keep<Bytes extends Uint8Array | Uint16Array>(name: string, bytes: Bytes): Bytes {
      arrays.push({ name, bytes });
      return bytes;
    },
  };
});

vi.mock('@noble/hashes/pbkdf2.js', async (original) => {
  const real = await original<typeof pbkdf2Module>();
  return {
    ...real,
    pbkdf2: (...[hash, password, ...rest]: Parameters<typeof real.pbkdf2>) => {
      if (password instanceof Uint8Array) recorded.keep('password', password);
      return recorded.keep('stretched', real.pbkdf2(hash, password, ...rest));
    },
  };
});
vi.mock('@noble/hashes/hmac.js', async (original) => {
  const real = await original<typeof hmacModule>();
  const hmac: typeof real.hmac = Object.assign(
    (...parameters: Parameters<typeof real.hmac>) => recorded.keep('key', real.hmac(...parameters)),
    { create: (...parameters: Parameters<typeof real.hmac.create>) => real.hmac.create(...parameters) },
  );
  return { ...real, hmac };
});
vi.mock('@noble/ciphers/chacha.js', async (original) => {
  const real = await original<typeof chachaModule>();
  const wrapped = (...parameters: Parameters<typeof real.xchacha20poly1305>) => {
    const cipher = real.xchacha20poly1305(...parameters);
    return {
      encrypt: (plain: Uint8Array, output: Uint8Array) =>
        cipher.encrypt(recorded.keep('plain', plain), output),
      decrypt: (sealed: Uint8Array, output: Uint8Array) =>
        recorded.keep('plain', cipher.decrypt(sealed, output)),
    };
  };
  return { ...real, xchacha20poly1305: wrapped };
});
vi.mock('../../../../firmware-sim/core/vault/phrase.ts', async (original) => {
  const real = await original<typeof phraseModule>();
  return {
    ...real,
    phraseFromEntropy: (entropy: Uint8Array) =>
      recorded.keep('phrase', real.phraseFromEntropy(recorded.keep('entropy', entropy))),
    entropyFromPhrase: (phrase: Uint16Array) => recorded.keep('entropy', real.entropyFromPhrase(phrase)),
    // The phrase as it grows while it is entered, and what may come last.
    lastWords: (phrase: Uint16Array) =>
      recorded.keep('candidates', real.lastWords(recorded.keep('growing phrase', phrase))),
  };
});
vi.mock('../../../../firmware-sim/core/vault/question.ts', async (original) => {
  const real = await original<typeof questionModule>();
  return {
    ...real,
    makeQuestion: (...parameters: Parameters<typeof real.makeQuestion>) => {
      recorded.keep('block', parameters[2]);
      const question = real.makeQuestion(...parameters);
      recorded.keep('choices', question.choices);
      return question;
    },
  };
});
vi.mock('../../../../firmware-sim/core/vault/prefixes.ts', async (original) => {
  const real = await original<typeof prefixesModule>();
  return {
    ...real,
    wordsWithPrefix: (prefix: Uint8Array, candidates?: Uint16Array) => {
      // Before the first letter there is nothing to erase.
      if (prefix.length > 0) recorded.keep('letters', prefix);
      return recorded.keep('candidates', real.wordsWithPrefix(prefix, candidates));
    },
  };
});
vi.mock('../../../../firmware-sim/core/vault/backup-file.ts', async (original) => {
  const real = await original<typeof backupFileModule>();
  return {
    ...real,
    // What is found in a file is a phrase too.
    openBackupFile: (...[file, code]: Parameters<typeof real.openBackupFile>) => {
      const found = real.openBackupFile(file, recorded.keep('entered code', code));
      return typeof found === 'string' ? found : recorded.keep('found', found);
    },
    newBackupFile: (...[board, secret]: Parameters<typeof real.newBackupFile>) =>
      real.newBackupFile(
        {
          ...board,
          random: (purpose, length) => {
            const bytes = board.random(purpose, length);
            return purpose === 'backup-code' ? recorded.keep('code', bytes) : bytes;
          },
        },
        secret,
      ),
  };
});
// Every copy that the firmware makes of a secret.
vi.mock('../../../../firmware-sim/core/vault/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  return {
    ...real,
    copyBytes: (...parameters: Parameters<typeof real.copyBytes>) =>
      recorded.keep('copy', real.copyBytes(...parameters)),
    copyIndexes: (indexes: Uint16Array) => recorded.keep('copy', real.copyIndexes(indexes)),
    takeOver: (bytes: Uint8Array) => recorded.keep('taken', real.takeOver(bytes)),
  };
});
// PINs and entered phrases pass from the glass to the vault by these doors.
vi.mock('../../../../firmware-sim/core/vault/vault.ts', async (original) => {
  const real = await original<typeof vaultModule>();
  return {
    ...real,
    openVault: (...parameters: Parameters<typeof real.openVault>) => {
      const vault = real.openVault(...parameters);
      return {
        ...vault,
        create: (...[pin, count]: Parameters<typeof vault.create>) =>
          vault.create(recorded.keep('pin', pin), count),
        unlock: (pin: Uint8Array) => {
          const result = vault.unlock(recorded.keep('pin', pin));
          if (result.kind !== 'open') return result;
          const { wallet } = result;
          const watched = {
            ...wallet,
            matches: (entered: Uint16Array) => wallet.matches(recorded.keep('entered', entered)),
            changePin: (next: Uint8Array) => wallet.changePin(recorded.keep('pin', next)),
          };
          return { kind: 'open', wallet: watched };
        },
        restore: (...[pin, phrase]: Parameters<typeof vault.restore>) =>
          vault.restore(recorded.keep('pin', pin), recorded.keep('entered', phrase)),
      };
    },
  };
});

const left = (): string[] =>
  [
    ...new Set(
      recorded.arrays.filter(({ bytes }) => bytes.some((value) => value !== 0)).map(({ name }) => name),
    ),
  ].toSorted();
const names = (): string[] => [...new Set(recorded.arrays.map(({ name }) => name))].toSorted();

beforeEach(() => void (recorded.arrays.length = 0));

const everyName = [
  'block',
  'choices',
  'copy',
  'entropy',
  'key',
  'phrase',
  'pin',
  'plain',
  'password',
  'stretched',
  'taken',
].toSorted();

/** A device that was created, up to the first screen that shows a word. */
function atFirstWord(): TestDevice {
  const device = createTestDevice();
  device.startCreate(12);
  device.person(agreeToNewWallet());
  device.person(choosePin('4711'));
  device.person(reveal());
  return device;
}

function atConfirmation(): { device: TestDevice; paper: string[] } {
  const device = atFirstWord();
  const paper = device.person(writeWordsDown(12));
  device.person(tap('right'));
  return { device, paper };
}

/** Copies as they are now: a PIN on its way from the wheel to the vault is one of them. */
const copies = (): string[] =>
  recorded.arrays.filter(({ name }) => name === 'copy').map(({ bytes }) => String(bytes));

describe('erase', () => {
  it('overwrites every array that it is given', () => {
    const arrays = [Uint8Array.of(1, 2), Uint16Array.of(3, 400), Uint8Array.of(5)];
    erase(...arrays);
    expect(arrays.map((each) => [...each])).toEqual([[0, 0], [0, 0], [0]]);
  });
});

describe('nothing secret is left in memory', () => {
  it('after a whole ceremony', () => {
    const device = createTestDevice();
    device.startCreate(24);
    device.person(createWallet(24, '47110815'));
    expect(names()).toEqual(everyName);
    expect(left()).toEqual([]);
  });

  it('while words are shown, but for what the open wallet needs', () => {
    atFirstWord();
    expect(left()).toEqual(['entropy', 'phrase', 'taken']);
  });

  it.each([
    ['the host stops it', (device: TestDevice) => void device.exchange(encodeCancelRequest())],
    ['power goes', (device: TestDevice) => device.firmware.powerOff()],
  ])('when words are on the screen and %s', (_, end) => {
    end(atFirstWord());
    expect(left()).toEqual([]);
  });

  it.each([
    ['the host stops it', (device: TestDevice) => void device.exchange(encodeCancelRequest())],
    ['power goes', (device: TestDevice) => device.firmware.powerOff()],
  ])('when a question is on the screen and %s', (_, end) => {
    const { device, paper } = atConfirmation();
    device.person(mistakeWord(1, paper));
    end(device);
    expect(names()).toContain('choices');
    expect(left()).toEqual([]);
  });

  it.each(['stop', 'power'])('when the second PIN is being entered and it ends by %s', (ending) => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(typePin('4711'));
    expect(copies()).toContain('4,7,1,1');
    if (ending === 'stop') device.exchange(encodeCancelRequest());
    else device.firmware.powerOff();
    expect(copies()).not.toContain('4,7,1,1');
  });

  it('after the two PINs differed', () => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(agreeToNewWallet());
    device.person(typePin('4711'));
    device.person(typePin('4712'));
    expect(device.lines()[0]).toBe('Not the same');
    expect(copies()).toContain('0,0,0,0');
    expect(copies()).not.toContain('4,7,1,1');
    expect(copies()).not.toContain('4,7,1,2');
  });

  it.each([
    ['wrong', '1111'],
    ['right', '4711'],
  ])('after a %s PIN on a device that was switched on', (_, pin) => {
    const device = createTestDevice();
    device.startCreate(12);
    device.person(createWallet(12, '4711'));
    const again = device.replug();
    recorded.arrays.length = 0;
    again.person(enterPin(pin));
    expect(names()).toContain('pin');
    expect(left()).toEqual([]);
  });

  it('after three wrong PINs', () => {
    const again = atFirstWord().replug();
    again.person(tap('right'));
    for (let round = 0; round < 3; round += 1) {
      again.person(enterPin('0000'));
      again.person(tap('right'));
    }
    expect(again.status().outcome).toBe('wiped');
    expect(left()).toEqual([]);
  });

  it('when storage fails, at any write of a ceremony', () => {
    for (const budget of [0, 44, 344]) {
      const board = createCoreBoard();
      const vault = openVault(board);
      board.stored.budget = budget;
      const pin = Uint8Array.of(1, 2, 3, 4);
      expect(() => vault.create(pin, 24)).toThrow(PowerCut);
      erase(pin);
      expect(left()).toEqual([]);
    }
  });

  it('when storage fails while a right PIN is taken off the counter', () => {
    const board = createCoreBoard();
    const vault = openVault(board);
    const pin = Uint8Array.of(1, 2, 3, 4);
    vault.create(pin, 24).close();
    board.stored.budget = 2 * slotLength(recordLength);
    expect(() => vault.unlock(pin)).toThrow(PowerCut);
    erase(pin);
    expect(left()).toEqual([]);
  });

  it('when storage fails while the wallet is marked as backed up', () => {
    const { device, paper } = atConfirmation();
    device.storage.budget = 100;
    for (let position = 1; position <= 12; position += 1) {
      const choices = device.lines().slice(1, 5);
      for (let moves = choices.indexOf(paper[position - 1] ?? ''); moves > 0; moves -= 1)
        device.person(tap('right'));
      device.person(tap('both'));
    }
    expect(device.lines()[0]).toBe('Device fault');
    expect(left()).toEqual([]);
  });
});

describe.each(lifeScripts)('nothing secret is left in memory: $name', (script) => {
  it('after it has ended', () => {
    const prepared = backedUpImage();
    const device = readyFor(script, prepared);
    recorded.arrays.length = 0;
    playScript(device, script, prepared.paper);
    expect(device.status().outcome).toBe(script.outcome);
    if (['check', 'restore', 'restore-file'].includes(script.request.kind))
      expect(names()).toContain('entered');
    if (script.request.kind === 'backup-file') expect(names()).toContain('code');
    if (script.request.kind.endsWith('-file') && script.request.kind !== 'backup-file')
      expect(names()).toContain('entered code');
    if (script.request.kind === 'restore') expect(names()).toContain('growing phrase');
    if (script.name.endsWith('letters')) expect(names()).toContain('letters');
    expect(left()).toEqual([]);
  });

  it.each([
    ['the host stops it', (device: TestDevice) => void device.exchange(encodeCancelRequest())],
    ['power goes', (device: TestDevice) => device.firmware.powerOff()],
  ])('wherever %s', (_, end) => {
    const prepared = backedUpImage();
    const actions: Action[] = [];
    playScript(readyFor(script, prepared), script, prepared.paper, (action) => actions.push(action));
    // Of the entry of words every thirteenth press: other places of other words.
    for (let steps = 0; steps < actions.length; steps += actions.length > 60 ? 13 : 3) {
      const device = readyFor(script, prepared);
      device.start(script.request);
      recorded.arrays.length = 0;
      for (const action of actions.slice(0, steps)) device.fingers(action);
      end(device);
      expect(left()).toEqual([]);
      expect(device.textLines().filter(({ secret, text }) => secret && text.length > 1)).toEqual([]);
    }
  });
});

describe('a random source that breaks', () => {
  const breaking = (broken: RandomPurpose, after: number): CoreBoard => {
    const sound = seededRandom({ all: 'sound' });
    let draws = 0;
    return createCoreBoard({
      random: (purpose, length) =>
        purpose !== broken || draws++ < after ? sound(purpose, length) : new Uint8Array(length).fill(7),
    });
  };

  it.each([
    ['phrase', 0],
    ['seal', 0],
    ['seal', 1],
  ] as const)('leaves nothing of a wallet, in memory or in storage (%s, draw %i)', (purpose, after) => {
    const board = breaking(purpose, after);
    const vault = openVault(board);
    const before = board.stored.bytes.slice();
    const pin = Uint8Array.of(1, 2, 3, 4);
    expect(() => vault.create(pin, 24)).toThrow('device fault: random-source');
    erase(pin);
    expect(left()).toEqual([]);
    expect(vault.state()).toBe('empty');
    expect(board.stored.bytes).toEqual(before);
  });
});
