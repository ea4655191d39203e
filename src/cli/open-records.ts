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
}

const now = (): string => new Date().toISOString();

export function openRecords(where: Run['records'], environment = process.env): KeptHere {
  const file =
    where === 'none'
      ? undefined
      : openStateFile(where === 'usual' ? usualStatePath(environment) : where.file, now);
  return {
    records: createRecordStore({
      openDatabase: () => file?.database ?? memoryDatabase(),
      earlier: undefined,
      after: startTimer,
      now,
    }),
    usable: () => file?.readable() ?? true,
  };
}
