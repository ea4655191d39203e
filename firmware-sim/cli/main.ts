/**
 * The `firmware-sim` command. Exit codes: 0 when a rule ends it, 1 when a port or the storage file is not to be had or
 * its output can't be written, 2 for a flag that it does not know, 130 and 143 for SIGINT and SIGTERM. Output that
 * nobody reads any more counts as SIGINT.
 */
import { setFlagsFromString } from 'node:v8';
import { version } from '../../package.json';
import { chooseLanguage, systemLanguages } from '../../src/text/languages.ts';
import { programLanguages } from '../../src/text/program-languages.ts';
import { simulatorText } from '../../src/text/simulator/command.ts';
import type { Board, ServedFirmware } from '../core/board.ts';
import { allApps } from '../apps/all-apps.ts';
import { createDeviceApps } from '../core/device-apps.ts';
import { createFirmware } from '../core/firmware.ts';
import { describeAddresses, simulatorHelp, readCommand, type CommandOptions } from './command-line.ts';
import { makeFrom } from './make-flags.ts';
import { outliveLostOutput, print } from './print.ts';
import { openSimulator, type Simulator } from './simulator.ts';

// Requests leave small garbage behind. A young generation that stays at its first size is collected more often and
// costs no measurable speed; one that grows holds 25 MiB more after some ten thousand requests.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--optimize-for-size');

const deviceApps = createDeviceApps(allApps);

function fail(code: number, sentence: string): never {
  process.stderr.write(`firmware-sim: ${sentence}\n`);
  process.exit(code);
}

/** A fault's own sentence; no stack, which would say nothing to the person at the terminal. */
function sentenceOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : simulatorText.unknownFault;
}

/** The code of a persona, or of a device that cheats, is loaded only when it is wanted. */
async function firmwareFor({
  persona,
  malicious,
  make,
}: CommandOptions): Promise<(board: Board) => ServedFirmware> {
  if (malicious !== undefined) {
    process.stderr.write(`firmware-sim: ${simulatorText.cheats(malicious)}\n`);
    const { createMaliciousFirmware } = await import('../malicious/malicious-firmware.ts');
    return createMaliciousFirmware(malicious, deviceApps);
  }
  if (make !== undefined) {
    process.stderr.write(`firmware-sim: ${simulatorText.poses(make.kind)}\n`);
    const made = makeFrom(make);
    return (board) => createFirmware(board, made, deviceApps);
  }
  if (persona === undefined) return (board) => createFirmware(board, undefined, deviceApps);
  const { createLedgerPersona } = await import('../vendors/ledger/ledger-persona.ts');
  return createLedgerPersona(persona);
}

async function run(options: CommandOptions): Promise<void> {
  const running: { simulator?: Simulator } = {};
  const leave = (code: number): never => {
    // Memory is erased and the lock on the storage file given back; open connections end with the process.
    void running.simulator?.close();
    process.exit(code);
  };
  const onFault = (fault: unknown): never => fail(1, sentenceOf(fault));
  process.on('SIGTERM', () => leave(143));
  process.on('SIGINT', () => leave(130));
  process.on('uncaughtException', onFault);
  const simulator = await openSimulator({
    ...options,
    createFirmware: await firmwareFor(options).catch((error: unknown) => fail(2, sentenceOf(error))),
    // After the reply of the request that drew the matching text.
    onExit: () => setImmediate(() => leave(0)),
    onFault,
    onLog: (line) => process.stderr.write(`firmware-sim: ${line}\n`),
  }).catch(onFault);
  running.simulator = simulator;
  await say(describeAddresses(simulator, options), leave);
}

/** Without its addresses no one could use a simulator: it continues only once they have arrived. */
async function say(
  text: string,
  leave: (code: number) => never = (code) => process.exit(code),
): Promise<void> {
  const printed = await print(text);
  if (printed === 'whole') return;
  if (printed !== 'closed')
    process.stderr.write(`firmware-sim: ${simulatorText.outputLost(printed.failed)}\n`);
  leave(printed === 'closed' ? 130 : 1);
}

outliveLostOutput();
await chooseLanguage(systemLanguages(process.env), ['simulator'], programLanguages);

const command = readCommand(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    await say(simulatorHelp());
    break;
  case 'version':
    await say(`firmware-sim ${version}\n`);
    break;
  case 'problem':
    fail(2, `${command.problem}\n${simulatorText.seeHelp}`);
    break;
  case 'run':
    await run(command);
    break;
}
