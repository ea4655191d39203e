/** The `hostblind` command as its own process against a `firmware-sim` process, both built into a folder of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { verifyMessage } from 'ethers';
import { toHex } from '../../../src/protocol/bytes.ts';
import { acmeKey, acmeRoot } from '../../fixtures/devices/certified-device.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { decodeStatus, encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import { benchFingers } from '../../kit/clients/bench-fingers.ts';
import { appVocabulary, tokensOf } from '../../e2e/support/vocabulary.ts';
import { createBenchClient, type BenchClient } from '../../kit/clients/bench-client.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  readWord,
  reveal,
  runPersonAsync,
  tap,
  type Person,
  leaveStopped,
  agree,
} from '../../kit/drivers/person.ts';
import { answerApp, readAndSign } from '../../kit/drivers/signing-person.ts';
import { startSimulator, type SimulatorProcess } from '../../kit/clients/simulator-process.ts';

const root = resolve(import.meta.dirname, '../../..');
const pin = '4711';
let folder: string;
beforeAll(async () => {
  // Below the repository, where the command finds the USB libraries.
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(root, 'node_modules/.cache/hostblind-test-'));
  for (const configFile of ['firmware-sim/vite.config.ts', 'src/cli/vite.config.ts']) {
    await build({
      configFile: join(root, configFile),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: false },
    });
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

let simulator: SimulatorProcess;
let bench: BenchClient;
let wirePort: string;
beforeEach(async () => {
  simulator = await startSimulator({ command: join(folder, 'firmware-sim.js') });
  bench = createBenchClient(simulator.benchUrl);
  await bench.pause();
  wirePort = new URL(simulator.wireUrl).port;
});
afterEach(() => simulator.stop());

const person = <Result>(script: Person<Result>): Promise<Result> =>
  runPersonAsync(script, benchFingers(bench));

/** What the program keeps of devices, for one test. */
let stateHome: string;
beforeEach(() => {
  stateHome = mkdtempSync(join(tmpdir(), 'hostblind-state-'));
});
afterEach(() => rmSync(stateHome, { recursive: true }));
const environment = () => ({ ...process.env, XDG_STATE_HOME: stateHome });
const stateFile = () => join(stateHome, 'hostblind', 'records.json');

type Line = Record<string, unknown>;

function hostblind(...words: string[]) {
  const child = spawn(process.execPath, [join(folder, 'hostblind.js'), ...words], { env: environment() });
  let [output, errors] = ['', ''];
  let over = false;
  let wake = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const lines = (): Line[] =>
    output
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  const ended = (async () => {
    const [code] = (await once(child, 'close')) as [number];
    over = true;
    wake();
    return { code, output, errors };
  })();
  return {
    child,
    ended,
    lines,
    /** Waits for a line of JSON. */
    line: async (fits: (line: Line) => boolean) => until(() => lines().some(fits)),
    /** Waits until it has said so. */
    said: async (pattern: RegExp) => until(() => pattern.test(output)),
  };
  async function until(fits: () => boolean): Promise<void> {
    while (!fits()) {
      if (over) throw new Error(`hostblind ended too early: ${output}${errors}`);
      await new Promise<void>((settle) => {
        wake = settle;
      });
    }
  }
}

const tapOnly = (button: 'left' | 'right'): Promise<void> => person(tap(button));
const statusOf = async () => decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
const overProcess = () => ['--link', 'process', '--port', wirePort, '--json'];
const overTcp = () => ['--link', 'tcp', '--port', String(simulator.apduPort)];
const atStage = (stage: string) => (line: Line) => line['stage'] === stage;

/** Runs with standard output, and standard error if wanted, closed by their readers or opened on a file. */
async function withOutput(sinks: { out: 'closed' | number; err?: 'closed' }, ...words: string[]) {
  const child = spawn(process.execPath, [join(folder, 'hostblind.js'), ...words], {
    env: environment(),
    stdio: ['ignore', typeof sinks.out === 'number' ? sinks.out : 'pipe', 'pipe'],
  });
  if (sinks.out === 'closed') child.stdout?.destroy();
  if (sinks.err === 'closed') child.stderr?.destroy();
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, errors };
}

/** A device whose every write fails as on a full disk. */
const onFullDisk = async <Result>(use: (file: number) => Promise<Result>): Promise<Result> => {
  const file = openSync('/dev/full', 'w');
  try {
    return await use(file);
  } finally {
    closeSync(file);
  }
};

