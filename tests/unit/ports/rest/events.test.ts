import { decode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyLength } from '../../../../firmware-sim/ports/rest/text-events.ts';
import { createBenchClient } from '../../../kit/clients/bench-client.ts';
import {
  openFixture,
  rawConnection,
  rawRequest,
  type Fixture,
  type RawConnection,
  type RawReply,
} from '../../../fixtures/devices/bench-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(async () => fixture.close());

const get = async (path: string): Promise<RawReply> => rawRequest(fixture.apiPort, 'GET', path);
const title = '{"text": "Fake device", "x": 4, "y": 4, "w": 66, "h": 12, "clear": false}';
const count = (presses: number): string => {
  const text = `presses ${presses}`;
  return `{"text": "${text}", "x": 4, "y": 20, "w": ${text.length * 6}, "h": 12, "clear": false}`;
};

function tap(times = 1): void {
  for (let index = 0; index < times; index += 1) {
    fixture.device.press('left');
    fixture.device.release('left');
  }
}

describe('GET /events', () => {
  it('writes one event a line, in drawing order, with the keys in Speculos’s order', async () => {
    const reply = await get('/events');
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('application/json');
    expect(reply.text).toBe(`{"events": [${title}, ${count(0)}]}\n`);
  });

  it('gives everything since the start, and clear events never', async () => {
    tap();
    expect((await get('/events')).text).toBe(`{"events": [${title}, ${count(0)}, ${title}, ${count(1)}]}\n`);
    expect((await get('/events?currentscreenonly=TRUE')).text).toBe(`{"events": [${title}, ${count(1)}]}\n`);
    expect((await get('/events?currentscreenonly=0')).text).toContain('presses 0');
  });

  it.each(['currentscreenonly', 'stream'])('refuses another value for %s', async (name) => {
    const reply = await get(`/events?${name}=foo`);
    expect(reply.status).toBe(400);
    expect(reply.text).toBe(`{"message": {"${name}": "Invalid literal for boolean(): foo"}}\n`);
  });

  it('two bad flags get one answer, about the first', async () => {
    const reply = await get('/events?stream=foo&currentscreenonly=bar');
    expect([reply.status, reply.text]).toEqual([
      400,
      '{"message": {"stream": "Invalid literal for boolean(): foo"}}\n',
    ]);
    expect(fixture.faults).toEqual([]);
  });

  it('DELETE empties the history and leaves the screen', async () => {
    tap();
    const reply = await rawRequest(fixture.apiPort, 'DELETE', '/events');
    expect([reply.status, reply.text]).toEqual([200, '{}\n']);
    expect((await get('/events')).text).toBe('{"events": []}\n');
    expect((await get('/events?currentscreenonly=1')).text).toBe(`{"events": [${title}, ${count(1)}]}\n`);
  });

  it('shows nothing without power', async () => {
    fixture.device.powerOff();
    expect((await get('/events?currentscreenonly=true')).text).toBe('{"events": []}\n');
  });

  it('defect of the reference that is not here: the history is bounded', async () => {
    tap(historyLength * 2);
    const { events } = JSON.parse((await get('/events')).text) as { events: { text: string }[] };
    expect(events).toHaveLength(historyLength);
    expect(events.at(-1)?.text).toBe(`presses ${historyLength * 2}`);
  });
});

/** Opens the stream and waits for its headers. */
async function openStream(): Promise<{ connection: RawConnection; headers: string }> {
  const connection = await rawConnection(fixture.apiPort);
  connection.socket.write(
    `GET /events?stream=true HTTP/1.1\r\nHost: 127.0.0.1:${fixture.apiPort}\r\nAccept: text/event-stream\r\n\r\n`,
  );
  let headers = '';
  while (!headers.endsWith('\r\n\r\n')) {
    headers += Buffer.from(await connection.take(1)).toString('latin1');
  }
  return { connection, headers };
}

/** One event as it must stand on the line: alone and whole in one HTTP chunk. */
function chunkOf(event: string): string {
  const data = `data: ${event}\n\n`;
  return `${data.length.toString(16)}\r\n${data}\r\n`;
}

