/** H2 for the ceremonies after the first backup: at every screen of each, no message changes anything. */
import { describe, expect, it, vi } from 'vitest';
import { encodeCommand } from '../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeCeremonyRequest } from '../../src/protocol/commands/ceremonies.ts';
import { hostblindClass, instructions } from '../../src/protocol/apdu/instructions.ts';
import { backedUpImage, lifeScripts, playScript, readyFor } from '../fixtures/drivers/life-scripts.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const prepared = backedUpImage();

/** Every request as it should be, and every instruction with data of several lengths; the cancel has its own test. */
const everyMessage: readonly Uint8Array[] = [
  ...lifeScripts.map(({ request }) => encodeCeremonyRequest(request)),
  encodeCeremonyRequest({ kind: 'create', wordCount: 12 }),
  ...Array.from({ length: 256 }, (_, ins) =>
    [[], [12], [12, 0]].map((data) => encodeCommand(hostblindClass, ins, Uint8Array.from(data))),
  )
    .flat()
    .filter((message) => message[1] !== instructions.cancel),
];

describe.each(lifeScripts)('H2 $name', (script) => {
  it('waits at each of its screens for a press, whatever the host says', () => {
    const device = readyFor(script, prepared);
    let checked = 0;
    playScript(device, script, prepared.paper, () => {
      const picture = device.pixels();
      const frames = device.frames();
      const before = [JSON.stringify(device.status()), toHex(device.storage.bytes)];
      for (const message of everyMessage) device.exchange(message);
      expect([JSON.stringify(device.status()), toHex(device.storage.bytes)]).toEqual(before);
      expect(device.frames()).toBe(frames);
      expect(device.pixels()).toBe(picture);
      checked += 1;
    });
    expect(checked).toBeGreaterThan(0);
    expect(device.status()).toMatchObject({ outcome: script.outcome, wallet: script.after });
  });

  it('a host can only ask: without a press, nothing happens', () => {
    const device = readyFor(script, prepared);
    const before = toHex(device.storage.bytes);
    device.start(script.request);
    for (const message of everyMessage) {
      device.exchange(message);
      device.tick(50);
    }
    expect(device.status()).toMatchObject({ stage: 'consent', wallet: script.before });
    expect(toHex(device.storage.bytes)).toBe(before);
  });
});
