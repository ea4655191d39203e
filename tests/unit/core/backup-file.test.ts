/** The three ceremonies of the backup file, by what a person does and what a host can read. */
import { describe, expect, it } from 'vitest';
import { mnemonicToEntropy } from '@scure/bip39';
import { wordText } from '../../../firmware-sim/core/vault/phrase/phrase.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { checkBackupFile as checkFile } from '../../../firmware-sim/core/glass/flows/backup-file.ts';
import { wordsOfCode } from '../../../firmware-sim/core/vault/copies/backup-code.ts';
import { readBackupFile, sealBackupFile } from '../../../firmware-sim/core/vault/copies/backup-file.ts';
import { parseCommand, responseData } from '../../../src/protocol/apdu/apdu.ts';
import { readU16, toHex } from '../../../src/protocol/bytes.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import { wordCounts } from '../../../src/protocol/public-state.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import { createGlassBench } from '../../fixtures/drivers/glass-driver.ts';
import { openIndependently } from '../../fixtures/data/independent-backup-file.ts';
import {
  backedUpImage,
  fileOf,
  lifeFile,
  lifePin,
  newPin,
  switchedOn,
} from '../../fixtures/drivers/life-scripts.ts';
import {
  agree,
  changeWords,
  checkBackupFile,
  confirmEveryWord,
  confirmWord,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  makeBackupFile,
  mistakeWord,
  restoreBackupFile,
  reveal,
  runPerson,
  tap,
  writeWordsDown,
} from '../../kit/drivers/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';
import { withWrongChecksum } from '../../fixtures/data/wrong-checksum.ts';
import { wrongCode } from '../../fixtures/data/wrong-code.ts';

const prepared = backedUpImage();

function unlocked(): TestDevice {
  const device = switchedOn(prepared.image);
  device.person(enterPin(lifePin));
  return device;
}

const readFile = (device: TestDevice): number | Uint8Array => {
  const response = device.exchange(encodeReadFileRequest());
  const word = readU16(response, response.length - 2);
  return word === statusWords.ok ? responseData(response) : word;
};
const walletId = (device: TestDevice): string => toHex(responseData(device.exchange(encodeWalletRequest())));

/** As the glass names the wallet of a file: the first eight digits of its id, in two groups. */
const shortId = (file: Uint8Array): string => `${toHex(file.slice(12, 14))} ${toHex(file.slice(14, 16))}`;

