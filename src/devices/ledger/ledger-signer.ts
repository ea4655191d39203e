/** The client for stock Ledger devices: it asks where the device stands, and can close an app. Nothing else is sent. */
import { isAppName } from '../../protocol/claims.ts';
import { decodeAppName, encodeAppNameRequest, type AppName } from '../../protocol/commands/app-name.ts';
import { encodeInfoRequest } from '../../protocol/commands/info.ts';
import { HostblindError } from '../../protocol/errors.ts';
import { ledgerAnswer, type LedgerAnswer, type LedgerCondition } from '../../protocol/ledger/conditions.ts';
import { encodeQuitAppRequest, isDashboard } from '../../protocol/ledger/device-apps.ts';
import { decodeGetVersion, encodeGetVersionRequest } from '../../protocol/ledger/get-version.ts';
import { throwIfAborted } from '../../transport/abort.ts';
import { startTimer, type StartTimer } from '../../transport/timer.ts';
import type { Transport } from '../../transport/transport.ts';
import { pause } from '../hostblind/polling.ts';
import type { SignerOptions } from '../hostblind/signer.ts';
import type { FamilyClient, Sighting } from '../family.ts';
import { ledgerPollInterval, silenceAfter } from './patience.ts';
import { isSameReading, readingOf, type LedgerReading } from './reading.ts';

export interface LedgerSigner extends FamilyClient<LedgerReading> {
  /**
   * What answers at the other end: asks for the app's name and for a Hostblind device's info first. `undefined` when
   * it is no stock Ledger, so that the Hostblind client can say what it is instead.
   */
  probe(options?: SignerOptions): Promise<LedgerReading | undefined>;
  /** Where the device stands. `bad-response` for an answer that no Ledger gives. */
  read(options?: SignerOptions): Promise<LedgerReading>;
}

export interface LedgerSignerOptions {
  /** Milliseconds from an answer to the next question. */
  readonly interval?: (() => number) | undefined;
  readonly startTimer?: StartTimer | undefined;
}

/** Conditions that say at once where the device stands. */
function readingOfCondition(condition: LedgerCondition): LedgerReading | undefined {
  switch (condition) {
    case 'locked':
    case 'busy':
    case 'menu-open':
      return { kind: condition };
    case 'bootloader':
    case 'recovery-mode':
      return { kind: condition, model: undefined };
    default:
      return undefined;
  }
}

function nameIn({ condition, data }: LedgerAnswer): AppName | undefined {
  if (condition !== 'ok') return undefined;
  try {
    return decodeAppName(data);
  } catch {
    return undefined;
  }
}

/** The name under which Hostblind's own devices answer `B0 01`. */
const ownName = 'Hostblind';

export function createLedgerSigner(transport: Transport, options: LedgerSignerOptions = {}): LedgerSigner {
  const interval = options.interval ?? (() => ledgerPollInterval);
  const start = options.startTimer ?? startTimer;

  const ask = async (command: Uint8Array, signal: AbortSignal | undefined): Promise<LedgerAnswer> =>
    ledgerAnswer(await transport.exchange(command, { signal }));

  /** By getVersion alone; `undefined` where the answer is none. */
  const version = async (signal: AbortSignal | undefined): Promise<LedgerReading | undefined> => {
    const { condition, data } = await ask(encodeGetVersionRequest(), signal);
    if (condition !== 'ok') return readingOfCondition(condition);
    try {
      return readingOf(decodeGetVersion(data));
    } catch {
      return undefined;
    }
  };

  /**
   * By the app's name first: apps answer the bytes of getVersion too, each with a meaning of its own, and such an
   * answer must not be taken for flags.
   */
  const whole = async (
    app: LedgerAnswer,
    signal: AbortSignal | undefined,
  ): Promise<LedgerReading | undefined> => {
    const name = nameIn(app)?.name;
    if (name !== undefined && !isDashboard(name)) {
      return name === ownName ? undefined : { kind: 'app-open', app: isAppName(name) ? name : undefined };
    }
    return readingOfCondition(app.condition) ?? (await version(signal));
  };

  const read = async (
    signal: AbortSignal | undefined,
    last: LedgerReading | undefined,
  ): Promise<LedgerReading> => {
    // A device without a wallet opens no app, so that one question is enough while its set-up is followed.
    const quick = last?.kind === 'onboarding' ? await version(signal) : undefined;
    const reading = quick ?? (await whole(await ask(encodeAppNameRequest(), signal), signal));
    if (reading === undefined) throw new HostblindError('bad-response');
    return reading;
  };

  async function* watch(signal: AbortSignal | undefined): AsyncGenerator<Sighting<LedgerReading>, never> {
    let last: LedgerReading | undefined;
    let told: LedgerReading | undefined;
    for (;;) {
      throwIfAborted(signal);
      const answered = new AbortController();
      const silence = pause(silenceAfter, start, answered.signal).then(
        () => undefined,
        () => undefined,
      );
      try {
        const pending = read(signal, last);
        // Judged where it is awaited, unless the watcher leaves meanwhile.
        pending.catch(() => undefined);
        const first = await Promise.race([pending, silence]);
        if (first === undefined) {
          told = undefined;
          yield { kind: 'silent' };
        }
        last = await pending;
      } finally {
        answered.abort();
      }
      if (!isSameReading(last, told)) yield { kind: 'reading', reading: last };
      told = last;
      await pause(interval(), start, signal);
    }
  }

  return {
    async probe({ signal } = {}) {
      const app = await ask(encodeAppNameRequest(), signal);
      const info = await ask(encodeInfoRequest(), signal);
      // Hostblind's own devices answer this in every state, locked too.
      return info.condition === 'ok' ? undefined : whole(app, signal);
    },
    read: ({ signal } = {}) => read(signal, undefined),
    watch: ({ signal } = {}) => watch(signal),
    async quitApp({ signal } = {}) {
      await ask(encodeQuitAppRequest(), signal);
    },
  };
}
