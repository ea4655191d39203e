/** The command as its own process, built as `npm run build:cli` builds it, into a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { encodeAppNameRequest } from '../../../src/protocol/commands/app-name.ts';
import { encodeInfoRequest } from '../../../src/protocol/commands/info.ts';
import { encodeNameRequest } from '../../../src/protocol/commands/name.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { createBenchClient } from '../../kit/clients/bench-client.ts';
import {
  startSimulator,
  type SimulatorProcess,
  type StartOptions,
} from '../../kit/clients/simulator-process.ts';

let folder: string;
let command: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-command-'));
  const configFile = resolve(import.meta.dirname, '../../../firmware-sim/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: join(folder, 'dist-cli') } });
  command = join(folder, 'dist-cli/firmware-sim.js');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function using<Result>(
  options: StartOptions,
  use: (simulator: SimulatorProcess) => Promise<Result>,
): Promise<Result> {
  const simulator = await startSimulator({ ...options, command });
  try {
    return await use(simulator);
  } finally {
    await simulator.stop();
  }
}

interface Finished {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

async function finished(...words: string[]): Promise<Finished> {
  const child = spawn(process.execPath, [command, ...words]);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (errors += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, errors };
}

const free = ['--api-port', '0', '--apdu-port', '0', '--wire-port', '0'];

async function refusesConnections(port: number): Promise<boolean> {
  const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [Error & { code: string }];
  return error.code === 'ECONNREFUSED';
}

describe('output that is lost', () => {
  const ended = async (out: 'pipe' | number, ...words: string[]) => {
    const child = spawn(process.execPath, [command, ...words], { stdio: ['ignore', out, 'pipe'] });
    child.stdout?.destroy();
    let errors = '';
    child.stderr?.on('data', (text) => (errors += String(text)));
    const [code] = (await once(child, 'close')) as [number];
    return { code, errors };
  };

  it('by a reader that is gone ends as Ctrl-C does, without a stack', async () => {
    for (const words of [['--help'], ['--version'], free]) {
      expect(await ended('pipe', ...words)).toEqual({ code: 130, errors: '' });
    }
  });

  it.runIf(process.platform === 'linux')('on a full disk is said on stderr, and ends with 1', async () => {
    const full = openSync('/dev/full', 'w');
    for (const words of [['--help'], free]) {
      expect(await ended(full, ...words)).toEqual({
        code: 1,
        errors: "firmware-sim: the output can't be written: the disk is full.\n",
      });
    }
    closeSync(full);
  });
});

describe('the firmware-sim command', () => {
  it('says loudly that a device cheats: on stderr, by its name and on the glass', async () => {
    await using({ flags: ['--malicious', 'wrong-commitment'] }, async (simulator) => {
      expect(simulator.errorOutput()).toContain('THIS DEVICE CHEATS (wrong-commitment)');
      const bench = createBenchClient(simulator.benchUrl);
      const name = responseData(await bench.apdu(encodeNameRequest()));
      expect(Buffer.from(name).toString('latin1')).toBe('Not honest');
      expect((await bench.screen()).lines.map(({ text }) => text)).toContain('CHEAT');
    });
  });

  it('runs without node_modules and answers on its ports', async () => {
    await using({ deviceWindow: true }, async (simulator) => {
      const bench = createBenchClient(simulator.benchUrl);
      const answer = responseData(await bench.apdu(encodeAppNameRequest()));
      expect(Buffer.from(answer).toString('latin1')).toContain('Hostblind');
      expect((await bench.screenshot()).length).toBeGreaterThan(60);
      expect((await bench.screen()).lines.length).toBeGreaterThan(0);
      expect((await fetch(simulator.windowUrl)).status).toBe(200);
      const socket = new (await import('ws')).WebSocket(simulator.wireUrl, 'hostblind-wire.v1');
      await once(socket, 'open');
      socket.terminate();
    });
  });

  it('is executable as a script', () => {
    expect(readFileSync(command, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it('shows help and version, and refuses an unknown flag with 2', async () => {
    const [help, version, unknown] = await Promise.all([
      finished('--help'),
      finished('--version'),
      finished('--bind', '0.0.0.0'),
    ]);
    expect([help.code, help.output.split('\n').length > 10]).toEqual([0, true]);
    expect([version.code, version.output]).toEqual([
      0,
      expect.stringMatching(/^firmware-sim \d+\.\d+\.\d+\n$/),
    ]);
    expect([unknown.code, unknown.output]).toEqual([2, '']);
    expect(unknown.errors).toContain('See firmware-sim --help.');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    // Were it to wait for the connections, it would never end: this one is closed by its end alone.
    'ends on %s while connections are open',
    async (signal) => {
      const simulator = await startSimulator({ command, storage: join(folder, 'ended.bin') });
      const stream = await fetch(new URL('events?stream=true', simulator.benchUrl));
      const ended = await simulator.kill(signal);
      expect(ended).toEqual({ code: signal === 'SIGTERM' ? 143 : 130, signal: null });
      expect(simulator.errorOutput()).toBe('');
      expect(existsSync(join(folder, 'ended.bin.lock'))).toBe(false);
      await stream.body?.cancel().catch(() => undefined);
    },
  );

  it('defect of the reference that is not here: the exit rule ends it with 0', async () => {
    const simulator = await startSimulator({ command });
    const rules = '{"version":1,"rules":[{"actions":[["exit"]]}]}';
    await fetch(new URL('automation', simulator.benchUrl), { method: 'POST', body: rules });
    const power = await fetch(new URL('power', simulator.benchUrl), {
      method: 'POST',
      body: '{"action":"cycle"}',
    });
    expect(power.status).toBe(200);
    expect(await simulator.ended).toEqual({ code: 0, signal: null });
    expect(simulator.errorOutput()).toBe('');
  });

  it.each(['--api-port', '--apdu-port', '--wire-port'])(
    'unlike the reference, a busy %s ends it, with nothing left listening',
    async (flag) => {
      const holder = createServer().listen(0, '127.0.0.1');
      await once(holder, 'listening');
      const { port } = holder.address() as AddressInfo;
      const busy = await finished(...free, flag, String(port), '--storage', join(folder, 'busy.bin'));
      expect([busy.code, busy.output]).toEqual([1, '']);
      expect(busy.errors).toBe(
        `firmware-sim: port ${port} is in use. Stop the program that uses it, or choose another port with ${flag} (0 picks any).\n`,
      );
      expect(existsSync(join(folder, 'busy.bin.lock'))).toBe(false);
      holder.close();
    },
  );

  it('closes its ports when it ends', async () => {
    const simulator = await startSimulator({ command });
    await simulator.stop();
    expect(await refusesConnections(simulator.apduPort)).toBe(true);
  });
});

describe('--storage', () => {
  it('keeps the device over processes, also over a kill', async () => {
    const storage = join(folder, 'kept.bin');
    const identity = async (simulator: SimulatorProcess): Promise<string> =>
      toHex(await createBenchClient(simulator.benchUrl).apdu(encodeInfoRequest()));
    const killed = await startSimulator({ command, storage });
    const first = await identity(killed);
    await killed.kill('SIGKILL');
    expect(existsSync(`${storage}.lock`)).toBe(true);
    expect(await using({ storage }, identity)).toBe(first);
    expect(await using({}, identity)).not.toBe(first);
  });

  it('refuses a file that another process holds, and one that is no storage file', async () => {
    const storage = join(folder, 'held.bin');
    await using({ storage }, async ({ pid }) => {
      const second = await finished(...free, '--storage', storage);
      expect([second.code, second.output]).toEqual([1, '']);
      expect(second.errors).toBe(
        `firmware-sim: storage file ${storage} is in use by process ${pid}. Stop that process, or name another file.\n`,
      );
    });
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'dear');
    const wrong = await finished(...free, '--storage', letter);
    expect([wrong.code, wrong.output]).toEqual([1, '']);
    expect(wrong.errors).toContain("it isn't a storage file of this simulator");
  });

  it('unlike the reference, a missing folder is an error and not exit 0', async () => {
    const missing = await finished(...free, '--storage', join(folder, 'nowhere/device.bin'));
    expect([missing.code, missing.output]).toEqual([1, '']);
    expect(missing.errors).toContain('nowhere');
  });
});
