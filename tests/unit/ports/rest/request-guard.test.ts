import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrigin } from '../../../../firmware-sim/ports/rest/request-guard.ts';
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

const statusOf = async (headers: Record<string, string>, path = '/screen'): Promise<number> =>
  (await rawRequest(fixture.apiPort, 'GET', path, undefined, headers)).status;

describe('who may use the REST port (the reference echoed any Origin)', () => {
  it('programs that are no browser: no Origin, any name of this computer', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) {
      expect(await statusOf({ Host: `${name}:${fixture.apiPort}` })).toBe(200);
    }
  });

  it('the fetch of Node, which says Sec-Fetch-Mode and nothing else of a browser', async () => {
    expect((await fetch(new URL('screen', fixture.benchUrl))).status).toBe(200);
    const reply = await fetch(new URL('power', fixture.benchUrl), {
      method: 'POST',
      body: '{"action":"on"}',
    });
    expect(reply.status).toBe(200);
    expect(await statusOf({ 'Sec-Fetch-Mode': 'cors', 'User-Agent': 'python-requests/2.32.3' })).toBe(200);
  });

  it.each([
    ['Sec-Fetch-Site', 'same-origin'],
    ['Sec-Fetch-Site', 'none'],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Sec-Fetch-Mode', 'no-cors'],
    ['Sec-Fetch-Mode', 'same-origin'],
    ['Sec-Fetch-Dest', 'empty'],
    ['Sec-Fetch-User', '?1'],
    ['Sec-Fetch-Storage-Access', 'none'],
    ['Sec-Purpose', 'prefetch'],
    ['Sec-CH-UA', '"Chromium"'],
    ['sec-gpc', '1'],
    ['Cookie', 'session=1'],
    ['Cookie', ''],
    ['Referer', 'http://127.0.0.1/'],
    ['Origin', 'http://127.0.0.1:5000'],
    // A browser that is too old for Fetch Metadata still has this name.
    ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15'],
  ])('no browser, whatever it comes from: %s %j', async (name, value) => {
    const Host = `localhost:${fixture.apiPort}`;
    for (const path of ['/', '/screen', '/events', '/screenshot', '/anything', '/w/wrong/frames']) {
      expect([path, await statusOf({ Host, [name]: value }, path)]).toEqual([path, 403]);
    }
    const press = await rawRequest(fixture.apiPort, 'POST', '/button/left', '{"action":"press"}', {
      [name]: value,
    });
    expect([press.status, fixture.firmware().journal]).toEqual([403, []]);
  });

  it('refuses a page of the same origin: a page this port served earlier may be open', async () => {
    const Host = `localhost:${fixture.apiPort}`;
    expect(await statusOf({ Host, Origin: `http://${Host}`, 'Sec-Fetch-Site': 'same-origin' })).toBe(403);
    expect(await statusOf({ Host, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' })).toBe(403);
  });

  it('the device window alone may be opened by a browser, at its own path', async () => {
    const path = new URL(fixture.windowUrl ?? '').pathname;
    const Host = `localhost:${fixture.apiPort}`;
    // Cookies are shared by all ports of a computer, so that they say nothing about who asks.
    expect(await statusOf({ Host, 'Sec-Fetch-Site': 'none', Cookie: 'other=1' }, path)).toBe(200);
    const own = { Host, Origin: `http://${Host}`, 'Sec-Fetch-Site': 'same-origin' };
    expect(await statusOf(own, `${path}window.css`)).toBe(200);
    for (const foreign of [{ Origin: 'http://localhost:1' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      expect(await statusOf({ Host, ...foreign }, path)).toBe(403);
    }
    expect(await statusOf({ Host: `wallet.example:${fixture.apiPort}` }, path)).toBe(403);
  });

  it.each(['https://wallet.example', 'http://127.0.0.1:4173', 'http://localhost', 'null', 'file://', ''])(
    'no page of origin %j, and it is told nothing',
    async (origin) => {
      for (const [method, path] of [
        ['GET', '/screen'],
        ['GET', '/events'],
        ['GET', '/events?stream=true'],
        ['GET', '/screenshot'],
        ['GET', '/'],
        ['GET', `${new URL(fixture.windowUrl ?? '').pathname}frames`],
        ['POST', '/button/right'],
        ['POST', '/apdu'],
        ['POST', '/automation'],
        ['OPTIONS', '/apdu'],
        ['DELETE', '/events'],
      ] as const) {
        const headers = { Origin: origin };
        const reply = await rawRequest(
          fixture.apiPort,
          method,
          path,
          method === 'POST' ? '{}' : undefined,
          headers,
        );
        expect([method, path, reply.status]).toEqual([method, path, 403]);
        const cors = Object.keys(reply.headers).filter((name) => name.startsWith('access-control'));
        expect(cors).toEqual([]);
        expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin');
        expect(reply.text).not.toContain('Fake');
      }
    },
  );

  it.each(['cross-site', 'same-site'])(
    'no image, script or frame of a %s page, though it sends no Origin',
    async (site) => {
      expect(await statusOf({ 'Sec-Fetch-Site': site }, '/screenshot')).toBe(403);
      expect(await statusOf({ 'Sec-Fetch-Site': site }, '/')).toBe(403);
    },
  );

  it('no other name for this computer: DNS rebinding', async () => {
    for (const host of [
      'wallet.example',
      `wallet.example:${fixture.apiPort}`,
      '127.0.0.1',
      '127.0.0.1:1',
      '0.0.0.0',
    ]) {
      expect(await statusOf({ Host: host })).toBe(403);
      // A page of that name has the matching Origin.
      expect(await statusOf({ Host: host, Origin: `http://${host}` })).toBe(403);
    }
  });

  it('no request without a Host', async () => {
    const connection = await rawConnection(fixture.apiPort);
    connection.socket.write('GET /screen HTTP/1.0\r\n\r\n');
    expect(Buffer.from(await connection.take(12)).toString('latin1')).toBe('HTTP/1.1 403');
    await connection.closed;
  });

  it('listens on this computer only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    // 127.0.0.2 is another address of the loopback network: a socket bound to 0.0.0.0 would answer there too.
    for (const address of ['127.0.0.2', ...outside]) {
      for (const port of [fixture.apiPort, fixture.apduPort, fixture.wirePort]) {
        const [error] = (await once(connect(port, address), 'error')) as [Error & { code: string }];
        expect(error.code).toBe('ECONNREFUSED');
      }
    }
  });
});

describe('readOrigin', () => {
  it.each([
    ['https://wallet.example', 'https://wallet.example'],
    ['https://wallet.example/', 'https://wallet.example'],
    ['http://LOCALHOST:80', 'http://localhost'],
    ['https://wallet.example/path', undefined],
    ['https://user@wallet.example', undefined],
    ['file:///', undefined],
    ['null', undefined],
    ['*', undefined],
  ])('%s is %s', (text, origin) => {
    expect(readOrigin(text)).toBe(origin);
  });
});