describe('making a backup file', () => {
  it.each(wordCounts)(
    'exports a wallet of %i words, which the code opens and restores elsewhere',
    (count) => {
      const device = createTestDevice({ random: seededRandom({ all: `file of ${count}` }) });
      device.startCreate(count);
      const paper = device.person(createWallet(count, lifePin));
      const id = walletId(device);
      device.start({ kind: 'backup-file' });
      const code = device.person(makeBackupFile(lifePin));
      expect(device.status()).toMatchObject({ activity: 'none', outcome: 'completed', wallet: 'backed-up' });
      const file = readFile(device);
      if (typeof file === 'number') throw new Error('the file was released');
      const opened = openIndependently(file, code.join(' '));
      expect(opened.entropy === toHex(Uint8Array.from(mnemonicToEntropy(paper.join(' '), wordlist)))).toBe(
        true,
      );
      expect(opened.walletId).toBe(id);

      const other = createTestDevice({ random: seededRandom({ all: 'other device' }) });
      other.start({ kind: 'restore-file', file });
      other.person(restoreBackupFile(newPin, code));
      expect(other.status()).toMatchObject({ wallet: 'backed-up', outcome: 'completed', wordCount: count });
      expect(walletId(other)).toBe(id);
    },
  );

  it('labels the code’s words as such on each screen that shows or asks for one', () => {
    const device = unlocked();
    device.start({ kind: 'backup-file' });
    device.person(agree('Backup file?'));
    device.person(enterPin(lifePin));
    expect(device.lines()[0]).toBe('Backup code');
    device.person(reveal());
    expect(device.lines()[0]).toBe('Code word 1 of 12');
    expect(device.status()).toMatchObject({ stage: 'words', position: 1, total: 12, wordCount: 12 });
    const code = device.person(writeWordsDown(12));
    device.person(tap('right'));
    expect(device.lines()[0]).toBe('Code word 1 of 12?');
    device.person(mistakeWord(1, code));
    expect(device.lines()[0]).toBe('Code word 1 of 12?');
  });

  it('is asked for every code word once more after a slip, and can show the code again', () => {
    const device = unlocked();
    device.start({ kind: 'backup-file' });
    device.person(agree('Backup file?'));
    device.person(enterPin(lifePin));
    device.person(reveal());
    const code = device.person(writeWordsDown(12));
    device.person(tap('right'));
    // The last entry of the list: show the words again. The same code comes, not another one.
    for (let moves = 0; moves < 4; moves += 1) device.person(tap('right'));
    device.person(tap('both'));
    device.person(reveal());
    const again = device.person(writeWordsDown(12));
    expect(again.join() === code.join()).toBe(true);
    device.person(confirmEveryWord(code));
    device.person(expectScreen('Release file?'));
  });

  it('has no file before the last press, at any screen, and none after "stop"', () => {
    const device = unlocked();
    const none = (): void => expect(readFile(device)).toBe(statusWords.notInThisState);
    none();
    device.start({ kind: 'backup-file' });
    none();
    device.person(agree('Backup file?'));
    none();
    device.person(enterPin(lifePin));
    none();
    device.person(reveal());
    none();
    const code = device.person(writeWordsDown(12));
    none();
    device.person(tap('right'));
    for (let position = 1; position <= 12; position += 1) {
      none();
      device.person(confirmWord(position, code));
    }
    device.person(expectScreen('Release file?'));
    none();
    device.person(tap('both'));
    none();
    device.person(tap('left'));
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'stopped', wallet: 'backed-up' });
    none();
  });

  it('ends at "stop" before the code is shown, without a file', () => {
    const device = unlocked();
    device.start({ kind: 'backup-file' });
    device.person(agree('Backup file?'));
    device.person(enterPin(lifePin));
    device.person(expectScreen('Backup code'));
    device.person(tap('left'));
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'stopped', wallet: 'backed-up' });
    expect(readFile(device)).toBe(statusWords.notInThisState);
  });

  it('keeps the file until the next ceremony is requested or the power goes', () => {
    const made = (): TestDevice => {
      const device = unlocked();
      device.start({ kind: 'backup-file' });
      device.person(makeBackupFile(lifePin));
      return device;
    };
    const device = made();
    const file = readFile(device);
    expect(readFile(device)).toEqual(file);
    device.start({ kind: 'rename', name: 'Desk' });
    expect(readFile(device)).toBe(statusWords.notInThisState);
    device.person(tap('left'));
    expect(readFile(device)).toBe(statusWords.notInThisState);
    const again = made().replug();
    expect(readFile(again)).toBe(statusWords.locked);
    again.person(enterPin(lifePin));
    expect(readFile(again)).toBe(statusWords.notInThisState);
  });

  it('changes nothing in storage, and never gives the same file twice', () => {
    const device = unlocked();
    const before = toHex(device.storage.bytes);
    const files = [0, 1].map(() => {
      device.start({ kind: 'backup-file' });
      device.person(makeBackupFile(lifePin));
      return readFile(device);
    });
    expect(toHex(device.storage.bytes)).toBe(before);
    expect(files[0]).not.toEqual(files[1]);
  });

  it('asks for the PIN first: three wrong ones wipe, and there is no file', () => {
    const device = unlocked();
    device.start({ kind: 'backup-file' });
    device.person(agree('Backup file?'));
    for (let tries = 0; tries < 3; tries += 1) {
      device.person(enterPin('0000'));
      device.person(tap('right'));
    }
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'wiped' });
    expect(readFile(device)).toBe(statusWords.notInThisState);
  });

  it('is not begun without a wallet, and not by a device that is locked', () => {
    const start = (device: TestDevice): number =>
      readU16(device.exchange(encodeCeremonyRequest({ kind: 'backup-file' })), 0);
    expect(start(createTestDevice())).toBe(statusWords.notInThisState);
    expect(start(switchedOn(prepared.image))).toBe(statusWords.locked);
  });
});