describe('output that is closed', () => {
  it('ends help with 130, and no stack', async () => {
    expect(await withOutput({ out: 'closed' }, '--help')).toEqual({ code: 130, errors: '' });
    expect(await withOutput({ out: 'closed' }, 'info', ...overProcess())).toEqual({ code: 130, errors: '' });
  });

  it('leaves the exit code of a mistake as it is', async () => {
    expect((await withOutput({ out: 'closed', err: 'closed' }, 'nonsense')).code).toBe(2);
  });

  it('counts as Ctrl-C: the device is asked to stop', async () => {
    const terminal = hostblind('create', '--words', '12', ...overProcess());
    await terminal.line(atStage('consent'));
    terminal.child.stdout.destroy();
    await tapOnly('right');
    const { code, errors } = await terminal.ended;
    expect([code, errors]).toEqual([130, '']);
    await person(leaveStopped());
    const { activity, outcome } = await statusOf();
    expect([activity, outcome]).toEqual(['none', 'cancelled']);
  });
});

describe.runIf(process.platform === 'linux')('output on a full disk', () => {
  it.each(['status', 'info', 'list', '--help', '--version'])(
    '%s says so, and ends with 9',
    async (command) => {
      const flags = command.startsWith('-') ? [] : overProcess();
      const { code, errors } = await onFullDisk((file) => withOutput({ out: file }, command, ...flags));
      expect(errors).toBe(
        "hostblind: the output can't be written: the disk is full. What's missing from it wasn't said anywhere else.\n",
      );
      expect(code).toBe(9);
    },
  );
});

function expectNoWords(text: string, paper: readonly string[]): void {
  const said = new Set(tokensOf(text));
  const telling = paper.filter((word) => !appVocabulary.has(word));
  // A phrase of our own vocabulary alone would prove nothing; 12 words of it do not happen.
  expect(telling.length).toBeGreaterThan(0);
  expect(telling.filter((word) => said.has(word)).length).toBe(0);
}

