/** What a flow is, for the search of the simulator's own memory, and what all of them share. */
import type { CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { Person } from '../../kit/drivers/person.ts';

/** Eight digits each, so that they are not found by chance. */
export const pin = '40286619';
export const newPin = '83057264';
/** A backup file of the wallet that is backed up, and the code that opens it. */
export interface KnownFile {
  readonly file: Uint8Array;
  readonly code: readonly string[];
}

export interface H9Flow {
  readonly name: string;
  /** What the device holds when it is switched on. A device that holds a wallet asks for the PIN first. */
  readonly before: 'empty' | 'unfinished' | 'backed-up';
  readonly request?: CeremonyRequest | ((known: KnownFile) => CeremonyRequest);
  /** The person agrees, and a host opens a candidate and keeps the next one, before the rest of what the person does. */
  readonly hostChecksFirst?: true;
  /** What the person does; gives the words where the device made them up, of a phrase or of a backup code. */
  person(paper: readonly string[], known: KnownFile): Person<string[] | void>;
  /** What then ends the flow; the person has ended it without. */
  readonly ending?: 'cancel' | 'power' | 'fault';
  /** The outcome that the device then tells; not asked for without power. */
  readonly outcome?: string;
}

/** As far as the screen with this title, and no further. */
export function* until(title: string, person: Person<unknown>): Person<void> {
  for (let step = person.next(); step.done !== true;) {
    const lines = yield step.value;
    if (lines[0]?.text === title) return;
    step = person.next(lines);
  }
}
