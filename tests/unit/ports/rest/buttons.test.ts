import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openFixture,
  rawRequest,
  type Fixture,
  type RawReply,
} from '../../../fixtures/devices/bench-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(async () => fixture.close());

const post = async (path: string, body: unknown): Promise<RawReply> =>
  rawRequest(fixture.apiPort, 'POST', path, JSON.stringify(body));
const presses = (): string[] => fixture.firmware().journal.filter((entry) => !entry.startsWith('apdu'));

describe('POST /button', () => {
  it('presses and releases', async () => {
    const reply = await post('/button/left', { action: 'press' });
    expect([reply.status, reply.text, reply.headers['content-type']]).toEqual([
      200,
      '{}\n',
      'application/json',
    ]);
    await post('/button/left', { action: 'release' });
    expect(presses()).toEqual(['press left', 'release left']);
  });

  it('both is left, then right, as separate events', async () => {
    await post('/button/both', { action: 'press' });
    await post('/button/both', { action: 'release' });
    expect(presses()).toEqual(['press left', 'press right', 'release left', 'release right']);
  });

  it('ignores a press of a button that is down and a release of one that is up', async () => {
    await post('/button/right', { action: 'release' });
    await post('/button/right', { action: 'press' });
    await post('/button/both', { action: 'press' });
    expect(presses()).toEqual(['press right', 'press left']);
  });

  it('refuses other actions and other fields', async () => {
    for (const body of [
      {},
      { action: 'push' },
      { action: 'press', delay: '1' },
      { action: 'press', delay: 61 },
      { action: 'press', x: 1 },
    ]) {
      expect((await post('/button/left', body)).status).toBe(400);
    }
    expect(presses()).toEqual([]);
  });

  it('says so when the device is switched off', async () => {
    fixture.device.powerOff();
    expect((await post('/button/left', { action: 'press' })).status).toBe(503);
  });
});

describe('press-and-release', () => {
  it('waits 0.1 s from press to release, in its own ticks while the clock is paused', async () => {
    await post('/button/left', { action: 'press-and-release' });
    expect(presses()).toEqual(['press left', 'tick 50', 'tick 100', 'release left']);
  });

  it('rounds the delay down to tenths of a second, and does not wait with 0', async () => {
    await post('/button/left', { action: 'press-and-release', delay: 0.19 });
    await post('/button/right', { action: 'press-and-release', delay: 0 });
    await post('/button/right', { action: 'press-and-release', delay: -3 });
    expect(presses()).toEqual([
      'press left',
      'tick 50',
      'tick 100',
      'release left',
      'press right',
      'release right',
      'press right',
      'release right',
    ]);
    await post('/button/left', { action: 'press-and-release', delay: 0.3 });
    expect(presses().slice(-2)).toEqual(['tick 400', 'release left']);
  });

  it('defect of the reference that is not here: it waits once, not twice', async () => {
    await post('/button/left', { action: 'press-and-release', delay: 2 });
    expect(fixture.device.time.now()).toBe(2000);
    expect(presses().at(-1)).toBe('release left');
  });

  it('two at once do not tear each other apart', async () => {
    fixture.device.time.resume();
    await Promise.all([
      post('/button/both', { action: 'press-and-release' }),
      post('/button/left', { action: 'press-and-release' }),
    ]);
    const pressesOnly = presses().filter((entry) => !entry.startsWith('tick'));
    const both = ['press left', 'press right', 'release left', 'release right'];
    const left = ['press left', 'release left'];
    expect([
      [...both, ...left],
      [...left, ...both],
    ]).toContainEqual(pressesOnly);
  });

  it('lets go although the power was cut in between', async () => {
    fixture.device.time.resume();
    const pressed = post('/button/left', { action: 'press-and-release' });
    await new Promise<void>((resolve) => {
      const unsubscribe = fixture.device.onScreen(() => {
        unsubscribe();
        resolve();
      });
    });
    fixture.device.powerOff();
    fixture.device.powerOn();
    expect((await pressed).status).toBe(200);
    await post('/button/left', { action: 'press' });
    expect(presses().filter((entry) => !entry.startsWith('tick'))).toEqual(['press left']);
  });
});

describe('POST /finger', () => {
  it('is taken, and touches nothing', async () => {
    const reply = await post('/finger', {
      action: 'press-and-release',
      x: 3,
      y: 4,
      x2: 5,
      y2: 6,
      delay: 0.1,
    });
    expect([reply.status, reply.text]).toEqual([200, '{}\n']);
    expect(presses()).toEqual(['tick 50', 'tick 100']);
  });

  it('refuses what the schema refuses', async () => {
    for (const body of [
      { action: 'press', x: 1 },
      { action: 'press', x: -1, y: 0 },
      { action: 'press', x: 0.5, y: 0 },
    ]) {
      expect((await post('/finger', body)).status).toBe(400);
    }
  });
});

describe('POST /ticker/', () => {
  it('/ticker leads there with 308', async () => {
    const reply = await post('/ticker', { action: 'pause' });
    expect([reply.status, reply.headers.location]).toEqual([308, '/ticker/']);
  });

  it('a single step is 0.1 s', async () => {
    expect((await post('/ticker/', { action: 'single-step' })).text).toBe('{}\n');
    expect(presses()).toEqual(['tick 50', 'tick 100']);
  });

  it('advances by any time, at most 50 ms a tick', async () => {
    await post('/ticker/', { action: 'advance', ms: 120 });
    expect(presses()).toEqual(['tick 50', 'tick 100', 'tick 120']);
    await post('/ticker/', { action: 'advance', ms: 0 });
    expect(fixture.device.time.now()).toBe(120);
  });

  it('pauses and resumes', async () => {
    await post('/ticker/', { action: 'resume' });
    expect(fixture.device.time.running()).toBe(true);
    await post('/ticker/', { action: 'pause' });
    expect(fixture.device.time.running()).toBe(false);
  });

  it('refuses other actions, and times that are no time', async () => {
    for (const body of [
      { action: 'go' },
      { action: 'advance' },
      { action: 'advance', ms: -1 },
      { action: 'advance', ms: 1.5 },
      { action: 'advance', ms: 600_001 },
      { action: 'pause', ms: 1 },
    ]) {
      expect((await post('/ticker/', body)).status).toBe(400);
    }
    expect(presses()).toEqual([]);
  });
});

describe('POST /power', () => {
  it('cuts the power, and switches on with the buttons up and the same storage', async () => {
    await post('/button/right', { action: 'press' });
    const before = fixture.firmware();
    expect((await post('/power', { action: 'cycle' })).text).toBe('{}\n');
    expect(before.journal).toEqual(['press right', 'power off']);
    expect(fixture.firmware()).not.toBe(before);
    await post('/button/right', { action: 'release' });
    expect(presses()).toEqual([]);
  });

  it('refuses other actions', async () => {
    expect((await post('/power', { action: 'half' })).status).toBe(400);
    expect((await post('/power', {})).status).toBe(400);
  });
});
