import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { fromHex } from '../../../../src/protocol/bytes.ts';
import { wireSubprotocol } from '../../../../src/protocol/wire-socket.ts';
import { openFixture, type Fixture } from '../../../fixtures/devices/bench-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(async () => {
  vi.useRealTimers();
  await fixture.close();
});

it('a refused client that sent more than was read is gone without a time-out', async () => {
  const socket = new WebSocket(fixture.wireUrl, [wireSubprotocol]);
  await once(socket, 'open');
  // From here on no time-out ends a connection: that both sides have closed it must be enough.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const closed = once(socket, 'close');
  for (let index = 0; index < 4; index += 1) socket.send(fromHex('b0010000'));
  socket.send('b0010000');
  socket.send(fromHex('b0010000'));
  expect((await closed)[0]).toBe(1003);
});
