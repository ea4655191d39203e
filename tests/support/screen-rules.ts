/** What holds for every screen of the app at every width. */
import { LitElement } from 'lit';
import type { HbApp } from '../../src/ui/hb-app.ts';
import { assert, deepElements } from './mount.ts';

function isHidden(element: Element): boolean {
  return element.getClientRects().length === 0;
}

/** Whatever a finger can press is at least 44 pixels high, or stands in a label that is. */
export function assertTargets(all: readonly Element[]): void {
  for (const target of all.filter((element) =>
    element.matches('button, a, summary, label, [role="button"]'),
  )) {
    if (isHidden(target)) continue;
    const { width, height } = target.getBoundingClientRect();
    assert.isAtLeast(height, 44, `height of ${target.textContent.trim()}`);
    assert.isAtLeast(width, 44, `width of ${target.textContent.trim()}`);
  }
}

/** Elements within elements draw one after another. */
export async function settled(app: HbApp): Promise<void> {
  for (const element of deepElements(app.shadowRoot ?? app))
    if (element instanceof LitElement) await element.updateComplete;
}
