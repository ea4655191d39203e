import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { DeviceFault } from '../../../../firmware-sim/core/faults.ts';
import type { OpenWallet } from '../../../../firmware-sim/core/vault/open-wallet.ts';
import {
  decodeRecord,
  encodeRecord,
  recordLength,
} from '../../../../firmware-sim/core/vault/storage/record.ts';
import { openSlots, slotLength } from '../../../../firmware-sim/core/vault/storage/slots.ts';
import { openVault, type UnlockResult, type Vault } from '../../../../firmware-sim/core/vault/vault.ts';
import { toHex } from '../../../../src/protocol/bytes.ts';
import { decodeAttestation, encodeTold } from '../../../../src/protocol/commands/attest.ts';
import { decodeCertificate } from '../../../../src/protocol/commands/certificate.ts';
import { encodeStatus } from '../../../../src/protocol/commands/status.ts';
import { atRest } from '../../../fixtures/data/at-rest.ts';
import { createCoreBoard, type CoreBoard } from '../../../fixtures/devices/core-board.ts';
import { createTestStorage, PowerCut, seededRandom } from '../../../fixtures/devices/test-device.ts';

const digits = (text: string): Uint8Array => Uint8Array.from(text, Number);
const right = (): Uint8Array => digits('4711');
const wrong = (): Uint8Array => digits('4712');
const oneWrite = 2 * slotLength(recordLength);

function opened(result: UnlockResult): OpenWallet {
  if (result.kind !== 'open') throw new Error(`the wallet is not open: ${result.kind}`);
  return result.wallet;
}

const wordsOf = (wallet: OpenWallet): string[] =>
  Array.from({ length: wallet.wordCount }, (_, index) => wallet.word(index + 1));

/** A device that holds an unfinished wallet of 12 words under 4711. */
function withWallet(board: CoreBoard = createCoreBoard()) {
  const vault = openVault(board);
  const wallet = vault.create(right(), 12);
  const words = wordsOf(wallet);
  const { walletId } = wallet;
  wallet.close();
  return { board, vault, words, walletId };
}

/** A board with a copy of what another one stored. */
function boardWith(bytes: Uint8Array): CoreBoard {
  const storage = createTestStorage();
  storage.bytes.set(bytes);
  return createCoreBoard({ storage });
}

const rebooted = (board: CoreBoard): Vault => openVault(createCoreBoard({ storage: board.stored }));
const storedWallet = (board: CoreBoard) => {
  const bytes = openSlots(createCoreBoard({ storage: board.stored }).storage, recordLength).read();
  return bytes === undefined ? undefined : decodeRecord(bytes).wallet;
};

describe('a new device', () => {
  it('draws its identity once and keeps it', () => {
    const board = createCoreBoard();
    const first = openVault(board);
    expect(first.state()).toBe('empty');
    expect(first.wordCount()).toBe(0);
    expect(first.triesLeft()).toBe(3);
    expect(first.deviceId).toHaveLength(16);
    const again = createCoreBoard({ storage: board.stored, random: seededRandom({ all: 'other' }) });
    expect(openVault(again).deviceId).toEqual(first.deviceId);
    expect(again.draws).toEqual([]);
    expect(again.writes).toEqual([]);
  });

  it('writes its identity before anyone can ask for it', () => {
    const board = createCoreBoard();
    board.stored.budget = 100;
    expect(() => openVault(board)).toThrow(PowerCut);
    board.stored.budget = Number.POSITIVE_INFINITY;
    expect(openVault(board).state()).toBe('empty');
  });

  it('has no wallet to unlock', () => {
    expect(() => openVault(createCoreBoard()).unlock(right())).toThrow('the device holds no wallet');
  });

  it('refuses storage that decodes to nothing it knows', () => {
    const board = createCoreBoard();
    const record = encodeRecord({
      identity: {
        deviceId: new Uint8Array(16),
        deviceKey: new Uint8Array(32),
        deviceSecret: new Uint8Array(32),
      },
      name: '',
      language: 'en',
      wallet: undefined,
    });
    record[0] = 9;
    openSlots(board.storage, recordLength).write(record);
    expect(() => openVault(board)).toThrow(DeviceFault);
  });
});

