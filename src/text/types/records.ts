/** The texts of "Records and reminders". Loaded with its pages, after the first screen. */
import type { CeremonyRecord, ResultName, StorageProblem } from '../../records/book.ts';

export interface RecordsMessages {
  /** What a device called itself; empty where that isn't known. */
  readonly product: (name: string) => string;
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly erased: string;
  readonly problems: Record<StorageProblem, string>;
  readonly unreadable: (count: number) => string;
  readonly devices: {
    title: string;
    none: string;
    wallet: string;
    seen: string;
    /** Of the device that is connected at this moment. */
    connected: string;
    checked: string;
    never: string;
    longAgo: string;
    /** Before a date. */
    failed: string;
    simulator: string;
    /** What a device says it is called. */
    named: (name: string) => string;
    /** What waits for the person, at a device by its name: to be finished, or checked after a check that failed or is long ago. */
    actions: Readonly<Record<'unfinished' | 'failed' | 'long-ago', string>>;
    forget: string;
    forgetNamed: (name: string) => string;
  };
  readonly backups: { title: string; backedUp: string; unknownDate: string };
  readonly reminders: {
    title: string;
    unchecked: (count: number) => string;
    failed: (count: number) => string;
    allChecked: string;
    about: string;
    save: string;
    saved: string;
    file: string;
    event: { title: string; description: string };
  };
  readonly ceremonies: {
    title: string;
    none: string;
    all: (count: number) => string;
    what: Record<CeremonyRecord['what'], string>;
    results: Record<ResultName, string>;
  };
  readonly keeping: {
    title: string;
    about: string;
    export: string;
    file: string;
    erase: string;
    sureTitle: string;
    sure: string;
    yes: string;
    no: string;
  };
  readonly open: string;
}
