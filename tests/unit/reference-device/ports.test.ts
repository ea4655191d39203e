/** The reference device as a process has it: a port for commands, one for the app and one for what a person does. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { serve } from '../../reference-device/serve.mjs';

const command = join(import.meta.dirname, '../../reference-device/press.mjs');

let served: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  served = await serve({ apduPort: 0, wirePort: 0, pressPort: 0, speed: 20 });
});
afterEach(() => served.close());

interface Talk {
  readonly socket: Socket;
  readonly say: (bytes: string | Buffer) => Promise<Buffer>;
}

function talkTo(port: string): Talk {
  const socket = connect(served.ports[port] ?? 0, '127.0.0.1');
  return {
    socket,
    async say(bytes: string | Buffer): Promise<Buffer> {
      const answer = once(socket, 'data');
      socket.write(bytes);
      return ((await answer) as [Buffer])[0];
    },
  };
}

describe('the ports', () => {
  it('speak as Speculos does, and hang up on a length that no command has', async () => {
    const { say, socket } = talkTo('apdu');
    expect((await say(Buffer.from('00000005c802000000', 'hex'))).toString('hex')).toBe(
      '0000000c0100000000000000000003009000',
    );
    expect((await say(Buffer.from('00000105', 'hex'))).toString('hex')).toBe('000000006700');
    await once(socket, 'close');
  });

  it('speak the wire to the app, and to no page of another site', async () => {
    const url = `ws://127.0.0.1:${served.ports['wire']}/wire`;
    const socket = new WebSocket(url, 'hostblind-wire.v1', { origin: 'http://127.0.0.1:1' });
    await once(socket, 'open');
    const answer = once(socket, 'message');
    socket.send(Buffer.from('c802000000', 'hex'));
    expect(String(((await answer) as [Buffer])[0].toString('hex'))).toBe('0100000000000000000003009000');
    const closed = once(socket, 'close');
    served.cut();
    expect((await closed)[0]).toBe(4001);
    const stranger = new WebSocket(url, 'hostblind-wire.v1', { origin: 'https://example.com' });
    const [refusal] = (await once(stranger, 'error')) as [Error];
    expect(refusal.message).toContain('401');
  });

  it('take what a person does, a line a step', async () => {
    const { say } = talkTo('press');
    const line = async (text: string): Promise<string> => String(await say(`${text}\n`)).trim();
    served.device.exchange(Buffer.from('c8100000020c00', 'hex'));
    expect(await line('agree')).toBe('ok choose-pin "Choose a PIN"');
    expect(await line('pin 1234')).toBe('ok repeat-pin "Repeat the PIN"');
    expect(await line('pin 1234')).toBe('ok warning "Pen and paper"');
    expect(await line('next')).toBe('ok hold "Hold to reveal"');
    expect(await line('hold')).toBe('ok words "Word 1 of 12"');
    expect(JSON.parse(await line('screen'))).toMatchObject({ stage: 'words', position: 1, total: 12 });
    expect(await line('power-off')).toBe('ok off');
    expect(await line('power-on')).toBe('ok unfinished "Not backed up"');
    expect(await line('dance')).toMatch(/^error /);
  });

  it('are pressed by a command, which says whether it was done', async () => {
    served.device.exchange(Buffer.from('c8100000020c00', 'hex'));
    const press = (...words: string[]) =>
      promisify(execFile)(process.execPath, [command, `${served.ports['press']}`, ...words]);
    expect((await press('agree')).stdout).toBe('ok choose-pin "Choose a PIN"\n');
    expect((await press('pin', '1234')).stdout).toBe('ok repeat-pin "Repeat the PIN"\n');
    await expect(press('dance')).rejects.toMatchObject({ code: 1 });
  });
});
