/** `hostblind sign-message`, from a device that was opened to what a person or a program reads. */
import { Readable } from 'node:stream';
import { verifyMessage } from 'ethers';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/cli/signing/message-source.ts';
import { introduceDevice, openDevice } from '../../../src/cli/opened-device.ts';
import { signOnDevice, signingRetryMs } from '../../../src/cli/signing/sign-message.ts';
import { createOutput } from '../../../src/cli/terminal/output.ts';
import { createMaliciousFirmware } from '../../../firmware-sim/malicious/malicious-firmware.ts';
import { trustedIssuers } from '../../../src/devices/hostblind/attestation/trusted-issuers.ts';
import { statusWords, type StatusWord } from '../../../src/protocol/apdu/status-words.ts';
import type { Capability } from '../../../src/protocol/commands/info.ts';
import type { Activity } from '../../../src/protocol/public-state.ts';
import { errorCode } from '../../../src/protocol/errors.ts';
import { emptyBook } from '../../../src/records/book.ts';
import { abortedError } from '../../../src/transport/abort.ts';
import type { Transport } from '../../../src/transport/transport.ts';
import { atRest } from '../../fixtures/data/at-rest.ts';
import { createTestDevice } from '../../fixtures/devices/test-device.ts';
import { createScriptedSigner, type ScriptedSignerOptions } from '../../fixtures/signing/scripted-signer.ts';
import { openEthereumDevice } from '../../fixtures/wallets/ethereum-device.ts';
import { softWallet } from '../../fixtures/wallets/examples.ts';

type Line = Record<string, unknown>;
type Exchange = Transport['exchange'];

interface Made {
  /** As a person sees it in a terminal of so many columns, and not as lines of JSON. */
  readonly columns?: number;
  readonly reopen?: () => Promise<Transport>;
  readonly message?: string;
}

const linkOver = (exchange: Exchange): Transport => ({
  exchange,
  onDisconnect: () => () => undefined,
  close: () => Promise.resolve(),
});

/** The name of the exit or the code of the error, and what was printed. */
async function run(exchange: Exchange, { columns, reopen, message = 'Hello' }: Made = {}) {
  let [out, err] = ['', ''];
  const giveUp = new AbortController();
  const waits: number[] = [];
  const output = createOutput(
    { out: { write: (text) => (out += text), columns }, err: { write: (text) => (err += text), columns } },
    { json: columns === undefined },
  );
  const ended = (async () => {
    const device = await openDevice(linkOver(exchange), giveUp.signal, trustedIssuers);
    const { signal } = giveUp;
    if (!(await introduceDevice(device, 'simulator-tcp', emptyBook, output, signal))) return 'doNotUse';
    return signOnDevice({
      transport: device.transport,
      signer: device.signer,
      request: { account: 0, message },
      output,
      reopen: reopen ?? (() => Promise.reject(new Error('one link is enough'))),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      startTimer(milliseconds, callback) {
        waits.push(milliseconds);
        const timer = setImmediate(callback);
        return () => clearImmediate(timer);
      },
      signal,
    });
  })();
  const end = await ended.then(
    (exit) => ({ exit, error: undefined }),
    (error: unknown) => ({ exit: errorCode(error), error }),
  );
  const lines = (): Line[] =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  return { ...end, out, err, lines, waits };
}

/** Without an attestation, which is another test's. */
const able: readonly Capability[] = ['apps', 'protected-signatures'];
const scripted = (options: ScriptedSignerOptions = {}) =>
  createScriptedSigner({ capabilities: able, ...options });

async function withFirmware<Result>(use: (exchange: Exchange) => Promise<Result>): Promise<Result> {
  const device = await openEthereumDevice('home');
  try {
    return await device.person.accepting(() => use((command) => device.exchange(command)));
  } finally {
    await device.close();
  }
}

