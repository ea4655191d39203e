/** The `hostblind` command over the kernel's HID device, as a person or a script runs it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createBenchClient } from '../../kit/clients/bench-client.ts';
import { startSimulator } from '../../kit/clients/simulator-process.ts';
import { waitForHidDevices, type PluggedDevice } from './plugged-device.ts';

interface Ended {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly text: string;
}

export interface Terminal {
  readonly ended: Promise<Ended>;
  /** At once, so that nothing of a test that failed holds the next device. */
  kill(): void;
  /** Waits for a line of JSON; fails when the command ends first. */
  line(fits: (line: Record<string, unknown>) => boolean): Promise<void>;
}

export function hostblind(command: string, ...words: string[]): Terminal {
  const child = spawn(process.execPath, [command, ...words, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: Record<string, unknown>[] = [];
  let [text, rest, errors] = ['', '', ''];
  let wake = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part) as Record<string, unknown>);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  let over = false;
  const ended = (async (): Promise<Ended> => {
    const [code] = (await once(child, 'close')) as [number];
    over = true;
    wake();
    return { code, lines, text: text + errors };
  })();
  return {
    ended,
    kill: () => void child.kill('SIGKILL'),
    async line(fits) {
      while (!lines.some(fits)) {
        if (over) throw new Error(`hostblind ended too early: ${text}${errors}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

const atStage = (stage: string) => (line: Record<string, unknown>) => line['stage'] === stage;

/** The whole ceremony, with the cable pulled in the middle of the words. */
export async function createWithTerminal(command: string, device: PluggedDevice): Promise<void> {
  const listed = await hostblind(command, 'list', '--link', 'usb').ended;
  assert.equal(listed.code, 0);
  assert.match(listed.text, /Hostblind Simulator \(2c97:5000\)/);

  const terminal = hostblind(command, 'create', '--words', '12');
  try {
    await createOverTheCut(terminal, device);
  } finally {
    terminal.kill();
  }
}

async function createOverTheCut(terminal: Terminal, device: PluggedDevice): Promise<void> {
  await terminal.line(atStage('consent'));
  const begun = await device.person('begin and write three words');
  await terminal.line((line) => line['position'] === 4);
  await device.cut();
  await terminal.line((line) => line['event'] === 'lost');
  await device.restore();
  await terminal.line((line) => line['event'] === 'back');
  const paper = await device.person('resume and back up 12');
  const { code, lines, text } = await terminal.ended;
  assert.equal(code, 0, text);
  assert.deepEqual(paper.slice(0, 3), begun);
  const result = lines.at(-1);
  assert.equal(result?.['outcome'], 'completed');
  assert.match(String(result?.['walletId']), /^[0-9a-f]{32}$/);
  // What is in a phrase and not in our own sentences, the command has never printed.
  const own = /[a-z]+/g;
  const said = new Set(text.toLowerCase().match(own));
  const common = paper.filter((word) => said.has(word));
  assert.ok(common.length <= 2, `${common.length} words of the phrase are in the output`);
}

/** `firmware-sim --usb --attach` plugs itself in, goes when its power goes, and comes back when that comes back. */
export async function attachByItself(simulatorCommand: string, command: string): Promise<void> {
  const simulator = await startSimulator({ command: simulatorCommand, usb: true, attach: true });
  try {
    await waitForHidDevices(1);
    const bench = createBenchClient(simulator.benchUrl);
    const first = await hostblind(command, 'info').ended;
    assert.equal(first.code, 0, first.text);
    assert.equal(first.lines[0]?.['simulator'], true);
    await bench.power('off');
    await waitForHidDevices(0);
    assert.equal((await hostblind(command, 'info').ended).code, 3);
    await bench.power('on');
    await waitForHidDevices(1);
    assert.deepEqual((await hostblind(command, 'info').ended).lines, first.lines);
  } finally {
    await simulator.stop();
  }
  assert.equal(simulator.errorOutput(), '');
  await waitForHidDevices(0);
}
