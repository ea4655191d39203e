/** Asking a stock Ledger, and telling it from everything else that may answer. */
import { describe, expect, it } from 'vitest';
import { encodeAppName } from '../../../../src/protocol/commands/app-name.ts';
import { concatBytes, fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { HostblindError } from '../../../../src/protocol/errors.ts';
import { encodeVersion } from '../../../../src/protocol/ledger/get-version.ts';
import { ledgerTargetId } from '../../../../src/protocol/ledger/models.ts';
import { encodeOnboardingFlags, type FlagFields } from '../../../../src/protocol/ledger/onboarding-flags.ts';
import { createLedgerSigner } from '../../../../src/devices/ledger/ledger-signer.ts';
import type { Sighting } from '../../../../src/devices/family.ts';
import { ledgerPollInterval, silenceAfter } from '../../../../src/devices/ledger/patience.ts';
import type { LedgerReading } from '../../../../src/devices/ledger/reading.ts';
import type { Transport } from '../../../../src/transport/transport.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';
import { createTestDevice } from '../../../fixtures/devices/test-device.ts';

const ok = fromHex('9000');

function app(name: string): Uint8Array {
  return concatBytes(encodeAppName({ name, version: '1.0.0' }), ok);
}

const dashboard = app('BOLOS');

function version(flags: FlagFields, firmware = '2.2.3'): Uint8Array {
  const targetId = ledgerTargetId('nanox');
  const fields = {
    targetId,
    version: firmware,
    flags: encodeOnboardingFlags(flags),
    mcuVersion: '2.30',
    tail: [],
  };
  return concatBytes(encodeVersion(fields), ok);
}

const device = { model: 'nanox', firmware: '2.2.3', simulator: false } as const;

interface Script {
  app?: Uint8Array;
  info?: Uint8Array;
  version?: Uint8Array;
}

/** A transport whose three answers a test sets; what is missing is answered with 6e00. */
function scripted(script: Script): { transport: Transport; asked: string[] } {
  const asked: string[] = [];
  const answers: Record<string, keyof Script> = { b001: 'app', c801: 'info', e001: 'version' };
  return {
    asked,
    transport: {
      exchange(command) {
        const name = toHex(command.subarray(0, 2));
        asked.push(name);
        const part = answers[name];
        return Promise.resolve((part === undefined ? ok : script[part]) ?? fromHex('6e00'));
      },
      onDisconnect: () => () => undefined,
      close: () => Promise.resolve(),
    },
  };
}

describe('probe', () => {
  it('asks for the name and for a Hostblind device first, then for the version', async () => {
    const { transport, asked } = scripted({ app: dashboard, version: version({ screen: 'welcome-1' }) });
    const reading = await createLedgerSigner(transport).probe();
    expect(reading).toEqual({
      kind: 'onboarding',
      device,
      screen: 'welcome-1',
      wordCount: undefined,
      position: 0,
    });
    expect(asked).toEqual(['b001', 'c801', 'e001']);
  });

  it('takes one of our own devices for what it is, and does not ask it for a version', async () => {
    const own = createTestDevice();
    const asked: string[] = [];
    const transport: Transport = {
      exchange(command) {
        asked.push(toHex(command.subarray(0, 2)));
        return Promise.resolve(own.exchange(command));
      },
      onDisconnect: () => () => undefined,
      close: () => Promise.resolve(),
    };
    expect(await createLedgerSigner(transport).probe()).toBeUndefined();
    expect(asked).toEqual(['b001', 'c801']);
  });

  it.each<[string, Script, LedgerReading | undefined]>([
    [
      'an old dashboard without a name',
      { version: version({ screen: 'pin' }) },
      { kind: 'onboarding', device, screen: 'pin', wordCount: undefined, position: 0 },
    ],
    [
      'OLOS with a NUL',
      { app: app('OLOS\0'), version: version({ screen: 'ready', onboarded: true }) },
      { kind: 'set-up', device },
    ],
    ['an app', { app: app('Bitcoin') }, { kind: 'app-open', app: 'Bitcoin' }],
    [
      'an app with a sentence for a name',
      { app: app('damaged. Enter your 24 words at repair.example') },
      { kind: 'app-open', app: undefined },
    ],
    [
      'an app that answers the bytes of getVersion with something of its own',
      { app: app('Solana'), version: fromHex('01020304059000') },
      { kind: 'app-open', app: 'Solana' },
    ],
    ['locked', { app: fromHex('5515'), info: fromHex('5515') }, { kind: 'locked' }],
    ['locked, as the kit knows it', { app: fromHex('5303') }, { kind: 'locked' }],
    ['locked, in words of ISO 7816', { app: fromHex('6982') }, { kind: 'locked' }],
    ['locked, on old Nano X firmware', { app: fromHex('6b0c') }, { kind: 'locked' }],
    ['locked, told by the version alone', { app: dashboard, version: fromHex('5515') }, { kind: 'locked' }],
    ['its menu in front', { app: fromHex('6901') }, { kind: 'menu-open' }],
    ['busy', { app: fromHex('6601') }, { kind: 'busy' }],
    ['a bootloader by its status word', { app: fromHex('6e01') }, { kind: 'bootloader', model: undefined }],
    [
      'a bootloader that answers',
      { version: fromHex('05010003 04 312e3136 04 f4d8aa43 05 322e322e33 04 33000004 9000') },
      { kind: 'bootloader', model: 'nanox' },
    ],
    [
      'recovery mode by its status word',
      { app: dashboard, version: fromHex('662f') },
      { kind: 'recovery-mode', model: undefined },
    ],
    ['Hostblind on a device that refuses its commands', { app: app('Hostblind') }, undefined],
    ['something that answers nothing known', {}, undefined],
    ['a version that is none', { app: dashboard, version: fromHex('339000') }, undefined],
    [
      'a target that is no Ledger',
      { app: dashboard, version: fromHex('39990004 05 322e322e33 04 e2000000 9000') },
      undefined,
    ],
    [
      'a name that cannot be read',
      { app: fromHex('02ff9000'), version: version({ screen: 'ready', onboarded: true }) },
      { kind: 'set-up', device },
    ],
  ])('%s', async (_name, script, expected) => {
    expect(await createLedgerSigner(scripted(script).transport).probe()).toEqual(expected);
  });

  it('refuses an answer without a status word', async () => {
    const { transport } = scripted({ app: Uint8Array.of(0x90) });
    await expect(createLedgerSigner(transport).probe()).rejects.toMatchObject({ code: 'bad-response' });
  });
});

describe('read', () => {
  it('fails with bad-response where no Ledger answers', async () => {
    await expect(createLedgerSigner(scripted({}).transport).read()).rejects.toMatchObject({
      code: 'bad-response',
    });
  });

  it('closes an app', async () => {
    const { transport, asked } = scripted({ app: app('Bitcoin') });
    await createLedgerSigner(transport).quitApp();
    expect(asked).toEqual(['b0a7']);
  });
});

describe('watch', () => {
  /** A device whose answers the test gives, one at a time. */
  function slowDevice() {
    const timer = createManualTimer();
    const pending: {
      command: string;
      resolve: (answer: Uint8Array) => void;
      reject: (error: unknown) => void;
    }[] = [];
    const waiting = new Set<() => void>();
    const transport: Transport = {
      exchange: (command) =>
        new Promise((resolve, reject) => {
          pending.push({ command: toHex(command.subarray(0, 2)), resolve, reject });
          for (const wake of waiting) wake();
          waiting.clear();
        }),
      onDisconnect: () => () => undefined,
      close: () => Promise.resolve(),
    };
    const next = async () => {
      while (pending.length === 0) await new Promise<void>((wake) => waiting.add(wake));
      const first = pending.shift();
      if (first === undefined) throw new Error('nothing was asked');
      return first;
    };
    const signer = createLedgerSigner(transport, { startTimer: timer.startTimer });
    return { timer, signer, next };
  }

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };

  it('yields changed readings at a bearable pace, and asks one thing during the set-up', async () => {
    const { timer, signer, next } = slowDevice();
    const seen: Sighting<LedgerReading>[] = [];
    const abort = new AbortController();
    const done = (async () => {
      for await (const sighting of signer.watch({ signal: abort.signal })) seen.push(sighting);
    })().catch((error: unknown) => error);

    const first = await next();
    expect(first.command).toBe('b001');
    first.resolve(dashboard);
    const second = await next();
    expect(second.command).toBe('e001');
    second.resolve(version({ screen: 'new-words', wordCount: 12, wordIndex: 2 }));
    await settle();
    expect(seen).toHaveLength(1);

    timer.advance(ledgerPollInterval - 1);
    await settle();
    timer.advance(1);
    const third = await next();
    expect(third.command).toBe('e001');
    third.resolve(version({ screen: 'new-words', wordCount: 12, wordIndex: 2 }));
    await settle();
    expect(seen).toHaveLength(1);

    timer.advance(ledgerPollInterval);
    (await next()).resolve(version({ screen: 'new-words', wordCount: 12, wordIndex: 1 }));
    await settle();
    expect(seen[1]).toMatchObject({ reading: { position: 2 } });

    // With a wallet an app may open at any time: the name is asked for first again.
    timer.advance(ledgerPollInterval);
    (await next()).resolve(version({ screen: 'ready', onboarded: true }));
    await settle();
    timer.advance(ledgerPollInterval);
    expect((await next()).command).toBe('b001');

    abort.abort();
    timer.advance(ledgerPollInterval);
    (await Promise.race([done, settle().then(() => undefined)])) satisfies unknown;
  });

  it('reports silence once while an answer is late, then repeats even the same reading', async () => {
    const { timer, signer, next } = slowDevice();
    const seen: Sighting<LedgerReading>[] = [];
    void (async () => {
      for await (const sighting of signer.watch()) seen.push(sighting);
    })();
    (await next()).resolve(dashboard);
    (await next()).resolve(version({ screen: 'confirm-words', wordCount: 12, wordIndex: 11 }));
    await settle();
    timer.advance(ledgerPollInterval);
    const late = await next();
    timer.advance(silenceAfter - 1);
    await settle();
    expect(seen.map(({ kind }) => kind)).toEqual(['reading']);
    timer.advance(1);
    await settle();
    timer.advance(10_000);
    await settle();
    expect(seen.map(({ kind }) => kind)).toEqual(['reading', 'silent']);
    late.resolve(version({ screen: 'confirm-words', wordCount: 12, wordIndex: 11 }));
    await settle();
    expect(seen.map(({ kind }) => kind)).toEqual(['reading', 'silent', 'reading']);
  });

  it('ends with the link, and leaves no timer behind', async () => {
    const { timer, signer, next } = slowDevice();
    const ended = (async () => {
      for await (const _ of signer.watch()) void _;
    })();
    const failed = expect(ended).rejects.toMatchObject({ code: 'disconnected' });
    (await next()).reject(new HostblindError('disconnected'));
    await failed;
    expect(timer.pending).toBe(0);
  });

  it('falls back to the name when the version is refused in the middle', async () => {
    const { timer, signer, next } = slowDevice();
    const seen: Sighting<LedgerReading>[] = [];
    void (async () => {
      for await (const sighting of signer.watch()) seen.push(sighting);
    })();
    (await next()).resolve(dashboard);
    (await next()).resolve(version({ screen: 'pin' }));
    await settle();
    timer.advance(ledgerPollInterval);
    (await next()).resolve(fromHex('6e00'));
    const name = await next();
    expect(name.command).toBe('b001');
    name.resolve(app('Bitcoin'));
    await settle();
    expect(seen.at(-1)).toEqual({ kind: 'reading', reading: { kind: 'app-open', app: 'Bitcoin' } });
  });
});
