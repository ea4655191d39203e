/** The simulated Ledger behind the ports of `firmware-sim`: flags, answers, and the silence that is no answer. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../firmware-sim/cli/command-line.ts';
import { personaOf } from '../../../firmware-sim/cli/persona-flags.ts';
import { openSimulator, type Simulator } from '../../../firmware-sim/cli/simulator.ts';
import { createLedgerPersona } from '../../../firmware-sim/vendors/ledger/ledger-persona.ts';
import { createHidDevice } from '../../../firmware-sim/ports/usbip/hid-device.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { splitIntoReports } from '../../../src/protocol/apdu/hid-framing.ts';
import { encodeGetVersionRequest } from '../../../src/protocol/ledger/get-version.ts';
import { createBenchClient } from '../../kit/clients/bench-client.ts';
import { beginSetUp, confirmPersonaWords, writePersonaWords } from '../../kit/drivers/ledger-person.ts';
import { runPersonAsync } from '../../kit/drivers/person.ts';
import { benchFingers } from '../../kit/clients/bench-fingers.ts';

let simulator: Simulator | undefined;
afterEach(async () => {
  await simulator?.close();
  simulator = undefined;
});

async function start(): Promise<Simulator> {
  simulator = await openSimulator({
    apiPort: 0,
    apduPort: 0,
    wirePort: 0,
    deviceWindow: false,
    allowedOrigins: [],
    wireClients: 1,
    createFirmware: createLedgerPersona({ model: 'nanosp' }),
    onExit: () => undefined,
    onFault: (fault) => {
      throw fault;
    },
  });
  return simulator;
}

describe('flags', () => {
  it('make a persona', () => {
    expect(
      readCommand(['--persona=ledger', '--model=stax', '--firmware=1.7.0', '--mode=updater']),
    ).toMatchObject({
      kind: 'run',
      model: 'nanosp',
      persona: { model: 'stax', firmware: '1.7.0', mode: 'updater' },
    });
    expect(personaOf({ persona: 'ledger', 'deriving-ms': '0' })).toMatchObject({
      options: { model: 'nanox', mode: 'normal', derivingMs: 0 },
    });
    expect(readCommand(['--persona=ledger', '--model=flex', '--usb'])).toMatchObject({
      usb: { ids: { vendorId: 0x2c97, productId: 0x7000, title: 'Flex' } },
    });
    expect(readCommand(['--persona=ledger', '--usb-id=1209:1'])).toMatchObject({
      usb: { ids: { vendorId: 0x1209, productId: 1, title: 'Nano X' } },
    });
    expect(readCommand([])).toMatchObject({ kind: 'run', model: 'nanosp', persona: undefined });
  });

  it.each([
    [['--persona=trezor'], '--persona trezor: the only persona is ledger.'],
    [['--persona=ledger', '--model=nanos'], '--model nanos: choose nanox, nanosp, stax or flex.'],
    [['--persona=ledger', '--mode=party'], '--mode party: choose normal, bootloader, updater or recovery.'],
    [['--persona=ledger', '--firmware=new'], '--firmware new: give a version, such as 2.2.3.'],
    [
      ['--persona=ledger', '--deriving-ms=700000'],
      '--deriving-ms 700000: give milliseconds from 0 to 600000.',
    ],
    [['--mode=updater'], '--mode: use it with --persona ledger.'],
    [['--model=stax'], '--model stax: choose nanosp or nanox.'],
  ])('refuse %s', (words, problem) => {
    expect(readCommand(words)).toEqual({ kind: 'problem', problem });
  });
});

describe('silence while keys are derived', () => {
  it('leaves every link open and unanswered, and is over when the device says so', async () => {
    const { benchUrl, apduPort } = await start();
    const bench = createBenchClient(benchUrl);
    await bench.pause();
    const request = encodeGetVersionRequest();
    expect(toHex(await bench.apdu(request))).toMatch(/^33100004.*9000$/);

    const fingers = benchFingers(bench);
    await runPersonAsync(beginSetUp('buttons', { way: 'new', count: 12, pin: '2580' }), fingers);
    const paper = await runPersonAsync(writePersonaWords(12), fingers);
    await runPersonAsync(confirmPersonaWords(paper), fingers);

    await expect(bench.apdu(request)).rejects.toThrow('504');
    const socket = connect(apduPort, '127.0.0.1');
    const framed = Uint8Array.of(0, 0, 0, request.length, ...request);
    socket.write(framed);
    await bench.advance(9_000);
    // The first one is never answered; the second gets the only reply there is.
    socket.write(framed);
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(toHex(reply.subarray(4, 8))).toBe('33100004');
    socket.destroy();
  });

  it('sends no report over USB either', () => {
    const answers = [undefined, Uint8Array.of(0x90, 0x00)];
    const device = createHidDevice({ exchange: () => answers.shift() });
    const [report = new Uint8Array()] = splitIntoReports(0x1234, encodeGetVersionRequest());
    expect(device.receive(report)).toEqual([]);
    expect(device.receive(report)).toHaveLength(1);
  });
});
