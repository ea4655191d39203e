/** What the kit expects is no second truth: every state of the firmware, and every row of docs/interruptions.md, is held against it. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  expectedLength,
  expectedWord,
  mayBeCancelled,
  restAfterCancel,
  restAfterPowerCut,
  statusAtRest,
  type CheckTurn,
  type Rest,
  type Situation,
} from '../../../src/conformance/tour/expected.ts';
import { journeys } from '../../../src/conformance/tour/journeys.ts';
import { commandNames, messageOf, refusedEverywhere } from '../../../src/conformance/tour/messages.ts';
import { judgeStatus, stagesOf } from '../../../src/conformance/tour/status-rules.ts';
import { readU16 } from '../../../src/protocol/bytes.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { statusWordName } from '../../../src/protocol/apdu/status-words.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { activities } from '../../../src/protocol/public-state.ts';
import { hostPart } from '../../fixtures/devices/entropy-host.ts';
import type { TestDevice } from '../../fixtures/devices/test-device.ts';
import { deviceAt } from '../../fixtures/interruptions/beginnings.ts';
import { sceneAt, statusOf } from '../../fixtures/interruptions/scene.ts';
import { ways } from '../../fixtures/interruptions/steps.ts';
import { keyOf, readInterruptions, type Cell, type Row } from '../../fixtures/interruptions/table.ts';
import { agreeToNewWallet, leaveStopped } from '../../kit/drivers/person.ts';

vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const rows = readInterruptions();
const keysOf = (holds: (row: Row) => boolean): string[] => rows.filter(holds).map(({ key }) => key);

type Exchange = (command: Uint8Array) => Uint8Array;

const wordOf = (response: Uint8Array): string | undefined =>
  statusWordName(readU16(response, response.length - 2));

/** Every command on a device of its own, so that one that acts disturbs no other. */
function expectAnswers(
  make: () => { device: TestDevice; exchange: Exchange },
  more: Partial<Situation> = {},
): void {
  const inTurn = [...commandNames.filter((name) => name !== 'cancel'), 'cancel'] as const;
  for (const command of inTurn) {
    const { device, exchange } = make();
    const situation: Situation = {
      status: device.status(),
      // A device without apps.
      capabilities: capabilities.filter((name) => name !== 'protected-signatures'),
      turn: 'commit',
      fileReleased: false,
      leftAlone: false,
      otherLink: false,
      inEnglish: true,
      ...more,
    };
    const word = expectedWord(command, situation);
    const response = exchange(messageOf(command));
    const [least, most] = expectedLength(command, word);
    expect([command, wordOf(response)]).toEqual([command, word]);
    expect(response.length - 2).toBeGreaterThanOrEqual(least);
    expect(response.length - 2).toBeLessThanOrEqual(most);
  }
}

describe.each(rows)('$key', (row) => {
  const [way] = ways[row.key] ?? [];
  if (way === undefined) throw new Error(`no way to ${row.key}`);
  let device: TestDevice;
  beforeAll(() => {
    device = sceneAt(row, way).device;
  });

  it('refuses what is refused everywhere, and keeps to the rules of a status', () => {
    for (const { message, word } of refusedEverywhere)
      expect(wordOf(device.firmware.exchange(message))).toBe(word);
    const raw = responseData(device.firmware.exchange(encodeStatusRequest()));
    expect(judgeStatus(raw, undefined)).toEqual({ state: device.status(), breaches: [] });
  });

  it('is left as the kit expects', () => {
    const status = device.status();
    const cell = (name: Cell['interruption']): Cell | undefined =>
      row.cells.find(({ interruption }) => interruption === name);
    const said: Readonly<Record<string, Rest>> = {
      nothing: 'empty',
      unfinished: 'unfinished',
      locked: 'locked',
      unlocked: 'unlocked',
    };
    const cancel = cell('cancel');
    expect(mayBeCancelled(status)).toBe(cancel?.result !== 'goes on');
    if (mayBeCancelled(status)) expect(restAfterCancel(status)).toBe(said[cancel?.result ?? '']);
    expect(restAfterPowerCut(status)).toBe(said[cell('unplug')?.result ?? '']);
  });

  it('answers every command as the kit expects', () => {
    // Nothing acts where a ceremony is under way but a cancel, which comes last; elsewhere each command has a device of its own.
    // None is the device of the other tests, which may come after this one.
    const shared = row.activity !== 'none' && row.stage !== 'entropy' ? sceneAt(row, way).device : undefined;
    expectAnswers(() => {
      const at = shared ?? sceneAt(row, way).device;
      return { device: at, exchange: (command) => at.firmware.exchange(command) };
    });
  });
});