describe('create', () => {
  it.each([12, 15, 18, 21, 24] as const)('seals and opens a wallet of %i words', (wordCount) => {
    const board = createCoreBoard();
    const vault = openVault(board);
    const wallet = vault.create(right(), wordCount);
    expect(wallet.wordCount).toBe(wordCount);
    expect(wallet.walletId).toHaveLength(16);
    expect(vault.state()).toBe('unfinished-backup');
    expect(vault.wordCount()).toBe(wordCount);
    expect(vault.triesLeft()).toBe(3);
    const words = wordsOf(wallet);
    const again = opened(rebooted(board).unlock(right()));
    expect(wordsOf(again)).toEqual(words);
    expect(again.walletId).toEqual(wallet.walletId);
  });

  it('tests the source, draws entropy, salt and nonce, and nothing else', () => {
    const board = createCoreBoard();
    const vault = openVault(board);
    board.draws.length = 0;
    vault.create(right(), 24);
    expect(board.draws.map(({ purpose, length }) => [purpose, length])).toEqual([
      ['health', 1024],
      ['phrase', 32],
      ['seal', 16],
      ['seal', 24],
    ]);
  });

  it('never overwrites a wallet', () => {
    const { vault, board } = withWallet();
    const before = board.stored.bytes.slice();
    expect(() => vault.create(right(), 12)).toThrow('the device holds a wallet');
    expect(board.stored.bytes).toEqual(before);
  });

  it('stores neither the words nor the entropy nor the PIN in the clear', () => {
    const board = createCoreBoard();
    const vault = openVault(board);
    vault.create(right(), 24);
    const entropy = board.draws.find(({ purpose }) => purpose === 'phrase')?.bytes ?? new Uint8Array();
    const stored = toHex(board.stored.bytes);
    expect(entropy).toHaveLength(32);
    for (let start = 0; start + 4 <= entropy.length; start += 1) {
      expect(stored).not.toContain(toHex(entropy.subarray(start, start + 4)));
    }
  });

  it('leaves nothing when power goes before the wallet is written', () => {
    for (const budget of [0, 1, slotLength(recordLength) - 1]) {
      const board = createCoreBoard();
      const vault = openVault(board);
      board.stored.budget = budget;
      expect(() => vault.create(right(), 12)).toThrow(PowerCut);
      expect(vault.state()).toBe('empty');
      board.stored.budget = Number.POSITIVE_INFINITY;
      expect(rebooted(board).state()).toBe('empty');
    }
  });
});

