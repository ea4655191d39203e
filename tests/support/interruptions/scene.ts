/** A device alone at a row of the table, the interruption as the device sees it, and what must be left of it. */
import { expect } from 'vitest';
import { toHex } from '../../../src/protocol/bytes.ts';
import { encodeCeremonyRequest, type CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import { encodeAppNameRequest } from '../../../src/protocol/commands/app-name.ts';
import { encodeAttestRequest } from '../../../src/protocol/commands/attest.ts';
import { encodeCancelRequest } from '../../../src/protocol/commands/cancel.ts';
import { encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { encodeReadFileRequest } from '../../../src/protocol/commands/read-file.ts';
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { encodeWalletRequest } from '../../../src/protocol/commands/wallet.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { runPerson } from '../person.ts';
import type { TestDevice } from '../test-device.ts';
import { checkEntropy } from '../entropy-host.ts';
import { deviceAt, knownAt } from './beginnings.ts';
import { goOnToTheEnd, goOnUntil, type Known } from './go-on.ts';
import { ceremonyOf } from './steps.ts';
import type { Interruption, Result, Row } from './table.ts';
import { oneRequestOfEach, stepOf } from './walk.ts';
import type { Beginning, Ceremony, Way } from './ways.ts';

export interface Scene {
  readonly row: Row;
  readonly way: Way;
  readonly from: Beginning;
  readonly ceremony: Ceremony;
  /** What a host asked for. */
  readonly request: CeremonyRequest | undefined;
  device: TestDevice;
  known: Known;
}

const tenMinutes = 600_000;

/** Leads a device to the step of a row. */
export function sceneAt(row: Row, way: Way): Scene {
  const ceremony = ceremonyOf(row.activity);
  const request = way.request ?? ceremony.request;
  const from = way.from ?? ceremony.from;
  const [device, known] = [deviceAt(from), knownAt(from)];
  if (request !== undefined) device.start(request);
  device.person(way.lead(known));
  if (way.thenStorageFails === true) {
    device.storage.budget = 0;
    device.person(goOnUntil(known, () => device.status().stage === 'fault'));
  }
  expect(stepOf(device)).toBe(row.key);
  return { row, way, from, ceremony, request, device, known };
}

const statusWord = (response: Uint8Array): string => toHex(response.slice(-2));

/** What an app asks when it meets a device; none of it is refused because of the step. */
export function meet(device: TestDevice): void {
  for (const question of [
    encodeAppNameRequest(),
    encodeInfoRequest(),
    encodeAttestRequest(new Uint8Array(32).fill(7)),
    encodeStatusRequest(),
    encodeNameRequest(),
  ])
    expect(statusWord(device.exchange(question))).toBe('9000');
  expect(['9000', '5515', '6986']).toContain(statusWord(device.exchange(encodeWalletRequest())));
}

function askForEverything(device: TestDevice): void {
  meet(device);
  // A device at rest may be asked by whoever is there first; then this is no second tab any more.
  if (device.status().activity === 'none') return;
  for (const request of Object.values(oneRequestOfEach))
    expect(['5515', '6601']).toContain(statusWord(device.exchange(encodeCeremonyRequest(request))));
}

/** A ceremony that was cut short has released no backup file (H2). */
export function expectNoFile(device: TestDevice): void {
  expect(['5515', '6986']).toContain(statusWord(device.exchange(encodeReadFileRequest())));
}

/** What a device sees of each interruption. */
export const interrupt: Readonly<Record<Interruption, (scene: Scene, refused: boolean) => void>> = {
  unplug(scene) {
    const { device } = scene;
    device.storage.budget = Number.POSITIVE_INFINITY;
    scene.device = device.replug();
    // What a screen without power would show anyway is left on it; a word or a digit is not.
    expect(device.textLines().some(({ secret }) => secret)).toBe(false);
  },
  // Messages stop, and another host begins from the beginning.
  reload: ({ device }) => meet(device),
  'close tab': ({ device }) => device.tick(tenMinutes),
  cancel: ({ device }, refused) =>
    expect(statusWord(device.exchange(encodeCancelRequest()))).toBe(refused ? '6986' : '9000'),
  'second tab': ({ device }) => askForEverything(device),
  'ten minutes'({ device }) {
    device.tick(tenMinutes);
    // And once more as a board that slept itself: one tick for all of it.
    device.stall(tenMinutes);
    meet(device);
  },
};

/** The status that tells each result. */
export const statusOf: Readonly<Record<Exclude<Result, 'goes on'>, Partial<PublicState>>> = {
  nothing: { wallet: 'empty', locked: false, activity: 'none', stage: 'idle', wordCount: 0, triesLeft: 3 },
  unfinished: { wallet: 'unfinished-backup', locked: true, activity: 'resume', stage: 'unfinished' },
  locked: { wallet: 'backed-up', locked: true, activity: 'unlock', stage: 'enter-pin' },
  unlocked: { wallet: 'backed-up', locked: false, activity: 'none', stage: 'idle' },
};

/** The picture on the glass, what the status says and what is stored. */
export const everythingOf = (device: TestDevice): unknown => ({
  pixels: toHex(device.pixels()),
  status: device.status(),
  stored: toHex(device.storage.bytes),
});

function start(scene: Scene, request: CeremonyRequest): void {
  scene.device.start(request);
}

/** Goes on to the end; the host asks for the status after each press when there is one. */
function toTheEnd({ device, known }: Scene, host: boolean): void {
  const goOnHere = (): void =>
    runPerson(goOnToTheEnd(known), (action) => {
      const lines = device.fingers(action);
      if (host && action.kind !== 'look') device.status();
      return lines;
    });
  goOnHere();
  if (device.status().stage !== 'entropy') return;
  // The one step at which the host has a part, and the person waits.
  checkEntropy((command) => device.exchange(command), 1, 12);
  goOnHere();
}

/** From what is left, the person comes to the end of what they wanted. */
export function goOn(scene: Scene, result: Result, host: boolean): void {
  const { ceremony, request, way, from } = scene;
  scene.device.storage.budget = Number.POSITIVE_INFINITY;
  if (result === 'goes on') {
    toTheEnd(scene, host);
    expect(scene.device.status()).toMatchObject({ ...(way.end ?? ceremony.end), activity: 'none' });
    return;
  }
  if (result === 'nothing') {
    const again = from === 'new' && request !== undefined;
    scene.known = knownAt('new');
    start(scene, again ? request : oneRequestOfEach.create);
    toTheEnd(scene, host);
    expect(scene.device.status()).toMatchObject({
      outcome: 'completed',
      wallet: scene.row.activity === 'rename' && again ? 'empty' : 'backed-up',
    });
    return;
  }
  toTheEnd(scene, host);
  expect(scene.device.status()).toMatchObject({ wallet: 'backed-up', locked: false, activity: 'none' });
  if (from !== 'unlocked' || request === undefined) return;
  start(scene, request);
  toTheEnd(scene, host);
  expect(scene.device.status()).toMatchObject({ ...ceremony.end, activity: 'none' });
}

/** What is stored at last is whole: switched on again, it is what it was, and its PIN opens it. */
export function switchOnAgain(scene: Scene): void {
  const { wallet, outcome } = scene.device.status();
  const changed = scene.row.activity === 'change-pin' && outcome === 'completed';
  const pin = changed ? scene.known.nextPin : scene.known.pin;
  scene.known = { ...scene.known, pin };
  scene.device = scene.device.replug();
  expect(scene.device.status()).toMatchObject({ wallet, triesLeft: 3 });
  toTheEnd(scene, false);
  expect(scene.device.status()).toMatchObject({
    wallet: wallet === 'empty' ? 'empty' : 'backed-up',
    locked: false,
    activity: 'none',
  });
}
