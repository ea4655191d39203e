/** What `firmware-sim` takes on its command line, and what it prints. No flag opens a port to other computers. */
import { parseArgs } from 'node:util';
import { models, type Model } from '../../../src/protocol/models.ts';
import { readOrigin } from '../../bench/request-guard.ts';

export interface CommandOptions {
  readonly kind: 'run';
  readonly model: Model;
  readonly storage: string | undefined;
  readonly apiPort: number;
  readonly apduPort: number;
  readonly wirePort: number;
  readonly deviceWindow: boolean;
  readonly allowedOrigins: readonly string[];
  readonly json: boolean;
}

/** `problem`: exit 2 after printing it. */
export type Command =
  | CommandOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'problem'; readonly problem: string };

export const helpText = `firmware-sim: a simulated Hostblind device. Test words only, never a real wallet.

  --model MODEL        ${models.join(' or ')} (default ${models[0]})
  --storage FILE       keep the device's storage in FILE; without it a restart forgets everything
  --api-port PORT      bench: screen, buttons and APDUs over HTTP (default 5000)
  --apdu-port PORT     APDUs over TCP (default 9999)
  --wire-port PORT     APDUs over WebSocket, for pages (default 9997)
  --device-window      serve a page at the bench's address that shows the device
  --allow-origin URL   a page that may use the wire, beside pages on this computer; may be repeated
  --json               print the addresses as one line of JSON
  --version, --help

Port 0 takes any free port. Every port is open to this computer only. docs/bench.md describes them.
`;

class Problem extends Error {
  override readonly name = 'Problem';
}

function readPort(text: string, flag: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Problem(`${flag} ${text}: a port is a number from 0 to 65535. 0 takes any free port.`);
  }
  return port;
}

function readModel(text: string): Model {
  const model = models.find((name) => name === text);
  if (model === undefined) throw new Problem(`--model ${text}: choose ${models.join(' or ')}.`);
  return model;
}

function readAllowedOrigin(text: string): string {
  const origin = readOrigin(text);
  if (origin === undefined) {
    throw new Problem(
      `--allow-origin ${text}: an address such as https://wallet.example is needed, without a path.`,
    );
  }
  return origin;
}

export function readCommand(words: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: false,
      options: {
        model: { type: 'string', default: models[0] },
        storage: { type: 'string' },
        'api-port': { type: 'string', default: '5000' },
        'apdu-port': { type: 'string', default: '9999' },
        'wire-port': { type: 'string', default: '9997' },
        'device-window': { type: 'boolean', default: false },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    if (values.storage === '') throw new Problem('--storage: the name of a file is needed.');
    return {
      kind: 'run',
      model: readModel(values.model),
      storage: values.storage,
      apiPort: readPort(values['api-port'], '--api-port'),
      apduPort: readPort(values['apdu-port'], '--apdu-port'),
      wirePort: readPort(values['wire-port'], '--wire-port'),
      deviceWindow: values['device-window'],
      allowedOrigins: values['allow-origin'].map(readAllowedOrigin),
      json: values.json,
    };
  } catch (error) {
    // parseArgs throws TypeErrors whose code names the mistake and whose text names the flag.
    const expected = error instanceof Error && (error.name === 'Problem' || 'code' in error);
    if (!expected) throw error;
    return { kind: 'problem', problem: error.message };
  }
}

export interface Addresses {
  readonly benchUrl: string;
  readonly apduPort: number;
  readonly wireUrl: string;
}

/** What is printed once every port is open: a name and an address a line, or one line of JSON. */
export function describeAddresses(
  { benchUrl, apduPort, wireUrl }: Addresses,
  options: CommandOptions,
): string {
  const addresses: Record<string, string> = {
    bench: benchUrl,
    apdu: `tcp://127.0.0.1:${apduPort}`,
    wire: wireUrl,
    ...(options.deviceWindow ? { window: benchUrl } : {}),
  };
  if (options.json) return `${JSON.stringify({ ...addresses, model: options.model, pid: process.pid })}\n`;
  return Object.entries(addresses)
    .map(([name, address]) => `${name} ${address}\n`)
    .join('');
}