describe('checking a backup file', () => {
  const check = (file: Uint8Array, code: readonly string[], result: string): TestDevice => {
    const device = unlocked();
    const before = toHex(device.storage.bytes);
    device.start({ kind: 'check-file', file });
    device.person(checkBackupFile(lifePin, code, result));
    expect(toHex(device.storage.bytes)).toBe(before);
    expect(device.status()).toMatchObject({ activity: 'none', wallet: 'backed-up' });
    return device;
  };

  it('tells a good file', () => {
    expect(check(lifeFile.file, lifeFile.code, 'The file is good').status().outcome).toBe('match');
  });

  it('tells a wrong code', () => {
    expect(check(lifeFile.file, wrongCode, 'Wrong code').status().outcome).toBe('wrong-code');
  });

  it('recognizes another wallet’s file before asking for a code, and shows its ID', () => {
    const other = fileOf(backedUpImage('another phrase'));
    const device = unlocked();
    device.start({ kind: 'check-file', file: other.file });
    device.person(agree('Check file?'));
    device.person(enterPin(lifePin));
    expect(device.lines().join(' ')).toContain(
      `This file belongs to wallet ${shortId(other.file)}, not this one.`,
    );
    device.person(tap('right'));
    expect(device.status().outcome).toBe('other-wallet');
    expect(check(other.file, other.code, 'Other wallet').status().outcome).toBe('other-wallet');
  });

  it('recognizes a file that names this wallet but holds another one', () => {
    const code = [...wordsOfCode(new Uint8Array(16))].map(wordText);
    const forged = sealBackupFile(new Uint8Array(16).fill(7), new Uint8Array(16), {
      ...readBackupFile(lifeFile.file),
      salt: new Uint8Array(16),
      nonce: new Uint8Array(24),
    });
    const device = unlocked();
    device.start({ kind: 'check-file', file: forged });
    device.person(agree('Check file?'));
    device.person(enterPin(lifePin));
    device.person(enterWords(code, 'halving', 'Code word'));
    device.person(expectScreen('No match'));
    expect(device.lines().join(' ')).toContain('The code opens the file, but it holds another wallet.');
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ activity: 'none', outcome: 'no-match', wallet: 'backed-up' });
  });

  it('compares the words, so two wallets with the same ID are still told apart', () => {
    const bench = createGlassBench();
    const wallet = bench.vault.create(Uint8Array.of(1, 2, 3, 4), 12);
    const sameId = { ...wallet, walletId: lifeFile.file.slice(12, 28) };
    bench.state.activity = 'check-file';
    const driver = bench.run(checkFile(bench.glass, sameId, lifeFile.file));
    runPerson(enterWords(lifeFile.code, 'halving', 'Code word'), (action) => {
      if (action.kind === 'tap') driver.tap(action.gesture);
      return bench.board.frames.at(-1)?.lines ?? [];
    });
    expect(driver.lines()[0]).toBe('No match');
    driver.tap('right');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'no-match' });
  });

  it('ends at "back" before the first code word, and at a cancel, with nothing changed', () => {
    const device = unlocked();
    const before = toHex(device.storage.bytes);
    device.start({ kind: 'check-file', file: lifeFile.file });
    device.person(agree('Check file?'));
    device.person(enterPin(lifePin));
    device.person(tap('right'));
    device.person(tap('both'));
    device.person(expectScreen('Stop entering?'));
    device.person(tap('right'));
    expect(device.status().outcome).toBe('stopped');
    device.start({ kind: 'check-file', file: lifeFile.file });
    device.exchange(encodeCancelRequest());
    expect(device.status().outcome).toBe('cancelled');
    expect(toHex(device.storage.bytes)).toBe(before);
  });
});

