import { describe, expect, it } from 'vitest';
import {
  describeAddresses,
  readCommand,
  type CommandOptions,
} from '../../../firmware-sim/boards/node/command-line.ts';

function run(...words: string[]): CommandOptions {
  const command = readCommand(words);
  if (command.kind !== 'run') throw new Error(`read as ${command.kind}`);
  return command;
}

describe('the command line', () => {
  it('has the defaults of the reference, and a port for the wire', () => {
    expect(run()).toEqual({
      kind: 'run',
      model: 'nanosp',
      storage: undefined,
      apiPort: 5000,
      apduPort: 9999,
      wirePort: 9997,
      deviceWindow: false,
      allowedOrigins: [],
      json: false,
    });
  });

  it('takes every flag', () => {
    const words =
      '--model nanox --storage a.bin --api-port 0 --apdu-port=1 --wire-port 65535 --device-window --json --allow-origin https://a.example/ --allow-origin http://b.example:8080';
    expect(run(...words.split(' '))).toEqual({
      kind: 'run',
      model: 'nanox',
      storage: 'a.bin',
      apiPort: 0,
      apduPort: 1,
      wirePort: 65_535,
      deviceWindow: true,
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      json: true,
    });
  });

  it.each([
    [['--frobnicate'], /--frobnicate/],
    [['--host', '0.0.0.0'], /--host/],
    [['file.elf'], /file\.elf/],
    [['--model', 'stax'], /^--model stax: choose nanosp or nanox\.$/],
    [['--api-port', '65536'], /^--api-port 65536: a port is a number from 0 to 65535/],
    [['--wire-port', '1.5'], /^--wire-port 1\.5/],
    [['--apdu-port', ''], /^--apdu-port/],
    [['--apdu-port'], /--apdu-port/],
    [['--storage', ''], /^--storage/],
    [['--allow-origin', '*'], /^--allow-origin \*: an address such as/],
    [['--allow-origin', 'https://a.example/page'], /without a path/],
  ])('refuses %j and says what to do', (words, problem) => {
    expect(readCommand(words)).toEqual({
      kind: 'problem',
      problem: expect.stringMatching(problem) as string,
    });
  });

  it('knows --help and --version', () => {
    expect(readCommand(['--help', '--version'])).toEqual({ kind: 'help' });
    expect(readCommand(['--version'])).toEqual({ kind: 'version' });
  });

  it('prints a name and an address a line, or one line of JSON', () => {
    const addresses = {
      benchUrl: 'http://127.0.0.1:5000/',
      apduPort: 9999,
      wireUrl: 'ws://127.0.0.1:9997/wire',
    };
    expect(describeAddresses(addresses, run())).toBe(
      'bench http://127.0.0.1:5000/\napdu tcp://127.0.0.1:9999\nwire ws://127.0.0.1:9997/wire\n',
    );
    expect(describeAddresses(addresses, run('--device-window')).split('\n')[3]).toBe(
      'window http://127.0.0.1:5000/',
    );
    expect(JSON.parse(describeAddresses(addresses, run('--json')))).toEqual({
      bench: 'http://127.0.0.1:5000/',
      apdu: 'tcp://127.0.0.1:9999',
      wire: 'ws://127.0.0.1:9997/wire',
      model: 'nanosp',
      pid: process.pid,
    });
  });
});
