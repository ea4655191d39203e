import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrigin } from '../../../firmware-sim/bench/request-guard.ts';
import { openFixture, rawConnection, rawRequest, type Fixture } from '../../support/bench-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture({ deviceWindow: true });
});
afterEach(async () => fixture.close());

const statusOf = async (headers: Record<string, string>, path = '/screen'): Promise<number> =>
  (await rawRequest(fixture.apiPort, 'GET', path, undefined, headers)).status;

describe('who may use the bench (defect of the reference that is not here: any Origin was echoed)', () => {
  it('programs that are no browser: no Origin, any name of this computer', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) {
      expect(await statusOf({ Host: `${name}:${fixture.apiPort}` })).toBe(200);
    }
  });

  it('its own page', async () => {
    const Host = `localhost:${fixture.apiPort}`;
    expect(await statusOf({ Host, Origin: `http://${Host}`, 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await statusOf({ Host, 'Sec-Fetch-Site': 'none' }, '/')).toBe(200);
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
        ['GET', '/window/frames'],
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
