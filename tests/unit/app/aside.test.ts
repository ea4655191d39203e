/** The pages over whatever the app shows. */
import { describe, expect, it } from 'vitest';
import { initialApp, type AppState } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { screens } from '../../fixtures/screens/screens.ts';

describe('a page aside', () => {
  it('opens over every screen, closes again, and changes nothing else', () => {
    for (const [name, screen] of Object.entries(screens)) {
      const under: AppState = { ...screen, aside: undefined };
      const [over, effects] = reduceApp(under, { kind: 'open-aside', aside: 'help' });
      expect([name, effects]).toEqual([name, []]);
      expect(over).toEqual({ ...under, aside: 'help' });
      expect(reduceApp(over, { kind: 'open-aside', aside: 'help' })[0]).toBe(over);
      const [closed] = reduceApp(over, { kind: 'close-aside' });
      expect(closed).toEqual(under);
      expect(reduceApp(closed, { kind: 'close-aside' })[0]).toBe(closed);
    }
  });

  it('gives way to an alarm, about which the person may then read', () => {
    const identifying: AppState = { ...(screens['identifying'] ?? initialApp), aside: 'help' };
    const [alarmed] = reduceApp(identifying, { kind: 'proof-failed' });
    expect([alarmed.session.kind, alarmed.aside]).toEqual(['alarm', undefined]);
    const [reading] = reduceApp(alarmed, { kind: 'open-aside', aside: 'help' });
    expect(reading.aside).toBe('help');
    expect(reduceApp(reading, { kind: 'plugged-in', link: 'webhid' })[0].aside).toBe('help');
  });
});
