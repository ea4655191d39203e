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
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import { encodeCreateRequest } from '../../../src/protocol/commands/create.ts';
import { serveChain, type ChainServer } from '../../kit/wallets/chain-server.ts';
import { createLocalChain } from '../../kit/wallets/local-chain.ts';
import { people, type RoomRequest } from '../people.ts';

export interface DeviceRoom {
  /** Of the room's door, on loopback. */
  readonly port: number;
  close(): Promise<void>;
}

/** Of m/44'/60'/0'/0/0, not shown. */
const firstAddress = fromHex('e002000015 058000002c8000003c800000000000000000000000');
const closeApp = fromHex('b0a7000000');

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
  const chains: ChainServer[] = [];
  /** The chain's coins are at the first address, which the person has let the room see. */
  const prepareWallet = async (bench: BenchClient): Promise<number> => {
    const fingers = benchFingers(bench);
    responseData(await bench.apdu(encodeCreateRequest({ wordCount: 12 })));
    await runPersonAsync(people['create 12'](), fingers);
    await runPersonAsync(people['open the Ethereum app'](), fingers);
    const [key] = await Promise.all([
      bench.apdu(firstAddress),
      runPersonAsync(people['say yes to a program'](), fingers),
    ]);
    const address = `0x${String.fromCharCode(...responseData(key).subarray(67, 107))}`;
    // Left and opened again, the app asks the page's question too.
    responseData(await bench.apdu(closeApp));
    await bench.advance(1100);
    await runPersonAsync(people['open the Ethereum app'](), fingers);
    const chain = await createLocalChain({ chainId: 31_337, balances: { [address]: 10n ** 19n } });
    const server = await serveChain(chain);
    chains.push(server);
    return Number(new URL(server.url).port);
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
      case 'wallet':
        return { rpcPort: await prepareWallet(bench) };
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
      for (const chain of chains) chain.close();
      server.close();
      server.closeAllConnections();
      await Promise.all(places.map(({ simulator }) => simulator.stop()));
    },
  };
}
