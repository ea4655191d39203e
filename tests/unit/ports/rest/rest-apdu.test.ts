import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openFixture,
  rawConnection,
  rawRequest,
  type Fixture,
  type RawReply,
} from '../../../fixtures/devices/bench-fixture.ts';

/** Bytes in use after a full collection. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

function forgetJournal(fixture: Fixture): void {
  fixture.firmware().forget();
}

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(async () => fixture.close());

const post = async (path: string, body: string): Promise<RawReply> =>
  rawRequest(fixture.apiPort, 'POST', path, body);

describe('POST /apdu', () => {
  it.each(['b001000000', 'B0010000', 'b0010000'])('answers %s in lower case', async (data) => {
    const reply = await post('/apdu', JSON.stringify({ data, tick_timeout: 20 }));
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('application/json');
    expect(reply.headers['transfer-encoding']).toBe('chunked');
    expect(reply.text).toBe('{"data": "010446616b6505312e302e3001009000"}');
  });

  it('answers 200 to every status word, also to a command of one byte', async () => {
    expect((await post('/apdu', '{"data":"b0"}')).text).toBe('{"data": "6700"}');
    expect((await post('/apdu', '{"data":"0101000000"}')).text).toBe('{"data": "6e00"}');
  });

  it.each([
    ['', 'message'],
    ['{', 'message'],
    ['\xff\xfe', 'message'],
    ['[]', 'error'],
    ['null', 'error'],
    ['{}', 'error'],
    ['{"data":""}', 'error'],
    ['{"data":"abc"}', 'error'],
    ['{"data":"zz"}', 'error'],
    ['{"data":"b001\\n"}', 'error'],
    ['{"data":5}', 'error'],
    ['{"data":"b0010000","tick_timeout":"1"}', 'error'],
    ['{"data":"b0010000","other":1}', 'error'],
    ['{"data":"b0010000","__proto__":1}', 'error'],
  ])('refuses the body %j with 400 and a %s', async (body, key) => {
    const reply = await rawRequest(fixture.apiPort, 'POST', '/apdu', Buffer.from(body, 'latin1'));
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toBe('application/json');
    expect(reply.text.endsWith('\n')).toBe(true);
    const parsed = JSON.parse(reply.text) as Record<string, string>;
    expect(Object.keys(parsed)).toEqual([key]);
    if (key === 'message') {
      expect(parsed[key]).toBe(
        'The browser (or proxy) sent a request that this server could not understand.',
      );
    } else {
      expect(parsed[key]).toContain('\n');
    }
    expect(fixture.firmware().journal).toEqual([]);
  });

  it('refuses a body that is too long without keeping it', async () => {
    const reply = await post('/apdu', `{"data":"${'00'.repeat(40_000)}"}`);
    expect(reply.status).toBe(413);
    expect(fixture.firmware().journal).toEqual([]);
  });

  it('says that the device is switched off', async () => {
    await post('/power', '{"action":"off"}');
    expect((await post('/apdu', '{"data":"b0010000"}')).status).toBe(503);
    await post('/power', '{"action":"on"}');
    expect((await post('/apdu', '{"data":"b0010000"}')).status).toBe(200);
  });
});

describe('defects of the reference that are not here', () => {
  it('overlapping requests get their own answers', async () => {
    const replies = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const tag = index.toString(16).padStart(2, '0');
        const reply = await post('/apdu', `{"data":"c8ee000001${tag}"}`);
        return { tag, answer: /"data": "([0-9a-f]*)"/.exec(reply.text)?.[1] ?? '' };
      }),
    );
    for (const { tag, answer } of replies) expect(answer.slice(4)).toBe(`${tag}9000`);
    const counters = replies.map(({ answer }) => answer.slice(0, 4));
    expect(new Set(counters).size).toBe(40);
  });

  it('a request leaves nothing behind: memory stays level over thousands of them', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const call = async (): Promise<void> => {
      const request = httpRequest({ port: fixture.apiPort, method: 'POST', path: '/apdu', agent });
      request.end('{"data":"b0010000"}');
      const [reply] = (await once(request, 'response')) as [IncomingMessage];
      reply.resume();
      await once(reply, 'end');
    };
    const calls = async (count: number): Promise<void> => {
      for (let done = 0; done < count; done += 1) await call();
    };
    const growths: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const before = usedHeap();
      await calls(1000);
      // The fake's own journal is what grows on purpose.
      forgetJournal(fixture);
      growths.push(usedHeap() - before);
    }
    agent.destroy();
    // The reference's leak, 2 kB a call, would show in every round as 2 MB; compiling and caches come and go.
    expect(Math.min(...growths)).toBeLessThan(400_000);
  });

  it('TCP and REST at once are served one after another, each its own answer', async () => {
    const tcp = await rawConnection(fixture.apduPort);
    tcp.socket.write(Buffer.from('00000006c8ee000001aa', 'hex'));
    const [rest, raw] = await Promise.all([post('/apdu', '{"data":"c8ee000001bb"}'), tcp.take(9)]);
    expect(rest.text).toMatch(/^\{"data": "000[12]bb9000"\}$/);
    expect(Buffer.from(raw).toString('hex')).toMatch(/^00000003000[12]aa9000$/);
    tcp.socket.destroy();
  });
});

describe('other addresses and methods', () => {
  it.each([
    ['GET', '/nothing', 404],
    ['GET', '/apdu', 404],
    ['GET', '/button/left', 404],
    ['GET', '/', 404],
    ['GET', '/constructor', 404],
    ['POST', '/button/up', 405],
    ['POST', '/nothing', 405],
    ['PUT', '/apdu', 405],
  ])('%s %s is answered with %i and a page', async (method, path, status) => {
    const reply = await rawRequest(fixture.apiPort, method, path, method === 'GET' ? undefined : '{}');
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toMatch(/^text\/html/);
  });

  it('a 405 names the methods', async () => {
    expect((await post('/button/up', '{}')).headers.allow).toBe('OPTIONS, GET, HEAD');
    expect((await post('/events', '{}')).headers.allow).toBe('OPTIONS, GET, DELETE, HEAD');
  });

  it('answers OPTIONS and HEAD', async () => {
    expect((await rawRequest(fixture.apiPort, 'OPTIONS', '/apdu')).status).toBe(200);
    const head = await rawRequest(fixture.apiPort, 'HEAD', '/events?stream=true');
    expect([head.status, head.text]).toEqual([200, '']);
  });

  it('keeps a connection for the next request', async () => {
    const reply = await rawRequest(fixture.apiPort, 'GET', '/screen', undefined, {
      Connection: 'keep-alive',
    });
    expect(reply.headers.connection).toBe('keep-alive');
  });
});
