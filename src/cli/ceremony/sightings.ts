/** What there is to say of a device that is connected, as it changes: who it is, where it stands, and how its check goes. Pure. */
import type { Session } from '../../session/state.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import { isOurs, leadsToBackup, type Errand } from './errand.ts';
import { noteDevice, noteOf, simulatorNotes } from './sayings.ts';
import { note, type CeremonyStep, type Memory, type Saying } from './step.ts';

export type Seen = Pick<CeremonyStep, 'memory' | 'says'>;

export function meetDevice(memory: Memory, { device, returned }: Session): Seen {
  const first = memory.deviceId === undefined;
  return {
    memory: {
      ...memory,
      deviceId: device.deviceId,
      away: false,
      searching: false,
      passedOver: undefined,
      // Until the device has said where it stands now.
      lost: memory.lost && returned === true,
      // A request that wasn't seen to be taken is gone with the link.
      ...(memory.lost && !memory.ran && { begun: false, queued: false }),
    },
    says: [
      ...(first ? [...simulatorNotes(device), noteDevice(device)] : []),
      ...(memory.away || memory.searching ? [noteOf('back')] : []),
    ],
  };
}

/** A new status. What runs on the device is ours, or somebody else's. */
export function see(memory: Memory, { task, status }: Session, errand: Errand): Seen {
  if (status === undefined || status === memory.status) return { memory, says: [] };
  const follows = task.kind === 'following';
  // What leads to a backup may have been begun before; of any other ceremony it's ours only after it was asked for.
  const ours = follows && isOurs(errand, status.activity) && (memory.begun || leadsToBackup(errand));
  // The device's own question for its PIN stands before everything.
  const foreign = follows && !ours && status.activity !== 'unlock' && status.stage !== 'unfinished';
  return {
    memory: {
      ...memory,
      status,
      begun: memory.begun || ours,
      ran: memory.ran || (ours && status.stage !== 'unfinished'),
      queued: memory.queued || (foreign && memory.begun && !memory.ran),
      foreign: foreign || (memory.foreign && follows),
    },
    says: [
      ...(foreign && !memory.foreign ? [noteOf(status.activity === 'app' ? 'asked' : 'busy')] : []),
      { kind: 'state', status },
    ],
  };
}

export function lookAtCheck(memory: Memory, { check, task, device }: Session): Seen {
  const kind = check?.kind;
  const broken = task.kind === 'ended' ? task.unproven : undefined;
  const gap = broken ?? (check?.kind === 'unproven' ? check.reason : undefined);
  const isGap = gap !== undefined && gap !== 'no-capability' && gap !== 'own-words';
  const says: Saying[] = [];
  if (check?.kind === 'proven' && memory.check !== 'proven')
    says.push(note('proven', terminalText.proven(check.proof).join(' ')));
  if (isGap && memory.check !== 'unproven')
    says.push(
      note('check-unfinished', terminalText.unfinished(gap, device.known?.unfinishedChecks.length ?? 0)),
    );
  return { memory: { ...memory, check: isGap ? 'unproven' : (kind ?? memory.check) }, says };
}
