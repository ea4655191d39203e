/**
 * H9 from the inside: every array that carries a secret through the libraries and between the vault's files is
 * recorded, and must hold nothing but zeros once the flow has ended, however it ended. On a board that stretches keys
 * itself, and on one that leaves it to the core, as the browser's does.
 */
import type * as stretchModule from '../../../fixtures/devices/remembered-stretch.ts';
import type * as keyStretchModule from '../../../../firmware-sim/core/vault/keys/stretch.ts';
import type * as hmacModule from '../../../../firmware-sim/core/vault/keys/hmac.ts';
import type * as chachaModule from '../../../../firmware-sim/core/vault/keys/xchacha.ts';
import type * as qrModule from '../../../../firmware-sim/core/vault/copies/qr-code.ts';
import type * as maskModule from '../../../../firmware-sim/core/vault/copies/qr-mask.ts';
import type * as backupFileModule from '../../../../firmware-sim/core/vault/copies/backup-file.ts';
import type * as phraseModule from '../../../../firmware-sim/core/vault/phrase/phrase.ts';
import type * as questionModule from '../../../../firmware-sim/core/vault/phrase/question.ts';
import type * as prefixesModule from '../../../../firmware-sim/core/vault/phrase/prefixes.ts';
import type * as secretBytesModule from '../../../../firmware-sim/core/vault/memory/secret-bytes.ts';
import type * as vaultModule from '../../../../firmware-sim/core/vault/vault.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { erase } from '../../../../firmware-sim/core/vault/memory/erase.ts';
import { recordLength } from '../../../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../../../firmware-sim/core/vault/storage/slots.ts';
import { openVault } from '../../../../firmware-sim/core/vault/vault.ts';
import { createCoreBoard, type CoreBoard } from '../../../fixtures/devices/core-board.ts';
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
} from '../../../kit/drivers/person.ts';
import {
  createTestDevice,
  PowerCut,
  seededRandom,
  type TestDevice,
} from '../../../fixtures/devices/test-device.ts';
import { lifeScripts, playScript, readyFor, backedUpImage } from '../../../fixtures/drivers/life-scripts.ts';
import { encodeCancelRequest } from '../../../../src/protocol/commands/cancel.ts';
import type { RandomPurpose } from '../../../../firmware-sim/core/board.ts';

const recorded = vi.hoisted(() => {
  const arrays: { readonly name: string; readonly bytes: Uint8Array | Uint16Array }[] = [];
  return {
    arrays,
    /** How often a key was stretched in JavaScript, and by the accelerator. */
    stretches: { software: 0, accelerator: 0 },
    /** Whether boards that are made from now on have an accelerator. */
    accelerated: true,
    keep<Bytes extends Uint8Array | Uint16Array>(name: string, bytes: Bytes): Bytes {
      arrays.push({ name, bytes });
      return bytes;
    },
  };
});

