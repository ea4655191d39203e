/** One link at a time: opened, let go of, and nothing of it reported any more once it was. */
import { errorCode, type ErrorCode } from '../protocol/errors.ts';
import type { LedgerSigner } from '../signer/ledger/ledger-signer.ts';
import type { Signer } from '../signer/signer.ts';
import type { Connector, LinkKind, Transport } from '../transport/transport.ts';
import type { CeremonyEvent } from './events.ts';

/** One link, from opening to letting go. */
export interface Connection {
  readonly abort: AbortController;
  transport?: Transport;
  signer?: Signer;
  ledger?: LedgerSigner | undefined;
}

export interface ConnectionParts {
  readonly connectors: readonly Connector[];
  readonly createSigner: (transport: Transport) => Signer;
  /** Without it every device is taken for one of our own. */
  readonly createLedgerSigner?: ((transport: Transport) => LedgerSigner) | undefined;
}

/** Reports an event of `from`, unless the person has moved on to another link meanwhile. */
export type Report = (from: Connection, event: CeremonyEvent) => void;

export interface Connections {
  readonly current: Connection;
  open(link: LinkKind, way: 'open' | 'reopen'): Promise<void>;
  letGo(): void;
  /** As `letGo`, with a last word: a device that fails to stop is let go of all the same. */
  stopAndLetGo(): void;
}

/** What is thrown and is not of our catalogue is a fault of this app or a driver: shown as a bad response. */
export function codeOf(error: unknown): ErrorCode {
  return errorCode(error) ?? 'bad-response';
}

export function createConnections(parts: ConnectionParts, report: Report): Connections {
  let current: Connection = { abort: new AbortController() };

  /** Takes the link away from everybody who still reports of it. */
  function leave(): Connection {
    const left = current;
    left.abort.abort();
    current = { abort: new AbortController() };
    return left;
  }

  return {
    get current() {
      return current;
    },
    async open(link, way) {
      const opening = current;
      const connector = parts.connectors.find(({ kind }) => kind === link);
      try {
        const transport = await connector?.[way]({ signal: opening.abort.signal });
        if (transport === undefined) {
          report(opening, { kind: 'open-failed', code: 'not-found' });
        } else if (opening.abort.signal.aborted) {
          await transport.close();
        } else {
          opening.transport = transport;
          opening.signer = parts.createSigner(transport);
          opening.ledger = parts.createLedgerSigner?.(transport);
          transport.onDisconnect(() => report(opening, { kind: 'disconnected' }));
          report(opening, { kind: 'opened' });
        }
      } catch (error) {
        report(opening, { kind: 'open-failed', code: codeOf(error) });
      }
    },
    letGo() {
      // A driver that fails while letting go of a dead device has nothing to tell anybody.
      leave()
        .transport?.close()
        .catch(() => {});
    },
    stopAndLetGo() {
      const { signer, transport } = leave();
      const stop = async (): Promise<void> => {
        await signer?.cancel().catch(() => {});
        await transport?.close();
      };
      stop().catch(() => {});
    },
  };
}
