/** One link at a time: opened, let go of, and nothing of it reported any more once it was. */
import { errorCode, type ErrorCode } from '../protocol/errors.ts';
import type { AnyFamily, FamilyClient, SealedReading } from '../devices/family.ts';
import type { Signer } from '../devices/hostblind/signer.ts';
import type { StartTimer } from '../transport/timer.ts';
import type { Connector, LinkKind, Transport } from '../transport/transport.ts';
import type { SessionEvent } from './events.ts';

/** A family, and its client on a link. */
export interface Candidate {
  readonly family: AnyFamily;
  readonly client: FamilyClient<SealedReading>;
}

/** One link, from opening to letting go. */
export interface Connection {
  readonly abort: AbortController;
  transport?: Transport;
  signer?: Signer;
  /** Ends the following of the device, and nothing else. */
  watch?: AbortController;
  /** The clients of the families that it may be of, in the order in which they ask. */
  candidates?: readonly Candidate[];
  /** Of the family that it is of. */
  guided?: Candidate;
}

export interface ConnectionParts {
  readonly connectors: readonly Connector<LinkKind>[];
  readonly createSigner: (transport: Transport) => Signer;
  /** Without it every device is taken for one of our own. */
  readonly families?: readonly AnyFamily[] | undefined;
  readonly clock: { readonly after: StartTimer };
}

/** Reports an event of `from`, unless the person has moved on to another link meanwhile. */
export type Report = (from: Connection, event: SessionEvent) => void;

export interface Connections {
  readonly current: Connection;
  open(link: LinkKind, way: 'open' | 'reopen'): Promise<void>;
  letGo(): void;
  /** As `letGo`, with a last word: a device that fails to stop is let go of anyway. */
  stopAndLetGo(): void;
  /** Settles once every link that was let go of is closed. */
  closed(): Promise<void>;
}

/** What is thrown and is not of our catalogue is a fault of this app, or of the browser: the device did nothing. */
export function codeOf(error: unknown): ErrorCode {
  return errorCode(error) ?? 'app-fault';
}

export function createConnections(parts: ConnectionParts, report: Report): Connections {
  let current: Connection = { abort: new AbortController() };
  const closing = new Set<Promise<void>>();

  /** A driver that fails while letting go of a dead device has nothing useful to report. */
  function finish(work: Promise<void> | undefined): void {
    if (work === undefined) return;
    const quiet: Promise<void> = work.catch(() => {}).finally(() => closing.delete(quiet));
    closing.add(quiet);
  }

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
          opening.candidates = (parts.families ?? []).map((family) => ({
            family,
            client: family.connect(transport, { startTimer: parts.clock.after }),
          }));
          transport.onDisconnect(() => report(opening, { kind: 'disconnected' }));
          report(opening, { kind: 'opened' });
        }
      } catch (error) {
        report(opening, { kind: 'open-failed', code: codeOf(error) });
      }
    },
    letGo() {
      finish(leave().transport?.close());
    },
    stopAndLetGo() {
      const { signer, transport } = leave();
      const stop = async (): Promise<void> => {
        await signer?.cancel().catch(() => {});
        await transport?.close();
      };
      finish(stop());
    },
    async closed() {
      await Promise.all(closing);
    },
  };
}
