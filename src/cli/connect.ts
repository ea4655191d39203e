/** The link that the command line asks for. */
import { WebSocket } from 'ws';
import { nodeHid } from '../transport/node-hid/node-hid.ts';
import { simulatorProcess } from '../transport/simulator/simulator-process.ts';
import { simulatorTcp } from '../transport/simulator/simulator-tcp.ts';
import type { Connector, LinkKind } from '../transport/transport.ts';
import type { LinkName, Run } from './command-line.ts';

export type AnyConnector = Connector<LinkKind>;

export function connectorFor(link: LinkName, { port, path }: Pick<Run, 'port' | 'path'>): AnyConnector {
  switch (link) {
    case 'usb':
      return nodeHid({ path });
    case 'process':
      return simulatorProcess({
        openSocket: (url, subprotocol) => new WebSocket(url, subprotocol),
        // Locks are a browser's; between programs the simulator takes one command at a time from each.
        locks: undefined,
        port,
      });
    case 'tcp':
      return simulatorTcp({ port });
  }
}