describe('hostblind create', () => {
  it('runs a ceremony, exits with 0 and the wallet ID, and never prints a word', async () => {
    const terminal = hostblind('create', '--words', '12', ...overProcess());
    await terminal.line(atStage('consent'));
    const paper = await person(createWallet(12, pin));
    const { code, output, errors } = await terminal.ended;
    expect([code, errors]).toEqual([0, '']);
    expect(terminal.lines()[0]).toMatchObject({ event: 'simulator' });
    expect(terminal.lines().at(-1)).toEqual({
      event: 'result',
      outcome: 'completed',
      walletId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      wordCount: 12,
      proof: expect.objectContaining({ range: 8 }) as object,
    });
    const { proof, walletId } = terminal.lines().at(-1) as { proof: Line; walletId: string };
    expect(proof['walletId']).toBe(walletId);
    expect(terminal.lines()).toContainEqual({
      event: 'proven',
      text: expect.stringMatching(
        /opened, nothing wrong\. .* at most a 1-in-8 chance of passing\.$/,
      ) as string,
    });
    expectNoWords(output, paper);
    const kept = readFileSync(stateFile(), 'utf8');
    expectNoWords(kept, paper);
    expect(kept).toContain(walletId);
    expect(statSync(stateFile()).mode & 0o777).toBe(0o600);
  });

  it('does not use a device that cheats in the entropy check, and tells it to stop: 8', async () => {
    const cheat = await startSimulator({
      command: join(folder, 'firmware-sim.js'),
      flags: ['--malicious', 'host-entropy-ignored'],
    });
    try {
      const port = new URL(cheat.wireUrl).port;
      const terminal = hostblind('create', '--words', '12', '--link', 'process', '--port', port);
      const cheating = createBenchClient(cheat.benchUrl);
      await cheating.waitForText('New wallet?');
      await runPersonAsync(agree('New wallet?'), benchFingers(cheating));
      const { code, errors } = await terminal.ended;
      expect([code, errors]).toEqual([
        8,
        expect.stringContaining('it failed the entropy check: wrong-wallet-id'),
      ]);
      await cheating.waitForText('The computer stopped this.');
    } finally {
      await cheat.stop();
    }
  });

  it('uses no device whose proof is false, and says so of it: 8', async () => {
    const cheat = await startSimulator({
      command: join(folder, 'firmware-sim.js'),
      flags: ['--malicious', 'false-attestation'],
    });
    try {
      const overCheat = ['--link', 'process', '--port', new URL(cheat.wireUrl).port];
      const info = await hostblind('info', ...overCheat).ended;
      expect([info.code, info.output]).toEqual([
        8,
        expect.stringMatching(
          /^proof +FAILED: it doesn't have the key of its certificate\. Don't use this device\.$/m,
        ),
      ]);
      const refused = await hostblind('create', ...overCheat).ended;
      expect([refused.code, refused.errors]).toEqual([
        8,
        expect.stringContaining("it couldn't prove what it is"),
      ]);
      // The device has said nothing of the kind.
      for (const { output, errors } of [info, refused])
        expect(`${output}${errors}`).not.toMatch(/fault in itself|6f00/i);
    } finally {
      await cheat.stop();
    }
  });

  it('runs over TCP with a progress bar a line, and exits with 5 when declined', async () => {
    const terminal = hostblind('create', '--words', '18', ...overTcp());
    // The device asks before the command has looked again: who declines at once would have it say nothing else.
    await terminal.said(/^\[\.+\] New wallet\? /m);
    await person(tap('left'));
    const { code, output } = await terminal.ended;
    expect(code).toBe(5);
    expect(output).toContain('This is a simulator. Never send real money to its wallet.');
    expect(output).toContain('You declined on the device.\nNo wallet was created and nothing has changed.\n');
  });

  it('Ctrl-C asks the device to stop, and ends with 130 once it has', async () => {
    const terminal = hostblind('create', '--words', '12', ...overProcess());
    await terminal.line(atStage('consent'));
    await person(agreeToNewWallet());
    await terminal.line(atStage('choose-pin'));
    terminal.child.kill('SIGINT');
    expect((await terminal.ended).code).toBe(130);
    await person(leaveStopped());
    const { code, output } = await hostblind('status', ...overProcess()).ended;
    expect([code, JSON.parse(output)]).toMatchObject([
      0,
      { wallet: 'empty', activity: 'none', outcome: 'cancelled' },
    ]);
  });

  it('goes on over a power cut, and does not depend on which side was first to notice', async () => {
    const terminal = hostblind('create', '--words', '12', ...overProcess());
    await terminal.line(atStage('consent'));
    await person(agreeToNewWallet());
    await person(choosePin(pin));
    await person(reveal());
    await person(readWord(1));
    await terminal.line(atStage('words'));
    await bench.power('off');
    await terminal.line((line) => line['event'] === 'lost');
    await bench.power('on');
    await terminal.line((line) => line['event'] === 'back');
    await terminal.line(atStage('unfinished'));
    await person(resume());
    const { code } = await terminal.ended;
    expect(code).toBe(0);
    expect(terminal.lines().at(-1)).toMatchObject({ outcome: 'completed' });
  });

  it('resumes an unfinished backup: stopping exits with 5, a finished wallet with 6', async () => {
    const first = hostblind('create', '--words', '12', ...overProcess());
    await first.line(atStage('consent'));
    await person(agreeToNewWallet());
    await person(choosePin(pin));
    await first.line(atStage('warning'));
    await person(tap('left'));
    expect((await first.ended).code).toBe(5);

    const second = hostblind('create', ...overProcess());
    await second.line(atStage('unfinished'));
    await person(resume());
    expect((await second.ended).code).toBe(0);

    const third = await hostblind('create', ...overProcess()).ended;
    expect(third.code).toBe(6);
    expect(JSON.parse(third.output.trim().split('\n').at(-1) ?? '')).toMatchObject({
      event: 'error',
      code: 'not-in-this-state',
    });
  }, 60_000);
});

function* resume(): Person<void> {
  yield* expectScreen('Not backed up');
  yield* tap('right');
  yield* enterPin(pin);
  yield* backUp(12);
}