describe('unlock', () => {
  it('counts the try in storage before it compares the PIN (H7)', () => {
    const { board } = withWallet();
    // The power goes as soon as the first write is done: the comparison was never reached, the try is counted.
    for (const pin of [right(), wrong()]) {
      const cut = boardWith(board.stored.bytes);
      const vault = openVault(cut);
      cut.stored.budget = oneWrite;
      if (pin.join('') === '4711') expect(() => vault.unlock(pin)).toThrow(PowerCut);
      else expect(vault.unlock(pin)).toEqual({ kind: 'wrong', triesLeft: 2 });
      cut.stored.budget = Number.POSITIVE_INFINITY;
      expect(storedWallet(cut)?.failures).toBe(1);
      expect(rebooted(cut).triesLeft()).toBe(2);
    }
  });

  it('compares nothing when the try cannot be counted', () => {
    const { board } = withWallet();
    const vault = rebooted(board);
    board.stored.budget = 0;
    expect(() => vault.unlock(right())).toThrow(PowerCut);
    expect(() => vault.unlock(right())).toThrow(PowerCut);
    expect(vault.triesLeft()).toBe(3);
  });

  it('writes once for a wrong PIN and once more for the right one', () => {
    const { board } = withWallet();
    const again = createCoreBoard({ storage: board.stored });
    const vault = openVault(again);
    vault.unlock(wrong());
    expect(again.writes).toHaveLength(2);
    vault.unlock(right());
    expect(again.writes).toHaveLength(6);
  });

  it('gives three tries, counts them down, and wipes at the third wrong one (H7)', () => {
    const { board, vault } = withWallet();
    expect(vault.unlock(wrong())).toEqual({ kind: 'wrong', triesLeft: 2 });
    expect(vault.triesLeft()).toBe(2);
    expect(vault.unlock(wrong())).toEqual({ kind: 'wrong', triesLeft: 1 });
    expect(vault.triesLeft()).toBe(1);
    expect(vault.unlock(wrong())).toEqual({ kind: 'wiped' });
    expect(vault.triesLeft()).toBe(3);
    expect(vault.state()).toBe('empty');
    expect(storedWallet(board)).toBeUndefined();
    expect(rebooted(board).state()).toBe('empty');
  });

  it('forgets wrong tries at the right one', () => {
    const { board, words } = withWallet();
    for (let round = 0; round < 3; round += 1) {
      const vault = rebooted(board);
      vault.unlock(wrong());
      rebooted(board).unlock(wrong());
      expect(wordsOf(opened(rebooted(board).unlock(right())))).toEqual(words);
      expect(rebooted(board).triesLeft()).toBe(3);
    }
  });

  it('counts across power-ons', () => {
    const { board } = withWallet();
    expect(rebooted(board).unlock(wrong())).toEqual({ kind: 'wrong', triesLeft: 2 });
    expect(rebooted(board).unlock(wrong())).toEqual({ kind: 'wrong', triesLeft: 1 });
    expect(rebooted(board).unlock(wrong())).toEqual({ kind: 'wiped' });
  });

  it.each(['471', '47110', '47111', '0000', '4711471'])('refuses %s where 4711 was set', (text) => {
    const { vault } = withWallet();
    expect(vault.unlock(digits(text)).kind).toBe('wrong');
  });

  it('keeps the device, and its identity, when it wipes the wallet', () => {
    const { board, vault } = withWallet();
    const { deviceId } = vault;
    for (let round = 0; round < 3; round += 1) vault.unlock(wrong());
    expect(rebooted(board).deviceId).toEqual(deviceId);
    expect(vault.create(right(), 12).wordCount).toBe(12);
  });

  it('leaves not one sealed byte behind when it wipes', () => {
    const { board, vault } = withWallet();
    const sealed = storedWallet(board)?.sealed ?? new Uint8Array();
    expect(toHex(board.stored.bytes)).toContain(toHex(sealed));
    for (let round = 0; round < 3; round += 1) vault.unlock(wrong());
    for (let start = 0; start + 8 <= sealed.length; start += 1) {
      expect(toHex(board.stored.bytes)).not.toContain(toHex(sealed.subarray(start, start + 8)));
    }
  });
});

describe('power loss around the third wrong try', () => {
  /** Two wrong tries are behind it. */
  function beforeTheLastTry() {
    const made = withWallet();
    made.vault.unlock(wrong());
    made.vault.unlock(wrong());
    return made;
  }

  it('leaves one try, or an empty device, wherever it falls in the two writes', () => {
    const prepared = beforeTheLastTry().board.stored.bytes;
    for (let budget = 0; budget <= 2 * oneWrite; budget += 29) {
      const board = boardWith(prepared);
      const vault = openVault(board);
      board.stored.budget = budget;
      try {
        vault.unlock(wrong());
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(PowerCut);
      }
      board.stored.budget = Number.POSITIVE_INFINITY;
      const next = rebooted(board);
      // The counter counts as soon as its first slot is whole, and a counter at three wipes at power-on.
      const counted = budget >= slotLength(recordLength);
      expect([next.state(), next.triesLeft()]).toEqual(counted ? ['empty', 3] : ['unfinished-backup', 1]);
    }
  });

  it('finishes the wipe at power-on, before any PIN', () => {
    const { board, vault } = beforeTheLastTry();
    board.stored.budget = oneWrite;
    expect(() => vault.unlock(wrong())).toThrow(PowerCut);
    board.stored.budget = Number.POSITIVE_INFINITY;
    expect(storedWallet(board)?.failures).toBe(3);
    expect(rebooted(board).state()).toBe('empty');
    expect(storedWallet(board)).toBeUndefined();
  });

  it('compares no fourth PIN on a device whose wipe failed: it wipes first', () => {
    const { board, vault } = beforeTheLastTry();
    board.stored.budget = oneWrite;
    expect(() => vault.unlock(wrong())).toThrow(PowerCut);
    expect(() => vault.unlock(right())).toThrow(PowerCut);
    board.stored.budget = Number.POSITIVE_INFINITY;
    expect(vault.unlock(right())).toEqual({ kind: 'wiped' });
    expect(vault.state()).toBe('empty');
    expect(storedWallet(board)).toBeUndefined();
  });
});

