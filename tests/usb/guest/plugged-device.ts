/** A device of the host's room, plugged into the guest's kernel by USB/IP. */
import { readdirSync } from 'node:fs';
import { attachToKernel } from '../../../firmware-sim/ports/usbip/vhci-attach.ts';
import type { PersonName, RoomRequest } from '../people.ts';

/** The host, as QEMU's user network has it. */
const host = '10.0.2.2';

export interface PluggedDevice {
  /** Does what `people.ts` says under that name, and gives what is on the paper then. */
  person(name: PersonName, paper?: readonly string[]): Promise<string[]>;
  /** Makes a wallet, opens its app, and gives the address of a node whose chain has coins for it. */
  wallet(): Promise<string>;
  /** Cuts the power, which pulls the cable, and waits until the kernel has noticed. */
  cut(): Promise<void>;
  /** Power again, and the cable back in. */
  restore(): Promise<void>;
  /** For good. */
  unplug(): Promise<void>;
}

function hidDevices(): string[] {
  return readdirSync('/dev').filter((name) => name.startsWith('hidraw'));
}

/** Waits until the kernel has `count` HID devices; fails after 30 s. */
export async function waitForHidDevices(count: number): Promise<void> {
  for (let tries = 0; hidDevices().length !== count; tries += 1) {
    if (tries > 600) throw new Error(`the kernel has ${hidDevices().length} HID devices, not ${count}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

async function ask<Answer>(roomPort: number, request: RoomRequest): Promise<Answer> {
  const reply = await fetch(`http://${host}:${roomPort}/`, { method: 'POST', body: JSON.stringify(request) });
  if (!reply.ok) throw new Error(`the device room: ${await reply.text()}`);
  return (await reply.json()) as Answer;
}

export async function plugIn(roomPort: number): Promise<PluggedDevice> {
  const { id, usbPort } = await ask<{ id: number; usbPort: number }>(roomPort, { kind: 'new' });
  const attach = async (): Promise<void> => {
    await attachToKernel({ host, port: usbPort }, '1-1');
    await waitForHidDevices(1);
  };
  await attach();
  return {
    async person(name, paper = []) {
      const done = await ask<{ paper: string[] }>(roomPort, { kind: 'person', id, name, paper });
      return done.paper;
    },
    async wallet() {
      const { rpcPort } = await ask<{ rpcPort: number }>(roomPort, { kind: 'wallet', id });
      return `http://${host}:${rpcPort}`;
    },
    async cut() {
      await ask(roomPort, { kind: 'power', id, action: 'off' });
      await waitForHidDevices(0);
    },
    async restore() {
      await ask(roomPort, { kind: 'power', id, action: 'on' });
      await attach();
    },
    async unplug() {
      await ask(roomPort, { kind: 'end', id });
      await waitForHidDevices(0);
    },
  };
}