describe('a message that is signed', () => {
  it('is told step by step, and its signature is what ethers takes', async () => {
    const { exit, lines } = await withFirmware((exchange) => run(exchange));
    expect(exit).toBe('done');
    expect(lines().map(({ event, step }) => step ?? event)).toEqual([
      'simulator',
      'device',
      'opening',
      'consent',
      'reading',
      'finishing',
      'result',
    ]);
    const { signature, ...result } = lines().at(-1) ?? {};
    expect(result).toEqual({ event: 'result', outcome: 'signed', account: 0, address: softWallet.address });
    expect(verifyMessage('Hello', String(signature))).toBe(softWallet.address);
  });

  it.each([
    [
      80,
      [
        'This is a simulator. Never send real money to its wallet.',
        'device        Hostblind Simulator (Simulator)',
        'Opening the Ethereum app on your device.',
        'If your device asks whether a program may see its addresses, read that and',
        'answer there.',
        "Read the whole message on your device. If it's what you want to sign, hold its",
        'right button at the end.',
        'Checking the signature.',
        `address       ${softWallet.address}`,
        'signature     0x…',
        "Checked: this computer's random number is in the signature, so your device",
        "can't have hidden anything in it.",
      ],
    ],
    [
      40,
      [
        'This is a simulator. Never send real',
        'money to its wallet.',
        'device        Hostblind Simulator',
        '              (Simulator)',
        'Opening the Ethereum app on your',
        'device.',
        'If your device asks whether a program',
        'may see its addresses, read that and',
        'answer there.',
        'Read the whole message on your device.',
        "If it's what you want to sign, hold its",
        'right button at the end.',
        'Checking the signature.',
        `address       ${softWallet.address}`,
        'signature     0x…',
        "Checked: this computer's random number",
        'is in the signature, so your device',
        "can't have hidden anything in it.",
      ],
    ],
  ])('is told in %i columns, the signature in one piece', async (columns, expected) => {
    const { out } = await withFirmware((exchange) => run(exchange, { columns }));
    const shown = out.replace(/0x[0-9a-f]{130}/, '0x…');
    expect(shown.split('\n').slice(0, -1)).toEqual(expected);
  });

  it('may begin on a locked device, and on a busy one: each is said once', async () => {
    const device = scripted();
    const refusals: StatusWord[] = [
      statusWords.locked,
      statusWords.locked,
      statusWords.busy,
      statusWords.locked,
    ];
    const { exit, lines, waits } = await run((command, options) => {
      const isAppName = command[0] === 0xb0 && command[1] === 0x01;
      const word = isAppName ? refusals.shift() : undefined;
      return word === undefined
        ? device.transport.exchange(command, options)
        : Promise.resolve(Uint8Array.of(word >>> 8, word & 0xff));
    });
    expect(exit).toBe('done');
    expect(lines().map(({ event, step }) => step ?? event)).toEqual([
      'simulator-link',
      'device',
      'cannot-prove',
      'opening',
      'locked',
      'busy',
      'consent',
      'reading',
      'finishing',
      'result',
    ]);
    expect(waits).toEqual([1, 2, 3, 4].map(() => signingRetryMs));
  });
});