describe('the event stream', () => {
  it('sends its headers at once, replays nothing, and each event whole in one chunk', async () => {
    const { connection, headers } = await openStream();
    expect(headers).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(headers.toLowerCase()).toContain('content-type: text/event-stream\r\n');
    expect(headers.toLowerCase()).toContain('transfer-encoding: chunked\r\n');
    expect(connection.waiting()).toHaveLength(0);
    tap();
    const expected = chunkOf(title) + chunkOf(count(1));
    expect(Buffer.from(await connection.take(expected.length)).toString('latin1')).toBe(expected);
    connection.socket.destroy();
  });

  it('stays silent without a new picture: no comment, no heartbeat, no clear event', async () => {
    const { connection } = await openStream();
    fixture.device.time.advance(60_000);
    fixture.device.powerOff();
    // Answered behind whatever the stream would have sent.
    await get('/screen');
    expect(connection.waiting()).toHaveLength(0);
    connection.socket.destroy();
  });

  it('the screenshot already shows what an event tells', async () => {
    const { connection } = await openStream();
    tap();
    await connection.take(chunkOf(title).length);
    expect(fixture.device.screen().pixels[0]).toBe(1);
    connection.socket.destroy();
  });

  it('unlike the reference, each client has a queue, and no event is late or lost', async () => {
    const streams = await Promise.all([openStream(), openStream(), openStream()]);
    tap(100);
    const expected = Array.from(
      { length: 100 },
      (_, index) => chunkOf(title) + chunkOf(count(index + 1)),
    ).join('');
    for (const { connection } of streams) {
      expect(Buffer.from(await connection.take(expected.length)).toString('latin1')).toBe(expected);
      connection.socket.destroy();
    }
  });

  it('a client that never reads is cut off and does not fill the memory', async () => {
    const { connection } = await openStream();
    connection.socket.pause();
    let cut = false;
    void connection.closed.then(() => {
      cut = true;
    });
    for (let round = 0; round < 400 && !cut; round += 1) {
      tap(100);
      await get('/screen');
    }
    connection.socket.resume();
    await connection.closed;
    expect(cut).toBe(true);
  });

  it('other requests are answered while a stream is open', async () => {
    const { connection } = await openStream();
    const reply = await rawRequest(fixture.apiPort, 'POST', '/apdu', '{"data":"b0010000"}');
    expect(reply.status).toBe(200);
    connection.socket.destroy();
  });
});

describe('GET /screenshot', () => {
  it('is the picture in 8-bit RGB and native size, lit pixels white', async () => {
    tap(5);
    const reply = await get('/screenshot?force=1');
    expect(reply.headers['content-type']).toBe('image/png');
    expect(reply.headers['cache-control']).toBe('no-cache,no-store');
    const image = decode(reply.bytes);
    expect([image.width, image.height, image.channels, image.depth]).toEqual([128, 64, 3, 8]);
    // The fake draws the number of presses, 5, into its first eight pixels.
    const firstPixels = Array.from(image.data.slice(0, 24)).map((value) => value / 255);
    const [black, white] = [
      [0, 0, 0],
      [1, 1, 1],
    ];
    expect(firstPixels).toEqual([black, black, black, black, black, white, black, white].flat());
    expect(Array.from(image.data).reduce((sum, value) => sum + value, 0)).toBe(6 * 255);
  });
});

describe('GET /screen signals that the screen has settled, unlike the reference', () => {
  it('gives the picture number and the lines', async () => {
    expect((await get('/screen')).text).toBe(
      `{"sequence": 1, "lines": [${title.replace(', "clear": false', '')}, ${count(0).replace(', "clear": false', '')}]}\n`,
    );
  });

  it('answers at once when there is a newer picture, and otherwise waits for one', async () => {
    const client = createBenchClient(fixture.benchUrl);
    expect((await client.screenAfter(0)).sequence).toBe(1);
    const next = client.screenAfter(1);
    await client.press('right');
    const screen = await next;
    expect(screen.sequence).toBe(2);
    expect(screen.lines[1]?.text).toBe('presses 1');
  });

  it('the number goes on over a power cycle', async () => {
    const client = createBenchClient(fixture.benchUrl);
    await client.power('off');
    expect(await client.screen()).toEqual({ sequence: 2, lines: [] });
    await client.power('on');
    expect((await client.screen()).sequence).toBe(3);
  });

  it.each(['x', '-1', '1.5', ''])('refuses after=%s', async (after) => {
    expect((await get(`/screen?after=${after}`)).status).toBe(400);
  });

  it('waitForText follows the pictures', async () => {
    const client = createBenchClient(fixture.benchUrl);
    const found = client.waitForText(/^presses 3$/);
    for (let index = 0; index < 3; index += 1) await client.press('left');
    expect((await found).lines[1]?.text).toBe('presses 3');
  });
});