describe('the states that only a host can tell apart', () => {
  function checkedTo(turn: CheckTurn): TestDevice {
    const device = deviceAt('new');
    device.start({ kind: 'create', wordCount: 12, entropyCheck: true });
    device.person(agreeToNewWallet());
    for (let candidate = 1; turn === 'keep' && candidate <= 64; candidate += 1) {
      device.exchange(messageOf('commit'));
      const named = device.exchange(messageOf('entropy', hostPart(candidate)));
      device.exchange(messageOf('open', named.slice(0, 16)));
    }
    if (turn !== 'commit') device.exchange(messageOf('commit'));
    if (turn === 'decide' || turn === 'keep') device.exchange(messageOf('entropy', hostPart(99)));
    return device;
  }

  it.each(['commit', 'part', 'decide', 'keep'] as const)('the entropy check: %s', (turn) => {
    expectAnswers(
      () => {
        const device = checkedTo(turn);
        return { device, exchange: (command) => device.firmware.exchange(command) };
      },
      { turn },
    );
  });

  it('another link, while a ceremony belongs to one', () => {
    for (const from of ['new', 'unlocked', 'locked', 'unfinished'] as const)
      expectAnswers(
        () => {
          const device = deviceAt(from);
          if (from === 'new') device.startCreate(12);
          if (from === 'unlocked') device.start({ kind: 'reveal' });
          return { device, exchange: (command) => device.firmware.exchange(command, 7) };
        },
        { otherLink: true },
      );
  });

  it('left alone after three requests that were withdrawn', () => {
    expectAnswers(
      () => {
        const device = deviceAt('new');
        for (let times = 0; times < 3; times += 1) {
          device.startCreate(12);
          device.exchange(messageOf('cancel'));
          device.person(leaveStopped());
        }
        return { device, exchange: (command) => device.firmware.exchange(command) };
      },
      { leftAlone: true },
    );
  });
});

describe('the journeys', () => {
  it('come to every stage of docs/interruptions.md but the faults', () => {
    const reached = new Set(
      journeys.flatMap(({ activity, stations }) =>
        stations.map(({ stage, holds }) => keyOf(activity, stage, holds)),
      ),
    );
    const led = keysOf(({ activity, stage }) => activity !== 'none' && stage !== 'fault');
    expect([...reached].toSorted()).toEqual(led.toSorted());
  });

  it('have names of their own', () => {
    const names = journeys.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('know the stages of each activity as the table does', () => {
    for (const activity of activities) {
      // Nothing is stored in it that could fail to be; its random source still can.
      const beside = activity === 'identify' ? ['fault'] : [];
      const inTable = new Set(rows.filter((row) => row.activity === activity).map(({ stage }) => stage));
      expect([activity, [...(stagesOf[activity] ?? [])].toSorted()]).toEqual([
        activity,
        [...inTable, ...beside].toSorted(),
      ]);
    }
  });

  it('come to rest as the tests of interruptions know it', () => {
    expect(statusAtRest.empty).toMatchObject({ ...pick(statusOf.nothing) });
    expect(statusAtRest.unfinished).toMatchObject({ ...pick(statusOf.unfinished) });
    expect(statusAtRest.locked).toMatchObject({ ...pick(statusOf.locked) });
    expect(statusAtRest.unlocked).toMatchObject({ ...pick(statusOf.unlocked) });
  });
});

function pick({ wallet, locked, activity, stage }: Partial<ReturnType<TestDevice['status']>>): object {
  return { wallet, locked, activity, stage };
}
