/** The file that a backup is written to, and the one that is read: whole or not at all, and never another one's. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBackupSource } from '../../../src/cli/backup-source.ts';
import {
  expectBackupOf,
  openBackupTarget,
  sha256,
  targetProblem,
  type FillFile,
} from '../../../src/cli/backup-target.ts';
import { ownAdvice } from '../../../src/cli/terminal/own-words.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import { isCode } from '../../../src/protocol/errors.ts';
import {
  backupFileLength,
  encodeBackupFile,
  encodeFileHeader,
  fileNonceLength,
  fileSaltLength,
  fileSealedLength,
  type BackupFileVersion,
} from '../../../src/protocol/files/backup-file.ts';
import { someWalletId } from '../../fixtures/screens/screens.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

function someBackup(version: BackupFileVersion = 3): Uint8Array {
  const header = encodeFileHeader({
    version,
    rounds: 17,
    wordCount: 12,
    walletId: fromHex(someWalletId),
    salt: new Uint8Array(fileSaltLength).fill(1),
    nonce: new Uint8Array(fileNonceLength).fill(2),
  });
  return encodeBackupFile(header, new Uint8Array(fileSealedLength).fill(3), sha256);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('the file that a backup is written to', () => {
  it('is written whole, for its owner alone, and leaves nothing else behind', () => {
    const target = openBackupTarget(at('a.hbbackup'), false);
    expect(existsSync(at('a.hbbackup'))).toBe(false);
    target.write(someBackup());
    target.discard();
    expect(new Uint8Array(readFileSync(at('a.hbbackup')))).toEqual(someBackup());
    expect(statSync(at('a.hbbackup')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.hbbackup']);
  });

  it('has its room taken before, and nothing is left of it when there is no backup', () => {
    const target = openBackupTarget(at('a.hbbackup'), false);
    const [draft = ''] = readdirSync(folder);
    expect(statSync(at(draft)).size).toBe(backupFileLength);
    expect(statSync(at(draft)).mode & 0o777).toBe(0o600);
    target.discard();
    target.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('replaces no file, unless that was asked for', () => {
    writeFileSync(at('a.hbbackup'), 'older');
    const refused = thrownBy(() => openBackupTarget(at('a.hbbackup'), false));
    expect(isCode(refused, 'bad-file')).toBe(true);
    expect(String(refused)).toContain('the file exists already');
    expect(ownAdvice(refused)).toContain('--force');
    symlinkSync(at('nowhere'), at('link'));
    expect(
      isCode(
        thrownBy(() => openBackupTarget(at('link'), false)),
        'bad-file',
      ),
    ).toBe(true);
    expect(readFileSync(at('a.hbbackup'), 'utf8')).toBe('older');
    const target = openBackupTarget(at('a.hbbackup'), true);
    expect(readFileSync(at('a.hbbackup'), 'utf8')).toBe('older');
    target.write(someBackup());
    expect(readFileSync(at('a.hbbackup')).length).toBe(backupFileLength);
  });

  it('replaces no file that has come into being meanwhile, and can be tried again', () => {
    const target = openBackupTarget(at('a.hbbackup'), false);
    writeFileSync(at('a.hbbackup'), 'another');
    expect(targetProblem(thrownBy(() => target.write(someBackup())))).toEqual({ kind: 'exists' });
    expect(readFileSync(at('a.hbbackup'), 'utf8')).toBe('another');
    rmSync(at('a.hbbackup'));
    target.write(someBackup());
    target.discard();
    expect(readdirSync(folder)).toEqual(['a.hbbackup']);
  });

  it('is refused before anything is asked, where its disk is full', () => {
    const full: FillFile = () => {
      throw failure('ENOSPC');
    };
    const refused = thrownBy(() => openBackupTarget(at('a.hbbackup'), false, full));
    expect(String(refused)).toContain('the disk is full');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('on a disk that is full after all, leaves the old file, and can be tried again', () => {
    writeFileSync(at('a.hbbackup'), 'older');
    let full = false;
    const filled: Uint8Array[] = [];
    const fill: FillFile = (_, bytes) => {
      if (full) throw failure('ENOSPC');
      filled.push(bytes);
    };
    const target = openBackupTarget(at('a.hbbackup'), true, fill);
    full = true;
    expect(targetProblem(thrownBy(() => target.write(someBackup())))).toEqual({
      kind: 'system',
      code: 'ENOSPC',
    });
    expect(readFileSync(at('a.hbbackup'), 'utf8')).toBe('older');
    full = false;
    target.write(someBackup());
    expect(filled.at(-1)).toEqual(someBackup());
    target.discard();
    expect(readdirSync(folder)).toEqual(['a.hbbackup']);
  });

  it.each([
    ['a folder', 'sub', "it's a folder"],
    ['a folder that is not there', 'none/a.hbbackup', "the folder doesn't exist"],
    ['a file below a file', 'file/a.hbbackup', "the folder doesn't exist"],
  ])('is refused as %s', (_, name, why) => {
    mkdirSync(at('sub'));
    writeFileSync(at('file'), '');
    const refused = thrownBy(() => openBackupTarget(at(name), false));
    expect(isCode(refused, 'bad-file')).toBe(true);
    expect(String(refused)).toContain(why);
  });

  it('holds a backup of that wallet, and nothing else', () => {
    expectBackupOf(someBackup(), someWalletId);
    const wrong = [
      () => expectBackupOf(someBackup(), 'f'.repeat(32)),
      () => expectBackupOf(new Uint8Array(124), someWalletId),
    ];
    for (const each of wrong) expect(isCode(thrownBy(each), 'bad-response')).toBe(true);
  });
});

describe('a backup file that is read', () => {
  it('gives its bytes, and the wallet that it names, if that can be compared', () => {
    writeFileSync(at('a.hbbackup'), someBackup());
    expect(readBackupSource(at('a.hbbackup'))).toEqual({ bytes: someBackup(), walletId: someWalletId });
    writeFileSync(at('old.hbbackup'), someBackup(2));
    expect(readBackupSource(at('old.hbbackup')).walletId).toBeUndefined();
  });

  const damaged = someBackup().with(50, 0xff);
  const newer = someBackup().with(8, 9);
  it.each([
    ['something else', new Uint8Array(200), "This isn't a backup file"],
    ['far too long', new Uint8Array(5000), "This isn't a backup file"],
    ['cut', someBackup().slice(0, 60), 'The file is incomplete'],
    ['damaged', damaged, 'The file is damaged'],
    ['of a newer version', newer, 'The file is from a newer version'],
  ])('is refused where it is %s, in the words of the page', (_, bytes, why) => {
    writeFileSync(at('a.hbbackup'), bytes);
    const refused = thrownBy(() => readBackupSource(at('a.hbbackup')));
    expect(isCode(refused, 'bad-file')).toBe(true);
    expect(String(refused).replaceAll('’', "'")).toContain(why);
    expect(ownAdvice(refused)).not.toBe('');
  });

  it('is refused where it is not there, or is a folder', () => {
    expect(String(thrownBy(() => readBackupSource(at('none'))))).toContain("can't be read (ENOENT)");
    expect(String(thrownBy(() => readBackupSource(folder)))).toContain("can't be read (EISDIR)");
  });
});
