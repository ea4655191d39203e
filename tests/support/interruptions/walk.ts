/**
 * Walks the flows of the firmware and gives every step that can be reached: activity, stage and what the device
 * holds. It knows no ceremony; it tries at each screen what a person or a host can do there.
 */
import { toHex } from '../../../src/protocol/bytes.ts';
import type { CeremonyKind, CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { checkEntropy } from '../entropy-host.ts';
import { tap, typePin, type Person } from '../person.ts';
import type { TestDevice } from '../test-device.ts';
import { ownFile } from './beginnings.ts';
import { goOnUntil, type Known } from './go-on.ts';
import { keyOf } from './table.ts';

/** One request of each kind; the compiler asks for that of a new ceremony. */
export const oneRequestOfEach: {
  readonly [Kind in CeremonyKind]: CeremonyRequest & { readonly kind: Kind };
} = {
  create: { kind: 'create', wordCount: 12 },
  restore: { kind: 'restore', wordCount: 12 },
  reveal: { kind: 'reveal' },
  check: { kind: 'check' },
  'change-pin': { kind: 'change-pin' },
  wipe: { kind: 'wipe' },
  rename: { kind: 'rename', name: 'Desk' },
  'seed-qr': { kind: 'seed-qr' },
  'backup-file': { kind: 'backup-file' },
  'check-file': { kind: 'check-file', file: ownFile },
  'restore-file': { kind: 'restore-file', file: ownFile },
};

/** What else a host can ask for, and what leads to steps of its own. */
const further: readonly CeremonyRequest[] = [
  { kind: 'create', wordCount: 12, entropyCheck: true },
  { kind: 'create', wordCount: 12, dice: true },
];

/** A device that a walk starts with, always in the same state, and what its person knows. */
export type Begin = () => { readonly device: TestDevice; readonly known: Known };

interface Walker {
  device: TestDevice;
  readonly known: Known;
  /** What a host asked for last. */
  asked?: string;
}

type Move = (walker: Walker) => void;

const wrongPin = '0000';

export const stepOf = (device: TestDevice): string => {
  const { activity, stage, wallet } = device.status();
  return keyOf(activity, stage, wallet);
};

/** Beside the step, what makes it lead elsewhere. */
function placeOf({ device, asked }: Walker): string {
  const { triesLeft, locked, wallet, activity } = device.status();
  // Two requests for a new wallet part ways only before there is one.
  const request = wallet === 'empty' && activity !== 'none' ? asked : '';
  return `${stepOf(device)} ${request} ${triesLeft} ${locked} ${device.storage.budget} ${device.lines()[0]?.replace(/\d+/, 'N')}`;
}

/** Goes on sensibly until the step is another one, or the device rests. */
function goOnToAnotherStep({ device, known }: Walker): void {
  // Whatever was written down belongs to a wallet that is gone.
  if (device.status().wallet === 'empty') known.paper.length = 0;
  const before = stepOf(device);
  if (device.status().stage === 'entropy') checkEntropy((command) => device.exchange(command), 0, 12);
  else device.person(goOnUntil(known, () => stepOf(device) !== before));
}

function doing(person: () => Person<unknown>): Move {
  return ({ device }) => void device.person(person());
}

const asking = [...Object.values(oneRequestOfEach), ...further].map((request): Move => (walker) => {
  walker.asked = toHex(encodeCeremonyRequest(request));
  walker.device.exchange(encodeCeremonyRequest(request));
});

const moves: readonly Move[] = [
  goOnToAnotherStep,
  (walker) => {
    walker.device.storage.budget = 0;
    goOnToAnotherStep(walker);
  },
  doing(() => tap('left')),
  doing(() => tap('right')),
  doing(() => tap('both')),
  ({ device }) => void device.fingers({ kind: 'hold', milliseconds: 1_600 }),
  ({ device }) => void device.exchange(encodeCancelRequest()),
  (walker) => {
    walker.device = walker.device.replug();
  },
];

const wrongPinEntered: Move = ({ device }) => device.person(typePin(wrongPin));

const wrongCodeEntered: Move = ({ device, known }) => {
  const before = stepOf(device);
  device.person(goOnUntil({ ...known, fileCode: known.otherPaper }, () => stepOf(device) !== before));
};

/** What can be done at a place. A device that is in a ceremony refuses another: `second tab` holds it to that. */
function movesAt({ device }: Walker): readonly Move[] {
  // Failing storage leads to the fault, sooner or later, and to nothing else that is new.
  if (device.storage.budget === 0) return device.status().stage === 'fault' ? [] : [goOnToAnotherStep];
  if (device.status().activity === 'none') return [...asking, ...moves];
  const title = device.lines()[0] ?? '';
  if (title.startsWith('Code word 1 ') && device.status().stage === 'enter-words')
    return [wrongCodeEntered, ...moves];
  return title.endsWith('PIN') ? [wrongPinEntered, ...moves] : moves;
}

/** Every step that can be reached from the devices given. */
export function reachableSteps(begins: readonly Begin[]): Set<string> {
  const steps = new Set<string>();
  const seen = new Set<string>();
  const paths = begins.map((begin) => ({ begin, path: [] as readonly Move[] }));
  for (let next = paths.shift(); next !== undefined; next = paths.shift()) {
    const { begin, path } = next;
    const walker: Walker = { ...begin() };
    for (const move of path) move(walker);
    const place = placeOf(walker);
    if (seen.has(place)) continue;
    seen.add(place);
    steps.add(stepOf(walker.device));
    for (const move of movesAt(walker)) paths.push({ begin, path: [...path, move] });
  }
  return steps;
}