describe('restoring from a backup file', () => {
  const empty = (): TestDevice => createTestDevice({ random: seededRandom({ all: 'empty' }) });

  it.each(['letters', 'halving'] as const)('gives the same wallet ID, the code entered by %s', (method) => {
    const device = empty();
    device.start({ kind: 'restore-file', file: lifeFile.file });
    expect(device.lines().join(' ')).toContain(`Restore wallet ${shortId(lifeFile.file)} from its file.`);
    device.person(restoreBackupFile(newPin, lifeFile.code, method));
    expect(walletId(device)).toBe(toHex(lifeFile.file.slice(12, 28)));
    device.start({ kind: 'check' });
    device.person(agree('Check backup?'));
    device.person(enterPin(newPin));
    device.person(enterWords(prepared.paper, 'halving'));
    device.person(expectScreen('They match'));
    expect(device.replug().status()).toMatchObject({ wallet: 'backed-up', locked: true });
  });

  it('tells a slip from the checksum, and goes on once the word is changed', () => {
    const device = empty();
    device.start({ kind: 'restore-file', file: lifeFile.file });
    device.person(agree('Restore file?'));
    const slip = withWrongChecksum(lifeFile.code);
    device.person(enterWords(slip, 'letters', 'Code word'));
    device.person(expectScreen('Wrong code'));
    // By chance they would fit so too.
    expect(device.lines().join(' ')).toContain('Code words 2 and 3, or 9 and 10 may be swapped.');
    device.person(tap('left'));
    device.person(expectScreen('Code word 1 of 12'));
    device.person(changeWords(lifeFile.code, 'letters', 'Code word'));
    device.person(expectScreen('Choose a PIN'));
  });

  it('names on the same screen a code word that stands twice', () => {
    const device = empty();
    device.start({ kind: 'restore-file', file: lifeFile.file });
    device.person(agree('Restore file?'));
    device.person(enterWords(Array<string>(12).fill('abandon'), 'halving', 'Code word'));
    device.person(expectScreen('Wrong code'));
    expect(device.lines().join(' ')).toContain('Code words 1 and 2 are the same.');
    device.person(tap('left'));
    device.person(expectScreen('Code word 1 of 12'));
  });

  it.each([
    ['a recovery phrase', [...Array<string>(11).fill('zoo'), 'wrong']],
    ['the words of another wallet', prepared.paper],
  ])('takes %s for what it may be', (_, words) => {
    const device = empty();
    device.start({ kind: 'restore-file', file: lifeFile.file });
    device.person(agree('Restore file?'));
    device.person(enterWords(words, 'halving', 'Code word'));
    expect(device.lines().join(' ')).toContain('Or are they the words of a recovery phrase?');
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'wrong-code' });
  });

  it('ends with a wrong code on an empty device, whose storage is as before', () => {
    const device = empty();
    const before = toHex(device.storage.bytes);
    device.start({ kind: 'restore-file', file: lifeFile.file });
    device.person(agree('Restore file?'));
    device.person(enterWords(wrongCode, 'halving', 'Code word'));
    device.person(expectScreen('Wrong code'));
    device.person(tap('right'));
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'wrong-code', activity: 'none' });
    expect(toHex(device.storage.bytes)).toBe(before);
  });

  it('stores nothing before the PIN is chosen: a decline or cancel leaves it empty', () => {
    const device = empty();
    const before = toHex(device.storage.bytes);
    const start = (): void => device.start({ kind: 'restore-file', file: lifeFile.file });
    start();
    device.person(tap('left'));
    expect(device.status().outcome).toBe('declined');
    start();
    device.person(agree('Restore file?'));
    device.person(tap('right'));
    device.person(tap('both'));
    device.person(expectScreen('Stop entering?'));
    device.person(tap('right'));
    expect(device.status().outcome).toBe('stopped');
    start();
    device.person(agree('Restore file?'));
    device.person(enterWords(lifeFile.code, 'halving', 'Code word'));
    expect(device.status().stage).toBe('choose-pin');
    device.exchange(encodeCancelRequest());
    expect(device.status()).toMatchObject({ wallet: 'empty', outcome: 'cancelled' });
    expect(toHex(device.storage.bytes)).toBe(before);
  });

  it('is not begun where a wallet is, and the file is judged before that', () => {
    const device = unlocked();
    const ask = (file: Uint8Array): number =>
      readU16(device.exchange(encodeCeremonyRequest({ kind: 'restore-file', file })), 0);
    expect(ask(lifeFile.file)).toBe(statusWords.notInThisState);
    expect(ask(lifeFile.file.slice(1))).toBe(statusWords.badData);
  });

  it('takes a file in one command', () => {
    const command = encodeCeremonyRequest({ kind: 'restore-file', file: lifeFile.file });
    expect(parseCommand(command)?.data).toEqual(lifeFile.file);
    expect(command).toHaveLength(5 + 124);
  });
});
