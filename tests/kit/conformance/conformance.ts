/** What every connector must do, whatever is behind it. Run over each link kind in `conformance.test.ts`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, LinkKind, TerminalLinkKind } from '../../../src/transport/transport.ts';
import { exchangeTimeoutMs } from '../../../src/transport/guard.ts';
import { echoOf } from './echo-device.ts';

/** Timers that run when the test says so. */
export interface TimerInHand {
  /** Moves time and runs what is due, in order. */
  advance(milliseconds: number): void;
  /** How many timers wait: 0 when nothing was left behind. */
  readonly pending: number;
}

export interface Rig {
  /** Connected to an echo device, with its timers in the test's hand. */
  readonly connector: Connector<LinkKind | TerminalLinkKind>;
  readonly timer: TimerInHand;
  /** From now on the device takes commands and answers none. */
  hang(): void;
  /** Settles when the device has taken `count` commands since it hangs. */
  taken(count: number): Promise<void>;
  /** The device goes away. */
  unplug(): void;
  /** The device comes back after an unplug or a close. */
  replug(): void;
  tearDown(): Promise<void>;
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

export function describeConformance(name: string, setUp: () => Promise<Rig>): void {
  describe(`every connector: ${name}`, () => {
    let rig: Rig;
    beforeEach(async () => {
      rig = await setUp();
    });
    afterEach(() => rig.tearDown());

    it('opens, and carries commands of every length both ways', async () => {
      const transport = await rig.connector.open();
      for (const length of [4, 5, 57, 58, 64, 200, 260]) {
        const command = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 0xff);
        expect(await transport.exchange(command)).toEqual(echoOf(command));
      }
      await transport.close();
      expect(rig.timer.pending).toBe(0);
    });

    it('answers commands sent at once in their order', async () => {
      const transport = await rig.connector.open();
      const commands = Array.from({ length: 10 }, (_, index) => bytes(0xc8, index, 0, 0, 0));
      const answers = await Promise.all(commands.map((command) => transport.exchange(command)));
      expect(answers).toEqual(commands.map(echoOf));
      await transport.close();
    });

    it('an unplug during a command fails it as disconnected, is reported once, and lasts', async () => {
      const transport = await rig.connector.open();
      let lost = 0;
      transport.onDisconnect(() => {
        lost += 1;
      });
      rig.hang();
      const exchange = transport.exchange(bytes(1, 2, 3, 4));
      const failed = expect(exchange).rejects.toMatchObject({ code: 'disconnected' });
      await rig.taken(1);
      rig.unplug();
      await failed;
      await expect(transport.exchange(bytes(1, 2, 3, 4))).rejects.toMatchObject({ code: 'disconnected' });
      expect(lost).toBe(1);
      await transport.close();
      expect(rig.timer.pending).toBe(0);
    });

    it('a silent device: fails with timeout, and is not used again', async () => {
      const transport = await rig.connector.open();
      const lost = new Promise<void>((resolve) => {
        transport.onDisconnect(resolve);
      });
      rig.hang();
      const exchange = transport.exchange(bytes(1, 2, 3, 4));
      const failed = expect(exchange).rejects.toMatchObject({ code: 'timeout' });
      await rig.taken(1);
      rig.timer.advance(exchangeTimeoutMs);
      await Promise.all([failed, lost]);
      await expect(transport.exchange(bytes(5, 6, 7, 8))).rejects.toMatchObject({ code: 'disconnected' });
      await transport.close();
    });

    it('an aborted command settles at once; closing never waits for a device that hangs', async () => {
      const transport = await rig.connector.open();
      rig.hang();
      const controller = new AbortController();
      const exchange = transport.exchange(bytes(1, 2, 3, 4), { signal: controller.signal });
      const failed = expect(exchange).rejects.toMatchObject({ code: 'aborted' });
      await rig.taken(1);
      controller.abort();
      await failed;
      await transport.close();
    });

    it('opens again after it was closed, asking or not', async () => {
      const first = await rig.connector.open();
      await first.close();
      rig.replug();
      const second = await rig.connector.reopen();
      expect(second).toBeDefined();
      expect(await second?.exchange(bytes(9, 8, 7, 6))).toEqual(echoOf(bytes(9, 8, 7, 6)));
      await second?.close();
    });

    it('opens again after an unplug, though nobody closed the old connection', async () => {
      const first = await rig.connector.open();
      const lost = new Promise<void>((resolve) => {
        first.onDisconnect(resolve);
      });
      rig.unplug();
      await lost;
      rig.replug();
      const second = await rig.connector.reopen();
      expect(await second?.exchange(bytes(9, 8, 7, 6))).toEqual(echoOf(bytes(9, 8, 7, 6)));
      await second?.close();
    });

    it('an attempt that was given up before it began opens nothing', async () => {
      const signal = AbortSignal.abort();
      await expect(rig.connector.open({ signal })).rejects.toMatchObject({ code: 'aborted' });
      await expect(rig.connector.reopen({ signal })).rejects.toMatchObject({ code: 'aborted' });
      expect(rig.timer.pending).toBe(0);
    });
  });
}
