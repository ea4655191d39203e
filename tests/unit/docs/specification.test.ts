/** The pages that `npm run specification` makes are those that the firmware would make now. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readInterruptions } from '../../fixtures/interruptions/table.ts';
import { generatedPages } from '../../specification/pages.ts';
import { walkCeremonies, type CeremonyWalk } from '../../specification/walk.ts';
import { stepOfPlace } from '../../specification/walker.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const root = resolve(import.meta.dirname, '../../..');

describe('the pages made from the firmware', () => {
  let walk: CeremonyWalk;
  beforeAll(() => {
    walk = walkCeremonies();
  }, 120_000);

  it.each(generatedPages)('$path is what the firmware does', async ({ path, make }) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(await make(walk));
  });

  it('know every step of the table of interruptions, and no other', () => {
    // What becomes of an app's question is said in docs/protocol.md, "What arrives meanwhile": no page leads there.
    const led = walk.places.filter(({ place }) => place.activity !== 'app');
    const walked = new Set(led.map(({ place }) => stepOfPlace(place)));
    expect([...walked].toSorted()).toEqual(
      readInterruptions()
        .map(({ key }) => key)
        .toSorted(),
    );
  });

  it('are linked from the protocol', () => {
    const protocol = readFileSync(join(root, 'docs/protocol.md'), 'utf8');
    for (const { path } of generatedPages) expect(protocol).toContain(`(${path.replace('docs/', '')})`);
  });
});