describe('a signature that is not given', () => {
  it.each([
    ['own-nonce', 'number-ignored'],
    ['unprotected', 'number-ignored'],
    ['other-key', 'other-key'],
  ] as const)('because of %s is not printed either: %s', async (lie, code) => {
    const { exit, out } = await run(scripted({ lie }).transport.exchange);
    expect(exit).toBe(code);
    expect(out).not.toMatch(/0x|[0-9a-f]{64}/);
  });

  it('for want of a device that can protect it is not asked for', async () => {
    const device = scripted({ capabilities: ['apps'] });
    expect((await run(device.transport.exchange)).exit).toBe('cannot-protect');
    expect(device.asked).not.toContain('E008');
  });

  it.each([
    ['empty', /^This device has no wallet\.$/],
    ['unfinished-backup', /^The wallet on this device isn't backed up yet\.$/],
  ] as const)('because the wallet is %s is explained', async (wallet, why) => {
    const device = scripted({ status: { ...atRest, wallet } });
    const { exit, error } = await run(device.transport.exchange);
    expect(exit).toBe('not-in-this-state');
    expect(error).toMatchObject({ message: expect.stringMatching(why) as string });
    expect(device.asked).toEqual(['C801', 'C802']);
  });

  it('at once is asked for again, with the same number', async () => {
    const device = scripted({ refuses: { C831: [statusWords.busy] } });
    expect((await run(device.transport.exchange)).exit).toBe('done');
    expect(device.asked.filter((name) => name === 'E008*').length).toBe(2);
    expect(new Set(device.commitments).size).toBe(1);
  });

  it('by a device that cannot prove what it is, is not asked for', async () => {
    const device = createTestDevice({ createFirmware: createMaliciousFirmware('false-attestation') });
    const asked: number[] = [];
    const { exit, lines } = await run((command) => {
      asked.push(command[0] ?? 0);
      return Promise.resolve(device.exchange(command));
    });
    expect(exit).toBe('doNotUse');
    expect(lines()).toMatchObject([{ event: 'alarm', reason: 'attestation' }]);
    expect(new Set(asked)).toEqual(new Set([0xc8]));
  });
});

describe('giving up', () => {
  async function giveUpAt(patient: 'E002*' | 'E008*', activity: Activity = 'app') {
    const device = scripted();
    const other = scripted({ status: { ...atRest, activity } });
    let closed = 0;
    const exchange: Exchange = (command, options) => {
      const answer = device.transport.exchange(command, options);
      // The person gives up while the device waits for them.
      return device.asked.at(-1) === patient ? Promise.reject(abortedError(undefined)) : answer;
    };
    const aborted = new AbortController();
    const transport: Transport = {
      ...linkOver(exchange),
      close: () => Promise.resolve(void (closed += 1)),
    };
    const { signer } = await openDevice(transport, aborted.signal, trustedIssuers);
    const signing = signOnDevice({
      transport,
      signer,
      request: { account: 0, message: 'Hello' },
      output: createOutput(
        { out: { write: () => aborted.abort() }, err: { write: () => '' } },
        { json: true },
      ),
      reopen: () => Promise.resolve(linkOver(other.transport.exchange)),
      randomBytes: (length) => new Uint8Array(length),
      startTimer: () => () => undefined,
      signal: aborted.signal,
    });
    const exit = await signing.catch((error: unknown) => errorCode(error));
    return { exit, asked: other.asked, closed };
  }

  it.each(['E002*', 'E008*'] as const)('at %s takes the question back, by another link', async (at) => {
    expect(await giveUpAt(at)).toEqual({ exit: 'aborted', asked: ['C802', 'C803'], closed: 1 });
  });

  it('leaves what another program has begun meanwhile', async () => {
    const { asked } = await giveUpAt('E008*', 'check');
    expect(asked).toEqual(['C802']);
  });
});

describe('standard input', () => {
  const never = new AbortController().signal;
  const from = (...parts: Uint8Array[]): Promise<string> => readMessage(Readable.from(parts), never);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const codeOf = (reading: Promise<string>): Promise<unknown> =>
    reading.then(
      () => 'read',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );

  it('is read to its last byte, in whatever pieces it comes', async () => {
    expect(await from(utf8('Hello\r\n'), utf8('you\n'))).toBe('Hello\r\nyou\n');
    const [first, ...rest] = utf8('ö');
    expect(await from(Uint8Array.of(first ?? 0), Uint8Array.from(rest))).toBe('ö');
    // A mark at the beginning is signed like anything else.
    expect(await from(utf8('\ufeffa'))).toBe('\ufeffa');
    expect((await from(utf8('a'.repeat(16_380)))).length).toBe(16_380);
  });

  it('that is no message is a mistake of the command line', async () => {
    expect(await codeOf(from())).toBe('usage');
    expect(await codeOf(from(utf8('a'.repeat(16_381))))).toBe('usage');
    expect(await codeOf(from(Uint8Array.of(0x61, 0xff)))).toBe('usage');
    await expect(from(utf8('zoo '.repeat(24)))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/^that looks like a recovery phrase\.(?!.*zoo)/) as string,
    });
  });

  it('that cannot be read says why', async () => {
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('is a folder'), { code: 'EISDIR', syscall: 'read' }));
      },
    });
    await expect(readMessage(broken, never)).rejects.toMatchObject({
      code: 'bad-file',
      message: "the message can't be read from standard input (EISDIR).",
    });
  });

  it('is let go of when the person gives up', async () => {
    const giveUp = new AbortController();
    const silent = new Readable({ read: () => undefined });
    const reading = codeOf(readMessage(silent, giveUp.signal));
    giveUp.abort();
    expect(await reading).toBe('aborted');
    expect(silent.destroyed).toBe(true);
    expect(await codeOf(readMessage(Readable.from([]), giveUp.signal))).toBe('aborted');
  });
});