describe('the open wallet', () => {
  it('names the first earlier position of a repeated word', () => {
    const board = createCoreBoard({
      random: (purpose, length) => {
        const bytes = seededRandom({ all: 'other' })(purpose, length);
        // All zero but for the last byte: "abandon" ten times, then other words.
        return purpose === 'phrase' ? bytes.fill(0).with(length - 1, 1) : bytes;
      },
    });
    const wallet = openVault(board).create(right(), 12);
    expect(wallet.word(1)).toBe('abandon');
    expect(wallet.sameAs(1)).toBe(0);
    for (let position = 2; position <= 11; position += 1) {
      expect([wallet.word(position), wallet.sameAs(position)]).toEqual(['abandon', 1]);
    }
    expect(wallet.sameAs(12)).toBe(0);
  });

  it.each([0, 13, -1, 1.5])('has no word %d of 12', (position) => {
    const wallet = openVault(createCoreBoard()).create(right(), 12);
    expect(() => wallet.word(position)).toThrow(new RangeError('no such position in the phrase'));
    expect(() => wallet.sameAs(position)).toThrow(RangeError);
  });

  it('asks for a word with one block of 20 random bytes, erased at once', () => {
    const board = createCoreBoard();
    const wallet = openVault(board).create(right(), 12);
    board.draws.length = 0;
    const question = wallet.question(7);
    expect(question.choice(question.right)).toBe(wallet.word(7));
    const choices = [0, 1, 2, 3].map((place) => question.choice(place));
    expect(new Set(choices).size).toBe(4);
    expect(board.draws).toEqual([{ purpose: 'quiz', length: 20, bytes: new Uint8Array(20) }]);
    expect(() => question.choice(4)).toThrow(RangeError);
    question.erase();
    expect([0, 1, 2, 3].map((place) => question.choice(place))).toEqual(Array(4).fill('abandon'));
  });

  it('alone says "backed up", sealed under the same PIN with a new nonce (H4)', () => {
    const { board, vault, words } = withWallet();
    const before = storedWallet(board);
    const wallet = opened(vault.unlock(right()));
    wallet.markBackedUp();
    wallet.close();
    expect(vault.state()).toBe('backed-up');
    const after = storedWallet(board);
    expect(after?.state).toBe('backed-up');
    expect(after?.nonce).not.toEqual(before?.nonce);
    expect(after?.failures).toBe(0);
    const again = rebooted(board);
    expect(again.state()).toBe('backed-up');
    expect(wordsOf(opened(again.unlock(right())))).toEqual(words);
  });

  it('stays unfinished where storage was edited to say "backed up" (H4)', () => {
    const { board } = withWallet();
    const slots = openSlots(board.storage, recordLength);
    const record = decodeRecord(slots.read() ?? new Uint8Array());
    if (record.wallet === undefined) throw new Error('a wallet was created');
    slots.write(encodeRecord({ ...record, wallet: { ...record.wallet, state: 'backed-up' } }));
    expect(rebooted(board).unlock(right())).toEqual({ kind: 'wrong', triesLeft: 2 });
  });

  it('holds nothing after it is closed, and can be closed twice', () => {
    const wallet = openVault(createCoreBoard()).create(right(), 24);
    wallet.close();
    expect(wordsOf(wallet)).toEqual(Array(24).fill('abandon'));
    expect(() => wallet.close()).not.toThrow();
  });
});

describe('attest', () => {
  it('signs with the identity that the device keeps, wallet or none', () => {
    const { board, vault } = withWallet();
    const challenge = new Uint8Array(32).fill(5);
    const told = encodeTold(encodeStatus(atRest));
    const attested = vault.attest(challenge, told);
    const certificate = vault.certificate();
    expect(decodeCertificate(certificate).certificate.deviceId).toEqual(vault.deviceId);
    expect(decodeAttestation(attested).told).toEqual(told);
    expect(rebooted(board).certificate()).toEqual(certificate);
    expect(rebooted(board).attest(challenge, told)).toEqual(attested);
  });
});