describe('the other ceremonies', () => {
  /** A device with a wallet of 12 words, which this computer knows. */
  async function withWallet(): Promise<string[]> {
    const terminal = hostblind('create', '--words', '12', ...overProcess());
    await terminal.line(atStage('consent'));
    const paper = await person(createWallet(12, pin));
    expect((await terminal.ended).code).toBe(0);
    return paper;
  }

  it.each(['reveal', 'wipe'])('%s needs --yes where nobody can be asked, and says so: 2', async (command) => {
    const { code, errors } = await hostblind(command, ...overTcp()).ended;
    expect([code, errors]).toEqual([2, expect.stringContaining(`${command}: add --yes to confirm.`)]);
    const json = await hostblind(command, ...overProcess()).ended;
    expect([json.code, JSON.parse(json.output)]).toMatchObject([2, { event: 'error', code: 'usage' }]);
  });

  it('show the words on the device, and never here; a reader that leaves is Ctrl-C', async () => {
    const paper = await withWallet();
    const shown = hostblind('reveal', '--yes', ...overProcess());
    await shown.line(atStage('consent'));
    await person(agree('Show words?'));
    await person(enterPin(pin));
    await shown.line(atStage('warning'));
    await person(reveal());
    await shown.line(atStage('words'));
    expectNoWords(JSON.stringify(shown.lines()), paper);
    shown.child.stdout.destroy();
    await person(readWord(1));
    await tapOnly('right');
    expect((await shown.ended).code).toBe(130);
    await person(leaveStopped());
    const { activity, outcome } = await statusOf();
    expect([activity, outcome]).toEqual(['none', 'cancelled']);
  });

  it('remember a paper that does not match: 11, and info and records say so', async () => {
    const paper = await withWallet();
    const [first = '', second = '', ...others] = paper;
    const check = hostblind('check', ...overProcess());
    await check.line(atStage('consent'));
    await person(agree('Check backup?'));
    await person(enterPin(pin));
    await person(enterWords([second, first, ...others], 'halving'));
    await check.line(atStage('result'));
    await tapOnly('right');
    expect((await check.ended).code).toBe(11);
    expect(check.lines().at(-1)).toMatchObject({ event: 'result', outcome: 'no-match' });
    const info = await hostblind('info', ...overTcp()).ended;
    expect(info.output).toMatch(/^backup +Check failed$/m);
    expect(info.output).toMatch(/^last check +Failed on /m);
    const records = await hostblind('records').ended;
    expect([records.code, records.output]).toEqual([
      0,
      expect.stringContaining('The last check of one backup failed.'),
    ]);
    expect(records.output).toContain("Backup check: Words don't match");
    expect(records.output).toContain(stateFile());
    expectNoWords(records.output, paper);
    const list = JSON.parse((await hostblind('records', '--json').ended).output) as Line;
    expect(list).toMatchObject({ format: 'hostblind-records', version: 1 });
  });

  it('refuse a file that is there already, and leave nothing of one that is broken off', async () => {
    await withWallet();
    const file = join(stateHome, 'a.hbbackup');
    writeFileSync(file, 'older');
    const refused = await hostblind('backup-file', file, ...overTcp()).ended;
    expect([refused.code, refused.errors]).toEqual([12, expect.stringContaining('exists already')]);
    const begun = hostblind('backup-file', join(stateHome, 'b.hbbackup'), ...overProcess());
    await begun.line(atStage('consent'));
    begun.child.kill('SIGTERM');
    expect((await begun.ended).code).toBe(130);
    await person(leaveStopped());
    expect(readdirSync(stateHome).toSorted()).toEqual(['a.hbbackup', 'hostblind']);
    expect(readFileSync(file, 'utf8')).toBe('older');
    const none = await hostblind('check-file', join(stateHome, 'none'), ...overTcp()).ended;
    expect([none.code, none.errors]).toEqual([12, expect.stringContaining('ENOENT')]);
  });

  it('say in lines of the stated width what they say', async () => {
    const child = spawn(process.execPath, [join(folder, 'hostblind.js'), 'info', ...overTcp()], {
      env: { ...environment(), COLUMNS: '30' },
    });
    const output = (await child.stdout.toArray()).join('');
    expect(output.split('\n').filter((line) => line.length >= 30)).toEqual([]);
    expect(output.replaceAll(/\s+/g, ' ')).toContain('proof simulator, as its certificate states');
  });
});