vi.mock('../../../../firmware-sim/core/vault/keys/stretch.ts', async (original) => {
  const real = await original<typeof keyStretchModule>();
  const stretchInSoftware: typeof real.stretchInSoftware = (hash, password, ...rest) => {
    recorded.stretches.software += 1;
    return recorded.keep(
      'stretched',
      real.stretchInSoftware(hash, recorded.keep('password', password), ...rest),
    );
  };
  const stretchOf: typeof real.stretchOf = (board) => board.stretchKey ?? stretchInSoftware;
  return { ...real, stretchInSoftware, stretchOf };
});
vi.mock('../../../fixtures/devices/remembered-stretch.ts', async (original) => {
  const real = await original<typeof stretchModule>();
  const watched: typeof real.rememberedStretch = (hash, password, ...rest) => {
    recorded.stretches.accelerator += 1;
    return recorded.keep(
      'stretched',
      real.rememberedStretch(hash, recorded.keep('password', password), ...rest),
    );
  };
  return {
    get rememberedStretch() {
      return recorded.accelerated ? watched : undefined;
    },
  };
});
vi.mock('../../../../firmware-sim/core/vault/keys/hmac.ts', async (original) => {
  const real = await original<typeof hmacModule>();
  return {
    ...real,
    hmacSha256: (...parameters: Parameters<typeof real.hmacSha256>) =>
      recorded.keep('key', real.hmacSha256(...parameters)),
  };
});
vi.mock('../../../../firmware-sim/core/vault/keys/xchacha.ts', async (original) => {
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
vi.mock('../../../../firmware-sim/core/vault/phrase/phrase.ts', async (original) => {
  const real = await original<typeof phraseModule>();
  return {
    ...real,
    phraseFromEntropy: (entropy: Uint8Array) =>
      recorded.keep('phrase', real.phraseFromEntropy(recorded.keep('entropy', entropy))),
    entropyFromPhrase: (phrase: Uint16Array) => recorded.keep('entropy', real.entropyFromPhrase(phrase)),
    // The phrase as it was entered.
    checksumFits: (phrase: Uint16Array) => real.checksumFits(recorded.keep('entered phrase', phrase)),
  };
});
vi.mock('../../../../firmware-sim/core/vault/copies/qr-code.ts', async (original) => {
  const real = await original<typeof qrModule>();
  return {
    ...real,
    encodeCodewords: (...parameters: Parameters<typeof real.encodeCodewords>) =>
      recorded.keep('code words', real.encodeCodewords(...parameters)),
  };
});
vi.mock('../../../../firmware-sim/core/vault/copies/qr-mask.ts', async (original) => {
  const real = await original<typeof maskModule>();
  return {
    ...real,
    maskPenalty: (modules: Parameters<typeof real.maskPenalty>[0]) => {
      recorded.keep('masked squares', modules.cells);
      return real.maskPenalty(modules);
    },
  };
});
vi.mock('../../../../firmware-sim/core/vault/phrase/question.ts', async (original) => {
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
vi.mock('../../../../firmware-sim/core/vault/phrase/prefixes.ts', async (original) => {
  const real = await original<typeof prefixesModule>();
  return {
    ...real,
    wordsWithPrefix: (prefix: Uint8Array) => {
      // Before the first letter there is nothing to erase.
      if (prefix.length > 0) recorded.keep('letters', prefix);
      return recorded.keep('candidates', real.wordsWithPrefix(prefix));
    },
  };
});
// Every copy that the firmware makes of a secret.
vi.mock('../../../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  return {
    ...real,
    copyBytes: (...parameters: Parameters<typeof real.copyBytes>) =>
      recorded.keep('copy', real.copyBytes(...parameters)),
    copyIndexes: (indexes: Uint16Array) => recorded.keep('copy', real.copyIndexes(indexes)),
    takeOver: (bytes: Uint8Array) => recorded.keep('taken', real.takeOver(bytes)),
  };
});
vi.mock('../../../../firmware-sim/core/vault/copies/backup-file.ts', async (original) => {
  const real = await original<typeof backupFileModule>();
  return {
    ...real,
    // What is found in a file is a phrase too.
    openBackupFile: (...[file, code, stretch]: Parameters<typeof real.openBackupFile>) => {
      const found = real.openBackupFile(file, recorded.keep('entered code', code), stretch);
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
            mistakeIn: (entered: Uint16Array) => wallet.mistakeIn(recorded.keep('entered', entered)),
            changePin: (next: Uint8Array) => wallet.changePin(recorded.keep('pin', next)),
          };
          return { kind: 'open', wallet: watched };
        },
        restore: (...[pin, phrase]: Parameters<typeof vault.restore>) =>
          vault.restore(recorded.keep('pin', pin), recorded.keep('entered', phrase)),
        addressesOf: (phrase: Uint16Array) => vault.addressesOf(recorded.keep('entered', phrase)),
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

beforeEach(() => {
  recorded.arrays.length = 0;
  recorded.stretches = { software: 0, accelerator: 0 };
  recorded.accelerated = true;
});

/** Whose work it is to stretch keys. */
const boards = [
  ['an accelerator', true],
  ['no accelerator', false],
] as const;

/** Keys were stretched, by the one whose work it is and nobody else. */
function expectStretched(): void {
  const [asWished, otherwise] = recorded.accelerated
    ? [recorded.stretches.accelerator, recorded.stretches.software]
    : [recorded.stretches.software, recorded.stretches.accelerator];
  expect(asWished).toBeGreaterThan(0);
  expect(otherwise).toBe(0);
}

/** What a code that is on the screen needs: one of the eight that were made. */
const squaresOnTheScreen = ['copy', 'entropy', 'key', 'masked squares', 'phrase'];

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

describe.each(boards)('nothing secret is left in memory, on a board with %s', (_board, accelerated) => {
  beforeEach(() => void (recorded.accelerated = accelerated));

  it('after a whole ceremony', () => {
    const device = createTestDevice();
    device.startCreate(24);
    device.person(createWallet(24, '47110815'));
    expect(names()).toEqual(everyName);
    expect(left()).toEqual([]);
    expectStretched();
  });

  it('while words are shown, but for what the open wallet needs', () => {
    atFirstWord();
    expect(left()).toEqual(['entropy', 'key', 'phrase']);
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
    expect(device.lines()[0]).toBe('PINs differ');
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
  it.each(boards)('after it has ended, on a board with %s', (_board, accelerated) => {
    recorded.accelerated = accelerated;
    const prepared = backedUpImage();
    const device = readyFor(script, prepared);
    recorded.arrays.length = 0;
    playScript(device, script, prepared.paper);
    expectStretched();
    expect(device.status().outcome).toBe(script.outcome);
    if (['check', 'restore', 'restore-file', 'identify'].includes(script.request.kind))
      expect(names()).toContain('entered');
    if (script.request.kind === 'backup-file') expect(names()).toContain('code');
    if (script.request.kind.endsWith('-file') && script.request.kind !== 'backup-file')
      expect(names()).toContain('entered code');
    if (script.name.endsWith('letters')) expect(names()).toContain('letters');
    if (script.request.kind === 'seed-qr')
      expect(names()).toEqual(expect.arrayContaining(['code words', 'masked squares']));
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

describe('nothing of a SeedQR is left in memory', () => {
  const prepared = backedUpImage();
  const script = lifeScripts.find(({ name }) => name === 'standard SeedQR');

  it('nothing stays but the squares on screen and what the open wallet needs', () => {
    if (script === undefined) throw new Error('there is such a script');
    const device = readyFor(script, prepared);
    recorded.arrays.length = 0;
    let looks = 0;
    playScript(device, script, prepared.paper, () => {
      if (device.status().stage !== 'seed-qr') return;
      looks += 1;
      expect(left()).toEqual(squaresOnTheScreen);
      const codes = recorded.arrays.filter(({ name }) => name === 'masked squares');
      expect(codes).toHaveLength(8);
      expect(codes.filter(({ bytes }) => bytes.some((dark) => dark !== 0))).toHaveLength(1);
    });
    expect(looks).toBe(26);
    expect(left()).toEqual([]);
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
