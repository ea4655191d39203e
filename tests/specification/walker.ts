/** A device, and the person and the host in front of it, on a walk through the ceremonies. */
import type { Activity, Stage, WalletState } from '../../src/protocol/public-state.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import type { TestDevice } from '../fixtures/devices/test-device.ts';
import { seededRandom } from '../fixtures/devices/test-device.ts';
import { isDeaf } from '../kit/drivers/person.ts';
import { keyOf } from '../fixtures/interruptions/table.ts';
import { goOnUntil, type Known } from '../fixtures/interruptions/go-on.ts';
import type { Asked, Start } from './starts.ts';

/** What happened before and makes a screen lead elsewhere; told in the tables beside the stage. */
export type Note = 'again' | 'unfair';

export interface Walker {
  readonly device: TestDevice;
  known: Known;
  asked: Asked | undefined;
  readonly asks: readonly Asked[];
  readonly notes: Set<Note>;
  /** The random source gives nothing but zeros from here on. */
  readonly breakRandom: () => void;
}

export interface Place {
  readonly activity: Activity;
  readonly stage: Stage;
  readonly holds: WalletState;
  /** The title, where a stage has screens beside its first one. */
  readonly screen: string;
  readonly notes: readonly Note[];
}

/** Titles of a stage's own screen, and of those that the person turns to in it. */
const ownTitle =
  /^(?:Word \d+ of \d+\??|Code word \d+ of \d+\??|Roll the dice|SeedQR|[A-F][1-6]|Addresses|New language\?)$/;
const stagesWithScreens: readonly Stage[] = ['enter-words', 'confirm', 'dice', 'result', 'addresses'];

/** A screen that a host has brought up takes no press for a second: waits until it does. */
export function settle(device: TestDevice): void {
  for (let waits = 0; waits < 40 && isDeaf(device.textLines()); waits += 1) device.tick(50);
}

function screenOf(device: TestDevice, { activity, stage }: { activity: Activity; stage: Stage }): string {
  const title = device.lines()[0] ?? '';
  const hasScreens =
    stagesWithScreens.includes(stage) ||
    (stage === 'entry-method' && activity === 'seed-qr') ||
    (stage === 'consent' && activity === 'language');
  if (!hasScreens || ownTitle.test(title)) return '';
  return title.replace(/\d+/g, 'N');
}

export function placeOf({ device, notes }: Walker): Place {
  const status = device.status();
  const { activity, stage, wallet } = status;
  return { activity, stage, holds: wallet, screen: screenOf(device, status), notes: [...notes].toSorted() };
}

/** Activity, stage and what the device holds, as a row of `docs/interruptions.md`. */
export const stepOfPlace = ({ activity, stage, holds }: Place): string => keyOf(activity, stage, holds);

/** What makes two walkers the same: their place, and what else decides where a screen leads. */
export function keyOfWalker(walker: Walker): string {
  const { device, asked } = walker;
  const { triesLeft, locked, wallet, activity, stage, wordCount } = device.status();
  const isOver = activity === 'none' || (activity === 'create' && wallet !== 'empty');
  return JSON.stringify([
    placeOf(walker),
    stage === 'enter-pin' || stage === 'wrong-pin' ? triesLeft : 0,
    locked,
    isOver ? '' : (asked?.variant ?? ''),
    wordCount,
  ]);
}

export function startWalker({ switchOn, known, asks }: Start): Walker {
  let broken = false;
  const random = seededRandom({ all: 'a walk' });
  return {
    device: switchOn((purpose, length) => (broken ? new Uint8Array(length) : random(purpose, length))),
    known: known(),
    asks,
    asked: undefined,
    notes: new Set(),
    breakRandom: () => void (broken = true),
  };
}

export function ask(walker: Walker, asked: Asked): void {
  walker.asked = asked;
  walker.notes.clear();
  const { known } = walker;
  // A new sheet of paper for a new wallet.
  if (walker.device.status().wallet === 'empty') known.paper.length = 0;
  if (asked.fileCode !== undefined) walker.known = { ...known, fileCode: asked.fileCode };
  walker.device.exchange(encodeCeremonyRequest(asked.request));
}

/** A sensible person goes on until the screen is another one. */
export function goOn(walker: Walker, known: Known = walker.known): void {
  const before = JSON.stringify(placeOf(walker));
  walker.device.person(goOnUntil(known, () => JSON.stringify(placeOf(walker)) !== before));
}
