import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameText } from '../../../../src/text/simulator/frame.ts';
import { windowToken } from '../../../../firmware-sim/ports/window/window-token.ts';
import {
  openFixture,
  rawConnection,
  rawRequest,
  type Fixture,
} from '../../../fixtures/devices/bench-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture({ deviceWindow: true });
});
afterEach(async () => fixture.close());

interface WindowFrame {
  readonly sequence: number;
  readonly powered: boolean;
  readonly pixels: string;
  readonly plain: { readonly all: string; readonly news: string };
  readonly spoken: { readonly all: string; readonly news: string };
}

/** Opens a window's stream; reads one frame at a time. */
async function openFrames() {
  const connection = await rawConnection(fixture.apiPort);
  connection.socket.write(`GET ${windowPath()}frames HTTP/1.1\r\nHost: 127.0.0.1:${fixture.apiPort}\r\n\r\n`);
  const readUntil = async (end: string): Promise<string> => {
    let text = '';
    while (!text.endsWith(end)) text += Buffer.from(await connection.take(1)).toString('latin1');
    return text;
  };
  await readUntil('\r\n\r\n');
  return {
    connection,
    async next(): Promise<WindowFrame> {
      await readUntil('data: ');
      return JSON.parse(await readUntil('\n\n')) as WindowFrame;
    },
  };
}

/** The path of the fixture's window, secret part included. */
const windowPath = (): string => new URL(fixture.windowUrl ?? '').pathname;

describe('the address of the device window', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));
  const storageFile = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'hostblind-window-'));
    folders.push(folder);
    return join(folder, 'device.bin');
  };

  it('has 128 random bits in it, others at each start', async () => {
    expect(windowPath()).toMatch(/^\/w\/[A-Za-z0-9_-]{22}\/$/);
    const other = await openFixture({ deviceWindow: true });
    expect(new URL(other.windowUrl ?? '').pathname).not.toBe(windowPath());
    await other.close();
    expect(new Set(Array.from({ length: 100 }, () => windowToken(undefined))).size).toBe(100);
  });

  it('is found by nothing but itself: not by its parts, and not from any other path', async () => {
    for (const path of ['/', '/w', '/w/', windowPath().slice(0, -1), windowPath().toUpperCase(), '/w/x/']) {
      expect((await rawRequest(fixture.apiPort, 'GET', path)).text).not.toContain('Simulated device');
    }
    const { text } = await rawRequest(fixture.apiPort, 'GET', '/');
    expect(text).not.toContain(windowPath());
  });

  it('stays the same for a device with a storage file, kept for its owner alone', () => {
    const storage = storageFile();
    const token = windowToken(storage);
    expect(windowToken(storage)).toBe(token);
    expect(statSync(`${storage}.window`).mode & 0o777).toBe(0o600);
    expect(windowToken(storageFile())).not.toBe(token);
  });

  it('is drawn again where others could read it, or where it is none', () => {
    const storage = storageFile();
    const token = windowToken(storage);
    chmodSync(`${storage}.window`, 0o644);
    const next = windowToken(storage);
    expect(next).not.toBe(token);
    expect(statSync(`${storage}.window`).mode & 0o777).toBe(0o600);
    writeFileSync(`${storage}.window`, 'short');
    expect(windowToken(storage)).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });
});

describe('the device window', () => {
  it('is a page with a strict policy and the mark of a simulator', async () => {
    const reply = await rawRequest(fixture.apiPort, 'GET', windowPath());
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(reply.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(reply.text).toContain(`>${frameText.mark}<`);
    expect(reply.text).not.toMatch(/data-text|data-attributes/);
    expect(reply.text).not.toMatch(/<script[^>]*>[^<]|<style|\son[a-z]+=|\sstyle=/);
    const assets = [...reply.text.matchAll(/(?:href|src)="(window[^"]+)"/g)].map(([, path = '']) => path);
    expect(assets).toEqual(['window.css', 'window.client.js']);
    for (const path of assets) {
      expect((await rawRequest(fixture.apiPort, 'GET', windowPath() + path)).status).toBe(200);
    }
  });

  it('is not there without its flag', async () => {
    const plain = await openFixture();
    for (const path of ['/', '/w/', windowPath(), `${windowPath()}frames`, '/window/frames']) {
      expect((await rawRequest(plain.apiPort, 'GET', path)).status).toBe(404);
    }
    await plain.close();
  });

  it('gets the picture at once, and each one that follows', async () => {
    const frames = await openFrames();
    const first = await frames.next();
    expect([first.sequence, first.powered]).toEqual([1, true]);
    expect(first.spoken.news).toBe('Fake device. presses 0.');
    expect(first.plain).toMatchObject({ all: `Fake device. ${frameText.notSpoken}`, labels: {} });
    await rawRequest(fixture.apiPort, 'POST', `${windowPath()}button`, '{"button":"left","action":"press"}');
    const second = await frames.next();
    expect(second.spoken.news).toBe('presses 1.');
    expect(second.plain.news).toBe('');
    expect(Buffer.from(second.pixels, 'base64')).toEqual(Buffer.from(fixture.device.screen().pixels));
    fixture.device.powerOff();
    expect(await frames.next()).toMatchObject({ plain: { all: '' }, spoken: { all: '', labels: {} } });
    frames.connection.socket.destroy();
  });

  it('a window that closes in mid-hold lets go of its buttons', async () => {
    const frames = await openFrames();
    await frames.next();
    await rawRequest(fixture.apiPort, 'POST', `${windowPath()}button`, '{"button":"right","action":"press"}');
    expect(fixture.firmware().journal).toEqual(['press right']);
    const released = new Promise<void>((resolve) => {
      const look = (): void => {
        if (fixture.firmware().journal.includes('release right')) resolve();
        else setImmediate(look);
      };
      look();
    });
    frames.connection.socket.destroy();
    await released;
  });

  it('refuses buttons that there are not', async () => {
    const reply = await rawRequest(
      fixture.apiPort,
      'POST',
      `${windowPath()}button`,
      '{"button":"both","action":"press"}',
    );
    expect(reply.status).toBe(400);
  });
});
