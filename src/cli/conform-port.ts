/** The kit's port in a terminal: a link that is opened again when it was lost, a clock, and a person or a command at the device. */
import { splitMeaning, type Meaning } from '../conformance/catalogue/meanings.ts';
import type { AnotherLink, ConformancePort, LedBy } from '../conformance/tour/port.ts';
import { pause } from '../devices/hostblind/polling.ts';
import { recomputeWalletId } from '../devices/hostblind/entropy-check/recompute-wallet-id.ts';
import { HostblindError, isCode } from '../protocol/errors.ts';
import { encodeInfoRequest } from '../protocol/commands/info.ts';
import { conformanceText } from '../text/conformance/kit.ts';
import type { StartTimer } from '../transport/timer.ts';
import type { Transport } from '../transport/transport.ts';

export interface ConformPortParts {
  /** Opens the link to the device. */
  readonly open: () => Promise<Transport>;
  /** Whether the link takes more than one host. */
  readonly shared: boolean;
  readonly ledBy: LedBy;
  /** Acts on the device; `undefined` where a person does. */
  readonly press: ((meaning: Meaning) => Promise<void>) | undefined;
  /** Tells a person what to do. */
  readonly say: (text: string) => void;
  readonly startTimer: StartTimer;
  readonly signal: AbortSignal;
}

export interface TerminalPort extends ConformancePort {
  close(): Promise<void>;
}

const retryMs = 250;
/** How long a device may be away that nobody has switched off. */
const awayMs = 10_000;

function promptFor(meaning: Meaning): string {
  const split = splitMeaning(meaning);
  if (split?.kind === 'pin') return conformanceText.enterPin(split.pin);
  if (split?.kind === 'read') return conformanceText.readTo(split.position);
  return split === undefined ? meaning : conformanceText.prompts[split.meaning];
}

const lostCodes = ['disconnected', 'timeout', 'bad-response'] as const;

/** `transport` is the link as it was opened first. */
export function createTerminalPort(parts: ConformPortParts, transport: Transport): TerminalPort {
  const { open, press, say, startTimer, signal } = parts;
  let link = transport;
  const wait = (milliseconds: number): Promise<void> => pause(milliseconds, startTimer, signal);

  /** Opens it again, once a device answers there. `forMs`: for so long, or as long as it takes. */
  const reopen = async (forMs: number): Promise<void> => {
    await link.close();
    for (const until = performance.now() + forMs; ;) {
      try {
        link = await open();
        await link.exchange(encodeInfoRequest(), { signal });
        return;
      } catch (error) {
        await link.close();
        if (isCode(error, 'aborted') || performance.now() >= until) throw error;
        await wait(retryMs);
      }
    }
  };

  const act = async (meaning: Meaning): Promise<void> => {
    if (press !== undefined) return press(meaning);
    say(promptFor(meaning));
  };

  /** A person takes their time to pull a cable. */
  const unplugged = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const onAbort = (): void => reject(new HostblindError('aborted'));
      signal.addEventListener('abort', onAbort, { once: true });
      link.onDisconnect(() => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
    });

  return {
    async exchange(command) {
      try {
        return await link.exchange(command, { signal });
      } catch (error) {
        if (!lostCodes.some((code) => isCode(error, code))) throw error;
        // No answer is an answer: the kit judges it, and the device may be there again.
        await reopen(awayMs);
        return new Uint8Array();
      }
    },
    now: () => performance.now(),
    wait,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    ledBy: parts.ledBy,
    act,
    async restart() {
      const gone = press === undefined ? unplugged() : undefined;
      await act('power-off');
      await gone;
      await link.close();
      await act('power-on');
      await reopen(press === undefined ? Number.POSITIVE_INFINITY : awayMs);
    },
    async another(): Promise<AnotherLink | undefined> {
      if (!parts.shared) return undefined;
      const other = await open();
      return { exchange: (command) => other.exchange(command, { signal }), close: () => other.close() };
    },
    recompute: recomputeWalletId,
    close: () => link.close(),
  };
}
