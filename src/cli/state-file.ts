/**
 * What this computer keeps for the terminal program: the records in one JSON file, readable by its owner alone. No secret is in
 * it. A file that can't be understood is never overwritten.
 */
import { isCode } from '../protocol/errors.ts';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { applyChange } from '../records/apply-change.ts';
import { emptyBook, type EarlierDevice, type RecordBook } from '../records/book.ts';
import { marked, readEarlierDevices } from '../records/codec.ts';
import { readStored, type RecordDatabase, type Stored } from '../records/database.ts';

const format = 'hostblind-state';
/** Version 1 had a list beside its devices, `trust`, with what must not change of them. */
const version = 2;

interface Sections {
  readonly ceremonies: readonly unknown[];
  readonly devices: readonly unknown[];
  readonly wallets: readonly unknown[];
}
interface Kept extends Sections {
  /** Of version 1. */
  readonly earlier: readonly EarlierDevice[];
}

const nothing: Kept = { ceremonies: [], devices: [], wallets: [], earlier: [] };

/** `$XDG_STATE_HOME/hostblind/records.json`, or its usual place below the home directory. */
export function usualStatePath(environment: Readonly<Record<string, string | undefined>>): string {
  const stated = environment['XDG_STATE_HOME'];
  // A relative path there is to be ignored, by the XDG specification.
  const base = stated !== undefined && isAbsolute(stated) ? stated : join(homedir(), '.local', 'state');
  return join(base, 'hostblind', 'records.json');
}

/** Names for `storageProblem` of the record store, which knows a browser's errors. */
function problem(name: string): DOMException {
  return new DOMException('the state file cannot be used', name);
}

const problems: Readonly<Record<string, string>> = {
  ENOSPC: 'QuotaExceededError',
  EDQUOT: 'QuotaExceededError',
  EFBIG: 'QuotaExceededError',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw problem('NotFoundError');
  return value;
}

function parse(text: string): Kept {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem('NotFoundError');
  }
  const fields: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  if (fields['format'] !== format) throw problem('NotFoundError');
  const old = fields['version'] === 1;
  if (!old && fields['version'] !== version) throw problem('VersionError');
  return {
    ceremonies: listOf(fields['ceremonies']),
    devices: listOf(fields['devices']),
    wallets: listOf(fields['wallets']),
    earlier: old ? readEarlierDevices(listOf(fields['trust'])) : [],
  };
}

/** `undefined` where nothing was ever kept. */
function read(path: string): Kept | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw problem('InvalidStateError');
  }
  return parse(text);
}

/** The old file or the new one, whole, whatever happens in between. */
function write(path: string, sections: Sections): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, `${JSON.stringify({ format, version, ...sections }, undefined, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw problem(problems[codeOf(error)] ?? 'InvalidStateError');
  }
}

/** Entries that this version can't read stay in the file, as they are in a browser's database. */
function strangers(raw: readonly unknown[], name: keyof RecordBook): readonly unknown[] {
  return raw.filter((entry) => readStored({ ...emptyLists, [name]: [entry] }).unreadable === 1);
}

const emptyLists = { ceremonies: [], devices: [], wallets: [] } as const;

export interface StateFile {
  readonly database: RecordDatabase;
  /** Whether what was kept can be read at all. */
  readable(): boolean;
}

/** Each call reads the file again, so that two programs at a time see each other's changes. */
export function openStateFile(path: string, now: () => string): StateFile {
  const storedIn = ({ earlier: devices, ...sections }: Kept): Stored => {
    const stored = readStored(sections);
    if (devices.length === 0) return stored;
    return {
      ...stored,
      book: applyChange(stored.book, { kind: 'moved-in', wallets: [], devices, at: now() }),
    };
  };
  return {
    readable() {
      try {
        read(path);
        return true;
      } catch {
        return false;
      }
    },
    database: {
      async read() {
        await Promise.resolve();
        const sections = read(path);
        return sections === undefined ? undefined : storedIn(sections);
      },
      async write(change) {
        await Promise.resolve();
        const sections = read(path) ?? nothing;
        const stored = storedIn(sections);
        const book = change(stored.book);
        write(path, {
          ceremonies: [...book.ceremonies.map(marked), ...strangers(sections.ceremonies, 'ceremonies')],
          devices: [...book.devices.map(marked), ...strangers(sections.devices, 'devices')],
          wallets: [...book.wallets.map(marked), ...strangers(sections.wallets, 'wallets')],
        });
        return { ...stored, book };
      },
      async erase() {
        await Promise.resolve();
        rmSync(path, { force: true });
      },
    },
  };
}

/** For `--no-records`: what is learnt lasts as long as the program. */
export function memoryDatabase(): RecordDatabase {
  let book: RecordBook | undefined;
  return {
    read: () => Promise.resolve(book === undefined ? undefined : { book, unreadable: 0 }),
    write(change) {
      book = change(book ?? emptyBook);
      return Promise.resolve({ book, unreadable: 0 });
    },
    erase() {
      book = undefined;
      return Promise.resolve();
    },
  };
}
