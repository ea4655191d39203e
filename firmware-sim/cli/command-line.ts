/** What `firmware-sim` takes on its command line, and what it prints. No flag opens a port to other computers. */
import { codedError } from '../../src/protocol/errors.ts';
import { defaultWirePort } from '../../src/protocol/wire-socket.ts';
import { parseArgs } from 'node:util';
import { models, type Model } from '../../src/protocol/models.ts';
import { readOrigin } from '../ports/rest/request-guard.ts';
import { personaModels, personaUsbIds } from '../vendors/ledger/persona-model.ts';
import { personaModes } from '../vendors/ledger/persona-wire.ts';
import { personaOf, type PersonaFlags } from './persona-flags.ts';
import { maliciousNames, type MaliciousName } from '../malicious/names.ts';
import type { PersonaOptions } from '../vendors/ledger/ledger-persona.ts';
import { attachLine, defaultUsbPort, readUsbIds, type UsbIds } from '../ports/usbip/usb-options.ts';

/** The device as a USB device, by USB/IP. */
export interface UsbOptions {
  readonly port: number;
  readonly ids: UsbIds | undefined;
  /** Attach it to this computer's own kernel. */
  readonly attach: boolean;
}

export interface CommandOptions {
  readonly kind: 'run';
  readonly model: Model;
  /** Another maker's device in place of a Hostblind one. */
  readonly persona: PersonaOptions | undefined;
  /** A device that cheats, for tests. */
  readonly malicious: MaliciousName | undefined;
  readonly storage: string | undefined;
  readonly apiPort: number;
  readonly apduPort: number;
  readonly wirePort: number;
  readonly deviceWindow: boolean;
  readonly allowedOrigins: readonly string[];
  readonly wireClients: number;
  readonly usb: UsbOptions | undefined;
  readonly json: boolean;
}

/** `problem`: exit 2 after printing it. */
export type Command =
  | CommandOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'problem'; readonly problem: string };

export const simulatorHelp = `firmware-sim: a simulated Hostblind device. Test words only, never a real wallet.

  --model MODEL        ${models.join(' or ')} (default ${models[0]})
  --persona ledger     a stock Ledger as a host sees it, instead; docs/devices.md. Its flags:
                       --model ${personaModels.join(', ')}; --firmware VERSION;
                       --mode ${personaModes.join(', ')}; --deriving-ms N
  --storage FILE       keep the device's storage in FILE; without it a restart forgets everything
  --api-port PORT      bench: screen, buttons and APDUs over HTTP (default 5000)
  --apdu-port PORT     APDUs over TCP (default 9999)
  --wire-port PORT     APDUs over WebSocket, for pages (default 9997)
  --device-window      serve a page that shows the device, at a secret address that is printed
  --allow-origin URL   a page that may use the wire, beside the app on this computer; may be repeated
  --wire-clients N     how many may hold the wire at once, 1 to 16 (default 1)
  --usb                a USB device for this computer, by USB/IP; docs/plug-in.md tells how to plug it in
  --usb-port PORT      USB/IP over TCP (default ${defaultUsbPort})
  --usb-id VID:PID     USB ids in hexadecimal (default Ledger's, so that Ledger's tools open it)
  --attach             plug it into this computer at once (Linux, root)
  --malicious NAME     tests only: a device that cheats, and says so; docs/threat-model.md lists them
  --json               print the addresses as one line of JSON
  --version, --help

Port 0 takes any free port. Every port is open to this computer only. docs/bench.md describes them.
`;

function usageError(problem: string): Error {
  return codedError('usage', problem);
}

function readPort(text: string, flag: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw usageError(`${flag} ${text}: a port is a number from 0 to 65535. 0 takes any free port.`);
  }
  return port;
}

function readModel(text: string): Model {
  const model = models.find((name) => name === text);
  if (model === undefined) throw usageError(`--model ${text}: choose ${models.join(' or ')}.`);
  return model;
}

function readAllowedOrigin(text: string): string {
  const origin = readOrigin(text);
  if (origin === undefined) {
    throw usageError(
      `--allow-origin ${text}: an address such as https://wallet.example is needed, without a path.`,
    );
  }
  return origin;
}

function readClients(text: string): number {
  const clients = Number(text);
  if (!/^\d{1,2}$/.test(text) || clients < 1 || clients > 16) {
    throw usageError(`--wire-clients ${text}: a number from 1 to 16 is needed.`);
  }
  return clients;
}

function readIds(text: string): UsbIds {
  const ids = readUsbIds(text);
  if (ids === undefined) {
    throw usageError(`--usb-id ${text}: two hexadecimal numbers are needed, such as 2c97:5000.`);
  }
  return ids;
}

interface UsbFlags {
  readonly usb: boolean;
  readonly attach: boolean;
  readonly 'usb-port': string | undefined;
  readonly 'usb-id': string | undefined;
}