describe('the comparison with an entered phrase', () => {
  const indexes = (wallet: OpenWallet): Uint16Array =>
    Uint16Array.from(wordsOf(wallet), (word) => wordlist.indexOf(word));

  it.each([12, 15, 18, 21, 24] as const)('is right for all %i words and for nothing else', (wordCount) => {
    const wallet = openVault(createCoreBoard()).create(right(), wordCount);
    const words = indexes(wallet);
    expect(wallet.matches(words)).toBe(true);
    for (let at = 0; at < wordCount; at += 1) {
      for (let bit = 0; bit < 11; bit += 1) {
        expect(wallet.matches(words.with(at, (words[at] ?? 0) ^ (1 << bit)))).toBe(false);
      }
    }
    expect(wallet.matches(words.slice(0, -1))).toBe(false);
    expect(wallet.matches(Uint16Array.of(...words, 0))).toBe(false);
    expect(wallet.matches(words.toReversed())).toBe(false);
    expect(wallet.matches(new Uint16Array())).toBe(false);
  });
});

describe('restore', () => {
  it.each([12, 15, 18, 21, 24] as const)(
    'stores %i words as backed up, under the same wallet ID',
    (wordCount) => {
      const wallet = openVault(createCoreBoard()).create(right(), wordCount);
      const phrase = Uint16Array.from(wordsOf(wallet), (word) => wordlist.indexOf(word));
      const board = createCoreBoard({ random: seededRandom({ all: 'another device' }) });
      const restored = openVault(board).restore(wrong(), phrase);
      expect(restored.walletId).toEqual(wallet.walletId);
      expect(rebooted(board).state()).toBe('backed-up');
      expect(wordsOf(opened(rebooted(board).unlock(wrong())))).toEqual(wordsOf(wallet));
    },
  );

  it('refuses a wrong checksum, and a device that holds a wallet', () => {
    const board = createCoreBoard();
    expect(() => openVault(board).restore(right(), new Uint16Array(12))).toThrow(RangeError);
    expect(rebooted(board).state()).toBe('empty');
    const { vault, board: holding } = withWallet();
    const before = holding.stored.bytes.slice();
    expect(() => vault.restore(right(), new Uint16Array(12).with(11, 3))).toThrow(
      'the device holds a wallet',
    );
    expect(holding.stored.bytes).toEqual(before);
  });
});

describe('a right PIN', () => {
  it('leaves storage byte for byte as it was, so that a recovery check does', () => {
    const { board } = withWallet();
    const before = board.stored.bytes.slice();
    const vault = rebooted(board);
    for (let round = 0; round < 3; round += 1) {
      opened(vault.unlock(right())).close();
      expect(board.stored.bytes).toEqual(before);
    }
  });
});

describe.each([
  ['discard', 'Desk'],
  ['wipe', ''],
] as const)('%s', (how, nameLeft) => {
  it('deletes the wallet and keeps the device; a wipe forgets its name', () => {
    const { board, vault } = withWallet();
    vault.rename('Desk');
    vault[how]();
    for (const left of [vault, rebooted(board)]) {
      expect(left.state()).toBe('empty');
      expect(left.wordCount()).toBe(0);
      expect(left.name()).toBe(nameLeft);
      expect(left.deviceId).toEqual(vault.deviceId);
    }
  });

  it('leaves the wallet or none at every byte, and the name that goes with that', () => {
    const { board: first, vault: named } = withWallet();
    named.rename('Desk');
    const prepared = first.stored.bytes;
    for (let budget = 0; budget <= oneWrite; budget += 1) {
      const board = boardWith(prepared);
      const vault = openVault(board);
      board.stored.budget = budget;
      if (budget < oneWrite) expect(() => vault[how]()).toThrow(PowerCut);
      else vault[how]();
      board.stored.budget = Number.POSITIVE_INFINITY;
      const written = budget >= slotLength(recordLength);
      const left = rebooted(board);
      expect([left.state(), left.name()]).toEqual(
        written ? ['empty', nameLeft] : ['unfinished-backup', 'Desk'],
      );
    }
  });
});

it('the third wrong PIN takes the name too', () => {
  const { board, vault } = withWallet();
  vault.rename('Desk');
  for (let tries = 0; tries < 3; tries += 1) vault.unlock(Uint8Array.of(9, 9, 9, 9));
  expect([vault.name(), rebooted(board).name()]).toEqual(['', '']);
});
