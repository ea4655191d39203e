/**
 * The inspector of a Node process that was started with `--inspect=127.0.0.1:0`: collects its garbage and takes its
 * heap snapshot. Anyone who can reach that port controls the process, so it is for tests, on loopback, on a free port.
 */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Inspector } from './heap-snapshot.ts';

export interface NodeInspector extends Inspector {
  close(): void;
}

/** The address that Node writes to stderr at its start. Throws when it is not there. */
export function inspectorAddress(stderr: string): string {
  const address = /^Debugger listening on (ws:\/\/\S+)$/m.exec(stderr)?.[1];
  if (address === undefined)
    throw new Error('the process has no inspector: start it with NODE_OPTIONS=--inspect=127.0.0.1:0');
  return address;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly error?: { readonly message: string };
  readonly params?: { readonly chunk?: string };
}

export async function openInspector(address: string): Promise<NodeInspector> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<(chunk: string) => void>();
  socket.on('message', (message: Buffer) => {
    const answer = JSON.parse(message.toString('utf8')) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    if (answer.method === 'HeapProfiler.addHeapSnapshotChunk')
      for (const listener of listeners) listener(answer.params?.chunk ?? '');
  });
  let last = 0;
  return {
    async send(method, params = {}) {
      const id = (last += 1);
      const answer = await new Promise<Answer>((resolve, reject) => {
        waiting.set(id, resolve);
        socket.once('close', () => reject(new Error('the process ended before its inspector answered')));
        socket.send(JSON.stringify({ id, method, params }));
      });
      waiting.delete(id);
      if (answer.error !== undefined) throw new Error(`the inspector refused: ${answer.error.message}`);
      return answer;
    },
    onChunk(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => socket.close(),
  };
}
