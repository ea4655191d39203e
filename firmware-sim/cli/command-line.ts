/** What `firmware-sim` takes on its command line, and what it prints. No flag opens a port to other computers. */
import { deviceKinds } from '../../src/protocol/device-make.ts';
import { codedError } from '../../src/protocol/errors.ts';
import { defaultWirePort } from '../../src/protocol/wire-socket.ts';
import { simulatorText } from '../../src/text/simulator/command.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readOrigin } from '../ports/rest/request-guard.ts';
import { personaModels, personaUsbIds } from '../vendors/ledger/persona-model.ts';
import { personaModes } from '../vendors/ledger/persona-wire.ts';
import { makeOf, type MakeFlags, type MakeOptions } from './make-flags.ts';
import { personaOf, type PersonaFlags } from './persona-flags.ts';
import { maliciousNames, type MaliciousName } from '../malicious/names.ts';
import type { PersonaOptions } from '../vendors/ledger/ledger-persona.ts';
import {
  attachLine,
  defaultUsbPort,
  ledgerIds,
  readUsbIds,
  usbModels,
  type UsbIds,
  type UsbModel,
} from '../ports/usbip/usb-options.ts';

/** The device as a USB device, by USB/IP. */
export interface UsbOptions {
  readonly port: number;
  readonly ids: UsbIds | undefined;
  /** Attach it to this computer's own kernel. */
  readonly attach: boolean;
}

export interface CommandOptions {
  readonly kind: 'run';
  /** Under whose ids Ledger's tools find it. */
  readonly model: UsbModel;
  /** Absent: a simulator as usual. */
  readonly make: MakeOptions | undefined;
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

const ports = { api: 5000, apdu: 9999, wire: defaultWirePort, usb: defaultUsbPort };

export function simulatorHelp(): string {
  return simulatorText.help({ models: usbModels, personaModels, kinds: deviceKinds, personaModes, ports });
}

function usageError(problem: string): Error {
  return codedError('usage', problem);
}

function readPort(text: string, flag: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw usageError(simulatorText.usage.port(flag, text));
  }
  return port;
}

function readModel(text: string): UsbModel {
  const model = usbModels.find((name) => name === text);
  if (model === undefined) throw usageError(simulatorText.usage.choose('--model', text, usbModels));
  return model;
}

function readAllowedOrigin(text: string): string {
  const origin = readOrigin(text);
  if (origin === undefined) {
    throw usageError(simulatorText.usage.origin('--allow-origin', text));
  }
  return origin;
}

const mostClients = 16;

function readClients(text: string): number {
  const clients = Number(text);
  if (!/^\d{1,2}$/.test(text) || clients < 1 || clients > mostClients) {
    throw usageError(simulatorText.usage.count('--wire-clients', text, 1, mostClients));
  }
  return clients;
}

function readIds(text: string): UsbIds {
  const ids = readUsbIds(text);
  if (ids === undefined) {
    throw usageError(simulatorText.usage.usbIds('--usb-id', text));
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
function usbIdsOf(persona: PersonaOptions | undefined, model: UsbModel, ids: UsbIds | undefined): UsbIds {
  return { ...(persona === undefined ? ledgerIds(model) : personaUsbIds[persona.model]), ...ids };
}

/** A flag that says how implies `--usb`: nobody who wrote it wants none. */
function readUsb(
  flags: UsbFlags,
  persona: PersonaOptions | undefined,
  model: UsbModel,
): UsbOptions | undefined {
  const { usb, attach, 'usb-port': port, 'usb-id': ids } = flags;
  if (!usb && !attach && port === undefined && ids === undefined) return undefined;
  return {
    port: port === undefined ? defaultUsbPort : readPort(port, '--usb-port'),
    ids: usbIdsOf(persona, model, ids === undefined ? undefined : readIds(ids)),
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
  if (persona !== undefined) throw usageError(simulatorText.usage.notWith('--malicious', '--persona'));
  const known = maliciousNames.find((each) => each === name);
  if (known === undefined) throw usageError(simulatorText.usage.choose('--malicious', name, maliciousNames));
  return known;
}

function readMakeFlags(
  flags: MakeFlags,
  others: { readonly persona: PersonaOptions | undefined; readonly malicious: MaliciousName | undefined },
): MakeOptions | undefined {
  const read = makeOf(flags);
  if (read.kind === 'problem') throw usageError(read.problem);
  if (read.options === undefined) return undefined;
  const other = (['persona', 'malicious'] as const).find((flag) => others[flag] !== undefined);
  if (other !== undefined) throw usageError(simulatorText.usage.notWith('--kind', `--${other}`));
  return read.options;
}

/** The board is the same for every persona: 128x64 and two buttons. */
function boardModel({ model }: PersonaOptions): UsbModel {
  return model === 'nanox' ? 'nanox' : 'nanosp';
}

const options = {
  model: { type: 'string' },
  kind: { type: 'string' },
  maker: { type: 'string' },
  product: { type: 'string' },
  'issuer-key': { type: 'string' },
  persona: { type: 'string' },
  firmware: { type: 'string' },
  mode: { type: 'string' },
  'deriving-ms': { type: 'string' },
  malicious: { type: 'string' },
  storage: { type: 'string' },
  'api-port': { type: 'string', default: String(ports.api) },
  'apdu-port': { type: 'string', default: String(ports.apdu) },
  'wire-port': { type: 'string', default: String(ports.wire) },
  'device-window': { type: 'boolean', default: false },
  'wire-clients': { type: 'string', default: '1' },
  'allow-origin': { type: 'string', multiple: true },
  usb: { type: 'boolean', default: false },
  'usb-port': { type: 'string' },
  'usb-id': { type: 'string' },
  attach: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

/** A usage error's own sentence, or one for what parseArgs says; `undefined` for other faults. */
function problemOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === 'usage') return error.message;
  // The text of parseArgs names the flag or word first, in quotes and sometimes with a short form or `<value>` behind.
  const [, named = ''] = /'(?:-\w, )?([^' ]*)/.exec(error.message) ?? [];
  const { usage } = simulatorText;
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return usage.unknownFlag(named);
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return usage.noArguments(named);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': {
      const option = Object.entries(options).find(([name]) => `--${name}` === named)?.[1];
      return option?.type === 'boolean' ? usage.noValue(named) : usage.valueNeeded(named);
    }
    default:
      return undefined;
  }
}

export function readCommand(words: readonly string[]): Command {
  try {
    const { values } = parseArgs({ args: [...words], strict: true, allowPositionals: false, options });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    if (values.storage === '') throw usageError(simulatorText.usage.fileNeeded('--storage'));
    const persona = readPersonaFlags(values);
    const malicious = readMalicious(values.malicious, persona);
    const model = persona === undefined ? readModel(values.model ?? 'nanosp') : boardModel(persona);
    return {
      kind: 'run',
      model,
      make: readMakeFlags(values, { persona, malicious }),
      persona,
      malicious,
      storage: values.storage,
      apiPort: readPort(values['api-port'], '--api-port'),
      apduPort: readPort(values['apdu-port'], '--apdu-port'),
      wirePort: readPort(values['wire-port'], '--wire-port'),
      deviceWindow: values['device-window'],
      allowedOrigins: (values['allow-origin'] ?? []).map(readAllowedOrigin),
      wireClients: readClients(values['wire-clients']),
      usb: readUsb(
        {
          usb: values.usb,
          attach: values.attach,
          'usb-port': values['usb-port'],
          'usb-id': values['usb-id'],
        },
        persona,
        model,
      ),
      json: values.json,
    };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return { kind: 'problem', problem };
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