describe('hostblind sign-message', () => {
  const atStep = (step: string) => (line: Line) => line['step'] === step;

  /** The device of `at` has a wallet, and this computer doesn't know it. */
  async function giveWallet(at: BenchClient, wire: string): Promise<void> {
    const making = hostblind(
      'create',
      '--words',
      '12',
      '--no-records',
      '--link',
      'process',
      '--port',
      wire,
      '--json',
    );
    await making.line(atStage('consent'));
    await runPersonAsync(createWallet(12, pin), benchFingers(at));
    expect((await making.ended).code).toBe(0);
  }

  async function allow(at: BenchClient): Promise<void> {
    await at.waitForText('All addresses?');
    await runPersonAsync(answerApp('yes'), benchFingers(at));
  }

  async function hold(at: BenchClient): Promise<void> {
    await at.waitForText('Message');
    await runPersonAsync(readAndSign(), benchFingers(at));
  }

  it('prints a signature that ethers takes, of an argument and of standard input', async () => {
    await giveWallet(bench, wirePort);
    const first = hostblind('sign-message', 'Hello', ...overProcess());
    await allow(bench);
    await hold(bench);
    expect((await first.ended).code).toBe(0);
    const { address, signature } = first.lines().at(-1) ?? {};
    expect(verifyMessage('Hello', String(signature))).toBe(address);

    const second = hostblind('sign-message', '-', '--account', '1', ...overTcp());
    second.child.stdin.end('Größe\n');
    await hold(bench);
    const { code, output, errors } = await second.ended;
    expect([code, errors]).toEqual([0, '']);
    const [, other = '', signed = ''] =
      /^address +(0x\w{40})\nsignature +(0x[0-9a-f]{130})$/m.exec(output) ?? [];
    expect(verifyMessage('Größe\n', signed)).toBe(other);
    expect(other).not.toBe(address);
    expect(output).toContain("Checked: this computer's random number is in the signature");
  }, 60_000);

  it('Ctrl-C takes the question back, and a no ends with 5', async () => {
    await giveWallet(bench, wirePort);
    for (const link of [overProcess(), overTcp()]) {
      const terminal = hostblind('sign-message', 'Hello', ...link);
      await bench.waitForText('All addresses?');
      terminal.child.kill('SIGINT');
      expect((await terminal.ended).code).toBe(130);
      await person(leaveStopped());
    }
    const refused = hostblind('sign-message', 'Hello', ...overProcess());
    await refused.line(atStep('consent'));
    await bench.waitForText('All addresses?');
    await person(answerApp('no'));
    expect((await refused.ended).code).toBe(5);
    expect(refused.lines().at(-1)).toMatchObject({ event: 'error', code: 'declined' });
  }, 60_000);

  it('prints no signature that ignores the number: 8', async () => {
    const cheat = await startSimulator({
      command: join(folder, 'firmware-sim.js'),
      flags: ['--malicious', 'ignored-commitment'],
    });
    try {
      const cheating = createBenchClient(cheat.benchUrl);
      await cheating.pause();
      const port = new URL(cheat.wireUrl).port;
      await giveWallet(cheating, port);
      const terminal = hostblind('sign-message', 'Hello', '--link', 'process', '--port', port, '--json');
      await allow(cheating);
      await hold(cheating);
      const { code, output } = await terminal.ended;
      expect(code).toBe(8);
      expect(terminal.lines().at(-1)).toMatchObject({ event: 'error', code: 'number-ignored' });
      expect(output).not.toMatch(/[0-9a-f]{64}/);
    } finally {
      await cheat.stop();
    }
  }, 60_000);

  it('asks no device without a wallet: 6', async () => {
    const { code, errors } = await hostblind('sign-message', 'Hello', ...overTcp()).ended;
    expect([code, errors]).toEqual([6, expect.stringContaining('This device has no wallet.')]);
  });
});

