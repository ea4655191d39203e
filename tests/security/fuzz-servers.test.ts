/**
 * S12, the parts that need a server or a promise: WebSocket messages on the wire, bytes on every port, bodies for the
 * bench, attestations at the host. Whatever comes, the answer is a refusal of a known kind, and the next client is served.
 */
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { instructions } from '../../src/protocol/apdu/instructions.ts';
import { encodeAttestRequest, challengeLength } from '../../src/protocol/commands/attest.ts';
import { decodeInfo, encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { wireSubprotocol } from '../../src/protocol/wire-socket.ts';
import { encodeCertificateRequest } from '../../src/protocol/commands/certificate.ts';
import { createProver } from '../../src/devices/hostblind/attestation/attestation.ts';
import { openFixture, rawConnection, rawRequest, type Fixture } from '../fixtures/devices/bench-fixture.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { reportProof } from '../fixtures/proof/summary.ts';
import { createTestDevice } from '../fixtures/devices/test-device.ts';

const figures: Record<string, string> = {};
const counted = (name: string, runs: { short: number; long: number }): { numRuns: number } => {
  const numRuns = proofRuns(runs);
  figures[name] = `${numRuns.toLocaleString('en')} inputs`;
  return { numRuns };
};
afterAll(() => reportProof('S12 fuzzing of servers and of attestations', figures));

describe('servers under fire (S12)', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await openFixture();
  });
  afterAll(async () => fixture.close());

  async function openWire(): Promise<WebSocket> {
    const socket = new WebSocket(fixture.wireUrl, [wireSubprotocol]);
    socket.on('error', () => undefined);
    await once(socket, 'open');
    return socket;
  }

  const message = fc.oneof(
    { weight: 4, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.constant(encodeStatusRequest()) },
  );

  it('WebSocket messages on the wire', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), async (messages) => {
        const socket = await openWire();
        const answers: Uint8Array[] = [];
        socket.on('message', (answer) => answers.push(answer as Uint8Array));
        const closed = once(socket, 'close');
        for (const each of messages) socket.send(each);
        const refused = messages.findIndex((each) => typeof each === 'string' || each.length > 260);
        const expected = refused === -1 ? messages.length : refused;
        while (answers.length < expected) await once(socket, 'message');
        if (refused === -1) socket.close();
        const [code] = (await closed) as [number];
        expect(refused === -1 ? [1005] : [1003, 1009]).toContain(code);
        expect(answers.length).toBe(expected);
        expect(answers.every(({ length }) => length >= 2 && length <= 255)).toBe(true);
      }),
      counted('WebSocket messages', { short: 40, long: 5_000 }),
    );
    expect(fixture.faults).toEqual([]);
  });

  const opening = fc.constantFrom(
    '',
    'GET / HTTP/1.1\r\n',
    'POST /apdu HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    '\0\0\0\x05',
  );
  const ports = fc.constantFrom('apiPort' as const, 'apduPort' as const, 'wirePort' as const);

  it('bytes on every port', async () => {
    await fc.assert(
      fc.asyncProperty(ports, opening, fc.uint8Array({ maxLength: 200 }), async (port, head, bytes) => {
        const connection = await rawConnection(fixture[port]);
        connection.socket.write(head, 'latin1');
        connection.socket.end(bytes);
        connection.socket.resume();
        await connection.closed;
      }),
      counted('bytes on ports', { short: 40, long: 5_000 }),
    );
    expect(fixture.faults).toEqual([]);
    // And they all still serve.
    const wire = await openWire();
    const answer = once(wire, 'message');
    wire.send(Uint8Array.of(0xb0, 1, 0, 0));
    expect(((await answer)[0] as Uint8Array).length).toBeGreaterThan(2);
    wire.terminate();
    expect((await rawRequest(fixture.apiPort, 'GET', '/events', undefined, host())).status).toBe(200);
  });

  const host = (): Record<string, string> => ({ host: `127.0.0.1:${fixture.apiPort}` });
  const routes = fc.constantFrom(
    '/apdu',
    '/button/left',
    '/button/both',
    '/finger',
    '/ticker/',
    '/automation',
  );
  /** The names that the bench knows, with values that it does not. */
  const shaped = fc.dictionary(
    fc.constantFrom(
      'action',
      'data',
      'delay',
      'x',
      'y',
      'version',
      'rules',
      'text',
      'regexp',
      'actions',
      'other',
    ),
    fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>('press', 'release', 'press-and-release', 'c802000000', 1, 0.1, [
        ['button', 1, true],
      ]),
    ),
  );
  const body = fc.oneof(
    shaped.map((value) => JSON.stringify(value)),
    shaped.map((rule) => JSON.stringify({ version: 1, rules: [rule] })),
    fc.json(),
    fc.uint8Array({ maxLength: 100 }),
  );

  it('bodies for the bench', async () => {
    await fc.assert(
      fc.asyncProperty(routes, body, async (route, sent) => {
        // A ticker that was paused by hand is what the fixture has: an action on it may only start or step it.
        const reply = await rawRequest(fixture.apiPort, 'POST', route, sent, host());
        expect([200, 400]).toContain(reply.status);
      }),
      counted('bodies for the bench', { short: 100, long: 10_000 }),
    );
    expect(fixture.faults).toEqual([]);
  });
});

describe('attestations (S12, H10)', () => {
  it('that were changed anywhere prove nothing', async () => {
    const device = createTestDevice();
    const challenge = new Uint8Array(challengeLength).fill(7);
    const answer = device.exchange(encodeAttestRequest(challenge)).slice(0, -2);
    const info = decodeInfo(device.exchange(encodeInfoRequest()).slice(0, -2));
    const certificate = device.exchange(encodeCertificateRequest()).slice(0, -2);
    /** `unread`: of a version that this host doesn't know. */
    const judge = async (shown: Uint8Array, signed: Uint8Array): Promise<string> => {
      const ask = (command: Uint8Array): Promise<Uint8Array> =>
        Promise.resolve(command[1] === instructions.certificate ? shown : signed);
      const prove = createProver(info, { ask, random: () => challenge.slice() });
      return prove({}).then(
        ({ kind }) => kind,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'other-version' });
          return 'unread';
        },
      );
    };
    expect(await judge(certificate, answer)).toBe('simulator');
    const all = (certificate.length + answer.length) * 8;
    await fc.assert(
      fc.asyncProperty(fc.nat(all - 1), async (bit) => {
        const bytes = Uint8Array.of(...certificate, ...answer);
        bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
        const shown = bytes.slice(0, certificate.length);
        // The two bytes of version and kind can make it a certificate that is none of this version's.
        expect(bit < 16 ? ['failed', 'unread'] : ['failed']).toContain(
          await judge(shown, bytes.slice(certificate.length)),
        );
      }),
      counted('attestations with a bit flipped', { short: 200, long: 5_000 }),
    );
    const random = fc.uint8Array({ maxLength: 260 });
    await fc.assert(
      fc.asyncProperty(random, async (bytes) => {
        expect(await judge(certificate, bytes)).toBe('failed');
        expect(['failed', 'unread']).toContain(await judge(bytes, answer));
      }),
      counted('attestations of random bytes', { short: 200, long: 10_000 }),
    );
  });
});