/** A persona is found under the ids of the device that it imitates. */
function usbIdsOf(persona: PersonaOptions | undefined, ids: UsbIds | undefined): UsbIds | undefined {
  return persona === undefined ? ids : { ...personaUsbIds[persona.model], ...ids };
}

/** A flag that says how implies `--usb`: nobody who wrote it wants none. */
function readUsb(flags: UsbFlags, persona: PersonaOptions | undefined): UsbOptions | undefined {
  const { usb, attach, 'usb-port': port, 'usb-id': ids } = flags;
  if (!usb && !attach && port === undefined && ids === undefined) return undefined;
  return {
    port: port === undefined ? defaultUsbPort : readPort(port, '--usb-port'),
    ids: usbIdsOf(persona, ids === undefined ? undefined : readIds(ids)),
    attach,
  };
}

function readPersonaFlags(flags: PersonaFlags): PersonaOptions | undefined {
  const read = personaOf(flags);
  if (read.kind === 'problem') throw usageError(read.problem);
  return read.kind === 'persona' ? read.options : undefined;
}

function readMalicious(
  name: string | undefined,
  persona: PersonaOptions | undefined,
): MaliciousName | undefined {
  if (name === undefined) return undefined;
  if (persona !== undefined) throw usageError('--malicious: a persona has no such device.');
  const known = maliciousNames.find((each) => each === name);
  if (known === undefined) throw usageError(`--malicious ${name}: choose ${maliciousNames.join(', ')}.`);
  return known;
}

/** The board is the same for every persona: 128x64 and two buttons. */
function boardModel({ model }: PersonaOptions): Model {
  return model === 'nanox' ? 'nanox' : 'nanosp';
}

export function readCommand(words: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: false,
      options: {
        model: { type: 'string' },
        persona: { type: 'string' },
        firmware: { type: 'string' },
        mode: { type: 'string' },
        'deriving-ms': { type: 'string' },
        malicious: { type: 'string' },
        storage: { type: 'string' },
        'api-port': { type: 'string', default: '5000' },
        'apdu-port': { type: 'string', default: '9999' },
        'wire-port': { type: 'string', default: String(defaultWirePort) },
        'device-window': { type: 'boolean', default: false },
        'wire-clients': { type: 'string', default: '1' },
        'allow-origin': { type: 'string', multiple: true, default: [] },
        usb: { type: 'boolean', default: false },
        'usb-port': { type: 'string' },
        'usb-id': { type: 'string' },
        attach: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    if (values.storage === '') throw usageError('--storage: the name of a file is needed.');
    const persona = readPersonaFlags(values);
    return {
      kind: 'run',
      model: persona === undefined ? readModel(values.model ?? models[0]) : boardModel(persona),
      persona,
      malicious: readMalicious(values.malicious, persona),
      storage: values.storage,
      apiPort: readPort(values['api-port'], '--api-port'),
      apduPort: readPort(values['apdu-port'], '--apdu-port'),
      wirePort: readPort(values['wire-port'], '--wire-port'),
      deviceWindow: values['device-window'],
      allowedOrigins: values['allow-origin'].map(readAllowedOrigin),
      wireClients: readClients(values['wire-clients']),
      usb: readUsb(
        {
          usb: values.usb,
          attach: values.attach,
          'usb-port': values['usb-port'],
          'usb-id': values['usb-id'],
        },
        persona,
      ),
      json: values.json,
    };
  } catch (error) {
    // So do the TypeErrors of parseArgs: their code names the mistake, and their text the flag.
    const expected = error instanceof Error && 'code' in error;
    if (!expected) throw error;
    return { kind: 'problem', problem: error.message };
  }
}

export interface Addresses {
  readonly benchUrl: string;
  readonly apduPort: number;
  readonly wireUrl: string;
  readonly windowUrl: string | undefined;
  readonly usb: { readonly port: number; readonly busId: string } | undefined;
}

/** What is printed once every port is open: a name and an address a line, or one line of JSON. */
export function describeAddresses(
  { benchUrl, apduPort, wireUrl, windowUrl, usb }: Addresses,
  options: CommandOptions,
): string {
  const addresses: Record<string, string> = {
    bench: benchUrl,
    apdu: `tcp://127.0.0.1:${apduPort}`,
    wire: wireUrl,
    ...(windowUrl === undefined ? {} : { window: windowUrl }),
    ...(usb === undefined
      ? {}
      : { usb: `usbip://127.0.0.1:${usb.port}/${usb.busId}`, attach: attachLine(usb.port, usb.busId) }),
  };
  if (options.json)
    return `${JSON.stringify({ ...addresses, model: options.persona?.model ?? options.model, pid: process.pid })}\n`;
  return Object.entries(addresses)
    .map(([name, address]) => `${name} ${address}\n`)
    .join('');
}