describe('the other commands', () => {
  it('info tells what the device is, and that it has proved it', async () => {
    const { code, output } = await hostblind('info', ...overTcp()).ended;
    expect(code).toBe(0);
    expect(output).toMatch(/^device +Hostblind Simulator$/m);
    expect(output).toMatch(/^kind +simulator: not for real money$/m);
    expect(output).toMatch(/^device ID +[0-9a-f]{4}(?: [0-9a-f]{4}){7}$/m);
    expect(output).toMatch(/^proof +simulator/m);
    const json = await hostblind('info', ...overProcess()).ended;
    expect(JSON.parse(json.output)).toMatchObject({
      kind: 'simulator',
      maker: 'Hostblind',
      product: 'Simulator',
      simulator: true,
      proof: 'simulator',
    });
  });

  it('info tells the three kinds apart, a maker by the roots that it is given', async () => {
    const keyFile = join(stateHome, 'key.hex');
    const rootsFile = join(stateHome, 'roots.json');
    writeFileSync(keyFile, toHex(acmeKey));
    writeFileSync(
      rootsFile,
      JSON.stringify({ format: 'hostblind-roots', version: 1, roots: [{ ...acmeRoot, revoked: undefined }] }),
    );
    const named = ['--maker', 'Acme', '--product', 'Vault One'];
    const ask = async (flags: readonly string[], ...more: string[]) => {
      const posing = await startSimulator({ command: join(folder, 'firmware-sim.js'), flags });
      try {
        expect(posing.errorOutput()).toContain("It's still a simulator.");
        return await hostblind('info', '--link', 'tcp', '--port', String(posing.apduPort), ...more).ended;
      } finally {
        await posing.stop();
      }
    };
    const made = ['--kind', 'maker', '--issuer-key', keyFile, ...named];
    const selfBuilt = await ask(['--kind', 'self-built', ...named]);
    expect([selfBuilt.code, selfBuilt.output]).toEqual([
      0,
      expect.stringMatching(/^proof +signed by its own/m),
    ]);
    expect(selfBuilt.output).toContain('"Vault One" by "Acme", so it says');
    const unknown = await ask(made);
    expect(unknown.output).toMatch(/^proof +has a certificate, but this program doesn't know its issuer$/m);
    const genuine = await ask(made, '--roots', rootsFile);
    expect([genuine.code, genuine.output]).toEqual([
      0,
      expect.stringMatching(/^proof +genuine, by a root that you added$/m),
    ]);
    expect(genuine.output).toMatch(/^device +Acme Vault One$/m);
  }, 60_000);

  it('says what is wrong with a file of roots, and uses no device: 2', async () => {
    const rootsFile = join(stateHome, 'roots.json');
    const missing = await hostblind('info', ...overTcp(), '--roots', rootsFile).ended;
    expect([missing.code, missing.errors]).toEqual([2, expect.stringContaining("it can't be read (ENOENT)")]);
    writeFileSync(rootsFile, '{}');
    const wrong = await hostblind('create', ...overTcp(), '--roots', rootsFile).ended;
    expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('format: this field is missing')]);
  });

  it('status and cancel; with nothing to cancel it ends with 6', async () => {
    const nothing = await hostblind('cancel', ...overProcess()).ended;
    expect(nothing.code).toBe(6);
    expect(nothing.output).toContain('"outcome":"nothing-to-cancel"');
    const creating = hostblind('create', ...overProcess());
    await creating.line(atStage('consent'));
    const status = await hostblind('status', ...overTcp()).ended;
    expect(status.output).toContain('New wallet?');
    expect((await hostblind('cancel', ...overTcp()).ended).code).toBe(0);
    await person(leaveStopped());
    expect((await creating.ended).code).toBe(5);
  });

  it('list finds what is there, and ends with 3 when nothing is', async () => {
    const found = await hostblind('list', ...overProcess()).ended;
    expect([found.code, JSON.parse(found.output)]).toEqual([
      0,
      { devices: [{ link: 'process', path: '127.0.0.1', title: 'Simulator in its own window' }] },
    ]);
    await simulator.stop();
    const none = await hostblind('list', '--link', 'process', '--port', wirePort).ended;
    expect([none.code, none.output]).toEqual([3, 'No device found.\n']);
    const missing = await hostblind('info', ...overTcp()).ended;
    expect([missing.code, missing.output]).toEqual([3, '']);
    expect(missing.errors).toContain('No device found.');
  });

  it('list says what is missing where the USB libraries are not installed', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hostblind-without-libraries-'));
    try {
      for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(elsewhere, name));
      const run = async (...words: string[]) => {
        const child = spawn(process.execPath, [join(elsewhere, 'hostblind.js'), 'list', ...words]);
        const [output, errors] = [child.stdout.toArray(), child.stderr.toArray()];
        const [code] = (await once(child, 'close')) as [number];
        return { code, output: (await output).join(''), errors: (await errors).join('') };
      };
      const missing = "The libraries for USB devices aren't installed on this computer.";
      // The other links are looked at as well: whether a simulator answers there isn't ours to say.
      const all = await run();
      expect(all.output).toContain(`--link usb: ${missing} Run npm ci`);
      expect(all.errors).toBe('');
      const asked = await run('--link', 'usb');
      expect([asked.code, asked.output]).toEqual([4, '']);
      expect(asked.errors).toContain(`hostblind: ${missing}\nRun npm ci`);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  it('a command line that is not understood ends with 2, and help with 0', async () => {
    const [wrong, help, version] = await Promise.all([
      hostblind('show-words').ended,
      hostblind('--help').ended,
      hostblind('--version').ended,
    ]);
    expect([wrong.code, wrong.output]).toEqual([2, '']);
    expect(wrong.errors).toContain('See hostblind --help.');
    expect([help.code, help.errors]).toEqual([0, '']);
    expect(version.output).toMatch(/^hostblind \d+\.\d+\.\d+\n$/);
  });
});
