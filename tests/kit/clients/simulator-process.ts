/** Starts the built `firmware-sim` command as its own process, on free ports, and ends it again. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const builtCommand = resolve(import.meta.dirname, '../../../dist-cli/firmware-sim.js');

export interface StartOptions {
  /** Path of the storage file; in memory without. */
  readonly storage?: string;
  readonly model?: 'nanosp' | 'nanox';
  readonly deviceWindow?: boolean;
  readonly allowedOrigins?: readonly string[];
  /** Further flags, such as those of a persona. */
  readonly flags?: readonly string[];
  /** A USB device too, by USB/IP on a free port. */
  readonly usb?: boolean;
  /** Plugged into this computer's kernel, at once and after each power cut. Needs root. */
  readonly attach?: boolean;
  /** Added to the environment of the process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The command's file; the one that `npm run build:cli` makes without. */
  readonly command?: string;
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface SimulatorProcess {
  /** Ends in `/`. */
  readonly benchUrl: string;
  /** Of the device window; empty without `deviceWindow`. */
  readonly windowUrl: string;
  readonly apduPort: number;
  readonly wireUrl: string;
  /** Of the USB/IP server; 0 without `usb`. */
  readonly usbPort: number;
  readonly pid: number;
  /** Settles when the process has ended, however it ended. */
  readonly ended: Promise<Ended>;
  /** Everything the process wrote to stderr so far. */
  errorOutput(): string;
  /** Sends `signal` and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<Ended>;
  /** Ends the process as a person would (SIGTERM). May be called twice. */
  stop(): Promise<void>;
}

function commandArguments(options: StartOptions): string[] {
  return [
    options.command ?? builtCommand,
    '--json',
    '--api-port=0',
    '--apdu-port=0',
    '--wire-port=0',
    ...(options.storage === undefined ? [] : ['--storage', options.storage]),
    ...(options.model === undefined ? [] : ['--model', options.model]),
    ...(options.deviceWindow === true ? ['--device-window'] : []),
    ...(options.usb === true ? ['--usb-port=0'] : []),
    ...(options.attach === true ? ['--attach'] : []),
    ...(options.flags ?? []),
    ...(options.allowedOrigins ?? []).flatMap((origin) => ['--allow-origin', origin]),
  ];
}

/** The first line on stdout; throws with what the process said when it ends before. */
async function firstLine(child: ChildProcessWithoutNullStreams, errorOutput: () => string): Promise<string> {
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) return line;
  throw new Error(`firmware-sim ended before it was ready: ${errorOutput()}`);
}

interface Addresses {
  readonly bench: string;
  readonly window?: string;
  readonly apdu: string;
  readonly wire: string;
  readonly usb?: string;
}

export async function startSimulator(options: StartOptions = {}): Promise<SimulatorProcess> {
  const env = { ...process.env, ...options.environment };
  const child = spawn(process.execPath, commandArguments(options), { env });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = (async (): Promise<Ended> => {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return { code, signal };
  })();
  const addresses = JSON.parse(await firstLine(child, () => errors)) as Addresses;
  // The reader above has paused it; unread output would keep the process's end from being seen.
  child.stdout.resume();
  const kill = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return {
    benchUrl: addresses.bench,
    windowUrl: addresses.window ?? '',
    apduPort: Number(new URL(addresses.apdu).port),
    wireUrl: addresses.wire,
    usbPort: addresses.usb === undefined ? 0 : Number(/:(\d+)\//.exec(addresses.usb)?.[1]),
    pid: child.pid ?? 0,
    ended,
    errorOutput: () => errors,
    kill,
    async stop() {
      await kill('SIGTERM');
    },
  };
}
