/** H2: no sequence of host messages can advance a step that waits for a person. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCommand } from '../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCancelRequest } from '../../src/protocol/commands/cancel.ts';
import type { Stage } from '../../src/protocol/public-state.ts';
import { createWallet, runPerson, type Fingers, leaveStopped } from '../kit/drivers/person.ts';
import { hostMessage } from '../fixtures/drivers/script.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';

const cancel = toHex(encodeCancelRequest());

function glassOf(device: TestDevice): string {
  return toHex(device.pixels());
}

/** Every instruction of every plausible shape, the cancel left out: that one may stop, and has its own test. */
const everyMessage: readonly Uint8Array[] = Array.from({ length: 256 }, (_, ins) =>
  [[], [0], [12, 0], [24, 0], [24, 1], Array.from({ length: 33 }, () => 9)].map((data) =>
    encodeCommand(0xc8, ins, Uint8Array.from(data)),
  ),
)
  .flat()
  .filter((message) => toHex(message) !== cancel);

describe('H2 no message replaces a press', () => {
  it('without a press, no message leads past the question, or past “Stopped”', () => {
    fc.assert(
      fc.property(fc.array(hostMessage, { maxLength: 60 }), fc.nat(3000), (messages, pause) => {
        const device = createTestDevice();
        const stored = toHex(device.storage.bytes);
        for (const message of messages) {
          device.exchange(message);
          device.tick(pause / (messages.length + 1));
          expect(['idle', 'consent', 'stopped'] satisfies Stage[]).toContain(device.status().stage);
        }
        expect(toHex(device.storage.bytes)).toBe(stored);
      }),
      { numRuns: 200 },
    );
  });

  it('at every screen, no message changes the screen, the stage or the storage', () => {
    const device = createTestDevice();
    device.startCreate(12);
    let checked = 0;
    const stages = new Set<Stage>();
    const fingers: Fingers = (action) => {
      const before = [glassOf(device), JSON.stringify(device.status()), toHex(device.storage.bytes)];
      if (action.kind !== 'look') {
        for (const message of everyMessage) device.exchange(message);
        expect([glassOf(device), JSON.stringify(device.status()), toHex(device.storage.bytes)]).toEqual(
          before,
        );
        checked += 1;
        stages.add(device.status().stage);
      }
      return device.fingers(action);
    };
    runPerson(createWallet(12, '0000'), fingers);
    expect(checked).toBeGreaterThan(80);
    expect([...stages].toSorted()).toEqual(
      [
        'choose-pin',
        'confirm',
        'consent',
        'finish',
        'hold',
        'repeat-pin',
        'warning',
        'words',
        'written',
      ].toSorted(),
    );
  });

  it('a cancel only goes back: to idle, or to the unfinished backup once there is one', () => {
    const reference = createTestDevice();
    reference.startCreate(12);
    const actions: Parameters<Fingers>[0][] = [];
    runPerson(createWallet(12, '0000'), (action) => {
      actions.push(action);
      return reference.fingers(action);
    });
    for (let steps = 0; steps < actions.length; steps += 1) {
      if (actions[steps]?.kind === 'look' || actions[steps]?.kind === 'wait') continue;
      const device = createTestDevice();
      device.startCreate(12);
      for (const action of actions.slice(0, steps)) device.fingers(action);
      const { stage } = device.status();
      device.exchange(encodeCancelRequest());
      const after = device.status();
      expect(after).toMatchObject({ outcome: 'cancelled', stage: 'stopped' });
      device.person(leaveStopped());
      const left = device.status();
      if (['consent', 'choose-pin', 'repeat-pin'].includes(stage)) {
        expect(left).toMatchObject({ wallet: 'empty', stage: 'idle', activity: 'none' });
      } else if (stage === 'finish') {
        expect(left).toMatchObject({ wallet: 'backed-up', stage: 'enter-pin', locked: true });
      } else {
        expect(left).toMatchObject({ wallet: 'unfinished-backup', stage: 'unfinished', locked: true });
      }
    }
  });
});
