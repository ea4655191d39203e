/**
 * The room with the devices, on the host: `firmware-sim --usb` processes, each with a person in front of it. They run at
 * full speed there; on the guest's emulated processor every press would take a hundred times as long.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { benchFingers } from '../../kit/clients/bench-fingers.ts';
import { createBenchClient, type BenchClient } from '../../kit/clients/bench-client.ts';
import { runPersonAsync } from '../../kit/drivers/person.ts';
import { startSimulator, type SimulatorProcess } from '../../kit/clients/simulator-process.ts';
import { people, type RoomRequest } from '../people.ts';

export interface DeviceRoom {
  /** Of the room's door, on loopback. */
  readonly port: number;
  close(): Promise<void>;
}

interface Place {
  readonly simulator: SimulatorProcess;
  readonly bench: BenchClient;
}

async function readRequest(request: IncomingMessage): Promise<RoomRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as RoomRequest;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** `command` is the path of the built `firmware-sim`. */
export async function openDeviceRoom(command: string): Promise<DeviceRoom> {
  const places: Place[] = [];

  const placeOf = (id: number): Place => {
    const place = places[id];
    if (place === undefined) throw new Error(`no device ${id}`);
    return place;
  };
  const answer = async (asked: RoomRequest): Promise<object> => {
    if (asked.kind === 'new') {
      const simulator = await startSimulator({ command, usb: true });
      const bench = createBenchClient(simulator.benchUrl);
      await bench.pause();
      places.push({ simulator, bench });
      return { id: places.length - 1, usbPort: simulator.usbPort };
    }
    const { simulator, bench } = placeOf(asked.id);
    switch (asked.kind) {
      case 'person': {
        const paper = await runPersonAsync(people[asked.name](asked.paper), benchFingers(bench));
        return { paper };
      }
      case 'power':
        await bench.power(asked.action);
        return {};
      case 'end':
        await simulator.stop();
        return {};
    }
  };
  const server = createServer((request, response) => {
    const reply = async (): Promise<void> => {
      try {
        response.end(JSON.stringify(await answer(await readRequest(request))));
      } catch (error) {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.message : 'unknown fault');
      }
    };
    void reply();
  });
  const port = await listen(server);
  return {
    port,
    async close() {
      server.close();
      server.closeAllConnections();
      await Promise.all(places.map(({ simulator }) => simulator.stop()));
    },
  };
}
