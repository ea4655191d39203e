/** The records, where the command line wants them kept. */
import { createRecordStore } from '../records/record-store.ts';
import type { RecordStore } from '../records/book.ts';
import { startTimer } from '../transport/timer.ts';
import type { Run } from './command-line.ts';
import { memoryDatabase, openStateFile, usualStatePath } from './state-file.ts';

export interface KeptHere {
  readonly records: RecordStore;
  /** Whether what was kept before can be read. */
  readonly usable: () => boolean;
  /** `undefined`: nowhere. */
  readonly path: string | undefined;
}

const now = (): string => new Date().toISOString();

export function openRecords(where: Run['records'], environment = process.env): KeptHere {
  const path = where === 'none' ? undefined : where === 'usual' ? usualStatePath(environment) : where.file;
  const file = path === undefined ? undefined : openStateFile(path, now);
  return {
    path,
    records: createRecordStore({
      openDatabase: () => file?.database ?? memoryDatabase(),
      earlier: undefined,
      after: startTimer,
      now,
    }),
    usable: () => file?.readable() ?? true,
  };
}
