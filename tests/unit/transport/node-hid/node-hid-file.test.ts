/** An open HID device of Linux, as a file: what Ledger's transport counts on, and what a file does otherwise. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createHidrawDevice,
  openHidrawFile,
  type HidrawFile,
} from '../../../../src/transport/node-hid/node-hid-file.ts';
import { loadNodeHidDriver, createPipe } from '../../../../src/transport/node-hid/node-hid-driver.ts';
import { createHidDevice } from '../../../../firmware-sim/ports/usbip/hid-device.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A file as the kernel has it: reports in order, `EAGAIN` without, `EIO` once the device is gone. */
function createKernelFile() {
  const reports: Uint8Array[] = [];
  const written: number[][] = [];
  let [gone, closes, looks] = [false, 0, 0];
  const file: HidrawFile = {
    read(room) {
      looks += 1;
      if (gone) throw failure('EIO');
      const report = reports.shift();
      if (report === undefined) throw failure('EAGAIN');
      room.set(report);
      return report.length;
    },
    write(report) {
      if (gone) throw failure('ENODEV');
      written.push([...report]);
      return report.length;
    },
    close() {
      closes += 1;
    },
  };
  return {
    file,
    written,
    input: (...more: Uint8Array[]) => void reports.push(...more),
    unplug() {
      gone = true;
    },
    closes: () => closes,
    looks: () => looks,
  };
}

function setUp() {
  const kernel = createKernelFile();
  const timer = createManualTimer();
  const info = { product: 'Nano S Plus' };
  const device = createHidrawDevice({ file: kernel.file, info, startTimer: timer.startTimer });
  const answers: [error: unknown, report: Uint8Array | undefined][] = [];
  const read = () => device.read((...answer) => void answers.push(answer));
  return { kernel, timer, device, info, answers, read };
}

/** Long enough for everything that was put off to the end of the turn. */
const settled = () => Promise.resolve();

describe('an open HID device', () => {
  it('gives a report that is there already, but never within the call', async () => {
    const { kernel, answers, read } = setUp();
    kernel.input(Uint8Array.of(1, 2, 3));
    read();
    expect(answers).toEqual([]);
    await settled();
    expect(answers).toEqual([[null, Uint8Array.of(1, 2, 3)]]);
  });

  it('waits for a report, and looks less often once it waits for a person', async () => {
    const { kernel, timer, answers, read } = setUp();
    read();
    timer.advance(100);
    expect(kernel.looks()).toBe(101);
    timer.advance(10_000);
    expect(kernel.looks()).toBe(101 + 500);
    kernel.input(new Uint8Array(64).fill(7));
    timer.advance(20);
    await settled();
    expect(answers).toEqual([[null, new Uint8Array(64).fill(7)]]);
    expect(timer.pending).toBe(0);
  });

  it('keeps a report whole when the next one arrives', async () => {
    const { kernel, answers, read } = setUp();
    kernel.input(Uint8Array.of(1, 1), Uint8Array.of(2, 2));
    read();
    await settled();
    read();
    await settled();
    expect(answers.map(([, report]) => report)).toEqual([Uint8Array.of(1, 1), Uint8Array.of(2, 2)]);
  });

  it('says that it went away, to a read that waits and to a write', async () => {
    const { kernel, timer, device, answers, read } = setUp();
    read();
    kernel.unplug();
    timer.advance(1);
    await settled();
    expect(answers).toEqual([[expect.objectContaining({ code: 'EIO' }), undefined]]);
    expect(() => device.write([0, 1])).toThrow('ENODEV');
  });

  it('a file at its end is a device that is gone', async () => {
    const { kernel, answers, read } = setUp();
    kernel.input(new Uint8Array());
    read();
    await settled();
    expect(answers).toEqual([[expect.any(Error), undefined]]);
  });

  it('writes a report as it is, with the number in front that Ledger’s transport sends', () => {
    const { kernel, device } = setUp();
    expect(device.write([0, 1, 255])).toBe(3);
    expect(kernel.written).toEqual([[0, 1, 255]]);
  });

  it('a read that waits is interrupted, once, and only then it can be closed', async () => {
    const { kernel, timer, device, answers, read } = setUp();
    read();
    expect(() => read()).toThrow('running already');
    expect(() => device.close()).toThrow('still running');
    device.pause();
    device.pause();
    expect(() => device.close()).toThrow('still running');
    await settled();
    expect(answers).toEqual([[expect.any(Error), undefined]]);
    expect(timer.pending).toBe(0);
    device.close();
    device.close();
    expect(kernel.closes()).toBe(1);
  });

  it('a report that came just before the interruption is not lost or told twice', async () => {
    const { kernel, device, answers, read } = setUp();
    kernel.input(Uint8Array.of(9));
    read();
    device.pause();
    await settled();
    expect(answers).toEqual([[null, Uint8Array.of(9)]]);
  });

  it('nothing can be done with a closed one', () => {
    const { kernel, device, read } = setUp();
    device.pause();
    device.close();
    expect(read).toThrow('closed');
    expect(() => device.write([0])).toThrow('closed');
    expect(kernel.looks()).toBe(0);
  });

  it('tells its name', () => {
    const { device, info } = setUp();
    expect(device.getDeviceInfo()).toBe(info);
  });
});

describe('Ledger’s transport on a file', () => {
  it('exchanges APDUs of any length, past the reports of other programs', async () => {
    const kernel = createKernelFile();
    const firmware = createHidDevice(createEchoDevice());
    const file: HidrawFile = {
      ...kernel.file,
      write(report) {
        // The kernel keeps the number of a report to itself when it is 0.
        kernel.input(new Uint8Array(64), ...firmware.receive(report.subarray(1)));
        return report.length;
      },
    };
    const raw = createHidrawDevice({ file, info: undefined });
    const closable = createPipe(raw, () => transport.channel);
    const transport = loadNodeHidDriver().attach(closable.pipe);
    for (const length of [4, 60, 250]) {
      const command = Uint8Array.from({ length }, (_, at) => at & 0xff);
      expect(new Uint8Array(await transport.exchange(Buffer.from(command)))).toEqual(echoOf(command));
    }
    await closable.close();
    expect(kernel.closes()).toBe(1);
  });
});

describe.runIf(process.platform === 'linux')('a real file that is opened not to block', () => {
  it('has no report, then one, and is closed while a read waits', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hostblind-hid-'));
    try {
      // Opened for both directions, a named pipe gives back what is written to it.
      const path = join(folder, 'pipe');
      execFileSync('mkfifo', [path]);
      const raw = createHidrawDevice({ file: openHidrawFile(path), info: undefined });
      const closable = createPipe(raw, () => 0x0102);
      const { pipe } = closable;
      const report = new Promise((resolve, reject) => {
        pipe.read((error, bytes) => (bytes === undefined ? reject(error as Error) : resolve(bytes)));
      });
      pipe.write([1, 2, 3]);
      expect(await report).toEqual(Uint8Array.of(1, 2, 3));
      const cut = new Promise((resolve) => {
        pipe.read((error) => resolve(error));
      });
      await closable.close();
      expect(await cut).toBeInstanceOf(Error);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(existsSync(folder)).toBe(false);
  });

  it('that is not there is refused with the system’s reason', () => {
    expect(() => openHidrawFile('/dev/no-such-device')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});
