import { describe, expect, it } from 'vitest';
import {
  describeAddresses,
  readCommand,
  type CommandOptions,
} from '../../../firmware-sim/cli/command-line.ts';

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
      wireClients: 1,
      usb: undefined,
      json: false,
    });
  });

  it('takes every flag', () => {
    const words =
      '--model nanox --storage a.bin --api-port 0 --apdu-port=1 --wire-port 65535 --device-window --json --usb --usb-port 0 --usb-id 0x1209:ABCD --attach --allow-origin https://a.example/ --allow-origin http://b.example:8080 --wire-clients 3';
    expect(run(...words.split(' '))).toEqual({
      kind: 'run',
      model: 'nanox',
      storage: 'a.bin',
      apiPort: 0,
      apduPort: 1,
      wirePort: 65_535,
      deviceWindow: true,
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      wireClients: 3,
      usb: { port: 0, ids: { vendorId: 0x1209, productId: 0xabcd }, attach: true },
      json: true,
    });
  });

  it('defaults to the usual port and Ledger’s USB IDs; any USB flag implies --usb', () => {
    const usual = { port: 3240, ids: { vendorId: 0x2c97, productId: 0x5000 }, attach: false };
    expect(run('--usb').usb).toEqual(usual);
    expect(run('--usb', '--model', 'nanox').usb?.ids).toEqual({ vendorId: 0x2c97, productId: 0x4000 });
    expect(run('--attach').usb).toEqual({ ...usual, attach: true });
    expect(run('--usb-port', '0').usb).toEqual({ ...usual, port: 0 });
  });

  it('makes a device that cheats only by its name, and never of a persona', () => {
    expect(run().malicious).toBeUndefined();
    expect(run('--malicious', 'wrong-commitment').malicious).toBe('wrong-commitment');
    for (const words of [
      ['--malicious', 'nice'],
      ['--malicious', ''],
    ]) {
      const command = readCommand(words);
      expect(command.kind === 'problem' && command.problem).toMatch(
        /choose wrong-commitment, .*leaking-nonce or ignored-commitment\.$/,
      );
    }
    expect(readCommand(['--malicious', 'cheat-once', '--persona', 'ledger'])).toEqual({
      kind: 'problem',
      problem: "--malicious: don't use it with --persona.",
    });
  });

  it('is a simulator, or says that it is of another kind', () => {
    expect(run().make).toBeUndefined();
    expect(run('--kind', 'simulator').make).toBeUndefined();
    expect(run('--kind', 'self-built', '--maker', 'Ada').make).toEqual({
      kind: 'self-built',
      maker: 'Ada',
      product: 'Test device',
    });
    expect(run('--kind', 'maker', '--issuer-key', 'key.hex').make).toMatchObject({
      kind: 'maker',
      issuerKeyFile: 'key.hex',
    });
  });

  it.each([
    [['--frobnicate'], /^--frobnicate: there's no such flag\.$/],
    [['--host', '0.0.0.0'], /^--host: there's no such flag\.$/],
    [['-x'], /^-x: there's no such flag\.$/],
    [['file.elf'], /^file\.elf: everything is set by flags, which start with --\.$/],
    [['--model', 'stax'], /^--model stax: choose nanosp or nanox\.$/],
    [['--kind', 'genuine'], /^--kind genuine: choose maker, simulator or self-built\.$/],
    [['--maker', 'Acme'], /^--maker: use it with --kind self-built\.$/],
    [['--issuer-key', 'key'], /^--issuer-key: use it with --kind maker\.$/],
    [['--kind', 'maker'], /^--kind maker: use it with --issuer-key FILE\.$/],
    [['--kind', 'self-built', '--issuer-key', 'key'], /^--issuer-key: use it with --kind maker\.$/],
    [['--kind', 'self-built', '--maker', 'a  b'], /^--maker a {2}b: give 1 to 20 plain characters/],
    [['--kind', 'self-built', '--product', 'x.com'], /^--product x\.com: give 1 to 20 plain characters/],
    [['--kind', 'self-built', '--persona', 'ledger'], /^--kind: don't use it with --persona\.$/],
    [['--kind', 'self-built', '--malicious', 'cheat-once'], /^--kind: don't use it with --malicious\.$/],
    [['--api-port', '65536'], /^--api-port 65536: a port is a number from 0 to 65535/],
    [['--wire-port', '1.5'], /^--wire-port 1\.5/],
    [['--apdu-port', ''], /^--apdu-port/],
    [['--apdu-port'], /^--apdu-port: it needs a value\./],
    [['--json=yes'], /^--json: it takes no value\.$/],
    [['--storage', ''], /^--storage/],
    [['--usb-port', '-1'], /^--usb-port: it needs a value\. .*--usb-port=VALUE\.$/],
    [['--usb-id', '2c97'], /^--usb-id 2c97: give two hexadecimal numbers, such as 2c97:5000\.$/],
    [['--usb-id', '12345:1'], /^--usb-id/],
    [['--wire-clients', '0'], /^--wire-clients 0: give a number from 1 to 16/],
    [['--wire-clients', '17'], /1 to 16/],
    [['--allow-origin', '*'], /^--allow-origin \*: give an address such as/],
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
      windowUrl: undefined,
      usb: undefined,
    };
    expect(describeAddresses(addresses, run())).toBe(
      'bench http://127.0.0.1:5000/\napdu tcp://127.0.0.1:9999\nwire ws://127.0.0.1:9997/wire\n',
    );
    const windowUrl = 'http://127.0.0.1:5000/w/some-token/';
    expect(describeAddresses({ ...addresses, windowUrl }, run('--device-window')).split('\n')[3]).toBe(
      `window ${windowUrl}`,
    );
    expect(describeAddresses({ ...addresses, usb: { port: 3240, busId: '1-1' } }, run('--usb'))).toContain(
      'usb usbip://127.0.0.1:3240/1-1\nattach sudo usbip attach -r 127.0.0.1 -b 1-1\n',
    );
    expect(describeAddresses({ ...addresses, usb: { port: 4000, busId: '1-1' } }, run('--usb'))).toContain(
      'attach sudo usbip --tcp-port 4000 attach -r 127.0.0.1 -b 1-1\n',
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
